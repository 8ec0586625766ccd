/* The keyring of the user's session, through libsecret
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-system-keyring.h"

#include "act-secret-clearing.h"
#include "act-secret-key.h"
#include "act-secret-looking.h"
#include "act-secret-storing.h"

#include <libsecret/secret.h>

/* A keyring that the bus has to start may take this long on a slow computer. */
#define PATIENCE_MS (20 * 1000)

#define SERVICE_NAME "org.freedesktop.secrets"

/* What marks a program that runs in a Flatpak. */
#define SANDBOX_FILE "/.flatpak-info"

struct _ActSystemKeyring
{
  GObject  parent_instance;
  GQueue   waiting; /* (owned): of #GTask, each with a #Call */
  GTask   *running; /* (owned) (nullable) */
  guint    watch;   /* (owned): of the service, while something runs */
  gboolean is_there;
  guint    patience_ms;
  gboolean is_sandboxed;
  gboolean is_silent;
};

typedef void (*StartFunc) (ActSystemKeyring *self,
                           GTask            *task);

/* One call of the interface, which is the data of its task. */
typedef struct
{
  StartFunc      start;
  ActConnection *connection; /* (owned) */
  SecretValue   *secret;     /* (owned) (nullable) */
  GCancellable  *inner;      /* (owned) (nullable): what libsecret is cancelled by */
  GSource       *cancelled;  /* (owned) (nullable) */
  gboolean       may_ask;
  gboolean       is_done;
} Call;

static void act_system_keyring_keyring_init (ActKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActSystemKeyring,
                               act_system_keyring,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACT_TYPE_KEYRING,
                                                      act_system_keyring_keyring_init))

static void
free_call (gpointer data)
{
  Call *call = data;

  act_connection_unref (call->connection);
  g_clear_pointer (&call->secret, secret_value_unref);
  g_clear_object (&call->inner);
  g_free (call);
}

static void fail (GTask  *task,
                  GError *error);

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  ActSystemKeyring *self = user_data;

  self->is_there = TRUE;
}

/* libsecret never answers when the service dies while it asks the user. */
static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  ActSystemKeyring *self = user_data;
  g_autoptr (GTask) task = self->running != NULL ? g_object_ref (self->running) : NULL;

  if (self->is_there && task != NULL)
    fail (task, g_error_new_literal (ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_ABSENT,
                                     "The keyring has ended"));
  self->is_there = FALSE;
}

static void
watch_service (ActSystemKeyring *self)
{
  if (self->watch == 0 && !self->is_sandboxed)
    self->watch = g_bus_watch_name (G_BUS_TYPE_SESSION, SERVICE_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                    appeared_cb, vanished_cb, self, NULL);
}

/* A keyring that is started anew does not know the sessions of the former one. */
static void
leave_service (ActSystemKeyring *self)
{
  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  self->is_there = FALSE;
  secret_service_disconnect ();
}

static void
start_next (ActSystemKeyring *self)
{
  while (self->running == NULL && !g_queue_is_empty (&self->waiting))
    {
      Call *call = NULL;

      self->running = g_queue_pop_head (&self->waiting);
      call = g_task_get_task_data (self->running);
      watch_service (self);
      call->start (self, self->running);
    }

  if (self->running == NULL)
    leave_service (self);
}

/* Takes a call out of the line, whatever libsecret still does for it. Returns whether it is to be
 * answered, which is once. */
static gboolean
end_call (GTask *task)
{
  ActSystemKeyring *self = g_task_get_source_object (task);
  Call             *call = g_task_get_task_data (task);

  if (call->is_done)
    return FALSE;

  call->is_done = TRUE;
  if (call->cancelled != NULL)
    g_source_destroy (call->cancelled);
  g_clear_pointer (&call->cancelled, g_source_unref);
  if (self->running == task)
    g_clear_object (&self->running);
  else if (g_queue_remove (&self->waiting, task))
    g_object_unref (task);
  start_next (self);

  return TRUE;
}

/* Who has declined once is not asked again by what was waiting for the answer. */
static void
stop_asking (ActSystemKeyring *self)
{
  for (GList *link = self->waiting.head; link != NULL; link = link->next)
    {
      Call *call = g_task_get_task_data (link->data);

      call->may_ask = FALSE;
    }
}

static void
fail (GTask  *task,
      GError *error)
{
  if (g_error_matches (error, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_LOCKED))
    stop_asking (g_task_get_source_object (task));

  if (end_call (task))
    g_task_return_error (task, error);
  else
    g_error_free (error);
}

/* libsecret is told, but not waited for: a keyring may never answer that it has closed its question. */
static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  Call *call = g_task_get_task_data (task);

  if (end_call (task))
    g_task_return_error_if_cancelled (task);
  if (call->inner != NULL)
    g_cancellable_cancel (call->inner);

  return G_SOURCE_REMOVE;
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char   *secret = act_secret_look_up_finish (result, &error);

  if (error != NULL)
    fail (task, error);
  else if (end_call (task))
    g_task_return_pointer (task, secret, (GDestroyNotify) secret_password_free);
  else
    secret_password_free (secret);
}

