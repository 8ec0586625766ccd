/* Paths and queries, with ids from outside in them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-request.h"

#include "wipe-watch.h"

static ActConnection *
connect_with (const char *organisation,
              const char *method,
              const char *path)
{
  g_autoptr (ActConnectionSettings) settings = act_connection_settings_new ();
  g_autoptr (GError) error = NULL;
  ActConnection *connection = NULL;

  settings->base_url = g_strdup ("https://api.example.com");
  settings->organisation_id = g_strdup (organisation);
  settings->key_id = g_strdup ("key");
  if (method != NULL)
    {
      g_free (settings->mark_method);
      settings->mark_method = g_strdup (method);
      g_free (settings->mark_path);
      settings->mark_path = g_strdup (path);
    }

  connection = act_connection_new_from_settings (settings, &error);
  g_assert_no_error (error);

  return connection;
}

static void
test_paths (void)
{
  static const struct
  {
    const char *id;
    const char *path;
  } samples[] = {
    { "a-1", "/organizations/org/events/a-1" },
    { "a/b", "/organizations/org/events/a%2Fb" },
    { "..", "/organizations/org/events/%2E%2E" },
    { ".", "/organizations/org/events/%2E" },
    { "a?b=c#d", "/organizations/org/events/a%3Fb%3Dc%23d" },
    { "a b\n", "/organizations/org/events/a%20b%0A" },
    { "ä%", "/organizations/org/events/%C3%A4%25" },
  };
  g_autoptr (ActConnection) connection = connect_with ("org", NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ActRequest) request = act_request_new_for_events (connection, samples[i].id);

      g_assert_cmpstr (request->method, ==, "GET");
      g_assert_cmpstr (request->path, ==, samples[i].path);
      g_assert_true (request->idempotent);
    }
}

static void
test_organisation (void)
{
  g_autoptr (ActConnection) connection = connect_with ("o/r g", NULL, NULL);
  g_autoptr (ActRequest) request = act_request_new_for_collection (connection, "accounts");

  g_assert_cmpstr (request->path, ==, "/organizations/o%2Fr%20g/accounts");
}

static void
test_query (void)
{
  static const char *const ids[] = { "a", "b,c", "d&e", NULL };
  g_autoptr (ActRequest) request = act_request_new ("GET", "/x");

  g_assert_cmpstr (request->query->str, ==, "");
  act_request_add (request, "nextToken", "a+b/c=&d e");
  act_request_add (request, "nothing", NULL);
  act_request_add_list (request, "ids", ids);
  g_assert_cmpstr (request->query->str, ==, "nextToken=a%2Bb%2Fc%3D%26d%20e&ids=a,b%2Cc,d%26e");
}

static void
test_mark (void)
{
  static const struct
  {
    const char *method;
    const char *path;
    const char *built;
    gboolean    is_idempotent;
  } samples[] = {
    { NULL, NULL, "/organizations/org/events/a%2F1/actioned", TRUE },
    { "PUT", "/organizations/{orgId}/events/{id}/actioned", "/organizations/org/events/a%2F1/actioned", TRUE },
    { "PUT", "/organizations/{orgId}/events/{id}/toggle", "/organizations/org/events/a%2F1/toggle", FALSE },
    { "POST", "/organizations/{orgId}/events/{id}/actioned", "/organizations/org/events/a%2F1/actioned", FALSE },
    { "PATCH", "/{id}?done=1", "/a%2F1?done=1", FALSE },
    { "PUT", "/{id}/mark", "/a%2F1/mark", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ActConnection) connection = connect_with ("org", samples[i].method, samples[i].path);
      g_autoptr (ActRequest) request = act_request_new_to_mark (connection, "a/1");

      g_assert_cmpstr (request->method, ==, samples[i].method != NULL ? samples[i].method : "PUT");
      g_assert_cmpstr (request->path, ==, samples[i].built);
      g_assert_cmpint (request->idempotent, ==, samples[i].is_idempotent);
    }
}

/* A query may hold what is not for logs. */
static void
test_describe (void)
{
  g_autoptr (ActRequest) request = act_request_new ("PATCH", "/a/1?key=canary");
  g_autofree char *text = NULL;

  act_request_add (request, "nextToken", "canary");
  text = act_request_describe (request);
  g_assert_cmpstr (text, ==, "PATCH /a/1");
}

static void
test_thing (void)
{
  static const char *const segments[] = { "integrationruns", "a/b", "..", "é?#", NULL };
  static const struct
  {
    const char *method;
    gboolean    is_idempotent;
  } samples[] = {
    { "GET", TRUE },
    { "PUT", FALSE },
    { "POST", FALSE },
    { "DELETE", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ActConnection) connection = connect_with ("o/rg", NULL, NULL);
      g_autoptr (ActRequest) request = act_request_new_for_thing (connection, samples[i].method, segments);

      g_assert_cmpstr (request->method, ==, samples[i].method);
      g_assert_cmpstr (request->path, ==, "/organizations/o%2Frg/integrationruns/a%2Fb/%2E%2E/%C3%A9%3F%23");
      g_assert_cmpint (request->idempotent, ==, samples[i].is_idempotent);
    }
}

static void
test_secrets (void)
{
  g_autoptr (ActRequest) plain = act_request_new ("POST", "/a");
  g_autoptr (ActRequest) secret = act_request_new ("POST", "/a");

  act_request_take_json (plain, g_strdup ("{\"a\":\"harmless\"}"));
  act_request_take_json (secret, g_strdup ("{\"a\":\"canary\"}"));
  act_request_add_secret (secret, "canary");
  g_assert_cmpstr (secret->content_type, ==, "application/json");

  wipe_watch_start ();
  g_clear_pointer (&plain, act_request_unref);
  g_clear_pointer (&secret, act_request_unref);
  g_assert_cmpuint (wipe_watch_count ("harmless"), ==, 0);
  g_assert_cmpuint (wipe_watch_count ("{\"a\":\"canary\"}"), ==, 1);
  g_assert_cmpuint (wipe_watch_count ("canary"), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/request/paths", test_paths);
  g_test_add_func ("/request/organisation", test_organisation);
  g_test_add_func ("/request/query", test_query);
  g_test_add_func ("/request/mark", test_mark);
  g_test_add_func ("/request/describe", test_describe);
  g_test_add_func ("/request/thing", test_thing);
  g_test_add_func ("/request/secrets", test_secrets);

  return g_test_run ();
}
