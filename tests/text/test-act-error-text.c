/* Every error has words, and docs/messages.md has the same ones
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-error-text-table.h"
#include "act-error-text.h"

#include "act-api-error.h"
#include "act-connection.h"
#include "act-keyring-error.h"
#include "act-port-error.h"
#include "act-store-error.h"

#include <gio/gio.h>
#include <string.h>

#define NO_BUTTON "–"

static char *
build_row (const ActErrorTextRow *row)
{
  const char *label = act_error_remedy_get_label (row->remedy);

  return g_strdup_printf ("| %s | %s | %s | %s |", row->title, row->cause, row->advice,
                          label != NULL ? label : NO_BUTTON);
}

static gboolean
is_row (const char *line)
{
  return g_str_has_prefix (line, "| ") && !g_str_has_prefix (line, "| Title |");
}

static char *
read_document (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "..", "docs", "messages.md", NULL);
  g_autoptr (GError) error = NULL;
  char *document = NULL;

  g_file_get_contents (path, &document, NULL, &error);
  g_assert_no_error (error);

  return document;
}

static void
test_document (void)
{
  g_autofree char *document = read_document ();
  g_auto (GStrv) lines = g_strsplit (document, "\n", -1);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize                  n_rows = 0;
  const ActErrorTextRow *table = act_error_text_get_table (&n_rows);
  guint                  n_in_document = 0;

  for (gsize i = 0; i < n_rows; i++)
    {
      char *row = build_row (&table[i]);

      if (!g_strv_contains ((const char *const *) lines, row))
        g_test_fail_printf ("docs/messages.md lacks: %s", row);
      g_hash_table_add (rows, row);
    }

  for (char **line = lines; *line != NULL; line++)
    {
      if (!is_row (*line))
        continue;
      n_in_document++;
      if (!g_hash_table_contains (rows, *line))
        g_test_fail_printf ("No message of the code: %s", *line);
    }
  g_assert_cmpuint (n_in_document, ==, n_rows);
}

static void
test_form (void)
{
  gsize                  n_rows = 0;
  const ActErrorTextRow *table = act_error_text_get_table (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      const ActErrorTextRow *row = &table[i];

      g_test_message ("%s", row->title);
      g_assert_cmpint (g_utf8_strlen (row->title, -1), <=, 42);
      g_assert_false (g_str_has_suffix (row->title, "."));
      g_assert_true (g_str_has_suffix (row->cause, "."));
      g_assert_true (g_str_has_suffix (row->advice, "."));
      g_assert_null (strpbrk (row->cause, "|\n<%"));
      g_assert_null (strpbrk (row->advice, "|\n<%"));
      for (gsize j = 0; j < i; j++)
        g_assert_false (table[j].topic == row->topic && table[j].code == row->code);
    }
}

/* Only the last row is for what has no words, and none of our own errors gets it. */
static void
test_every_error_has_words (void)
{
  gsize                  n_rows = 0;
  const ActErrorTextRow *table = act_error_text_get_table (&n_rows);
  const ActErrorTextRow *any = &table[n_rows - 1];

  g_assert_cmpint (any->topic, ==, ACT_ERROR_TOPIC_ANY);
  for (int code = 0; code < ACT_N_API_ERRORS; code++)
    g_assert_true (act_error_text_find_row (ACT_ERROR_TOPIC_API, code) != any);
  for (int code = 0; code < ACT_N_STORE_ERRORS; code++)
    g_assert_true (act_error_text_find_row (ACT_ERROR_TOPIC_STORE, code) != any);
  for (int code = 0; code < ACT_N_PORT_ERRORS; code++)
    g_assert_true (act_error_text_find_row (ACT_ERROR_TOPIC_PORT, code) != any);
  for (int code = 0; code <= ACT_CONNECTION_ERROR_ORGANISATION; code++)
    g_assert_true (act_error_text_find_row (ACT_ERROR_TOPIC_CONNECTION, code) != any);
  for (int code = 0; code < ACT_N_KEYRING_ERRORS; code++)
    g_assert_true (act_error_text_find_row (ACT_ERROR_TOPIC_KEYRING, code) != any);
  g_assert_true (act_error_text_find_row (ACT_ERROR_TOPIC_API, 4711) == any);
  g_assert_true (act_error_text_find_row (ACT_ERROR_TOPIC_ANY, 0) == any);
}

