/* The log of a run, whatever it is, made fit for reading
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-log-text.h"

#include "act-json-indent.h"

#include <string.h>

#define MAX_INDENTED_LENGTH (128 * 1024 * 1024)
#define MAX_ID_IN_FILE_NAME 64
#define BYTE_ORDER_MARK     "\xef\xbb\xbf"

typedef struct
{
  GBytes    *log;  /* (owned) */
  GBytes    *text; /* (owned) (nullable) */
  ActLogForm form;
} Preparation;

static void
preparation_free (Preparation *preparation)
{
  g_bytes_unref (preparation->log);
  g_clear_pointer (&preparation->text, g_bytes_unref);
  g_free (preparation);
}

/* A log that was cut off may end within a character. */
static gboolean
is_text (const char *log,
         gsize       length,
         gsize      *valid_length)
{
  const char *end = NULL;

  if (memchr (log, '\0', length) != NULL)
    return FALSE;

  if (!g_utf8_validate_len (log, length, &end) &&
      g_utf8_get_char_validated (end, (gssize) (length - (gsize) (end - log))) != (gunichar) -2)
    return FALSE;

  *valid_length = (gsize) (end - log);

  return TRUE;
}

/**
 * act_log_text_prepare:
 * @log: a log from outside
 * @cancellable: (nullable): a #GCancellable
 * @form: (out): what it is
 *
 * Finds out what a log is, and makes JSON pretty. Takes long for a large log. Any thread.
 *
 * Returns: (transfer full) (nullable): UTF-8 without zeros, not ended by a zero and not made safe
 *   to show; %NULL when there is nothing to read in it
 */
GBytes *
act_log_text_prepare (GBytes       *log,
                      GCancellable *cancellable,
                      ActLogForm   *form)
{
  const char *text = NULL;
  gsize       length = 0;
  gsize       skipped = 0;
  GBytes     *indented = NULL;

  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (form != NULL, NULL);

  text = g_bytes_get_data (log, &length);
  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    skipped = strlen (BYTE_ORDER_MARK);

  *form = ACT_LOG_FORM_EMPTY;
  if (length == skipped)
    return NULL;

  *form = ACT_LOG_FORM_BINARY;
  if (!is_text (text + skipped, length - skipped, &length))
    return NULL;

  indented = act_json_indent (text + skipped, length, MAX_INDENTED_LENGTH, cancellable);
  *form = indented != NULL ? ACT_LOG_FORM_JSON : ACT_LOG_FORM_TEXT;

  return indented != NULL ? indented : g_bytes_new_from_bytes (log, skipped, length);
}

static void
prepare_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Preparation *preparation = task_data;

  preparation->text = act_log_text_prepare (preparation->log, cancellable, &preparation->form);
  g_task_return_boolean (task, TRUE);
}

/**
 * act_log_text_prepare_async:
 * @log: a log from outside
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As act_log_text_prepare(), in a thread.
 */
void
act_log_text_prepare_async (GBytes             *log,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Preparation *preparation = NULL;

  g_return_if_fail (log != NULL);

  preparation = g_new0 (Preparation, 1);
  preparation->log = g_bytes_ref (log);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_log_text_prepare_async);
  g_task_set_task_data (task, preparation, (GDestroyNotify) preparation_free);
  g_task_run_in_thread (task, prepare_thread);
}

/**
 * act_log_text_prepare_finish:
 * @result: the result
 * @text: (out) (transfer full) (nullable): as act_log_text_prepare() gives it
 * @form: (out): what the log is
 * @error: return location for a #GError: %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it was done
 */
gboolean
act_log_text_prepare_finish (GAsyncResult *result,
                             GBytes      **text,
                             ActLogForm   *form,
                             GError      **error)
{
  Preparation *preparation = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  preparation = g_task_get_task_data (G_TASK (result));
  *text = g_steal_pointer (&preparation->text);
  *form = preparation->form;

  return TRUE;
}

/**
 * act_log_text_get_file_name:
 * @run_id: the id of the log's run, from outside
 * @form: what the log is
 *
 * Proposes the name of a file for a log. It has nothing in it that a file system, a shell or a
 * person could take for something else.
 *
 * Returns: (transfer full): the name
 */
char *
act_log_text_get_file_name (const char *run_id,
                            ActLogForm  form)
{
  g_autofree char *id = NULL;
  const char      *extension = "txt";

  g_return_val_if_fail (run_id != NULL, NULL);

  id = g_strndup (run_id, MAX_ID_IN_FILE_NAME);
  for (char *c = id; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && *c != '-')
        *c = '_';
    }

  if (form == ACT_LOG_FORM_JSON)
    extension = "json";
  else if (form == ACT_LOG_FORM_BINARY)
    extension = "bin";

  return g_strdup_printf ("run-%s-log.%s", id, extension);
}
