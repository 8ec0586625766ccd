/* Rows that come into the store from a file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-port-rows.h"

#include "act-activity.h"
#include "act-event.h"
#include "act-store-activity-rows.h"
#include "act-store-event.h"
#include "act-store-imported-rows.h"
#include "act-store-outbox.h"
#include "act-time.h"

typedef struct
{
  GPtrArray     *rows;
  gboolean       only_count;
  ActPortCounts *counts;
  gint64         activity; /* whose items follow; 0 for one that is not imported */
} Import;

/* What the store knew of an event on another computer, as far as it is true here too: a mark that
 * is not confirmed is held apart. */
static ActEventStatus
get_status (const ActPortRow *row)
{
  ActEventStatus status = (ActEventStatus) row->numbers[ACT_PORT_EVENT_STATUS];

  switch (status)
    {
    case ACT_EVENT_STATUS_REFUSED:
    case ACT_EVENT_STATUS_PENDING:
    case ACT_EVENT_STATUS_LOCAL:
      return ACT_EVENT_STATUS_OPEN;

    case ACT_EVENT_STATUS_OPEN:
    case ACT_EVENT_STATUS_REOPENED:
    case ACT_EVENT_STATUS_OPEN_GONE:
    case ACT_EVENT_STATUS_ACTIONED:
    case ACT_EVENT_STATUS_ELSEWHERE:
    case ACT_EVENT_STATUS_ACTIONED_GONE:
    default:
      return status;
    }
}

static gint64
get_time (const ActPortRow *row,
          guint             field)
{
  return act_port_row_get_number (row, field, ACT_TIME_UNKNOWN);
}

static void
read_state (const ActPortRow *row,
            ActStoredState   *state)
{
  gboolean actioned;

  *state = (ActStoredState){ 0 };
  state->status = get_status (row);
  actioned = act_event_status_is_actioned (state->status);
  state->time = get_time (row, ACT_PORT_EVENT_TIME);
  state->first_seen = MIN (get_time (row, ACT_PORT_EVENT_FIRST_SEEN), act_time_now ());
  state->marked_at = actioned ? get_time (row, ACT_PORT_EVENT_MARKED_AT) : ACT_TIME_UNKNOWN;
  state->confirmed_at = actioned ? get_time (row, ACT_PORT_EVENT_CONFIRMED_AT) : ACT_TIME_UNKNOWN;
  state->actioned_time = actioned ? get_time (row, ACT_PORT_EVENT_ACTIONED_TIME) : ACT_TIME_UNKNOWN;
}

/* Its texts are the row's. */
static void
read_event (const ActPortRow *row,
            ActEvent         *event)
{
  *event = (ActEvent){
    .id = row->texts[ACT_PORT_EVENT_ID],
    .name = row->texts[ACT_PORT_EVENT_NAME],
    .time = get_time (row, ACT_PORT_EVENT_TIME),
    .actioned_time = get_time (row, ACT_PORT_EVENT_ACTIONED_TIME),
    .message = row->texts[ACT_PORT_EVENT_MESSAGE],
    .destination = row->texts[ACT_PORT_EVENT_DESTINATION],
    .destination_id = row->texts[ACT_PORT_EVENT_DESTINATION_ID],
    .configuration_id = row->texts[ACT_PORT_EVENT_CONFIGURATION_ID],
    .credentials_id = row->texts[ACT_PORT_EVENT_CREDENTIALS_ID],
    .entity_type = row->texts[ACT_PORT_EVENT_ENTITY_TYPE],
    .entity_id = row->texts[ACT_PORT_EVENT_ENTITY_ID],
    .account_id = row->texts[ACT_PORT_EVENT_ACCOUNT_ID],
    .run_id = row->texts[ACT_PORT_EVENT_RUN_ID],
    .payload = row->texts[ACT_PORT_EVENT_PAYLOAD],
  };
}

/* Whether a file knows that an event was actioned since, while it is open here and nothing of it
 * waits. One that was opened again here is so later than what was confirmed before. */
static gboolean
is_newer (ActStoreDatabase     *database,
          const char           *event_id,
          const ActStoredState *here,
          const ActStoredState *there,
          gboolean             *newer,
          GError              **error)
{
  ActStoreMark mark = { 0 };

  *newer = FALSE;
  if (act_event_status_is_actioned (here->status) || !act_event_status_is_actioned (there->status))
    return TRUE;

  if (here->status == ACT_EVENT_STATUS_REOPENED && there->confirmed_at <= here->confirmed_at)
    return TRUE;

  if (!act_store_outbox_find_mark (database, event_id, &mark, error))
    return FALSE;

  *newer = mark.id == 0;

  return TRUE;
}

