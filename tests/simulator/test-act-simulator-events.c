/* Tests of the events of the organisation
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-payload.h"

#define NOW_MS  G_GINT64_CONSTANT (1772600000000)
#define HOUR_MS G_GINT64_CONSTANT (3600000)

static ActSimulatorWorld *
make_world (guint   events,
            guint64 seed)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();

  options->now_ms = NOW_MS;

  return act_simulator_world_new (options, seed, events, NOW_MS);
}

static char *
write_all (ActSimulatorWorld *world)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ActSimulatorEventIter iter;
  ActSimulatorEvent     event;

  act_simulator_event_iter_init (&iter, world);
  while (act_simulator_event_iter_next (&iter, &event))
    {
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
      g_autofree char *line = NULL;

      json_node_take_object (node, act_simulator_event_to_json (world, &event));
      line = json_to_string (node, FALSE);
      g_string_append (text, line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_same_seed_same_events (void)
{
  g_autoptr (ActSimulatorWorld) first = make_world (240, 5);
  g_autoptr (ActSimulatorWorld) second = make_world (240, 5);
  g_autoptr (ActSimulatorWorld) other = make_world (240, 6);
  g_autofree char *first_text = write_all (first);
  g_autofree char *second_text = write_all (second);
  g_autofree char *other_text = write_all (other);

  g_assert_cmpstr (first_text, ==, second_text);
  g_assert_cmpstr (first_text, !=, other_text);
  g_assert_cmpstr (first->org_id, ==, second->org_id);
  g_assert_cmpstr (first->api_key, ==, second->api_key);
  g_assert_cmpstr (first->api_secret, ==, second->api_secret);
  g_assert_cmpstr (first->org_id, !=, other->org_id);
}

static void
test_newest_first (void)
{
  g_autoptr (ActSimulatorWorld) world = make_world (5000, 1);
  ActSimulatorEventIter iter;
  ActSimulatorEvent     event;
  gint64                last_ms = NOW_MS;
  guint                 n = 0;
  guint                 n_recent = 0;

  act_simulator_event_iter_init (&iter, world);
  for (; act_simulator_event_iter_next (&iter, &event); n++)
    {
      g_assert_cmpint (event.time_ms, <=, last_ms);
      g_assert_cmpint (event.actioned_ms, <=, NOW_MS);
      g_assert_true (event.actioned_ms == 0 || event.actioned_ms > event.time_ms);
      last_ms = event.time_ms;
      n_recent += event.time_ms > NOW_MS - 12 * HOUR_MS;
    }

  g_assert_cmpuint (n, ==, 5000);
  g_assert_cmpuint (n_recent, >, 250);
  g_assert_cmpint (last_ms, >, NOW_MS - 27 * 24 * HOUR_MS);
  g_assert_cmpint (last_ms, <, NOW_MS - 24 * 24 * HOUR_MS);
}

static void
count_kinds (guint events,
             guint most_percent)
{
  g_autoptr (ActSimulatorWorld) world = make_world (events, 1);
  g_autoptr (GHashTable) destinations = g_hash_table_new (g_str_hash, g_str_equal);
  guint                 counts[ACT_SIMULATOR_N_KINDS] = { 0 };
  ActSimulatorEventIter iter;
  ActSimulatorEvent     event;

  act_simulator_event_iter_init (&iter, world);
  while (act_simulator_event_iter_next (&iter, &event))
    {
      counts[act_simulator_messages[event.message].kind]++;
      g_hash_table_add (destinations, (gpointer) json_object_get_string_member (act_simulator_world_get_configuration (world, event.configuration)->json, "destination"));
    }

  for (guint i = 0; i < ACT_SIMULATOR_N_KINDS; i++)
    {
      g_assert_cmpuint (counts[i], >, 0);
      g_assert_cmpuint (counts[i] * 100, <=, events * most_percent);
    }
  g_assert_cmpuint (g_hash_table_size (destinations), ==, 4);
}

static void
test_mix (void)
{
  count_kinds (240, 40);
  count_kinds (20000, 40);
}

static void
test_three_accounts_share_a_fault (void)
{
  g_autoptr (ActSimulatorWorld) world = make_world (240, 1);
  g_autoptr (GHashTable) accounts = g_hash_table_new (NULL, NULL);
  ActSimulatorEventIter iter;
  ActSimulatorEvent     event;
  guint                 open = 0;

  act_simulator_event_iter_init (&iter, world);
  while (act_simulator_event_iter_next (&iter, &event))
    {
      if (act_simulator_messages[event.message].who == ACT_SIMULATOR_WHO_THREE)
        {
          g_hash_table_add (accounts, GUINT_TO_POINTER (event.account + 1));
          open += event.actioned_ms == 0;
        }
    }

  g_assert_cmpuint (g_hash_table_size (accounts), ==, 3);
  g_assert_cmpuint (open, >=, 6);
}

static void
test_messages_are_filled_in (void)
{
  g_autoptr (ActSimulatorWorld) world = make_world (2000, 3);
  ActSimulatorEventIter iter;
  ActSimulatorEvent     event;
  guint                 foreign = 0;

  act_simulator_event_iter_init (&iter, world);
  while (act_simulator_event_iter_next (&iter, &event))
    {
      g_autofree char *message = act_simulator_event_dup_message (world, &event);

      g_assert_true (g_utf8_validate (message, -1, NULL));
      g_assert_null (g_strstr_len (message, -1, "{"));
      g_assert_null (g_strstr_len (message, -1, ".. "));
      foreign += !g_str_is_ascii (message);
    }

  g_assert_cmpuint (foreign, >, 100);
}

static void
test_added_are_merged (void)
{
  g_autoptr (ActSimulatorWorld) world = make_world (300, 1);
  ActSimulatorEventIter iter;
  ActSimulatorEvent     event;
  ActSimulatorEvent     found;
  gint64                last_ms = G_MAXINT64;
  guint                 n = 0;

  for (guint i = 0; i < 100; i++)
    act_simulator_events_add (world, NOW_MS - (gint64) (i * 7919 % 600) * HOUR_MS);

  act_simulator_event_iter_init (&iter, world);
  for (; act_simulator_event_iter_next (&iter, &event); n++)
    {
      g_autofree char      *id = act_simulator_event_dup_id (world, event.sequence);
      ActSimulatorEventIter after;
      ActSimulatorEvent     next;
      ActSimulatorEventIter copy = iter;
      ActSimulatorEvent     expected;

      g_assert_cmpint (event.time_ms, <=, last_ms);
      last_ms = event.time_ms;

      g_assert_true (act_simulator_event_find (world, id, &found));
      g_assert_cmpint (found.time_ms, ==, event.time_ms);

      act_simulator_event_iter_init (&after, world);
      act_simulator_event_iter_seek (&after, event.time_ms, event.sequence);
      g_assert_cmpint (act_simulator_event_iter_next (&after, &next), ==, act_simulator_event_iter_next (&copy, &expected));
      g_assert_true (n == 399 || next.sequence == expected.sequence);
    }

  g_assert_cmpuint (n, ==, 400);
}

/* What an outage makes is open, and the same but for whom it met; what is older stays as it was. */
static void
test_outage (void)
{
  g_autoptr (ActSimulatorWorld) calm = make_world (300, 1);
  g_autoptr (ActSimulatorWorld) world = make_world (300, 1);

  world->options->outage = 200;
  for (guint32 i = 0; i < 300; i++)
    {
      ActSimulatorEvent event;
      ActSimulatorEvent before;
      g_autofree char  *message = NULL;

      g_assert_true (act_simulator_event_at (world, i, &event));
      g_assert_true (act_simulator_event_at (calm, i, &before));
      message = act_simulator_event_dup_message (world, &event);
      g_assert_cmpint (event.time_ms, ==, before.time_ms);
      if (i < 200)
        g_assert_true (g_str_has_prefix (message, "Chargebee answered 503") && event.actioned_ms == 0);
      else
        g_assert_true (event.message == before.message && event.actioned_ms == before.actioned_ms);
    }
}

