/* How a message is split into a shape and the words of its own
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-words.h"

#include "act-words.h"

static const char *const messages[] = {
  "Chargebee did not accept INV-00471 for Acme 2: the total 1,204.50 is wrong.",
  "401",
  "",
  "no number at all",
  "abc2Def camelCase x²",
  "第5回の東京都 한국어 2부",
  "\xff\xfe 7 bytes",
  "ünïcödé-3",
};

static void
test_parts (void)
{
  g_autofree char *shape = act_store_words_get_shape (messages[0]);
  g_autofree char *own = act_store_words_get_own (messages[0]);
  g_autofree char *plain = act_store_words_get_shape (messages[3]);
  g_autofree char *nothing = act_store_words_get_own (messages[3]);

  g_assert_cmpstr (shape, ==, "Chargebee did not accept INV-0 for Acme 0: the total 0,0.0 is wrong.");
  g_assert_cmpstr (own, ==, "00471 2 1 204 50");
  g_assert_cmpstr (plain, ==, messages[3]);
  g_assert_cmpstr (nothing, ==, "");
}

/* A shape has the words of its message at their places, and the others follow each other in what is left. */
static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *shape = act_store_words_get_shape (messages[i]);
      g_autofree char *own = act_store_words_get_own (messages[i]);
      g_auto (GStrv) all_words = act_words_split (messages[i]);
      g_auto (GStrv) shape_words = act_words_split (shape);
      g_auto (GStrv) own_words = act_words_split (own);
      guint n_own = 0;

      g_assert_cmpuint (g_strv_length (shape_words), ==, g_strv_length (all_words));
      for (guint word = 0; all_words[word] != NULL; word++)
        {
          if (act_store_words_is_own (all_words[word]))
            {
              g_assert_cmpstr (shape_words[word], ==, ACT_STORE_OWN_WORD);
              g_assert_cmpstr (own_words[n_own++], ==, all_words[word]);
            }
          else
            {
              g_assert_cmpstr (shape_words[word], ==, all_words[word]);
            }
        }
      g_assert_null (own_words[n_own]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/words/parts", test_parts);
  g_test_add_func ("/store/words/places", test_places);

  return g_test_run ();
}
