/* How the messages of each profile begin
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-beginnings.h"

#include <string.h>

static void
clear_beginning (gpointer data)
{
  ActStoreBeginning *beginning = data;

  g_free (beginning->text);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (((const ActStoreBeginning *) a)->text, ((const ActStoreBeginning *) b)->text);
}

/* Where the first own word stands in a shape is a digit, and nowhere before. */
static void
add_beginning (GArray       *beginnings,
               ActStatement *row)
{
  ActStoreBeginning beginning = { .profile = act_statement_get_int (row, 0) };
  g_autofree char  *shape = act_statement_dup_raw (row, 1);

  if (shape != NULL)
    {
      gsize length = strcspn (shape, "0123456789");

      beginning.is_whole = shape[length] == '\0';
      beginning.text = g_ascii_strdown (shape, (gssize) length);
    }
  g_array_append_val (beginnings, beginning);
}

/* A beginning that is another's beginning too is in its group; there is nothing between two groups. */
static void
make_groups (GArray *beginnings)
{
  const char *root = NULL;
  guint       group = 0;

  for (guint i = 0; i < beginnings->len; i++)
    {
      ActStoreBeginning *beginning = &g_array_index (beginnings, ActStoreBeginning, i);

      if (i > 0 && !(beginning->text == NULL && root == NULL) &&
          (root == NULL || !g_str_has_prefix (beginning->text, root)))
        group++;
      if (i == 0 || group != g_array_index (beginnings, ActStoreBeginning, i - 1).group)
        root = beginning->text;

      beginning->group = group;
      beginning->common = root != NULL ? strlen (root) : 0;
    }
}

/**
 * act_store_beginnings_read:
 * @database: a connection inside a transaction
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (element-type ActStoreBeginning) (nullable): the beginnings in their order
 */
GArray *
act_store_beginnings_read (ActStoreDatabase *database,
                           GError          **error)
{
  g_autoptr (GArray) beginnings = g_array_new (FALSE, FALSE, sizeof (ActStoreBeginning));
  int code;
  g_autoptr (ActStatement) read =
      act_store_database_prepare (database, "SELECT rowid, message FROM profile_words", error);

  if (read == NULL)
    return NULL;

  g_array_set_clear_func (beginnings, clear_beginning);
  while ((code = act_statement_step (read, error)) == SQLITE_ROW)
    add_beginning (beginnings, read);
  if (code != SQLITE_DONE)
    return NULL;

  g_array_sort (beginnings, compare_texts);
  make_groups (beginnings);

  return g_steal_pointer (&beginnings);
}
