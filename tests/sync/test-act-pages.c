/* Lists that are read page by page
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pages.h"

#include "act-client-configurations.h"
#include "scripted-fixture.h"

#define CONFIGURATIONS "/organizations/org/integrationconfigs?pageSize=200"

static void
ask (ActClient          *client,
     const char *const  *arguments,
     const char         *next_token,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  g_assert_cmpstr (arguments[0], ==, "what");
  g_assert_null (arguments[1]);
  act_client_list_configurations_async (client, next_token, cancellable, callback, user_data);
}

static void
answer (ScriptedFixture *self,
        const char      *id,
        const char      *next_token)
{
  g_autofree char *body =
      g_strdup_printf ("{\"data\": [{\"id\": \"%s\", \"name\": \"x\"}], \"nextToken\": \"%s\"}", id,
                       next_token);

  client_fixture_answer (&self->api, 200, body);
}

static GPtrArray *
list (ScriptedFixture *self,
      guint            max_pages,
      gboolean        *complete,
      GError         **error)
{
  const char *const arguments[] = { "what", NULL };
  g_auto (Outcome) outcome = { 0 };

  act_pages_list_async (self->api.client, ask, act_client_list_configurations_finish, arguments,
                        max_pages, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);

  return act_pages_list_finish (self->api.client, outcome.result, complete, error);
}

static char *
join_ids (GPtrArray *configurations)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < configurations->len; i++)
    {
      const ActIntegrationConfiguration *configuration = g_ptr_array_index (configurations, i);

      g_string_append (ids, configuration->id);
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_all (ScriptedFixture *self,
          gconstpointer    data)
{
  gboolean complete = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) configurations = NULL;
  g_autofree char *ids = NULL;

  answer (self, "a", "2");
  client_fixture_answer (&self->api, 200, "{\"data\": [], \"nextToken\": \"3\"}");
  answer (self, "b", "");
  configurations = list (self, 5, &complete, &error);
  g_assert_no_error (error);
  g_assert_true (complete);
  ids = join_ids (configurations);
  g_assert_cmpstr (ids, ==, "ab");
  scripted_fixture_expect (self, "GET " CONFIGURATIONS, "GET " CONFIGURATIONS "&nextToken=2",
                           "GET " CONFIGURATIONS "&nextToken=3", NULL);
}

static void
test_cut_short (ScriptedFixture *self,
                gconstpointer    data)
{
  gboolean complete = TRUE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) configurations = NULL;
  g_autofree char *ids = NULL;

  answer (self, "a", "2");
  answer (self, "b", "3");
  configurations = list (self, 2, &complete, &error);
  g_assert_no_error (error);
  g_assert_false (complete);
  ids = join_ids (configurations);
  g_assert_cmpstr (ids, ==, "ab");
}

static void
test_fails (ScriptedFixture *self,
            gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  answer (self, "a", "2");
  client_fixture_answer (&self->api, 404, "{}");
  g_assert_null (list (self, 5, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
}

static void
test_without_end (ScriptedFixture *self,
                  gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  answer (self, "a", "2");
  answer (self, "b", "2");
  g_assert_null (list (self, 5, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_REPEATED_TOKEN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SCRIPTED_FIXTURE_ADD ("/pages/all", test_all);
  SCRIPTED_FIXTURE_ADD ("/pages/cut-short", test_cut_short);
  SCRIPTED_FIXTURE_ADD ("/pages/fails", test_fails);
  SCRIPTED_FIXTURE_ADD ("/pages/without-end", test_without_end);

  return g_test_run ();
}
