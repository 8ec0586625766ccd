/* Tests of the connection that the command line and the environment give
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-source.h"

#include <string.h>

static const char *const variables[] = {
  "ACTIONED_BASE_URL",
  "ACTIONED_ORG_ID",
  "ACTIONED_API_KEY",
  "ACTIONED_API_SECRET",
  "M3TER_BASE_URL",
  "M3TER_ORG_ID",
  "M3TER_API_KEY",
  "M3TER_API_SECRET",
  "ACTIONED_API_TOKEN",
  "M3TER_API_TOKEN",
};

static void
clear_environment (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_unsetenv (variables[i]);
}

static void
test_secret_is_taken (void)
{
  char *secret = NULL;
  char *again = NULL;

  clear_environment ();
  g_setenv ("M3TER_API_SECRET", "theirs", TRUE);
  g_setenv ("ACTIONED_API_SECRET", "ours", TRUE);
  secret = act_connection_source_take_secret ();
  again = act_connection_source_take_secret ();

  g_assert_cmpstr (secret, ==, "ours");
  g_assert_null (again);
  g_assert_null (g_getenv ("ACTIONED_API_SECRET"));
  g_assert_null (g_getenv ("M3TER_API_SECRET"));
  act_connection_source_free_secret (secret);
}

static void
test_children_do_not_get_it (void)
{
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  char *secret = NULL;

  clear_environment ();
  g_setenv ("ACTIONED_API_SECRET", "not-for-children", TRUE);
  g_setenv ("M3TER_API_SECRET", "not-for-children", TRUE);
  g_setenv ("ACTIONED_API_TOKEN", "not-for-children", TRUE);
  g_setenv ("M3TER_API_TOKEN", "not-for-children", TRUE);
  g_setenv ("ACTIONED_ORG_ID", "for-children", TRUE);
  secret = act_connection_source_take_secret ();
  g_spawn_command_line_sync ("env", &output, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (output, "for-children"));
  g_assert_null (strstr (output, "not-for-children"));
  act_connection_source_free_secret (secret);
}

static void
test_order (void)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (ActConnection) given = NULL;
  g_autoptr (GError) error = NULL;

  clear_environment ();
  g_setenv ("ACTIONED_BASE_URL", "https://ours.test", TRUE);
  g_setenv ("M3TER_BASE_URL", "https://theirs.test", TRUE);
  g_setenv ("ACTIONED_ORG_ID", "our-organisation", TRUE);
  g_setenv ("M3TER_ORG_ID", "their-organisation", TRUE);
  g_setenv ("ACTIONED_API_KEY", "", TRUE);
  g_setenv ("M3TER_API_KEY", "their-key", TRUE);

  connection = act_connection_source_find (NULL, "secret", &error);
  g_assert_no_error (error);
  given = act_connection_source_find ("https://given.test", "secret", &error);
  g_assert_no_error (error);

  g_assert_cmpstr (act_connection_get_base_url (connection), ==, "https://ours.test");
  g_assert_cmpstr (act_connection_get_organisation_id (connection), ==, "our-organisation");
  g_assert_cmpstr (act_connection_get_key_id (connection), ==, "their-key");
  g_assert_cmpstr (act_connection_get_base_url (given), ==, "https://given.test");
}

static void
test_server_of_the_api (void)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  clear_environment ();
  g_setenv ("ACTIONED_ORG_ID", "organisation", TRUE);
  g_setenv ("ACTIONED_API_KEY", "key", TRUE);
  connection = act_connection_source_find (NULL, "", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (act_connection_get_base_url (connection), ==, "https://api.m3ter.com");
}

static void
test_incomplete (void)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  clear_environment ();
  g_setenv ("ACTIONED_API_KEY", "key", TRUE);
  connection = act_connection_source_find (NULL, NULL, &error);

  g_assert_null (connection);
  g_assert_error (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INCOMPLETE);
  g_assert_nonnull (strstr (error->message, "ACTIONED_ORG_ID, ACTIONED_API_SECRET"));
  g_assert_null (strstr (error->message, "ACTIONED_API_KEY"));
}

static void
test_bad_values (void)
{
  static const struct
  {
    const char        *base_url;
    const char        *org_id;
    ActConnectionError code;
  } cases[] = {
    { "http://example.test", "organisation", ACT_CONNECTION_ERROR_INSECURE },
    { "http://127.0.0.1.example.test", "organisation", ACT_CONNECTION_ERROR_INSECURE },
    { "http://localhost@example.test", "organisation", ACT_CONNECTION_ERROR_URL },
    { "example.test", "organisation", ACT_CONNECTION_ERROR_URL },
    { "", "organisation", ACT_CONNECTION_ERROR_URL },
    { "https://example.test", "organi\033[1msation", ACT_CONNECTION_ERROR_INCOMPLETE },
  };

  clear_environment ();
  g_setenv ("ACTIONED_API_KEY", "key", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_setenv ("ACTIONED_ORG_ID", cases[i].org_id, TRUE);
      g_assert_null (act_connection_source_find (cases[i].base_url, "secret", &error));
      g_assert_error (error, ACT_CONNECTION_ERROR, (int) cases[i].code);
      g_assert_null (strchr (error->message, '\033'));
    }
}

static void
test_empty (void)
{
  static const char *const names[] = { "ACTIONED_BASE_URL", "M3TER_ORG_ID", "ACTIONED_API_KEY" };

  clear_environment ();
  g_setenv ("ACTIONED_ORG_ID", "", TRUE);
  g_assert_true (act_connection_source_is_empty (NULL, NULL));
  g_assert_false (act_connection_source_is_empty ("https://example.test", NULL));
  g_assert_false (act_connection_source_is_empty (NULL, "secret"));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      clear_environment ();
      g_setenv (names[i], "something", TRUE);
      g_assert_false (act_connection_source_is_empty (NULL, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection-source/secret-is-taken", test_secret_is_taken);
  g_test_add_func ("/connection-source/children-do-not-get-it", test_children_do_not_get_it);
  g_test_add_func ("/connection-source/order", test_order);
  g_test_add_func ("/connection-source/server-of-the-api", test_server_of_the_api);
  g_test_add_func ("/connection-source/incomplete", test_incomplete);
  g_test_add_func ("/connection-source/bad-values", test_bad_values);
  g_test_add_func ("/connection-source/empty", test_empty);

  return g_test_run ();
}
