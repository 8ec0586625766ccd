/* What came of a follow-up, in large letters
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-outcome-heading.h"

struct _ActOutcomeHeading
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkImage  *icon;
  GtkLabel  *title;
  GtkLabel  *text;
};

typedef struct
{
  const char *icon_name;
  const char *style;
} LookRow;

static const LookRow looks[] = {
  [ACT_OUTCOME_GOOD] = { "emblem-ok-symbolic", "success" },
  [ACT_OUTCOME_WAITING] = { "document-send-symbolic", "accent" },
  [ACT_OUTCOME_BAD] = { "dialog-warning-symbolic", "warning" },
};

G_DEFINE_FINAL_TYPE (ActOutcomeHeading, act_outcome_heading, GTK_TYPE_WIDGET)

static void
act_outcome_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_OUTCOME_HEADING);

  G_OBJECT_CLASS (act_outcome_heading_parent_class)->dispose (object);
}

static void
act_outcome_heading_class_init (ActOutcomeHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_outcome_heading_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-outcome-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, ActOutcomeHeading, box);
  gtk_widget_class_bind_template_child (widget_class, ActOutcomeHeading, icon);
  gtk_widget_class_bind_template_child (widget_class, ActOutcomeHeading, title);
  gtk_widget_class_bind_template_child (widget_class, ActOutcomeHeading, text);
}

static void
act_outcome_heading_init (ActOutcomeHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_outcome_heading_new:
 *
 * Returns: (transfer floating): a heading that says nothing yet
 */
GtkWidget *
act_outcome_heading_new (void)
{
  return g_object_new (ACT_TYPE_OUTCOME_HEADING, NULL);
}

/**
 * act_outcome_heading_set:
 * @self: a heading
 * @look: whether all is well now
 * @title: what happened, plain text
 * @text: (nullable): more about it, plain text
 *
 * Says what came of it.
 */
void
act_outcome_heading_set (ActOutcomeHeading *self,
                         ActOutcomeLook     look,
                         const char        *title,
                         const char        *text)
{
  g_return_if_fail (ACT_IS_OUTCOME_HEADING (self));
  g_return_if_fail (title != NULL);

  gtk_image_set_from_icon_name (self->icon, looks[look].icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char *[]){ looks[look].style, NULL });
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL && *text != '\0');
}
