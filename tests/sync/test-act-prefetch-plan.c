/* Tests of what open events need, and of when they have it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-prefetch-plan.h"

#include "act-event-record.h"

static void
add_event (GPtrArray   *records,
           ActEventKind kind,
           const char  *run_id,
           const char  *entity_type,
           const char  *entity_id)
{
  ActEventRecord *record = act_event_record_new ();

  record->event = act_event_new ();
  record->kind = kind;
  record->event->run_id = g_strdup (run_id);
  record->event->entity_type = g_strdup (entity_type);
  record->event->entity_id = g_strdup (entity_id);
  g_ptr_array_add (records, record);
}

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_record_free);
}

static char *
describe (ActPrefetchPlan *plan)
{
  static const char letters[] = "cokrlnm";
  GString          *text = g_string_new (NULL);

  for (guint i = 0; i < act_prefetch_plan_get_n_needs (plan); i++)
    {
      const ActNeed *need = act_prefetch_plan_get_need (plan, i);

      g_string_append_printf (text, "%s%c", i > 0 ? " " : "", letters[need->kind]);
      if (need->run_id != NULL)
        g_string_append_printf (text, ":%s", need->run_id);
      if (need->entity_id != NULL)
        g_string_append_printf (text, ":%s/%s", need->entity_type, need->entity_id);
    }

  return g_string_free (text, FALSE);
}

static void
check (ActPrefetchPlan *plan,
       const char      *needs,
       guint            ready,
       guint            total)
{
  g_autofree char *described = describe (plan);

  g_assert_cmpstr (described, ==, needs);
  g_assert_cmpuint (act_prefetch_plan_get_ready (plan), ==, ready);
  g_assert_cmpuint (act_prefetch_plan_get_total (plan), ==, total);
}

static void
keep (ActPrefetchPlan *plan,
      guint            i)
{
  act_prefetch_plan_set_kept (plan, act_prefetch_plan_get_need (plan, i));
}

static void
test_needs (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (ActPrefetchPlan) plan = NULL;
  g_autoptr (ActPrefetchPlan) without = NULL;

  add_event (records, ACT_EVENT_KIND_PERFORM, "r", "Bill", "b");
  add_event (records, ACT_EVENT_KIND_VALIDATION, "r", NULL, NULL);
  add_event (records, ACT_EVENT_KIND_VALIDATION, NULL, "bill", "b");
  add_event (records, ACT_EVENT_KIND_MISSING_MAPPING, NULL, "Account", "a");
  add_event (records, ACT_EVENT_KIND_AUTHENTICATION, "", "Notification", "n");
  add_event (records, ACT_EVENT_KIND_DISABLED, NULL, "Bill", NULL);

  plan = act_prefetch_plan_new (records, TRUE, FALSE);
  check (plan, "c r:r:Bill/b n:Bill/b r:bill/b o r:Account/a n:Account/a m:Account/a k r:Notification/n", 0, 6);
  without = act_prefetch_plan_new (records, FALSE, FALSE);
  check (without, "c r:r:Bill/b n:Bill/b r:bill/b o r:Account/a n:Account/a m:Account/a r:Notification/n", 0, 6);
}

/* The mappings are those of the account that a bill is for. */
static void
test_mapping_of_bill (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (ActPrefetchPlan) plan = NULL;
  ActEventRecord *record = NULL;

  add_event (records, ACT_EVENT_KIND_MISSING_MAPPING, NULL, "Bill", "b");
  record = g_ptr_array_index (records, 0);
  record->event->account_id = g_strdup ("a");
  plan = act_prefetch_plan_new (records, TRUE, FALSE);
  check (plan, "c o r:Bill/b n:Bill/b n:Account/a m:Account/a", 0, 1);
}

static void
test_ready (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (ActPrefetchPlan) plan = NULL;

  add_event (records, ACT_EVENT_KIND_PERFORM, "r", "Bill", "b");
  add_event (records, ACT_EVENT_KIND_PERFORM, "s", "Bill", "b");
  add_event (records, ACT_EVENT_KIND_DISABLED, NULL, NULL, NULL);
  plan = act_prefetch_plan_new (records, TRUE, FALSE);
  check (plan, "c r:r:Bill/b n:Bill/b r:s:Bill/b", 0, 3);

  keep (plan, 0);
  keep (plan, 0);
  check (plan, "c r:r:Bill/b n:Bill/b r:s:Bill/b", 1, 3);
  keep (plan, 2);
  g_assert_cmpuint (act_prefetch_plan_get_ready (plan), ==, 1);
  keep (plan, 1);
  g_assert_cmpuint (act_prefetch_plan_get_ready (plan), ==, 2);
  keep (plan, 3);
  g_assert_cmpuint (act_prefetch_plan_get_ready (plan), ==, 3);
}

/* What a run tells is needed by the events that need the run, and by no other. */
static void
test_run (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (ActPrefetchPlan) plan = NULL;
  g_autoptr (ActIntegrationRun) run = act_integration_run_new ();

  run->id = g_strdup ("r");
  run->entity_type = g_strdup ("Bill");
  run->entity_id = g_strdup ("b");
  add_event (records, ACT_EVENT_KIND_PERFORM, "r", NULL, NULL);
  add_event (records, ACT_EVENT_KIND_PERFORM, "r", "Bill", "b");
  add_event (records, ACT_EVENT_KIND_PERFORM, "s", NULL, NULL);
  plan = act_prefetch_plan_new (records, TRUE, TRUE);
  check (plan, "c r:r n:Bill/b r:s", 0, 3);

  /* While it runs, its log is not whole. */
  run->status = ACT_RUN_STATUS_STARTED;
  act_prefetch_plan_set_run (plan, act_prefetch_plan_get_need (plan, 1), run);
  check (plan, "c r:r n:Bill/b r:s", 0, 3);

  run->status = ACT_RUN_STATUS_ERROR;
  act_prefetch_plan_set_run (plan, act_prefetch_plan_get_need (plan, 1), run);
  check (plan, "c r:r n:Bill/b r:s l:r", 0, 3);
  act_prefetch_plan_set_run (plan, act_prefetch_plan_get_need (plan, 1), run);
  keep (plan, 0);
  keep (plan, 1);
  keep (plan, 2);
  g_assert_cmpuint (act_prefetch_plan_get_ready (plan), ==, 0);
  keep (plan, 4);
  g_assert_cmpuint (act_prefetch_plan_get_ready (plan), ==, 2);

  /* The name is kept already, the log is another event's too. */
  act_prefetch_plan_set_run (plan, act_prefetch_plan_get_need (plan, 3), run);
  keep (plan, 3);
  check (plan, "c r:r n:Bill/b r:s l:r", 3, 3);
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (ActPrefetchPlan) plan = act_prefetch_plan_new (records, TRUE, TRUE);

  check (plan, "", 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/prefetch-plan/needs", test_needs);
  g_test_add_func ("/sync/prefetch-plan/mapping-of-bill", test_mapping_of_bill);
  g_test_add_func ("/sync/prefetch-plan/ready", test_ready);
  g_test_add_func ("/sync/prefetch-plan/run", test_run);
  g_test_add_func ("/sync/prefetch-plan/none", test_none);

  return g_test_run ();
}
