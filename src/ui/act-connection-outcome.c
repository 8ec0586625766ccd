/* What came of a test of a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-outcome.h"

#include "act-error-text.h"

struct _ActConnectionOutcome
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkImage   *image;
  GtkSpinner *spinner;
  GtkLabel   *title;
  GtkLabel   *text;
  GtkLabel   *detail;
  GtkButton  *button;
};

G_DEFINE_FINAL_TYPE (ActConnectionOutcome, act_connection_outcome, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_style (ActConnectionOutcome *self,
           const char           *icon_name,
           const char           *style)
{
  gtk_widget_remove_css_class (self->box, "good");
  gtk_widget_remove_css_class (self->box, "bad");
  if (style != NULL)
    gtk_widget_add_css_class (self->box, style);

  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->image), icon_name != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), icon_name == NULL);
  gtk_spinner_set_spinning (self->spinner, icon_name == NULL);
}

static void
show_labels (ActConnectionOutcome *self,
             const char           *title,
             const char           *text,
             const char           *detail,
             const char           *button)
{
  set_label (self->title, title);
  set_label (self->text, text);
  set_label (self->detail, detail);
  gtk_button_set_label (self->button, button != NULL ? button : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
clicked_cb (ActConnectionOutcome *self)
{
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

static void
act_connection_outcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CONNECTION_OUTCOME);

  G_OBJECT_CLASS (act_connection_outcome_parent_class)->dispose (object);
}

static void
act_connection_outcome_class_init (ActConnectionOutcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_connection_outcome_dispose;

  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "connectionoutcome");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connection-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConnectionOutcome, box);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionOutcome, button);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionOutcome, detail);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionOutcome, image);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionOutcome, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionOutcome, text);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionOutcome, title);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
act_connection_outcome_init (ActConnectionOutcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_connection_outcome_new:
 *
 * Returns: (transfer floating): a hidden box
 */
GtkWidget *
act_connection_outcome_new (void)
{
  return g_object_new (ACT_TYPE_CONNECTION_OUTCOME, NULL);
}

/**
 * act_connection_outcome_show_testing:
 * @self: a box
 * @text: what is under way, plain text
 *
 * Says that something takes its time.
 */
void
act_connection_outcome_show_testing (ActConnectionOutcome *self,
                                     const char           *text)
{
  g_return_if_fail (ACT_IS_CONNECTION_OUTCOME (self));
  g_return_if_fail (text != NULL);

  set_style (self, NULL, NULL);
  show_labels (self, text, NULL, NULL, NULL);
}

/**
 * act_connection_outcome_show_text:
 * @self: a box
 * @text: what was found
 * @is_good: whether that is good news
 * @button: (nullable): what can be done about it, or %NULL for no button
 *
 * Says what came of a test.
 */
void
act_connection_outcome_show_text (ActConnectionOutcome          *self,
                                  const ActConnectionReportText *text,
                                  gboolean                       is_good,
                                  const char                    *button)
{
  g_return_if_fail (ACT_IS_CONNECTION_OUTCOME (self));
  g_return_if_fail (text != NULL);

  set_style (self, is_good ? "object-select-symbolic" : "dialog-warning-symbolic",
             is_good ? "good" : "bad");
  show_labels (self, text->title, text->text, text->detail, button);
}

/**
 * act_connection_outcome_show:
 * @self: a box
 * @title: what stands in the way, plain text
 * @text: why, and what now, plain text
 * @button: (nullable): what can be done about it, or %NULL for no button
 *
 * Says something in the caller's words.
 */
void
act_connection_outcome_show (ActConnectionOutcome *self,
                             const char           *title,
                             const char           *text,
                             const char           *button)
{
  g_return_if_fail (ACT_IS_CONNECTION_OUTCOME (self));
  g_return_if_fail (title != NULL);

  set_style (self, "dialog-warning-symbolic", "bad");
  show_labels (self, title, text, NULL, button);
}

/**
 * act_connection_outcome_show_error:
 * @self: a box
 * @error: why something could not be done
 *
 * Says what went wrong.
 */
void
act_connection_outcome_show_error (ActConnectionOutcome *self,
                                   const GError         *error)
{
  g_autoptr (ActErrorText) words = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ACT_IS_CONNECTION_OUTCOME (self));
  g_return_if_fail (error != NULL);

  words = act_error_text_new (error);
  text = g_strjoin (" ", words->cause, words->advice, NULL);
  set_style (self, "dialog-warning-symbolic", "bad");
  show_labels (self, words->title, text, words->detail, NULL);
}

/**
 * act_connection_outcome_hide:
 * @self: a box
 *
 * Says nothing any more.
 */
void
act_connection_outcome_hide (ActConnectionOutcome *self)
{
  g_return_if_fail (ACT_IS_CONNECTION_OUTCOME (self));

  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
