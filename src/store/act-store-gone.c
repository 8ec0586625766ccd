/* Events that the server lists no more
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-merge.h"

#include "act-outbox-entry.h"
#include "act-store-event.h"
#include "act-store-outbox.h"
#include "act-store-row-id.h"
#include "act-time.h"

/* Each of them costs a call, since the server knows them no longer. The others follow the next time. */
#define MOST_OLD_ONES 100

/**
 * act_store_list_unlisted:
 * @database: a connection
 * @pass: a pass over the open list in which every cursor ended
 * @began_at: when it began, milliseconds since 1970 UTC by the local clock
 * @younger_than: of events of this time and older only some are listed, the oldest ones
 * @error: return location for an error
 *
 * Lists the events that are open here, that the pass should have met and did not. What the outbox
 * is busy with is left out. On the connection's thread.
 *
 * Returns: (transfer full) (nullable): their ids
 */
char **
act_store_list_unlisted (ActStoreDatabase *database,
                         gint64            pass,
                         gint64            began_at,
                         gint64            younger_than,
                         GError          **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (ActStatement) list = NULL;
  int code;

  list = act_store_database_prepare (
      database,
      "SELECT event.id FROM state INDEXED BY state_open"
      "  JOIN event ON event.row_id = state.row_id"
      "  WHERE state.status < 8 AND state.status IN (0, 1, 2)"
      "    AND state.listed_pass <> :pass AND state.first_seen < :began_at"
      "    AND (state.row_id > :younger_than OR state.row_id IN"
      "          (SELECT row_id FROM state AS old INDEXED BY state_open"
      "             WHERE old.status < 8 AND old.status IN (0, 1, 2)"
      "               AND old.row_id <= :younger_than AND old.listed_pass <> :pass"
      "               AND old.first_seen < :began_at"
      "             ORDER BY old.row_id LIMIT :most_old_ones))"
      "    AND NOT EXISTS (SELECT 1 FROM outbox"
      "                      WHERE outbox.row_id = state.row_id AND outbox.state NOT IN (4, 5))"
      "  ORDER BY state.row_id",
      error);
  if (list == NULL)
    return NULL;

  /* The last row id that an event of that time can have. */
  act_statement_bind_int (list, ":younger_than", younger_than == G_MAXINT64 ? G_MAXINT64 : act_row_id_first_at (younger_than + 1) - 1);
  act_statement_bind_int (list, ":most_old_ones", MOST_OLD_ONES);
  act_statement_bind_int (list, ":pass", pass);
  act_statement_bind_int (list, ":began_at", began_at);

  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      g_autofree char *id = act_statement_dup_text (list, 0);

      g_strv_builder_add (ids, id);
    }

  return code == SQLITE_DONE ? g_strv_builder_end (ids) : NULL;
}

static ActEventStatus
get_gone_status (ActEventStatus status)
{
  switch (status)
    {
    case ACT_EVENT_STATUS_OPEN:
    case ACT_EVENT_STATUS_REOPENED:
    case ACT_EVENT_STATUS_REFUSED:
      return ACT_EVENT_STATUS_OPEN_GONE;

    case ACT_EVENT_STATUS_PENDING:
    case ACT_EVENT_STATUS_LOCAL:
    case ACT_EVENT_STATUS_ACTIONED:
      return ACT_EVENT_STATUS_ACTIONED_GONE;

    case ACT_EVENT_STATUS_OPEN_GONE:
    case ACT_EVENT_STATUS_ELSEWHERE:
    case ACT_EVENT_STATUS_ACTIONED_GONE:
    default:
      return status;
    }
}

static gboolean
set_one_gone (ActStoreDatabase *database,
              const char       *event_id,
              gint64            now,
              GError          **error)
{
  ActStoredState state;
  ActStoreMark   mark;

  if (!act_store_outbox_find_mark (database, event_id, &mark, error) ||
      !act_store_event_find (database, event_id, &state, error))
    return FALSE;

  /* There is nothing left on the server that a change could be made to. */
  if (mark.id != 0)
    {
      act_store_database_note_altered (database);
      if (!act_store_outbox_finish (database, mark.id, now, error))
        return FALSE;
    }

  if (state.row_id == 0 || get_gone_status (state.status) == state.status)
    return TRUE;

  act_store_database_note_altered (database);

  return act_store_outbox_set_status (database, state.row_id, get_gone_status (state.status),
                                      error);
}

typedef struct
{
  const char *const *event_ids;
  gint64             now;
} Gone;

static gboolean
set_all_gone (ActStoreDatabase *database,
              gpointer          data,
              GError          **error)
{
  const Gone *gone = data;

  for (guint i = 0; gone->event_ids[i] != NULL; i++)
    {
      if (!set_one_gone (database, gone->event_ids[i], gone->now, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_store_set_gone:
 * @database: a connection that writes
 * @event_ids: (array zero-terminated=1): events that the server has no more
 * @error: return location for an error
 *
 * Keeps events that are gone on the server, says so, and ends the marks for them. On the store's
 * thread.
 *
 * Returns: whether it is written down
 */
gboolean
act_store_set_gone (ActStoreDatabase  *database,
                    const char *const *event_ids,
                    GError           **error)
{
  Gone gone = { event_ids, act_time_now () };

  return act_store_database_transact (database, ACT_STORE_FETCHED, set_all_gone, &gone, error);
}