static gboolean
update_state (ActStoreDatabase     *database,
              gint64                row_id,
              const ActStoredState *state,
              GError              **error)
{
  g_autoptr (ActStatement) update = act_store_database_prepare (
      database,
      "UPDATE state SET status = :status, marked_at = :marked_at, confirmed_at = :confirmed_at,"
      "    actioned_time = :actioned_time WHERE row_id = :row_id",
      error);

  if (update == NULL)
    return FALSE;

  act_statement_bind_int (update, ":status", state->status);
  act_statement_bind_time (update, ":marked_at", state->marked_at);
  act_statement_bind_time (update, ":confirmed_at", state->confirmed_at);
  act_statement_bind_time (update, ":actioned_time", state->actioned_time);
  act_statement_bind_int (update, ":row_id", row_id);

  return act_statement_run (update, error);
}

static gboolean
import_event (ActStoreDatabase *database,
              Import           *import,
              const ActPortRow *row,
              GError          **error)
{
  ActStoredState here;
  ActStoredState there;
  ActEvent       event;
  gboolean       newer = FALSE;

  read_event (row, &event);
  read_state (row, &there);
  if (!act_store_event_find (database, event.id, &here, error))
    return FALSE;

  if (here.row_id == 0)
    {
      import->counts->new_events++;
      return import->only_count || act_store_event_add (database, &event, &there, error);
    }

  if (!is_newer (database, event.id, &here, &there, &newer, error))
    return FALSE;

  if (newer)
    import->counts->newer_events++;
  else
    import->counts->known_events++;

  return !newer || import->only_count || update_state (database, here.row_id, &there, error);
}

/* A name that is known stays. */
static gboolean
import_name (ActStoreDatabase *database,
             Import           *import,
             const ActPortRow *row,
             GError          **error)
{
  g_autoptr (ActStatement) put = NULL;

  if (import->only_count)
    return TRUE;

  put = act_store_database_prepare (
      database,
      "INSERT INTO name (kind, id, name) VALUES (:kind, :id, :name)"
      "  ON CONFLICT (kind, id) DO UPDATE SET name = excluded.name WHERE name.name IS NULL",
      error);
  if (put == NULL)
    return FALSE;

  act_statement_bind_int (put, ":kind", row->numbers[ACT_PORT_NAME_KIND]);
  act_statement_bind_text (put, ":id", row->texts[ACT_PORT_NAME_ID]);
  act_statement_bind_text (put, ":name", row->texts[ACT_PORT_NAME_NAME]);

  return act_statement_run (put, error);
}

static gboolean
import_change (ActStoreDatabase *database,
               Import           *import,
               const ActPortRow *row,
               GError          **error)
{
  gboolean is_new = FALSE;

  if (!act_store_imported_rows_add (database, row, import->only_count, &is_new, error))
    return FALSE;

  if (is_new)
    import->counts->changes++;
  else
    import->counts->known_changes++;

  return TRUE;
}

static void
bind_search (ActStatement     *statement,
             const ActPortRow *row)
{
  const char *text = row->texts[ACT_PORT_SEARCH_TEXT];

  act_statement_bind_text (statement, ":name", row->texts[ACT_PORT_SEARCH_NAME]);
  act_statement_bind_text (statement, ":text", text != NULL ? text : "");
  act_statement_bind_int (statement, ":kinds", row->numbers[ACT_PORT_SEARCH_KINDS]);
  act_statement_bind_int (statement, ":include", row->numbers[ACT_PORT_SEARCH_INCLUDE_ACTIONED]);
}

/* Whether there is one of that name, or one that finds the same. */
static gboolean
has_search (ActStoreDatabase *database,
            const ActPortRow *row,
            gboolean         *has,
            GError          **error)
{
  g_autoptr (ActStatement) look = act_store_database_prepare (
      database,
      "SELECT EXISTS (SELECT 1 FROM search WHERE name = :name OR"
      "  (text = :text AND kinds = :kinds AND include_actioned = :include))",
      error);

  if (look == NULL)
    return FALSE;

  bind_search (look, row);
  if (act_statement_step (look, error) != SQLITE_ROW)
    return FALSE;

  *has = act_statement_get_int (look, 0) != 0;

  return TRUE;
}

static gboolean
import_search (ActStoreDatabase *database,
               Import           *import,
               const ActPortRow *row,
               GError          **error)
{
  gboolean has = FALSE;
  g_autoptr (ActStatement) add = NULL;

  if (!has_search (database, row, &has, error))
    return FALSE;

  if (has)
    return TRUE;

  import->counts->searches++;
  if (import->only_count)
    return TRUE;

  add = act_store_database_prepare (
      database,
      "INSERT INTO search (name, text, kinds, include_actioned)"
      "  VALUES (:name, :text, :kinds, :include)",
      error);
  if (add == NULL)
    return FALSE;

  bind_search (add, row);

  return act_statement_run (add, error);
}

