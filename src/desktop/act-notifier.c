/* Tells of a connection's new events by a notification of the desktop
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-notifier.h"

#include "act-notification-text.h"
#include "act-time.h"

/* Row ids begin with the event's time in milliseconds. */
#define TIME_SHIFT 20

/* Servers of one organisation do not list events in the exact order of their times. What is older than
 * the newest known event by more than this is old, also when it comes only now. */
#define LATENESS (G_GINT64_CONSTANT (3600000) << TIME_SHIFT)

/* As many of the newest events are remembered as known; what is older than all of them is old. */
#define MAX_KNOWN 1000

#define NO_ROW G_MININT64

struct _ActNotifier
{
  GObject parent_instance;

  GApplication       *application; /* (unowned) (nullable): weak */
  ActConnectionEntry *entry;       /* (owned) */
  GSignalGroup       *session;     /* (owned): of the session that it has */
  GCancellable       *cancellable; /* (owned): of what is asked of that session */

  gint64      as_of;
  gboolean    has_begun; /* what is old is known, or asked for */
  gint64      first;     /* the newest row of the first synchronisation, or NO_ROW */
  gint64      oldest;    /* rows before it are old */
  GHashTable *known;     /* (element-type gint64) */
  GHashTable *fresh;     /* (element-type gint64): the open rows that are told of */
  gboolean    watched;
  gboolean    quiet; /* it is watched, or switched off */
  gboolean    is_shown;
};

G_DEFINE_FINAL_TYPE (ActNotifier, act_notifier, G_TYPE_OBJECT)

typedef enum
{
  LOOK_FIRST, /* after the first synchronisation: all is old */
  LOOK_SEEN,  /* all that is there is seen */
  LOOK_NEW,   /* after a refresh */
  LOOK_LEFT,  /* after anything else: what is still open */
} LookKind;

typedef struct
{
  ActNotifier *notifier; /* (unowned): it cancels what it asked for */
  LookKind     kind;
} Look;

static ActConnection *
get_connection (ActNotifier *self)
{
  return act_connection_entry_get_connection (self->entry);
}

static void
withdraw (ActNotifier *self)
{
  g_hash_table_remove_all (self->fresh);
  if (self->is_shown && self->application != NULL)
    g_application_withdraw_notification (self->application,
                                         act_connection_get_id (get_connection (self)));
  self->is_shown = FALSE;
}

/* Takes the place of the one that is shown. */
static void
send (ActNotifier *self)
{
  const char      *id = act_connection_get_id (get_connection (self));
  g_autofree char *title = act_notification_text_title (g_hash_table_size (self->fresh),
                                                        act_connection_get_name (get_connection (self)));
  g_autoptr (GNotification) notification = g_notification_new (title);

  if (self->application == NULL)
    return;

  g_notification_set_default_action_and_target (notification, "app.show-connection", "s", id);
  g_application_send_notification (self->application, id, notification);
  self->is_shown = TRUE;
}

static GHashTable *
new_row_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_row (GHashTable *set,
         gint64      row_id)
{
  g_hash_table_add (set, g_memdup2 (&row_id, sizeof row_id));
}

static gboolean
is_old (ActNotifier *self,
        gint64       row_id)
{
  return row_id < self->oldest || row_id <= self->first || g_hash_table_contains (self->known, &row_id);
}

static void
take_seen (ActNotifier *self,
           GArray      *row_ids,
           gboolean     is_first)
{
  gint64 newest = NO_ROW;
  gint64 least = G_MAXINT64;

  withdraw (self);
  g_hash_table_remove_all (self->known);
  for (guint i = 0; i < row_ids->len; i++)
    {
      gint64 row_id = g_array_index (row_ids, gint64, i);

      add_row (self->known, row_id);
      newest = MAX (newest, row_id);
      least = MIN (least, row_id);
    }

  self->oldest = row_ids->len == MAX_KNOWN ? least : NO_ROW;
  if (newest > NO_ROW + LATENESS)
    self->oldest = MAX (self->oldest, newest - LATENESS);
  if (is_first)
    self->first = newest;
}

static void
take_open (ActNotifier *self,
           GArray      *row_ids,
           gboolean     after_refresh)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->fresh);
  guint n_new = 0;

  self->fresh = new_row_set ();
  for (guint i = 0; i < row_ids->len; i++)
    {
      gint64 row_id = g_array_index (row_ids, gint64, i);

      if (g_hash_table_contains (before, &row_id))
        {
          add_row (self->fresh, row_id);
        }
      else if (after_refresh && !is_old (self, row_id))
        {
          add_row (self->known, row_id);
          add_row (self->fresh, row_id);
          n_new++;
        }
    }

  if (n_new > 0)
    send (self);
  else if (g_hash_table_size (self->fresh) == 0)
    withdraw (self);
}

