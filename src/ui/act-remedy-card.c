/* What to do about an event, in a card
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-remedy-card.h"

#include "act-event-text.h"

#include <glib/gi18n.h>

struct _ActRemedyCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *remedy;
  GtkWidget *rule;
  GtkWidget *ours;
  GtkWidget *earlier;
  GtkWidget *follow_up;
  GtkWidget *view_run;
};

G_DEFINE_FINAL_TYPE (ActRemedyCard, act_remedy_card, GTK_TYPE_WIDGET)

static void
show_remedy (ActRemedyCard        *self,
             const ActEventRecord *record)
{
  gboolean         is_ours = FALSE;
  g_autofree char *remedy = act_event_text_remedy (record, &is_ours);

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->remedy)), remedy) != 0)
    gtk_label_set_text (GTK_LABEL (self->remedy), remedy != NULL ? remedy : "");
  gtk_widget_set_visible (self->ours, is_ours);
  /* Our own sentence for it says so already. */
  gtk_widget_set_visible (self->rule, record->kind == ACT_EVENT_KIND_DISABLED && !is_ours);
  gtk_widget_set_visible (GTK_WIDGET (self), remedy != NULL && *remedy != '\0');
}

static void
show_actions (ActRemedyCard        *self,
              const ActEventRecord *record)
{
  ActFollowUp follow_up = act_event_kind_get_follow_up (record->kind);
  const char *configuration_id = record->event->configuration_id;
  gboolean    is_disabled = record->kind == ACT_EVENT_KIND_DISABLED;
  gboolean    has_follow_up = follow_up != ACT_FOLLOW_UP_NONE;
  gboolean    has_run = follow_up != ACT_FOLLOW_UP_VIEW_RUN &&
                     act_event_names_run (record->event);

  gtk_widget_set_visible (self->earlier,
                          is_disabled && configuration_id != NULL);
  if (configuration_id != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->earlier),
                                      "(sx)",
                                      configuration_id,
                                      act_event_record_get_time (record));

  gtk_widget_set_visible (self->follow_up, has_follow_up);
  gtk_widget_set_visible (self->view_run, has_run);
  if (follow_up != ACT_FOLLOW_UP_NONE)
    gtk_button_set_label (GTK_BUTTON (self->follow_up), act_event_text_follow_up (follow_up));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->follow_up), "x", record->row_id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->view_run), "x", record->row_id);
}

static void
act_remedy_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_REMEDY_CARD);

  G_OBJECT_CLASS (act_remedy_card_parent_class)->dispose (object);
}

static void
act_remedy_card_class_init (ActRemedyCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_remedy_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "remedycard");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-remedy-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRemedyCard, card);
  gtk_widget_class_bind_template_child (widget_class, ActRemedyCard, remedy);
  gtk_widget_class_bind_template_child (widget_class, ActRemedyCard, rule);
  gtk_widget_class_bind_template_child (widget_class, ActRemedyCard, ours);
  gtk_widget_class_bind_template_child (widget_class, ActRemedyCard, earlier);
  gtk_widget_class_bind_template_child (widget_class, ActRemedyCard, follow_up);
  gtk_widget_class_bind_template_child (widget_class, ActRemedyCard, view_run);
}

static void
act_remedy_card_init (ActRemedyCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_label (GTK_BUTTON (self->view_run),
                        act_event_text_follow_up (ACT_FOLLOW_UP_VIEW_RUN));
}

/**
 * act_remedy_card_new:
 *
 * Returns: (transfer floating): a card without advice
 */
GtkWidget *
act_remedy_card_new (void)
{
  return g_object_new (ACT_TYPE_REMEDY_CARD, NULL);
}

/**
 * act_remedy_card_set_record:
 * @record: the event that something is to be done about
 */
void
act_remedy_card_set_record (ActRemedyCard        *self,
                            const ActEventRecord *record)
{
  g_return_if_fail (ACT_IS_REMEDY_CARD (self));
  g_return_if_fail (record != NULL);

  show_remedy (self, record);
  show_actions (self, record);
}
