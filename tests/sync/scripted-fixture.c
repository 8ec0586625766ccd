/* A client with a server that follows a script, and a store that is empty at first
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scripted-fixture.h"

#include "act-planner.h"
#include "act-session-private.h"

#include <glib/gstdio.h>

static void
open_store (ScriptedFixture *self)
{
  g_autofree char *path = g_build_filename (self->directory, "store.db", NULL);
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_store_open_async (path, NULL, NULL, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  self->store = act_store_open_finish (outcome.result, &error);
  g_assert_no_error (error);
  g_assert_true (act_store_try_lock_sync (self->store));
}

static void
close_store (ScriptedFixture *self)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_store_close_async (self->store, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  act_store_close_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);
}

static void
remove_directory (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_unlink (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
scripted_fixture_set_up (ScriptedFixture *self,
                         gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  client_fixture_set_up (&self->api, data);
  self->directory = g_dir_make_tmp ("actioned-XXXXXX", &error);
  g_assert_no_error (error);
  self->position = act_position_new ();
  open_store (self);
}

void
scripted_fixture_tear_down (ScriptedFixture *self,
                            gconstpointer    data)
{
  close_store (self);
  settle ();
  g_assert_finalize_object (g_steal_pointer (&self->store));
  client_fixture_tear_down (&self->api, data);
  act_position_free (self->position);
  remove_directory (self->directory);
  g_free (self->directory);
}

void
scripted_fixture_answer (ScriptedFixture *self,
                         guint            status)
{
  client_fixture_answer (&self->api, status, "{}");
}

static char *
make_event (char letter)
{
  char             id = g_ascii_tolower (letter);
  g_autofree char *time = g_strdup_printf ("2026-03-04T05:%02d:00Z", id - 'a');

  return g_strdup_printf ("{\"id\":\"%c\",\"eventName\":\"integration.perform.error\",\"eventTime\":\"%s\","
                          "\"m3terEvent\":{\"integrationConfigId\":\"configuration-%c\",\"accountId\":\"account-%c\"}%s}",
                          id, time, id, id,
                          g_ascii_isupper (letter) ? ",\"dtActioned\":\"2026-03-04T06:00:00Z\"" : "");
}

void
scripted_fixture_answer_page (ScriptedFixture *self,
                              const char      *letters,
                              const char      *next_token)
{
  g_autoptr (GString) body = g_string_new ("{\"data\":[");

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      g_autofree char *event = make_event (*letter);

      g_string_append_printf (body, "%s%s", letter > letters ? "," : "", event);
    }
  g_string_append_c (body, ']');
  if (next_token != NULL)
    g_string_append_printf (body, ",\"nextToken\":\"%s\"", next_token);
  g_string_append_c (body, '}');

  client_fixture_answer (&self->api, 200, body->str);
}

void
scripted_fixture_answer_one (ScriptedFixture *self,
                             char             letter)
{
  g_autofree char *event = make_event (letter);

  client_fixture_answer (&self->api, 200, event);
}

void
scripted_fixture_expect (ScriptedFixture *self,
                         ...)
{
  const char *line = NULL;
  guint       n_lines = 0;
  va_list     lines;

  va_start (lines, self);
  while ((line = va_arg (lines, const char *)) != NULL)
    {
      g_assert_cmpuint (scripted_server_count (self->api.server), >, n_lines);
      client_fixture_expect (&self->api, n_lines++, line);
    }
  va_end (lines);

  g_assert_cmpuint (scripted_server_count (self->api.server), ==, n_lines);
}

/* Upper case is actioned. */
void
scripted_fixture_fill (ScriptedFixture *self,
                       const char      *letters)
{
  ActEventPage *page = act_event_page_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  page->asked_at = act_time_now ();
  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      ActEvent *event = act_event_new ();

      event->id = g_strdup_printf ("%c", g_ascii_tolower (*letter));
      event->name = g_strdup ("integration.perform.error");
      event->time = SCRIPT_MINUTE (g_ascii_tolower (*letter) - 'a');
      event->actioned_time = g_ascii_isupper (*letter) ? SCRIPT_MINUTE (60) : ACT_TIME_UNKNOWN;
      event->configuration_id = g_strdup_printf ("configuration-%c", *letter);
      event->account_id = g_strdup_printf ("account-%c", *letter);
      g_ptr_array_add (page->events, event);
    }

  act_store_merge_page_async (self->store, page, 0, act_planner_merge, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  act_store_merge_page_finish (self->store, outcome.result, NULL, &error);
  g_assert_no_error (error);
}

