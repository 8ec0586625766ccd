/* The rows of a text: where they begin, and that few of them exist
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-log-lines.h"

#include <string.h>

#define LARGE (32 * 1024 * 1024)

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static ActLogLines *
make_lines (GBytes       *text,
            guint         columns,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_log_lines_new_async (text, columns, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return act_log_lines_new_finish (result, error);
}

static void
check (const char *text,
       guint       columns,
       const char *expected,
       guint       expected_lines)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (ActLogLines) lines = make_lines (bytes, columns, NULL, NULL);
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (lines)); i++)
    {
      g_autoptr (ActLogLine) line = g_list_model_get_item (G_LIST_MODEL (lines), i);
      g_autofree char *shown = act_log_line_dup_shown (line);

      g_string_append_printf (rows, "%s|", shown);
    }

  g_assert_cmpstr (rows->str, ==, expected);
  g_assert_cmpuint (act_log_lines_get_n_lines (lines), ==, expected_lines);
}

static void
test_rows (void)
{
  check ("", 20, "", 0);
  check ("one", 20, "one|", 1);
  check ("one\ntwo\r\n\nthree\n", 20, "one|two||three|", 4);
  check ("01234567890123456789", 20, "01234567890123456789|", 1);
  check ("01234567890123456789\nx", 20, "01234567890123456789|x|", 2);
  check ("a word and another word", 20, "a word and another |word|", 1);
  check ("a 01234567890123456789", 20, "a 012345678901234567|89|", 1);
  check ("01234567890123456789abc\nx", 20, "01234567890123456789|abc|x|", 2);
}

static void
test_wide_characters (void)
{
  /* Each of these takes two columns, and eight when it has to be written out. */
  check ("\346\227\245\346\227\245\346\227\245\346\227\245\346\227\245\346\227\245\346\227\245\346\227\245"
         "\346\227\245\346\227\245\346\227\245",
         20,
         "\346\227\245\346\227\245\346\227\245\346\227\245\346\227\245\346\227\245\346\227\245\346\227\245"
         "\346\227\245\346\227\245|\346\227\245|",
         1);
  check ("\342\200\256\342\200\256\342\200\256", 20, "[U+202E][U+202E]|[U+202E]|", 1);
  check ("a\tb\tc\td", 20, "a\tb\tc|\td|", 1);
}

static void
test_characters_without_width (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ActLogLines) lines = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "\314\201");
  bytes = g_bytes_new (text->str, text->len);
  lines = make_lines (bytes, 20, NULL, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (lines)), >, 100);
}

static void
test_places (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one\n01234567890123456789abc\r\nend", 32);
  g_autoptr (ActLogLines) lines = make_lines (bytes, 1, NULL, NULL);
  g_autofree char *whole = act_log_lines_dup_whole_line (lines, 2);
  g_autofree char *last = act_log_lines_dup_whole_line (lines, 3);

  g_assert_cmpuint (act_log_lines_get_columns (lines), ==, 20);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (lines)), ==, 4);
  g_assert_cmpuint (act_log_lines_find_row (lines, 0), ==, 0);
  g_assert_cmpuint (act_log_lines_find_row (lines, 3), ==, 0);
  g_assert_cmpuint (act_log_lines_find_row (lines, 4), ==, 1);
  g_assert_cmpuint (act_log_lines_find_row (lines, 24), ==, 2);
  g_assert_cmpuint (act_log_lines_find_row (lines, 31), ==, 3);
  g_assert_cmpuint (act_log_lines_get_offset (lines, 2), ==, 24);
  g_assert_cmpstr (whole, ==, "01234567890123456789abc");
  g_assert_cmpstr (last, ==, "end");
}

/* A list view relies on it. */
static void
test_same_object (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one\ntwo", 7);
  g_autoptr (ActLogLines) lines = make_lines (bytes, 20, NULL, NULL);
  GListModel *model = G_LIST_MODEL (lines);
  g_autoptr (ActLogLine) first = g_list_model_get_item (model, 0);
  g_autoptr (ActLogLine) again = g_list_model_get_item (model, 0);
  g_autoptr (ActLogLine) second = g_list_model_get_item (model, 1);
  g_autofree char *shown = NULL;

  g_assert_true (first == again);
  g_assert_true (first != second);
  g_assert_null (g_list_model_get_item (model, 2));
  g_assert_cmpuint (act_log_lines_get_n_live_rows (lines), ==, 2);
  g_clear_object (&second);
  g_assert_cmpuint (act_log_lines_get_n_live_rows (lines), ==, 1);

  /* A row may outlive its list. */
  g_assert_finalize_object (g_steal_pointer (&lines));
  shown = act_log_line_dup_shown (first);
  g_assert_cmpstr (shown, ==, "one");
}

static void
test_large (void)
{
  g_autofree char *text = g_malloc (LARGE);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ActLogLines) lines = NULL;
  g_autoptr (ActLogLine) line = NULL;
  g_autofree char *shown = NULL;

  /* One line without an end, then empty ones only. */
  memset (text, 'x', LARGE / 2);
  memset (text + LARGE / 2, '\n', LARGE / 2);
  bytes = g_bytes_new_take (g_steal_pointer (&text), LARGE);
  lines = make_lines (bytes, 100, NULL, NULL);

  g_assert_cmpuint (act_log_lines_get_n_lines (lines), ==, LARGE / 2);
  g_assert_cmpuint (act_log_lines_get_n_live_rows (lines), ==, 0);
  line = g_list_model_get_item (G_LIST_MODEL (lines), 1000);
  shown = act_log_line_dup_shown (line);
  g_assert_cmpuint (strlen (shown), ==, 100);
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (make_lines (bytes, 20, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-lines/rows", test_rows);
  g_test_add_func ("/log-lines/wide-characters", test_wide_characters);
  g_test_add_func ("/log-lines/characters-without-width", test_characters_without_width);
  g_test_add_func ("/log-lines/places", test_places);
  g_test_add_func ("/log-lines/same-object", test_same_object);
  g_test_add_func ("/log-lines/large", test_large);
  g_test_add_func ("/log-lines/cancel", test_cancel);

  return g_test_run ();
}
