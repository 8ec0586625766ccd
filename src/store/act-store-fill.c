/* Indexes the rows that an older version left, batch by batch
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-fill.h"

#include "act-store-error.h"
#include "act-store-names.h"

#include <string.h>

/* Few enough that a cancelled opening loses little, and many enough that a transaction pays. */
#define ROWS_A_BATCH 4000

#define PREFIX "fill-"

/* How far a fill is, as it stands in the table of values: "2 done", or "2 at 1234 567", which are
 * the version, the position and how many rows are done. */
typedef struct
{
  const ActStoreFill *fill;
  gint64              position;
  gint64              n_done;
  gboolean            done;
} Filling;

static char *
print_filling (const Filling *self)
{
  if (self->done)
    return g_strdup_printf ("%u done", self->fill->version);

  return g_strdup_printf ("%u at %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, self->fill->version,
                          self->position, self->n_done);
}

/* What cannot be read, or is of another version, begins again from the start. */
static void
parse_filling (Filling    *self,
               const char *text)
{
  g_autofree char *done = g_strdup_printf ("%u done", self->fill->version);
  g_autofree char *at = g_strdup_printf ("%u at ", self->fill->version);
  g_auto (GStrv) numbers = NULL;

  self->done = g_strcmp0 (text, done) == 0;
  self->position = ACT_STORE_FILL_START;
  self->n_done = 0;

  if (text == NULL || !g_str_has_prefix (text, at))
    return;

  numbers = g_strsplit (text + strlen (at), " ", 2);
  if (g_strv_length (numbers) != 2 ||
      !g_ascii_string_to_signed (numbers[0], 10, G_MININT64, G_MAXINT64, &self->position, NULL) ||
      !g_ascii_string_to_signed (numbers[1], 10, 0, G_MAXINT64, &self->n_done, NULL))
    {
      self->position = ACT_STORE_FILL_START;
      self->n_done = 0;
    }
}

static gboolean
load_filling (ActStoreDatabase *database,
              Filling          *self,
              GError          **error)
{
  g_autofree char *key = g_strconcat (PREFIX, self->fill->name, NULL);
  g_autofree char *text = NULL;

  if (!act_store_values_get (database, key, &text, error))
    return FALSE;

  parse_filling (self, text);

  return TRUE;
}

static gboolean
save_filling (ActStoreDatabase *database,
              const Filling    *self,
              GError          **error)
{
  g_autofree char *key = g_strconcat (PREFIX, self->fill->name, NULL);
  g_autofree char *text = print_filling (self);

  return act_store_values_put (database, key, text, error);
}

static gboolean
run_batch (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  Filling *self = data;

  if (!self->fill->run (database, &self->position, ROWS_A_BATCH, &self->done, error))
    return FALSE;

  self->n_done += ROWS_A_BATCH;

  return save_filling (database, self, error);
}

static gboolean
run_fill (ActStoreDatabase   *database,
          const ActStoreFill *fill,
          gboolean            alone,
          ActStoreProgress   *progress,
          GError            **error)
{
  Filling self = { fill, ACT_STORE_FILL_START, 0, FALSE };
  gint64  total = 0;

  if (!load_filling (database, &self, error))
    return FALSE;

  if (self.done)
    return TRUE;

  if (!alone)
    {
      g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY,
                           "The store must be indexed, and another process has it open");
      return FALSE;
    }

  if (!act_store_database_read_int (database, fill->count_sql, &total, error))
    return FALSE;

  while (!self.done)
    {
      act_store_progress_report (progress, ACT_STEP_INDEXING, MIN (self.n_done, total), total);
      if (!act_store_database_transact (database, ACT_STORE_FETCHED, run_batch, &self, error))
        {
          g_prefix_error (error, "Filling “%s” failed: ", fill->name);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * act_store_fill_run_all:
 * @database: a connection that writes, of the newest schema
 * @fills: (array zero-terminated=1): the fills; the last one has no name
 * @alone: whether no other process has the store open
 * @progress: (nullable): told how far each is
 * @error: return location for an error
 *
 * Runs what is missing of each fill, in batches that are kept with their position, so that a fill
 * that was cut off goes on where it was. On the store's thread.
 *
 * Returns: whether nothing is missing any more; %ACT_STORE_ERROR_BUSY if something is and another
 *   process has the store open
 */
gboolean
act_store_fill_run_all (ActStoreDatabase   *database,
                        const ActStoreFill *fills,
                        gboolean            alone,
                        ActStoreProgress   *progress,
                        GError            **error)
{
  for (const ActStoreFill *fill = fills; fill->name != NULL; fill++)
    {
      if (!run_fill (database, fill, alone, progress, error))
        return FALSE;
    }

  return TRUE;
}
