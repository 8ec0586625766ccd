/* Integration runs: when they took place, and copies of them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-integration-run.h"

#include "act-event.h"

static void
test_time (void)
{
  g_autoptr (ActIntegrationRun) run = act_integration_run_new ();

  g_assert_cmpint (run->status, ==, ACT_RUN_STATUS_OTHER);
  g_assert_cmpint (act_integration_run_get_time (run), ==, ACT_TIME_UNKNOWN);
  run->completed = 3;
  g_assert_cmpint (act_integration_run_get_time (run), ==, 3);
  run->created = 1;
  g_assert_cmpint (act_integration_run_get_time (run), ==, 1);
  run->started = 2;
  g_assert_cmpint (act_integration_run_get_time (run), ==, 2);
}

static void
test_copy (void)
{
  g_autoptr (ActIntegrationRun) run = act_integration_run_new ();
  char **texts[] = {
    &run->id,
    &run->entity_type,
    &run->entity_id,
    &run->status_name,
    &run->destination,
    &run->destination_id,
    &run->error,
    &run->url,
    &run->external_id,
    &run->parent_id,
    &run->original_id,
    &run->json,
  };
  g_autoptr (ActIntegrationRun) copy = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup_printf ("%" G_GSIZE_FORMAT, i);
  run->status = ACT_RUN_STATUS_ERROR;
  run->started = 7;

  copy = act_integration_run_copy (run);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *copied = G_STRUCT_MEMBER (char *, copy, (guint8 *) texts[i] - (guint8 *) run);

      g_assert_cmpstr (copied, ==, *texts[i]);
      g_assert_true (copied != *texts[i]);
    }
  g_assert_cmpint (copy->status, ==, ACT_RUN_STATUS_ERROR);
  g_assert_cmpint (copy->started, ==, 7);
  act_integration_run_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/integration-run/time", test_time);
  g_test_add_func ("/integration-run/copy", test_copy);

  return g_test_run ();
}
