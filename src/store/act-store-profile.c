/* What many events have in common, as one number
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-profile.h"

#include "act-event-kind.h"
#include "act-store-words.h"

/* What is hashed parts with this, so that no two rows of fields are one text. */
#define FIELD_END 1

static void
hash_text (GChecksum  *checksum,
           const char *text)
{
  static const guchar end[] = { FIELD_END, 0 };

  /* The nul after a text tells it from one that is missing. */
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, end, text != NULL ? 2 : 1);
}

static char *
make_key (const ActEvent        *event,
          const ActStoreNumbers *numbers,
          const char            *shape)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) numbers, sizeof *numbers);
  hash_text (checksum, event->destination_id);
  hash_text (checksum, event->credentials_id);
  hash_text (checksum, event->entity_type);
  hash_text (checksum, shape);

  return g_strndup (g_checksum_get_string (checksum), 32);
}

static gboolean
look_up (ActStoreDatabase *database,
         const char       *key,
         gint64           *profile,
         GError          **error)
{
  int code;
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database, "SELECT number FROM profile WHERE key = :key", error);

  *profile = 0;
  if (find == NULL)
    return FALSE;

  act_statement_bind_text (find, ":key", key);
  code = act_statement_step (find, error);
  if (code == SQLITE_ROW)
    *profile = act_statement_get_int (find, 0);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
add_profile (ActStoreDatabase      *database,
             const ActEvent        *event,
             const ActStoreNumbers *numbers,
             const char            *key,
             gint64                *profile,
             GError               **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT INTO profile (key, kind, name, destination, configuration, account, destination_id,"
      "                     credentials_id)"
      "  VALUES (:key, :kind, :name, nullif (:destination, 0), nullif (:configuration, 0),"
      "          nullif (:account, 0), :destination_id, :credentials_id)"
      "  RETURNING number",
      error);

  if (add == NULL)
    return FALSE;

  act_statement_bind_text (add, ":key", key);
  act_statement_bind_int (add, ":kind", act_event_kind_from_name (event->name));
  act_statement_bind_int (add, ":name", numbers->name);
  act_statement_bind_int (add, ":destination", numbers->destination);
  act_statement_bind_int (add, ":configuration", numbers->configuration);
  act_statement_bind_int (add, ":account", numbers->account);
  act_statement_bind_text (add, ":destination_id", event->destination_id);
  act_statement_bind_text (add, ":credentials_id", event->credentials_id);
  if (act_statement_step (add, error) != SQLITE_ROW)
    return FALSE;
  *profile = act_statement_get_int (add, 0);

  return act_statement_run (add, error);
}

static gboolean
add_words (ActStoreDatabase *database,
           const ActEvent   *event,
           const char       *shape,
           gint64            profile,
           GError          **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT INTO profile_words (rowid, message, name, destination, entity_type)"
      "  VALUES (:profile, :message, :name, :destination, :entity_type)",
      error);

  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":profile", profile);
  act_statement_bind_text (add, ":message", shape);
  act_statement_bind_text (add, ":name", event->name);
  act_statement_bind_text (add, ":destination", event->destination);
  act_statement_bind_text (add, ":entity_type", event->entity_type);

  return act_statement_run (add, error);
}

/**
 * act_store_profile_find:
 * @database: a connection inside a transaction
 * @event: an event
 * @numbers: the numbers of its names
 * @profile: (out): return location for the number of its profile
 * @error: return location for an error
 *
 * Finds the profile of an event, or makes it. On the store's thread.
 *
 * Returns: whether it was found
 */
gboolean
act_store_profile_find (ActStoreDatabase      *database,
                        const ActEvent        *event,
                        const ActStoreNumbers *numbers,
                        gint64                *profile,
                        GError               **error)
{
  g_autofree char *shape = NULL;
  g_autofree char *key = NULL;

  if (event->message != NULL)
    shape = act_store_words_get_shape (event->message);
  key = make_key (event, numbers, shape);

  if (act_store_database_recall (database, key, profile))
    return TRUE;

  if (!look_up (database, key, profile, error))
    return FALSE;
  if (*profile == 0 &&
      (!add_profile (database, event, numbers, key, profile, error) ||
       !add_words (database, event, shape, *profile, error)))
    return FALSE;

  act_store_database_remember (database, key, *profile);

  return TRUE;
}

/**
 * act_store_profile_remove_unused:
 * @database: a connection inside a transaction
 * @error: return location for an error
 *
 * Removes the profiles that no event has any more, and the words of their messages with them. On the
 * store's thread.
 *
 * Returns: whether they are removed
 */
gboolean
act_store_profile_remove_unused (ActStoreDatabase *database,
                                 GError          **error)
{
  act_store_database_forget (database);

  return act_store_database_execute (
      database,
      "DELETE FROM profile"
      "  WHERE NOT EXISTS (SELECT 1 FROM state WHERE state.profile = profile.number);"
      "DELETE FROM profile_words WHERE rowid NOT IN (SELECT number FROM profile);",
      error);
}
