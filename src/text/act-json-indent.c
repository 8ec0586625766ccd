/* Large JSON made fit for reading
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-indent.h"

#include <string.h>

#define INDENT    2
#define MAX_DEPTH 64
/* How many tokens go by between two looks at the cancellable. */
#define TOKENS_BETWEEN_LOOKS 4096

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_NAME,
  EXPECT_NAME_OR_END,
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expectation;

typedef struct
{
  const char *next;
  const char *end;
  GString    *out; /* (owned) */
  Expectation expectation;
  guint       depth;
  char        closers[MAX_DEPTH];
} Indenter;

static void
skip_space (Indenter *self)
{
  while (self->next < self->end && strchr (" \t\r\n", *self->next) != NULL && *self->next != '\0')
    self->next++;
}

static void
append_break (Indenter *self)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < INDENT * self->depth; i++)
    g_string_append_c (self->out, ' ');
}

/* After a value, what follows depends on what it is in. */
static void
end_value (Indenter *self)
{
  self->expectation = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static gboolean
take_string (Indenter *self)
{
  const char *c = self->next + 1;

  while (c < self->end && *c != '"')
    {
      if ((guchar) *c < 0x20)
        return FALSE;

      c += *c == '\\' ? 2 : 1;
    }

  if (c >= self->end)
    return FALSE;

  c++;
  g_string_append_len (self->out, self->next, c - self->next);
  self->next = c;

  return TRUE;
}

/* Numbers are let through as they are written, whether or not a parser would take them. */
static gboolean
take_word (Indenter *self)
{
  const char *c = self->next;
  gsize       length = 0;

  while (c < self->end && (g_ascii_isalnum (*c) || (*c != '\0' && strchr ("+-.", *c) != NULL)))
    c++;

  length = (gsize) (c - self->next);
  if (length == 0)
    return FALSE;
  if (g_ascii_isalpha (*self->next) &&
      !(length == 4 && strncmp (self->next, "true", length) == 0) &&
      !(length == 5 && strncmp (self->next, "false", length) == 0) &&
      !(length == 4 && strncmp (self->next, "null", length) == 0))
    return FALSE;

  g_string_append_len (self->out, self->next, (gssize) length);
  self->next = c;
  end_value (self);

  return TRUE;
}

static gboolean
open_bracket (Indenter *self)
{
  gboolean is_object = *self->next == '{';

  if (self->depth == MAX_DEPTH)
    return FALSE;

  g_string_append_c (self->out, *self->next++);
  self->closers[self->depth++] = is_object ? '}' : ']';
  self->expectation = is_object ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;

  skip_space (self);
  if (self->next < self->end && *self->next != self->closers[self->depth - 1])
    append_break (self);

  return TRUE;
}

static gboolean
close_bracket (Indenter *self)
{
  gboolean is_empty = self->expectation != EXPECT_COMMA_OR_END;

  if (self->depth == 0 || *self->next != self->closers[self->depth - 1])
    return FALSE;

  self->depth--;
  if (!is_empty)
    append_break (self);
  g_string_append_c (self->out, *self->next++);
  end_value (self);

  return TRUE;
}

static gboolean
take_value (Indenter *self)
{
  switch (*self->next)
    {
    case '{':
    case '[':
      return open_bracket (self);

    case '"':
      if (!take_string (self))
        return FALSE;
      end_value (self);
      return TRUE;

    default:
      return take_word (self);
    }
}

static gboolean
take_name (Indenter *self)
{
  self->expectation = EXPECT_COLON;

  return *self->next == '"' && take_string (self);
}

static gboolean
take_comma (Indenter *self)
{
  if (*self->next != ',')
    return FALSE;

  g_string_append_c (self->out, ',');
  append_break (self);
  self->next++;
  self->expectation = self->closers[self->depth - 1] == '}' ? EXPECT_NAME : EXPECT_VALUE;

  return TRUE;
}

static gboolean
take_colon (Indenter *self)
{
  if (*self->next != ':')
    return FALSE;

  g_string_append (self->out, ": ");
  self->next++;
  self->expectation = EXPECT_VALUE;

  return TRUE;
}

static gboolean
take_token (Indenter *self)
{
  gboolean closes = *self->next == '}' || *self->next == ']';

  switch (self->expectation)
    {
    case EXPECT_VALUE:
      return take_value (self);

    case EXPECT_VALUE_OR_END:
      return closes ? close_bracket (self) : take_value (self);

    case EXPECT_NAME:
      return take_name (self);

    case EXPECT_NAME_OR_END:
      return closes ? close_bracket (self) : take_name (self);

    case EXPECT_COLON:
      return take_colon (self);

    case EXPECT_COMMA_OR_END:
      return closes ? close_bracket (self) : take_comma (self);

    case EXPECT_NOTHING:
    default:
      return FALSE;
    }
}

/**
 * act_json_indent:
 * @json: a text, perhaps JSON; not necessarily ended by a zero
 * @length: its length in bytes
 * @max_length: the greatest length of the answer in bytes
 * @cancellable: (nullable): a #GCancellable
 *
 * Indents an object or an array and leaves its tokens as they are, in the order in which they came.
 * Needs no more memory than its answer. Any thread.
 *
 * Returns: (transfer full) (nullable): the indented text, or %NULL when it is no JSON, nested too
 *   deeply, too large, or when this was cancelled
 */
GBytes *
act_json_indent (const char   *json,
                 gsize         length,
                 gsize         max_length,
                 GCancellable *cancellable)
{
  g_autoptr (GString) out = NULL;
  Indenter self = { json, json + length, NULL, EXPECT_VALUE, 0, { 0 } };

  g_return_val_if_fail (json != NULL || length == 0, NULL);

  skip_space (&self);
  if (self.next == self.end || (*self.next != '{' && *self.next != '['))
    return NULL;

  out = g_string_sized_new (length + length / 4);
  self.out = out;

  for (guint n = 0; self.next < self.end; n++)
    {
      if (!take_token (&self) || out->len > max_length ||
          (n % TOKENS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (cancellable)))
        return NULL;

      skip_space (&self);
    }

  if (self.expectation != EXPECT_NOTHING)
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
