/* JSON objects without anything inside them: the lines of a store's file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-port-json.h"

#include "act-port-error.h"

#include <string.h>

/* More names than any version will have. */
#define MAX_MEMBERS 100

typedef struct
{
  char  *text; /* (nullable): %NULL for a number */
  gint64 number;
} Value;

struct _ActPortObject
{
  GHashTable *values; /* (owned) (element-type utf8 Value) */
};

typedef struct
{
  const char *at;
  const char *end;
} Scanner;

static void
free_value (gpointer data)
{
  Value *value = data;

  g_free (value->text);
  g_free (value);
}

static void
skip_blanks (Scanner *scanner)
{
  while (scanner->at < scanner->end && strchr (" \t\r\n", *scanner->at) != NULL && *scanner->at != '\0')
    scanner->at++;
}

static gboolean
take (Scanner *scanner,
      char     c)
{
  skip_blanks (scanner);
  if (scanner->at >= scanner->end || *scanner->at != c)
    return FALSE;

  scanner->at++;

  return TRUE;
}

static gboolean
take_word (Scanner    *scanner,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scanner->end - scanner->at) < length || strncmp (scanner->at, word, length) != 0)
    return FALSE;

  scanner->at += length;

  return TRUE;
}

static gboolean
read_unit (Scanner *scanner,
           guint   *unit)
{
  *unit = 0;
  if (scanner->end - scanner->at < 4)
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*scanner->at++);

      if (digit < 0)
        return FALSE;
      *unit = *unit * 16 + (guint) digit;
    }

  return TRUE;
}

/* Behind a backslash and a u. Half a pair and the character 0 are in no text of ours. */
static gboolean
read_character (Scanner *scanner,
                GString *text)
{
  guint unit = 0;
  guint second = 0;

  if (!read_unit (scanner, &unit) || unit == 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return FALSE;

  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (!take_word (scanner, "\\u") || !read_unit (scanner, &second) || second < 0xdc00 ||
          second > 0xdfff)
        return FALSE;
      unit = 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
    }

  g_string_append_unichar (text, unit);

  return TRUE;
}

static gboolean
read_escape (Scanner *scanner,
             GString *text)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char characters[] = "\"\\/\b\f\n\r\t";
  const char       *found = NULL;
  char              c;

  if (scanner->at >= scanner->end)
    return FALSE;

  c = *scanner->at++;
  if (c == 'u')
    return read_character (scanner, text);

  found = c != '\0' ? strchr (escapes, c) : NULL;
  if (found == NULL)
    return FALSE;

  g_string_append_c (text, characters[found - escapes]);

  return TRUE;
}

/* Behind the quotation mark. */
static char *
read_text (Scanner *scanner)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (scanner->at < scanner->end)
    {
      const char *from = scanner->at;

      while (scanner->at < scanner->end && *scanner->at != '"' && *scanner->at != '\\' &&
             (guchar) *scanner->at >= 0x20)
        scanner->at++;
      g_string_append_len (text, from, scanner->at - from);
      if (scanner->at >= scanner->end)
        return NULL;

      if (*scanner->at == '"')
        {
          scanner->at++;
          return g_string_free (g_steal_pointer (&text), FALSE);
        }

      if (*scanner->at++ != '\\' || !read_escape (scanner, text))
        return NULL;
    }

  return NULL;
}

static gboolean
read_number (Scanner *scanner,
             gint64  *number)
{
  g_autofree char *digits = NULL;
  const char      *from = scanner->at;

  if (scanner->at < scanner->end && *scanner->at == '-')
    scanner->at++;
  while (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    scanner->at++;

  digits = g_strndup (from, scanner->at - from);

  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, number, NULL);
}

/* Nothing is kept of null, true and false. */
static gboolean
read_value (Scanner *scanner,
            Value  **value)
{
  g_autofree Value *taken = g_new0 (Value, 1);

  *value = NULL;
  if (take (scanner, '"'))
    {
      taken->text = read_text (scanner);
      if (taken->text == NULL)
        return FALSE;
    }
  else if (take_word (scanner, "null") || take_word (scanner, "true") || take_word (scanner, "false"))
    return TRUE;
  else if (!read_number (scanner, &taken->number))
    return FALSE;

  *value = g_steal_pointer (&taken);

  return TRUE;
}

