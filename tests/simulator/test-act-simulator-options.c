/* Tests of how a simulator is told to behave
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-options.h"

static void
test_copy_is_apart (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (ActSimulatorOptions) copy = NULL;

  options->seed = 42;
  options->state_file = g_strdup ("here");
  act_simulator_options_add_fault (options, "drop:3");
  copy = act_simulator_options_copy (options);
  act_simulator_options_add_fault (options, "cut:4");
  options->state_file[0] = 't';

  g_assert_cmpuint (copy->seed, ==, 42);
  g_assert_cmpstr (copy->state_file, ==, "here");
  g_assert_cmpuint (g_strv_length (copy->faults), ==, 1);
  g_assert_cmpuint (g_strv_length (options->faults), ==, 2);
  g_assert_cmpstr (options->faults[1], ==, "cut:4");
}

static void
test_check_accepts (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (GError) error = NULL;

  options->events = ACT_SIMULATOR_MAX_EVENTS;
  options->accounts = ACT_SIMULATOR_MAX_ACCOUNTS;
  act_simulator_options_add_fault (options, "status-500:3");
  act_simulator_options_add_fault (options, "mark-404:0");
  g_assert_true (act_simulator_options_check (options, &error));
  g_assert_no_error (error);
}

static void
refuse (ActSimulatorOptions *options)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (act_simulator_options_check (options, &error));
  g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
}

static void
test_check_refuses (void)
{
  const char *const faults[] = { "", "drop", "drop:", "drop:x", "drop:-1", "nothing:1", "status-418:1", "status:1", ":1" };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();

      act_simulator_options_add_fault (options, faults[i]);
      refuse (options);
    }

  {
    g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();

    options->events = ACT_SIMULATOR_MAX_EVENTS + 1;
    refuse (options);
    options->events = 1;
    options->accounts = ACT_SIMULATOR_MIN_ACCOUNTS - 1;
    refuse (options);
    options->accounts = ACT_SIMULATOR_MAX_ACCOUNTS + 1;
    refuse (options);
    options->accounts = 0;
    options->token_life_s = 0;
    refuse (options);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/options/copy-is-apart", test_copy_is_apart);
  g_test_add_func ("/simulator/options/check-accepts", test_check_accepts);
  g_test_add_func ("/simulator/options/check-refuses", test_check_refuses);

  return g_test_run ();
}
