/* What one term of a search finds
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-term.h"

#include "act-store-ids.h"
#include "act-store-match.h"

#include <string.h>

struct _ActStoreTerm
{
  ActStoreDatabase    *database;   /* (unowned) */
  const ActSearchTerm *term;       /* (unowned) */
  char                *match;      /* (owned) (nullable): what gives more of @rows or @candidates */
  guint                limit;      /* how many rows to read at once */
  ActStoreBits        *sure;       /* (owned): profiles all of whose events match */
  ActStoreRows        *rows;       /* (owned): other events that match */
  ActStoreBits        *maybe;      /* (owned): profiles of which those of @candidates may match */
  ActStoreRows        *candidates; /* (owned) */
};

static gboolean
run_match (ActStoreDatabase *database,
           const char       *sql,
           const char       *match,
           ActStoreBits     *numbers,
           GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (database, sql, error);
  int code;

  if (find == NULL)
    return FALSE;

  act_statement_bind_text (find, ":match", match);
  while ((code = act_statement_step (find, error)) == SQLITE_ROW)
    act_store_bits_add (numbers, act_statement_get_int (find, 0));

  return code == SQLITE_DONE;
}

static gboolean
find_profiles (ActStoreDatabase *database,
               const char       *match,
               ActStoreBits     *profiles,
               GError          **error)
{
  return run_match (database, "SELECT rowid FROM profile_words WHERE profile_words MATCH :match",
                    match, profiles, error);
}

static ActStatement *
prepare_rows (const ActStoreTerm *self,
              gint64              before,
              GError            **error)
{
  ActStatement *find = act_store_database_prepare (
      self->database,
      "SELECT rowid FROM event_words WHERE event_words MATCH :match AND rowid < :before"
      "  ORDER BY rowid DESC",
      error);

  if (find != NULL)
    {
      act_statement_bind_text (find, ":match", self->match);
      act_statement_bind_int (find, ":before", before);
    }

  return find;
}

static gboolean
find_rows (ActStoreTerm *self,
           char         *match,
           ActStoreRows *rows,
           GError      **error)
{
  g_autoptr (ActStatement) find = NULL;

  self->match = match;
  find = prepare_rows (self, G_MAXINT64, error);

  return find != NULL && act_store_rows_read (rows, find, self->limit, TRUE, error);
}

/* What an integration or an account is called may become known after its events. */
static gboolean
find_named (ActStoreDatabase *database,
            char            **words,
            ActStoreBits     *profiles,
            GError          **error)
{
  g_autofree char *match = act_store_match_row (NULL, words);
  g_autoptr (ActStoreBits) names = act_store_bits_new ();
  int code = SQLITE_DONE;

  if (!run_match (database, "SELECT rowid FROM name_words WHERE name_words MATCH :match", match,
                  names, error))
    return FALSE;

  for (gint64 name = act_store_bits_next (names, 0); name >= 0 && code == SQLITE_DONE;
       name = act_store_bits_next (names, name + 1))
    {
      g_autoptr (ActStatement) list = act_store_database_prepare (
          database,
          "SELECT number FROM profile WHERE account = :name"
          " UNION ALL SELECT number FROM profile WHERE configuration = :name",
          error);

      if (list == NULL)
        return FALSE;

      act_statement_bind_int (list, ":name", name);
      while ((code = act_statement_step (list, error)) == SQLITE_ROW)
        act_store_bits_add (profiles, act_statement_get_int (list, 0));
    }

  return code == SQLITE_DONE;
}

/* Words that follow each other, some of which may not be in the shape: events that have such words
 * are looked at, if their shape fits. */
static gboolean
find_mixed_row (ActStoreTerm *self,
                char        **words,
                GError      **error)
{
  g_autofree char *shapes = NULL;

  if (!find_rows (self, act_store_match_own (words), self->candidates, error))
    return FALSE;
  if (act_store_rows_is_empty (self->candidates))
    return TRUE;

  shapes = act_store_match_shapes (words);

  return find_profiles (self->database, shapes, self->maybe, error);
}

static gboolean
find_in_messages (ActStoreTerm *self,
                  GError      **error)
{
  char **words = self->term->words;

  if (words[1] != NULL)
    return find_mixed_row (self, words, error);

  return find_rows (self, act_store_match_row (NULL, words), self->rows, error);
}

static gboolean
find_words (ActStoreTerm *self,
            const char   *fields,
            GError      **error)
{
  g_autofree char *match = NULL;

  if (self->term->words == NULL || self->term->words[0] == NULL)
    return TRUE;

  match = act_store_match_row (fields, self->term->words);

  return find_profiles (self->database, match, self->sure, error);
}

static gboolean
find_id (ActStoreTerm    *self,
         ActStoreIdColumn column,
         GError         **error)
{
  return act_store_ids_find_rows (self->database, column, self->term->text, self->limit, self->rows,
                                  error);
}