/* All looks are answered in the order in which they were asked for. */
static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Look *look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (source), result, &error);

  if (row_ids == NULL)
    {
      g_debug ("New events were not looked for: %s", error->message);
      return;
    }

  if (look->kind == LOOK_FIRST || look->kind == LOOK_SEEN)
    take_seen (look->notifier, row_ids, look->kind == LOOK_FIRST);
  else if (!look->notifier->quiet)
    take_open (look->notifier, row_ids, look->kind == LOOK_NEW);
}

static void
begin_look (ActNotifier *self,
            LookKind     kind)
{
  ActSession *session = act_connection_entry_get_session (self->entry);
  gboolean    all = kind == LOOK_FIRST || kind == LOOK_SEEN;
  g_autoptr (ActQuery) query = act_query_new ();
  Look *look = NULL;

  /* What was marked, and is open again later, is no new event. */
  query->include_actioned = all;
  if (!all && self->oldest != NO_ROW)
    query->after = self->oldest >> TIME_SHIFT;

  look = g_new0 (Look, 1);
  look->notifier = self;
  look->kind = kind;
  self->has_begun = TRUE;
  act_row_source_query_async (act_session_get_row_source (session), query, all ? MAX_KNOWN : 0,
                              self->cancellable, looked_cb, look);
}

static void
as_of_cb (ActNotifier *self)
{
  gint64 as_of = act_session_get_as_of (act_connection_entry_get_session (self->entry));

  if (as_of == self->as_of)
    return;

  self->as_of = as_of;
  if (!self->has_begun)
    begin_look (self, LOOK_FIRST);
  else
    begin_look (self, self->quiet ? LOOK_SEEN : LOOK_NEW);
}

static void
counts_cb (ActNotifier *self)
{
  if (self->is_shown)
    begin_look (self, LOOK_LEFT);
}

static void
entry_session_cb (ActNotifier *self)
{
  ActSession *session = act_connection_entry_get_session (self->entry);

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  withdraw (self);
  self->first = NO_ROW;
  self->oldest = NO_ROW;
  self->has_begun = FALSE;
  self->as_of = session != NULL ? act_session_get_as_of (session) : ACT_TIME_UNKNOWN;
  g_signal_group_set_target (self->session, session);
  if (self->as_of != ACT_TIME_UNKNOWN)
    begin_look (self, LOOK_SEEN);
}

static void
update_quiet (ActNotifier *self)
{
  gboolean quiet = self->watched || !act_connection_get_notify (get_connection (self));

  if (quiet == self->quiet)
    return;

  self->quiet = quiet;
  if (!quiet)
    return;

  withdraw (self);
  if (self->has_begun)
    begin_look (self, LOOK_SEEN);
}

static void
act_notifier_dispose (GObject *object)
{
  ActNotifier *self = ACT_NOTIFIER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->entry != NULL)
    {
      withdraw (self);
      g_signal_handlers_disconnect_by_data (self->entry, self);
    }

  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->entry);
  g_clear_weak_pointer (&self->application);

  G_OBJECT_CLASS (act_notifier_parent_class)->dispose (object);
}

static void
act_notifier_finalize (GObject *object)
{
  ActNotifier *self = ACT_NOTIFIER (object);

  g_hash_table_unref (self->known);
  g_hash_table_unref (self->fresh);

  G_OBJECT_CLASS (act_notifier_parent_class)->finalize (object);
}

static void
act_notifier_class_init (ActNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_notifier_dispose;
  object_class->finalize = act_notifier_finalize;
}

static void
act_notifier_init (ActNotifier *self)
{
  self->known = new_row_set ();
  self->fresh = new_row_set ();
  self->cancellable = g_cancellable_new ();
  self->session = g_signal_group_new (ACT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session, "notify::as-of", G_CALLBACK (as_of_cb), self);
  g_signal_group_connect_swapped (self->session, "notify::counts", G_CALLBACK (counts_cb), self);
}

/**
 * act_notifier_new:
 * @application: a registered application with the action `show-connection`
 * @entry: a connection
 *
 * Tells of the connection's new events from now on, for as long as its switch is on.
 *
 * Returns: (transfer full): a notifier
 */
ActNotifier *
act_notifier_new (GApplication       *application,
                  ActConnectionEntry *entry)
{
  ActNotifier *self = NULL;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (entry), NULL);

  self = g_object_new (ACT_TYPE_NOTIFIER, NULL);
  g_set_weak_pointer (&self->application, application);
  self->entry = g_object_ref (entry);
  g_signal_connect_object (entry, "notify::session", G_CALLBACK (entry_session_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::connection", G_CALLBACK (update_quiet), self,
                           G_CONNECT_SWAPPED);
  update_quiet (self);
  entry_session_cb (self);

  return self;
}

/**
 * act_notifier_set_watched:
 * @self: a notifier
 * @watched: whether the user looks at the connection
 *
 * Says that the user sees all that comes, and has seen all that is there.
 */
void
act_notifier_set_watched (ActNotifier *self,
                          gboolean     watched)
{
  g_return_if_fail (ACT_IS_NOTIFIER (self));

  self->watched = watched;
  update_quiet (self);
}
