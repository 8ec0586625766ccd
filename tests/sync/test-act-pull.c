/* Tests of following lists
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pull.h"
#include "act-store-database.h"
#include "act-store-error.h"
#include "scripted-fixture.h"

#define PASS   7
#define PLACES "places"

static void
add (ActPull     *pull,
     ActPullRange range,
     const char  *next_token)
{
  act_pull_add_cursor (pull, NULL, FALSE, range, next_token);
}

static void
run (ScriptedFixture *self,
     ActPull         *pull,
     ActApiError      expected)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_pull_run_async (pull, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  act_pull_run_finish (pull, outcome.result, &error);
  if (expected == ACT_N_API_ERRORS)
    g_assert_no_error (error);
  else
    g_assert_error (error, ACT_API_ERROR, (int) expected);
}

static void
run_well (ScriptedFixture *self,
          ActPull         *pull)
{
  run (self, pull, ACT_N_API_ERRORS);
}

static ActPlaces *
read_places (ScriptedFixture *self)
{
  g_autofree char *text = scripted_fixture_get_value (self, PLACES);

  return act_places_new_from_text (text);
}

static void
check_store (ScriptedFixture *self,
             const char      *letters)
{
  g_autofree char *actual = scripted_fixture_dup_letters (self);

  g_assert_cmpstr (actual, ==, letters);
}

/* Neither a short page nor an empty one is the end, only a token that is missing or empty. */
static void
test_to_the_end (ScriptedFixture *self,
                 gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);

  add (pull, ACT_PULL_FULL, NULL);
  scripted_fixture_answer_page (self, "zy", "1");
  scripted_fixture_answer_page (self, "", "2");
  scripted_fixture_answer_page (self, "x", "3");
  scripted_fixture_answer_page (self, "c", "");
  run_well (self, pull);
  check_store (self, "zyxc");
  scripted_fixture_expect (self, "GET " SCRIPT_EVENTS "false", "GET " SCRIPT_EVENTS "false&nextToken=1",
                           "GET " SCRIPT_EVENTS "false&nextToken=2", "GET " SCRIPT_EVENTS "false&nextToken=3", NULL);
}

static void
test_what_is_asked (ScriptedFixture *self,
                    gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);

  act_pull_add_cursor (pull, "integration.sixth.error", TRUE, ACT_PULL_FULL, "4");
  scripted_fixture_answer_page (self, "Ab", NULL);
  run_well (self, pull);
  check_store (self, "bA");
  scripted_fixture_expect (self,
                           "GET " SCRIPT_EVENTS "true&eventName=integration.sixth.error&nextToken=4",
                           NULL);
}

/* The pages before it are not lost. */
static void
test_repeated_token (ScriptedFixture *self,
                     gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);

  add (pull, ACT_PULL_FULL, NULL);
  scripted_fixture_answer_page (self, "z", "1");
  scripted_fixture_answer_page (self, "y", "2");
  scripted_fixture_answer_page (self, "x", "1");
  run (self, pull, ACT_API_ERROR_REPEATED_TOKEN);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 3);
  g_assert_cmpint (scripted_fixture_get_status (self, 'z'), ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpint (scripted_fixture_get_status (self, 'y'), ==, ACT_EVENT_STATUS_OPEN);
}

static void
test_refused_token (ScriptedFixture *self,
                    gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);

  add (pull, ACT_PULL_FULL, NULL);
  scripted_fixture_answer_page (self, "z", "1");
  scripted_fixture_answer (self, 400);
  run (self, pull, ACT_API_ERROR_BAD_REQUEST);
  check_store (self, "z");
}

static void
test_too_large (ScriptedFixture *self,
                gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);

  add (pull, ACT_PULL_FULL, NULL);
  scripted_fixture_answer_page (self, "z", "1");
  scripted_fixture_answer (self, 413);
  scripted_fixture_answer_page (self, "z", "1");
  scripted_fixture_answer_page (self, "y", NULL);
  run_well (self, pull);
  check_store (self, "zy");
  client_fixture_expect (&self->api, 2, "GET " FIXTURE_EVENTS "?pageSize=50&eventType=IntegrationEvent&includeActioned=false");
}

