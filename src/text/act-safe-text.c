/* Text from outside, made safe and honest to show
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-safe-text.h"

#include <string.h>

#define MAX_LINE  1000
#define MAX_BLOCK (1024 * 1024)
#define MAX_ID    256

typedef enum
{
  FORM_LINE,
  FORM_BLOCK,
  FORM_ID,
} Form;

/* Copies at most @max characters, and one more if there are more, so that the cut can be seen. */
static char *
repair (const char *text,
        gsize       max)
{
  gsize max_bytes = (MIN (max, G_MAXUINT32) + 1) * 4;
  gsize length = strnlen (text, max_bytes);

  return g_utf8_make_valid (text, (gssize) length);
}

/* These turn or hide what stands beside them. The joiners are left alone in running text, since
 * several scripts cannot be written without them. */
static gboolean
is_treacherous (gunichar c,
                Form     form)
{
  if (c == 0x00ad || c == 0x200c || c == 0x200d)
    return form == FORM_ID;
  if (form == FORM_ID && (g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_iszerowidth (c)))
    return TRUE;

  return act_safe_text_is_treacherous (c);
}

static void
append_character (GString *string,
                  gunichar c,
                  Form     form)
{
  if (form == FORM_BLOCK && (c == '\n' || c == '\t'))
    g_string_append_unichar (string, c);
  else if (form == FORM_LINE && (c == '\n' || c == '\r' || c == '\t'))
    g_string_append_c (string, ' ');
  else if (c < 0x20)
    g_string_append_unichar (string, 0x2400 + c); /* the control pictures */
  else if (c == 0x7f)
    g_string_append_unichar (string, 0x2421);
  else if (is_treacherous (c, form))
    g_string_append_printf (string, "[U+%04X]", c);
  else
    g_string_append_unichar (string, c);
}

static char *
make_safe (const char *text,
           Form        form,
           gsize       max)
{
  g_autofree char *valid = repair (text != NULL ? text : "", max);
  g_autoptr (GString) string = g_string_new (NULL);
  gsize n = 0;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      /* A carriage return before a line feed is no character of its own to anybody who reads. */
      if (c[0] == '\r' && c[1] == '\n' && form != FORM_ID)
        continue;
      if (n++ == max)
        {
          g_string_append (string, "…");
          break;
        }
      append_character (string, g_utf8_get_char (c), form);
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * act_safe_text_is_treacherous:
 * @c: a character
 *
 * Tells whether a character changes the direction or the look of the text around it without being
 * seen itself: direction marks, controls above ASCII, separators of lines, invisible characters.
 *
 * Returns: whether it is
 */
gboolean
act_safe_text_is_treacherous (gunichar c)
{
  return (c >= 0x80 && c < 0xa0) || c == 0x061c || c == 0x180e || c == 0x200b ||
         (c >= 0x200e && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
         (c >= 0xe0000 && c <= 0xe0fff);
}

/**
 * act_safe_text_line:
 * @text: (nullable): text from outside, perhaps not UTF-8
 *
 * Makes one line of a text: broken bytes become U+FFFD, line breaks and tabs a space, other control
 * characters and those that change the direction of writing can be seen. Cut after 1,000
 * characters, with an ellipsis.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
act_safe_text_line (const char *text)
{
  return make_safe (text, FORM_LINE, MAX_LINE);
}

/**
 * act_safe_text_block:
 * @text: (nullable): text from outside, perhaps not UTF-8
 *
 * As act_safe_text_line(), but line breaks and tabs stay, and it is cut after 1 Mi characters.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
act_safe_text_block (const char *text)
{
  return make_safe (text, FORM_BLOCK, MAX_BLOCK);
}

/**
 * act_safe_text_block_n:
 * @text: (nullable): text from outside, perhaps not UTF-8
 * @max: how many characters are let through
 *
 * As act_safe_text_block(), cut after @max characters.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
act_safe_text_block_n (const char *text,
                       gsize       max)
{
  return make_safe (text, FORM_BLOCK, max);
}

/**
 * act_safe_text_id:
 * @text: (nullable): an id or a name from outside, perhaps not UTF-8
 *
 * Makes an id fit to be shown and compared by eye: whatever cannot be seen is written out. Cut
 * after 256 characters.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
act_safe_text_id (const char *text)
{
  return make_safe (text, FORM_ID, MAX_ID);
}
