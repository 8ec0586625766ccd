/* Tests what is entered in a dialog about a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-trial.h"

#include "act-connection-report-text.h"
#include "act-connection-test.h"

#include <glib/gi18n.h>

struct _ActConnectionTrial
{
  GObject parent_instance;

  ActConnectionOutcome *outcome;     /* (owned) */
  ActConnections       *connections; /* (owned) */
  ActConnection        *connection;  /* (owned) (nullable): what was tested last */
  ActConnectionReport  *report;      /* (owned) (nullable): what came of that */
  GCancellable         *cancellable; /* (owned) (nullable): of the test under way */
  gboolean              is_new;
  gboolean              keep;
};

G_DEFINE_FINAL_TYPE (ActConnectionTrial, act_connection_trial, G_TYPE_OBJECT)

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_offer_label (ActConnectionTrial *self,
                 ActConnectionOffer  offer)
{
  switch (offer)
    {
    case ACT_CONNECTION_OFFER_OTHER_ORGANISATION:
      return _ ("Use This Organisation");

    case ACT_CONNECTION_OFFER_KEEP:
      return self->is_new ? _ ("Add Anyway") : _ ("Use Anyway");

    case ACT_CONNECTION_OFFER_NONE:
    default:
      return NULL;
    }
}

/* The organisation that a key turned out to be for may be one that the user has given a name. */
static char *
dup_known_name (ActConnectionTrial *self)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (self->report->organisation_id == NULL)
    return NULL;

  entries = act_connections_find_organisation (self->connections, self->report->organisation_id);
  if (entries->len == 0)
    return NULL;

  return g_strdup (act_connection_get_name (
      act_connection_entry_get_connection (g_ptr_array_index (entries, 0))));
}

static void
show_report (ActConnectionTrial *self)
{
  g_autofree char *known_name = dup_known_name (self);
  g_autoptr (ActConnectionReportText) text = NULL;

  text = act_connection_report_text_new (self->report, self->connection, known_name, self->is_new);
  act_connection_outcome_show_text (self->outcome, text,
                                    self->report->verdict == ACT_CONNECTION_WORKS,
                                    get_offer_label (self, text->offer));
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ActConnectionTrial) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActConnectionReport) report = act_connection_test_finish (result, &error);
  gboolean passed = FALSE;

  /* Another one may be under way already. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  self->report = g_steal_pointer (&report);
  passed = self->keep && self->report != NULL && self->report->verdict == ACT_CONNECTION_WORKS;
  if (self->report == NULL)
    act_connection_outcome_show_error (self->outcome, error);
  else if (!passed)
    show_report (self);

  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, passed);
}

static void
act_connection_trial_finalize (GObject *object)
{
  ActConnectionTrial *self = ACT_CONNECTION_TRIAL (object);

  g_clear_object (&self->outcome);
  g_clear_object (&self->connections);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, act_connection_report_free);
  g_clear_pointer (&self->connection, act_connection_unref);

  G_OBJECT_CLASS (act_connection_trial_parent_class)->finalize (object);
}

static void
act_connection_trial_class_init (ActConnectionTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_connection_trial_finalize;

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
act_connection_trial_init (ActConnectionTrial *self)
{
}

/**
 * act_connection_trial_new:
 * @outcome: where it says what it found
 * @connections: the connections that there are
 * @is_new: whether what is tested is to be one more of them
 *
 * Returns: (transfer full): what tests connections
 */
ActConnectionTrial *
act_connection_trial_new (ActConnectionOutcome *outcome,
                          ActConnections       *connections,
                          gboolean              is_new)
{
  ActConnectionTrial *self = NULL;

  g_return_val_if_fail (ACT_IS_CONNECTION_OUTCOME (outcome), NULL);
  g_return_val_if_fail (ACT_IS_CONNECTIONS (connections), NULL);

  self = g_object_new (ACT_TYPE_CONNECTION_TRIAL, NULL);
  self->outcome = g_object_ref (outcome);
  self->connections = g_object_ref (connections);
  self->is_new = is_new;

  return self;
}

/**
 * act_connection_trial_start:
 * @self: a trial
 * @connection: what is to be tested
 * @secret: its secret, which is not kept here
 * @keep: whether it is to be kept if it works
 *
 * Tests a connection, and no longer the one that was tested.
 */
void
act_connection_trial_start (ActConnectionTrial *self,
                            ActConnection      *connection,
                            const char         *secret,
                            gboolean            keep)
{
  g_return_if_fail (ACT_IS_CONNECTION_TRIAL (self));
  g_return_if_fail (connection != NULL);
  g_return_if_fail (secret != NULL);

  act_connection_trial_forget (self);
  self->connection = act_connection_ref (connection);
  self->keep = keep;
  self->cancellable = g_cancellable_new ();
  act_connection_outcome_show_testing (self->outcome, _ ("Testing the connection…"));
  act_connection_test_async (connection, secret, self->cancellable, tested_cb, g_object_ref (self));
}

/**
 * act_connection_trial_forget:
 * @self: a trial
 *
 * Stops a test that is under way, and says nothing any more of what was found: it is about what was
 * entered then.
 */
void
act_connection_trial_forget (ActConnectionTrial *self)
{
  g_return_if_fail (ACT_IS_CONNECTION_TRIAL (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, act_connection_report_free);
  g_clear_pointer (&self->connection, act_connection_unref);
  act_connection_outcome_hide (self->outcome);
}

/**
 * act_connection_trial_get_connection:
 * @self: a trial
 *
 * Returns: (transfer none) (nullable): what was tested last
 */
ActConnection *
act_connection_trial_get_connection (ActConnectionTrial *self)
{
  g_return_val_if_fail (ACT_IS_CONNECTION_TRIAL (self), NULL);

  return self->connection;
}

/**
 * act_connection_trial_get_report:
 * @self: a trial
 *
 * Returns: (transfer none) (nullable): what came of it, once that is known
 */
const ActConnectionReport *
act_connection_trial_get_report (ActConnectionTrial *self)
{
  g_return_val_if_fail (ACT_IS_CONNECTION_TRIAL (self), NULL);

  return self->report;
}
