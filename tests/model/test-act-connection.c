/* Connections: what is refused, what an id is safe for, and where a mark goes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection.h"

#include <string.h>

typedef struct
{
  const char *given;
  const char *kept;
} Url;

static const Url good_urls[] = {
  { "https://api.example.com", "https://api.example.com" },
  { "https://api.example.com/", "https://api.example.com" },
  { "https://api.example.com///", "https://api.example.com" },
  { "  https://api.example.com/v1/ \n", "https://api.example.com/v1" },
  { "HTTPS://API.Example.COM", "https://api.example.com" },
  { "https://api.example.com:443", "https://api.example.com" },
  { "https://api.example.com:8443", "https://api.example.com:8443" },
  { "http://127.0.0.1:8080", "http://127.0.0.1:8080" },
  { "http://127.9.9.9", "http://127.9.9.9" },
  { "http://localhost:1", "http://localhost:1" },
  { "http://[::1]:8080/", "http://[::1]:8080" },
};

static const struct
{
  const char        *url;
  ActConnectionError code;
} bad_urls[] = {
  { "", ACT_CONNECTION_ERROR_URL },
  { "api.example.com", ACT_CONNECTION_ERROR_URL },
  { "//api.example.com", ACT_CONNECTION_ERROR_URL },
  { "https://", ACT_CONNECTION_ERROR_URL },
  { "https:///path", ACT_CONNECTION_ERROR_URL },
  { "https://user@api.example.com", ACT_CONNECTION_ERROR_URL },
  { "https://user:secret@api.example.com", ACT_CONNECTION_ERROR_URL },
  { "https://api.example.com?a=b", ACT_CONNECTION_ERROR_URL },
  { "https://api.example.com/#a", ACT_CONNECTION_ERROR_URL },
  { "https://api.example.com:99999", ACT_CONNECTION_ERROR_URL },
  { "https://api.exa\nmple.com", ACT_CONNECTION_ERROR_URL },
  { "https://api.\xff.com", ACT_CONNECTION_ERROR_URL },
  { "https://evil.example%2f.example.com", ACT_CONNECTION_ERROR_URL },
  { "https://api.example.com%3a8443", ACT_CONNECTION_ERROR_URL },
  { "ftp://api.example.com", ACT_CONNECTION_ERROR_URL },
  { "file:///etc/passwd", ACT_CONNECTION_ERROR_URL },
  { "javascript:alert(1)", ACT_CONNECTION_ERROR_URL },
  { "http://api.example.com", ACT_CONNECTION_ERROR_INSECURE },
  { "http://10.0.0.1", ACT_CONNECTION_ERROR_INSECURE },
  { "http://127.0.0.1.example.com", ACT_CONNECTION_ERROR_INSECURE },
  { "http://localhost.example.com", ACT_CONNECTION_ERROR_INSECURE },
  { "http://[::2]", ACT_CONNECTION_ERROR_INSECURE },
  { "http://0.0.0.0", ACT_CONNECTION_ERROR_INSECURE },
};

static ActConnection *
connect_to (const char *url,
            const char *organisation)
{
  g_autoptr (GError) error = NULL;
  ActConnection *connection = act_connection_new ("Acme", url, organisation, "key", &error);

  g_assert_no_error (error);
  g_assert_nonnull (connection);

  return connection;
}

static void
test_good_urls (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good_urls); i++)
    {
      g_autoptr (ActConnection) connection = connect_to (good_urls[i].given, "org");

      g_assert_cmpstr (act_connection_get_base_url (connection), ==, good_urls[i].kept);
    }
}

static void
test_bad_urls (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_urls); i++)
    {
      g_autofree char *shown = g_strescape (bad_urls[i].url, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", shown);
      g_assert_null (act_connection_new (NULL, bad_urls[i].url, "org", "key", &error));
      g_assert_error (error, ACT_CONNECTION_ERROR, (int) bad_urls[i].code);
      g_assert_null (strstr (error->message, "secret"));
    }
  g_assert_null (act_connection_new (NULL, NULL, "org", "key", NULL));
}

static void
test_incomplete (void)
{
  static const char *const bad[] = { NULL, "", "  ", "a\nb", "a\x7f", "\xff\xfe" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) first = NULL;
      g_autoptr (GError) second = NULL;

      g_assert_null (act_connection_new (NULL, "https://a.example", bad[i], "key", &first));
      g_assert_error (first, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INCOMPLETE);
      g_assert_null (act_connection_new (NULL, "https://a.example", "org", bad[i], &second));
      g_assert_error (second, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INCOMPLETE);
    }
}

static void
test_fields (void)
{
  g_autoptr (ActConnection) connection =
      act_connection_new (" Acme · Production ", "https://a.example", " org ", " key ", NULL);
  g_autoptr (ActConnection) nameless =
      act_connection_new (NULL, "https://a.example", "org", "key", NULL);

  g_assert_cmpstr (act_connection_get_name (connection), ==, "Acme · Production");
  g_assert_cmpstr (act_connection_get_name (nameless), ==, "a.example");
  g_assert_cmpstr (act_connection_get_organisation_id (connection), ==, "org");
  g_assert_cmpstr (act_connection_get_key_id (connection), ==, "key");
  g_assert_cmpstr (act_connection_get_mark_method (connection), ==, "PUT");
  g_assert_cmpstr (act_connection_get_id (connection), ==, act_connection_get_id (nameless));
}

static void
check_id (const char *id)
{
  g_assert_cmpuint (strlen (id), <=, 100);
  g_assert_true (g_ascii_isalnum (id[0]));
  for (const char *c = id; *c != '\0'; c++)
    g_assert_true (g_ascii_islower (*c) || g_ascii_isdigit (*c) || *c == '-');
}

static void
test_ids (void)
{
  static const char *const organisations[] = {
    "org",
    "ORG",
    "o/rg",
    "o.rg",
    "../../etc",
    "..",
    "örg",
    "org ",
    "a b",
    "-rf",
    "\xf0\x9f\x98\x80",
  };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *long_id = g_strnfill (500, 'x');
  g_autoptr (ActConnection) first = connect_to ("https://a.example", "org");
  g_autoptr (ActConnection) again = connect_to ("https://A.example:443/", " org");
  g_autoptr (ActConnection) port = connect_to ("https://a.example:8443", "org");
  g_autoptr (ActConnection) path = connect_to ("https://a.example/v1", "org");
  g_autoptr (ActConnection) largest = connect_to ("https://a.example", long_id);

  g_assert_cmpstr (act_connection_get_id (first), ==, act_connection_get_id (again));
  g_assert_cmpstr (act_connection_get_id (first), !=, act_connection_get_id (port));
  g_assert_cmpstr (act_connection_get_id (first), !=, act_connection_get_id (path));
  check_id (act_connection_get_id (largest));

  for (gsize i = 0; i < G_N_ELEMENTS (organisations); i++)
    {
      g_autoptr (ActConnection) connection = connect_to ("https://a.example", organisations[i]);
      const char *id = act_connection_get_id (connection);

      check_id (id);
      /* Only the one with a blank at its end is the same as another. */
      g_assert_true (g_hash_table_add (ids, g_strdup (id)) == !g_str_equal (organisations[i], "org "));
    }
}

