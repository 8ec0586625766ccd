/* What commands print for scripts: a connection, and changes that wait
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-report.h"

#include "act-event.h"
#include "act-json-text.h"
#include "act-time.h"

#include <json-glib/json-glib.h>

/* What `action` and `state` are called for scripts; people get other words. */
static const char *const action_words[] = {
  [ACT_OUTBOX_MARK_ACTIONED] = "mark-actioned",
  [ACT_OUTBOX_CREATE_MAPPING] = "create-mapping",
  [ACT_OUTBOX_ENABLE] = "enable",
};

static const char *const state_words[] = {
  [ACT_OUTBOX_HELD] = "held",
  [ACT_OUTBOX_READY] = "ready",
  [ACT_OUTBOX_SENDING] = "sending",
  [ACT_OUTBOX_VERIFYING] = "verifying",
  [ACT_OUTBOX_DONE] = "done",
  [ACT_OUTBOX_REFUSED] = "refused",
  [ACT_OUTBOX_UNSUPPORTED] = "unsupported",
  [ACT_OUTBOX_UNKNOWN] = "unknown",
  [ACT_OUTBOX_WAITING_FOR_SIGN_IN] = "waiting-for-sign-in",
};

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  json_builder_set_member_name (builder, member);
  if (valid != NULL)
    json_builder_add_string_value (builder, valid);
  else
    json_builder_add_null_value (builder);
}

static void
add_time (JsonBuilder *builder,
          const char  *member,
          gint64       milliseconds)
{
  g_autofree char *text = NULL;

  if (milliseconds != ACT_TIME_UNKNOWN)
    text = act_time_format_iso8601 (milliseconds);
  add_text (builder, member, text);
}

static void
add_number (JsonBuilder *builder,
            const char  *member,
            guint        number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static char *
end (JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;

  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  json = json_to_string (node, FALSE);

  /* What would steer a terminal is written as escapes. */
  return act_json_text_compact (json);
}

static JsonBuilder *
begin (void)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);

  return builder;
}

/**
 * act_json_report_status:
 * @connection: a connection
 * @counts: what its store holds
 * @as_of: as of when, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @can_mark: whether the server has not refused marks altogether
 *
 * Writes how a connection stands as one line of JSON. Any thread.
 *
 * Returns: (transfer full): the text, without a line break
 */
char *
act_json_report_status (ActConnection   *connection,
                        const ActCounts *counts,
                        gint64           as_of,
                        gboolean         can_mark)
{
  g_autoptr (JsonBuilder) builder = begin ();

  add_text (builder, "connection", act_connection_get_name (connection));
  add_text (builder, "id", act_connection_get_id (connection));
  add_text (builder, "baseUrl", act_connection_get_base_url (connection));
  add_text (builder, "organizationId", act_connection_get_organisation_id (connection));
  add_time (builder, "asOf", as_of);
  add_number (builder, "open", act_counts_get_open (counts));
  add_number (builder, "events", act_counts_get_all (counts));
  add_number (builder, "waiting", counts->waiting);
  add_number (builder, "refused", counts->refused + counts->refused_changes);
  add_number (builder, "local", counts->local);
  json_builder_set_member_name (builder, "canMark");
  json_builder_add_boolean_value (builder, can_mark);

  return end (builder);
}

/**
 * act_json_report_mark:
 * @mark: a mark that the server has not confirmed
 *
 * Writes it as one line of JSON. Any thread.
 *
 * Returns: (transfer full): the text, without a line break
 */
char *
act_json_report_mark (const ActPendingMark *mark)
{
  g_autoptr (JsonBuilder) builder = begin ();

  add_text (builder, "action", act_json_report_action (ACT_OUTBOX_MARK_ACTIONED));
  add_text (builder, "target", mark->event_id);
  add_text (builder, "state", act_json_report_state (mark->state));
  add_text (builder, "message", mark->message);
  add_text (builder, "reason", mark->reason);

  return end (builder);
}

/**
 * act_json_report_change:
 * @change: another change that the server does not have
 *
 * Writes it as one line of JSON. Any thread.
 *
 * Returns: (transfer full): the text, without a line break
 */
char *
act_json_report_change (const ActChange *change)
{
  g_autoptr (JsonBuilder) builder = begin ();

  add_text (builder, "action", act_json_report_action (change->action));
  add_text (builder, "target", change->target);
  add_text (builder, "state", act_json_report_state (change->state));
  add_text (builder, "message", change->name);
  add_text (builder, "reason", change->reason);

  return end (builder);
}

/**
 * act_json_report_action:
 * @action: what is to be done
 *
 * Any thread.
 *
 * Returns: (transfer none): what that is called for scripts
 */
const char *
act_json_report_action (ActOutboxAction action)
{
  return (guint) action < G_N_ELEMENTS (action_words) ? action_words[action] : "unknown";
}

/**
 * act_json_report_state:
 * @state: how far a change got
 *
 * Any thread.
 *
 * Returns: (transfer none): what that is called for scripts
 */
const char *
act_json_report_state (ActOutboxState state)
{
  return (guint) state < G_N_ELEMENTS (state_words) ? state_words[state] : "unknown";
}
