/* What an event names: names first, ids small and copyable, and its times
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-facts.h"

#include "act-fact-row.h"
#include "act-time-text.h"

#include <glib/gi18n.h>

struct _ActEventFacts
{
  GtkWidget parent_instance;

  GtkWidget  *list;
  ActFactRow *integration;
  ActFactRow *account;
  ActFactRow *entity;
  ActFactRow *run;
  ActFactRow *destination;
  ActFactRow *credential;
  ActFactRow *event_id;
  ActFactRow *happened;
  ActFactRow *first_seen;
  ActFactRow *marked_at;
  ActFactRow *actioned_at;
};

G_DEFINE_FINAL_TYPE (ActEventFacts, act_event_facts, GTK_TYPE_WIDGET)

static void
show_time (ActFactRow *row,
           gint64      milliseconds,
           const char *unknown)
{
  g_autofree char *text = NULL;

  if (milliseconds != ACT_TIME_UNKNOWN)
    text = act_time_text_exact (milliseconds);

  act_fact_row_set_value (row, text != NULL ? text : unknown, NULL);
}

static void
show_times (ActEventFacts        *self,
            const ActEventRecord *record)
{
  show_time (self->happened, record->event->time, _ ("Unknown"));
  show_time (self->first_seen, record->first_seen, NULL);
  show_time (self->marked_at, record->marked_at, NULL);
  show_time (self->actioned_at, record->event->actioned_time, NULL);
}

static void
act_event_facts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_EVENT_FACTS);

  G_OBJECT_CLASS (act_event_facts_parent_class)->dispose (object);
}

static void
act_event_facts_class_init (ActEventFactsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_event_facts_dispose;

  g_type_ensure (ACT_TYPE_FACT_ROW);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-event-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, list);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, integration);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, account);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, entity);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, run);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, destination);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, credential);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, event_id);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, happened);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, first_seen);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, marked_at);
  gtk_widget_class_bind_template_child (widget_class, ActEventFacts, actioned_at);
}

static void
act_event_facts_init (ActEventFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_event_facts_new:
 *
 * Returns: (transfer floating): a list of facts that shows none yet
 */
GtkWidget *
act_event_facts_new (void)
{
  return g_object_new (ACT_TYPE_EVENT_FACTS, NULL);
}

/**
 * act_event_facts_set_record:
 * @record: the event whose facts are to be shown
 *
 * Shows what the event names; what it does not name has no row.
 */
void
act_event_facts_set_record (ActEventFacts        *self,
                            const ActEventRecord *record)
{
  const ActEvent *event = NULL;

  g_return_if_fail (ACT_IS_EVENT_FACTS (self));
  g_return_if_fail (record != NULL);

  event = record->event;

  act_fact_row_set_value (self->integration, record->integration_name, event->configuration_id);
  act_fact_row_set_value (self->entity, event->entity_type, event->entity_id);
  act_fact_row_set_value (self->run, NULL, event->run_id);
  act_fact_row_set_value (self->destination, event->destination, event->destination_id);
  act_fact_row_set_value (self->credential, NULL, event->credentials_id);
  act_fact_row_set_value (self->account, record->account_name, event->account_id);
  act_fact_row_set_value (self->event_id, NULL, event->id);
  show_times (self, record);
}
