/* A store in a file: there and back, and files that are not what they say
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-port-error.h"
#include "act-port.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* More than two batches of rows. */
#define N_EVENTS 2500

#define HEAD "{\"type\":\"actioned-store\",\"format\":1,\"organization\":\"org-1\",\"exportedAt\":1}\n"

static GFile *
get_file (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->directory, name, NULL);

  return g_file_new_for_path (path);
}

static ActConnection *
make_connection (void)
{
  g_autoptr (GError) error = NULL;
  ActConnection *connection = act_connection_new ("Acme “Production”", "https://api.example.com", "org-1", "key-1", &error);

  g_assert_no_error (error);

  return connection;
}

static gboolean
try_export (Fixture *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (ActConnection) connection = make_connection ();
  g_autoptr (GAsyncResult) result = NULL;

  act_port_export_async (ACT_ROW_SOURCE (self->store), connection, file, NULL, NULL, cancellable, keep_result_cb, &result);
  wait_for_result (&result);

  return act_port_export_finish (ACT_ROW_SOURCE (self->store), result, NULL, error);
}

static void export(Fixture *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_export (self, file, NULL, &error));
  g_assert_no_error (error);
}

static ActPortCheck *
check (ActStore *store, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_port_check_async (ACT_ROW_SOURCE (store), file, NULL, NULL, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return act_port_check_finish (ACT_ROW_SOURCE (store), result, error);
}

static gboolean
try_import (ActStore *store, GFile *file, const ActPortCheck *found, ActProgressFunc progress, gpointer data, GCancellable *cancellable, ActPortCounts *counts, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_port_import_async (ACT_ROW_SOURCE (store), file, found, progress, data, cancellable, keep_result_cb, &result);
  wait_for_result (&result);

  return act_port_import_finish (ACT_ROW_SOURCE (store), result, counts, error);
}

static ActStore *
open_other (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->directory, "other.db", NULL);

  return open_store (path);
}

static void
fill (Fixture *self)
{
  g_autoptr (GArray) rows = NULL;

  merge_many (self->store, N_EVENTS);
  rows = query_all (self->store);
  g_array_set_size (rows, 2000);
  mark_rows (self->store, rows, 0);
}

static char *
read_unpacked (GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GConverter) unpacker = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) unpacked = g_converter_input_stream_new (G_INPUT_STREAM (stream), unpacker);
  GString *text = g_string_new (NULL);
  char     buffer[4096];
  gssize   n;

  while ((n = g_input_stream_read (unpacked, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (text, buffer, n);
  g_assert_cmpint (n, ==, 0);

  return g_string_free (text, FALSE);
}

static void
write_file (GFile *file, const char *content, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), content, length, &error));
  g_assert_no_error (error);
}

/* Ends a text as a file of a store ends. */
static char *
add_end (const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  guint            n_lines = 0;

  for (const char *c = text; *c != '\0'; c++)
    n_lines += *c == '\n';

  return g_strdup_printf ("%s{\"type\":\"end\",\"lines\":%u,\"sha256\":\"%s\"}\n", text, n_lines, sum);
}

