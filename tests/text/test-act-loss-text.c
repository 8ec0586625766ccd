/* What is lost with a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-change.h"
#include "act-loss-text.h"
#include "act-pending.h"

static void
add_group (GPtrArray     *groups,
           ActPendingKind kind,
           guint          count)
{
  ActPendingGroup *group = act_pending_group_new ();

  group->scope.kind = kind;
  group->count = count;
  g_ptr_array_add (groups, group);
}

static void
add_change (GPtrArray      *changes,
            ActOutboxAction action,
            ActOutboxState  state)
{
  ActChange *change = act_change_new ();

  change->action = action;
  change->state = state;
  g_ptr_array_add (changes, change);
}

static void
test_unsent (void)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) act_pending_group_free);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) act_change_free);
  g_autofree char *none = NULL;
  g_autofree char *all = NULL;
  guint            n_changes = 9;

  add_change (changes, ACT_OUTBOX_CREATE_MAPPING, ACT_OUTBOX_DONE);
  none = act_loss_text_unsent (groups, changes, &n_changes);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpuint (n_changes, ==, 0);

  add_group (groups, ACT_PENDING_WAITING, 10);
  add_group (groups, ACT_PENDING_SIGN_IN, 1);
  add_group (groups, ACT_PENDING_LOST, 1);
  add_group (groups, ACT_PENDING_LOCAL, 1);
  add_group (groups, ACT_PENDING_REFUSED, 2);
  add_change (changes, ACT_OUTBOX_CREATE_MAPPING, ACT_OUTBOX_REFUSED);
  add_change (changes, ACT_OUTBOX_ENABLE, ACT_OUTBOX_READY);
  add_change (changes, ACT_OUTBOX_ENABLE, ACT_OUTBOX_UNKNOWN);
  add_change (changes, (ActOutboxAction) 77, ACT_OUTBOX_READY);
  all = act_loss_text_unsent (groups, changes, &n_changes);
  g_assert_cmpstr (all, ==,
                   "12 events marked as actioned, not sent yet\n"
                   "1 event marked on this device only\n"
                   "2 marks that the server refused\n"
                   "1 mapping to create\n"
                   "2 integrations to enable\n"
                   "1 other change");
  g_assert_cmpuint (n_changes, ==, 19);
}

static void
test_events (void)
{
  ActCounts        counts = { .open_by_kind = { 1 }, .all_by_kind = { 3 } };
  ActCounts        nothing = { 0 };
  g_autofree char *some = act_loss_text_events (&counts);
  g_autofree char *none = act_loss_text_events (&nothing);

  g_assert_true (g_str_has_prefix (some, "1 open event is on this computer"));
  g_assert_cmpstr (none, ==, "There are no events of it on this computer.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/loss-text/unsent", test_unsent);
  g_test_add_func ("/loss-text/events", test_events);

  return g_test_run ();
}
