/* What came of enabling an integration again, and what to do next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-re-enable-result.h"

#include "act-configuration-text.h"
#include "act-mark-offer.h"
#include "act-outcome-heading.h"
#include "act-time.h"

#include <glib/gi18n.h>

#define ALL_KINDS ((1u << ACT_N_EVENT_KINDS) - 1)

struct _ActReEnableResult
{
  GtkWidget parent_instance;

  GtkWidget         *box;
  ActOutcomeHeading *heading;
  ActMarkOffer      *offer;
};

G_DEFINE_FINAL_TYPE (ActReEnableResult, act_re_enable_result, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  ActOutcomeLook look;
  gboolean       is_enabled;
  const char    *title;
  const char    *text;
} OutcomeRow;

/* In the texts, %s is the name of an integration. */
static const OutcomeRow outcomes[] = {
  [ACT_RE_ENABLE_DONE] = {
      ACT_OUTCOME_GOOD,
      TRUE,
      N_ ("Enabled Again"),
      N_ ("“%s” runs again from now on."),
  },
  [ACT_RE_ENABLE_ALREADY] = {
      ACT_OUTCOME_GOOD,
      TRUE,
      N_ ("Already Re-enabled on the Server"),
      N_ ("“%s” runs. Nothing was changed here."),
  },
  [ACT_RE_ENABLE_QUEUED] = {
      ACT_OUTCOME_WAITING,
      FALSE,
      N_ ("Waiting for the Server"),
      N_ ("“%s” will be enabled when the server is back, if nobody changes it before. Until then it is among the pending changes."),
  },
  [ACT_RE_ENABLE_NOT_DONE] = {
      ACT_OUTCOME_BAD,
      FALSE,
      N_ ("Still Disabled"),
      N_ ("The server accepted the call, but says that “%s” is still disabled."),
  },
};

static void
close_cb (ActReEnableResult *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static char *
format_text (const char *format,
             const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (name, parts);
}

/* What came after the integration was disabled has nothing to do with it. */
static void
offer_marks (ActReEnableResult                 *self,
             ActSession                        *session,
             const ActIntegrationConfiguration *configuration,
             const ActEventRecord              *record)
{
  g_autoptr (ActRelation) relation = act_relation_new (ALL_KINDS);
  g_autofree char *name = act_configuration_text_name (configuration);
  g_autofree char *which = NULL;

  relation->configuration_id = g_strdup (configuration->id);
  if (record != NULL)
    relation->row_id = record->row_id;
  relation->until = record != NULL ? act_event_record_get_time (record) : act_time_now ();
  /* Translators: %s is the name of an integration */
  which = g_strdup_printf (record != NULL ? _ ("That “%s” was disabled, and all its open errors before that")
                                          : _ ("All open errors of “%s” up to now"),
                           name);
  act_mark_offer_set (self->offer, session, relation, which);
}

static void
act_re_enable_result_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_RE_ENABLE_RESULT);

  G_OBJECT_CLASS (act_re_enable_result_parent_class)->dispose (object);
}

static void
act_re_enable_result_class_init (ActReEnableResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_re_enable_result_dispose;

  signals[SIGNAL_CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_MARK_OFFER);
  g_type_ensure (ACT_TYPE_OUTCOME_HEADING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-re-enable-result.ui");
  gtk_widget_class_bind_template_child (widget_class, ActReEnableResult, box);
  gtk_widget_class_bind_template_child (widget_class, ActReEnableResult, heading);
  gtk_widget_class_bind_template_child (widget_class, ActReEnableResult, offer);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
act_re_enable_result_init (ActReEnableResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_re_enable_result_new:
 *
 * Returns: (transfer floating): a result that says nothing yet
 */
GtkWidget *
act_re_enable_result_new (void)
{
  return g_object_new (ACT_TYPE_RE_ENABLE_RESULT, NULL);
}

/**
 * act_re_enable_result_show:
 * @self: a result
 * @session: whose events can be marked
 * @outcome: what came of it
 * @configuration: the integration
 * @record: (nullable): the event that it began with
 *
 * Shows what came of it.
 */
void
act_re_enable_result_show (ActReEnableResult                 *self,
                           ActSession                        *session,
                           ActReEnableOutcome                 outcome,
                           const ActIntegrationConfiguration *configuration,
                           const ActEventRecord              *record)
{
  const OutcomeRow *row = &outcomes[outcome];
  g_autofree char  *name = NULL;
  g_autofree char  *text = NULL;

  g_return_if_fail (ACT_IS_RE_ENABLE_RESULT (self));
  g_return_if_fail (ACT_IS_SESSION (session));
  g_return_if_fail (configuration != NULL);

  name = act_configuration_text_name (configuration);
  text = format_text (_ (row->text), name);
  act_outcome_heading_set (self->heading, row->look, _ (row->title), text);
  offer_marks (self, row->is_enabled ? session : NULL, configuration, record);
}
