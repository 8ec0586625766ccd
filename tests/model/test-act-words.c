/* Words: where they are parted, what they are compared as, and where they stand
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-words.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *words; /* inner ones behind "+", ideographs behind "*" */
} Sample;

static const Sample samples[] = {
  { "", "" },
  { " .,;-_/", "" },
  { "Bill 12", "bill 12" },
  { "integration.perform.error", "integration perform error" },
  { "snake_case-kebab", "snake case kebab" },
  { "INV001", "inv001" },
  { "camelCase", "camelcase +case" },
  { "camelCaseName", "camelcasename +casename +name" },
  { "HTTPServer", "httpserver +server" },
  { "HTTP", "http" },
  { "NetSuite", "netsuite +suite" },
  { "OAuth2Token", "oauth2token +auth2token +token" },
  { "don't", "don t" },
  { "12:30", "12 30" },
  { "Caf\xc3\xa9", "cafe" },
  { "Cafe\xcc\x81", "cafe" },
  { "STRASSE Stra\xc3\x9f"
    "e",
    "strasse strasse" },
  { "\xc3\x85ngstr\xc3\xb6m", "angstrom" },
  { "\xce\x9f\xce\x94\xce\x9f\xce\xa3 \xcf\x82", "\xce\xbf\xce\xb4\xce\xbf\xcf\x83 \xcf\x83" },
  { "\u0421\u0427\u0401\u0422 \u0451", "\u0441\u0447\u0435\u0442 \u0435" },
  { "\xef\xac\x81n", "fin" },
  { "\xc2\xbd", "1 2" },
  { "co\xc2\xadoperate", "cooperate" },
  { "\xef\xbc\xa1\xef\xbc\x91", "a1" },
  { "\xe8\xab\x8b\xe6\xb1\x82\xe6\x9b\xb8", "*\xe8\xab\x8b *\xe6\xb1\x82 *\xe6\x9b\xb8" },
  { "A\xe8\xab\x8b"
    "B",
    "a *\xe8\xab\x8b b" },
  { "\xe3\x82\xab\xe3\x83\xbc", "*\xe3\x82\xab *\xe3\x83\xbc" },
  { "\xe3\x81\x8c", "*\xe3\x81\x8b" },
  { "\xe3\x81\x8b\xe3\x82\x99", "*\xe3\x81\x8b" },
  { "\xed\x95\x9c", "*\xed\x95\x9c" },
  { "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "*\xed\x95\x9c" },
  { "a\xff"
    "b",
    "a b" },
  { "a\xe8\xab", "a" },
};

static gboolean
add_word (const ActWord *word,
          gpointer       user_data)
{
  g_string_append_printf (user_data, "%s%s%s", ((GString *) user_data)->len > 0 ? " " : "",
                          word->is_inner       ? "+"
                          : word->is_ideograph ? "*"
                                               : "",
                          word->text);

  return TRUE;
}

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);

      g_assert_true (act_words_foreach (samples[i].text, -1, add_word, found));
      g_assert_cmpstr (found->str, ==, samples[i].words);
    }
}

static gboolean
check_place (const ActWord *word,
             gpointer       user_data)
{
  static const char *const expected[] = { "Caf\xc3\xa9", "NetSuite", "Suite", "\xe8\xab\x8b" };
  const char              *text = ((gpointer *) user_data)[0];
  guint                   *n = ((gpointer *) user_data)[1];

  g_assert_cmpuint (*n, <, G_N_ELEMENTS (expected));
  g_assert_cmpmem (text + word->start, word->end - word->start, expected[*n],
                   strlen (expected[*n]));
  (*n)++;

  return TRUE;
}

static void
test_places (void)
{
  const char *text = "(Caf\xc3\xa9) NetSuite\xe8\xab\x8b";
  guint       n = 0;
  gpointer    data[] = { (gpointer) text, &n };

  act_words_foreach (text, -1, check_place, data);
  g_assert_cmpuint (n, ==, 4);
}

static gboolean
stop (const ActWord *word,
      gpointer       user_data)
{
  (*(guint *) user_data)++;

  return FALSE;
}

static void
test_stop (void)
{
  guint n = 0;

  g_assert_false (act_words_foreach ("camelCase and more", -1, stop, &n));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_split (void)
{
  g_auto (GStrv) words = act_words_split ("NetSuite refused caf\xc3\xa9");
  const char *expected[] = { "netsuite", "refused", "cafe", NULL };

  g_assert_cmpstrv (words, expected);
}

static gboolean
check_word (const ActWord *word,
            gpointer       user_data)
{
  gsize *size = user_data;
  g_auto (GStrv) again = NULL;

  g_assert_cmpuint (word->start, <, word->end);
  g_assert_cmpuint (word->end, <=, *size);
  g_assert_cmpuint (strlen (word->text), >, 0);
  g_assert_cmpuint (strlen (word->text), <=, ACT_WORD_MAX_LENGTH);
  g_assert_true (g_utf8_validate (word->text, -1, NULL));

  /* What is compared is compared as itself. */
  again = act_words_split (word->text);
  g_assert_cmpuint (g_strv_length (again), ==, 1);
  g_assert_cmpstr (again[0], ==, word->text);

  return TRUE;
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  gsize            size = 100000;

  act_words_foreach (text, -1, check_word, &size);
}

static void
test_any_bytes (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      gsize            size = (gsize) g_test_rand_int_range (0, 60);
      g_autofree char *text = g_malloc (size + 1);

      for (gsize i = 0; i < size; i++)
        text[i] = (char) g_test_rand_int_range (0, 256);
      text[size] = '\0';
      act_words_foreach (text, (gssize) size, check_word, &size);
    }
}

static void
test_any_characters (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gsize size = 0;

      for (guint i = 0; i < 12; i++)
        {
          gunichar c = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x3100 : 0x30000);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      size = text->len;
      act_words_foreach (text->str, -1, check_word, &size);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/samples", test_samples);
  g_test_add_func ("/words/places", test_places);
  g_test_add_func ("/words/stop", test_stop);
  g_test_add_func ("/words/split", test_split);
  g_test_add_func ("/words/long", test_long);
  g_test_add_func ("/words/any-bytes", test_any_bytes);
  g_test_add_func ("/words/any-characters", test_any_characters);

  return g_test_run ();
}
