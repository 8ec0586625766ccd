/* What is learned of a change holds for all of its kind, and over a restart
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-abilities.h"
#include "scripted-fixture.h"

static ActAbilities *
load (ScriptedFixture *self)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  ActAbilities *abilities = NULL;

  act_abilities_load_async (self->store, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  abilities = act_abilities_load_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (abilities);

  return abilities;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
learn (ActAbilities *abilities,
       ActApiError   code,
       gboolean      may_be_missing)
{
  g_autoptr (GError) error = g_error_new_literal (ACT_API_ERROR, (int) code, "Why");

  act_abilities_learn (abilities, ACT_ABILITY_REPLAY, error, may_be_missing);
}

static void
test_learn (ScriptedFixture *self,
            gconstpointer    unused)
{
  static const struct
  {
    ActApiError     code;
    gboolean        may_be_missing;
    ActAbilityState state;
  } cases[] = {
    { ACT_API_ERROR_OFFLINE, TRUE, ACT_ABILITY_STATE_UNKNOWN },
    { ACT_API_ERROR_SERVER, TRUE, ACT_ABILITY_STATE_UNKNOWN },
    { ACT_API_ERROR_BAD_REQUEST, TRUE, ACT_ABILITY_STATE_UNKNOWN },
    { ACT_API_ERROR_UNAUTHORIZED, TRUE, ACT_ABILITY_STATE_UNKNOWN },
    { ACT_API_ERROR_FORBIDDEN, FALSE, ACT_ABILITY_STATE_FORBIDDEN },
    { ACT_API_ERROR_NOT_FOUND, FALSE, ACT_ABILITY_STATE_UNKNOWN },
    { ACT_API_ERROR_NOT_FOUND, TRUE, ACT_ABILITY_STATE_MISSING },
    { ACT_API_ERROR_NOT_ALLOWED, TRUE, ACT_ABILITY_STATE_MISSING },
  };
  g_autoptr (ActAbilities) abilities = load (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      act_abilities_check_again (abilities, ACT_ABILITY_REPLAY);
      learn (abilities, cases[i].code, cases[i].may_be_missing);
      g_assert_cmpint (act_abilities_get (abilities, ACT_ABILITY_REPLAY), ==, cases[i].state);
      g_assert_cmpint (act_abilities_get (abilities, ACT_ABILITY_MAPPINGS), ==, ACT_ABILITY_STATE_UNKNOWN);
    }
}

static void
test_kept (ScriptedFixture *self,
           gconstpointer    unused)
{
  g_autoptr (ActAbilities) first = load (self);
  g_autoptr (ActAbilities) second = NULL;
  guint n_changed = 0;

  g_signal_connect_swapped (first, "changed", G_CALLBACK (count_cb), &n_changed);
  learn (first, ACT_API_ERROR_FORBIDDEN, FALSE);
  learn (first, ACT_API_ERROR_FORBIDDEN, FALSE);
  act_abilities_learn (first, ACT_ABILITY_ENABLE, NULL, FALSE);
  g_assert_cmpuint (n_changed, ==, 2);

  /* A value is read as it was before the writes that are under way. */
  do
    {
      g_clear_object (&second);
      second = load (self);
    }
  while (act_abilities_get (second, ACT_ABILITY_ENABLE) == ACT_ABILITY_STATE_UNKNOWN);

  g_assert_cmpint (act_abilities_get (second, ACT_ABILITY_REPLAY), ==, ACT_ABILITY_STATE_FORBIDDEN);
  g_assert_cmpint (act_abilities_get (second, ACT_ABILITY_ENABLE), ==, ACT_ABILITY_STATE_WORKS);
  g_assert_cmpint (act_abilities_get (second, ACT_ABILITY_CREDENTIALS), ==, ACT_ABILITY_STATE_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SCRIPTED_FIXTURE_ADD ("/sync/abilities/learn", test_learn);
  SCRIPTED_FIXTURE_ADD ("/sync/abilities/kept", test_kept);

  return g_test_run ();
}