static void
start_look_up (ActSystemKeyring *self,
               GTask            *task)
{
  Call *call = g_task_get_task_data (task);
  g_autoptr (GHashTable) key = act_secret_key_build (call->connection);

  act_secret_look_up_async (key, self->patience_ms, call->may_ask, call->inner, looked_up_cb,
                            g_object_ref (task));
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!act_secret_store_finish (result, &error))
    fail (task, error);
  else if (end_call (task))
    g_task_return_boolean (task, TRUE);
}

static void
start_store (ActSystemKeyring *self,
             GTask            *task)
{
  Call *call = g_task_get_task_data (task);

  act_secret_store_async (call->connection, call->secret, self->patience_ms, call->inner, stored_cb,
                          g_object_ref (task));
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!act_secret_clear_finish (result, &error))
    fail (task, error);
  else if (end_call (task))
    g_task_return_boolean (task, TRUE);
}

static void
start_clear (ActSystemKeyring *self,
             GTask            *task)
{
  Call *call = g_task_get_task_data (task);
  g_autoptr (GHashTable) key = act_secret_key_build_for_any (call->connection);

  act_secret_clear_async (key, self->patience_ms, call->inner, cleared_cb, g_object_ref (task));
}

/* libsecret must not be cancelled in a Flatpak: the answer of the portal would find nobody. */
static void
watch (ActSystemKeyring *self,
       GTask            *task,
       Call             *call)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (!self->is_sandboxed)
    call->inner = g_cancellable_new ();
  if (cancellable == NULL)
    return;

  call->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (call->cancelled, G_SOURCE_FUNC (cancelled_cb), g_object_ref (task),
                         g_object_unref);
  g_source_attach (call->cancelled, g_main_context_get_thread_default ());
}

static Call *
queue_call (ActKeyring         *keyring,
            StartFunc           start,
            ActConnection      *connection,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  ActSystemKeyring *self = ACT_SYSTEM_KEYRING (keyring);
  GTask            *task = g_task_new (self, cancellable, callback, user_data);
  Call             *call = g_new0 (Call, 1);

  g_task_set_source_tag (task, queue_call);
  g_task_set_task_data (task, call, free_call);
  call->start = start;
  call->connection = act_connection_ref (connection);
  call->may_ask = !self->is_silent;
  watch (self, task, call);
  g_queue_push_tail (&self->waiting, task);

  return call;
}

static void
act_system_keyring_look_up_async (ActKeyring         *keyring,
                                  ActConnection      *connection,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  queue_call (keyring, start_look_up, connection, cancellable, callback, user_data);
  start_next (ACT_SYSTEM_KEYRING (keyring));
}

static char *
act_system_keyring_look_up_finish (ActKeyring   *keyring,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, keyring), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
act_system_keyring_store_async (ActKeyring         *keyring,
                                ActConnection      *connection,
                                const char         *secret,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Call *call = queue_call (keyring, start_store, connection, cancellable, callback, user_data);

  call->secret = secret_value_new (secret, -1, "text/plain");
  start_next (ACT_SYSTEM_KEYRING (keyring));
}

static gboolean
act_system_keyring_finish (ActKeyring   *keyring,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, keyring), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
act_system_keyring_clear_async (ActKeyring         *keyring,
                                ActConnection      *connection,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  queue_call (keyring, start_clear, connection, cancellable, callback, user_data);
  start_next (ACT_SYSTEM_KEYRING (keyring));
}

static void
act_system_keyring_keyring_init (ActKeyringInterface *iface)
{
  iface->look_up_async = act_system_keyring_look_up_async;
  iface->look_up_finish = act_system_keyring_look_up_finish;
  iface->store_async = act_system_keyring_store_async;
  iface->store_finish = act_system_keyring_finish;
  iface->clear_async = act_system_keyring_clear_async;
  iface->clear_finish = act_system_keyring_finish;
}

static void
act_system_keyring_class_init (ActSystemKeyringClass *klass)
{
}

static void
act_system_keyring_init (ActSystemKeyring *self)
{
  g_queue_init (&self->waiting);
  self->is_sandboxed = g_file_test (SANDBOX_FILE, G_FILE_TEST_EXISTS);
  /* There the portal answers only when the user has opened the keyring. */
  self->patience_ms = self->is_sandboxed ? 0 : PATIENCE_MS;
}

/**
 * act_system_keyring_new:
 *
 * Asks nobody yet. Main thread.
 *
 * Returns: (transfer full): the keyring
 */
ActSystemKeyring *
act_system_keyring_new (void)
{
  return g_object_new (ACT_TYPE_SYSTEM_KEYRING, NULL);
}

/**
 * act_system_keyring_set_silent:
 * @self: a keyring
 * @is_silent: whether a secret that is locked is not asked the user for
 *
 * Says that there is nobody who could open the keyring, or that nobody is to be asked.
 */
void
act_system_keyring_set_silent (ActSystemKeyring *self,
                               gboolean          is_silent)
{
  g_return_if_fail (ACT_IS_SYSTEM_KEYRING (self));

  self->is_silent = is_silent;
}

/**
 * act_system_keyring_set_patience:
 * @self: a keyring
 * @patience_ms: after how many milliseconds a keyring that does not answer at all counts as absent
 *
 * The time that the user takes to open it is not limited by this. For tests.
 */
void
act_system_keyring_set_patience (ActSystemKeyring *self,
                                 guint             patience_ms)
{
  g_return_if_fail (ACT_IS_SYSTEM_KEYRING (self));

  self->patience_ms = patience_ms;
}
