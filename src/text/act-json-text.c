/* JSON for reading
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-text.h"

#include "act-json-grammar.h"
#include "act-safe-text.h"
#include "act-time.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define INDENT          2
#define MAX_JSON_LENGTH (1024 * 1024)
#define MAX_TEXT_LENGTH (4 * 1024 * 1024)

/* What `status` is called for scripts; people get other words. */
static const struct
{
  ActEventStatus status;
  const char    *word;
} status_words[] = {
  { ACT_EVENT_STATUS_OPEN, "open" },
  { ACT_EVENT_STATUS_REOPENED, "reopened" },
  { ACT_EVENT_STATUS_REFUSED, "refused" },
  { ACT_EVENT_STATUS_OPEN_GONE, "open-gone" },
  { ACT_EVENT_STATUS_PENDING, "pending" },
  { ACT_EVENT_STATUS_LOCAL, "local" },
  { ACT_EVENT_STATUS_ACTIONED, "actioned" },
  { ACT_EVENT_STATUS_ELSEWHERE, "actioned-elsewhere" },
  { ACT_EVENT_STATUS_ACTIONED_GONE, "actioned-gone" },
};

/* Returns what follows a string that begins with a quotation mark. */
static const char *
skip_string (const char *json)
{
  const char *c = json + 1;

  while (*c != '\0' && *c != '"')
    c += c[0] == '\\' && c[1] != '\0' ? 2 : 1;

  return *c == '"' ? c + 1 : c;
}

static gboolean
is_json (const char *json)
{
  return strnlen (json, MAX_JSON_LENGTH + 1) <= MAX_JSON_LENGTH && g_utf8_validate (json, -1, NULL) &&
         act_json_grammar_is_valid (json);
}

static void
append_break (GString *string,
              gsize    depth)
{
  g_string_append_c (string, '\n');
  for (gsize i = 0; i < INDENT * depth; i++)
    g_string_append_c (string, ' ');
}

/* Moves the tokens apart and leaves them as they are: a parser would lose digits of numbers, the
 * order of members and those that are there twice, and this is for looking at what was sent. */
