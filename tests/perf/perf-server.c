/* A simulator in a process of its own, and a session with it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-server.h"

#include "perf-wait.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

struct _PerfServer
{
  GSubprocess *process; /* (owned) */
  JsonObject  *ready;   /* (owned): what it said */
  SoupSession *asking;  /* (owned): for what is no part of the API */
};

/* @program is the benchmark: both are in one build. */
PerfServer *
perf_server_start (const char        *program,
                   const char *const *arguments)
{
  PerfServer      *self = g_new0 (PerfServer, 1);
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *simulator = g_build_filename (folder, "..", "..", "src", "actioned-simulator", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  g_strv_builder_add (builder, simulator);
  g_strv_builder_addv (builder, (const char **) arguments);
  command = g_strv_builder_end (builder);
  self->process = g_subprocess_newv ((const char *const *) command, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  perf_fail_on (error);

  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  perf_fail_on (error);
  node = json_from_string (line != NULL ? line : "", NULL);
  if (node == NULL)
    g_error ("The simulator said nothing");

  self->ready = json_object_ref (json_node_get_object (node));
  self->asking = soup_session_new ();

  return self;
}

void
perf_server_stop (PerfServer *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  g_object_unref (self->asking);
  json_object_unref (self->ready);
  g_free (self);
}

static JsonNode *
ask (PerfServer *self,
     const char *path)
{
  g_autofree char *url =
      g_strconcat (json_object_get_string_member (self->ready, "baseUrl"), "/_simulator/", path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GBytes) body = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node = NULL;

  body = soup_session_send_and_read (self->asking, message, NULL, &error);
  perf_fail_on (error);
  text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  node = json_from_string (text, &error);
  perf_fail_on (error);

  return node;
}

void
perf_server_read_counts (PerfServer *self,
                         PerfCounts *counts)
{
  g_autoptr (JsonNode) told = ask (self, "counts");
  g_autoptr (JsonNode) ledger = ask (self, "ledger");
  JsonObject *object = json_node_get_object (told);
  JsonArray  *entries = json_node_get_array (ledger);

  counts->calls = (double) json_object_get_int_member (object, "calls");
  counts->limited = (double) json_object_get_int_member (object, "limited");
  counts->listed = (double) json_object_get_int_member (object, "listedEvents");
  counts->changed = 0;
  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      if (json_object_get_boolean_member (json_array_get_object_element (entries, i), "changed"))
        counts->changed++;
    }
}

ActSession *
perf_server_open_session (PerfServer *self,
                          const char *directory,
                          guint       requests_a_second)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActSession *session = NULL;

  connection = act_connection_new ("Bench", json_object_get_string_member (self->ready, "baseUrl"),
                                   json_object_get_string_member (self->ready, "orgId"),
                                   json_object_get_string_member (self->ready, "apiKey"), &error);
  perf_fail_on (error);
  act_session_open_async (connection, json_object_get_string_member (self->ready, "apiSecret"),
                          directory, ACT_SESSION_FLAGS_NONE, NULL, NULL, NULL, perf_keep_result_cb,
                          &result);
  session = act_session_open_finish (perf_wait (&result), &error);
  perf_fail_on (error);
  act_session_set_request_ceiling (session, requests_a_second);

  return session;
}

void
perf_session_close (ActSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_close_async (session, NULL, perf_keep_result_cb, &result);
  act_session_close_finish (session, perf_wait (&result), NULL);
  g_object_unref (session);
}

/* How many events there are, actioned or not. */
guint
perf_session_count_rows (ActSession *session)
{
  ActRowSource *source = act_session_get_row_source (session);
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  query->include_actioned = TRUE;
  act_row_source_query_async (source, query, 0, NULL, perf_keep_result_cb, &result);
  rows = act_row_source_query_finish (source, perf_wait (&result), &error);
  perf_fail_on (error);

  return rows->len;
}
