/* How far the store has followed the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-position.h"

#include "act-api-error.h"
#include "act-event-kind.h"
#include "act-time.h"

#define KEY   "position"
#define GROUP "position"

#define EVENT_NAME_PREFIX "integration."

/**
 * act_position_new:
 *
 * Makes the position of a store that has seen nothing.
 *
 * Returns: (transfer full): the position
 */
ActPosition *
act_position_new (void)
{
  ActPosition *self = g_new0 (ActPosition, 1);

  self->as_of = ACT_TIME_UNKNOWN;
  self->full_at = ACT_TIME_UNKNOWN;
  self->history_at = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_position_free:
 * @self: (transfer full) (nullable): a position
 *
 * Frees it.
 */
void
act_position_free (ActPosition *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->event_names);
  g_strfreev (self->found_names);
  g_free (self->mark_error_message);
  g_free (self);
}

/**
 * act_position_dup_mark_error:
 * @self: a position
 *
 * Returns: (transfer full) (nullable): why events cannot be marked, %NULL if they can or may
 */
GError *
act_position_dup_mark_error (const ActPosition *self)
{
  if (self->mark_ability != ACT_MARK_ABILITY_NONE)
    return NULL;

  return g_error_new_literal (ACT_API_ERROR, self->mark_error_code,
                              self->mark_error_message != NULL ? self->mark_error_message : "");
}

/**
 * act_position_set_cannot_mark:
 * @self: a position
 * @error: (nullable): of %ACT_API_ERROR, why events cannot be marked; %NULL if that is open again
 *
 * Remembers that the API refuses the call that marks events.
 */
void
act_position_set_cannot_mark (ActPosition  *self,
                              const GError *error)
{
  g_clear_pointer (&self->mark_error_message, g_free);
  self->mark_ability = error != NULL ? ACT_MARK_ABILITY_NONE : ACT_MARK_ABILITY_UNKNOWN;
  self->mark_error_code = error != NULL ? error->code : 0;
  self->mark_error_message = error != NULL ? g_strdup (error->message) : NULL;
}

/**
 * act_position_add_names:
 * @self: a position
 * @names: (element-type utf8): names of events that nobody has named; copied
 *
 * Remembers kinds of events that were met.
 */
void
act_position_add_names (ActPosition *self,
                        GPtrArray   *names)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (names->len == 0)
    return;

  for (char **name = self->found_names; name != NULL && *name != NULL; name++)
    g_ptr_array_add (all, *name);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (all, g_strdup (g_ptr_array_index (names, i)));
  g_ptr_array_add (all, NULL);

  g_free (self->found_names);
  self->found_names = (char **) g_ptr_array_steal (all, NULL);
}

static void
collect_names (GPtrArray *all,
               char     **names)
{
  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      if (g_str_has_prefix (*name, EVENT_NAME_PREFIX) &&
          !g_ptr_array_find_with_equal_func (all, *name, g_str_equal, NULL))
        g_ptr_array_add (all, *name);
    }
}

/**
 * act_position_list_names:
 * @self: a position that lives longer than what this returns
 *
 * Returns: (transfer container) (element-type utf8): the names of all kinds of integration events:
 *   the five that are known, those that the API names, and those that were met
 */
GPtrArray *
act_position_list_names (const ActPosition *self)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint kind = 0; kind < ACT_EVENT_KIND_OTHER; kind++)
    g_ptr_array_add (all, (gpointer) act_event_kind_get_event_name ((ActEventKind) kind));
  collect_names (all, self->event_names);
  collect_names (all, self->found_names);

  return all;
}

/**
 * act_position_to_text:
 * @self: a position
 *
 * Returns: (transfer full): it as the store keeps it
 */
