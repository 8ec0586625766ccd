/* A client and the server that it speaks to
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "client-fixture.h"

#include "act-client-private.h"

/* Long enough not to matter, but for the size. */
static const ActTransportLimits limits = { 30000, 30000, 30000, 100 * 1000 };

static ActConnection *
make_connection (ScriptedServer *server,
                 const char     *mark_method,
                 const char     *mark_path)
{
  g_autoptr (ActConnectionSettings) settings = act_connection_settings_new ();
  g_autoptr (GError) error = NULL;
  ActConnection *connection = NULL;

  settings->base_url = scripted_server_get_url (server);
  settings->organisation_id = g_strdup ("org");
  settings->key_id = g_strdup ("key");
  if (mark_method != NULL)
    {
      g_free (settings->mark_method);
      settings->mark_method = g_strdup (mark_method);
      g_free (settings->mark_path);
      settings->mark_path = g_strdup (mark_path);
    }

  connection = act_connection_new_from_settings (settings, &error);
  g_assert_no_error (error);

  return connection;
}

void
client_fixture_set_up (ClientFixture *fixture,
                       gconstpointer  data)
{
  fixture->server = scripted_server_new (NULL);
  fixture->clock = manual_clock_new ();
  client_fixture_connect (fixture, NULL, NULL);
}

void
client_fixture_tear_down (ClientFixture *fixture,
                          gconstpointer  data)
{
  settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->client));
  settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->clock));
  scripted_server_free (fixture->server);
}

/* Makes the client anew, with another call to mark events when @mark_method is given. */
void
client_fixture_connect (ClientFixture *fixture,
                        const char    *mark_method,
                        const char    *mark_path)
{
  g_autoptr (ActConnection) connection = make_connection (fixture->server, mark_method, mark_path);

  g_clear_object (&fixture->client);
  fixture->client = act_client_new_with_limits (connection, FIXTURE_SECRET, ACT_CLOCK (fixture->clock), &limits);
}

void
client_fixture_answer (ClientFixture *fixture,
                       guint          status,
                       const char    *body)
{
  scripted_server_answer (fixture->server, status, body);
}

/* @line is method and target, as they stand in the request line. */
void
client_fixture_expect (ClientFixture *fixture,
                       guint          index,
                       const char    *line)
{
  const ScriptRequest *request = scripted_server_get (fixture->server, index);
  g_autofree char     *actual = g_strconcat (request->method, " ", request->path, *request->query != '\0' ? "?" : NULL,
                                             request->query, NULL);

  g_assert_cmpstr (actual, ==, line);
}
