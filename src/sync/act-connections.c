/* The connections of this computer, in the user's order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connections-private.h"

#include "act-connection-file.h"

static void act_connections_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActConnections,
                               act_connections,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      act_connections_list_model_init))

/* A session may have been told to change a setting of its own, which nobody else writes down. */
static void
entry_connection_cb (ActConnectionEntry *entry,
                     GParamSpec         *pspec,
                     ActConnections     *self)
{
  g_autoptr (GError) error = NULL;

  if (!act_connections_save (self, entry, &error))
    g_info ("The connection was not written down: %s", error->message);
}

static void
load (ActConnections *self)
{
  g_autoptr (GPtrArray) connections = act_connection_file_load (self->folder);

  for (guint i = 0; i < connections->len; i++)
    act_connections_append (self, g_ptr_array_index (connections, i));
}

static GType
act_connections_get_item_type (GListModel *model)
{
  return ACT_TYPE_CONNECTION_ENTRY;
}

static guint
act_connections_get_n_items (GListModel *model)
{
  return ACT_CONNECTIONS (model)->entries->len;
}

static gpointer
act_connections_get_item (GListModel *model,
                          guint       position)
{
  ActConnections *self = ACT_CONNECTIONS (model);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position))
                                       : NULL;
}

static void
act_connections_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = act_connections_get_item_type;
  iface->get_n_items = act_connections_get_n_items;
  iface->get_item = act_connections_get_item;
}

static void
act_connections_dispose (GObject *object)
{
  ActConnections *self = ACT_CONNECTIONS (object);

  g_ptr_array_set_size (self->entries, 0);
  g_clear_object (&self->keyring);

  G_OBJECT_CLASS (act_connections_parent_class)->dispose (object);
}

static void
act_connections_finalize (GObject *object)
{
  ActConnections *self = ACT_CONNECTIONS (object);

  g_ptr_array_unref (self->entries);
  g_free (self->folder);

  G_OBJECT_CLASS (act_connections_parent_class)->finalize (object);
}

static void
act_connections_class_init (ActConnectionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_connections_dispose;
  object_class->finalize = act_connections_finalize;
}