static ActErrorText *
word (GQuark      domain,
      int         code,
      const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, message);

  return act_error_text_new (error);
}

static void
test_detail (void)
{
  g_autofree char *filling = g_strnfill (5000, 'x');
  g_autofree char *long_message = g_strconcat ("log\n", filling, NULL);
  g_autoptr (ActErrorText) bare = word (ACT_API_ERROR, ACT_API_ERROR_SERVER, "GET /events: 500");
  g_autoptr (ActErrorText) said =
      word (ACT_API_ERROR, ACT_API_ERROR_SERVER, "GET: 500\n <b>No\u202e\x1b\xff\nway \n");
  g_autoptr (ActErrorText) blank = word (ACT_API_ERROR, ACT_API_ERROR_SERVER, "GET: 500\n \n\t");
  g_autoptr (ActErrorText) cut = word (ACT_API_ERROR, ACT_API_ERROR_SERVER, long_message);
  g_autoptr (ActErrorText) store = word (ACT_STORE_ERROR, ACT_STORE_ERROR_FULL, "disk I/O error");
  g_autoptr (ActErrorText) ours =
      word (ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_URL, "The base URL cannot be read");
  g_autoptr (ActErrorText) stopped = word (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  g_autoptr (ActErrorText) unknown = word (G_FILE_ERROR, 3, "Something");

  g_assert_null (bare->detail);
  g_assert_cmpstr (said->detail, ==, "<b>No[U+202E]␛�\nway");
  g_assert_null (blank->detail);
  g_assert_cmpint (g_utf8_strlen (cut->detail, -1), ==, 2001);
  g_assert_cmpstr (store->detail, ==, "disk I/O error");
  g_assert_null (ours->detail);
  g_assert_cmpstr (stopped->title, ==, "Stopped");
  g_assert_null (stopped->detail);
  g_assert_cmpstr (unknown->title, ==, "Something went wrong");
  g_assert_cmpstr (unknown->detail, ==, "Something");
}

static void
test_buttons (void)
{
  g_autoptr (ActErrorText) offline = word (ACT_API_ERROR, ACT_API_ERROR_OFFLINE, "x");
  g_autoptr (ActErrorText) newer = word (ACT_STORE_ERROR, ACT_STORE_ERROR_TOO_NEW, "x");
  g_autoptr (ActErrorText) view = word (ACT_STORE_ERROR, ACT_STORE_ERROR_READ_ONLY, "x");
  g_autoptr (ActErrorText) closed = word (ACT_STORE_ERROR, ACT_STORE_ERROR_CLOSED, "x");

  g_assert_cmpint (offline->remedy, ==, ACT_ERROR_REMEDY_TRY_AGAIN);
  g_assert_cmpstr (offline->button, ==, "Try Again");
  g_assert_cmpint (newer->remedy, ==, ACT_ERROR_REMEDY_START_ANEW);
  g_assert_cmpstr (newer->button, ==, "Start with a New Store…");
  g_assert_cmpint (view->remedy, ==, ACT_ERROR_REMEDY_OPEN_FOLDER);
  g_assert_cmpstr (view->button, ==, "Open Folder");
  g_assert_cmpint (closed->remedy, ==, ACT_ERROR_REMEDY_NONE);
  g_assert_null (closed->button);
}

static void
test_to_string (void)
{
  g_autoptr (ActErrorText) text =
      word (ACT_API_ERROR, ACT_API_ERROR_TIMED_OUT, "GET: no answer\nslow");
  g_autofree char *string = act_error_text_to_string (text);

  g_assert_cmpstr (string, ==,
                   "The server does not answer\n"
                   "The server did not answer in time: it or the network may be slow.\n"
                   "Nothing is lost, and it is tried again by itself.\n"
                   "slow");
}

static void
test_marking (void)
{
  static const struct
  {
    ActApiError code;
    const char *status;
  } samples[] = {
    { ACT_API_ERROR_FORBIDDEN, "(403)" },
    { ACT_API_ERROR_NOT_FOUND, "(404)" },
    { ACT_API_ERROR_NOT_ALLOWED, "(405 or 501)" },
  };
  g_autoptr (GError) offline = g_error_new (ACT_API_ERROR, ACT_API_ERROR_OFFLINE, "x");
  g_autoptr (GError) full = g_error_new (ACT_STORE_ERROR, ACT_STORE_ERROR_FULL, "x");
  g_autoptr (ActErrorText) other = act_error_text_new_for_marking (offline);
  g_autoptr (ActErrorText) another = act_error_text_new_for_marking (full);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = g_error_new (ACT_API_ERROR, (int) samples[i].code, "PUT: no");
      g_autoptr (ActErrorText) text = act_error_text_new_for_marking (error);

      g_assert_cmpstr (text->title, ==, "Marked on this device only");
      g_assert_nonnull (strstr (text->cause, samples[i].status));
      g_assert_nonnull (strstr (text->cause, "permission"));
      g_assert_nonnull (strstr (text->cause, "no such call"));
    }
  g_assert_cmpstr (other->title, ==, "Offline");
  g_assert_cmpstr (another->title, ==, "The disk is full");
}

