/* Why something that the user asked for did not happen
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-problem-box.h"

struct _ActProblemBox
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel  *title;
  GtkLabel  *text;
  GtkLabel  *detail;
};

G_DEFINE_FINAL_TYPE (ActProblemBox, act_problem_box, GTK_TYPE_WIDGET)

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show (ActProblemBox *self,
      const char    *title,
      const char    *text,
      const char    *detail)
{
  set_label (self->title, title);
  set_label (self->text, text);
  set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
act_problem_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_PROBLEM_BOX);

  G_OBJECT_CLASS (act_problem_box_parent_class)->dispose (object);
}

static void
act_problem_box_class_init (ActProblemBoxClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_problem_box_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "problembox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-problem-box.ui");
  gtk_widget_class_bind_template_child (widget_class, ActProblemBox, box);
  gtk_widget_class_bind_template_child (widget_class, ActProblemBox, title);
  gtk_widget_class_bind_template_child (widget_class, ActProblemBox, text);
  gtk_widget_class_bind_template_child (widget_class, ActProblemBox, detail);
}

static void
act_problem_box_init (ActProblemBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_problem_box_new:
 *
 * Returns: (transfer floating): a hidden box
 */
GtkWidget *
act_problem_box_new (void)
{
  return g_object_new (ACT_TYPE_PROBLEM_BOX, NULL);
}

/**
 * act_problem_box_show_error:
 * @self: a box
 * @error: why what the user asked for did not happen
 *
 * Says what happened, why, what now, and what the server said.
 */
void
act_problem_box_show_error (ActProblemBox *self,
                            const GError  *error)
{
  g_autoptr (ActErrorText) text = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (ACT_IS_PROBLEM_BOX (self));
  g_return_if_fail (error != NULL);

  text = act_error_text_new_for_changing (error);
  words = g_strjoin (" ", text->cause, text->advice, NULL);
  show (self, text->title, g_strstrip (words), text->detail);
}

/**
 * act_problem_box_show_text:
 * @self: a box
 * @title: what happened, plain text
 * @text: (nullable): why, and what now, plain text
 *
 * Says what happened in the caller's words.
 */
void
act_problem_box_show_text (ActProblemBox *self,
                           const char    *title,
                           const char    *text)
{
  g_return_if_fail (ACT_IS_PROBLEM_BOX (self));
  g_return_if_fail (title != NULL);

  show (self, title, text, NULL);
}

/**
 * act_problem_box_hide:
 * @self: a box
 *
 * Says nothing any more.
 */
void
act_problem_box_hide (ActProblemBox *self)
{
  g_return_if_fail (ACT_IS_PROBLEM_BOX (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
