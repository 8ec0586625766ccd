/* Tests of reading the actioned events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-history.h"
#include "scripted-fixture.h"

#define ALL "GET " SCRIPT_EVENTS "true"

static void
read_history (ScriptedFixture *self,
              ActApiError      expected)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_history_async (self->api.client, self->store, self->position, NULL, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  act_history_finish (outcome.result, &error);
  if (expected == ACT_N_API_ERRORS)
    g_assert_no_error (error);
  else
    g_assert_error (error, ACT_API_ERROR, (int) expected);
}

/* What another process would find in the store. */
static void
reload_position (ScriptedFixture *self)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_position_free (self->position);
  act_position_load_async (self->store, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  self->position = act_position_load_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);
}

static void
check_store (ScriptedFixture *self,
             const char      *letters)
{
  g_autofree char *actual = scripted_fixture_dup_letters (self);

  g_assert_cmpstr (actual, ==, letters);
}

static void
test_interrupted (ScriptedFixture *self,
                  gconstpointer    data)
{
  gint64 before = act_time_now ();
  gint64 between = 0;

  scripted_fixture_answer_page (self, "Zy", "1");
  scripted_fixture_answer_page (self, "X", "2");
  scripted_fixture_answer (self, 400);
  read_history (self, ACT_API_ERROR_BAD_REQUEST);
  g_assert_false (self->position->history_complete);
  between = act_time_now ();

  reload_position (self);
  scripted_fixture_answer_page (self, "W", NULL);
  read_history (self, ACT_N_API_ERRORS);
  check_store (self, "ZyXW");
  scripted_fixture_expect (self, ALL, ALL "&nextToken=1", ALL "&nextToken=2", ALL "&nextToken=2", NULL);

  /* What happened since it was begun was not read yet. */
  reload_position (self);
  g_assert_true (self->position->history_complete);
  g_assert_cmpint (self->position->history_at, >=, before);
  g_assert_cmpint (self->position->history_at, <=, between);
}

static void
test_old_cursor (ScriptedFixture *self,
                 gconstpointer    data)
{
  scripted_fixture_answer_page (self, "Z", "1");
  scripted_fixture_answer (self, 400);
  read_history (self, ACT_API_ERROR_BAD_REQUEST);

  scripted_fixture_answer (self, 400);
  scripted_fixture_answer_page (self, "Z", "5");
  scripted_fixture_answer_page (self, "Y", NULL);
  read_history (self, ACT_N_API_ERRORS);
  g_assert_true (self->position->history_complete);
  check_store (self, "ZY");
  scripted_fixture_expect (self, ALL, ALL "&nextToken=1", ALL "&nextToken=1", ALL, ALL "&nextToken=5", NULL);
}

/* Once it is complete, only the head is read, but not less than what is new. */
static void
test_head (ScriptedFixture *self,
           gconstpointer    data)
{
  gint64 complete_at = 0;

  scripted_fixture_answer_page (self, "CBA", NULL);
  read_history (self, ACT_N_API_ERRORS);
  complete_at = self->position->history_at;

  /* These were read as open ones, by another list. */
  scripted_fixture_fill (self, "zyxw");
  self->position->history_at = SCRIPT_MINUTE (4) + 3600000;
  scripted_fixture_answer_page (self, "zy", "1");
  scripted_fixture_answer_page (self, "xw", "2");
  scripted_fixture_answer_page (self, "GF", "3");
  scripted_fixture_answer_page (self, "C", "4");
  scripted_fixture_answer_page (self, "B", "5");
  read_history (self, ACT_N_API_ERRORS);
  check_store (self, "zyxwGFCBA");
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 6);
  g_assert_cmpint (self->position->history_at, >=, complete_at);
}

/* A head that was not read to its end is read again as far. */
static void
test_head_cut_off (ScriptedFixture *self,
                   gconstpointer    data)
{
  self->position->history_complete = TRUE;
  self->position->history_at = SCRIPT_MINUTE (1) + 3600000;
  scripted_fixture_fill (self, "A");
  scripted_fixture_answer_page (self, "Z", "1");
  scripted_fixture_answer_page (self, "Y", "2");
  scripted_fixture_answer (self, 400);
  read_history (self, ACT_API_ERROR_BAD_REQUEST);
  g_assert_cmpint (self->position->history_at, ==, SCRIPT_MINUTE (1) + 3600000);

  scripted_fixture_answer_page (self, "Z", "1");
  scripted_fixture_answer_page (self, "Y", "2");
  scripted_fixture_answer_page (self, "X", "3");
  scripted_fixture_answer_page (self, "A", NULL);
  read_history (self, ACT_N_API_ERRORS);
  check_store (self, "ZYXA");
}

