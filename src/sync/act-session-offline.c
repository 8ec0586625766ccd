/* What is kept for the time without a network
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-offline.h"

#include "act-session-private.h"
#include "act-store-resources.h"

static void
prefetch_changed_cb (ActPrefetch *prefetch,
                     ActSession  *self)
{
  g_signal_emit_by_name (self, "offline-changed");
  g_signal_emit_by_name (self, "progress-changed");
}

static void
caught_up_cb (ActEngine  *engine,
              ActSession *self)
{
  act_prefetch_start (self->prefetch);
  act_session_prune (self);
}

/* Tells at once what the store has, and reads the rest after each synchronisation. */
void
act_session_start_prefetch (ActSession *self)
{
  self->prefetch = act_prefetch_new (self, self->store, self->engine, self->abilities);
  act_prefetch_set_keep_logs (self->prefetch, self->keep_logs);
  g_signal_connect_object (self->prefetch, "changed", G_CALLBACK (prefetch_changed_cb), self, 0);
  g_signal_connect_object (self->engine, "caught-up", G_CALLBACK (caught_up_cb), self, 0);
  act_prefetch_look (self->prefetch);
}

/**
 * act_session_get_offline_progress:
 * @self: a session
 * @ready: (out) (optional): for how many open events all is known that their follow-ups show
 * @total: (out) (optional): how many open events it is read for
 *
 * Tells how far the reading ahead is. The signal `offline-changed` says when that is another than
 * before.
 */
void
act_session_get_offline_progress (ActSession *self,
                                  guint      *ready,
                                  guint      *total)
{
  guint n_ready = 0;
  guint n_total = 0;

  g_return_if_fail (ACT_IS_SESSION (self));

  if (self->prefetch != NULL)
    act_prefetch_get_progress (self->prefetch, &n_ready, &n_total);
  if (ready != NULL)
    *ready = n_ready;
  if (total != NULL)
    *total = n_total;
}

static void
logs_cleared_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!act_store_clear_resources_finish (ACT_STORE (source), result, &error))
    g_info ("The logs of runs are still kept: %s", error->message);
}

/**
 * act_session_set_keep_logs:
 * @self: a session
 * @keep_logs: whether logs of runs are read ahead and kept
 *
 * Says whether logs are kept for the time without a network. If they are not, those that were kept
 * before are removed, also the ones of an earlier session.
 */
void
act_session_set_keep_logs (ActSession *self,
                           gboolean    keep_logs)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  self->keep_logs = keep_logs;
  if (self->prefetch != NULL)
    act_prefetch_set_keep_logs (self->prefetch, keep_logs);
  if (!keep_logs && self->store != NULL)
    act_store_clear_resources_async (self->store, ACT_RESOURCE_RUN_LOG, NULL, logs_cleared_cb, NULL);
}
