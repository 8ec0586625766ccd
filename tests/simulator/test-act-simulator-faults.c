/* Tests of what goes wrong on purpose
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-faults.h"

static void
test_every_nth_call (void)
{
  g_autoptr (ActSimulatorFaults) faults = act_simulator_faults_new ();
  guint status = 0;

  g_assert_true (act_simulator_faults_set (faults, "status-503", 3, NULL));
  for (guint i = 1; i <= 9; i++)
    {
      ActSimulatorFault fault = act_simulator_faults_strike_any (faults, ACT_SIMULATOR_FAULT_SCOPE_CALL, &status);

      g_assert_cmpint (fault, ==, i % 3 == 0 ? ACT_SIMULATOR_FAULT_STATUS : ACT_SIMULATOR_FAULT_NONE);
    }
  g_assert_cmpuint (status, ==, 503);

  g_assert_true (act_simulator_faults_set (faults, "status-503", 0, NULL));
  for (guint i = 0; i < 9; i++)
    g_assert_cmpint (act_simulator_faults_strike_any (faults, ACT_SIMULATOR_FAULT_SCOPE_CALL, &status), ==, ACT_SIMULATOR_FAULT_NONE);
}

static void
test_always (void)
{
  g_autoptr (ActSimulatorFaults) faults = act_simulator_faults_new ();

  g_assert_false (act_simulator_faults_strike (faults, ACT_SIMULATOR_FAULT_DUPLICATE));
  g_assert_true (act_simulator_faults_set_from_text (faults, "duplicate:1", NULL));
  g_assert_cmpuint (act_simulator_faults_get (faults, "duplicate"), ==, 1);
  for (guint i = 0; i < 3; i++)
    g_assert_true (act_simulator_faults_strike (faults, ACT_SIMULATOR_FAULT_DUPLICATE));
}

static void
test_scopes_are_apart (void)
{
  g_autoptr (ActSimulatorFaults) faults = act_simulator_faults_new ();
  guint status = 0;

  g_assert_true (act_simulator_faults_set (faults, "mark-404", 1, NULL));
  g_assert_cmpint (act_simulator_faults_strike_any (faults, ACT_SIMULATOR_FAULT_SCOPE_CALL, &status), ==, ACT_SIMULATOR_FAULT_NONE);
  g_assert_cmpint (act_simulator_faults_strike_any (faults, ACT_SIMULATOR_FAULT_SCOPE_TOKEN, &status), ==, ACT_SIMULATOR_FAULT_NONE);
  g_assert_cmpint (act_simulator_faults_strike_any (faults, ACT_SIMULATOR_FAULT_SCOPE_MARK, &status), ==, ACT_SIMULATOR_FAULT_STATUS);
  g_assert_cmpuint (status, ==, 404);
}

static void
test_every_kind_has_a_name (void)
{
  g_autoptr (ActSimulatorFaults) faults = act_simulator_faults_new ();
  g_auto (GStrv) kinds = act_simulator_faults_dup_kinds ();
  g_autofree char *description = act_simulator_faults_describe ();

  g_assert_cmpuint (g_strv_length (kinds), >, 140);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_assert_true (act_simulator_faults_set (faults, kinds[i], i + 1, NULL));
      g_assert_cmpuint (act_simulator_faults_get (faults, kinds[i]), ==, i + 1);
    }

  g_assert_nonnull (g_strstr_len (description, -1, "status-STATUS"));
  g_assert_nonnull (g_strstr_len (description, -1, "lost-mark"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/faults/every-nth-call", test_every_nth_call);
  g_test_add_func ("/simulator/faults/always", test_always);
  g_test_add_func ("/simulator/faults/scopes-are-apart", test_scopes_are_apart);
  g_test_add_func ("/simulator/faults/every-kind-has-a-name", test_every_kind_has_a_name);

  return g_test_run ();
}
