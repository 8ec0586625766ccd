/* Looking for what other processes write to a store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-watch.h"

#include "act-store-private.h"

/* How often other processes' changes are looked for. */
#define WATCH_SECONDS 2

/* Counted: a look may be under way when the watch ends. */
typedef struct
{
  GWeakRef store;
  gboolean looking; /* while a look is under way */
} Watch;

static void
clear_watch (gpointer data)
{
  Watch *self = data;

  g_weak_ref_clear (&self->store);
}

static void
release_watch (gpointer data)
{
  g_rc_box_release_full (data, clear_watch);
}

static gboolean
check_version (ActStoreDatabase *database,
               gpointer          arguments,
               gpointer         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  g_autofree gboolean *others_wrote = g_new0 (gboolean, 1);

  if (!act_store_database_check_version (database, others_wrote, error))
    return FALSE;

  *result = g_steal_pointer (&others_wrote);

  return TRUE;
}

static void
version_checked_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  ActStore            *store = ACT_STORE (source);
  Watch               *self = user_data;
  g_autofree gboolean *others_wrote = NULL;
  g_autoptr (GError) error = NULL;

  self->looking = FALSE;
  release_watch (self);
  if (!act_store_take (store, result, version_checked_cb, (gpointer *) &others_wrote, &error))
    g_debug ("Other processes' changes cannot be looked for: %s", error->message);
  else if (*others_wrote)
    g_signal_emit_by_name (store, "others-wrote");
}

static gboolean
watch_cb (gpointer user_data)
{
  Watch *self = user_data;
  g_autoptr (ActStore) store = g_weak_ref_get (&self->store);

  if (store == NULL)
    return G_SOURCE_REMOVE;

  if (!self->looking)
    {
      self->looking = TRUE;
      act_store_submit (store, ACT_STORE_WRITES, version_checked_cb, check_version, NULL, g_free,
                        NULL, version_checked_cb, g_rc_box_acquire (self));
    }

  return G_SOURCE_CONTINUE;
}

/**
 * act_store_watch_start:
 * @store: an open store
 *
 * Looks every few seconds for what other processes wrote, and then emits `others-wrote`. The store is
 * not held. Main thread.
 *
 * Returns: (transfer full): what looks, until it is destroyed
 */
GSource *
act_store_watch_start (ActStore *store)
{
  GSource *source = g_timeout_source_new_seconds (WATCH_SECONDS);
  Watch   *self = g_rc_box_new0 (Watch);

  g_weak_ref_init (&self->store, store);
  g_source_set_static_name (source, "[actioned] store watch");
  g_source_set_callback (source, watch_cb, self, release_watch);
  g_source_attach (source, g_main_context_get_thread_default ());

  return source;
}