static void
test_mark_path (void)
{
  static const struct
  {
    const char *id;
    const char *path;
  } samples[] = {
    { "6d1f-01", "/organizations/o%2Frg/events/6d1f-01/actioned" },
    { "a/b", "/organizations/o%2Frg/events/a%2Fb/actioned" },
    { "a?b#c", "/organizations/o%2Frg/events/a%3Fb%23c/actioned" },
    { "..", "/organizations/o%2Frg/events/%2E%2E/actioned" },
    { ".", "/organizations/o%2Frg/events/%2E/actioned" },
    { "{orgId}{id}", "/organizations/o%2Frg/events/%7BorgId%7D%7Bid%7D/actioned" },
    { "a b%\r\n", "/organizations/o%2Frg/events/a%20b%25%0D%0A/actioned" },
    { "ü\xff", "/organizations/o%2Frg/events/%C3%BC%FF/actioned" },
  };
  g_autoptr (ActConnection) connection = connect_to ("https://a.example", "o/rg");

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = act_connection_build_mark_path (connection, samples[i].id);

      g_assert_cmpstr (path, ==, samples[i].path);
    }
}

static ActConnectionSettings *
set_usual (void)
{
  ActConnectionSettings *settings = act_connection_settings_new ();

  settings->base_url = g_strdup ("https://a.example");
  settings->organisation_id = g_strdup ("org");
  settings->key_id = g_strdup ("key");

  return settings;
}

