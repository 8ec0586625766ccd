/* The list of connections on disk, without secrets
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several processes write it, a window and commands. So each change is made to what the file holds at
 * that moment, under a lock, and nothing of it that is not understood is dropped.
 */

#define _GNU_SOURCE

#include "act-connection-file.h"

#include "act-connection-group.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_NAME "connections.ini"
#define LOCK_NAME "connections.ini.lock"

/* Whoever has more than this has something else in the file. */
#define MAX_CONNECTIONS 1000
#define MAX_GROUPS      10000
#define MAX_BYTES       (4 * 1024 * 1024)

/* A change takes a few milliseconds; one who holds the lock for longer was stopped. */
#define LOCK_TRIES   400
#define LOCK_STEP_US (5 * 1000)

typedef struct
{
  char     *path; /* (owned) */
  int       lock;
  GKeyFile *key_file;   /* (owned) */
  gboolean  is_damaged; /* not all of it is in @key_file */
} Change;

/* Something else than a plain file could make us wait for ever, or never end. */
static char *
read_whole (const char *path,
            gsize      *length)
{
  int              file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  struct stat      facts;
  g_autofree char *text = NULL;
  gsize            n_read = 0;

  if (file < 0)
    return NULL;

  if (fstat (file, &facts) == 0 && S_ISREG (facts.st_mode) && facts.st_size <= MAX_BYTES)
    {
      text = g_malloc ((gsize) facts.st_size + 1);
      while (n_read < (gsize) facts.st_size)
        {
          gssize n = read (file, text + n_read, (gsize) facts.st_size - n_read);

          if (n == 0 || (n < 0 && errno != EINTR))
            break;
          n_read += (gsize) MAX (n, 0);
        }
      text[n_read] = '\0';
    }
  close (file);
  *length = n_read;

  return g_steal_pointer (&text);
}

/* Returns whether all of it was understood; what stands before a mistake is there in any case. */
static gboolean
parse (GKeyFile   *key_file,
       const char *text,
       gsize       length)
{
  g_autoptr (GError) error = NULL;

  /* An empty file is one that was never written. */
  if (length == 0 ||
      g_key_file_load_from_data (key_file, text, length, G_KEY_FILE_KEEP_COMMENTS, &error))
    return TRUE;

  g_info ("The list of connections cannot be read: %s", error->message);

  return FALSE;
}

static GPtrArray *
list_connections (GKeyFile *key_file)
{
  GPtrArray *connections = g_ptr_array_new_with_free_func ((GDestroyNotify) act_connection_unref);
  g_auto (GStrv) groups = g_key_file_get_groups (key_file, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; groups[i] != NULL && i < MAX_GROUPS && connections->len < MAX_CONNECTIONS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ActConnection) connection = act_connection_group_read (key_file, groups[i], &error);

      if (connection == NULL)
        g_info ("A connection of the list is left out: %s", error->message);
      else if (!g_hash_table_contains (ids, act_connection_get_id (connection)))
        {
          g_hash_table_add (ids, (gpointer) act_connection_get_id (connection));
          g_ptr_array_add (connections, g_steal_pointer (&connection));
        }
    }

  return connections;
}

/* What a group is called does not say whose it is. Returns the names of the groups, by their
 * connections' ids. */
static GHashTable *
map_groups (GKeyFile *key_file)
{
  GHashTable *map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) groups = g_key_file_get_groups (key_file, NULL);

  for (gsize i = 0; groups[i] != NULL && i < MAX_GROUPS; i++)
    {
      g_autoptr (ActConnection) connection = act_connection_group_read (key_file, groups[i], NULL);
      const char *id = connection != NULL ? act_connection_get_id (connection) : NULL;

      if (id != NULL && !g_hash_table_contains (map, id))
        g_hash_table_insert (map, g_strdup (id), g_strdup (groups[i]));
    }

  return map;
}

static void
set_errno_error (GError    **error,
                 int         number,
                 const char *what)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (number), "%s: %s", what,
               g_strerror (number));
}