static void
act_connections_init (ActConnections *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

/* The key of the environment is for one session: what was written down stays. */
gboolean
act_connections_save (ActConnections     *self,
                      ActConnectionEntry *entry,
                      GError            **error)
{
  ActConnection *connection = act_connection_entry_get_connection (entry);
  const char    *key_id = act_connection_entry_get_kept_key_id (entry);
  g_autoptr (ActConnectionSettings) settings = NULL;
  g_autoptr (ActConnection) kept = NULL;

  if (!self->is_kept)
    return TRUE;
  if (key_id == NULL)
    return act_connection_file_put (self->folder, connection, error);

  settings = act_connection_dup_settings (connection);
  g_free (settings->key_id);
  settings->key_id = g_strdup (key_id);
  kept = act_connection_copy_with_settings (connection, settings, error);

  return kept != NULL && act_connection_file_put (self->folder, kept, error);
}

ActConnectionEntry *
act_connections_append (ActConnections *self,
                        ActConnection  *connection)
{
  ActConnectionEntry *entry = act_connection_entry_new (connection, self->folder, self->keyring);

  g_ptr_array_add (self->entries, entry);
  g_signal_connect_object (entry, "notify::connection", G_CALLBACK (entry_connection_cb), self, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - 1, 0, 1);

  return entry;
}

void
act_connections_drop (ActConnections     *self,
                      ActConnectionEntry *entry)
{
  guint position = 0;

  if (!g_ptr_array_find (self->entries, entry, &position))
    return;

  g_signal_handlers_disconnect_by_data (entry, self);
  g_ptr_array_remove_index (self->entries, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * act_connections_new_with_keyring:
 * @folder: the folder of the stores
 * @keyring: (nullable): where secrets are kept; %NULL for nowhere
 *
 * Reads the list of connections. None is opened.
 *
 * Returns: (transfer full): the list
 */
ActConnections *
act_connections_new_with_keyring (const char *folder,
                                  ActKeyring *keyring)
{
  ActConnections *self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (ACT_TYPE_CONNECTIONS, NULL);
  self->folder = g_strdup (folder);
  self->is_kept = TRUE;
  g_set_object (&self->keyring, keyring);
  load (self);

  return self;
}

/**
 * act_connections_new:
 * @folder: the folder of the stores, which need not exist
 *
 * Reads the list of connections. None is opened, and the keyring is not asked.
 *
 * Returns: (transfer full): the list
 */
ActConnections *
act_connections_new (const char *folder)
{
  g_autoptr (ActKeyring) keyring = act_keyring_new_for_system ();

  return act_connections_new_with_keyring (folder, keyring);
}

/**
 * act_connections_new_silent:
 * @folder: the folder of the stores, which need not exist
 *
 * As act_connections_new(), for commands: a keyring that is locked stays so, and nobody is asked.
 *
 * Returns: (transfer full): the list
 */
ActConnections *
act_connections_new_silent (const char *folder)
{
  g_autoptr (ActKeyring) keyring = act_keyring_new_silent ();

  return act_connections_new_with_keyring (folder, keyring);
}

/**
 * act_connections_new_unkept:
 * @folder: the folder of the stores
 *
 * Makes a list that nothing is written down of, for the demo: its server has another address each time.
 *
 * Returns: (transfer full): an empty list
 */
ActConnections *
act_connections_new_unkept (const char *folder)
{
  ActConnections *self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (ACT_TYPE_CONNECTIONS, NULL);
  self->folder = g_strdup (folder);

  return self;
}

/**
 * act_connections_get_folder:
 * @self: a list
 *
 * Returns: (type filename): the folder of the stores
 */
const char *
act_connections_get_folder (ActConnections *self)
{
  g_return_val_if_fail (ACT_IS_CONNECTIONS (self), NULL);

  return self->folder;
}

/**
 * act_connections_find:
 * @self: a list
 * @connection_id: the id of a connection
 *
 * Returns: (transfer none) (nullable): its entry
 */
ActConnectionEntry *
act_connections_find (ActConnections *self,
                      const char     *connection_id)
{
  g_return_val_if_fail (ACT_IS_CONNECTIONS (self), NULL);
  g_return_val_if_fail (connection_id != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      ActConnectionEntry *entry = g_ptr_array_index (self->entries, i);
      ActConnection      *connection = act_connection_entry_get_connection (entry);

      if (g_str_equal (act_connection_get_id (connection), connection_id))
        return entry;
    }

  return NULL;
}

/**
 * act_connections_find_organisation:
 * @self: a list
 * @organisation_id: the id of an organisation, from outside
 *
 * Returns: (transfer container) (element-type ActConnectionEntry): the entries that are for it
 */
GPtrArray *
act_connections_find_organisation (ActConnections *self,
                                   const char     *organisation_id)
{
  GPtrArray *found = NULL;

  g_return_val_if_fail (ACT_IS_CONNECTIONS (self), NULL);
  g_return_val_if_fail (organisation_id != NULL, NULL);

  found = g_ptr_array_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      ActConnectionEntry *entry = g_ptr_array_index (self->entries, i);
      ActConnection      *connection = act_connection_entry_get_connection (entry);

      if (g_str_equal (act_connection_get_organisation_id (connection), organisation_id))
        g_ptr_array_add (found, entry);
    }

  return found;
}

/**
 * act_connections_edit:
 * @self: a list
 * @entry: an entry of it
 * @connection: its connection with other settings: the same id, base URL, organisation and key, as of
 *   act_connection_copy_with_settings()
 * @error: of %G_IO_ERROR
 *
 * Writes down what was edited, and lets its session follow at once.
 *
 * Returns: whether it is written down; if not, nothing has changed
 */
gboolean
act_connections_edit (ActConnections     *self,
                      ActConnectionEntry *entry,
                      ActConnection      *connection,
                      GError            **error)
{
  ActConnection *former = NULL;

  g_return_val_if_fail (ACT_IS_CONNECTIONS (self), FALSE);
  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (entry), FALSE);
  g_return_val_if_fail (connection != NULL, FALSE);

  former = act_connection_entry_get_connection (entry);
  g_return_val_if_fail (g_str_equal (act_connection_get_id (connection),
                                     act_connection_get_id (former)),
                        FALSE);
  g_return_val_if_fail (g_str_equal (act_connection_get_key_id (connection),
                                     act_connection_get_key_id (former)),
                        FALSE);

  if (self->is_kept && act_connection_entry_get_kept_key_id (entry) == NULL &&
      !act_connection_file_put (self->folder, connection, error))
    return FALSE;

  act_connection_entry_set_connection (entry, connection);

  return TRUE;
}

static gboolean
write_order (ActConnections *self,
             guint           from,
             guint           to,
             GError        **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      ActConnectionEntry *entry = g_ptr_array_index (self->entries, i);

      g_ptr_array_add (ids, (gpointer) act_connection_get_id (act_connection_entry_get_connection (entry)));
    }

  g_ptr_array_insert (ids, (int) to, g_ptr_array_steal_index (ids, from));
  g_ptr_array_add (ids, NULL);

  return act_connection_file_order (self->folder, (const char *const *) ids->pdata, error);
}

/**
 * act_connections_move:
 * @self: a list
 * @entry: an entry of it
 * @position: where it is to stand
 * @error: of %G_IO_ERROR
 *
 * Puts an entry in another place.
 *
 * Returns: whether it stands there now; if not, nothing has changed
 */
gboolean
act_connections_move (ActConnections     *self,
                      ActConnectionEntry *entry,
                      guint               position,
                      GError            **error)
{
  guint former = 0;
  guint first;
  guint last;

  g_return_val_if_fail (ACT_IS_CONNECTIONS (self), FALSE);
  g_return_val_if_fail (g_ptr_array_find (self->entries, entry, &former), FALSE);
  g_return_val_if_fail (position < self->entries->len, FALSE);

  if (position == former)
    return TRUE;
  if (self->is_kept && !write_order (self, former, position, error))
    return FALSE;

  g_ptr_array_insert (self->entries, (int) position, g_ptr_array_steal_index (self->entries, former));
  first = MIN (former, position);
  last = MAX (former, position);
  g_list_model_items_changed (G_LIST_MODEL (self), first, last - first + 1, last - first + 1);

  return TRUE;
}
