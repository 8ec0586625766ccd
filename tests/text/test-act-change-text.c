/* What came of changes that waited, in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-change-text.h"

static void
check (ActOutboxAction action,
       ActOutboxState  state,
       const char     *name,
       const char     *reason,
       const char     *expected_title,
       const char     *expected_reason)
{
  g_autoptr (ActChange) change = act_change_new ();
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  change->action = action;
  change->state = state;
  change->target = g_strdup ("c-1");
  change->reason = g_strdup (reason);
  title = act_change_text_title (change, name);
  words = act_change_text_reason (change);
  g_assert_cmpstr (title, ==, expected_title);
  g_assert_cmpstr (words, ==, expected_reason);
}

static void
test_mappings (void)
{
  check (ACT_OUTBOX_CREATE_MAPPING, ACT_OUTBOX_REFUSED, NULL, "POST: 422\nNo such table\x1b",
         "A mapping was refused", "The server said: No such table␛");
  check (ACT_OUTBOX_CREATE_MAPPING, ACT_OUTBOX_REFUSED, NULL, "POST: 422\n \n",
         "A mapping was refused", NULL);
  check (ACT_OUTBOX_CREATE_MAPPING, ACT_OUTBOX_REFUSED, "Account a\n→ S", NULL,
         "A mapping was refused: Account a → S", NULL);
  check (ACT_OUTBOX_CREATE_MAPPING, ACT_OUTBOX_UNSUPPORTED, NULL, NULL,
         "A mapping could not be created", NULL);
  check (ACT_OUTBOX_CREATE_MAPPING, ACT_OUTBOX_DONE, NULL, ACT_CHANGE_REASON_TWICE,
         "A mapping was created twice",
         "An answer of the server was lost, so it was sent twice. Delete one of the two.");
  check (ACT_OUTBOX_CREATE_MAPPING, ACT_OUTBOX_REFUSED, NULL, ACT_CHANGE_REASON_NOT_THERE,
         "A mapping was refused",
         "It was sent twice without an answer, and the server does not have it.");
}

static void
test_enabling (void)
{
  check (ACT_OUTBOX_ENABLE, ACT_OUTBOX_REFUSED, "Acme\nChargebee", ACT_CHANGE_REASON_CHANGED,
         "Acme Chargebee was changed meanwhile",
         "It is not any more what you saw, so it was left alone. Look at it again.");
  check (ACT_OUTBOX_ENABLE, ACT_OUTBOX_REFUSED, "Acme", ACT_CHANGE_REASON_STILL_DISABLED,
         "Acme was not enabled",
         "The server accepted it and still shows the integration as disabled.");
  check (ACT_OUTBOX_ENABLE, ACT_OUTBOX_REFUSED, NULL, "PUT: 403\nNo", "c-1 was not enabled",
         "The server said: No");
  check (ACT_OUTBOX_ENABLE, ACT_OUTBOX_DONE, "Acme", "Look", "Acme was enabled", "Look");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-text/mappings", test_mappings);
  g_test_add_func ("/change-text/enabling", test_enabling);

  return g_test_run ();
}