static void
test_always_too_large (ScriptedFixture *self,
                       gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);

  add (pull, ACT_PULL_FULL, NULL);
  for (guint size = 100; size > 0; size /= 2)
    scripted_fixture_answer (self, 413);
  run (self, pull, ACT_API_ERROR_PAGE_TOO_LARGE);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 7);
}

static void
test_head (ScriptedFixture *self,
           gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);

  scripted_fixture_fill (self, "yxwv");
  add (pull, ACT_PULL_HEAD, NULL);
  scripted_fixture_answer_page (self, "zy", "1");
  scripted_fixture_answer_page (self, "x", "2");
  scripted_fixture_answer_page (self, "w", "3");
  run_well (self, pull);
  check_store (self, "zyxwv");
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 3);
}

/* Known events lie above what was never read: the head goes on to where it was read before. */
static void
test_horizon (ScriptedFixture *self,
              gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);

  scripted_fixture_fill (self, "zyxwcba");
  add (pull, ACT_PULL_HEAD, NULL);
  act_pull_set_horizon (pull, SCRIPT_MINUTE ('d' - 'a'));
  scripted_fixture_answer_page (self, "zy", "1");
  scripted_fixture_answer_page (self, "xw", "2");
  scripted_fixture_answer_page (self, "gf", "3");
  scripted_fixture_answer_page (self, "c", "4");
  scripted_fixture_answer_page (self, "b", "5");
  run_well (self, pull);
  check_store (self, "zyxwgfcba");
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 5);
}

/* An event type is only a category, so names are looked at; what has none is kept. */
static void
test_foreign_events (ScriptedFixture *self,
                     gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);
  g_autofree char *letters = NULL;

  add (pull, ACT_PULL_FULL, NULL);
  client_fixture_answer (&self->api, 200,
                         "{\"data\":[{\"id\":\"a\",\"eventName\":\"configuration.account.created\"},"
                         "{\"id\":\"b\",\"eventName\":null},{\"id\":\"c\"},"
                         "{\"id\":\"d\",\"eventName\":\"integration.sixth.error\"}]}");
  run_well (self, pull);
  g_assert_cmpint (scripted_fixture_get_status (self, 'b'), ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpint (scripted_fixture_get_status (self, 'c'), ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpint (scripted_fixture_get_status (self, 'd'), ==, ACT_EVENT_STATUS_OPEN);
  letters = scripted_fixture_dup_letters (self);
  g_assert_cmpuint (strlen (letters), ==, 3);
}

static void
test_place (ScriptedFixture *self,
            gconstpointer    data)
{
  g_autoptr (ActPull) first = act_pull_new (self->api.client, self->store, PASS);
  g_autoptr (ActPull) second = act_pull_new (self->api.client, self->store, PASS);
  g_autoptr (ActPlaces) places = NULL;
  g_autoptr (ActPlaces) end = NULL;
  g_autofree char *place = NULL;

  add (first, ACT_PULL_FULL, NULL);
  act_pull_keep_places (first, PLACES, act_places_new_from_text (NULL));
  scripted_fixture_answer_page (self, "z", "1");
  scripted_fixture_answer_page (self, "y", "2");
  scripted_fixture_answer (self, 400);
  run (self, first, ACT_API_ERROR_BAD_REQUEST);
  places = read_places (self);
  place = act_places_dup_token (places, NULL);
  g_assert_cmpstr (place, ==, "2");
  g_assert_false (act_places_is_done (places, NULL));

  add (second, ACT_PULL_FULL, place);
  act_pull_keep_places (second, PLACES, g_steal_pointer (&places));
  scripted_fixture_answer_page (self, "x", NULL);
  run_well (self, second);
  end = read_places (self);
  g_assert_true (act_places_is_done (end, NULL));
  g_assert_false (act_places_has_token (end));
  check_store (self, "zyx");
}

/* A token that is refused in the middle of a list is renewed, and the page is read all the same. */
static void
test_token_expires (ScriptedFixture *self,
                    gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);

  add (pull, ACT_PULL_FULL, NULL);
  scripted_fixture_answer_page (self, "zy", "1");
  scripted_fixture_answer (self, 401);
  scripted_fixture_answer_page (self, "xw", "2");
  scripted_fixture_answer (self, 403);
  scripted_fixture_answer_page (self, "v", NULL);
  run_well (self, pull);
  check_store (self, "zyxwv");
  g_assert_true (act_pull_get_complete (pull));
  g_assert_cmpuint (scripted_server_count_tokens (self->api.server), ==, 3);
}

