/* Which errors are one and the same fault
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-signature.h"

#include "act-cause-template.h"

#include <locale.h>
#include <string.h>

static char **
read_corpus (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "cause-messages.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return g_strsplit (text, "\n", -1);
}

static void G_GNUC_PRINTF (1, 2)
    fail (const char *format,
          ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_test_message ("%s", message);
  g_test_fail ();
}

/* All that stands together is equal, all that does not differs. */
static void
test_corpus (void)
{
  g_auto (GStrv) lines = read_corpus ();
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *current = NULL;
  const char      *first = NULL;
  guint            n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *template = NULL;

      if (lines[i][0] == '#')
        continue;
      if (lines[i][0] == '\0')
        {
          g_clear_pointer (&current, g_free);
          continue;
        }

      n_lines++;
      template = act_cause_signature_make_message (lines[i]);
      if (current != NULL)
        {
          if (strcmp (current, template) != 0)
            fail ("line %u is of another cause than line %s: \"%s\", \"%s\"", i + 1, first, template, current);
          continue;
        }

      first = g_hash_table_lookup (groups, template);
      if (first != NULL)
        fail ("line %u is of the same cause as \"%s\": \"%s\"", i + 1, first, template);
      first = lines[i];
      current = g_strdup (template);
      g_hash_table_insert (groups, g_steal_pointer (&template), lines[i]);
    }

  g_assert_cmpuint (n_lines, >, 100);
  g_assert_cmpuint (g_hash_table_size (groups), >, 60);
}

static ActEvent *
make_event (const char *name,
            const char *configuration_id,
            const char *destination,
            const char *message)
{
  ActEvent *event = act_event_new ();

  event->id = g_strdup ("e1");
  event->name = g_strdup (name);
  event->configuration_id = g_strdup (configuration_id);
  event->destination = g_strdup (destination);
  event->message = g_strdup (message);

  return event;
}

static void
assert_same (gboolean  same,
             ActEvent *one,
             ActEvent *other)
{
  g_autofree char *left = act_cause_signature_make (one);
  g_autofree char *right = act_cause_signature_make (other);

  g_assert_cmpuint (strlen (left), ==, 32);
  g_assert_cmpint (g_str_equal (left, right), ==, same);
  act_event_free (one);
  act_event_free (other);
}

/* The name of the event, the configuration, the destination only where there is no configuration. */
static void
test_fields (void)
{
  assert_same (TRUE, make_event ("n", "c", "d", "m 1"), make_event ("n", "c", "d", "m 2"));
  assert_same (TRUE, make_event ("n", "c", "d", "m"), make_event ("n", "c", "e", "m"));
  assert_same (TRUE, make_event ("n", NULL, "d", NULL), make_event ("n", NULL, "d", ""));
  assert_same (FALSE, make_event ("n", "c", "d", "m"), make_event ("o", "c", "d", "m"));
  assert_same (FALSE, make_event ("n", "c", "d", "m"), make_event ("n", "b", "d", "m"));
  assert_same (FALSE, make_event ("n", NULL, "d", "m"), make_event ("n", NULL, "e", "m"));
  assert_same (FALSE, make_event ("n", "d", NULL, "m"), make_event ("n", NULL, "d", "m"));
  assert_same (FALSE, make_event ("n", "c", "d", "m"), make_event ("n", "c", "d", "o"));
  assert_same (TRUE, make_event (NULL, NULL, NULL, NULL), make_event (NULL, NULL, NULL, NULL));
}

/* An id of the event is one whatever it looks like. */
static void
test_own_ids (void)
{
  ActEvent *one = make_event ("n", "c", NULL, "No customer for acme-corp, and acme-corporation");
  ActEvent *other = make_event ("n", "c", NULL, "No customer for foxglove, and acme-corporation");
  ActEvent *third = make_event ("n", "c", NULL, "No customer for foxglove, and acme-corporation");
  ActEvent *fourth = make_event ("n", "c", NULL, "No customer for acme-corp, and acme-corporation");

  one->entity_id = g_strdup ("acme-corp");
  other->account_id = g_strdup ("foxglove");
  assert_same (TRUE, one, other);
  assert_same (FALSE, third, fourth);
}

