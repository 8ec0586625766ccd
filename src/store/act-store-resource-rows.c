/* Rows of what the store keeps of the server beside events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-resource-rows.h"

#include "act-event.h"
#include "act-store-error.h"
#include "act-time.h"

typedef struct
{
  ActResourceKind kind;
  const char     *group; /* (nullable): %NULL for all of the kind */
  GPtrArray      *resources;
  gboolean        complete;
} Put;

typedef struct
{
  ActResourceKind kind;
  const char     *group; /* (nullable): %NULL for all of the kind */
  GPtrArray      *resources;
  gint64          listed_at;
} List;

typedef struct
{
  ActResourceKind kind;
  const char     *id;
} Remove;

/* The group that stands for all of a kind, and the only one of a kind that has no groups. */
#define WHOLE_KIND ""

static gboolean
put_one (ActStoreDatabase  *database,
         const Put         *put,
         const ActResource *resource,
         GError           **error)
{
  const char *group = put->group != NULL ? put->group : resource->group;
  g_autoptr (ActStatement) statement = act_store_database_prepare (
      database,
      "INSERT INTO resource (kind, id, grp, read_at, json)"
      "  VALUES (:kind, :id, :group, :read_at, :json)"
      "  ON CONFLICT (kind, id) DO UPDATE"
      "    SET grp = excluded.grp, read_at = excluded.read_at, json = excluded.json",
      error);

  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":kind", put->kind);
  act_statement_bind_text (statement, ":id", resource->id);
  act_statement_bind_text (statement, ":group", group != NULL ? group : WHOLE_KIND);
  act_statement_bind_int (statement, ":read_at", resource->read_at);
  act_statement_bind_text (statement, ":json", resource->json);

  return act_statement_run (statement, error);
}

/* What a complete list does not name is not there any more. Its order is kept by adding it anew. */
static gboolean
remove_group (ActStoreDatabase *database,
              const Put        *put,
              GError          **error)
{
  const char *sql = put->group != NULL ? "DELETE FROM resource WHERE kind = :kind AND grp = :group"
                                       : "DELETE FROM resource WHERE kind = :kind";
  g_autoptr (ActStatement) statement = act_store_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":kind", put->kind);
  if (put->group != NULL)
    act_statement_bind_text (statement, ":group", put->group);

  return act_statement_run (statement, error);
}

static gboolean
remember_listing (ActStoreDatabase *database,
                  const Put        *put,
                  GError          **error)
{
  g_autoptr (ActStatement) statement = act_store_database_prepare (
      database,
      "INSERT INTO listing (kind, grp, listed_at) VALUES (:kind, :group, :now)"
      "  ON CONFLICT (kind, grp) DO UPDATE SET listed_at = excluded.listed_at",
      error);

  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":kind", put->kind);
  act_statement_bind_text (statement, ":group", put->group != NULL ? put->group : WHOLE_KIND);
  act_statement_bind_int (statement, ":now", act_time_now ());

  return act_statement_run (statement, error);
}

