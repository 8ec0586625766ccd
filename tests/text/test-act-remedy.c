/* What a message tells to do, and what only looks as if it did
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-remedy.h"

static const struct
{
  const char *message;
  const char *remedy;
} samples[] = {
  { NULL, NULL },
  { "", NULL },
  { "Check the account.", NULL },
  { "Bill 4711 was refused.", NULL },
  { "Bill 4711 was refused. Check the account's currency.", "Check the account's currency." },
  { "Refused. Check the currency. Then run it again.", "Check the currency. Then run it again." },
  { "Refused. The currency is USD. Please use EUR", "Please use EUR" },
  { "No customer!\n\nAdd a mapping for it.\nRequest id 5", "Add a mapping for it." },
  { "No customer? Make sure that it exists.", "Make sure that it exists." },
  { "Refused. Ensure it exists.  ", "Ensure it exists." },
  { "Disabled. Re-enable the integration.", "Re-enable the integration." },
  { "Refused. Map account A-17 first.", "Map account A-17 first." },
  { "HTTP 500. Update failed with code 7.", NULL },
  { "HTTP 500. Update of the bill failed.", NULL },
  { "HTTP 500. Contact not found.", NULL },
  { "HTTP 500. Create request rejected.", NULL },
  { "HTTP 500. Set is empty.", NULL },
  { "HTTP 500. Map: missing", NULL },
  { "HTTP 500. Open", NULL },
  { "HTTP 500. Run 4711 ended early.", NULL },
  { "HTTP 500. Ask those who run the receiver.", "Ask those who run the receiver." },
  { "HTTP 500. Look at the status page.", "Look at the status page." },
  { "HTTP 500. check the log", NULL },
  { "HTTP 500. Checked the log.", NULL },
  { "Version 1.2.Check the log", NULL },
  { "ends with a full stop. ", NULL },
  { "...! ?! . \n\n", NULL },
};

static void
test_samples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *remedy = act_remedy_find (samples[i].message);
      g_autofree char *shown = g_strescape (samples[i].message != NULL ? samples[i].message : "", NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (remedy, ==, samples[i].remedy);
    }
}

static void
test_long_message (void)
{
  g_autoptr (GString) message = g_string_new (NULL);
  g_autofree char *remedy = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append (message, "Update failed. ");
  remedy = act_remedy_find (message->str);
  g_assert_null (remedy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/remedy/samples", test_samples);
  g_test_add_func ("/remedy/long-message", test_long_message);

  return g_test_run ();
}
