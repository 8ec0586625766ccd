/* Tests of the simulator as a library
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "simulator-client.h"

#include "act-simulator-time.h"

static void
test_start_and_stop (void)
{
  ActSimulator *simulator = act_simulator_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (act_simulator_get_base_url (simulator));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (act_simulator_start (simulator, &error));
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (act_simulator_get_base_url (simulator), "http://127.0.0.1:"));
      g_assert_true (g_uuid_string_is_valid (act_simulator_get_org_id (simulator)));
      act_simulator_stop (simulator);
      act_simulator_stop (simulator);
      g_assert_null (act_simulator_get_base_url (simulator));
    }
  g_assert_finalize_object (simulator);
}

static void
test_unref_stops (void)
{
  ActSimulator *simulator = act_simulator_new (NULL);

  g_assert_true (act_simulator_start (simulator, NULL));
  g_assert_finalize_object (simulator);
}

static void
test_port_in_use (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (GUri) uri = g_uri_parse (act_simulator_get_base_url (client->simulator), G_URI_FLAGS_NONE, NULL);
  g_autoptr (ActSimulator) second = NULL;
  g_autoptr (GError) error = NULL;

  options->port = (guint16) g_uri_get_port (uri);
  second = act_simulator_new (options);
  g_assert_false (act_simulator_start (second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  g_assert_null (act_simulator_get_base_url (second));
}

static void
test_bad_options (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (ActSimulator) simulator = NULL;
  g_autoptr (GError) error = NULL;

  act_simulator_options_add_fault (options, "nothing:1");
  simulator = act_simulator_new (options);
  g_assert_false (act_simulator_start (simulator, &error));
  g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
}

static void
test_acting_from_outside (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (GPtrArray) before = simulator_client_list (client, "events", "", 100);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) last = NULL;
  gint64 now = g_get_real_time () / 1000;

  act_simulator_add_events (client->simulator, 10, now, now + 1000, FALSE);
  act_simulator_add_events (client->simulator, 10, now - 1000, now, TRUE);
  after = simulator_client_list (client, "events", "", 100);
  g_assert_cmpuint (after->len, ==, before->len + 10);

  g_assert_true (act_simulator_set_actioned (client->simulator, simulator_get_text (after->pdata[0], "id"), TRUE));
  g_assert_false (act_simulator_set_actioned (client->simulator, "nothing", TRUE));
  g_assert_false (act_simulator_set_fault (client->simulator, "nothing", 1));
  last = simulator_client_list (client, "events", "", 100);
  g_assert_cmpuint (last->len, ==, after->len - 1);
}

static void
test_latency (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (SimulatorClient) client = NULL;
  gint64 started_us = 0;

  options->latency_ms = 50;
  client = simulator_client_new (options);
  started_us = g_get_monotonic_time ();
  {
    g_autoptr (JsonObject) page = simulator_client_get (client, "events");

    g_assert_nonnull (page);
  }
  g_assert_cmpint (g_get_monotonic_time () - started_us, >=, 50000);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);
  guint *n_failed = user_data;

  g_assert_null (bytes);
  (*n_failed)++;
}

/* Answers that still wait when the simulator stops must not be written afterwards. */
static void
test_stop_while_answers_wait (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (ActSimulator) simulator = NULL;
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *url = NULL;
  guint            n_failed = 0;

  options->latency_ms = 3600000;
  simulator = act_simulator_new (options);
  g_assert_true (act_simulator_start (simulator, NULL));
  url = g_strconcat (act_simulator_get_base_url (simulator), "/oauth/token", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
      gboolean sent = FALSE;

      g_signal_connect_swapped (message, "wrote-body", G_CALLBACK (g_atomic_int_inc), &sent);
      soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, sent_cb, &n_failed);
      while (!sent)
        g_main_context_iteration (NULL, TRUE);
    }

  act_simulator_stop (simulator);
  while (n_failed < 2)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_rate_limit (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (SimulatorClient) client = NULL;
  g_autofree char *bearer = NULL;
  guint            refused = 0;

  options->rate_limit = 2;
  client = simulator_client_new (options);
  bearer = g_strconcat ("Bearer ", client->token, NULL);
  for (guint i = 0; i < 1000 && refused == 0; i++)
    {
      guint status = 0;
      g_autoptr (GBytes) bytes = simulator_client_send (client, "GET", "events/types", NULL, bearer, &status);

      g_assert_nonnull (bytes);
      refused += status == 429;
    }

  g_assert_cmpuint (refused, ==, 1);
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    gint64      time_ms;
  } times[] = {
    { "1970-01-01T00:00:00.000Z", 0 },
    { "2026-03-04T05:06:07.089Z", G_GINT64_CONSTANT (1772600767089) },
    { "1969-12-31T23:59:59.999Z", -1 },
  };
  gint64 time_ms = 0;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = act_simulator_format_time (times[i].time_ms);

      g_assert_cmpstr (text, ==, times[i].text);
      g_assert_true (act_simulator_parse_time (text, &time_ms));
      g_assert_cmpint (time_ms, ==, times[i].time_ms);
    }
  g_assert_false (act_simulator_parse_time ("yesterday", &time_ms));
  g_assert_false (act_simulator_parse_time (NULL, &time_ms));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/start-and-stop", test_start_and_stop);
  g_test_add_func ("/simulator/unref-stops", test_unref_stops);
  g_test_add_func ("/simulator/port-in-use", test_port_in_use);
  g_test_add_func ("/simulator/bad-options", test_bad_options);
  g_test_add_func ("/simulator/acting-from-outside", test_acting_from_outside);
  g_test_add_func ("/simulator/latency", test_latency);
  g_test_add_func ("/simulator/stop-while-answers-wait", test_stop_while_answers_wait);
  g_test_add_func ("/simulator/rate-limit", test_rate_limit);
  g_test_add_func ("/simulator/times", test_times);

  return g_test_run ();
}
