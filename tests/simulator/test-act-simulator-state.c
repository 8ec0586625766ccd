/* Tests of what outlives a restart
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "simulator-client.h"

#include <glib/gstdio.h>

#define NOW_MS G_GINT64_CONSTANT (1772600000000)
#define DAY_MS G_GINT64_CONSTANT (86400000)

typedef struct
{
  char                *directory;
  char                *file;
  ActSimulatorOptions *options;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  fixture->directory = g_dir_make_tmp ("simulator-XXXXXX", NULL);
  g_assert_nonnull (fixture->directory);
  fixture->file = g_build_filename (fixture->directory, "state.json", NULL);
  fixture->options = act_simulator_options_new ();
  fixture->options->events = 60;
  fixture->options->seed = 11;
  fixture->options->now_ms = NOW_MS;
  fixture->options->run_ms = 0;
  fixture->options->state_file = g_strdup (fixture->file);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  act_simulator_options_free (fixture->options);
  g_free (fixture->directory);
  g_free (fixture->file);
}

static char *
describe_all (SimulatorClient *client)
{
  static const char *const paths[] = {
    "events?pageSize=100&includeActioned=true",
    "integrationconfigs",
    "integrationcredentials",
    "externalmappings",
    "/_simulator/ledger",
  };
  g_autofree char *bearer = g_strconcat ("Bearer ", client->token, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      guint status = 0;
      g_autoptr (GBytes) bytes = simulator_client_send (client, "GET", paths[i], NULL, bearer, &status);

      g_assert_cmpuint (status, ==, 200);
      g_string_append (text, g_bytes_get_data (bytes, NULL));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
change (SimulatorClient *client,
        const char      *method,
        const char      *path,
        const char      *body)
{
  g_autoptr (JsonObject) answer = simulator_client_change (client, method, path, body);

  g_assert_nonnull (answer);
}

static void
change_everything (SimulatorClient *client)
{
  g_autoptr (GPtrArray) events = simulator_client_list (client, "events", "", 100);
  g_autoptr (GPtrArray) mappings = simulator_client_list (client, "externalmappings", "", 100);
  g_autoptr (GPtrArray) configurations = simulator_client_list (client, "integrationconfigs", "", 100);
  g_autoptr (GPtrArray) credentials = simulator_client_list (client, "integrationcredentials", "", 100);
  const char      *disabled = simulator_get_text (simulator_find_by_text (configurations, "name", "Usage alerts"), "id");
  g_autofree char *mark = g_strdup_printf ("events/%s/actioned", simulator_get_text (events->pdata[1], "id"));
  g_autofree char *run = g_strdup_printf ("integrationruns/%s/replay", simulator_get_text (simulator_get_facts (events->pdata[2]), "integrationRunId"));
  g_autofree char *mapping = g_strconcat ("externalmappings/", simulator_get_text (mappings->pdata[0], "id"), NULL);
  g_autofree char *enable = g_strdup_printf ("integrationconfigs/%s/enable", disabled);
  g_autofree char *credential = g_strconcat ("integrationcredentials/", simulator_get_text (credentials->pdata[5], "id"), NULL);

  change (client, "PUT", mark, NULL);
  change (client, "PUT", mark, NULL);
  change (client, "POST", run, NULL);
  change (client, "DELETE", mapping, NULL);
  change (client, "POST", "externalmappings",
          "{\"m3terEntity\":\"Account\",\"m3terId\":\"1\",\"externalSystem\":\"Stripe\",\"externalTable\":\"Customer\",\"externalId\":\"é\"}");
  change (client, "POST", enable, NULL);
  change (client, "DELETE", credential, NULL);
  change (client, "POST", "integrationcredentials", "{\"type\":\"HTTP_BASIC\",\"destination\":\"XERO\",\"name\":\"new\"}");
  change (client, "POST", "integrationconfigs", "{\"entityType\":\"Bill\",\"destination\":\"Stripe\",\"name\":\"new\"}");
  change (client, "POST", "/_simulator/events", "{\"count\":5,\"newer\":2}");
  change (client, "POST", "/_simulator/events", "{\"eventName\":\"integration.sixth.error\",\"message\":\"What?\",\"m3terEvent\":[1,null]}");
}

static void
test_everything_outlives_a_restart (Fixture      *fixture,
                                    gconstpointer unused)
{
  SimulatorClient *client = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *org_id = NULL;
  g_autofree char *secret = NULL;

  fixture->options->accounts = 100;
  client = simulator_client_new (fixture->options);
  org_id = g_strdup (act_simulator_get_org_id (client->simulator));
  secret = g_strdup (act_simulator_get_api_secret (client->simulator));
  change_everything (client);
  before = describe_all (client);
  simulator_client_free (client);
  fixture->options->accounts = 0;

  client = simulator_client_new (fixture->options);
  after = describe_all (client);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (act_simulator_get_org_id (client->simulator), ==, org_id);
  g_assert_cmpstr (act_simulator_get_api_secret (client->simulator), ==, secret);
  change_everything (client);
  simulator_client_free (client);
}

static void
test_next_day_has_the_same_events (Fixture      *fixture,
                                   gconstpointer unused)
{
  g_autoptr (SimulatorClient) first = simulator_client_new (fixture->options);
  g_autoptr (SimulatorClient) second = NULL;
  g_autofree char *before = describe_all (first);
  g_autofree char *after = NULL;

  g_clear_pointer (&first, simulator_client_free);
  fixture->options->now_ms = NOW_MS + DAY_MS;
  fixture->options->seed = 99;
  fixture->options->events = 7;
  second = simulator_client_new (fixture->options);
  after = describe_all (second);

  g_assert_cmpstr (before, ==, after);
}

static void
test_time_does_not_go_back (Fixture      *fixture,
                            gconstpointer unused)
{
  SimulatorClient *client = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *mark = NULL;
  g_autoptr (JsonObject) marked = NULL;

  fixture->options->now_ms = NOW_MS + DAY_MS;
  simulator_client_free (simulator_client_new (fixture->options));
  fixture->options->now_ms = NOW_MS;
  client = simulator_client_new (fixture->options);
  events = simulator_client_list (client, "events", "", 100);
  mark = g_strdup_printf ("events/%s/actioned", simulator_get_text (events->pdata[0], "id"));
  marked = simulator_client_change (client, "PUT", mark, NULL);
  g_assert_cmpstr (simulator_get_text (marked, "dtActioned"), >=, "2026-03-05T04:53:20.000Z");
  simulator_client_free (client);
}

static void
test_unreadable_is_set_aside (Fixture      *fixture,
                              gconstpointer unused)
{
  static const char *const texts[] = {
    "",
    "{",
    "[]",
    "{\"version\":1}",
    "{\"version\":2,\"seed\":\"1\",\"events\":1,\"base\":1,\"clock\":1}",
    "{\"version\":1,\"seed\":\"1\",\"events\":-1,\"base\":1,\"clock\":1}",
    "{\"version\":1,\"seed\":\"1\",\"events\":1,\"base\":1,\"clock\":1,\"nCreated\":0,\"configurations\":[7],\"credentials\":[],"
    "\"actioned\":[],\"added\":[],\"runs\":[],\"mappings\":{},\"created\":[],\"ledger\":[]}",
    "{\"version\":1,\"seed\":\"1\",\"events\":1,\"base\":1,\"clock\":1,\"nCreated\":0,\"configurations\":[],\"credentials\":[],"
    "\"actioned\":[[\"a\",1]],\"added\":[],\"runs\":[],\"mappings\":{},\"created\":[],\"ledger\":[]}",
  };
  g_autofree char *aside = g_strconcat (fixture->file, ".unreadable", NULL);
  g_autofree char *third = g_strconcat (fixture->file, ".unreadable-3", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SimulatorClient) client = NULL;
      g_autoptr (GPtrArray) all = NULL;

      g_assert_true (g_file_set_contents (fixture->file, texts[i], -1, NULL));
      client = simulator_client_new (fixture->options);
      all = simulator_client_list (client, "events", "&includeActioned=true", 100);
      g_assert_cmpuint (all->len, ==, 60);
    }

  {
    g_autofree char *kept = NULL;

    g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
    g_assert_cmpstr (kept, ==, texts[0]);
    g_assert_true (g_file_test (third, G_FILE_TEST_EXISTS));
  }
}

static void
test_file_is_private (Fixture      *fixture,
                      gconstpointer unused)
{
  GStatBuf info;

  simulator_client_free (simulator_client_new (fixture->options));
  g_assert_cmpint (g_stat (fixture->file, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

#define ADD(name, function) g_test_add ("/simulator/state/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("everything-outlives-a-restart", test_everything_outlives_a_restart);
  ADD ("next-day-has-the-same-events", test_next_day_has_the_same_events);
  ADD ("time-does-not-go-back", test_time_does_not_go_back);
  ADD ("unreadable-is-set-aside", test_unreadable_is_set_aside);
  ADD ("file-is-private", test_file_is_private);

  return g_test_run ();
}