/* Each list has a place of its own, and those that are done stay done. */
static void
test_places_side_by_side (ScriptedFixture *self,
                          gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);
  g_autoptr (ActPlaces) places = NULL;
  g_autofree char *next = NULL;

  act_pull_add_cursor (pull, "integration.a", TRUE, ACT_PULL_FULL, NULL);
  scripted_fixture_answer_page (self, "z", "1");
  scripted_fixture_answer_page (self, "y", NULL);
  act_pull_keep_places (pull, PLACES, act_places_new_from_text (NULL));
  run_well (self, pull);

  g_clear_object (&pull);
  pull = act_pull_new (self->api.client, self->store, PASS);
  act_pull_add_cursor (pull, "integration.b", TRUE, ACT_PULL_FULL, "5");
  scripted_fixture_answer_page (self, "x", "6");
  scripted_fixture_answer (self, 400);
  act_pull_keep_places (pull, PLACES, read_places (self));
  run (self, pull, ACT_API_ERROR_BAD_REQUEST);

  places = read_places (self);
  next = act_places_dup_token (places, "integration.b");
  g_assert_cmpstr (next, ==, "6");
  g_assert_true (act_places_is_done (places, "integration.a"));
  g_assert_false (act_places_is_done (places, "integration.b"));
}

static void
execute (ScriptedFixture *self,
         const char      *sql)
{
  g_autofree char *path = g_build_filename (self->directory, "store.db", NULL);
  g_autoptr (ActStoreDatabase) database = act_store_database_new ();
  g_autoptr (GError) error = NULL;

  act_store_database_open (database, path, ACT_STORE_ACCESS_COPY, &error);
  g_assert_no_error (error);
  act_store_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

/* Pages that the store did not take are read again, though it took those that came after them. */
static void
test_not_taken (ScriptedFixture *self,
                gconstpointer    data)
{
  static const char *const names[] = { "integration.a", "integration.b", "integration.c" };
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);
  g_autoptr (ActPlaces) places = NULL;
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  execute (self, "CREATE TRIGGER refuse BEFORE INSERT ON event WHEN new.id = 'z' BEGIN SELECT raise (ABORT, 'no'); END");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    act_pull_add_cursor (pull, names[i], TRUE, ACT_PULL_FULL, NULL);
  act_pull_keep_places (pull, PLACES, act_places_new_from_text (NULL));
  scripted_fixture_answer_page (self, "z", NULL);
  scripted_fixture_answer_page (self, "y", NULL);
  scripted_fixture_answer_page (self, "x", NULL);
  act_pull_run_async (pull, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  g_assert_false (act_pull_run_finish (pull, outcome.result, &error));
  g_assert_cmpint (error->domain, ==, ACT_STORE_ERROR);

  execute (self, "DROP TRIGGER refuse");
  places = read_places (self);
  g_assert_true (act_places_is_empty (places));
}

/* The newest pages only, and it says so. */
static void
test_beginning (ScriptedFixture *self,
                gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);
  g_autoptr (ActPull) short_one = act_pull_new (self->api.client, self->store, PASS);

  add (pull, ACT_PULL_BEGINNING, NULL);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *letter = g_strdup_printf ("%c", 'z' - i);
      g_autofree char *token = g_strdup_printf ("%u", i);

      scripted_fixture_answer_page (self, letter, token);
    }
  run_well (self, pull);
  g_assert_false (act_pull_get_complete (pull));
  check_store (self, "zyxwvutsrqponmlkjihg");

  add (short_one, ACT_PULL_BEGINNING, NULL);
  scripted_fixture_answer_page (self, "zy", "1");
  scripted_fixture_answer_page (self, "x", NULL);
  run_well (self, short_one);
  g_assert_true (act_pull_get_complete (short_one));
}

