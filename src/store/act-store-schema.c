/* The tables of the store, and the steps that led to them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-schema.h"

#include "act-event-status.h"
#include "act-outbox-entry.h"

/* Partial indexes work only for statements that name the same number, so these stand in SQL
 * text here and in the statements. */
G_STATIC_ASSERT (ACT_EVENT_STATUS_FIRST_ACTIONED == 8);
G_STATIC_ASSERT (ACT_OUTBOX_DONE == 4);
G_STATIC_ASSERT (ACT_OUTBOX_MARK_ACTIONED == 0);

/* event is wide and written once. state is narrow and holds all that changes and all that lists are
 * filtered by, since a list must not read payloads. Names that repeat are numbers in state: text
 * for event names and destinations, name for what has an id and a name of its own. */
static const char version_1[] =
    "CREATE TABLE event ("
    "  row_id INTEGER PRIMARY KEY,"
    "  id TEXT NOT NULL UNIQUE,"
    "  time INTEGER,"
    "  message TEXT,"
    "  destination_id TEXT,"
    "  credentials_id TEXT,"
    "  entity_type TEXT,"
    "  entity_id TEXT,"
    "  run_id TEXT,"
    "  payload TEXT"
    ") STRICT;"

    "CREATE TABLE state ("
    "  row_id INTEGER PRIMARY KEY REFERENCES event (row_id) ON UPDATE CASCADE ON DELETE CASCADE,"
    "  status INTEGER NOT NULL,"
    "  kind INTEGER NOT NULL,"
    "  name INTEGER NOT NULL,"
    "  destination INTEGER,"
    "  configuration INTEGER,"
    "  account INTEGER,"
    "  first_seen INTEGER NOT NULL,"
    "  listed_pass INTEGER NOT NULL,"
    "  marked_at INTEGER,"
    "  confirmed_at INTEGER,"
    "  actioned_time INTEGER"
    ") STRICT;"
    "CREATE INDEX state_open ON state (row_id, kind, status, configuration) WHERE status < 8;"
    "CREATE INDEX state_counted ON state (kind, status);"

    "CREATE TABLE text ("
    "  number INTEGER PRIMARY KEY,"
    "  text TEXT NOT NULL UNIQUE"
    ") STRICT;"

    "CREATE TABLE name ("
    "  number INTEGER PRIMARY KEY,"
    "  kind INTEGER NOT NULL,"
    "  id TEXT NOT NULL,"
    "  name TEXT,"
    "  UNIQUE (kind, id)"
    ") STRICT;"
    "CREATE INDEX name_missing ON name (kind) WHERE name IS NULL;"

    "CREATE TABLE outbox ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  action INTEGER NOT NULL,"
    "  target TEXT NOT NULL,"
    "  row_id INTEGER REFERENCES event (row_id) ON UPDATE CASCADE ON DELETE SET NULL,"
    "  state INTEGER NOT NULL,"
    "  attempts INTEGER NOT NULL DEFAULT 0,"
    "  previous_status INTEGER NOT NULL,"
    "  created INTEGER NOT NULL,"
    "  hold_until INTEGER,"
    "  settled_at INTEGER,"
    "  reason TEXT"
    ") STRICT;"
    "CREATE UNIQUE INDEX outbox_unfinished ON outbox (target, action) WHERE state <> 4;"
    "CREATE INDEX outbox_by_state ON outbox (state) WHERE state <> 4;"
    "CREATE INDEX outbox_by_row ON outbox (row_id);"

    "CREATE TABLE value ("
    "  key TEXT PRIMARY KEY,"
    "  value TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID;"

    "PRAGMA application_id = 1097037924;";

/* resource is wide, and a run's log in it may be of many megabytes, so its lists go by an index. The
 * group that is the empty text stands for all of a kind. The events of an entity and of a run are
 * found without reading the others. */
static const char version_2[] =
    "CREATE TABLE resource ("
    "  number INTEGER PRIMARY KEY,"
    "  kind INTEGER NOT NULL,"
    "  id TEXT NOT NULL,"
    "  grp TEXT NOT NULL,"
    "  read_at INTEGER NOT NULL,"
    "  json TEXT NOT NULL,"
    "  UNIQUE (kind, id)"
    ") STRICT;"
    "CREATE INDEX resource_by_group ON resource (kind, grp);"

    "CREATE TABLE listing ("
    "  kind INTEGER NOT NULL,"
    "  grp TEXT NOT NULL,"
    "  listed_at INTEGER NOT NULL,"
    "  PRIMARY KEY (kind, grp)"
    ") STRICT, WITHOUT ROWID;"

    "ALTER TABLE outbox ADD COLUMN content TEXT;"
    "CREATE INDEX outbox_changes ON outbox (id) WHERE action <> 0;"

    "CREATE INDEX event_by_entity ON event (entity_id) WHERE entity_id IS NOT NULL;"
    "CREATE INDEX event_by_run ON event (run_id) WHERE run_id IS NOT NULL;"
    "CREATE INDEX state_open_by_account ON state (account) WHERE status < 8 AND account IS NOT NULL;";

