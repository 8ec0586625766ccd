/* Adds and changes one event in the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-event.h"

#include "act-event-kind.h"
#include "act-store-cause-rows.h"
#include "act-store-error.h"
#include "act-store-names.h"
#include "act-store-payload.h"
#include "act-store-profile.h"
#include "act-store-row-id.h"

/* What stands for an event's texts in the narrow table. */
typedef struct
{
  ActStoreNumbers names;
  gint64          cause;
  gint64          profile;
} Numbers;

static gboolean
find_numbers (ActStoreDatabase *database,
              const ActEvent   *event,
              Numbers          *numbers,
              GError          **error)
{
  const char *name = event->name != NULL ? event->name : "";

  *numbers = (Numbers){ { 0 }, 0, 0 };

  return act_store_names_find_text (database, name, &numbers->names.name, error) &&
         (event->destination == NULL ||
          act_store_names_find_text (database, event->destination, &numbers->names.destination,
                                     error)) &&
         (event->configuration_id == NULL ||
          act_store_names_find (database, ACT_NAME_INTEGRATION, event->configuration_id,
                                &numbers->names.configuration, error)) &&
         (event->account_id == NULL ||
          act_store_names_find (database, ACT_NAME_ACCOUNT, event->account_id,
                                &numbers->names.account, error)) &&
         act_store_causes_find (database, event, &numbers->cause, error) &&
         act_store_profile_find (database, event, &numbers->names, &numbers->profile, error);
}

static void
bind_content (ActStatement   *statement,
              const ActEvent *event)
{
  act_statement_bind_text (statement, ":message", event->message);
  act_statement_bind_text (statement, ":destination_id", event->destination_id);
  act_statement_bind_text (statement, ":credentials_id", event->credentials_id);
  act_statement_bind_text (statement, ":entity_type", event->entity_type);
  act_statement_bind_text (statement, ":entity_id", event->entity_id);
  act_statement_bind_text (statement, ":run_id", event->run_id);
  act_statement_bind_text (statement, ":payload", event->payload);
}

static void
bind_state (ActStatement         *statement,
            const ActEvent       *event,
            const Numbers        *numbers,
            const ActStoredState *state)
{
  act_statement_bind_int (statement, ":row_id", state->row_id);
  act_statement_bind_int (statement, ":status", state->status);
  act_statement_bind_int (statement, ":kind", act_event_kind_from_name (event->name));
  act_statement_bind_int (statement, ":name", numbers->names.name);
  act_statement_bind_int (statement, ":destination", numbers->names.destination);
  act_statement_bind_int (statement, ":configuration", numbers->names.configuration);
  act_statement_bind_int (statement, ":account", numbers->names.account);
  act_statement_bind_int (statement, ":profile", numbers->profile);
  act_statement_bind_int (statement, ":cause", numbers->cause);
  act_statement_bind_time (statement, ":marked_at", state->marked_at);
  act_statement_bind_time (statement, ":confirmed_at", state->confirmed_at);
  act_statement_bind_time (statement, ":actioned_time", state->actioned_time);
}

/* The time that a row is listed by. */
static gint64
get_listed_time (gint64 time,
                 gint64 first_seen)
{
  return time != ACT_TIME_UNKNOWN ? time : first_seen;
}

static gboolean
is_taken (ActStoreDatabase *database,
          gint64            row_id,
          gboolean         *taken,
          GError          **error)
{
  g_autoptr (ActStatement) look = act_store_database_prepare (
      database, "SELECT 1 FROM event WHERE row_id = :row_id", error);
  int code;

  if (look == NULL)
    return FALSE;

  act_statement_bind_int (look, ":row_id", row_id);
  code = act_statement_step (look, error);
  *taken = code == SQLITE_ROW;

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
find_place (ActStoreDatabase *database,
            gint64            time,
            const char       *event_id,
            gint64           *row_id,
            GError          **error)
{
  for (guint attempt = 0; attempt < ACT_ROW_ID_MAX_ATTEMPTS; attempt++)
    {
      gboolean taken = FALSE;

      *row_id = act_row_id_make (time, event_id, attempt);
      if (!is_taken (database, *row_id, &taken, error))
        return FALSE;
      if (!taken)
        return TRUE;
    }

  g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_FAILED,
                       "Too many events share one time");

  return FALSE;
}

