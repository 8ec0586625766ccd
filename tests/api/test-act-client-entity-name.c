/* The calls about what one entity is called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "client-fixture.h"
#include "sample.h"

static char *
read_name (ClientFixture *fixture,
           const char    *entity_type,
           GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_read_entity_name_async (fixture->client, entity_type, "e/1", NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_read_entity_name_finish (fixture->client, outcome.result, error);
}

static void
test_account (ClientFixture *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *body;
    const char *name; /* NULL: an error */
  } samples[] = {
    { "{\"name\":\"Acme\",\"code\":\"A-1\"}", "Acme" },
    { "{\"name\":\"\",\"code\":\"A-1\"}", "A-1" },
    { "{\"name\":{},\"code\":7}", "7" },
    { "{}", NULL },
    { "[]", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      gboolean is_object = *samples[i].body == '{';
      g_autoptr (GError) error = NULL;
      g_autofree char *name = NULL;

      tell_sample (samples[i].body);
      client_fixture_answer (fixture, 200, samples[i].body);
      name = read_name (fixture, i == 0 ? "ACCOUNT" : "Account", &error);
      g_assert_cmpstr (name, ==, samples[i].name);
      if (name == NULL)
        g_assert_error (error, ACT_API_ERROR, (int) (is_object ? ACT_API_ERROR_NOT_FOUND : ACT_API_ERROR_BAD_RESPONSE));
      client_fixture_expect (fixture, (guint) i, "GET /organizations/org/accounts/e%2F1");
    }
}

/* These need no second call. */
static void
test_bill (ClientFixture *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *body;
    const char *name; /* NULL: an error */
  } samples[] = {
    { "{\"accountName\":\"Acme\",\"billDate\":\"2026-03-04\"}", "Acme · 2026-03-04" },
    { "{\"accountName\":\"Acme\",\"billDate\":\"2026-03-04\",\"startDate\":\"2026-02-01T00:00:00Z\",\"endDate\":\"2026-03-01\"}",
      "Acme · 2026-02-01 – 2026-03-01" },
    { "{\"accountCode\":\"A-1\",\"startDateTimeUTC\":\"2026-02-01T00:00:00Z\",\"endDateTimeUTC\":\"2026-03-01T00:00:00Z\"}",
      "A-1 · 2026-02-01 – 2026-03-01" },
    { "{\"accountName\":\"Acme\"}", "Acme" },
    { "{\"billDate\":\"2026-03-04\"}", "2026-03-04" },
    { "{\"billDate\":\"2026-03-04 or so\"}", NULL },
    { "{\"accountName\":[],\"billDate\":{},\"accountId\":true}", NULL },
    { "{}", NULL },
    { "7", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = NULL;

      tell_sample (samples[i].body);
      client_fixture_answer (fixture, 200, samples[i].body);
      name = read_name (fixture, "Bill", &error);
      g_assert_cmpstr (name, ==, samples[i].name);
      g_assert_true ((name == NULL) == (error != NULL));
      client_fixture_expect (fixture, (guint) i, "GET /organizations/org/bills/e%2F1");
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, i + 1);
    }
}

static void
test_account_of_bill (ClientFixture *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  client_fixture_answer (fixture, 200, "{\"accountId\":\"a/1\",\"accountCode\":\"A-1\",\"billDate\":\"2026-03-04\"}");
  client_fixture_answer (fixture, 200, "{\"name\":\"Acme\"}");
  name = read_name (fixture, "bill", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Acme · 2026-03-04");
  client_fixture_expect (fixture, 1, "GET /organizations/org/accounts/a%2F1");
}

/* A code must do where the name is not for us; but what may be there later is not given up. */
static void
test_account_of_bill_fails (ClientFixture *fixture,
                            gconstpointer  data)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  client_fixture_answer (fixture, 200, "{\"accountId\":\"a\",\"accountCode\":\"A-1\",\"billDate\":\"2026-03-04\"}");
  client_fixture_answer (fixture, 404, "{}");
  name = read_name (fixture, "Bill", NULL);
  g_assert_cmpstr (name, ==, "A-1 · 2026-03-04");

  client_fixture_answer (fixture, 200, "{\"accountId\":\"a\",\"accountCode\":\"A-1\",\"billDate\":\"2026-03-04\"}");
  for (guint i = 0; i < 4; i++)
    client_fixture_answer (fixture, 503, "{}");
  g_assert_null (read_name (fixture, "Bill", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_SERVER);
}

static void
test_other_types (ClientFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_name (fixture, "Notification", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLIENT_FIXTURE_ADD ("/client-entity-name/account", test_account);
  CLIENT_FIXTURE_ADD ("/client-entity-name/bill", test_bill);
  CLIENT_FIXTURE_ADD ("/client-entity-name/account-of-bill", test_account_of_bill);
  CLIENT_FIXTURE_ADD ("/client-entity-name/account-of-bill-fails", test_account_of_bill_fails);
  CLIENT_FIXTURE_ADD ("/client-entity-name/other-types", test_other_types);

  return g_test_run ();
}