static gboolean
find_ids (ActStoreTerm *self,
          GError      **error)
{
  return find_id (self, ACT_STORE_ID_EVENT, error) && find_id (self, ACT_STORE_ID_ENTITY, error) &&
         find_id (self, ACT_STORE_ID_RUN, error) &&
         act_store_ids_find_profiles (self->database, self->term->text, self->sure, error);
}

static gboolean
find_anywhere (ActStoreTerm *self,
               GError      **error)
{
  char      **words = self->term->words;
  const char *fields = act_store_match_has_own (words) ? "name destination"
                                                       : "message name destination";

  return (words[0] == NULL || (find_words (self, fields, error) &&
                               find_named (self->database, words, self->sure, error) &&
                               find_in_messages (self, error))) &&
         (strlen (self->term->text) < ACT_SEARCH_MIN_ID_LENGTH ||
          find_ids (self, error));
}

static gboolean
find (ActStoreTerm *self,
      GError      **error)
{
  switch (self->term->field)
    {
    case ACT_SEARCH_WORDS:
      return find_anywhere (self, error);

    case ACT_SEARCH_NAME:
      return find_words (self, "name", error);

    case ACT_SEARCH_DESTINATION:
      return find_words (self, "destination", error);

    case ACT_SEARCH_ENTITY:
      return find_words (self, "entity_type", error) &&
             find_id (self, ACT_STORE_ID_ENTITY, error);

    case ACT_SEARCH_ID:
      return find_ids (self, error);

    case ACT_SEARCH_PAYLOAD:
    case ACT_SEARCH_IS:
    case ACT_SEARCH_BEFORE:
    case ACT_SEARCH_AFTER:
    case ACT_SEARCH_DURING:
    default:
      return TRUE;
    }
}

static ActStoreAnswer
ask_date (const ActSearchTerm *term,
          gint64               row_id)
{
  if (term->from == ACT_TIME_UNKNOWN)
    return ACT_STORE_MAYBE;

  if (term->field == ACT_SEARCH_BEFORE)
    return act_store_answer_is_older (row_id, term->from);
  if (term->field == ACT_SEARCH_AFTER)
    return act_store_answer_negate (act_store_answer_is_older (row_id, term->from));

  return MIN (act_store_answer_negate (act_store_answer_is_older (row_id, term->from)), act_store_answer_is_older (row_id, term->until));
}

static ActStoreAnswer
ask_index (ActStoreTerm *self,
           gint64        row_id,
           gint64        profile)
{
  if (act_store_bits_has (self->sure, profile) || act_store_rows_has (self->rows, row_id))
    return ACT_STORE_YES;

  if (!act_store_rows_knows (self->rows, row_id))
    return ACT_STORE_MAYBE;

  if (act_store_bits_has (self->maybe, profile) &&
      (act_store_rows_has (self->candidates, row_id) ||
       !act_store_rows_knows (self->candidates, row_id)))
    return ACT_STORE_MAYBE;

  return ACT_STORE_NO;
}

/**
 * act_store_term_new:
 * @database: a connection inside a transaction
 * @term: a term; outlives this
 * @limit: how many rows to read at most for each of its pieces; what is beyond is looked at when it is
 *   asked for
 * @error: return location for an error
 *
 * Looks a term up. On the connection's thread.
 *
 * Returns: (transfer full) (nullable): the term
 */
ActStoreTerm *
act_store_term_new (ActStoreDatabase    *database,
                    const ActSearchTerm *term,
                    guint                limit,
                    GError             **error)
{
  g_autoptr (ActStoreTerm) self = g_new0 (ActStoreTerm, 1);

  self->database = database;
  self->term = term;
  self->limit = limit;
  self->sure = act_store_bits_new ();
  self->rows = act_store_rows_new ();
  self->maybe = act_store_bits_new ();
  self->candidates = act_store_rows_new ();
  if (!find (self, error))
    return NULL;

  act_store_rows_seal (self->rows);
  act_store_rows_seal (self->candidates);

  return g_steal_pointer (&self);
}

/**
 * act_store_term_free:
 * @self: (transfer full) (nullable): a term
 *
 * Any thread.
 */
void
act_store_term_free (ActStoreTerm *self)
{
  if (self == NULL)
    return;

  g_free (self->match);
  act_store_bits_free (self->sure);
  act_store_rows_free (self->rows);
  act_store_bits_free (self->maybe);
  act_store_rows_free (self->candidates);
  g_free (self);
}

/**
 * act_store_term_get:
 * @self: a term
 *
 * Any thread.
 *
 * Returns: (transfer none): what it was made of
 */
const ActSearchTerm *
act_store_term_get (const ActStoreTerm *self)
{
  return self->term;
}

/**
 * act_store_term_ask:
 * @self: a term
 * @row_id: an event
 * @profile: its profile
 * @status: where it stands
 *
 * Tells whether an event is what the term speaks of, be it wanted or excluded. Quickest when each
 * event is older than the one before. Any thread.
 *
 * Returns: whether it is
 */