static char *
indent (const char *json)
{
  g_autoptr (GString) string = g_string_new (NULL);
  gsize depth = 0;

  for (const char *c = json; *c != '\0' && string->len <= MAX_TEXT_LENGTH;)
    {
      const char *next = c + 1;
      gboolean    opens = *c == '{' || *c == '[';
      gboolean    closes = *c == '}' || *c == ']';

      if (*c == '"')
        next = skip_string (c);

      if (opens)
        {
          next += strspn (next, " \t\r\n");
          depth++;
          g_string_append_c (string, *c);
          if (*next != '}' && *next != ']')
            append_break (string, depth);
        }
      else if (closes)
        {
          char last = string->len > 0 ? string->str[string->len - 1] : '\0';

          depth -= depth > 0 ? 1 : 0;
          if (last != '{' && last != '[')
            append_break (string, depth);
          g_string_append_c (string, *c);
        }
      else if (*c == ',')
        {
          g_string_append_c (string, *c);
          append_break (string, depth);
        }
      else if (*c == ':')
        {
          g_string_append (string, ": ");
        }
      else if (!g_ascii_isspace (*c))
        {
          g_string_append_len (string, c, next - c);
        }

      c = next;
    }

  if (string->len > MAX_TEXT_LENGTH)
    return NULL;

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* What steers a terminal or ends a line has no place in a string of JSON, so it is escaped. */
static void
append_string (GString    *string,
               const char *start,
               const char *end)
{
  for (const char *c = start; c < end; c++)
    {
      if ((guchar) *c < 0x20)
        g_string_append_printf (string, "\\u%04x", (guint) *c);
      else
        g_string_append_c (string, *c);
    }
}

/* Beyond ASCII there is nothing outside of strings, where an escape means the same character. */
static char *
escape_treacherous (const char *json)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (const char *c = json; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == 0x7f || !act_safe_text_is_treacherous (character))
        g_string_append_unichar (string, character);
      else if (character < 0x10000)
        g_string_append_printf (string, "\\u%04x", character);
      else
        g_string_append_printf (string, "\\u%04x\\u%04x", 0xd800 + ((character - 0x10000) >> 10),
                                0xdc00 + ((character - 0x10000) & 0x3ff));
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
add_text (JsonObject *object,
          const char *member,
          const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    {
      json_object_set_null_member (object, member);
      return;
    }

  valid = g_utf8_make_valid (text, -1);
  json_object_set_string_member (object, member, valid);
}

static void
add_time (JsonObject *object,
          const char *member,
          gint64      milliseconds)
{
  g_autofree char *text = NULL;

  if (milliseconds != ACT_TIME_UNKNOWN)
    text = act_time_format_iso8601 (milliseconds);
  add_text (object, member, text);
}

/**
 * act_json_text_pretty:
 * @json: (nullable): JSON text from outside
 *
 * Indents JSON for reading and changes nothing else in it, but that characters which turn or hide
 * others are written as escapes. What is not JSON, or is too large or nested too deeply, is given
 * as it is, made safe.
 *
 * Returns: (transfer full): the text
 */
char *
act_json_text_pretty (const char *json)
{
  g_autofree char *indented = NULL;
  g_autofree char *escaped = NULL;

  if (json == NULL)
    return g_strdup ("");

  if (is_json (json))
    indented = indent (json);
  if (indented == NULL)
    return act_safe_text_block (json);

  escaped = escape_treacherous (indented);

  /* This alters nothing, unless something that is not JSON was let through. */
  return act_safe_text_block_n (escaped, MAX_TEXT_LENGTH);
}

/**
 * act_json_text_compact:
 * @json: (nullable): JSON text from outside
 *
 * Writes JSON on one line and changes nothing else in it, but that characters which turn or hide
 * others, or steer, are written as escapes. Any thread.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL for what is not JSON, or is too large or
 *   nested too deeply
 */
char *
act_json_text_compact (const char *json)
{
  g_autoptr (GString) string = NULL;

  if (json == NULL || !is_json (json))
    return NULL;

  string = g_string_sized_new (strlen (json));
  for (const char *c = json; *c != '\0';)
    {
      const char *next = *c == '"' ? skip_string (c) : c + 1;

      if (*c == '"')
        append_string (string, c, next);
      else if (!g_ascii_isspace (*c))
        g_string_append_c (string, *c);
      c = next;
    }

  return escape_treacherous (string->str);
}

/**
 * act_json_text_of_event:
 * @record: an event's record
 *
 * Writes an event as one line of JSON for scripts. What is not known is null; `dtActioned` is left
 * out of an open event.
 *
 * Returns: (transfer full): the text, without a line break
 */
char *
act_json_text_of_event (const ActEventRecord *record)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (ActEvent) none = NULL;
  g_autofree char *json = NULL;
  const ActEvent  *event = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  event = record->event;
  if (event == NULL)
    event = none = act_event_new ();

  object = json_object_new ();
  add_text (object, "id", event->id);
  add_text (object, "eventName", event->name);
  add_time (object, "eventTime", event->time);
  if (event->actioned_time != ACT_TIME_UNKNOWN)
    add_time (object, "dtActioned", event->actioned_time);
  add_text (object, "status", act_json_text_status (record->status));
  add_text (object, "message", event->message);
  add_text (object, "destination", event->destination);
  add_text (object, "integrationConfigId", event->configuration_id);
  add_text (object, "integrationName", record->integration_name);
  add_text (object, "entityType", event->entity_type);
  add_text (object, "entityId", event->entity_id);
  add_text (object, "accountId", event->account_id);
  add_text (object, "accountName", record->account_name);
  add_text (object, "runId", event->run_id);

  node = json_node_init_object (json_node_alloc (), object);
  json = json_to_string (node, FALSE);

  return escape_treacherous (json);
}

/**
 * act_json_text_of_whole_event:
 * @record: an event's record with its payload
 *
 * Writes an event as act_json_text_of_event() does, with one member more, `event`: the event as the
 * server sent it, with every digit as it was, or null if that is not known. Any thread.
 *
 * Returns: (transfer full): the text, without a line break
 */
char *
act_json_text_of_whole_event (const ActEventRecord *record)
{
  g_autofree char *json = NULL;
  g_autofree char *event = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  json = act_json_text_of_event (record);
  event = act_json_text_compact (record->event != NULL ? record->event->payload : NULL);
  json[strlen (json) - 1] = '\0';

  return g_strconcat (json, ",\"event\":", event != NULL ? event : "null", "}", NULL);
}

/**
 * act_json_text_status:
 * @status: where an event stands
 *
 * Any thread.
 *
 * Returns: (transfer none): what `status` is called for scripts; people get other words
 */
const char *
act_json_text_status (ActEventStatus status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (status_words); i++)
    {
      if (status_words[i].status == status)
        return status_words[i].word;
    }

  return "unknown";
}