/* An activity whose changes wait, or waited, in the outbox has the range of their ids, which one
 * transaction gave to them; items are what is in no outbox, or not any more. What an older version
 * left in the outbox becomes activities of as many gestures. The next to be sent is found by an
 * index, however many wait. */
static const char version_3_activity[] =
    "CREATE TABLE activity ("
    "  number INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  time INTEGER NOT NULL,"
    "  action INTEGER NOT NULL,"
    "  count INTEGER NOT NULL,"
    "  first_entry INTEGER,"
    "  last_entry INTEGER,"
    "  target TEXT,"
    "  detail TEXT"
    ") STRICT;"
    "CREATE INDEX activity_by_entry ON activity (first_entry) WHERE first_entry IS NOT NULL;"

    "CREATE TABLE activity_item ("
    "  activity INTEGER NOT NULL REFERENCES activity (number) ON DELETE CASCADE,"
    "  id TEXT NOT NULL,"
    "  result INTEGER NOT NULL,"
    "  reason TEXT,"
    "  PRIMARY KEY (activity, id)"
    ") STRICT, WITHOUT ROWID;"

    "INSERT INTO activity (time, action, count, first_entry, last_entry, target)"
    "  SELECT created, action, count(*), min (id), max (id), iif (count(*) = 1, min (target), NULL)"
    "  FROM outbox GROUP BY created, action ORDER BY created;"

    "DROP INDEX outbox_by_state;"
    "CREATE INDEX outbox_by_state ON outbox (state, action, attempts) WHERE state <> 4;";

static const char version_3_causes[] =
    "CREATE TABLE cause ("
    "  number INTEGER PRIMARY KEY,"
    "  signature TEXT NOT NULL UNIQUE"
    ") STRICT;"
    "ALTER TABLE state ADD COLUMN cause INTEGER;"
    "CREATE INDEX state_by_cause ON state (cause);";

/* Changes that were not sent from another computer. They are no part of the outbox before somebody
 * says so, so that nothing can send them. */
static const char version_3_imports[] =
    "CREATE TABLE imported ("
    "  number INTEGER PRIMARY KEY,"
    "  action INTEGER NOT NULL,"
    "  target TEXT NOT NULL,"
    "  created INTEGER NOT NULL,"
    "  content TEXT,"
    "  UNIQUE (target, action)"
    ") STRICT;";

/* A profile is what many events have in common: all that is searched but for what stands in one event
 * alone. Its words are found in profile_words, where the message is a shape; the words that a shape
 * leaves out are in event_words, and the names that may become known later in name_words. These two
 * keep no texts, so what is deleted from them must be told again. Triggers note in words_due what is to
 * be told, since SQLite lets no trigger write to such a table itself; act-store-words-due.c tells it
 * before the transaction ends. Open events are listed, grouped and counted from an index alone. */