static void
set_text (char      **text,
          const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
expect_error (const ActConnectionSettings *settings,
              ActConnectionError           code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (act_connection_new_from_settings (settings, &error));
  g_assert_error (error, ACT_CONNECTION_ERROR, (int) code);
}

static void
test_mark_call (void)
{
  static const char *const bad_paths[] = {
    "",
    "events/{id}",
    "//evil.example/{id}",
    "https://evil.example/{id}",
    "/events",
    "/a b/{id}",
    "/../{id}",
    "/events/./{id}",
    "/%2e%2E/{id}",
    "/{id}/.%2e",
    "/{id}#a",
    "/\\evil/{id}",
    "/{id}\n",
    "/{id}\x7f",
    "/ü/{id}",
    "/%zz/{id}",
    "/{id}/%",
  };
  static const char *const bad_methods[] = { "", "GET", "DELETE", "put", "PUT ", "PUT\r\nX: y" };
  g_autoptr (ActConnectionSettings) settings = set_usual ();
  g_autoptr (ActConnection) connection = NULL;
  g_autofree char *path = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad_paths); i++)
    {
      set_text (&settings->mark_path, bad_paths[i]);
      expect_error (settings, ACT_CONNECTION_ERROR_CALL);
    }

  set_text (&settings->mark_path, "/mark?org={orgId}&event={id}");
  for (gsize i = 0; i < G_N_ELEMENTS (bad_methods); i++)
    {
      set_text (&settings->mark_method, bad_methods[i]);
      expect_error (settings, ACT_CONNECTION_ERROR_CALL);
    }

  set_text (&settings->mark_method, "POST");
  connection = act_connection_new_from_settings (settings, NULL);
  g_assert_nonnull (connection);
  path = act_connection_build_mark_path (connection, "a&b=c{orgId}");
  g_assert_cmpstr (path, ==, "/mark?org=org&event=a%26b%3Dc%7BorgId%7D");
  g_assert_cmpstr (act_connection_get_mark_method (connection), ==, "POST");
  g_assert_cmpstr (act_connection_get_mark_path (connection), ==, settings->mark_path);
}

static void
test_settings (void)
{
  g_autoptr (ActConnectionSettings) settings = set_usual ();
  g_autoptr (ActConnectionSettings) back = NULL;
  g_autoptr (ActConnection) usual = act_connection_new_from_settings (settings, NULL);
  g_autoptr (ActConnection) other = NULL;

  g_assert_cmpuint (act_connection_get_refresh_minutes (usual), ==, 5);
  g_assert_cmpuint (act_connection_get_request_ceiling (usual), ==, 10);
  g_assert_cmpint (act_connection_get_colour (usual), ==, ACT_CONNECTION_COLOUR_BLUE);
  g_assert_true (act_connection_get_notify (usual));
  g_assert_null (act_connection_get_console_address (usual));
  g_assert_null (act_connection_get_authority (usual));

  settings->refresh_minutes = 100000;
  settings->request_ceiling = 0;
  settings->colour = (ActConnectionColour) 4711;
  settings->notify = FALSE;
  set_text (&settings->console_address, "https://console.example.com/org");
  other = act_connection_new_from_settings (settings, NULL);
  g_assert_cmpuint (act_connection_get_refresh_minutes (other), ==, 120);
  g_assert_cmpuint (act_connection_get_request_ceiling (other), ==, 1);
  g_assert_cmpint (act_connection_get_colour (other), ==, ACT_CONNECTION_COLOUR_GREY);
  g_assert_false (act_connection_get_notify (other));
  back = act_connection_dup_settings (other);
  g_assert_cmpstr (back->console_address, ==, "https://console.example.com/org");
  g_assert_cmpstr (back->name, ==, "a.example");
}

static void
test_console (void)
{
  static const char *const bad[] = {
    "",
    "console.example.com",
    "https://",
    "https://user:word@console.example.com",
    "https://console.example.com\n",
    "https://console.example.com/a b",
    "https://cönsole.example.com",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "http://console.example.com",
  };
  static const char *const good[] = { "https://console.example.com", "HTTPS://a.example/?b#c",
                                      "http://127.0.0.1:8080/" };
  g_autoptr (ActConnectionSettings) settings = set_usual ();

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      set_text (&settings->console_address, bad[i]);
      expect_error (settings, ACT_CONNECTION_ERROR_CONSOLE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (ActConnection) connection = NULL;

      set_text (&settings->console_address, good[i]);
      connection = act_connection_new_from_settings (settings, NULL);
      g_assert_cmpstr (act_connection_get_console_address (connection), ==, good[i]);
    }
}

/* The certificate of an authority that never signed anything. */
static const char authority_pem[] =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBjzCCATWgAwIBAgIUNWapI1S3Ais87J0BnFSEMAgboZcwCgYIKoZIzj0EAwIw\n"
    "HDEaMBgGA1UEAwwRRXhhbXBsZSBBdXRob3JpdHkwIBcNMjYxMTI1MTkzMjM5WhgP\n"
    "MjEyNjExMDExOTMyMzlaMBwxGjAYBgNVBAMMEUV4YW1wbGUgQXV0aG9yaXR5MFkw\n"
    "EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEx66xHeSIzS+1p4vU7kQtecRYb8ySltXj\n"
    "YGOrCQD86wkhvzzcOxlyDX/zwN8D5YQvgMrPSZKlkPHVPwp+N0ALPKNTMFEwHQYD\n"
    "VR0OBBYEFO7lfL5E+kZ6rmV0d6lmCJs9SyMlMB8GA1UdIwQYMBaAFO7lfL5E+kZ6\n"
    "rmV0d6lmCJs9SyMlMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIh\n"
    "AIi586IPUaSHT7HpPL8o+u0elF4Y8Dm6qsc+HKo4A716AiAiwVvBAtzFcYe2/D/F\n"
    "Pla8gfkB/DJpTKSWujt5XdjLTQ==\n"
    "-----END CERTIFICATE-----\n";