/* What lists of one kind do not have is told of, once. */
static void
test_found_names (ScriptedFixture *self,
                  gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);
  GPtrArray *found = NULL;

  add (pull, ACT_PULL_FULL, NULL);
  client_fixture_answer (&self->api, 200,
                         "{\"data\":[{\"id\":\"a\",\"eventName\":\"configuration.account.created\"},"
                         "{\"id\":\"b\",\"eventName\":\"integration.sixth.error\"},{\"id\":\"c\"},"
                         "{\"id\":\"d\",\"eventName\":\"integration.sixth.error\"}]}");
  run_well (self, pull);
  found = act_pull_get_found_names (pull);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (found, 0), ==, "integration.sixth.error");
}

/* Every page counts, an empty one too, and none counts twice. */
static void
test_metered (ScriptedFixture *self,
              gconstpointer    data)
{
  g_autoptr (ActMeter) meter = act_meter_new (ACT_CLOCK (self->api.clock));
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);
  ActSyncProgress progress = { 0 };

  act_meter_begin (meter, ACT_SYNC_HISTORY, -1);
  act_pull_set_meter (pull, meter, ACT_SYNC_HISTORY);
  add (pull, ACT_PULL_FULL, NULL);
  scripted_fixture_answer_page (self, "zyx", "1");
  scripted_fixture_answer_page (self, "wv", "2");
  scripted_fixture_answer_page (self, "", "3");
  scripted_fixture_answer_page (self, "u", NULL);
  run_well (self, pull);
  act_meter_get (meter, &progress);
  g_assert_cmpuint (progress.pages, ==, 4);
  g_assert_cmpuint (progress.events, ==, 6);
  check_store (self, "zyxwvu");
}

/* One cursor fails the pass, the others do not go on; and it answers once. */
static void
test_side_by_side (ScriptedFixture *self,
                   gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);

  for (guint i = 0; i < 4; i++)
    {
      add (pull, ACT_PULL_FULL, NULL);
      scripted_fixture_answer (self, 400);
    }
  run (self, pull, ACT_API_ERROR_BAD_REQUEST);
  settle ();
  check_store (self, "");
}

static void
test_cancelled (ScriptedFixture *self,
                gconstpointer    data)
{
  g_autoptr (ActPull) pull = act_pull_new (self->api.client, self->store, PASS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  add (pull, ACT_PULL_FULL, NULL);
  scripted_fixture_answer_page (self, "z", "1");
  scripted_server_behave (self->api.server, SCRIPT_HANG);
  act_pull_run_async (pull, cancellable, outcome_cb, &outcome);
  while (scripted_server_count (self->api.server) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcome, self->api.clock);
  g_assert_false (act_pull_run_finish (pull, outcome.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_store (self, "z");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SCRIPTED_FIXTURE_ADD ("/pull/to-the-end", test_to_the_end);
  SCRIPTED_FIXTURE_ADD ("/pull/what-is-asked", test_what_is_asked);
  SCRIPTED_FIXTURE_ADD ("/pull/repeated-token", test_repeated_token);
  SCRIPTED_FIXTURE_ADD ("/pull/refused-token", test_refused_token);
  SCRIPTED_FIXTURE_ADD ("/pull/too-large", test_too_large);
  SCRIPTED_FIXTURE_ADD ("/pull/always-too-large", test_always_too_large);
  SCRIPTED_FIXTURE_ADD ("/pull/head", test_head);
  SCRIPTED_FIXTURE_ADD ("/pull/horizon", test_horizon);
  SCRIPTED_FIXTURE_ADD ("/pull/foreign-events", test_foreign_events);
  SCRIPTED_FIXTURE_ADD ("/pull/place", test_place);
  SCRIPTED_FIXTURE_ADD ("/pull/token-expires", test_token_expires);
  SCRIPTED_FIXTURE_ADD ("/pull/places-side-by-side", test_places_side_by_side);
  SCRIPTED_FIXTURE_ADD ("/pull/not-taken", test_not_taken);
  SCRIPTED_FIXTURE_ADD ("/pull/beginning", test_beginning);
  SCRIPTED_FIXTURE_ADD ("/pull/found-names", test_found_names);
  SCRIPTED_FIXTURE_ADD ("/pull/metered", test_metered);
  SCRIPTED_FIXTURE_ADD ("/pull/side-by-side", test_side_by_side);
  SCRIPTED_FIXTURE_ADD ("/pull/cancelled", test_cancelled);

  return g_test_run ();
}