/**
 * act_store_event_find:
 * @database: a connection inside a transaction
 * @event_id: the event's id
 * @state: (out caller-allocates): return location for what the store keeps of it; its row id is 0
 *   if the store has no such event
 * @error: return location for an error
 *
 * Returns: whether it could be looked for
 */
gboolean
act_store_event_find (ActStoreDatabase *database,
                      const char       *event_id,
                      ActStoredState   *state,
                      GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT state.row_id, event.time, state.first_seen, state.status, state.marked_at,"
      "       state.confirmed_at, state.actioned_time"
      "  FROM event JOIN state ON state.row_id = event.row_id WHERE event.id = :id",
      error);
  int code;

  *state = (ActStoredState){ 0 };
  if (find == NULL)
    return FALSE;

  act_statement_bind_text (find, ":id", event_id);
  code = act_statement_step (find, error);
  if (code == SQLITE_ROW)
    {
      state->row_id = act_statement_get_int (find, 0);
      state->time = act_statement_get_time (find, 1);
      state->first_seen = act_statement_get_int (find, 2);
      state->status = (ActEventStatus) act_statement_get_int (find, 3);
      state->marked_at = act_statement_get_time (find, 4);
      state->confirmed_at = act_statement_get_time (find, 5);
      state->actioned_time = act_statement_get_time (find, 6);
    }

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
add_content (ActStoreDatabase *database,
             const ActEvent   *event,
             gint64            row_id,
             GError          **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT INTO event (row_id, id, time, message, destination_id, credentials_id, entity_type,"
      "                   entity_id, run_id, packed)"
      "  VALUES (:row_id, :id, :time, :message, :destination_id, :credentials_id, :entity_type,"
      "          :entity_id, :run_id,"
      "          pack_payload (:payload, :id, :message, :entity_id, :run_id))",
      error);

  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":row_id", row_id);
  act_statement_bind_text (add, ":id", event->id);
  act_statement_bind_time (add, ":time", event->time);
  bind_content (add, event);

  return act_statement_run (add, error);
}

static gboolean
add_state (ActStoreDatabase     *database,
           const ActEvent       *event,
           const Numbers        *numbers,
           const ActStoredState *state,
           GError              **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT INTO state (row_id, status, kind, name, destination, configuration, account, cause,"
      "                   profile, first_seen, listed_pass, marked_at, confirmed_at, actioned_time)"
      "  VALUES (:row_id, :status, :kind, :name, nullif (:destination, 0),"
      "          nullif (:configuration, 0), nullif (:account, 0), :cause, :profile,"
      "          :first_seen, 0, :marked_at, :confirmed_at, :actioned_time)",
      error);

  if (add == NULL)
    return FALSE;

  bind_state (add, event, numbers, state);
  act_statement_bind_int (add, ":first_seen", state->first_seen);

  return act_statement_run (add, error);
}

/**
 * act_store_event_add:
 * @database: a connection inside a transaction
 * @event: an event that the store does not have
 * @state: what to keep of it; gets the row id
 * @error: return location for an error
 *
 * Returns: whether it was added
 */
gboolean
act_store_event_add (ActStoreDatabase *database,
                     const ActEvent   *event,
                     ActStoredState   *state,
                     GError          **error)
{
  Numbers numbers;

  state->time = event->time;

  return find_numbers (database, event, &numbers, error) &&
         find_place (database, get_listed_time (event->time, state->first_seen), event->id,
                     &state->row_id, error) &&
         add_content (database, event, state->row_id, error) &&
         add_state (database, event, &numbers, state, error);
}

/* The row id follows the time; the other tables follow the row id by their foreign keys. A time
 * that cannot be read does not replace one that could. */
