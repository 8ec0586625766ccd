/* Times from outside: what is read, what is refused, and the way there and back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-time.h"

#include "act-event.h"

typedef struct
{
  const char *text;
  const char *utc;
} Sample;

static const Sample good[] = {
  { "2026-03-04T05:06:07.089Z", "2026-03-04T05:06:07.089Z" },
  { "2026-03-04T05:06:07Z", "2026-03-04T05:06:07.000Z" },
  { "2026-03-04T05:06:07.1Z", "2026-03-04T05:06:07.100Z" },
  { "2026-03-04T05:06:07.123456Z", "2026-03-04T05:06:07.123Z" },
  { "2026-03-04T05:06:07.999999999Z", "2026-03-04T05:06:07.999Z" },
  { "2026-03-04T05:06:07.Z", "2026-03-04T05:06:07.000Z" },
  { "2026-03-04T05:06:07,5Z", "2026-03-04T05:06:07.500Z" },
  { "2026-03-04t05:06:07z", "2026-03-04T05:06:07.000Z" },
  { "2026-03-04 05:06:07", "2026-03-04T05:06:07.000Z" },
  { "2026-03-04T05:06Z", "2026-03-04T05:06:00.000Z" },
  { "2026-03-04T05:06:07+01:00", "2026-03-04T04:06:07.000Z" },
  { "2026-03-04T05:06:07-0530", "2026-03-04T10:36:07.000Z" },
  { "2026-03-04T00:06:07+01", "2026-03-03T23:06:07.000Z" },
  { "2024-02-29T23:59:60Z", "2024-03-01T00:00:00.000Z" },
  { "2025-12-31T24:00:00Z", "2026-01-01T00:00:00.000Z" },
  { "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z" },
  { "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z" },
  { "2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z" },
  { "0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z" },
  { "0000-01-01T00:00:00+12:00", "0000-01-01T00:00:00.000Z" },
  { "0000-02-29T00:00:00Z", "0000-02-29T00:00:00.000Z" },
  { "-0044-03-15T12:00:00Z", "0000-01-01T00:00:00.000Z" },
  { "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z" },
  { "99999-12-31T23:59:59.999Z", "99999-12-31T23:59:59.999Z" },
  { "99999-12-31T23:59:59.999-23:59", "99999-12-31T23:59:59.999Z" },
  { "+999999999-12-31T23:59:59Z", "99999-12-31T23:59:59.999Z" },
};

static const char *const bad[] = {
  "",
  " ",
  "Z",
  "now",
  "2026",
  "2026-03-04",
  "2026-03-04T",
  "2026-03-04T05",
  "2026-03-04T05:06:",
  "2026-03-04T5:06:07Z",
  "2026-3-4T05:06:07Z",
  "26-03-04T05:06:07Z",
  "2026-00-04T05:06:07Z",
  "2026-13-04T05:06:07Z",
  "2026-03-00T05:06:07Z",
  "2026-02-29T05:06:07Z",
  "1900-02-29T05:06:07Z",
  "2026-04-31T05:06:07Z",
  "2026-03-04T25:06:07Z",
  "2026-03-04T24:00:01Z",
  "2026-03-04T05:60:07Z",
  "2026-03-04T05:06:61Z",
  "2026-03-04T05:06:07X",
  "2026-03-04T05:06:07Z ",
  " 2026-03-04T05:06:07Z",
  "2026-03-04T05:06:07ZZ",
  "2026-03-04T05:06:07+24:00",
  "2026-03-04T05:06:07+01:60",
  "2026-03-04T05:06:07+1",
  "2026-03-04T05:06:07+01:",
  "2026-03-04T05:06:07.5.5Z",
  "2026-03-04T05:06:07e5Z",
  "2026/03/04 05:06:07",
  "9999999999-01-01T00:00:00Z",
  "--2026-03-04T05:06:07Z",
  "2026-03-04T-5:06:07Z",
  "２０２６-03-04T05:06:07Z",
  "2026-03-04T05:06:07\xff",
  "1772600767089",
  "%s%n",
  "2026-03-04T05:06:07.00000000000000000000000000000000000000000000000000000000000000Z",
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *utc = NULL;
      gint64           time = 0;

      g_test_message ("%s", good[i].text);
      g_assert_true (act_time_parse_iso8601 (good[i].text, &time));
      utc = act_time_format_iso8601 (time);
      g_assert_cmpstr (utc, ==, good[i].utc);
    }
  g_assert_true (act_time_parse_iso8601 (good[0].text, NULL));
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *shown = g_strescape (bad[i], NULL);
      gint64           time = 4711;

      g_test_message ("%s", shown);
      g_assert_false (act_time_parse_iso8601 (bad[i], &time));
      g_assert_cmpint (time, ==, 4711);
    }
  g_assert_false (act_time_parse_iso8601 (NULL, NULL));
}

static void
test_known (void)
{
  gint64 time = 0;

  g_assert_true (act_time_parse_iso8601 ("2001-09-09T01:46:40.000Z", &time));
  g_assert_cmpint (time, ==, G_GINT64_CONSTANT (1000000000000));
  g_assert_true (act_time_parse_iso8601 ("1969-12-31T23:59:59.999Z", &time));
  g_assert_cmpint (time, ==, -1);
}

static void
test_clamp (void)
{
  static const gint64      times[] = { ACT_TIME_UNKNOWN, G_MAXINT64 };
  static const char *const texts[] = { "0000-01-01T00:00:00.000Z", "99999-12-31T23:59:59.999Z" };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = act_time_format_iso8601 (times[i]);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static gint64
get_random_time (gint64 first,
                 gint64 last)
{
  guint64 range = (guint64) (last - first) + 1;
  guint64 random = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();

  return first + (gint64) (random % range);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64           time = get_random_time (G_GINT64_CONSTANT (-62167219200000),
                                               G_GINT64_CONSTANT (3093527980799999));
      gint64           back = 0;
      g_autofree char *text = act_time_format_iso8601 (time);

      g_assert_true (act_time_parse_iso8601 (text, &back));
      g_assert_cmpint (back, ==, time);
    }
}

/* GLib knows the years 1 to 9999, and must agree about them. */
static void
test_against_glib (void)
{
  for (int i = 0; i < 5000; i++)
    {
      gint64 time = get_random_time (G_GINT64_CONSTANT (-62135596800000),
                                     G_GINT64_CONSTANT (253402300799999));
      gint64 seconds = time / 1000 - (time % 1000 < 0 ? 1 : 0);
      g_autoptr (GDateTime) other = g_date_time_new_from_unix_utc (seconds);
      g_autofree char *text = act_time_format_iso8601 (time);
      g_autofree char *expected = g_strdup_printf (
          "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", g_date_time_get_year (other),
          g_date_time_get_month (other), g_date_time_get_day_of_month (other),
          g_date_time_get_hour (other), g_date_time_get_minute (other),
          g_date_time_get_second (other), (int) (time - seconds * 1000));

      g_assert_cmpstr (text, ==, expected);
    }
}