/* One that was made here has its things in the outbox, and needs none from a file. */
static gboolean
find_activity (ActStoreDatabase *database,
               const ActPortRow *row,
               gint64           *number,
               gboolean         *is_own,
               GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT number, first_entry IS NOT NULL FROM activity"
      "  WHERE time = :time AND action = :action AND count = :count AND target IS :target LIMIT 1",
      error);
  int code;

  *number = 0;
  *is_own = FALSE;
  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":time", row->numbers[ACT_PORT_ACTIVITY_TIME]);
  act_statement_bind_int (find, ":action", row->numbers[ACT_PORT_ACTIVITY_ACTION]);
  act_statement_bind_int (find, ":count", row->numbers[ACT_PORT_ACTIVITY_COUNT]);
  act_statement_bind_text (find, ":target", row->texts[ACT_PORT_ACTIVITY_TARGET]);
  code = act_statement_step (find, error);
  if (code == SQLITE_ROW)
    {
      *number = act_statement_get_int (find, 0);
      *is_own = act_statement_get_int (find, 1) != 0;
    }

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
import_activity (ActStoreDatabase *database,
                 Import           *import,
                 const ActPortRow *row,
                 GError          **error)
{
  gboolean    is_own = FALSE;
  gint64      number = 0;
  ActActivity activity = {
    .time = row->numbers[ACT_PORT_ACTIVITY_TIME],
    .action = (ActActivityAction) row->numbers[ACT_PORT_ACTIVITY_ACTION],
    .count = (guint) row->numbers[ACT_PORT_ACTIVITY_COUNT],
    .target = row->texts[ACT_PORT_ACTIVITY_TARGET],
    .detail = row->texts[ACT_PORT_ACTIVITY_DETAIL],
  };

  import->activity = 0;
  if (!find_activity (database, row, &number, &is_own, error))
    return FALSE;

  if (number == 0 && !row->is_continued)
    import->counts->activities++;
  if (import->only_count || is_own)
    return TRUE;

  if (number == 0 && !act_store_activity_rows_add (database, &activity, 0, 0, &number, error))
    return FALSE;

  import->activity = number;

  return TRUE;
}

/* What waits there does not wait here: when it is sent from here, that is an activity of its own. */
static gboolean
import_item (ActStoreDatabase *database,
             Import           *import,
             const ActPortRow *row,
             GError          **error)
{
  const char     *id = row->texts[ACT_PORT_ITEM_ID];
  ActActivityItem item = {
    .id = (char *) (id != NULL ? id : ""),
    .result = (ActActivityResult) row->numbers[ACT_PORT_ITEM_RESULT],
    .reason = row->texts[ACT_PORT_ITEM_REASON],
  };

  return import->activity == 0 || item.result == ACT_ACTIVITY_WAITING ||
         act_store_activity_rows_add_item (database, import->activity, &item, error);
}

static gboolean
import_row (ActStoreDatabase *database,
            Import           *import,
            const ActPortRow *row,
            GError          **error)
{
  switch (row->type)
    {
    case ACT_PORT_NAME:
      return import_name (database, import, row, error);

    case ACT_PORT_EVENT:
      return import_event (database, import, row, error);

    case ACT_PORT_CHANGE:
      return import_change (database, import, row, error);

    case ACT_PORT_SEARCH:
      return import_search (database, import, row, error);

    case ACT_PORT_ACTIVITY:
      return import_activity (database, import, row, error);

    case ACT_PORT_ITEM:
    default:
      return import_item (database, import, row, error);
    }
}

static gboolean
import_rows (ActStoreDatabase *database,
             gpointer          data,
             GError          **error)
{
  Import *import = data;

  for (guint i = 0; i < import->rows->len; i++)
    {
      if (!import_row (database, import, g_ptr_array_index (import->rows, i), error))
        return FALSE;
    }

  if (!import->only_count)
    act_store_database_note_altered (database);

  return TRUE;
}

/**
 * act_store_port_rows_import:
 * @database: a connection; one that writes, unless it is only counted
 * @rows: (element-type ActPortRow): valid rows
 * @only_count: whether nothing is written
 * @counts: (out caller-allocates): return location for what came of them
 * @error: return location for an error
 *
 * Takes rows over, all of them or none. On the connection's thread.
 *
 * Returns: whether they are taken over
 */
gboolean
act_store_port_rows_import (ActStoreDatabase *database,
                            GPtrArray        *rows,
                            gboolean          only_count,
                            ActPortCounts    *counts,
                            GError          **error)
{
  Import import = { rows, only_count, counts, 0 };

  *counts = (ActPortCounts){ 0 };

  return only_count
             ? act_store_database_read (database, import_rows, &import, error)
             : act_store_database_transact (database, ACT_STORE_USER_CHANGE, import_rows, &import, error);
}