/* Lists by name are read side by side; one that was read to its end is not read again, and the others
 * go on where they were. */
static void
test_by_name (ScriptedFixture *self,
              gconstpointer    data)
{
  guint n_requests = 0;
  guint n_resumed = 0;

  self->position->event_names = g_new0 (char *, 1);
  scripted_fixture_answer_page (self, "z", NULL);
  for (const char *letter = "yxwv"; *letter != '\0'; letter++)
    {
      const char       letters[] = { *letter, '\0' };
      g_autofree char *token = g_strdup_printf ("after-%c", *letter);

      scripted_fixture_answer_page (self, letters, token);
    }

  /* What follows is not in the script. */
  read_history (self, ACT_API_ERROR_BAD_REQUEST);
  check_store (self, "zyxwv");
  g_assert_false (self->position->history_complete);

  reload_position (self);
  if (self->position->event_names == NULL)
    self->position->event_names = g_new0 (char *, 1);
  for (const char *letter = "utsr"; *letter != '\0'; letter++)
    {
      const char letters[] = { *letter, '\0' };

      scripted_fixture_answer_page (self, letters, NULL);
    }
  n_requests = scripted_server_count (self->api.server);
  read_history (self, ACT_N_API_ERRORS);
  check_store (self, "zyxwvutsr");
  g_assert_true (self->position->history_complete);
  g_assert_cmpint (self->position->full_at, ==, ACT_TIME_UNKNOWN);
  for (guint i = n_requests; i < scripted_server_count (self->api.server); i++)
    n_resumed += strstr (scripted_server_get (self->api.server, i)->query, "nextToken=after-") != NULL;

  /* One list may have got two answers and another one none, which then begins. */
  g_assert_cmpuint (n_resumed, >=, 1);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, n_requests + 4);
}

/* A clock that was set back says nothing of what was read: all of it is read again. */
static void
test_clock_set_back (ScriptedFixture *self,
                     gconstpointer    data)
{
  gint64 now = act_time_now ();

  self->position->history_complete = TRUE;
  self->position->history_at = now + 24 * 3600000;
  scripted_fixture_fill (self, "ZYXWV");
  scripted_fixture_answer_page (self, "Z", "1");
  scripted_fixture_answer_page (self, "Y", "2");
  scripted_fixture_answer_page (self, "X", "3");
  scripted_fixture_answer_page (self, "C", NULL);
  read_history (self, ACT_N_API_ERRORS);
  check_store (self, "ZYXWVC");
  g_assert_true (self->position->history_complete);
  g_assert_cmpint (self->position->history_at, <=, act_time_now ());
}

/* What was read in one go from its beginning to its end has read the open events too. */
static void
test_whole (ScriptedFixture *self,
            gconstpointer    data)
{
  scripted_fixture_answer_page (self, "Zy", "1");
  scripted_fixture_answer_page (self, "X", NULL);
  read_history (self, ACT_N_API_ERRORS);
  g_assert_cmpint (self->position->full_at, ==, self->position->history_at);
  g_assert_cmpint (self->position->full_at, !=, ACT_TIME_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SCRIPTED_FIXTURE_ADD ("/history/interrupted", test_interrupted);
  SCRIPTED_FIXTURE_ADD ("/history/old-cursor", test_old_cursor);
  SCRIPTED_FIXTURE_ADD ("/history/head", test_head);
  SCRIPTED_FIXTURE_ADD ("/history/head-cut-off", test_head_cut_off);
  SCRIPTED_FIXTURE_ADD ("/history/by-name", test_by_name);
  SCRIPTED_FIXTURE_ADD ("/history/clock-set-back", test_clock_set_back);
  SCRIPTED_FIXTURE_ADD ("/history/whole", test_whole);

  return g_test_run ();
}