static const char version_3_search[] =
    "CREATE TABLE profile ("
    "  number INTEGER PRIMARY KEY,"
    "  key TEXT NOT NULL UNIQUE,"
    "  kind INTEGER NOT NULL,"
    "  name INTEGER NOT NULL,"
    "  destination INTEGER,"
    "  configuration INTEGER,"
    "  account INTEGER,"
    "  destination_id TEXT,"
    "  credentials_id TEXT"
    ") STRICT;"
    "CREATE INDEX profile_by_account ON profile (account);"
    "CREATE INDEX profile_by_configuration ON profile (configuration);"
    "CREATE INDEX profile_by_credentials ON profile (credentials_id COLLATE NOCASE);"
    "CREATE INDEX profile_by_destination ON profile (destination_id COLLATE NOCASE);"
    "CREATE INDEX name_by_id ON name (id COLLATE NOCASE);"
    "ALTER TABLE state ADD COLUMN profile INTEGER;"
    "CREATE INDEX state_by_profile ON state (profile);"
    "DROP INDEX state_open;"
    "CREATE INDEX state_open"
    "  ON state (row_id, kind, status, configuration, destination, cause, profile) WHERE status < 8;"

    "CREATE VIRTUAL TABLE profile_words USING fts5 (message, name, destination, entity_type,"
    "  tokenize = act_words, columnsize = 0);"
    "CREATE VIRTUAL TABLE event_words USING fts5 (words, content = '', tokenize = act_words,"
    "  columnsize = 0, detail = none, prefix = '1 2 3 4');"
    "CREATE VIRTUAL TABLE name_words USING fts5 (name, content = '', tokenize = act_words,"
    "  columnsize = 0);"

    "CREATE TABLE words_due ("
    "  number INTEGER PRIMARY KEY,"
    "  is_name INTEGER NOT NULL,"
    "  is_gone INTEGER NOT NULL,"
    "  row INTEGER NOT NULL,"
    "  words TEXT"
    ") STRICT;"
    "CREATE TRIGGER event_words_insert AFTER INSERT ON event WHEN new.message IS NOT NULL BEGIN"
    "  INSERT INTO words_due (is_name, is_gone, row, words)"
    "    VALUES (0, 0, new.row_id, act_own_words (new.message));"
    "END;"
    "CREATE TRIGGER event_words_update AFTER UPDATE OF row_id, message ON event"
    "  WHEN old.row_id <> new.row_id OR old.message IS NOT new.message BEGIN"
    "  INSERT INTO words_due (is_name, is_gone, row, words)"
    "    SELECT 0, 1, old.row_id, act_own_words (old.message) WHERE old.message IS NOT NULL"
    "    UNION ALL"
    "    SELECT 0, 0, new.row_id, act_own_words (new.message) WHERE new.message IS NOT NULL;"
    "END;"
    "CREATE TRIGGER event_words_delete AFTER DELETE ON event WHEN old.message IS NOT NULL BEGIN"
    "  INSERT INTO words_due (is_name, is_gone, row, words)"
    "    VALUES (0, 1, old.row_id, act_own_words (old.message));"
    "END;"

    /* Lists do not show what bills are called. */
    "CREATE TRIGGER name_words_insert AFTER INSERT ON name"
    "  WHEN new.kind < 2 AND new.name IS NOT NULL BEGIN"
    "  INSERT INTO words_due (is_name, is_gone, row, words)"
    "    VALUES (1, 0, new.number, act_all_words (new.name));"
    "END;"
    "CREATE TRIGGER name_words_update AFTER UPDATE OF name ON name"
    "  WHEN new.kind < 2 AND old.name IS NOT new.name BEGIN"
    "  INSERT INTO words_due (is_name, is_gone, row, words)"
    "    SELECT 1, 1, old.number, act_all_words (old.name) WHERE old.name IS NOT NULL"
    "    UNION ALL"
    "    SELECT 1, 0, new.number, act_all_words (new.name) WHERE new.name IS NOT NULL;"
    "END;"
    "CREATE TRIGGER name_words_delete AFTER DELETE ON name"
    "  WHEN old.kind < 2 AND old.name IS NOT NULL BEGIN"
    "  INSERT INTO words_due (is_name, is_gone, row, words)"
    "    VALUES (1, 1, old.number, act_all_words (old.name));"
    "END;"
    "INSERT INTO name_words (rowid, name) SELECT number, name FROM name"
    "  WHERE kind < 2 AND name IS NOT NULL;";

/* What stands in packed is made and read by act-store-payload. Payloads that version 2 left as text stay
 * so. */
static const char version_3_payloads[] = "ALTER TABLE event ADD COLUMN packed BLOB;";

static const char version_3_searches[] =
    "CREATE TABLE search ("
    "  number INTEGER PRIMARY KEY,"
    "  name TEXT NOT NULL UNIQUE,"
    "  text TEXT NOT NULL,"
    "  kinds INTEGER NOT NULL,"
    "  include_actioned INTEGER NOT NULL"
    ") STRICT;";

/* How many events there are of each kind and status, so that nobody counts a million. */
static const char version_3_tally[] =
    "CREATE TABLE tally ("
    "  kind INTEGER NOT NULL,"
    "  status INTEGER NOT NULL,"
    "  count INTEGER NOT NULL,"
    "  PRIMARY KEY (kind, status)"
    ") STRICT, WITHOUT ROWID;"
    "INSERT INTO tally SELECT kind, status, count(*) FROM state GROUP BY kind, status;"
    "DROP INDEX state_counted;"
    "CREATE TRIGGER tally_insert AFTER INSERT ON state BEGIN"
    "  INSERT INTO tally VALUES (new.kind, new.status, 1)"
    "    ON CONFLICT (kind, status) DO UPDATE SET count = count + 1;"
    "END;"
    "CREATE TRIGGER tally_update AFTER UPDATE OF kind, status ON state"
    "  WHEN old.kind <> new.kind OR old.status <> new.status BEGIN"
    "  UPDATE tally SET count = count - 1 WHERE kind = old.kind AND status = old.status;"
    "  INSERT INTO tally VALUES (new.kind, new.status, 1)"
    "    ON CONFLICT (kind, status) DO UPDATE SET count = count + 1;"
    "END;"
    "CREATE TRIGGER tally_delete AFTER DELETE ON state BEGIN"
    "  UPDATE tally SET count = count - 1 WHERE kind = old.kind AND status = old.status;"
    "END;";

