/* What events lead to
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event.h"

static ActEvent *
make_event (const char *run_id,
            const char *entity_type,
            const char *entity_id,
            const char *account_id)
{
  ActEvent *event = act_event_new ();

  event->run_id = g_strdup (run_id);
  event->entity_type = g_strdup (entity_type);
  event->entity_id = g_strdup (entity_id);
  event->account_id = g_strdup (account_id);

  return event;
}

static void
test_names_run (void)
{
  static const struct
  {
    const char *run_id;
    const char *entity_type;
    const char *entity_id;
    const char *account_id;
    gboolean    names_run;
  } samples[] = {
    { "r", NULL, NULL, NULL, TRUE },
    { NULL, "Bill", "b", NULL, TRUE },
    { NULL, "Bill", NULL, NULL, FALSE },
    { NULL, NULL, "b", NULL, FALSE },
    { NULL, NULL, NULL, "a", FALSE },
    { NULL, NULL, NULL, NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ActEvent) event = make_event (samples[i].run_id, samples[i].entity_type,
                                               samples[i].entity_id, samples[i].account_id);

      g_assert_cmpint (act_event_names_run (event), ==, samples[i].names_run);
    }
}

static void
test_unmapped (void)
{
  static const struct
  {
    const char *entity_type;
    const char *entity_id;
    const char *account_id;
    const char *unmapped_type; /* (nullable): when the event does not say it */
    const char *unmapped_id;
  } samples[] = {
    { "Account", "a", "a", "Account", "a" },
    { "account", "a", NULL, "account", "a" },
    { "Bill", "b", "a", "Account", "a" },
    { "bill", "b", "a", "Account", "a" },
    { "Bill", "b", NULL, "Bill", "b" },
    { "Contract", "c", "a", "Contract", "c" },
    { "Contract", NULL, "a", "Account", "a" },
    { NULL, "x", "a", "Account", "a" },
    { NULL, NULL, "a", "Account", "a" },
    { NULL, "x", NULL, NULL, NULL },
    { "Bill", NULL, NULL, NULL, NULL },
    { NULL, NULL, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ActEvent) event = make_event ("r", samples[i].entity_type, samples[i].entity_id,
                                               samples[i].account_id);
      const char *type = NULL;
      const char *id = NULL;
      gboolean    is_said = act_event_get_unmapped (event, &type, &id);

      g_assert_cmpint (is_said, ==, samples[i].unmapped_type != NULL);
      if (is_said)
        {
          g_assert_cmpstr (type, ==, samples[i].unmapped_type);
          g_assert_cmpstr (id, ==, samples[i].unmapped_id);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event/names-run", test_names_run);
  g_test_add_func ("/event/unmapped", test_unmapped);

  return g_test_run ();
}
