/* Tests of what a store keeps of its server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-position.h"
#include "act-time.h"

static void
test_round_trip (void)
{
  static const char *const names[] = { "integration.perform.error", "odd;name\\with\nthings", NULL };
  g_autoptr (ActPosition) position = act_position_new ();
  g_autoptr (ActPosition) read = NULL;
  g_autoptr (GError) error = g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_NOT_ALLOWED,
                                                  "PUT: 405\nNot here, [sir] \"=");
  g_autoptr (GError) kept = NULL;
  g_autofree char *text = NULL;

  position->as_of = G_GINT64_CONSTANT (1772600767000);
  position->full_at = G_GINT64_CONSTANT (1772600767001);
  position->history_complete = TRUE;
  position->history_at = G_GINT64_CONSTANT (1772600767002);
  position->event_names = g_strdupv ((char **) names);
  act_position_set_cannot_mark (position, error);
  text = act_position_to_text (position);
  read = act_position_new_from_text (text);

  g_assert_cmpint (read->as_of, ==, position->as_of);
  g_assert_cmpint (read->full_at, ==, position->full_at);
  g_assert_true (read->history_complete);
  g_assert_cmpint (read->history_at, ==, position->history_at);
  g_assert_cmpstrv (read->event_names, position->event_names);
  kept = act_position_dup_mark_error (read);
  g_assert_error (kept, ACT_API_ERROR, ACT_API_ERROR_NOT_ALLOWED);
  g_assert_cmpstr (kept->message, ==, error->message);
}

static void
test_mark_ability (void)
{
  g_autoptr (ActPosition) position = act_position_new ();
  g_autoptr (ActPosition) read = NULL;
  g_autofree char *text = NULL;

  position->mark_ability = ACT_MARK_ABILITY_WORKS;
  text = act_position_to_text (position);
  read = act_position_new_from_text (text);
  g_assert_cmpint (read->mark_ability, ==, ACT_MARK_ABILITY_WORKS);
  g_assert_null (act_position_dup_mark_error (read));

  act_position_set_cannot_mark (position, NULL);
  g_assert_cmpint (position->mark_ability, ==, ACT_MARK_ABILITY_UNKNOWN);
  g_assert_null (act_position_dup_mark_error (position));
}

/* The store's file is input like any other. */
static void
test_garbage (void)
{
  static const char *const texts[] = {
    NULL,
    "",
    "nonsense",
    "[other]\nas-of=7\n",
    "[position]\nas-of=yesterday\nfull-at=\nhistory-complete=perhaps\nevent-names\n",
    "[position]\nmark-ability=2\nmark-error-code=4711\n",
    "[position]\nmark-ability=2\nmark-error-code=-1\n",
    "[position]\nmark-ability=17\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ActPosition) position = act_position_new_from_text (texts[i]);

      g_assert_cmpint (position->as_of, ==, ACT_TIME_UNKNOWN);
      g_assert_cmpint (position->full_at, ==, ACT_TIME_UNKNOWN);
      g_assert_false (position->history_complete);
      g_assert_cmpint (position->history_at, ==, ACT_TIME_UNKNOWN);
      g_assert_null (position->event_names);
      g_assert_cmpint (position->mark_ability, ==, ACT_MARK_ABILITY_UNKNOWN);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/position/round-trip", test_round_trip);
  g_test_add_func ("/position/mark-ability", test_mark_ability);
  g_test_add_func ("/position/garbage", test_garbage);

  return g_test_run ();
}
