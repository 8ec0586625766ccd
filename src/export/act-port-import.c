/* Reads a whole store from a file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-port.h"

#include "act-port-error.h"
#include "act-port-reader.h"
#include "act-store-port.h"

/* The file is read batch by batch in threads of tasks, one after the other, and each batch is given
 * to the store in between. */
typedef struct
{
  ActPortReader  *reader; /* (owned) */
  gboolean        open;
  gboolean        only_count;
  ActProgressFunc progress;
  gpointer        progress_data;
  char           *checksum; /* (owned) (nullable): what the file came to when it was checked */
  ActPortCounts   counts;
} Import;

static void read_more (GTask *task);

static void
free_import (gpointer data)
{
  Import *self = data;

  act_port_reader_free (self->reader);
  g_free (self->checksum);
  g_free (self);
}

/**
 * act_port_check_free:
 * @self: (transfer full) (nullable): what was found
 *
 * Any thread.
 */
void
act_port_check_free (ActPortCheck *self)
{
  if (self == NULL)
    return;

  act_port_head_free (self->head);
  g_free (self->checksum);
  g_free (self);
}

static void
end (GTask *task)
{
  const Import *self = g_task_get_task_data (task);

  if (self->checksum != NULL &&
      g_strcmp0 (self->checksum, act_port_reader_get_checksum (self->reader)) != 0)
    g_task_return_new_error (task, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED,
                             "The file was altered after it was checked");
  else
    g_task_return_boolean (task, TRUE);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Import *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_import_finish (ACT_STORE (source), result, &self->counts, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    read_more (g_steal_pointer (&task));
}

static void
tell (const Import *self)
{
  gint64 done = 0;
  gint64 total = 0;

  if (self->progress == NULL)
    return;

  act_port_reader_get_progress (self->reader, &done, &total);
  self->progress (self->only_count ? ACT_STEP_READING : ACT_STEP_MERGING, done, total,
                  self->progress_data);
}

static void
batch_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActStore     *store = ACT_STORE (source);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Import       *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = g_task_propagate_pointer (G_TASK (result), &error);

  if (rows == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  tell (self);
  if (rows->len == 0)
    end (task);
  else
    act_store_import_async (store, g_steal_pointer (&rows), self->only_count,
                            cancellable, imported_cb, g_steal_pointer (&task));
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Import *self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = NULL;

  if (!self->open && !act_port_reader_open (self->reader, cancellable, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->open = TRUE;
  rows = act_port_reader_read (self->reader, cancellable, &error);
  if (rows == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

static void
read_more (GTask *task)
{
  g_autoptr (GTask) reading = NULL;
  Import *self = g_task_get_task_data (task);

  reading = g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task),
                        batch_read_cb, task);
  g_task_set_source_tag (reading, read_more);
  g_task_set_task_data (reading, self, NULL);
  g_task_run_in_thread (reading, read_in_thread);
}

static void
start (ActRowSource       *source,
       GFile              *file,
       const char         *checksum,
       gpointer            source_tag,
       ActProgressFunc     progress,
       gpointer            progress_data,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  GTask  *task = g_task_new (source, cancellable, callback, user_data);
  Import *self = g_new0 (Import, 1);

  self->reader = act_port_reader_new (file);
  self->only_count = checksum == NULL;
  self->checksum = g_strdup (checksum);
  self->progress = progress;
  self->progress_data = progress_data;
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, self, free_import);
  read_more (task);
}

/**
 * act_port_check_async:
 * @source: a store
 * @file: a file
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress; valid until @callback is called
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread when it is done
 * @user_data: for @callback
 *
 * Reads a file to its end, and tells what would come of importing it. Nothing is altered. Main
 * thread.
 */
void
act_port_check_async (ActRowSource       *source,
                      GFile              *file,
                      ActProgressFunc     progress,
                      gpointer            progress_data,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_return_if_fail (ACT_IS_STORE (source));
  g_return_if_fail (G_IS_FILE (file));

  start (source, file, NULL, act_port_check_async, progress, progress_data, cancellable, callback,
         user_data);
}

static ActPortHead *
copy_head (const ActPortHead *head)
{
  ActPortHead *copy = act_port_head_new ();

  *copy = *head;
  copy->organization = g_strdup (head->organization);
  copy->connection = g_strdup (head->connection);
  copy->base_url = g_strdup (head->base_url);

  return copy;
}

/**
 * act_port_check_finish:
 * @source: the store
 * @result: the result
 * @error: of %ACT_PORT_ERROR, %ACT_STORE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): what was found
 */
ActPortCheck *
act_port_check_finish (ActRowSource *source,
                       GAsyncResult *result,
                       GError      **error)
{
  const Import *self = NULL;
  ActPortCheck *check = NULL;

  g_return_val_if_fail (g_task_is_valid (result, source), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, act_port_check_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  self = g_task_get_task_data (G_TASK (result));
  check = g_new0 (ActPortCheck, 1);
  check->head = copy_head (act_port_reader_get_head (self->reader));
  check->counts = self->counts;
  check->checksum = g_strdup (act_port_reader_get_checksum (self->reader));

  return check;
}

/**
 * act_port_import_async:
 * @source: a store
 * @file: a file
 * @check: what was found when the file was checked
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress; valid until @callback is called
 * @cancellable: (nullable): stops it; what was taken over by then stays
 * @callback: called on the main thread when it is done
 * @user_data: for @callback
 *
 * Takes over what a file holds and the store does not, in batches. One that was cut off, by a crash
 * too, is begun again, and gives the same in the end. Main thread.
 */
void
act_port_import_async (ActRowSource       *source,
                       GFile              *file,
                       const ActPortCheck *check,
                       ActProgressFunc     progress,
                       gpointer            progress_data,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_return_if_fail (ACT_IS_STORE (source));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (check != NULL);

  start (source, file, check->checksum, act_port_import_async, progress, progress_data, cancellable,
         callback, user_data);
}

/**
 * act_port_import_finish:
 * @source: the store
 * @result: the result
 * @counts: (out): return location for what came of it
 * @error: of %ACT_PORT_ERROR, %ACT_STORE_ERROR or %G_IO_ERROR
 *
 * Returns: whether all of it is taken over
 */
gboolean
act_port_import_finish (ActRowSource  *source,
                        GAsyncResult  *result,
                        ActPortCounts *counts,
                        GError       **error)
{
  const Import *self = NULL;

  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, act_port_import_async), FALSE);

  self = g_task_get_task_data (G_TASK (result));
  *counts = self->counts;

  return g_task_propagate_boolean (G_TASK (result), error);
}