ActStoreAnswer
act_store_term_ask (ActStoreTerm  *self,
                    gint64         row_id,
                    gint64         profile,
                    ActEventStatus status)
{
  switch (self->term->field)
    {
    case ACT_SEARCH_PAYLOAD:
      return ACT_STORE_MAYBE;

    case ACT_SEARCH_IS:
      return act_search_is_covers (self->term->is, status) ? ACT_STORE_YES : ACT_STORE_NO;

    case ACT_SEARCH_BEFORE:
    case ACT_SEARCH_AFTER:
    case ACT_SEARCH_DURING:
      return ask_date (self->term, row_id);

    case ACT_SEARCH_WORDS:
    case ACT_SEARCH_NAME:
    case ACT_SEARCH_DESTINATION:
    case ACT_SEARCH_ENTITY:
    case ACT_SEARCH_ID:
    default:
      return ask_index (self, row_id, profile);
    }
}

/**
 * act_store_term_ask_profile:
 * @self: a term
 * @profile: a profile
 *
 * Any thread.
 *
 * Returns: what can be told of all its events: that each is what the term speaks of, that none is, or
 *   that it depends
 */
ActStoreAnswer
act_store_term_ask_profile (const ActStoreTerm *self,
                            gint64              profile)
{
  switch (self->term->field)
    {
    case ACT_SEARCH_WORDS:
    case ACT_SEARCH_NAME:
    case ACT_SEARCH_DESTINATION:
    case ACT_SEARCH_ENTITY:
    case ACT_SEARCH_ID:
      if (act_store_bits_has (self->sure, profile))
        return ACT_STORE_YES;

      return act_store_rows_is_empty (self->rows) && !act_store_bits_has (self->maybe, profile)
                 ? ACT_STORE_NO
                 : ACT_STORE_MAYBE;

    case ACT_SEARCH_PAYLOAD:
    case ACT_SEARCH_IS:
    case ACT_SEARCH_BEFORE:
    case ACT_SEARCH_AFTER:
    case ACT_SEARCH_DURING:
    default:
      return ACT_STORE_MAYBE;
    }
}

/**
 * act_store_term_extend:
 * @self: a term
 * @row_id: an event that it is not known of whether it matches
 * @extended: (out): return location for whether more is known now
 * @error: return location for an error
 *
 * Reads on, twice as much as the last time. On the connection's thread.
 *
 * Returns: whether it could be read
 */
gboolean
act_store_term_extend (ActStoreTerm *self,
                       gint64        row_id,
                       gboolean     *extended,
                       GError      **error)
{
  ActStoreRows *rows = act_store_rows_is_whole (self->rows) ? self->candidates : self->rows;
  g_autoptr (ActStatement) more = NULL;

  *extended = self->match != NULL && act_store_rows_get_from (rows) < G_MAXINT64 &&
              !act_store_rows_knows (rows, row_id);
  if (!*extended)
    return TRUE;

  if (self->limit <= G_MAXUINT / 2)
    self->limit *= 2;
  more = prepare_rows (self, act_store_rows_get_from (rows), error);

  return more != NULL && act_store_rows_extend (rows, more, self->limit, error);
}

/**
 * act_store_term_can_list:
 * @self: a term
 *
 * Any thread.
 *
 * Returns: whether the index can tell all events that may match
 */
gboolean
act_store_term_can_list (const ActStoreTerm *self)
{
  switch (self->term->field)
    {
    case ACT_SEARCH_WORDS:
    case ACT_SEARCH_NAME:
    case ACT_SEARCH_DESTINATION:
    case ACT_SEARCH_ENTITY:
    case ACT_SEARCH_ID:
      return act_store_rows_is_whole (self->rows) && act_store_rows_is_whole (self->candidates);

    case ACT_SEARCH_PAYLOAD:
    case ACT_SEARCH_IS:
    case ACT_SEARCH_BEFORE:
    case ACT_SEARCH_AFTER:
    case ACT_SEARCH_DURING:
    default:
      return FALSE;
    }
}

static void
append_rows (GArray       *row_ids,
             ActStoreRows *rows)
{
  GArray *ids = act_store_rows_get_ids (rows);

  if (ids->len > 0)
    g_array_append_vals (row_ids, ids->data, ids->len);
}

/**
 * act_store_term_list:
 * @self: a term that can be listed
 * @limit: how many rows @row_ids may hold
 * @row_ids: (element-type gint64): where to add the rows, in any order and maybe twice
 * @whole: (out): return location for whether all are there
 * @error: return location for an error
 *
 * Lists the events that may match. On the connection's thread.
 *
 * Returns: whether they could be read
 */
gboolean
act_store_term_list (ActStoreTerm *self,
                     guint         limit,
                     GArray       *row_ids,
                     gboolean     *whole,
                     GError      **error)
{
  append_rows (row_ids, self->rows);
  append_rows (row_ids, self->candidates);
  *whole = row_ids->len <= limit;

  return !*whole || act_store_ids_list_profiles (self->database, self->sure, limit, row_ids, whole, error);
}