/* Nothing that was entered in a form waits to be sent, so no row may say so. */
static void
test_changing (void)
{
  g_autoptr (GError) refused =
      g_error_new (ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN, "POST: 403\nno write scope");
  g_autoptr (GError) uncertain = g_error_new (ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN, "POST: ?");
  g_autoptr (GError) full = g_error_new (ACT_STORE_ERROR, ACT_STORE_ERROR_FULL, "x");
  g_autoptr (ActErrorText) text = act_error_text_new_for_changing (refused);
  g_autoptr (ActErrorText) other = act_error_text_new_for_changing (uncertain);
  g_autoptr (ActErrorText) another = act_error_text_new_for_changing (full);

  for (int code = 0; code < ACT_N_API_ERRORS; code++)
    {
      g_autoptr (GError) error = g_error_new (ACT_API_ERROR, code, "POST: no");
      g_autoptr (ActErrorText) any = act_error_text_new_for_changing (error);

      g_assert_null (strstr (any->advice, "wait until"));
      g_assert_null (strstr (any->advice, "by itself"));
    }

  g_assert_cmpstr (text->title, ==, "Your key may not do this");
  g_assert_cmpstr (text->detail, ==, "no write scope");
  g_assert_cmpstr (other->title, ==, "It may have been done");
  g_assert_cmpstr (another->title, ==, "The disk is full");
}

static void
test_space (void)
{
  g_autoptr (GError) error = act_store_error_new_no_space (1200000000, 300000000);
  g_autoptr (ActErrorText) text = act_error_text_new (error);

  g_assert_nonnull (strstr (text->detail, "1.2"));
  g_assert_nonnull (strstr (text->detail, "300.0"));
  g_assert_true (g_str_has_suffix (text->detail, "are free."));
}

/* Whoever started a command is told to start it again; nothing else would. */
static void
test_commands (void)
{
  for (int code = 0; code < ACT_N_API_ERRORS; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (ACT_API_ERROR, code, "Failed");
      g_autoptr (ActErrorText) text = act_error_text_new_for_command (error);
      g_autofree char *whole = act_error_text_to_string (text);

      g_assert_null (strstr (whole, "by itself"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-text/document", test_document);
  g_test_add_func ("/error-text/form", test_form);
  g_test_add_func ("/error-text/every-error-has-words", test_every_error_has_words);
  g_test_add_func ("/error-text/detail", test_detail);
  g_test_add_func ("/error-text/buttons", test_buttons);
  g_test_add_func ("/error-text/to-string", test_to_string);
  g_test_add_func ("/error-text/marking", test_marking);
  g_test_add_func ("/error-text/changing", test_changing);
  g_test_add_func ("/error-text/space", test_space);

  g_test_add_func ("/error-text/commands", test_commands);

  return g_test_run ();
}