static void
test_retention (void)
{
  g_autoptr (ActSimulatorWorld) world = make_world (0, 1);
  ActSimulatorEvent event;

  act_simulator_events_add (world, NOW_MS - 27 * 24 * HOUR_MS);
  act_simulator_events_add (world, NOW_MS - 29 * 24 * HOUR_MS);

  g_assert_true (act_simulator_event_at (world, (guint32) ACT_SIMULATOR_FIRST_ADDED, &event));
  g_assert_false (act_simulator_event_at (world, (guint32) ACT_SIMULATOR_FIRST_ADDED + 1, &event));
  world->options->retention_days = 0;
  g_assert_true (act_simulator_event_at (world, (guint32) ACT_SIMULATOR_FIRST_ADDED + 1, &event));
}

static void
test_action_and_open_again (void)
{
  g_autoptr (ActSimulatorWorld) world = make_world (10, 1);
  ActSimulatorEvent event;

  g_assert_true (act_simulator_event_at (world, 0, &event));
  g_assert_cmpint (event.actioned_ms, ==, 0);
  g_assert_false (act_simulator_events_action (world, &event, FALSE));
  g_assert_true (act_simulator_events_action (world, &event, TRUE));

  g_assert_true (act_simulator_event_at (world, 0, &event));
  g_assert_cmpint (event.actioned_ms, >=, NOW_MS);
  g_assert_false (act_simulator_events_action (world, &event, TRUE));
  g_assert_true (act_simulator_events_action (world, &event, FALSE));

  g_assert_true (act_simulator_event_at (world, 0, &event));
  g_assert_cmpint (event.actioned_ms, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/events/same-seed-same-events", test_same_seed_same_events);
  g_test_add_func ("/simulator/events/newest-first", test_newest_first);
  g_test_add_func ("/simulator/events/mix", test_mix);
  g_test_add_func ("/simulator/events/three-accounts-share-a-fault", test_three_accounts_share_a_fault);
  g_test_add_func ("/simulator/events/messages-are-filled-in", test_messages_are_filled_in);
  g_test_add_func ("/simulator/events/added-are-merged", test_added_are_merged);
  g_test_add_func ("/simulator/events/outage", test_outage);
  g_test_add_func ("/simulator/events/retention", test_retention);
  g_test_add_func ("/simulator/events/action-and-open-again", test_action_and_open_again);

  return g_test_run ();
}
