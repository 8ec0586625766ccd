/* What was not sent is named, and the rest of it counted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-unsent-text.h"
#include "act-unsent.h"

static void
add (GPtrArray *all, int action, const char *target, const char *label)
{
  ActUnsent *unsent = act_unsent_new ();

  unsent->action = (ActOutboxAction) action;
  unsent->target = g_strdup (target);
  unsent->label = g_strdup (label);
  g_ptr_array_add (all, unsent);
}

static void
test_names (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) act_unsent_free);
  g_autofree char *four = NULL;
  g_autofree char *seven = NULL;

  add (all, ACT_OUTBOX_MARK_ACTIONED, "e1", "No\nsuch <b>record</b>");
  add (all, ACT_OUTBOX_CREATE_MAPPING, "Bill/b1/NetSuite/Invoice", NULL);
  add (all, ACT_OUTBOX_ENABLE, "c1", NULL);
  add (all, 77, "x", NULL);
  four = act_unsent_text (all);
  g_assert_cmpstr (four, ==,
                   "Marked as actioned: No such <b>record</b>\n"
                   "Mapping: Bill/b1/NetSuite/Invoice\n"
                   "Integration to enable: c1\n"
                   "Change: x");

  for (guint i = 0; i < 3; i++)
    add (all, ACT_OUTBOX_MARK_ACTIONED, "e2", NULL);
  seven = act_unsent_text (all);
  g_assert_true (g_str_has_suffix (seven, "\nMarked as actioned: e2\nand 2 more"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/unsent-text/names", test_names);

  return g_test_run ();
}