/* The rows of marks that state is still to follow (act-store-marks-due.c). */
static const char version_4[] =
    "CREATE TABLE mark_due ("
    "  row_id INTEGER PRIMARY KEY,"
    "  kind INTEGER NOT NULL,"
    "  marked_at INTEGER NOT NULL"
    ") STRICT;";

static gboolean
make_version_1 (ActStoreDatabase *database,
                GError          **error)
{
  return act_store_database_execute (database, version_1, error);
}

static gboolean
make_version_2 (ActStoreDatabase *database,
                GError          **error)
{
  return act_store_database_execute (database, version_2, error);
}

/* One for each thing that version 3 brought. */
static const char *const version_3[] = {
  version_3_activity,
  version_3_causes,
  version_3_imports,
  version_3_payloads,
  version_3_search,
  version_3_searches,
  version_3_tally,
};

static gboolean
make_version_3 (ActStoreDatabase *database,
                GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (version_3); i++)
    {
      if (!act_store_database_execute (database, version_3[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_version_4 (ActStoreDatabase *database,
                GError          **error)
{
  return act_store_database_execute (database, version_4, error);
}

/* Released steps are never edited; each new one is added at the end. */
static const ActStoreMigration migrations[] = {
  make_version_1,
  make_version_2,
  make_version_3,
  make_version_4,
};

/**
 * act_store_schema_get_migrations:
 * @n_migrations: (out): return location for their number, which is this version's schema version
 *
 * Returns: (transfer none): the steps, the first of which starts from an empty file
 */
const ActStoreMigration *
act_store_schema_get_migrations (guint *n_migrations)
{
  *n_migrations = G_N_ELEMENTS (migrations);

  return migrations;
}

/**
 * act_store_schema_check:
 * @database: an open connection
 * @error: return location for an error
 *
 * Reads an end of each large table and all that waits in the outbox. This finds most damage and
 * costs the same for a million events as for ten.
 *
 * Returns: whether the store can be used
 */
gboolean
act_store_schema_check (ActStoreDatabase *database,
                        GError          **error)
{
  static const char *const probes[] = {
    "SELECT row_id + coalesce (time, 0) + length (id) FROM event ORDER BY row_id DESC LIMIT 1",
    "SELECT row_id + coalesce (time, 0) + length (id) FROM event ORDER BY row_id LIMIT 1",
    "SELECT count(*) FROM (SELECT first_seen FROM state ORDER BY row_id DESC LIMIT 1)",
    "SELECT count(*) FROM (SELECT row_id FROM state INDEXED BY state_open WHERE status < 8 LIMIT 1)",
    "SELECT count(*) FROM (SELECT text FROM text LIMIT 1)",
    "SELECT count(*) FROM (SELECT name FROM name LIMIT 1)",
    "SELECT count(*) FROM (SELECT value FROM value LIMIT 1)",
    "SELECT sum (attempts) FROM outbox WHERE state <> 4",
    "SELECT count(content) FROM outbox WHERE action <> 0",
    "SELECT count(*) FROM (SELECT id FROM resource ORDER BY number DESC LIMIT 1)",
    "SELECT count(*) FROM (SELECT listed_at FROM listing LIMIT 1)",
    "SELECT count(*) FROM (SELECT signature FROM cause LIMIT 1)",
    "SELECT count(*) FROM (SELECT key FROM profile LIMIT 1)",
    "SELECT sum (kinds) FROM search",
    "SELECT count(*) FROM (SELECT count FROM activity ORDER BY number DESC LIMIT 1)",
    "SELECT count(*) FROM (SELECT result FROM activity_item LIMIT 1)",
    "SELECT sum (count) FROM tally",
    "SELECT count(*) FROM (SELECT target FROM imported LIMIT 1)",
    "SELECT count(*) FROM (SELECT marked_at FROM mark_due LIMIT 1)",
    "SELECT count(packed) FROM (SELECT packed FROM event ORDER BY row_id DESC LIMIT 1)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    {
      gint64 unused = 0;

      if (!act_store_database_read_int (database, probes[i], &unused, error))
        return FALSE;
    }

  return TRUE;
}