static void
test_authority (void)
{
  g_autofree char *with_key = NULL;
  g_autofree char *filling = g_strnfill (70000, '\n');
  g_autofree char *enormous = NULL;
  g_autoptr (ActConnectionSettings) settings = set_usual ();
  g_autoptr (ActConnection) connection = NULL;

  set_text (&settings->authority, authority_pem);
  connection = act_connection_new_from_settings (settings, NULL);
  g_assert_cmpstr (act_connection_get_authority (connection), ==, authority_pem);

  set_text (&settings->authority, "no certificate");
  expect_error (settings, ACT_CONNECTION_ERROR_AUTHORITY);
  with_key = g_strconcat (authority_pem, "-----BEGIN PRIVATE KEY-----\n", NULL);
  set_text (&settings->authority, with_key);
  expect_error (settings, ACT_CONNECTION_ERROR_AUTHORITY);
  enormous = g_strconcat (authority_pem, filling, NULL);
  set_text (&settings->authority, enormous);
  expect_error (settings, ACT_CONNECTION_ERROR_AUTHORITY);
}

/* A connection that is edited stays where its store and its secret are. */
static void
test_edited (void)
{
  g_autoptr (ActConnection) plain = connect_to ("https://a.example", "org");
  g_autoptr (ActConnection) connection = act_connection_copy_with_id (plain, "demo");
  g_autoptr (ActConnectionSettings) settings = act_connection_dup_settings (connection);
  g_autoptr (ActConnection) edited = NULL;
  g_autoptr (GError) error = NULL;

  set_text (&settings->name, " Other ");
  set_text (&settings->base_url, "https://evil.example");
  set_text (&settings->organisation_id, "another");
  edited = act_connection_copy_with_settings (connection, settings, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (act_connection_get_name (edited), ==, "Other");
  g_assert_cmpstr (act_connection_get_id (edited), ==, "demo");
  g_assert_cmpstr (act_connection_get_base_url (edited), ==, "https://a.example");
  g_assert_cmpstr (act_connection_get_organisation_id (edited), ==, "org");

  set_text (&settings->mark_path, "//evil");
  g_assert_null (act_connection_copy_with_settings (connection, settings, &error));
  g_assert_error (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_CALL);
}

static void
test_colours (void)
{
  ActConnectionColour colour = ACT_CONNECTION_COLOUR_RED;

  for (guint i = 0; i < ACT_N_CONNECTION_COLOURS; i++)
    {
      g_assert_true (act_connection_colour_from_nick (
          act_connection_colour_get_nick ((ActConnectionColour) i), &colour));
      g_assert_cmpuint (colour, ==, i);
    }

  g_assert_false (act_connection_colour_from_nick ("Grey", &colour));
  g_assert_false (act_connection_colour_from_nick (NULL, &colour));
  g_assert_cmpint (colour, ==, ACT_CONNECTION_COLOUR_GREY);
}

static gpointer
ref_and_unref (gpointer data)
{
  for (int i = 0; i < 1000; i++)
    act_connection_unref (act_connection_ref (data));

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (ActConnection) connection = connect_to ("https://a.example", "org");
  g_auto (GValue) value = G_VALUE_INIT;
  GThread *threads[4] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("test", ref_and_unref, connection);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_value_init (&value, ACT_TYPE_CONNECTION);
  g_value_set_boxed (&value, connection);
  g_assert_true (g_value_get_boxed (&value) == (gpointer) connection);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection/good-urls", test_good_urls);
  g_test_add_func ("/connection/bad-urls", test_bad_urls);
  g_test_add_func ("/connection/incomplete", test_incomplete);
  g_test_add_func ("/connection/fields", test_fields);
  g_test_add_func ("/connection/ids", test_ids);
  g_test_add_func ("/connection/mark-path", test_mark_path);
  g_test_add_func ("/connection/mark-call", test_mark_call);
  g_test_add_func ("/connection/settings", test_settings);
  g_test_add_func ("/connection/console", test_console);
  g_test_add_func ("/connection/authority", test_authority);
  g_test_add_func ("/connection/edited", test_edited);
  g_test_add_func ("/connection/colours", test_colours);
  g_test_add_func ("/connection/threads", test_threads);

  return g_test_run ();
}
