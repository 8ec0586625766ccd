/* Which failures are worth another try, and when
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-retry.h"

#include "act-api-error.h"
#include "sample.h"

#include <gio/gio.h>

#define NOW 1772600767 /* Wed, 04 Mar 2026 05:06:07 GMT */

static gint64
get_delay (guint       status,
           guint       attempts,
           gboolean    is_idempotent,
           const char *retry_after)
{
  ActFailure failure = {
    .attempts = attempts,
    .is_idempotent = is_idempotent,
    .was_connected = TRUE,
    .status = status,
    .retry_after = retry_after,
    .now = NOW,
  };

  return act_retry_get_delay (&failure);
}

static gint64
get_delay_for_error (ActApiError code,
                     guint       attempts,
                     gboolean    was_connected)
{
  g_autoptr (GError) error = g_error_new_literal (ACT_API_ERROR, (int) code, "x");
  ActFailure failure = {
    .attempts = attempts,
    .is_idempotent = TRUE,
    .was_connected = was_connected,
    .error = error,
    .now = NOW,
  };

  return act_retry_get_delay (&failure);
}

static void
test_statuses (void)
{
  static const guint again[] = { 408, 429, 500, 502, 503, 504, 599 };
  static const guint final[] = { 301, 302, 400, 401, 403, 404, 405, 409, 412, 413, 422, 501, 511 };

  for (gsize i = 0; i < G_N_ELEMENTS (again); i++)
    {
      g_assert_cmpint (get_delay (again[i], 1, TRUE, NULL), >=, 0);
      g_assert_cmpint (get_delay (again[i], 3, TRUE, NULL), >=, 0);
      g_assert_cmpint (get_delay (again[i], 4, TRUE, NULL), ==, ACT_RETRY_NEVER);
      g_assert_cmpint (get_delay (again[i], 1, FALSE, NULL), ==, ACT_RETRY_NEVER);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (final); i++)
    g_assert_cmpint (get_delay (final[i], 1, TRUE, NULL), ==, ACT_RETRY_NEVER);
}

static void
test_backoff (void)
{
  static const gint64 delays[] = { 500, 1000, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      for (guint j = 0; j < 100; j++)
        {
          gint64 delay = get_delay (500, i + 1, TRUE, NULL);

          g_assert_cmpint (delay, <=, delays[i]);
          g_assert_cmpint (delay, >=, delays[i] * 3 / 4);
        }
    }

  g_assert_cmpint (get_delay (429, 1, TRUE, NULL), ==, 1000);
  g_assert_cmpint (get_delay (429, 2, TRUE, NULL), ==, 2000);
  g_assert_cmpint (get_delay (429, 3, TRUE, NULL), ==, 4000);
}

static void
test_retry_after (void)
{
  static const struct
  {
    const char *header;
    gint64      delay; /* -2: as if there were none */
  } samples[] = {
    { "0", 0 },
    { "7", 7000 },
    { "59", 59000 },
    { "60", ACT_RETRY_NEVER },
    { "3600", ACT_RETRY_NEVER },
    { "Wed, 04 Mar 2026 05:06:17 GMT", 10000 },
    { "Wed, 04 Mar 2026 05:06:07 GMT", 0 },
    { "Wed, 04 Mar 2020 05:06:07 GMT", 0 },
    { "Wed, 04 Mar 2026 06:06:07 GMT", ACT_RETRY_NEVER },
    { "", -2 },
    { "soon", -2 },
    { "-1", -2 },
    { "7 s", -2 },
    { "99999999999999999999", -2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      gint64 delay = get_delay (429, 1, TRUE, samples[i].header);

      tell_sample (samples[i].header);
      g_assert_cmpint (delay, ==, samples[i].delay == -2 ? 1000 : samples[i].delay);
    }

  g_assert_cmpint (get_delay (503, 1, TRUE, "7"), ==, 7000);
  g_assert_cmpint (get_delay (404, 1, TRUE, "7"), ==, ACT_RETRY_NEVER);
  g_assert_cmpint (get_delay (503, 1, FALSE, "7"), ==, ACT_RETRY_NEVER);
}

static void
test_no_answer (void)
{
  static const ActApiError final[] = { ACT_API_ERROR_TLS, ACT_API_ERROR_TOO_LARGE, ACT_API_ERROR_TOO_DEEP,
                                       ACT_API_ERROR_OTHER_API, ACT_API_ERROR_REDIRECTED };

  /* A person is soon told that there is no network. */
  g_assert_cmpint (get_delay_for_error (ACT_API_ERROR_OFFLINE, 1, FALSE), >=, 0);
  g_assert_cmpint (get_delay_for_error (ACT_API_ERROR_OFFLINE, 2, FALSE), ==, ACT_RETRY_NEVER);
  g_assert_cmpint (get_delay_for_error (ACT_API_ERROR_TIMED_OUT, 1, TRUE), >=, 0);
  g_assert_cmpint (get_delay_for_error (ACT_API_ERROR_TIMED_OUT, 2, TRUE), ==, ACT_RETRY_NEVER);

  g_assert_cmpint (get_delay_for_error (ACT_API_ERROR_OFFLINE, 3, TRUE), >=, 0);
  g_assert_cmpint (get_delay_for_error (ACT_API_ERROR_OFFLINE, 4, TRUE), ==, ACT_RETRY_NEVER);
  g_assert_cmpint (get_delay_for_error (ACT_API_ERROR_BAD_RESPONSE, 3, TRUE), >=, 0);
  g_assert_cmpint (get_delay_for_error (ACT_API_ERROR_BAD_RESPONSE, 4, TRUE), ==, ACT_RETRY_NEVER);

  for (gsize i = 0; i < G_N_ELEMENTS (final); i++)
    g_assert_cmpint (get_delay_for_error (final[i], 1, TRUE), ==, ACT_RETRY_NEVER);
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");
  ActFailure failure = { .attempts = 1, .is_idempotent = TRUE, .error = error };

  g_assert_cmpint (act_retry_get_delay (&failure), ==, ACT_RETRY_NEVER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retry/statuses", test_statuses);
  g_test_add_func ("/retry/backoff", test_backoff);
  g_test_add_func ("/retry/retry-after", test_retry_after);
  g_test_add_func ("/retry/no-answer", test_no_answer);
  g_test_add_func ("/retry/cancelled", test_cancelled);

  return g_test_run ();
}