static int
take_lock (const char *folder,
           GError    **error)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);
  int              file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (file < 0)
    {
      set_errno_error (error, errno, "The list of connections cannot be locked");
      return -1;
    }

  for (guint i = 0; flock (file, LOCK_EX | LOCK_NB) != 0; i++)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        {
          g_info ("The list of connections cannot be locked: %s", g_strerror (errno));
          break;
        }

      if (i == LOCK_TRIES)
        {
          close (file);
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                               "Another process writes the list of connections");
          return -1;
        }

      g_usleep (LOCK_STEP_US);
    }

  return file;
}

static void
end_change (Change *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_clear_pointer (&self->key_file, g_key_file_unref);
  g_clear_pointer (&self->path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, end_change)

static gboolean
begin_change (Change     *self,
              const char *folder,
              GError    **error)
{
  g_autofree char *text = NULL;
  gsize            length = 0;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_errno_error (error, errno, "The folder of the stores cannot be made");
      return FALSE;
    }

  self->lock = take_lock (folder, error);
  if (self->lock < 0)
    return FALSE;

  self->path = g_build_filename (folder, FILE_NAME, NULL);
  self->key_file = g_key_file_new ();
  text = read_whole (self->path, &length);
  if (text != NULL)
    self->is_damaged = !parse (self->key_file, text, length);
  else
    self->is_damaged = g_file_test (self->path, G_FILE_TEST_EXISTS);

  return TRUE;
}

/* What is not understood is somebody's, so it is given another name and not overwritten. */
static gboolean
set_aside (const char *path,
           GError    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S%fZ");
  g_autofree char *aside = g_strconcat (path, ".set-aside-", stamp, NULL);

  if (g_rename (path, aside) == 0)
    return TRUE;

  set_errno_error (error, errno, "The damaged list of connections cannot be set aside");

  return FALSE;
}

static void
translate (GError *error)
{
  static const struct
  {
    GFileError   file;
    GIOErrorEnum io;
  } codes[] = {
    { G_FILE_ERROR_ACCES, G_IO_ERROR_PERMISSION_DENIED },
    { G_FILE_ERROR_PERM, G_IO_ERROR_PERMISSION_DENIED },
    { G_FILE_ERROR_ROFS, G_IO_ERROR_READ_ONLY },
    { G_FILE_ERROR_NOSPC, G_IO_ERROR_NO_SPACE },
    { G_FILE_ERROR_NOENT, G_IO_ERROR_NOT_FOUND },
  };
  GIOErrorEnum code = G_IO_ERROR_FAILED;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (g_error_matches (error, G_FILE_ERROR, (int) codes[i].file))
        code = codes[i].io;
    }

  error->domain = G_IO_ERROR;
  error->code = (int) code;
}

static gboolean
commit (Change  *self,
        GError **error)
{
  gsize            length = 0;
  g_autofree char *text = g_key_file_to_data (self->key_file, &length, NULL);
  g_autoptr (GError) failure = NULL;

  if (self->is_damaged && !set_aside (self->path, error))
    return FALSE;

  if (g_file_set_contents_full (self->path, text, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &failure))
    return TRUE;

  translate (failure);
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * act_connection_file_parse:
 * @text: what such a file may hold, from outside
 * @length: its length in bytes
 *
 * Reads a list of connections. What cannot be read is left out, and so is one that is there already.
 * Any thread.
 *
 * Returns: (transfer full) (element-type ActConnection): the connections
 */
GPtrArray *
act_connection_file_parse (const char *text,
                           gsize       length)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();

  parse (key_file, text, length);

  return list_connections (key_file);
}

/**
 * act_connection_file_load:
 * @folder: the folder of the stores
 *
 * Reads which connections there are.
 *
 * Returns: (transfer full) (element-type ActConnection): the connections, in the user's order
 */
GPtrArray *
act_connection_file_load (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  gsize            length = 0;
  g_autofree char *text = read_whole (path, &length);

  return act_connection_file_parse (text != NULL ? text : "", length);
}

/* A group may have been called so by somebody and be another connection's. */
static char *
choose_group (GKeyFile   *key_file,
              const char *connection_id)
{
  g_autoptr (GHashTable) map = map_groups (key_file);
  const char *known = g_hash_table_lookup (map, connection_id);
  char       *group = g_strdup (known != NULL ? known : connection_id);

  if (known != NULL)
    return group;

  for (guint i = 2; g_key_file_has_group (key_file, group); i++)
    {
      g_free (group);
      group = g_strdup_printf ("%s-%u", connection_id, i);
    }

  return group;
}

