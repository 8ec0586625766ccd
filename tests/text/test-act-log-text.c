/* What a log is, and what its file is called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-log-text.h"

#include <string.h>

static void
check (const char *log,
       gsize       length,
       ActLogForm  expected_form,
       const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (log, length);
  g_autoptr (GBytes) text = NULL;
  g_autofree char *string = NULL;
  ActLogForm       form = ACT_LOG_FORM_TEXT;

  text = act_log_text_prepare (bytes, NULL, &form);
  if (text != NULL)
    string = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));

  g_assert_cmpint (form, ==, expected_form);
  g_assert_cmpstr (string, ==, expected);
}

static void
test_forms (void)
{
  check ("", 0, ACT_LOG_FORM_EMPTY, NULL);
  check ("\xef\xbb\xbf", 3, ACT_LOG_FORM_EMPTY, NULL);
  check ("a\r\nb\n", 5, ACT_LOG_FORM_TEXT, "a\r\nb\n");
  check ("\xef\xbb\xbf[1]", 6, ACT_LOG_FORM_JSON, "[\n  1\n]");
  check ("{\"a\":1}", 7, ACT_LOG_FORM_JSON, "{\n  \"a\": 1\n}");
  check ("{\"a\":1", 6, ACT_LOG_FORM_TEXT, "{\"a\":1");

  check ("a\0b", 3, ACT_LOG_FORM_BINARY, NULL);
  check ("\x1f\x8b\x08", 3, ACT_LOG_FORM_BINARY, NULL);
  check ("a\xff"
         "b",
         3, ACT_LOG_FORM_BINARY, NULL);

  /* The last character was cut off. */
  check ("Gr\303\274\303", 5, ACT_LOG_FORM_TEXT, "Gr\303\274");
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
check_in_thread (GCancellable *cancellable,
                 gboolean      expected)
{
  g_autoptr (GBytes) log = g_bytes_new_static ("[1]", 3);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActLogForm form = ACT_LOG_FORM_EMPTY;

  act_log_text_prepare_async (log, cancellable, prepared_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (act_log_text_prepare_finish (result, &text, &form, &error), ==, expected);
  if (expected)
    g_assert_cmpint (form, ==, ACT_LOG_FORM_JSON);
  else
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_thread (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  check_in_thread (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  check_in_thread (cancellable, FALSE);
}

static void
test_file_names (void)
{
  static const struct
  {
    const char *id;
    ActLogForm  form;
    const char *name;
  } cases[] = {
    { "6d1f0c1e-0000", ACT_LOG_FORM_TEXT, "run-6d1f0c1e-0000-log.txt" },
    { "6d1f0c1e-0000", ACT_LOG_FORM_JSON, "run-6d1f0c1e-0000-log.json" },
    { "../../etc/passwd", ACT_LOG_FORM_BINARY, "run-______etc_passwd-log.bin" },
    { "a\nb\342\200\256c .exe", ACT_LOG_FORM_TEXT, "run-a_b___c__exe-log.txt" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = act_log_text_get_file_name (cases[i].id, cases[i].form);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-text/forms", test_forms);
  g_test_add_func ("/log-text/thread", test_thread);
  g_test_add_func ("/log-text/file-names", test_file_names);

  return g_test_run ();
}
