/* Reads records
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-records.h"

#include "act-store-error.h"
#include "act-store-payload.h"

/* The payload stands last, and comes only where it was asked for. */
#define RECORD_SQL(payload)                                                          \
  "SELECT event.id, event.time, event.message, event.destination_id,"                \
  "       event.credentials_id, event.entity_type, event.entity_id, event.run_id,"   \
  "       iif (mark_due.row_id IS NULL, state.status, 8), state.kind,"               \
  "       state.first_seen, coalesce (mark_due.marked_at, state.marked_at),"         \
  "       state.actioned_time, event_name.text, destination.text, configuration.id," \
  "       nullif (configuration.name, ''), account.id, nullif (account.name, ''),"   \
  "       (SELECT reason FROM outbox"                                                \
  "          WHERE outbox.row_id = event.row_id AND outbox.state = 5), " payload     \
  "  FROM event"                                                                     \
  "  JOIN state ON state.row_id = event.row_id"                                      \
  "  LEFT JOIN mark_due ON mark_due.row_id = state.row_id"                           \
  "  LEFT JOIN text AS event_name ON event_name.number = state.name"                 \
  "  LEFT JOIN text AS destination ON destination.number = state.destination"        \
  "  LEFT JOIN name AS configuration ON configuration.number = state.configuration"  \
  "  LEFT JOIN name AS account ON account.number = state.account"                    \
  "  WHERE event.row_id = :row_id"

typedef struct
{
  GArray     *row_ids;
  const char *sql;
  GPtrArray  *records;
} Load;

static ActEventStatus
get_status (ActStatement *row,
            int           column)
{
  gint64 value = act_statement_get_int (row, column);

  if (value < 0 || value > G_MAXINT || !act_event_status_is_known ((int) value))
    return value < ACT_EVENT_STATUS_FIRST_ACTIONED ? ACT_EVENT_STATUS_OPEN
                                                   : ACT_EVENT_STATUS_ELSEWHERE;

  return (ActEventStatus) value;
}

static ActEventKind
get_kind (ActStatement *row,
          int           column)
{
  gint64 value = act_statement_get_int (row, column);

  return value >= 0 && value < ACT_N_EVENT_KINDS ? (ActEventKind) value : ACT_EVENT_KIND_OTHER;
}

/* An event has a name, also in a store that has lost it. */
static char *
dup_name (ActStatement *row,
          int           column)
{
  char *name = act_statement_dup_text (row, column);

  return name != NULL ? name : g_strdup ("");
}

static ActEventRecord *
make_record (ActStatement *row,
             gint64        row_id)
{
  ActEventRecord *record = act_event_record_new ();
  ActEvent       *event = act_event_new ();

  event->id = act_statement_dup_text (row, 0);
  event->time = act_statement_get_time (row, 1);
  event->message = act_statement_dup_text (row, 2);
  event->destination_id = act_statement_dup_text (row, 3);
  event->credentials_id = act_statement_dup_text (row, 4);
  event->entity_type = act_statement_dup_text (row, 5);
  event->entity_id = act_statement_dup_text (row, 6);
  event->run_id = act_statement_dup_text (row, 7);
  event->actioned_time = act_statement_get_time (row, 12);
  event->name = dup_name (row, 13);
  event->destination = act_statement_dup_text (row, 14);
  event->configuration_id = act_statement_dup_text (row, 15);
  event->account_id = act_statement_dup_text (row, 17);
  event->payload = act_statement_dup_text (row, 20);

  record->row_id = row_id;
  record->event = event;
  record->status = get_status (row, 8);
  record->kind = get_kind (row, 9);
  record->first_seen = act_statement_get_int (row, 10);
  record->marked_at = act_statement_get_time (row, 11);
  record->integration_name = act_statement_dup_text (row, 16);
  record->account_name = act_statement_dup_text (row, 18);
  record->refusal = act_statement_dup_text (row, 19);

  return record;
}

static gboolean
find_record (ActStoreDatabase *database,
             const char       *sql,
             gint64            row_id,
             ActEventRecord  **record,
             GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (database, sql, error);
  int code;

  *record = NULL;
  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":row_id", row_id);
  code = act_statement_step (find, error);
  if (code == SQLITE_ROW)
    *record = make_record (find, row_id);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
load_records (ActStoreDatabase *database,
              gpointer          data,
              GError          **error)
{
  Load *load = data;

  for (guint i = 0; i < load->row_ids->len; i++)
    {
      ActEventRecord *record = NULL;

      if (!find_record (database, load->sql, g_array_index (load->row_ids, gint64, i), &record,
                        error))
        return FALSE;

      if (record != NULL)
        g_ptr_array_add (load->records, record);
    }

  return TRUE;
}

static const char *
get_sql (ActRowLoadFlags flags)
{
  return flags & ACT_ROW_LOAD_PAYLOAD ? RECORD_SQL (ACT_STORE_PAYLOAD_SQL) : RECORD_SQL ("NULL");
}

/**
 * act_store_records_load:
 * @database: a connection
 * @row_ids: (element-type gint64): which rows
 * @flags: what to read of each
 * @error: return location for an error
 *
 * Reads records. On the connection's thread.
 *
 * Returns: (transfer full) (element-type ActEventRecord) (nullable): those that are there, in the
 *   order asked for
 */
GPtrArray *
act_store_records_load (ActStoreDatabase *database,
                        GArray           *row_ids,
                        ActRowLoadFlags   flags,
                        GError          **error)
{
  g_autoptr (GPtrArray) records = NULL;
  Load load = { row_ids, get_sql (flags), NULL };

  records = g_ptr_array_new_full (row_ids->len, (GDestroyNotify) act_event_record_free);
  load.records = records;
  if (!act_store_database_read (database, load_records, &load, error))
    return NULL;

  return g_steal_pointer (&records);
}

/**
 * act_store_records_find:
 * @database: a connection
 * @row_id: which row
 * @flags: what to read of it
 * @record: (out) (transfer full) (nullable): return location for the record, %NULL if there is none
 * @error: return location for an error
 *
 * Reads a record. On the connection's thread.
 *
 * Returns: whether it could be looked for
 */
gboolean
act_store_records_find (ActStoreDatabase *database,
                        gint64            row_id,
                        ActRowLoadFlags   flags,
                        ActEventRecord  **record,
                        GError          **error)
{
  return find_record (database, get_sql (flags), row_id, record, error);
}

/**
 * act_store_records_read:
 * @database: a connection
 * @row_id: which row
 * @error: return location for an error
 *
 * Reads a record with its payload. On the connection's thread.
 *
 * Returns: (transfer full) (nullable): the record, %ACT_STORE_ERROR_NOT_FOUND if there is none
 */
ActEventRecord *
act_store_records_read (ActStoreDatabase *database,
                        gint64            row_id,
                        GError          **error)
{
  ActEventRecord *record = NULL;

  if (!find_record (database, RECORD_SQL (ACT_STORE_PAYLOAD_SQL), row_id, &record, error))
    return NULL;

  if (record == NULL)
    g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_NOT_FOUND,
                         "The event is not in the store");

  return record;
}
