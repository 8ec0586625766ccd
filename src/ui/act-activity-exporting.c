/* Collects what was done from this computer for a file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-activity-exporting.h"

#include "act-activity-text.h"
#include "act-session-activity.h"

/* So many activities, and so many ids of one of them, are read at once. */
#define ACTIVITIES_AT_ONCE 100
#define ITEMS_AT_ONCE      5000

typedef struct
{
  ActSession       *session; /* (owned) */
  char             *text;    /* (owned) (nullable): what is searched for */
  ActActivityFormat format;
  GPtrArray        *activities; /* (owned) (nullable): those of the page that are left, last first */
  GPtrArray        *items;      /* (owned): of the activity that is read */
  gint64            before;
  gboolean          is_last; /* whether no page follows */
  GString          *output;  /* (owned) */
} Exporting;

static void read_next (GTask *task);
static void read_items (GTask *task);

static void
exporting_free (gpointer data)
{
  Exporting *self = data;

  g_object_unref (self->session);
  g_free (self->text);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_ptr_array_unref (self->items);
  if (self->output != NULL)
    g_string_free (self->output, TRUE);
  g_free (self);
}

static void
add_activity (Exporting *self)
{
  g_autoptr (ActActivity) activity = g_ptr_array_steal_index (self->activities, 0);

  act_activity_export_add (self->output, self->format,
                           act_connection_get_name (act_session_get_connection (self->session)),
                           activity, self->items);
  g_ptr_array_set_size (self->items, 0);
}

static void
items_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Exporting *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  gboolean was_full;

  items = act_session_list_activity_items_finish (ACT_SESSION (source), result, &error);
  if (items == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  was_full = items->len == ITEMS_AT_ONCE;
  while (items->len > 0)
    g_ptr_array_add (self->items, g_ptr_array_steal_index (items, 0));

  if (was_full)
    {
      read_items (g_steal_pointer (&task));
      return;
    }

  add_activity (self);
  read_next (g_steal_pointer (&task));
}

/* Takes the task. */
static void
read_items (GTask *task)
{
  Exporting         *self = g_task_get_task_data (task);
  const ActActivity *activity = g_ptr_array_index (self->activities, 0);

  act_session_list_activity_items_async (self->session, activity->number, self->items->len,
                                         ITEMS_AT_ONCE, g_task_get_cancellable (task),
                                         items_listed_cb, task);
}

static void
activities_listed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Exporting *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) activities = NULL;

  activities = act_session_list_activities_finish (ACT_SESSION (source), result, &error);
  if (activities == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->is_last = activities->len < ACTIVITIES_AT_ONCE;
  if (activities->len > 0)
    self->before =
        ((const ActActivity *) g_ptr_array_index (activities, activities->len - 1))->number;
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  self->activities = g_steal_pointer (&activities);
  read_next (g_steal_pointer (&task));
}

/* Takes the task. */
static void
read_next (GTask *task)
{
  Exporting *self = g_task_get_task_data (task);
  guint      actions = self->text != NULL ? act_activity_text_find_actions (self->text) : 0;

  if (self->activities != NULL && self->activities->len > 0)
    read_items (task);
  else if (!self->is_last)
    act_session_list_activities_async (self->session, self->text, actions, self->before,
                                       ACTIVITIES_AT_ONCE, g_task_get_cancellable (task),
                                       activities_listed_cb, task);
  else
    {
      g_task_return_pointer (task, g_string_free_to_bytes (g_steal_pointer (&self->output)),
                             (GDestroyNotify) g_bytes_unref);
      g_object_unref (task);
    }
}

/**
 * act_activity_exporting_async:
 * @session: whose activity
 * @text: (nullable): what is searched for, or %NULL for everything
 * @format: of the file
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads all activities with all their ids.
 */
void
act_activity_exporting_async (ActSession         *session,
                              const char         *text,
                              ActActivityFormat   format,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask     *task = g_task_new (NULL, cancellable, callback, user_data);
  Exporting *self = g_new0 (Exporting, 1);

  self->session = g_object_ref (session);
  self->text = g_strdup (text);
  self->format = format;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) act_activity_item_free);
  self->before = G_MAXINT64;
  self->output = g_string_new (NULL);
  act_activity_export_begin (self->output, format);
  g_task_set_source_tag (task, act_activity_exporting_async);
  g_task_set_task_data (task, self, exporting_free);
  read_next (task);
}

/**
 * act_activity_exporting_finish:
 * @result: the result
 * @format: (out) (optional): return location for the format
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
act_activity_exporting_finish (GAsyncResult      *result,
                               ActActivityFormat *format,
                               GError           **error)
{
  const Exporting *self = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  self = g_task_get_task_data (G_TASK (result));
  if (format != NULL)
    *format = self->format;

  return g_task_propagate_pointer (G_TASK (result), error);
}