/* Whatever is cut out, put in or altered, nothing is read that is not a time of the range. */
static void
test_mutations (void)
{
  static const char alphabet[] = "0123456789-:.,+TZtz \xc3\xff";

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new ("2026-03-04T05:06:07.089+01:00");
      g_autofree char *utc = NULL;
      gint64           time = 0;
      gint64           back = 0;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        {
          gsize at = (gsize) g_test_rand_int_range (0, (gint32) text->len);

          if (g_test_rand_bit ())
            g_string_erase (text, (gssize) at, 1);
          else
            text->str[at] =
                alphabet[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (alphabet) - 1)];
        }

      if (!act_time_parse_iso8601 (text->str, &time))
        continue;
      utc = act_time_format_iso8601 (time);
      g_assert_true (act_time_parse_iso8601 (utc, &back));
      g_assert_cmpint (back, ==, time);
    }
}

static void
test_now (void)
{
  gint64 before = g_get_real_time () / 1000;
  gint64 now = act_time_now ();

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/good", test_good);
  g_test_add_func ("/time/bad", test_bad);
  g_test_add_func ("/time/known", test_known);
  g_test_add_func ("/time/clamp", test_clamp);
  g_test_add_func ("/time/round-trip", test_round_trip);
  g_test_add_func ("/time/against-glib", test_against_glib);
  g_test_add_func ("/time/mutations", test_mutations);
  g_test_add_func ("/time/now", test_now);

  return g_test_run ();
}