/* These are kept in stores: whoever changes what comes out raises ACT_CAUSE_SIGNATURE_VERSION. */
static void
test_stable (void)
{
  g_autoptr (ActEvent) event = make_event ("integration.perform.error", "c1", NULL,
                                           "Chargebee answered 503 Service Unavailable to Bill 104217 for \"Quillwort\"");
  g_autofree char *signature = act_cause_signature_make (event);
  g_autofree char *template = act_cause_signature_make_message (event->message);

  g_assert_cmpint (ACT_CAUSE_SIGNATURE_VERSION, ==, 1);
  g_assert_cmpstr (template, ==, "Chargebee answered 503 Service Unavailable to Bill # for #");
  g_assert_cmpstr (signature, ==, "98fa2ef7b5af0af072cb828ecb4dbc74");
}

static char *
repeat (const char *piece,
        gsize       length)
{
  GString *text = g_string_sized_new (length + strlen (piece));

  while (text->len < length)
    g_string_append (text, piece);

  return g_string_free (text, FALSE);
}

/* Whatever a message is, it is looked at once and only its beginning counts. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "\"",
    "'",
    "'a",
    "\"a ",
    "«",
    "„",
    "“”",
    "`",
    "((((",
    "{\"",
    "\\\"",
    "a@",
    "@",
    "a.b.",
    "1",
    "1,",
    "-",
    "#",
    "_",
    "a_1",
    "0x",
    "USD ",
    "Mar ",
    "code ",
    "code with ",
    "error: ",
    "error of the ",
    "\xff",
    "\xe2\x80",
    "\xf0\x9f\x98\x80",
    "\n",
    "\xe2\x80\x8b",
    "aB1",
    "a",
    "A",
    "f",
    "12-",
    "2026-03-04T05:06",
    "xxxxxxxx-xxxx-",
    "5 USD ",
    "\xd9\xa3",
    "$",
    "$5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *text = repeat (pieces[i], 2 * 1024 * 1024);
      g_autofree char *template = act_cause_signature_make_message (text);
      g_autofree char *again = act_cause_signature_make_message (text);

      g_assert_cmpuint (strlen (template), <=, ACT_CAUSE_TEMPLATE_MAX_LENGTH);
      g_assert_cmpstr (template, ==, again);
    }
}

/* Any piece of any message, cut anywhere, and with any byte changed: nothing is read that is not
 * there, and nothing gets longer. */
static void
test_random (void)
{
  g_auto (GStrv) lines = read_corpus ();
  guint n = g_strv_length (lines);

  for (guint i = 0; i < 20000; i++)
    {
      const char      *line = lines[g_test_rand_int_range (0, (int) n)];
      g_autofree char *copy = g_strdup (line);
      gsize            length = strlen (copy);
      g_autofree char *template = NULL;

      if (length == 0)
        continue;

      copy[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (1, 256);
      copy[g_test_rand_int_range (0, (int) length)] = "\"'#@_- 0aA{:$"[g_test_rand_int_range (0, 13)];
      copy[g_test_rand_int_range (1, (int) length + 1)] = '\0';
      template = act_cause_signature_make_message (copy + g_test_rand_int_range (0, (int) strlen (copy) + 1));
      g_assert_cmpuint (strlen (template), <=, strlen (copy));
    }
}

/* In Turkish, "I" is not the capital of "i". */
static void
test_locale (void)
{
  static const char *const locales[] = { "C", "tr_TR.UTF-8", "de_DE.UTF-8", "C.UTF-8" };
  g_autofree char         *expected = act_cause_signature_make_message ("STATUS 503, 1.234,50 €, INV0042, ERROR 17, Şirket");

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *template = NULL;

      if (setlocale (LC_ALL, locales[i]) == NULL)
        continue;
      template = act_cause_signature_make_message ("STATUS 503, 1.234,50 €, INV0042, ERROR 17, Şirket");
      g_assert_cmpstr (template, ==, expected);
    }

  g_assert_cmpstr (expected, ==, "STATUS 503, #, INV#, ERROR 17, Şirket");
  setlocale (LC_ALL, "C");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cause-signature/corpus", test_corpus);
  g_test_add_func ("/cause-signature/fields", test_fields);
  g_test_add_func ("/cause-signature/own-ids", test_own_ids);
  g_test_add_func ("/cause-signature/stable", test_stable);
  g_test_add_func ("/cause-signature/hostile", test_hostile);
  g_test_add_func ("/cause-signature/random", test_random);
  g_test_add_func ("/cause-signature/locale", test_locale);

  return g_test_run ();
}
