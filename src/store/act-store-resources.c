/* What the store keeps of the server beside events: the calls
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-resources.h"

#include "act-event.h"
#include "act-store-names.h"
#include "act-store-private.h"
#include "act-store-resource-rows.h"

typedef struct
{
  GPtrArray *resources; /* (owned) (nullable) */
  gint64     listed_at;
} Listing;

static void
free_listing (gpointer data)
{
  Listing *listing = data;

  g_clear_pointer (&listing->resources, g_ptr_array_unref);
  g_free (listing);
}

static gboolean
put_resources (ActStoreDatabase *database,
               gpointer          arguments,
               gpointer         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_resource_rows_put (database, (ActResourceKind) call->kind, call->text,
                                      call->resources, call->number != 0, error);
}

static gboolean
read_resource (ActStoreDatabase *database,
               gpointer          arguments,
               gpointer         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_resource_rows_read (database, (ActResourceKind) call->kind, call->text, error);

  return *result != NULL;
}

static gboolean
find_resource (ActStoreDatabase *database,
               gpointer          arguments,
               gpointer         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  ActStoreCall *call = arguments;
  gint64        read_at = ACT_TIME_UNKNOWN;

  if (!act_store_resource_rows_find (database, (ActResourceKind) call->kind, call->text, &read_at,
                                     error))
    return FALSE;

  *result = g_memdup2 (&read_at, sizeof read_at);

  return TRUE;
}

static gboolean
list_resources (ActStoreDatabase *database,
                gpointer          arguments,
                gpointer         *result,
                GCancellable     *cancellable,
                GError          **error)
{
  ActStoreCall *call = arguments;
  Listing      *listing = g_new0 (Listing, 1);

  listing->resources = act_store_resource_rows_list (database, (ActResourceKind) call->kind,
                                                     call->text, &listing->listed_at, error);
  if (listing->resources == NULL)
    {
      free_listing (listing);
      return FALSE;
    }

  *result = listing;

  return TRUE;
}

static gboolean
remove_resource (ActStoreDatabase *database,
                 gpointer          arguments,
                 gpointer         *result,
                 GCancellable     *cancellable,
                 GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_resource_rows_remove (database, (ActResourceKind) call->kind, call->text, error);
}

static gboolean
clear_resources (ActStoreDatabase *database,
                 gpointer          arguments,
                 gpointer         *result,
                 GCancellable     *cancellable,
                 GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_resource_rows_clear (database, (ActResourceKind) call->kind, error);
}

static gboolean
read_name (ActStoreDatabase *database,
           gpointer          arguments,
           gpointer         *result,
           GCancellable     *cancellable,
           GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_names_read (database, (ActNameKind) call->kind, call->text, (char **) result,
                               error);
}

/**
 * act_store_put_resources_async:
 * @self: a store
 * @kind: what the resources are
 * @group: (nullable): their group, or %NULL to put each into its own
 * @resources: (element-type ActResource): the resources; they are not altered any more by the caller
 * @complete: whether the server said that these are all of the group, or all of the kind where
 *   @group is %NULL or empty
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps what the server said. After a complete list its group has these resources and no other, in
 * their order, and remembers when that was. Lists and counts of events do not show resources, so
 * nothing is said to have changed. Main thread.
 */