static GArray *
list_rows (ScriptedFixture *self)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  GArray *row_ids = NULL;

  query->include_actioned = TRUE;
  act_row_source_query_async (ACT_ROW_SOURCE (self->store), query, 0, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (self->store), outcome.result, &error);
  g_assert_no_error (error);

  return row_ids;
}

ActEventRecord *
scripted_fixture_read_row (ScriptedFixture *self,
                           gint64           row_id)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  ActEventRecord *record = NULL;

  act_store_read_record_async (self->store, row_id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  record = act_store_read_record_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);

  return record;
}

ActEventRecord *
scripted_fixture_read (ScriptedFixture *self,
                       char             letter)
{
  g_autoptr (GArray) row_ids = list_rows (self);

  for (guint i = 0; i < row_ids->len; i++)
    {
      g_autoptr (ActEventRecord) record = scripted_fixture_read_row (self, g_array_index (row_ids, gint64, i));

      if (record->event->id[0] == letter)
        return g_steal_pointer (&record);
    }

  g_assert_not_reached ();
}

ActEventStatus
scripted_fixture_get_status (ScriptedFixture *self,
                             char             letter)
{
  g_autoptr (ActEventRecord) record = scripted_fixture_read (self, letter);

  return record->status;
}

/* All events, newest first, the actioned ones in upper case. */
char *
scripted_fixture_dup_letters (ScriptedFixture *self)
{
  g_autoptr (GArray) row_ids = list_rows (self);
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < row_ids->len; i++)
    {
      g_autoptr (ActEventRecord) record = scripted_fixture_read_row (self, g_array_index (row_ids, gint64, i));
      char letter = record->event->id[0];

      g_string_append_c (letters, act_event_status_is_actioned (record->status) ? g_ascii_toupper (letter) : letter);
    }

  return g_string_free (letters, FALSE);
}

char *
scripted_fixture_get_value (ScriptedFixture *self,
                            const char      *key)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  char *value = NULL;

  act_store_get_value_async (self->store, key, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  value = act_store_get_value_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);

  return value;
}

/* The mark is ready to be sent. */
gint64
scripted_fixture_mark (ScriptedFixture *self,
                       char             letter)
{
  g_autoptr (ActEventRecord) record = scripted_fixture_read (self, letter);
  g_auto (Outcome) marked = { 0 };
  g_auto (Outcome) released = { 0 };
  g_autoptr (GError) error = NULL;
  gsize n_marked = 0;

  act_store_mark_async (self->store, &record->row_id, 1, 0, NULL, outcome_cb, &marked);
  outcome_await (&marked, NULL);
  act_store_mark_finish (self->store, marked.result, &n_marked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_marked, ==, 1);

  act_store_release_held_async (self->store, NULL, outcome_cb, &released);
  outcome_await (&released, NULL);
  act_store_hold_finish (self->store, released.result, NULL, &error);
  g_assert_no_error (error);

  return record->row_id;
}

GPtrArray *
scripted_fixture_claim (ScriptedFixture *self,
                        ActOutboxState   from)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = NULL;

  act_store_claim_async (self->store, from, 0, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  entries = act_store_claim_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);

  return entries;
}

/* How many marks are in a state other than ready, which looking at would change. */
guint
scripted_fixture_count (ScriptedFixture *self,
                        ActOutboxState   state)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_cmpint (state, !=, ACT_OUTBOX_READY);
  entries = scripted_fixture_claim (self, state);

  return entries->len;
}

ActSession *
scripted_fixture_new_session (ScriptedFixture *self)
{
  ActSession *session = g_object_new (ACT_TYPE_SESSION, NULL);
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  session->client = g_object_ref (self->api.client);
  session->store = g_object_ref (self->store);
  act_abilities_load_async (self->store, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  session->abilities = act_abilities_load_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);

  return session;
}