char *
act_position_to_text (const ActPosition *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_int64 (file, GROUP, "as-of", self->as_of);
  g_key_file_set_int64 (file, GROUP, "full-at", self->full_at);
  g_key_file_set_boolean (file, GROUP, "history-complete", self->history_complete);
  g_key_file_set_int64 (file, GROUP, "history-at", self->history_at);
  if (self->event_names != NULL)
    g_key_file_set_string_list (file, GROUP, "event-names", (const char *const *) self->event_names,
                                g_strv_length (self->event_names));
  if (self->found_names != NULL)
    g_key_file_set_string_list (file, GROUP, "found-names", (const char *const *) self->found_names,
                                g_strv_length (self->found_names));
  g_key_file_set_integer (file, GROUP, "mark-ability", (int) self->mark_ability);
  if (self->mark_ability == ACT_MARK_ABILITY_NONE)
    {
      g_key_file_set_integer (file, GROUP, "mark-error-code", self->mark_error_code);
      if (self->mark_error_message != NULL)
        g_key_file_set_string (file, GROUP, "mark-error-message", self->mark_error_message);
    }

  return g_key_file_to_data (file, NULL, NULL);
}

static gint64
read_time (GKeyFile   *file,
           const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 time = g_key_file_get_int64 (file, GROUP, key, &error);

  return error == NULL ? time : ACT_TIME_UNKNOWN;
}

static void
read_mark_ability (ActPosition *self,
                   GKeyFile    *file)
{
  int ability = g_key_file_get_integer (file, GROUP, "mark-ability", NULL);
  int code = g_key_file_get_integer (file, GROUP, "mark-error-code", NULL);

  if (ability == ACT_MARK_ABILITY_WORKS)
    self->mark_ability = ACT_MARK_ABILITY_WORKS;

  if (ability != ACT_MARK_ABILITY_NONE || code < 0 || code >= ACT_N_API_ERRORS)
    return;

  self->mark_ability = ACT_MARK_ABILITY_NONE;
  self->mark_error_code = code;
  self->mark_error_message = g_key_file_get_string (file, GROUP, "mark-error-message", NULL);
}

/**
 * act_position_new_from_text:
 * @text: (nullable): what the store has kept
 *
 * Reads a position. What is missing or unreadable is as it is in the beginning, so that it is
 * learned again.
 *
 * Returns: (transfer full): the position
 */
ActPosition *
act_position_new_from_text (const char *text)
{
  ActPosition *self = act_position_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text == NULL || !g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return self;

  self->as_of = read_time (file, "as-of");
  self->full_at = read_time (file, "full-at");
  self->history_complete = g_key_file_get_boolean (file, GROUP, "history-complete", NULL);
  self->history_at = read_time (file, "history-at");
  self->event_names = g_key_file_get_string_list (file, GROUP, "event-names", NULL, NULL);
  self->found_names = g_key_file_get_string_list (file, GROUP, "found-names", NULL, NULL);
  read_mark_ability (self, file);

  return self;
}

static void
value_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = act_store_get_value_finish (ACT_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, act_position_new_from_text (text),
                           (GDestroyNotify) act_position_free);
}

/**
 * act_position_load_async:
 * @store: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads the position that a store keeps.
 */
void
act_position_load_async (ActStore           *store,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_position_load_async);
  act_store_get_value_async (store, KEY, cancellable, value_read_cb, task);
}

/**
 * act_position_load_finish:
 * @store: the store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the position, or %NULL
 */
ActPosition *
act_position_load_finish (ActStore     *store,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * act_position_save_async:
 * @self: a position
 * @store: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Keeps a position in a store.
 */
void
act_position_save_async (const ActPosition  *self,
                         ActStore           *store,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autofree char *text = act_position_to_text (self);

  act_store_set_value_async (store, KEY, text, cancellable, callback, user_data);
}

/**
 * act_position_save_finish:
 * @store: the store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is kept
 */
gboolean
act_position_save_finish (ActStore     *store,
                          GAsyncResult *result,
                          GError      **error)
{
  return act_store_set_value_finish (store, result, error);
}
