/* How a connection is, for those who show it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-entry-watch.h"

#include "act-safe-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActEntryWatch
{
  GObject parent_instance;

  ActConnectionEntry *entry;   /* (owned) */
  GSignalGroup       *session; /* (owned): of the session that it has */
};

G_DEFINE_FINAL_TYPE (ActEntryWatch, act_entry_watch, G_TYPE_OBJECT)

static guint changed_signal;

static void
emit_changed (ActEntryWatch *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
entry_notify_cb (ActEntryWatch *self)
{
  g_signal_group_set_target (self->session, act_connection_entry_get_session (self->entry));
  emit_changed (self);
}

static void
act_entry_watch_dispose (GObject *object)
{
  ActEntryWatch *self = ACT_ENTRY_WATCH (object);

  g_clear_object (&self->session);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (act_entry_watch_parent_class)->dispose (object);
}

static void
act_entry_watch_class_init (ActEntryWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = act_entry_watch_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_entry_watch_init (ActEntryWatch *self)
{
  self->session = g_signal_group_new (ACT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session, "notify", G_CALLBACK (emit_changed), self);
}

/**
 * act_entry_watch_new:
 * @entry: an entry
 *
 * Returns: (transfer full): what follows it
 */
ActEntryWatch *
act_entry_watch_new (ActConnectionEntry *entry)
{
  ActEntryWatch *self = NULL;

  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (entry), NULL);

  self = g_object_new (ACT_TYPE_ENTRY_WATCH, NULL);
  self->entry = g_object_ref (entry);
  g_signal_connect_object (entry, "notify", G_CALLBACK (entry_notify_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_set_target (self->session, act_connection_entry_get_session (entry));

  return self;
}

/**
 * act_entry_watch_get_entry:
 * @self: a watch
 *
 * Returns: (transfer none): the entry
 */
ActConnectionEntry *
act_entry_watch_get_entry (ActEntryWatch *self)
{
  g_return_val_if_fail (ACT_IS_ENTRY_WATCH (self), NULL);

  return self->entry;
}

static gboolean
lacks_secret (ActConnectionEntry *entry)
{
  ActSecretPlace place = act_connection_entry_get_secret_place (entry);

  return place == ACT_SECRET_PLACE_NOWHERE || place == ACT_SECRET_PLACE_LOCKED ||
         place == ACT_SECRET_PLACE_NO_KEYRING;
}

static ActEntryCondition
judge_session (ActEntryWatch *self,
               ActSession    *session)
{
  const ActCounts *counts = act_session_get_counts (session);
  gboolean         refused = counts != NULL && counts->local + counts->refused + counts->refused_changes > 0;

  switch (act_session_get_state (session))
    {
    case ACT_SESSION_SIGN_IN_NEEDED:
      if (lacks_secret (self->entry))
        return ACT_ENTRY_NEEDS_SECRET;

      /* The keyring has not answered yet. */
      if (act_connection_entry_get_secret_place (self->entry) == ACT_SECRET_PLACE_UNKNOWN)
        return ACT_ENTRY_OPENING;

      return ACT_ENTRY_NEEDS_KEY;

    case ACT_SESSION_OFFLINE:
      return refused ? ACT_ENTRY_REFUSED : ACT_ENTRY_OFFLINE;

    case ACT_SESSION_FAILING:
      return refused ? ACT_ENTRY_REFUSED : ACT_ENTRY_FAILING;

    case ACT_SESSION_IDLE:
    case ACT_SESSION_REFRESHING:
    default:
      return refused ? ACT_ENTRY_REFUSED : ACT_ENTRY_WELL;
    }
}

/**
 * act_entry_watch_get_condition:
 * @self: a watch
 *
 * Returns: what is most worth saying of the connection
 */
ActEntryCondition
act_entry_watch_get_condition (ActEntryWatch *self)
{
  ActSession *session = NULL;

  g_return_val_if_fail (ACT_IS_ENTRY_WATCH (self), ACT_ENTRY_WELL);

  session = act_connection_entry_get_session (self->entry);
  if (session != NULL)
    return judge_session (self, session);

  if (act_connection_entry_get_state (self->entry) == ACT_CONNECTION_FAILED)
    return ACT_ENTRY_NOT_OPENED;

  return ACT_ENTRY_OPENING;
}

/**
 * act_entry_watch_dup_name:
 * @self: a watch
 *
 * Returns: (transfer full): what the connection is called, in one safe line
 */
char *
act_entry_watch_dup_name (ActEntryWatch *self)
{
  g_return_val_if_fail (ACT_IS_ENTRY_WATCH (self), NULL);

  return act_safe_text_line (act_connection_get_name (act_connection_entry_get_connection (self->entry)));
}

/**
 * act_entry_watch_dup_summary:
 * @self: a watch
 *
 * Returns: (transfer full) (nullable): how many events are open and how many changes are not sent, as
 *   far as that is known
 */
char *
act_entry_watch_dup_summary (ActEntryWatch *self)
{
  ActSession      *session = NULL;
  const ActCounts *counts = NULL;
  g_autofree char *open = NULL;
  g_autofree char *unsent = NULL;
  guint            n_open = 0;

  g_return_val_if_fail (ACT_IS_ENTRY_WATCH (self), NULL);

  session = act_connection_entry_get_session (self->entry);
  counts = session != NULL ? act_session_get_counts (session) : NULL;
  if (counts == NULL)
    return NULL;

  n_open = act_counts_get_open (counts);
  if (n_open == 0 && counts->waiting == 0 && act_session_get_as_of (session) == ACT_TIME_UNKNOWN)
    return NULL;

  open = g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open);
  if (counts->waiting == 0)
    return g_steal_pointer (&open);

  /* Translators: how many changes are not sent to the server yet. */
  unsent = g_strdup_printf (ngettext ("%u not sent", "%u not sent", counts->waiting), counts->waiting);

  return g_strdup_printf ("%s · %s", open, unsent);
}

/**
 * act_entry_condition_get_icon:
 * @condition: a condition
 *
 * Returns: (nullable): the name of its icon
 */
const char *
act_entry_condition_get_icon (ActEntryCondition condition)
{
  switch (condition)
    {
    case ACT_ENTRY_OFFLINE:
      return "network-offline-symbolic";

    case ACT_ENTRY_NEEDS_SECRET:
    case ACT_ENTRY_NEEDS_KEY:
      return "dialog-password-symbolic";

    case ACT_ENTRY_FAILING:
    case ACT_ENTRY_REFUSED:
      return "dialog-warning-symbolic";

    case ACT_ENTRY_NOT_OPENED:
      return "dialog-error-symbolic";

    case ACT_ENTRY_WELL:
    case ACT_ENTRY_OPENING:
    default:
      return NULL;
    }
}

/**
 * act_entry_condition_get_text:
 * @condition: a condition
 *
 * Returns: (nullable): its words
 */
const char *
act_entry_condition_get_text (ActEntryCondition condition)
{
  switch (condition)
    {
    case ACT_ENTRY_OPENING:
      return _ ("Opening");

    case ACT_ENTRY_OFFLINE:
      return _ ("Offline");

    case ACT_ENTRY_FAILING:
      return _ ("Not up to date");

    case ACT_ENTRY_REFUSED:
      return _ ("Changes need a look");

    case ACT_ENTRY_NEEDS_SECRET:
      return _ ("Needs its secret");

    case ACT_ENTRY_NEEDS_KEY:
      return _ ("Needs a new key");

    case ACT_ENTRY_NOT_OPENED:
      return _ ("Cannot be opened");

    case ACT_ENTRY_WELL:
    default:
      return NULL;
    }
}
