/* What a pasted block of environment variables says of a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-paste.h"

#include <string.h>

#define MAX_VALUE_LENGTH 4096

/* Ours go before those of the API's own tools, wherever they stand. */
static const char *const prefixes[] = { "M3TER_", "ACTIONED_" };

#define N_PREFIXES G_N_ELEMENTS (prefixes)

typedef struct
{
  const char *suffix;
  gsize       offset;
} Variable;

static const Variable variables[] = {
  { "BASE_URL", G_STRUCT_OFFSET (ActConnectionPaste, base_url) },
  { "ORG_ID", G_STRUCT_OFFSET (ActConnectionPaste, organisation_id) },
  { "API_KEY", G_STRUCT_OFFSET (ActConnectionPaste, key_id) },
  { "API_SECRET", G_STRUCT_OFFSET (ActConnectionPaste, secret) },
};

/* Where the reading stands. Everything lies between @at and @end, which is the end of a line. */
typedef struct
{
  const char          *at;
  const char          *end;
  ActConnectionPaste **found; /* one for each prefix */
  gboolean             is_block;
} Scanner;

static void
wipe (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
skip_any (Scanner    *self,
          const char *characters)
{
  while (self->at < self->end && strchr (characters, *self->at) != NULL)
    self->at++;
}

static gboolean
skip_word (Scanner    *self,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || g_ascii_strncasecmp (self->at, word, length) != 0)
    return FALSE;

  self->at += length;

  return TRUE;
}

/* Returns: (transfer full) (nullable): a name of a variable, if one and an equals sign are next */
static char *
scan_name (Scanner *self)
{
  const char      *start = NULL;
  g_autofree char *name = NULL;

  skip_any (self, " \t;");
  if (skip_word (self, "export ") || skip_word (self, "set "))
    skip_any (self, " \t");
  else
    skip_word (self, "$env:");

  start = self->at;
  while (self->at < self->end && (g_ascii_isalnum (*self->at) || *self->at == '_'))
    self->at++;
  name = g_strndup (start, (gsize) (self->at - start));

  skip_any (self, " \t");
  if (*name == '\0' || self->at == self->end || *self->at != '=')
    return NULL;

  self->at++;
  skip_any (self, " \t");

  return g_steal_pointer (&name);
}

/* In double quotes, a backslash before one of these is not meant as such, as in a shell. */
static gboolean
is_escape (Scanner *self,
           char     quote)
{
  return quote == '"' && *self->at == '\\' && self->at + 1 < self->end &&
         strchr ("\"\\$`", self->at[1]) != NULL;
}

static gsize
scan_quoted (Scanner *self,
             char     quote,
             char    *value)
{
  gsize length = 0;

  while (self->at < self->end && *self->at != quote)
    {
      if (is_escape (self, quote))
        self->at++;
      value[length++] = *self->at++;
    }

  /* What is not closed is not read to the end of who knows what. */
  if (self->at == self->end)
    return 0;

  self->at++;

  return length;
}

static gsize
scan_bare (Scanner *self,
           char    *value)
{
  gsize length = 0;

  while (self->at < self->end && strchr (" \t;", *self->at) == NULL)
    value[length++] = *self->at++;

  return length;
}

static gboolean
is_acceptable (const char *value)
{
  gsize length = strlen (value);

  if (length == 0 || length > MAX_VALUE_LENGTH)
    return FALSE;

  for (const char *c = value; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (c)))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full): the value, perhaps empty, to be wiped */
static char *
scan_value (Scanner *self)
{
  gsize room = (gsize) (self->end - self->at);
  char *value = g_malloc0 (room + 1);
  gsize length = 0;

  if (room > 0 && (*self->at == '"' || *self->at == '\''))
    {
      char quote = *self->at++;

      length = scan_quoted (self, quote, value);
    }
  else
    {
      length = scan_bare (self, value);
    }

  /* An unclosed quote may have left something. */
  explicit_bzero (value + length, room - length);

  return value;
}

static void
keep_value (Scanner    *self,
            const char *name,
            char       *value)
{
  for (gsize i = 0; i < N_PREFIXES; i++)
    {
      if (!g_str_has_prefix (name, prefixes[i]))
        continue;

      self->is_block = TRUE;
      for (gsize j = 0; j < G_N_ELEMENTS (variables); j++)
        {
          char **place = G_STRUCT_MEMBER_P (self->found[i], variables[j].offset);

          if (g_str_equal (name + strlen (prefixes[i]), variables[j].suffix) &&
              is_acceptable (value))
            {
              wipe (*place);
              *place = g_steal_pointer (&value);
              return;
            }
        }
    }

  wipe (value);
}

static void
scan_line (Scanner *self)
{
  while (self->at < self->end)
    {
      g_autofree char *name = scan_name (self);

      if (name == NULL)
        return;

      keep_value (self, name, scan_value (self));
    }
}

static ActConnectionPaste *
merge (ActConnectionPaste *found[N_PREFIXES])
{
  ActConnectionPaste *merged = g_steal_pointer (&found[0]);

  for (gsize i = 1; i < N_PREFIXES; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (variables); j++)
        {
          char **to = G_STRUCT_MEMBER_P (merged, variables[j].offset);
          char **from = G_STRUCT_MEMBER_P (found[i], variables[j].offset);

          if (*from == NULL)
            continue;

          wipe (*to);
          *to = g_steal_pointer (from);
        }
    }

  return merged;
}

/**
 * act_connection_paste_parse:
 * @text: a text from outside
 * @length: how many bytes it has
 *
 * Looks for lines such as `export M3TER_ORG_ID="…"`, as they are kept for the API's tools: with or
 * without `export`, quotes and comments, and with the prefix `M3TER_` or `ACTIONED_`, which goes first.
 * Of equal names the last one counts, and what is empty, too long or has control characters does not.
 * Any thread.
 *
 * Returns: (transfer full) (nullable): what was found, or %NULL if the text is no such block
 */
ActConnectionPaste *
act_connection_paste_parse (const char *text,
                            gsize       length)
{
  ActConnectionPaste *found[N_PREFIXES] = { NULL };
  ActConnectionPaste *merged = NULL;
  Scanner             self = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  if (length > ACT_CONNECTION_PASTE_MAX_LENGTH || !g_utf8_validate_len (text, length, NULL))
    return NULL;

  for (gsize i = 0; i < N_PREFIXES; i++)
    found[i] = g_new0 (ActConnectionPaste, 1);
  self.found = found;

  for (gsize start = 0; start < length;)
    {
      gsize n_bytes = 0;

      while (start + n_bytes < length && strchr ("\r\n", text[start + n_bytes]) == NULL)
        n_bytes++;
      self.at = text + start;
      self.end = self.at + n_bytes;
      scan_line (&self);
      start += n_bytes + 1;
    }

  merged = merge (found);
  for (gsize i = 0; i < N_PREFIXES; i++)
    act_connection_paste_free (found[i]);
  if (!self.is_block)
    g_clear_pointer (&merged, act_connection_paste_free);

  return merged;
}

/**
 * act_connection_paste_free:
 * @self: (transfer full) (nullable): what was found
 *
 * Wipes and frees it.
 */
void
act_connection_paste_free (ActConnectionPaste *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      char **place = G_STRUCT_MEMBER_P (self, variables[i].offset);

      wipe (*place);
    }
  g_free (self);
}
