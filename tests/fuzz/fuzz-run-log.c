/* The log of a run: packed in JSON, made pretty, broken into rows, searched
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-log-line.h"
#include "act-log-lines.h"
#include "act-log-text.h"
#include "act-run-json.h"
#include "act-text-search.h"

#include <string.h>

#define COLUMNS     40
#define MAX_MATCHES 100

static void
lines_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
check_lines (GBytes *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ActLogLines) lines = NULL;

  act_log_lines_new_async (text, COLUMNS, NULL, lines_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  lines = act_log_lines_new_finish (result, NULL);
  g_assert_nonnull (lines);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (lines)); i++)
    {
      g_autoptr (ActLogLine) line = g_list_model_get_item (G_LIST_MODEL (lines), i);
      g_autofree char *shown = act_log_line_dup_shown (line);
      g_autofree char *whole = act_log_lines_dup_whole_line (lines, i);

      g_assert_cmpuint (act_log_lines_find_row (lines, act_log_lines_get_offset (lines, i)), ==, i);
      fuzz_check_shown (shown);
      fuzz_check_text (whole);
    }
}

static void
check_log (GBytes *log)
{
  ActLogForm form = ACT_LOG_FORM_EMPTY;
  g_autoptr (GBytes) text = act_log_text_prepare (log, NULL, &form);
  g_autoptr (GArray) matches = NULL;
  g_autofree char *name = act_log_text_get_file_name ("../run", form);
  gsize            length = 0;
  const char      *bytes = NULL;

  g_assert_null (strchr (name, '/'));
  g_assert_true ((text == NULL) == (form == ACT_LOG_FORM_EMPTY || form == ACT_LOG_FORM_BINARY));
  if (text == NULL)
    return;

  bytes = g_bytes_get_data (text, &length);
  g_assert_true (g_utf8_validate_len (bytes, length, NULL));
  matches = act_text_search_find (bytes, length, "e", MAX_MATCHES, NULL);
  g_assert_nonnull (matches);
  check_lines (text);
}

/* Logs come in JSON; what is in them may be anything, so the input is also taken as what was in it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) packed = fuzz_decode (data, size, &act_run_log_decoder);
  g_autoptr (GBytes) plain = g_bytes_new (data, size);

  if (packed != NULL)
    check_log (packed);
  check_log (plain);

  return 0;
}
