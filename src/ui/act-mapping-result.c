/* What came of a mapping, and what to do next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-result.h"

#include "act-event-kind.h"
#include "act-fact-row.h"
#include "act-mark-offer.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActMappingResult
{
  GtkWidget parent_instance;

  GtkWidget    *box;
  GtkWidget    *icon;
  GtkWidget    *title;
  GtkWidget    *description;
  GtkWidget    *record;
  GtkWidget    *place;
  GtkWidget    *entity;
  GtkWidget    *next;
  ActMarkOffer *offer;
  GtkWidget    *replay;
  GtkWidget    *correct;
  GtkWidget    *add_another;
  GtkWidget    *close;
};

G_DEFINE_FINAL_TYPE (ActMappingResult, act_mapping_result, GTK_TYPE_WIDGET)

typedef struct
{
  const char *icon_name;
  const char *style;
  const char *title;
  const char *description;
} ActMappingOutcomeRow;

/* In the order of ActMappingOutcome. */
static const ActMappingOutcomeRow outcomes[] = {
  { "emblem-ok-symbolic", "success", N_ ("Mapping Created"),
    N_ ("Integrations can use it from now on.") },
  { "emblem-ok-symbolic", "success", N_ ("Mapping Exists Now"),
    N_ ("The server has the mapping already. Nothing was changed.") },
  { "document-send-symbolic", "accent", N_ ("Waiting for the Server"),
    N_ ("The mapping will be created when the server is back. Until then it is among the pending "
        "changes.") },
  { "emblem-ok-symbolic", "success", N_ ("Mapping Saved"),
    N_ ("Integrations can use it from now on.") },
  { "user-trash-symbolic", "accent", N_ ("Mapping Deleted"),
    N_ ("Integrations that need it will fail until there is another one.") },
};

enum
{
  SIGNAL_REPLAY,
  SIGNAL_CORRECT,
  SIGNAL_ADD_ANOTHER,
  SIGNAL_CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_head (ActMappingResult *self,
           ActMappingOutcome outcome)
{
  const ActMappingOutcomeRow *row = &outcomes[outcome];

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), row->icon_name);
  gtk_widget_set_css_classes (self->icon, (const char *[]){ row->style, NULL });
  gtk_label_set_text (GTK_LABEL (self->title), _ (row->title));
  gtk_label_set_text (GTK_LABEL (self->description), _ (row->description));
}

static void
show_facts (ActMappingResult         *self,
            const ActExternalMapping *mapping,
            const char               *entity_name)
{
  g_autofree char *system = act_safe_text_line (mapping->external_system);
  g_autofree char *table = act_safe_text_line (mapping->external_table);
  /* Translators: another system and its table, such as "Stripe · Customer" */
  g_autofree char *place = g_strdup_printf (C_ ("mapping", "%s · %s"), system, table);

  act_fact_row_set_value (ACT_FACT_ROW (self->record), NULL, mapping->external_id);
  act_fact_row_set_value (ACT_FACT_ROW (self->place), place, NULL);
  act_fact_row_set_value (ACT_FACT_ROW (self->entity), entity_name, mapping->entity_id);
}

/* Only what this mapping puts right: the same entity may lack one in another system too. */
static void
offer_marks (ActMappingResult         *self,
             ActSession               *session,
             const ActExternalMapping *mapping,
             const char               *entity_name)
{
  g_autoptr (ActRelation) relation = act_relation_new (1u << ACT_EVENT_KIND_MISSING_MAPPING);
  g_autofree char *name = entity_name != NULL ? act_safe_text_line (entity_name)
                                              : act_safe_text_id (mapping->entity_id);
  g_autofree char *system = act_safe_text_line (mapping->external_system);
  /* Translators: the name or id of an account or the like, and another system */
  g_autofree char *which = g_strdup_printf (_ ("All open events about a missing mapping of %s to %s"),
                                            name, system);

  relation->entity_id = g_strdup (mapping->entity_id);
  relation->destination = g_strdup (mapping->external_system);
  relation->configuration_id = g_strdup (mapping->configuration_id);
  act_mark_offer_set (self->offer, session, relation, which);
}

static void
replay_cb (ActMappingResult *self)
{
  g_signal_emit (self, signals[SIGNAL_REPLAY], 0);
}

static void
correct_cb (ActMappingResult *self)
{
  g_signal_emit (self, signals[SIGNAL_CORRECT], 0);
}

static void
add_another_cb (ActMappingResult *self)
{
  g_signal_emit (self, signals[SIGNAL_ADD_ANOTHER], 0);
}

static void
close_cb (ActMappingResult *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
act_mapping_result_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_MAPPING_RESULT);

  G_OBJECT_CLASS (act_mapping_result_parent_class)->dispose (object);
}

static guint
add_signal (ActMappingResultClass *klass,
            const char            *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
act_mapping_result_class_init (ActMappingResultClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mapping_result_dispose;

  signals[SIGNAL_REPLAY] = add_signal (klass, "replay");
  signals[SIGNAL_CORRECT] = add_signal (klass, "correct");
  signals[SIGNAL_ADD_ANOTHER] = add_signal (klass, "add-another");
  signals[SIGNAL_CLOSE] = add_signal (klass, "close");

  g_type_ensure (ACT_TYPE_FACT_ROW);
  g_type_ensure (ACT_TYPE_MARK_OFFER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mapping-result.ui");
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, box);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, icon);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, title);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, description);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, record);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, place);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, entity);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, next);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, offer);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, replay);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, correct);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, add_another);
  gtk_widget_class_bind_template_child (widget_class, ActMappingResult, close);
  gtk_widget_class_bind_template_callback (widget_class, replay_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_another_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
act_mapping_result_init (ActMappingResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_mapping_result_new:
 *
 * Returns: (transfer floating): a widget that says nothing yet
 */
GtkWidget *
act_mapping_result_new (void)
{
  return g_object_new (ACT_TYPE_MAPPING_RESULT, NULL);
}

/**
 * act_mapping_result_show:
 * @session: where events are marked
 * @outcome: what came of it
 * @mapping: the mapping
 * @entity_name: (nullable): what its entity is called
 * @has_event: whether an event led here, so that a run failed
 *
 * Says what came of a mapping, and offers what can be done next. The focus goes to the first of it.
 */
void
act_mapping_result_show (ActMappingResult         *self,
                         ActSession               *session,
                         ActMappingOutcome         outcome,
                         const ActExternalMapping *mapping,
                         const char               *entity_name,
                         gboolean                  has_event)
{
  gboolean is_there = outcome != ACT_MAPPING_QUEUED && outcome != ACT_MAPPING_DELETED;

  g_return_if_fail (ACT_IS_MAPPING_RESULT (self));
  g_return_if_fail (ACT_IS_SESSION (session));
  g_return_if_fail (mapping != NULL);

  show_head (self, outcome);
  show_facts (self, mapping, entity_name);
  if (is_there)
    offer_marks (self, session, mapping, entity_name);
  gtk_widget_set_visible (GTK_WIDGET (self->next), is_there);
  gtk_widget_set_visible (self->replay, is_there && has_event);
  gtk_widget_set_visible (self->correct, is_there && mapping->id != NULL);
  gtk_widget_set_visible (self->add_another, outcome == ACT_MAPPING_EXISTS);
  gtk_widget_grab_focus (is_there && has_event ? self->replay : self->close);
}