static gboolean
change_time (ActStoreDatabase *database,
             const ActEvent   *event,
             ActStoredState   *state,
             GError          **error)
{
  gint64 row_id = state->row_id;
  gint64 listed = get_listed_time (state->time, state->first_seen);
  g_autoptr (ActStatement) change = NULL;

  if (event->time == ACT_TIME_UNKNOWN || event->time == state->time)
    return TRUE;

  if (act_row_id_first_at (event->time) != act_row_id_first_at (listed) &&
      !find_place (database, event->time, event->id, &row_id, error))
    return FALSE;

  change = act_store_database_prepare (
      database, "UPDATE event SET row_id = :new, time = :time WHERE row_id = :old", error);
  if (change == NULL)
    return FALSE;

  act_statement_bind_int (change, ":new", row_id);
  act_statement_bind_time (change, ":time", event->time);
  act_statement_bind_int (change, ":old", state->row_id);
  if (!act_statement_run (change, error))
    return FALSE;

  state->row_id = row_id;
  state->time = event->time;

  return TRUE;
}

static gboolean
change_content (ActStoreDatabase *database,
                const ActEvent   *event,
                gint64            row_id,
                gboolean         *altered,
                GError          **error)
{
  g_autoptr (ActStatement) change = act_store_database_prepare (
      database,
      "UPDATE event SET message = :message, destination_id = :destination_id,"
      "    credentials_id = :credentials_id, entity_type = :entity_type, entity_id = :entity_id,"
      "    run_id = :run_id, payload = NULL,"
      "    packed = pack_payload (coalesce (:payload, " ACT_STORE_PAYLOAD_SQL "), id, :message,"
      "                           :entity_id, :run_id)"
      "  WHERE row_id = :row_id AND"
      "    (message IS NOT :message OR destination_id IS NOT :destination_id OR"
      "     credentials_id IS NOT :credentials_id OR entity_type IS NOT :entity_type OR"
      "     entity_id IS NOT :entity_id OR run_id IS NOT :run_id OR"
      "     (:payload IS NOT NULL AND :payload IS NOT " ACT_STORE_PAYLOAD_SQL "))",
      error);

  if (change == NULL)
    return FALSE;

  act_statement_bind_int (change, ":row_id", row_id);
  bind_content (change, event);
  if (!act_statement_run (change, error))
    return FALSE;

  *altered |= act_store_database_get_changes (database) > 0;

  return TRUE;
}

static gboolean
change_state (ActStoreDatabase     *database,
              const ActEvent       *event,
              const Numbers        *numbers,
              const ActStoredState *state,
              gboolean             *altered,
              GError              **error)
{
  g_autoptr (ActStatement) change = act_store_database_prepare (
      database,
      "UPDATE state SET status = :status, kind = :kind, name = :name,"
      "    destination = nullif (:destination, 0), configuration = nullif (:configuration, 0),"
      "    account = nullif (:account, 0), cause = :cause, profile = :profile, marked_at = :marked_at,"
      "    confirmed_at = :confirmed_at, actioned_time = :actioned_time"
      "  WHERE row_id = :row_id AND"
      "    (status <> :status OR kind <> :kind OR name <> :name OR"
      "     coalesce (destination, 0) <> :destination OR"
      "     coalesce (configuration, 0) <> :configuration OR coalesce (account, 0) <> :account OR"
      "     cause IS NOT :cause OR profile IS NOT :profile OR"
      "     marked_at IS NOT :marked_at OR confirmed_at IS NOT :confirmed_at OR"
      "     actioned_time IS NOT :actioned_time)",
      error);

  if (change == NULL)
    return FALSE;

  bind_state (change, event, numbers, state);
  if (!act_statement_run (change, error))
    return FALSE;

  *altered |= act_store_database_get_changes (database) > 0;

  return TRUE;
}

/**
 * act_store_event_change:
 * @database: a connection inside a transaction
 * @event: an event that the store has, with what the server says now
 * @state: its row id and what to keep of it; gets the new row id if its time made it move
 * @altered: set to %TRUE if anything was altered
 * @error: return location for an error
 *
 * Writes only what differs. A payload that was not asked for stays what it is; it is packed anew,
 * since it is packed against the rest.
 *
 * Returns: whether it is up to date
 */
gboolean
act_store_event_change (ActStoreDatabase *database,
                        const ActEvent   *event,
                        ActStoredState   *state,
                        gboolean         *altered,
                        GError          **error)
{
  Numbers numbers;
  gint64  time = state->time;

  if (!find_numbers (database, event, &numbers, error) ||
      !change_time (database, event, state, error))
    return FALSE;

  *altered |= state->time != time;

  return change_content (database, event, state->row_id, altered, error) &&
         change_state (database, event, &numbers, state, altered, error);
}
