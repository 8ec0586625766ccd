/* Text from outside: what is repaired, what can be seen, where it is cut
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-safe-text.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *line;
  const char *block;
  const char *id;
} Sample;

static const Sample samples[] = {
  { NULL, "", "", "" },
  { "", "", "", "" },
  { "plain & <b>", "plain & <b>", "plain & <b>", "plain & <b>" },
  { "Grüße · 你好 😀", "Grüße · 你好 😀", "Grüße · 你好 😀", "Grüße · 你好 😀" },
  { "a\nb\tc", "a b c", "a\nb\tc", "a␊b␉c" },
  { "a\r\nb", "a b", "a\nb", "a␍␊b" },
  { "a\rb", "a b", "a␍b", "a␍b" },
  { "a\x1b[31mb", "a␛[31mb", "a␛[31mb", "a␛[31mb" },
  { "a\x7f\x01", "a␡␁", "a␡␁", "a␡␁" },
  { "a\xff"
    "b\xc3",
    "a�b�", "a�b�", "a�b�" },
  { "\xed\xa0\x80", "���", "���", "���" },
  { "\xc0\x80", "��", "��", "��" },
  { "a\u202eb", "a[U+202E]b", "a[U+202E]b", "a[U+202E]b" },
  { "a\u2066b\u2069", "a[U+2066]b[U+2069]", "a[U+2066]b[U+2069]", "a[U+2066]b[U+2069]" },
  { "a\u200fb", "a[U+200F]b", "a[U+200F]b", "a[U+200F]b" },
  { "a\u2028b", "a[U+2028]b", "a[U+2028]b", "a[U+2028]b" },
  { "a\302\205b", "a[U+0085]b", "a[U+0085]b", "a[U+0085]b" },
  { "\ufeffa", "[U+FEFF]a", "[U+FEFF]a", "[U+FEFF]a" },
  { "a\u200bb", "a[U+200B]b", "a[U+200B]b", "a[U+200B]b" },
  { "a\U000e0041", "a[U+E0041]", "a[U+E0041]", "a[U+E0041]" },
  { "می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم", "می[U+200C]خواهم" },
  { "👩\u200d🚀", "👩\u200d🚀", "👩\u200d🚀", "👩[U+200D]🚀" },
};

static void
test_samples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *line = act_safe_text_line (samples[i].text);
      g_autofree char *block = act_safe_text_block (samples[i].text);
      g_autofree char *id = act_safe_text_id (samples[i].text);

      g_assert_cmpstr (line, ==, samples[i].line);
      g_assert_cmpstr (block, ==, samples[i].block);
      g_assert_cmpstr (id, ==, samples[i].id);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *line = NULL;
  g_autofree char *block = NULL;
  g_autofree char *id = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *uncut = NULL;
  g_autofree char *nothing = NULL;

  for (int i = 0; i < 1500 * 1000; i++)
    g_string_append (text, "ü");

  line = act_safe_text_line (text->str);
  g_assert_cmpint (g_utf8_strlen (line, -1), ==, 1001);
  g_assert_true (g_str_has_suffix (line, "ü…"));
  block = act_safe_text_block (text->str);
  g_assert_cmpint (g_utf8_strlen (block, -1), ==, 1024 * 1024 + 1);
  id = act_safe_text_id (text->str);
  g_assert_cmpint (g_utf8_strlen (id, -1), ==, 257);

  g_string_truncate (text, 2 * 1000);
  exact = act_safe_text_line (text->str);
  g_assert_cmpstr (exact, ==, text->str);
  uncut = act_safe_text_block_n (text->str, G_MAXSIZE);
  g_assert_cmpstr (uncut, ==, text->str);
  nothing = act_safe_text_block_n (text->str, 0);
  g_assert_cmpstr (nothing, ==, "…");
}

/* Whatever comes in, what goes out is UTF-8 and of one line. */
static void
test_random (void)
{
  for (int round = 0; round < 3000; round++)
    {
      char             text[64] = { 0 };
      g_autofree char *line = NULL;
      g_autofree char *block = NULL;
      g_autofree char *id = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (text) - 1; i++)
        text[i] = (char) g_test_rand_int_range (1, 256);

      line = act_safe_text_line (text);
      block = act_safe_text_block (text);
      id = act_safe_text_id (text);
      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_assert_true (g_utf8_validate (block, -1, NULL));
      g_assert_true (g_utf8_validate (id, -1, NULL));
      g_assert_null (strpbrk (line, "\n\r\t"));
      g_assert_null (strpbrk (block, "\r\x1b"));
      g_assert_null (strpbrk (id, "\n\r\t\x1b"));
      for (const char *c = block; *c != '\0'; c = g_utf8_next_char (c))
        g_assert_false (act_safe_text_is_treacherous (g_utf8_get_char (c)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safe-text/samples", test_samples);
  g_test_add_func ("/safe-text/limits", test_limits);
  g_test_add_func ("/safe-text/random", test_random);

  return g_test_run ();
}
