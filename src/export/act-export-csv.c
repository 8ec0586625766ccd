/* Events as lines of a table that spreadsheets read
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-export-csv.h"

#include "act-json-text.h"
#include "act-time.h"

#include <string.h>

/* The columns of docs/export.md, in the order in which they are written. They are named like the
 * members of the JSON form. New ones are added at the end. */
static const char *const columns[] = {
  "id",
  "eventName",
  "eventTime",
  "status",
  "dtActioned",
  "message",
  "destination",
  "integrationConfigId",
  "integrationName",
  "entityType",
  "entityId",
  "accountId",
  "accountName",
  "runId",
};

/* A spreadsheet takes what begins like this for a formula and runs it, at some also in their full
 * width, and behind spaces. */
static gboolean
looks_like_formula (const char *text)
{
  const char *c = text;
  gunichar    first = 0;

  while (*c != '\0' && (g_unichar_isspace (g_utf8_get_char (c)) || g_unichar_iscntrl (g_utf8_get_char (c))))
    c = g_utf8_next_char (c);
  first = g_utf8_get_char (c);

  return first == '=' || first == '+' || first == '-' || first == '@' || first == 0xff1d ||
         first == 0xff0b || first == 0xff0d || first == 0xff20;
}

static void
add_quoted (GString    *csv,
            const char *text)
{
  g_string_append_c (csv, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}

static void
add_field (GString    *csv,
           const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
  g_autofree char *guarded = looks_like_formula (valid) ? g_strconcat ("'", valid, NULL) : NULL;
  const char      *field = guarded != NULL ? guarded : valid;

  if (strpbrk (field, "\",\r\n\t") != NULL || *field == ' ' || g_str_has_suffix (field, " "))
    add_quoted (csv, field);
  else
    g_string_append (csv, field);
}

static char *
format_time (gint64 milliseconds)
{
  return milliseconds != ACT_TIME_UNKNOWN ? act_time_format_iso8601 (milliseconds) : NULL;
}

/**
 * act_export_csv_add_head:
 * @csv: where to add it
 *
 * Writes the names of the columns. Any thread.
 */
void
act_export_csv_add_head (GString *csv)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", columns[i]);
  g_string_append (csv, "\r\n");
}

/**
 * act_export_csv_add_record:
 * @csv: where to add it
 * @record: an event
 *
 * Writes an event as a line of RFC 4180. What would be taken for a formula gets an apostrophe before
 * it. Any thread.
 */
void
act_export_csv_add_record (GString              *csv,
                           const ActEventRecord *record)
{
  const ActEvent  *event = record->event;
  g_autofree char *time = format_time (event->time);
  g_autofree char *actioned = format_time (event->actioned_time);
  const char      *fields[] = {
         event->id,
         event->name,
         time,
         act_json_text_status (record->status),
         actioned,
         event->message,
         event->destination,
         event->configuration_id,
         record->integration_name,
         event->entity_type,
         event->entity_id,
         event->account_id,
         record->account_name,
         event->run_id,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (fields) == G_N_ELEMENTS (columns));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      add_field (csv, fields[i]);
    }
  g_string_append (csv, "\r\n");
}