static void
test_there_and_back (Fixture *self, gconstpointer unused)
{
  g_autoptr (GFile) file = get_file (self, "store.actioned");
  g_autoptr (GFile) again = get_file (self, "again.actioned");
  g_autoptr (ActPortCheck) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActEventRecord) record = NULL;
  GStatBuf      facts;
  ActPortCounts counts = { 0 };
  ActStore     *other = open_other (self);

  fill (self);
  export(self, file);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &facts), ==, 0);
  g_assert_cmphex (facts.st_mode & 0777, ==, 0600);

  found = check (other, file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->head->organization, ==, "org-1");
  g_assert_cmpstr (found->head->connection, ==, "Acme “Production”");
  g_assert_cmpint (found->head->counts[ACT_PORT_EVENT], ==, N_EVENTS);
  g_assert_cmpuint (found->counts.new_events, ==, N_EVENTS);
  g_assert_cmpuint (found->counts.changes, ==, 2000);
  g_assert_cmpuint (found->counts.activities, ==, 1);

  g_assert_true (try_import (other, file, found, NULL, NULL, NULL, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (&counts, sizeof counts, &found->counts, sizeof found->counts);
  record = read_record (other, "e17");
  g_assert_cmpstr (record->event->id, ==, "e17");

  g_assert_true (try_import (other, file, found, NULL, NULL, NULL, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.new_events, ==, 0);
  g_assert_cmpuint (counts.changes, ==, 0);
  g_assert_cmpuint (counts.activities, ==, 0);
  close_store (other);
}

static void
stop_cb (ActStep step, gint64 done, gint64 total, gpointer user_data)
{
  guint *calls = g_object_get_data (user_data, "calls");

  g_assert_cmpint (step, ==, ACT_STEP_MERGING);
  if (++*calls == 3)
    g_cancellable_cancel (user_data);
}

/* One that was cut off in the middle is begun again, and the end is the same. */
static void
test_begun_again (Fixture *self, gconstpointer unused)
{
  g_autoptr (GFile) file = get_file (self, "store.actioned");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ActPortCheck) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActCounts) in_the_middle = NULL;
  g_autoptr (ActCounts) in_the_end = NULL;
  ActPortCounts counts = { 0 };
  guint         calls = 0;
  ActStore     *other = open_other (self);

  fill (self);
  export(self, file);
  found = check (other, file, &error);
  g_assert_no_error (error);

  g_object_set_data (G_OBJECT (cancellable), "calls", &calls);
  g_assert_false (try_import (other, file, found, stop_cb, cancellable, cancellable, &counts, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  in_the_middle = count (other);
  g_assert_cmpuint (act_counts_get_all (in_the_middle), >=, 1000);
  g_assert_cmpuint (act_counts_get_all (in_the_middle), <, N_EVENTS);

  g_assert_true (try_import (other, file, found, NULL, NULL, NULL, &counts, &error));
  g_assert_no_error (error);
  in_the_end = count (other);
  g_assert_cmpuint (act_counts_get_all (in_the_end), ==, N_EVENTS);
  g_assert_cmpuint (counts.new_events, ==, N_EVENTS - act_counts_get_all (in_the_middle));
  close_store (other);
}

static void
test_export_cancelled (Fixture *self, gconstpointer unused)
{
  g_autoptr (GFile) file = get_file (self, "store.actioned");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  write_file (file, "as it was", -1);
  g_cancellable_cancel (cancellable);
  g_assert_false (try_export (self, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "as it was");
}

/* Nobody finds the key or anything else of the sign-in in it. */
static void
test_no_secret (Fixture *self, gconstpointer unused)
{
  g_autoptr (GFile) file = get_file (self, "store.actioned");
  g_autofree char *text = NULL;

  merge_many (self->store, 3);
  export(self, file);
  text = read_unpacked (file);
  g_assert_true (g_str_has_prefix (text, "{\"type\":\"actioned-store\",\"format\":1,\"organization\":\"org-1\""));
  g_assert_null (strstr (text, "key-1"));
}

static void
expect_refusal (ActStore *store, GFile *file, ActPortError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActPortCheck) found = check (store, file, &error);

  g_assert_null (found);
  g_assert_error (error, ACT_PORT_ERROR, (int) code);
}

/* Each of these is whole by its checksum. */
static void
test_hostile_lines (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char  *text;
    ActPortError code;
  } cases[] = {
    { "", ACT_PORT_ERROR_NOT_A_STORE },
    { "\n", ACT_PORT_ERROR_NOT_A_STORE },
    { "hello\n", ACT_PORT_ERROR_NOT_A_STORE },
    { "{}\n", ACT_PORT_ERROR_NOT_A_STORE },
    { "{\"type\":\"actioned-store\",\"format\":0,\"organization\":\"o\"}\n", ACT_PORT_ERROR_NOT_A_STORE },
    { "{\"type\":\"actioned-store\",\"format\":1}\n", ACT_PORT_ERROR_NOT_A_STORE },
    { "{\"type\":\"actioned-store\",\"format\":2,\"organization\":\"o\"}\n", ACT_PORT_ERROR_TOO_NEW },
    { HEAD "{\"type\":\"thing\"}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\"}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"\",\"status\":0,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":7,\"status\":0,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\",\"status\":\"0\",\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\",\"status\":5,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\",\"status\":99,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\",\"status\":0,\"firstSeen\":99999999999999999999}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\",\"status\":0,\"firstSeen\":1.5}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\",\"status\":0,\"firstSeen\":-1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\",\"id\":\"b\",\"status\":0,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\",\"x\":{},\"status\":0,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\",\"x\":[],\"status\":0,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\\u0000b\",\"status\":0,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"\\ud800\",\"status\":0,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"\\x\",\"status\":0,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"\xff\",\"status\":0,\"firstSeen\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\",\"status\":0,\"firstSeen\":1} {}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"event\",\"id\":\"a\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"item\",\"id\":\"a\",\"result\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"change\",\"action\":3,\"target\":\"a\",\"created\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"change\",\"action\":0,\"created\":1}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD "{\"type\":\"name\",\"kind\":3,\"id\":\"a\",\"name\":\"b\"}\n", ACT_PORT_ERROR_DAMAGED },
    { HEAD HEAD, ACT_PORT_ERROR_DAMAGED },
  };
  g_autoptr (GFile) file = get_file (self, "file");
  g_autoptr (GArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = add_end (cases[i].text);

      g_test_message ("Case %u", i);
      write_file (file, text, -1);
      expect_refusal (self->store, file, cases[i].code);
    }

  rows = query_all (self->store);
  g_assert_cmpuint (rows->len, ==, 0);
}

/* A member that a later program adds is no reason to refuse a file. */
static void
test_plain (Fixture *self, gconstpointer unused)
{
  g_autofree char *text = add_end (HEAD " { \"type\" : \"event\", \"id\":\"a\\ud83d\\ude00\\n\", \"status\":0,"
                                        "\"firstSeen\":1, \"new\":true, \"other\":null, \"third\":-7 } \n");
  g_autoptr (GFile) file = get_file (self, "file");
  g_autoptr (ActPortCheck) found = NULL;
  g_autoptr (GError) error = NULL;
  ActPortCounts counts = { 0 };

  write_file (file, text, -1);
  found = check (self->store, file, &error);
  g_assert_no_error (error);
  g_assert_true (try_import (self->store, file, found, NULL, NULL, NULL, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.new_events, ==, 1);
  g_assert_cmpint (read_status (self->store, "a😀\n"), ==, ACT_EVENT_STATUS_OPEN);

  /* It is another one than was checked. */
  g_free (text);
  text = add_end (HEAD);
  write_file (file, text, -1);
  g_assert_false (try_import (self->store, file, found, NULL, NULL, NULL, &counts, &error));
  g_assert_error (error, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED);
}

/* Wherever it is cut off, and whichever byte of it is another. */
static void
test_damage (Fixture *self, gconstpointer unused)
{
  g_autoptr (GFile) file = get_file (self, "store.actioned");
  g_autoptr (GFile) damaged = get_file (self, "damaged");
  g_autofree char *content = NULL;
  g_autofree char *text = NULL;
  gsize            length = 0;

  merge_many (self->store, 20);
  export(self, file);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &content, &length, NULL));
  text = read_unpacked (file);
  for (guint i = 0; i < 60; i++)
    {
      gsize            at = (gsize) g_test_rand_int_range (0, (int) length);
      g_autofree char *copy = g_memdup2 (content, length);
      g_autoptr (ActPortCheck) found = NULL;
      g_autoptr (GError) error = NULL;

      write_file (damaged, content, (gssize) at);
      g_assert_null (check (self->store, damaged, NULL));

      /* Some bytes of the head of gzip do not matter. */
      if (at < 10)
        continue;
      copy[at] ^= (char) (1 << g_test_rand_int_range (0, 8));
      write_file (damaged, copy, (gssize) length);
      found = check (self->store, damaged, &error);
      if (found != NULL)
        {
          /* Nor do those that fill up the last byte before the checksum. */
          g_autofree char *unpacked = read_unpacked (damaged);

          g_assert_cmpstr (unpacked, ==, text);
          continue;
        }

      g_assert_cmpint (error->domain, ==, ACT_PORT_ERROR);
    }

  length = strlen (text);
  for (guint i = 0; i < 60; i++)
    {
      gsize            at = (gsize) g_test_rand_int_range (0, (int) length);
      g_autofree char *copy = g_memdup2 (text, length);

      copy[at] ^= (char) (1 << g_test_rand_int_range (0, 7));
      write_file (damaged, copy, (gssize) length);
      g_assert_null (check (self->store, damaged, NULL));
      write_file (damaged, text, (gssize) at);
      g_assert_null (check (self->store, damaged, NULL));
    }
}

/* A few kilobytes that unpack to one line without an end. */
static void
test_bomb (Fixture *self, gconstpointer unused)
{
  g_autoptr (GFile) file = get_file (self, "bomb");
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, 0, NULL, NULL);
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream) packed = g_converter_output_stream_new (G_OUTPUT_STREAM (stream), packer);
  g_autofree char *blanks = g_strnfill (1024 * 1024, ' ');

  g_assert_true (g_output_stream_write_all (packed, HEAD, strlen (HEAD), NULL, NULL, NULL));
  for (guint i = 0; i < 40; i++)
    g_assert_true (g_output_stream_write_all (packed, blanks, 1024 * 1024, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packed, NULL, NULL));

  expect_refusal (self->store, file, ACT_PORT_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/export/port/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("there-and-back", test_there_and_back);
  ADD ("begun-again", test_begun_again);
  ADD ("export-cancelled", test_export_cancelled);
  ADD ("no-secret", test_no_secret);
  ADD ("hostile-lines", test_hostile_lines);
  ADD ("plain", test_plain);
  ADD ("damage", test_damage);
  ADD ("bomb", test_bomb);
#undef ADD

  return g_test_run ();
}
