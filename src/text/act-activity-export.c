/* What was done from this computer, as a file for others
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-activity-export.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The names in the file are for programs, and are in no language. */
static const char *
get_action_name (ActActivityAction action)
{
  static const char *const names[] = {
    [ACT_ACTIVITY_MARK] = "mark",
    [ACT_ACTIVITY_CREATE_MAPPING] = "create-mapping",
    [ACT_ACTIVITY_ENABLE] = "enable",
    [ACT_ACTIVITY_TAKE_BACK] = "take-back",
    [ACT_ACTIVITY_CHANGE_MAPPING] = "change-mapping",
    [ACT_ACTIVITY_DELETE_MAPPING] = "delete-mapping",
    [ACT_ACTIVITY_CREATE_CREDENTIAL] = "create-credential",
    [ACT_ACTIVITY_LINK_CREDENTIAL] = "link-credential",
    [ACT_ACTIVITY_REPLAY] = "replay",
    [ACT_ACTIVITY_DISCARD] = "discard",
  };

  return (guint) action < G_N_ELEMENTS (names) ? names[action] : "other";
}

static const char *
get_result_name (ActActivityResult result)
{
  static const char *const names[] = {
    [ACT_ACTIVITY_WAITING] = "waiting",
    [ACT_ACTIVITY_CONFIRMED] = "confirmed",
    [ACT_ACTIVITY_REFUSED] = "refused",
    [ACT_ACTIVITY_LOCAL] = "local",
    [ACT_ACTIVITY_LOST] = "lost",
    [ACT_ACTIVITY_TAKEN_BACK] = "taken-back",
  };

  return (guint) result < G_N_ELEMENTS (names) ? names[result] : "other";
}

static char *
format_time (gint64 milliseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (milliseconds / 1000);
  g_autofree char *seconds = NULL;

  if (time == NULL)
    return g_strdup ("");

  seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, (int) (milliseconds % 1000));
}

/* A cell that begins like a formula is one to a spreadsheet, so it begins with a quote instead. */
static void
add_cell (GString    *text,
          const char *value,
          gboolean    is_last)
{
  g_string_append_c (text, '"');
  if (value != NULL && *value != '\0' && strchr ("=+-@\t\r", *value) != NULL)
    g_string_append_c (text, '\'');
  for (const char *p = value; p != NULL && *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append (text, is_last ? "\"\r\n" : "\",");
}

static char *
join_ids (GPtrArray *items)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const ActActivityItem *item = g_ptr_array_index (items, i);

      if (i > 0)
        g_string_append_c (ids, ' ');
      g_string_append (ids, item->id);
    }

  return g_string_free (ids, FALSE);
}

static void
add_csv (GString           *text,
         const char        *connection,
         const ActActivity *activity,
         GPtrArray         *items)
{
  g_autofree char *time = format_time (activity->time);
  g_autofree char *ids = join_ids (items);

  add_cell (text, time, FALSE);
  add_cell (text, connection, FALSE);
  add_cell (text, get_action_name (activity->action), FALSE);
  g_string_append_printf (text, "%" G_GINT64_FORMAT ",%u,", activity->number, activity->count);
  for (guint i = 0; i < ACT_N_ACTIVITY_RESULTS; i++)
    g_string_append_printf (text, "%u,", activity->results[i]);
  add_cell (text, activity->target, FALSE);
  add_cell (text, activity->detail, FALSE);
  add_cell (text, activity->reason, FALSE);
  add_cell (text, ids, TRUE);
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_items (JsonBuilder *builder,
           GPtrArray   *items)
{
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      const ActActivityItem *item = g_ptr_array_index (items, i);

      json_builder_begin_object (builder);
      add_member (builder, "id", item->id);
      add_member (builder, "result", get_result_name (item->result));
      add_member (builder, "reason", item->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_json (GString           *text,
          const char        *connection,
          const ActActivity *activity,
          GPtrArray         *items)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *time = format_time (activity->time);
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  add_member (builder, "time", time);
  add_member (builder, "connection", connection);
  add_member (builder, "action", get_action_name (activity->action));
  add_number (builder, "number", activity->number);
  add_number (builder, "count", activity->count);
  for (guint i = 0; i < ACT_N_ACTIVITY_RESULTS; i++)
    add_number (builder, get_result_name ((ActActivityResult) i), activity->results[i]);
  add_member (builder, "target", activity->target);
  add_member (builder, "detail", activity->detail);
  add_member (builder, "reason", activity->reason);
  add_items (builder, items);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  g_string_append (text, line);
  g_string_append_c (text, '\n');
}

/**
 * act_activity_export_begin:
 * @text: what the file will have
 * @format: of the file
 *
 * Adds what stands before the first activity. Any thread.
 */
void
act_activity_export_begin (GString          *text,
                           ActActivityFormat format)
{
  g_return_if_fail (text != NULL);

  if (format != ACT_ACTIVITY_CSV)
    return;

  g_string_append (text, "time,connection,action,number,count,");
  for (guint i = 0; i < ACT_N_ACTIVITY_RESULTS; i++)
    g_string_append_printf (text, "%s,", get_result_name ((ActActivityResult) i));
  g_string_append (text, "target,detail,reason,ids\r\n");
}

/**
 * act_activity_export_add:
 * @text: what the file will have
 * @format: of the file
 * @connection: what the connection is called
 * @activity: an activity
 * @items: (element-type ActActivityItem): what it was about
 *
 * Adds an activity. Nothing in it is in words of a language. Any thread.
 */
void
act_activity_export_add (GString           *text,
                         ActActivityFormat  format,
                         const char        *connection,
                         const ActActivity *activity,
                         GPtrArray         *items)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (activity != NULL);
  g_return_if_fail (items != NULL);

  if (format == ACT_ACTIVITY_CSV)
    add_csv (text, connection, activity, items);
  else
    add_json (text, connection, activity, items);
}