/**
 * act_connection_file_put:
 * @folder: the folder of the stores, which need not exist
 * @connection: a connection
 * @error: of %G_IO_ERROR
 *
 * Writes a connection down, in its place if it is there already, else at the end.
 *
 * Returns: whether it is written
 */
gboolean
act_connection_file_put (const char    *folder,
                         ActConnection *connection,
                         GError       **error)
{
  g_auto (Change) change = { .lock = -1 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *group = NULL;

  if (!begin_change (&change, folder, error))
    return FALSE;

  before = g_key_file_to_data (change.key_file, NULL, NULL);
  group = choose_group (change.key_file, act_connection_get_id (connection));
  act_connection_group_write (change.key_file, group, connection);
  after = g_key_file_to_data (change.key_file, NULL, NULL);

  return g_strcmp0 (before, after) == 0 || commit (&change, error);
}

static gboolean
is_of (GKeyFile   *key_file,
       const char *group,
       const char *connection_id)
{
  g_autoptr (ActConnection) connection = act_connection_group_read (key_file, group, NULL);

  return connection != NULL && g_str_equal (act_connection_get_id (connection), connection_id);
}

/**
 * act_connection_file_remove:
 * @folder: the folder of the stores
 * @connection_id: the id of a connection
 * @error: of %G_IO_ERROR
 *
 * Takes a connection out of the list.
 *
 * Returns: whether it is not there any more
 */
gboolean
act_connection_file_remove (const char *folder,
                            const char *connection_id,
                            GError    **error)
{
  g_auto (Change) change = { .lock = -1 };
  g_auto (GStrv) groups = NULL;
  gboolean changed = FALSE;

  if (!begin_change (&change, folder, error))
    return FALSE;

  groups = g_key_file_get_groups (change.key_file, NULL);
  for (gsize i = 0; groups[i] != NULL && i < MAX_GROUPS; i++)
    {
      if (is_of (change.key_file, groups[i], connection_id))
        changed |= g_key_file_remove_group (change.key_file, groups[i], NULL);
    }

  return !changed || commit (&change, error);
}

static void
copy_group (GKeyFile   *from,
            GKeyFile   *to,
            const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (from, group, NULL, NULL);

  for (gsize i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (from, group, keys[i], NULL);

      g_key_file_set_value (to, group, keys[i], value != NULL ? value : "");
    }
}

/* What nobody has named here comes last: somebody else has added it meanwhile. */
static GKeyFile *
reorder (GKeyFile          *key_file,
         const char *const *connection_ids)
{
  GKeyFile *ordered = g_key_file_new ();
  g_auto (GStrv) groups = g_key_file_get_groups (key_file, NULL);
  g_autoptr (GHashTable) map = map_groups (key_file);

  for (gsize i = 0; connection_ids[i] != NULL; i++)
    {
      const char *group = g_hash_table_lookup (map, connection_ids[i]);

      if (group != NULL)
        copy_group (key_file, ordered, group);
    }

  for (gsize i = 0; groups[i] != NULL; i++)
    {
      if (!g_key_file_has_group (ordered, groups[i]))
        copy_group (key_file, ordered, groups[i]);
    }

  return ordered;
}

/**
 * act_connection_file_order:
 * @folder: the folder of the stores
 * @connection_ids: (array zero-terminated=1): ids of connections
 * @error: of %G_IO_ERROR
 *
 * Puts the list in another order.
 *
 * Returns: whether it is in this order now
 */
gboolean
act_connection_file_order (const char        *folder,
                           const char *const *connection_ids,
                           GError           **error)
{
  g_auto (Change) change = { .lock = -1 };
  GKeyFile *ordered = NULL;

  if (!begin_change (&change, folder, error))
    return FALSE;

  ordered = reorder (change.key_file, connection_ids);
  g_key_file_unref (change.key_file);
  change.key_file = ordered;

  return commit (&change, error);
}
