/* A keyring for tests, that can be locked, absent, or slow
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "memory-keyring.h"

struct _MemoryKeyring
{
  GObject     parent_instance;
  GHashTable *secrets; /* (owned): by base URL, organisation and key id */
  GQueue      held;    /* (owned): of GTask */
  int         failure; /* of %ACT_KEYRING_ERROR, or -1 */
  gboolean    is_held;
  guint       n_asked;
};

static void memory_keyring_keyring_init (ActKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MemoryKeyring,
                               memory_keyring,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACT_TYPE_KEYRING, memory_keyring_keyring_init))

static char *
build_prefix (ActConnection *connection)
{
  return g_strdup_printf ("%s\n%s\n", act_connection_get_base_url (connection),
                          act_connection_get_organisation_id (connection));
}

static char *
build_key (ActConnection *connection)
{
  g_autofree char *prefix = build_prefix (connection);

  return g_strconcat (prefix, act_connection_get_key_id (connection), NULL);
}

static gboolean
fail (MemoryKeyring *self,
      GTask         *task)
{
  if (self->failure < 0)
    return FALSE;

  g_task_return_new_error (task, ACT_KEYRING_ERROR, self->failure, "The keyring of the test fails");

  return TRUE;
}

static void
answer (MemoryKeyring *self,
        GTask         *task)
{
  const char *secret = g_hash_table_lookup (self->secrets, g_task_get_task_data (task));

  if (!fail (self, task))
    g_task_return_pointer (task, g_strdup (secret), g_free);
}

static void
look_up_async (ActKeyring         *keyring,
               ActConnection      *connection,
               GCancellable       *cancellable,
               GAsyncReadyCallback callback,
               gpointer            user_data)
{
  MemoryKeyring *self = MEMORY_KEYRING (keyring);
  GTask         *task = g_task_new (self, cancellable, callback, user_data);

  self->n_asked++;
  g_task_set_task_data (task, build_key (connection), g_free);
  if (self->is_held)
    {
      g_queue_push_tail (&self->held, task);
      return;
    }

  answer (self, task);
  g_object_unref (task);
}

static char *
look_up_finish (ActKeyring   *keyring,
                GAsyncResult *result,
                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
store_async (ActKeyring         *keyring,
             ActConnection      *connection,
             const char         *secret,
             GCancellable       *cancellable,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  MemoryKeyring *self = MEMORY_KEYRING (keyring);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (fail (self, task))
    return;

  memory_keyring_put (self, connection, secret);
  g_task_return_boolean (task, TRUE);
}

static gboolean
finish (ActKeyring   *keyring,
        GAsyncResult *result,
        GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
has_prefix (gpointer key,
            gpointer value,
            gpointer user_data)
{
  return g_str_has_prefix (key, user_data);
}

static void
clear_async (ActKeyring         *keyring,
             ActConnection      *connection,
             GCancellable       *cancellable,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  MemoryKeyring *self = MEMORY_KEYRING (keyring);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *prefix = build_prefix (connection);

  if (fail (self, task))
    return;

  g_hash_table_foreach_remove (self->secrets, has_prefix, prefix);
  g_task_return_boolean (task, TRUE);
}

static void
memory_keyring_keyring_init (ActKeyringInterface *iface)
{
  iface->look_up_async = look_up_async;
  iface->look_up_finish = look_up_finish;
  iface->store_async = store_async;
  iface->store_finish = finish;
  iface->clear_async = clear_async;
  iface->clear_finish = finish;
}

static void
memory_keyring_finalize (GObject *object)
{
  MemoryKeyring *self = MEMORY_KEYRING (object);

  g_hash_table_unref (self->secrets);

  G_OBJECT_CLASS (memory_keyring_parent_class)->finalize (object);
}

static void
memory_keyring_class_init (MemoryKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = memory_keyring_finalize;
}

static void
memory_keyring_init (MemoryKeyring *self)
{
  self->secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->failure = -1;
}

MemoryKeyring *
memory_keyring_new (void)
{
  return g_object_new (MEMORY_TYPE_KEYRING, NULL);
}

/* Every answer is this error, or, with -1, none. */
void
memory_keyring_set_failure (MemoryKeyring *self,
                            int            code)
{
  self->failure = code;
}

void
memory_keyring_put (MemoryKeyring *self,
                    ActConnection *connection,
                    const char    *secret)
{
  g_hash_table_insert (self->secrets, build_key (connection), g_strdup (secret));
}

const char *
memory_keyring_get (MemoryKeyring *self,
                    ActConnection *connection)
{
  g_autofree char *key = build_key (connection);

  return g_hash_table_lookup (self->secrets, key);
}

guint
memory_keyring_get_n_asked (MemoryKeyring *self)
{
  return self->n_asked;
}

void
memory_keyring_hold (MemoryKeyring *self)
{
  self->is_held = TRUE;
}

void
memory_keyring_release (MemoryKeyring *self)
{
  GTask *task = NULL;

  self->is_held = FALSE;
  while ((task = g_queue_pop_head (&self->held)) != NULL)
    {
      answer (self, task);
      g_object_unref (task);
    }
}
