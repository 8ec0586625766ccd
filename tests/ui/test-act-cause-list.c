/* The list of causes follows the store, and its items stay the same
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-list.h"

#include "session-fixture.h"

#include <gtk/gtk.h>

typedef struct
{
  Fixture       session;
  ActTicks     *ticks;
  ActQuery     *query;
  ActCauseList *list;
  guint         n_signals;
} ListFixture;

static void
items_changed_cb (ListFixture *fixture)
{
  fixture->n_signals++;
}

static guint
count_items (ListFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static ActCauseItem *
get_item (ListFixture *fixture,
          guint        position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

static guint
count_events (ListFixture *fixture)
{
  guint n_events = 0;

  for (guint i = 0; i < count_items (fixture); i++)
    {
      g_autoptr (ActCauseItem) item = get_item (fixture, i);

      n_events += act_cause_item_get_cause (item)->count;
    }

  return n_events;
}

static guint
count_open (ListFixture *fixture)
{
  g_autoptr (GArray) row_ids = fixture_list (&fixture->session, FALSE);

  return row_ids->len;
}

static void
set_up (ListFixture  *fixture,
        gconstpointer unused)
{
  fixture_set_up (&fixture->session, NULL);
  fixture_open (&fixture->session, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (&fixture->session);
  fixture->ticks = act_ticks_new ();
  fixture->query = act_query_new ();
  fixture->list = act_cause_list_new (fixture->session.session, fixture->ticks);
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (ListFixture  *fixture,
           gconstpointer unused)
{
  g_clear_object (&fixture->list);
  g_clear_object (&fixture->ticks);
  act_query_free (fixture->query);
  fixture_tear_down (&fixture->session, NULL);
}

static void
show (ListFixture *fixture)
{
  act_cause_list_set_query (fixture->list, fixture->query, ACT_CAUSE_ORDER_COUNT);
  act_cause_list_set_active (fixture->list, TRUE);
  wait_until (!act_cause_list_get_loading (fixture->list));
  g_assert_no_error (act_cause_list_get_error (fixture->list));
}

static void
test_list (ListFixture  *fixture,
           gconstpointer unused)
{
  act_cause_list_set_query (fixture->list, fixture->query, ACT_CAUSE_ORDER_COUNT);
  g_assert_false (act_cause_list_get_loading (fixture->list));
  g_assert_cmpuint (count_items (fixture), ==, 0);

  show (fixture);
  g_assert_cmpuint (count_items (fixture), >, 5);
  g_assert_cmpuint (act_cause_list_get_n_causes (fixture->list), ==, count_items (fixture));
  g_assert_cmpuint (count_events (fixture), ==, count_open (fixture));
  g_assert_cmpuint (fixture->n_signals, ==, 1);
}

/* Nobody is told of what did not change, and a cause keeps its item when its numbers do. */
static void
test_same_items (ListFixture  *fixture,
                 gconstpointer unused)
{
  g_autoptr (ActCauseItem) first = NULL;
  g_autoptr (ActCauseItem) again = NULL;
  g_autoptr (GArray) marked = NULL;
  guint before = 0;

  show (fixture);
  first = get_item (fixture, 0);
  before = count_events (fixture);
  act_cause_list_reload (fixture->list);
  wait_until (!act_cause_list_get_loading (fixture->list));
  g_assert_cmpuint (fixture->n_signals, ==, 1);

  marked = fixture_mark_first (&fixture->session, 3, 0);
  wait_until (count_events (fixture) == before - 3);
  for (guint i = 0; i < count_items (fixture) && again != first; i++)
    {
      g_clear_object (&again);
      again = get_item (fixture, i);
    }
  g_assert_true (again == first);
}

static void
test_tick (ListFixture  *fixture,
           gconstpointer unused)
{
  g_autoptr (ActCauseItem) item = NULL;
  g_autoptr (GArray) ids = NULL;
  guint count = 0;

  show (fixture);
  item = get_item (fixture, 0);
  count = act_cause_item_get_cause (item)->open;
  act_cause_list_tick (fixture->list, item, TRUE);
  wait_until (act_cause_item_get_n_ticked (item) == count);
  g_assert_cmpuint (act_ticks_get_size (fixture->ticks), ==, count);

  /* One of them is cleared elsewhere. */
  ids = act_ticks_get_ids (fixture->ticks);
  act_ticks_set (fixture->ticks, g_array_index (ids, gint64, 0), FALSE);
  wait_until (act_cause_item_get_n_ticked (item) == count - 1);

  act_cause_list_tick (fixture->list, item, FALSE);
  wait_until (act_cause_item_get_n_ticked (item) == 0);
  g_assert_cmpuint (act_ticks_get_size (fixture->ticks), ==, 0);
}

/* What is under way when it ends touches nothing any more. */
static void
test_end (ListFixture  *fixture,
          gconstpointer unused)
{
  g_autoptr (ActCauseItem) item = NULL;

  show (fixture);
  item = get_item (fixture, 0);
  act_cause_list_tick (fixture->list, item, TRUE);
  act_cause_list_reload (fixture->list);
  g_object_run_dispose (G_OBJECT (fixture->list));
  g_clear_object (&fixture->list);
  fixture_refresh (&fixture->session);
  g_assert_cmpuint (act_ticks_get_size (fixture->ticks), ==, 0);
}

#define ADD(name, func) g_test_add ("/cause-list/" name, ListFixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("list", test_list);
  ADD ("same-items", test_same_items);
  ADD ("tick", test_tick);
  ADD ("end", test_end);

  return g_test_run ();
}