void
act_store_put_resources_async (ActStore           *self,
                               ActResourceKind     kind,
                               const char         *group,
                               GPtrArray          *resources,
                               gboolean            complete,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (resources != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->kind = kind;
  call->text = g_strdup (group);
  call->resources = g_ptr_array_ref (resources);
  call->number = complete;
  act_store_submit (self, ACT_STORE_WRITES, act_store_put_resources_async, put_resources, call,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_put_resources_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are kept
 */
gboolean
act_store_put_resources_finish (ActStore     *self,
                                GAsyncResult *result,
                                GError      **error)
{
  return act_store_take (self, result, act_store_put_resources_async, NULL, error);
}

/**
 * act_store_read_resource_async:
 * @self: a store
 * @kind: what it is
 * @id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads what is kept of something. Main thread.
 */
void
act_store_read_resource_async (ActStore           *self,
                               ActResourceKind     kind,
                               const char         *id,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (id != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->kind = kind;
  call->text = g_strdup (id);
  act_store_submit (self, ACT_STORE_READS, act_store_read_resource_async, read_resource, call,
                    (GDestroyNotify) act_resource_free, cancellable, callback, user_data);
}

/**
 * act_store_read_resource_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the resource, or %NULL with %ACT_STORE_ERROR_NOT_FOUND if
 *   nothing is kept of it
 */
ActResource *
act_store_read_resource_finish (ActStore     *self,
                                GAsyncResult *result,
                                GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_read_resource_async, &value, error) ? value : NULL;
}

/**
 * act_store_find_resource_async:
 * @self: a store
 * @kind: what it is
 * @id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks whether something is kept, and since when, without reading its content. Main thread.
 */
void
act_store_find_resource_async (ActStore           *self,
                               ActResourceKind     kind,
                               const char         *id,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (id != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->kind = kind;
  call->text = g_strdup (id);
  act_store_submit (self, ACT_STORE_READS, act_store_find_resource_async, find_resource, call, g_free,
                    cancellable, callback, user_data);
}

/**
 * act_store_find_resource_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: when the server said what is kept, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN if
 *   nothing is kept of it, which is no error
 */
gint64
act_store_find_resource_finish (ActStore     *self,
                                GAsyncResult *result,
                                GError      **error)
{
  gpointer           value = NULL;
  g_autofree gint64 *read_at = NULL;

  if (!act_store_take (self, result, act_store_find_resource_async, &value, error))
    return ACT_TIME_UNKNOWN;

  read_at = value;

  return *read_at;
}

/**
 * act_store_list_resources_async:
 * @self: a store
 * @kind: what they are
 * @group: (nullable): their group, or %NULL for all of the kind
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads all that is kept of a group. Main thread.
 */
void
act_store_list_resources_async (ActStore           *self,
                                ActResourceKind     kind,
                                const char         *group,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->kind = kind;
  call->text = g_strdup (group);
  act_store_submit (self, ACT_STORE_READS, act_store_list_resources_async, list_resources, call,
                    free_listing, cancellable, callback, user_data);
}

/**
 * act_store_list_resources_finish:
 * @self: a store
 * @result: the result
 * @listed_at: (out) (optional): return location for when the server last told all of them,
 *   milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN if it never did
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActResource) (nullable): the resources in the server's
 *   order, each with its group; none is no error
 */
GPtrArray *
act_store_list_resources_finish (ActStore     *self,
                                 GAsyncResult *result,
                                 gint64       *listed_at,
                                 GError      **error)
{
  gpointer   value = NULL;
  Listing   *listing = NULL;
  GPtrArray *resources = NULL;

  if (listed_at != NULL)
    *listed_at = ACT_TIME_UNKNOWN;

  if (!act_store_take (self, result, act_store_list_resources_async, &value, error))
    return NULL;

  listing = value;
  resources = g_steal_pointer (&listing->resources);
  if (listed_at != NULL)
    *listed_at = listing->listed_at;
  free_listing (listing);

  return resources;
}

/**
 * act_store_remove_resource_async:
 * @self: a store
 * @kind: what it is
 * @id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Forgets what the server does not have any more. Main thread.
 */
void
act_store_remove_resource_async (ActStore           *self,
                                 ActResourceKind     kind,
                                 const char         *id,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (id != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->kind = kind;
  call->text = g_strdup (id);
  act_store_submit (self, ACT_STORE_WRITES, act_store_remove_resource_async, remove_resource, call,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_remove_resource_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is not kept; what never was is no error
 */
gboolean
act_store_remove_resource_finish (ActStore     *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return act_store_take (self, result, act_store_remove_resource_async, NULL, error);
}

/**
 * act_store_clear_resources_async:
 * @self: a store
 * @kind: what they are
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Forgets all of a kind, as if none had ever been read. Main thread.
 */
void
act_store_clear_resources_async (ActStore           *self,
                                 ActResourceKind     kind,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->kind = kind;
  act_store_submit (self, ACT_STORE_WRITES, act_store_clear_resources_async, clear_resources, call,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_clear_resources_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether none is kept
 */
gboolean
act_store_clear_resources_finish (ActStore     *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return act_store_take (self, result, act_store_clear_resources_async, NULL, error);
}

/**
 * act_store_read_name_async:
 * @self: a store
 * @kind: what the id is of
 * @id: an id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads what something is called. Main thread.
 */
void
act_store_read_name_async (ActStore           *self,
                           ActNameKind         kind,
                           const char         *id,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (id != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->kind = kind;
  call->text = g_strdup (id);
  act_store_submit (self, ACT_STORE_READS, act_store_read_name_async, read_name, call, g_free,
                    cancellable, callback, user_data);
}

/**
 * act_store_read_name_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the name; the empty text if it is known to have none; %NULL
 *   with no error set while nobody has told
 */
char *
act_store_read_name_finish (ActStore     *self,
                            GAsyncResult *result,
                            GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_read_name_async, &value, error) ? value : NULL;
}