static gboolean
read_member (Scanner    *scanner,
             GHashTable *values)
{
  g_autofree char *name = NULL;
  Value           *value = NULL;

  name = take (scanner, '"') ? read_text (scanner) : NULL;
  if (name == NULL || !take (scanner, ':') || g_hash_table_contains (values, name) ||
      g_hash_table_size (values) >= MAX_MEMBERS || !read_value (scanner, &value))
    return FALSE;

  if (value != NULL)
    g_hash_table_insert (values, g_steal_pointer (&name), value);

  return TRUE;
}

static gboolean
read_object (Scanner    *scanner,
             GHashTable *values)
{
  if (!take (scanner, '{'))
    return FALSE;

  if (take (scanner, '}'))
    return TRUE;

  do
    {
      if (!read_member (scanner, values))
        return FALSE;
    }
  while (take (scanner, ','));

  return take (scanner, '}');
}

/**
 * act_port_object_parse:
 * @text: a line
 * @length: its length in bytes
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the object; %ACT_PORT_ERROR_DAMAGED if it is none, or has
 *   something else in it than texts and whole numbers
 */
ActPortObject *
act_port_object_parse (const char *text,
                       gsize       length,
                       GError    **error)
{
  g_autoptr (ActPortObject) self = g_new0 (ActPortObject, 1);
  Scanner scanner = { text, text + length };

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
  if (g_utf8_validate_len (text, length, NULL) && read_object (&scanner, self->values))
    {
      skip_blanks (&scanner);
      if (scanner.at == scanner.end)
        return g_steal_pointer (&self);
    }

  g_set_error_literal (error, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED, "It is no object");

  return NULL;
}

/**
 * act_port_object_free:
 * @self: (transfer full) (nullable): an object
 *
 * Frees an object.
 */
void
act_port_object_free (ActPortObject *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->values);
  g_free (self);
}

/**
 * act_port_object_get_text:
 * @self: an object
 * @name: a name
 *
 * Returns: (nullable): the text, if there is one of this name
 */
const char *
act_port_object_get_text (const ActPortObject *self,
                          const char          *name)
{
  const Value *value = g_hash_table_lookup (self->values, name);

  return value != NULL ? value->text : NULL;
}

/**
 * act_port_object_get_number:
 * @self: an object
 * @name: a name
 * @number: (out): return location for the number
 *
 * Returns: whether there is a number of this name
 */
gboolean
act_port_object_get_number (const ActPortObject *self,
                            const char          *name,
                            gint64              *number)
{
  const Value *value = g_hash_table_lookup (self->values, name);

  *number = value != NULL ? value->number : 0;

  return value != NULL && value->text == NULL;
}

static void
append_text (GString    *json,
             const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (json, "\\%c", *c);
      else if ((guchar) *c < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *c);
      else
        g_string_append_c (json, *c);
    }
  g_string_append_c (json, '"');
}

/**
 * act_port_json_begin:
 * @json: what is written to
 * @type: what the line is about
 *
 * Begins a line.
 */
void
act_port_json_begin (GString    *json,
                     const char *type)
{
  g_string_append (json, "{\"type\":");
  append_text (json, type);
}

/**
 * act_port_json_add_text:
 * @json: what is written to
 * @name: the name of a member
 * @text: (nullable): its text; nothing is written for %NULL
 *
 * Adds a text to the line.
 */
void
act_port_json_add_text (GString    *json,
                        const char *name,
                        const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (json, ",\"%s\":", name);
  append_text (json, text);
}

/**
 * act_port_json_add_number:
 * @json: what is written to
 * @name: the name of a member
 * @number: its number
 *
 * Adds a number to the line.
 */
void
act_port_json_add_number (GString    *json,
                          const char *name,
                          gint64      number)
{
  g_string_append_printf (json, ",\"%s\":%" G_GINT64_FORMAT, name, number);
}

/**
 * act_port_json_end:
 * @json: what is written to
 *
 * Ends the line.
 */
void
act_port_json_end (GString *json)
{
  g_string_append (json, "}\n");
}