static gboolean
put_all (ActStoreDatabase *database,
         gpointer          data,
         GError          **error)
{
  const Put *put = data;

  if (put->complete &&
      (!remove_group (database, put, error) || !remember_listing (database, put, error)))
    return FALSE;

  for (guint i = 0; i < put->resources->len; i++)
    {
      const ActResource *resource = g_ptr_array_index (put->resources, i);

      if (resource->id != NULL && resource->json != NULL &&
          !put_one (database, put, resource, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_store_resource_rows_put:
 * @database: a connection that writes
 * @kind: what the resources are
 * @group: (nullable): their group, or %NULL for each one's own
 * @resources: (element-type ActResource): the resources
 * @complete: whether these are all of the group, or all of the kind for no group
 * @error: return location for an error
 *
 * Keeps resources in place of what was kept of them. On the store's thread.
 *
 * Returns: whether they are kept
 */
gboolean
act_store_resource_rows_put (ActStoreDatabase *database,
                             ActResourceKind   kind,
                             const char       *group,
                             GPtrArray        *resources,
                             gboolean          complete,
                             GError          **error)
{
  Put put = { kind, group, resources, complete };

  return act_store_database_transact (database, ACT_STORE_FETCHED, put_all, &put, error);
}

static ActResource *
make_resource (ActStatement *row)
{
  ActResource *resource = g_new0 (ActResource, 1);

  resource->id = act_statement_dup_text (row, 0);
  resource->group = act_statement_dup_text (row, 1);
  resource->read_at = act_statement_get_int (row, 2);
  resource->json = act_statement_dup_text (row, 3);

  return resource;
}

/**
 * act_store_resource_rows_read:
 * @database: a connection
 * @kind: what it is
 * @id: its id
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (nullable): the resource, %ACT_STORE_ERROR_NOT_FOUND if it is not kept
 */
ActResource *
act_store_resource_rows_read (ActStoreDatabase *database,
                              ActResourceKind   kind,
                              const char       *id,
                              GError          **error)
{
  g_autoptr (ActStatement) read = act_store_database_prepare (
      database, "SELECT id, grp, read_at, json FROM resource WHERE kind = :kind AND id = :id",
      error);
  int code;

  if (read == NULL)
    return NULL;

  act_statement_bind_int (read, ":kind", kind);
  act_statement_bind_text (read, ":id", id);
  code = act_statement_step (read, error);
  if (code == SQLITE_DONE)
    g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_NOT_FOUND,
                         "This is not in the store");

  return code == SQLITE_ROW ? make_resource (read) : NULL;
}

/**
 * act_store_resource_rows_find:
 * @database: a connection
 * @kind: what it is
 * @id: its id
 * @read_at: (out): return location for when the server said so, milliseconds since 1970 UTC, or
 *   %ACT_TIME_UNKNOWN if it is not kept
 * @error: return location for an error
 *
 * Looks for a resource without its content, which may be megabytes. On the connection's thread.
 *
 * Returns: whether it could be looked for
 */
gboolean
act_store_resource_rows_find (ActStoreDatabase *database,
                              ActResourceKind   kind,
                              const char       *id,
                              gint64           *read_at,
                              GError          **error)
{
  g_autoptr (ActStatement) read = act_store_database_prepare (
      database, "SELECT read_at FROM resource WHERE kind = :kind AND id = :id", error);
  int code;

  *read_at = ACT_TIME_UNKNOWN;
  if (read == NULL)
    return FALSE;

  act_statement_bind_int (read, ":kind", kind);
  act_statement_bind_text (read, ":id", id);
  code = act_statement_step (read, error);
  if (code == SQLITE_ROW)
    *read_at = act_statement_get_int (read, 0);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
list_rows (ActStoreDatabase *database,
           List             *list,
           GError          **error)
{
  const char *sql = NULL;
  g_autoptr (ActStatement) statement = NULL;
  int code;

  if (list->group != NULL)
    sql = "SELECT id, grp, read_at, json FROM resource"
          "  WHERE kind = :kind AND grp = :group ORDER BY number";
  else
    sql = "SELECT id, grp, read_at, json FROM resource INDEXED BY resource_by_group"
          "  WHERE kind = :kind ORDER BY number";

  statement = act_store_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":kind", list->kind);
  if (list->group != NULL)
    act_statement_bind_text (statement, ":group", list->group);
  while ((code = act_statement_step (statement, error)) == SQLITE_ROW)
    g_ptr_array_add (list->resources, make_resource (statement));

  return code == SQLITE_DONE;
}

/* A list of all of the kind has told about each group too. */
static gboolean
read_listing (ActStoreDatabase *database,
              List             *list,
              GError          **error)
{
  g_autoptr (ActStatement) read = act_store_database_prepare (
      database,
      "SELECT max (listed_at) FROM listing WHERE kind = :kind AND grp IN (:group, :whole)", error);

  if (read == NULL)
    return FALSE;

  act_statement_bind_int (read, ":kind", list->kind);
  act_statement_bind_text (read, ":group", list->group);
  act_statement_bind_text (read, ":whole", WHOLE_KIND);
  if (act_statement_step (read, error) != SQLITE_ROW)
    return FALSE;
  list->listed_at = act_statement_get_time (read, 0);

  return TRUE;
}

static gboolean
list_all (ActStoreDatabase *database,
          gpointer          data,
          GError          **error)
{
  return list_rows (database, data, error) && read_listing (database, data, error);
}

/**
 * act_store_resource_rows_list:
 * @database: a connection
 * @kind: what they are
 * @group: (nullable): their group, or %NULL for all of the kind
 * @listed_at: (out): return location for when the server last told all of them, milliseconds since
 *   1970 UTC, or %ACT_TIME_UNKNOWN
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (element-type ActResource) (nullable): the resources in the server's
 *   order
 */
GPtrArray *
act_store_resource_rows_list (ActStoreDatabase *database,
                              ActResourceKind   kind,
                              const char       *group,
                              gint64           *listed_at,
                              GError          **error)
{
  g_autoptr (GPtrArray) resources = NULL;
  List list = { kind, group, NULL, ACT_TIME_UNKNOWN };

  resources = g_ptr_array_new_with_free_func ((GDestroyNotify) act_resource_free);
  list.resources = resources;
  if (!act_store_database_read (database, list_all, &list, error))
    return NULL;

  *listed_at = list.listed_at;

  return g_steal_pointer (&resources);
}

static gboolean
remove_one (ActStoreDatabase *database,
            gpointer          data,
            GError          **error)
{
  const Remove *task = data;
  g_autoptr (ActStatement) statement = act_store_database_prepare (
      database, "DELETE FROM resource WHERE kind = :kind AND id = :id", error);

  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":kind", task->kind);
  act_statement_bind_text (statement, ":id", task->id);

  return act_statement_run (statement, error);
}

/**
 * act_store_resource_rows_remove:
 * @database: a connection that writes
 * @kind: what it is
 * @id: its id
 * @error: return location for an error
 *
 * Forgets a resource that the server does not have any more. On the store's thread.
 *
 * Returns: whether it is not kept
 */
gboolean
act_store_resource_rows_remove (ActStoreDatabase *database,
                                ActResourceKind   kind,
                                const char       *id,
                                GError          **error)
{
  Remove task = { kind, id };

  return act_store_database_transact (database, ACT_STORE_FETCHED, remove_one, &task, error);
}

static gboolean
clear_all (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  const ActResourceKind *kind = data;

  for (guint i = 0; i < 2; i++)
    {
      const char *sql = i == 0 ? "DELETE FROM resource WHERE kind = :kind"
                               : "DELETE FROM listing WHERE kind = :kind";
      g_autoptr (ActStatement) statement = act_store_database_prepare (database, sql, error);

      if (statement == NULL)
        return FALSE;

      act_statement_bind_int (statement, ":kind", *kind);
      if (!act_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_store_resource_rows_clear:
 * @database: a connection that writes
 * @kind: what the resources are
 * @error: return location for an error
 *
 * Forgets all resources of a kind, and that they were listed. On the store's thread.
 *
 * Returns: whether none is kept
 */
gboolean
act_store_resource_rows_clear (ActStoreDatabase *database,
                               ActResourceKind   kind,
                               GError          **error)
{
  return act_store_database_transact (database, ACT_STORE_FETCHED, clear_all, &kind, error);
}
