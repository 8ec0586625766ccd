/* What is known of an integration run
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-facts.h"

#include "act-event.h"
#include "act-fact-row.h"
#include "act-link.h"
#include "act-run-text.h"
#include "act-time-text.h"
#include "act-web-address.h"

#include <glib/gi18n.h>

struct _ActRunFacts
{
  GtkWidget parent_instance;

  ActIntegrationRun *shown;       /* (owned) (nullable) */
  char              *entity_name; /* (owned) (nullable) */
  char              *address;     /* (owned) (nullable): the record's, if it may be opened */

  GtkWidget  *list;
  ActFactRow *destination;
  ActFactRow *entity;
  ActFactRow *started;
  ActFactRow *completed;
  ActFactRow *duration;
  ActFactRow *external;
  ActFactRow *record;
  ActFactRow *parent;
  ActFactRow *original;
  ActFactRow *run;
};

G_DEFINE_FINAL_TYPE (ActRunFacts, act_run_facts, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN_RUN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_time (ActFactRow *row,
           gint64      milliseconds)
{
  g_autofree char *text = NULL;

  if (milliseconds != ACT_TIME_UNKNOWN)
    text = act_time_text_exact (milliseconds);

  act_fact_row_set_value (row, text, NULL);
}

static void
show_duration (ActRunFacts             *self,
               const ActIntegrationRun *run)
{
  g_autofree char *text = NULL;

  if (run->started != ACT_TIME_UNKNOWN && run->completed != ACT_TIME_UNKNOWN &&
      run->completed >= run->started && run->started >= 0)
    text = act_run_text_duration (run->completed - run->started);

  act_fact_row_set_value (self->duration, text, NULL);
}

static void
show_entity (ActRunFacts *self)
{
  const ActIntegrationRun *run = self->shown;
  g_autofree char         *text = NULL;

  if (self->entity_name != NULL && run->entity_type != NULL)
    /* Translators: what a run was for: its name, then its type in parentheses, as in
     * "Acme Ltd. (Account)" */
    text = g_strdup_printf (C_ ("entity", "%1$s (%2$s)"), self->entity_name, run->entity_type);

  act_fact_row_set_value (self->entity, text != NULL ? text : run->entity_type, run->entity_id);
}

/* The address itself can say anything; the host is where it leads. */
static void
show_record (ActRunFacts             *self,
             const ActIntegrationRun *run)
{
  g_autofree char *host = NULL;

  g_clear_pointer (&self->address, g_free);
  self->address = act_web_address_check (run->url, &host);

  act_fact_row_set_value (self->record, host, run->url);
  act_fact_row_set_openable (self->record, self->address != NULL);
}

static void
open_record_cb (ActRunFacts *self)
{
  if (self->address != NULL)
    act_link_open (GTK_WIDGET (self), self->address);
}

static void
open_parent_cb (ActRunFacts *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_RUN], 0, self->shown->parent_id);
}

static void
open_original_cb (ActRunFacts *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_RUN], 0, self->shown->original_id);
}

static void
show_other_run (ActFactRow *row,
                const char *id)
{
  act_fact_row_set_value (row, NULL, id);
  act_fact_row_set_openable (row, id != NULL && *id != '\0');
}

static void
act_run_facts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_RUN_FACTS);

  G_OBJECT_CLASS (act_run_facts_parent_class)->dispose (object);
}

static void
act_run_facts_finalize (GObject *object)
{
  ActRunFacts *self = ACT_RUN_FACTS (object);

  g_clear_pointer (&self->shown, act_integration_run_free);
  g_free (self->entity_name);
  g_free (self->address);

  G_OBJECT_CLASS (act_run_facts_parent_class)->finalize (object);
}

static void
act_run_facts_class_init (ActRunFactsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_run_facts_dispose;
  object_class->finalize = act_run_facts_finalize;

  signals[SIGNAL_OPEN_RUN] = g_signal_new ("open-run", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ACT_TYPE_FACT_ROW);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-run-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, list);
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, destination);
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, entity);
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, started);
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, completed);
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, duration);
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, external);
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, record);
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, parent);
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, original);
  gtk_widget_class_bind_template_child (widget_class, ActRunFacts, run);
  gtk_widget_class_bind_template_callback (widget_class, open_record_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_parent_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_original_cb);
}

static void
act_run_facts_init (ActRunFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_run_facts_new:
 *
 * Returns: (transfer floating): a list of facts that shows none yet
 */
GtkWidget *
act_run_facts_new (void)
{
  return g_object_new (ACT_TYPE_RUN_FACTS, NULL);
}

/**
 * act_run_facts_set_run:
 * @run: the run whose facts are to be shown
 *
 * Shows what is known of a run; what is not known has no row.
 */
void
act_run_facts_set_run (ActRunFacts             *self,
                       const ActIntegrationRun *run)
{
  ActIntegrationRun *copy = NULL;

  g_return_if_fail (ACT_IS_RUN_FACTS (self));
  g_return_if_fail (run != NULL);

  copy = act_integration_run_copy (run);
  if (self->shown != NULL && g_strcmp0 (self->shown->entity_id, run->entity_id) != 0)
    g_clear_pointer (&self->entity_name, g_free);
  g_clear_pointer (&self->shown, act_integration_run_free);
  self->shown = copy;

  act_fact_row_set_value (self->destination, run->destination, run->destination_id);
  show_entity (self);
  show_time (self->started, run->started);
  show_time (self->completed, run->completed);
  show_duration (self, run);
  act_fact_row_set_value (self->external, NULL, run->external_id);
  show_record (self, run);
  show_other_run (self->parent, run->parent_id);
  show_other_run (self->original, run->original_id);
  act_fact_row_set_value (self->run, NULL, run->id);
}

/**
 * act_run_facts_set_entity_name:
 * @name: (nullable): what the run's entity is called, from outside
 */
void
act_run_facts_set_entity_name (ActRunFacts *self,
                               const char  *name)
{
  g_return_if_fail (ACT_IS_RUN_FACTS (self));

  g_free (self->entity_name);
  self->entity_name = g_strdup (name);
  if (self->shown != NULL)
    show_entity (self);
}
