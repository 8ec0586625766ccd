/* A search, as far as the index answers it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-search.h"

#include "act-id-array.h"
#include "act-store-ids.h"
#include "act-store-payload.h"
#include "act-store-records.h"
#include "act-store-term.h"

#include <string.h>

/* More than any store has, and what a damaged one must not make us allocate. */
#define MAX_PROFILES (1 << 28)

struct _ActStoreSearch
{
  ActStoreDatabase *database;       /* (unowned) */
  const ActQuery   *query;          /* (unowned) */
  GPtrArray        *terms;          /* (owned): ActStoreTerm */
  GByteArray       *answers;        /* (owned): what can be told of all events of each profile */
  ActStoreBits     *possible;       /* (owned): the profiles whose answer is not no */
  gboolean          beside_payload; /* whether all is asked but the raw JSON */
};

/* Of such fields one term must match; of the others each. */
static gboolean
is_alternative (const ActSearchTerm *term)
{
  return !term->negated &&
         (term->field == ACT_SEARCH_NAME || term->field == ACT_SEARCH_DESTINATION ||
          term->field == ACT_SEARCH_ENTITY || term->field == ACT_SEARCH_ID ||
          term->field == ACT_SEARCH_IS);
}

/* What is asked about: an event, or all events of a profile. */
typedef struct
{
  gboolean       is_row;
  gint64         row_id;
  gint64         profile;
  ActEventStatus status;
} Subject;

static ActStoreAnswer
ask_days (const ActQuery *query,
          const Subject  *subject)
{
  ActStoreAnswer answer = ACT_STORE_YES;

  if (!subject->is_row)
    return query->before != ACT_TIME_UNKNOWN || query->after != ACT_TIME_UNKNOWN ? ACT_STORE_MAYBE
                                                                                 : ACT_STORE_YES;

  if (query->before != ACT_TIME_UNKNOWN)
    answer = MIN (answer, act_store_answer_is_older (subject->row_id, query->before));
  if (query->after != ACT_TIME_UNKNOWN)
    answer = MIN (answer,
                  act_store_answer_negate (act_store_answer_is_older (subject->row_id, query->after)));

  return answer;
}

static ActStoreAnswer
ask_term (ActStoreSearch *self,
          ActStoreTerm   *term,
          const Subject  *subject)
{
  const ActSearchTerm *asked = act_store_term_get (term);

  if (self->beside_payload && asked->field == ACT_SEARCH_PAYLOAD)
    return asked->negated ? ACT_STORE_NO : ACT_STORE_YES;
  if (!subject->is_row)
    return act_store_term_ask_profile (term, subject->profile);

  return act_store_term_ask (term, subject->row_id, subject->profile, subject->status);
}

static ActStoreAnswer
ask (ActStoreSearch *self,
     const Subject  *subject)
{
  ActStoreAnswer all = ask_days (self->query, subject);
  ActStoreAnswer any[ACT_N_SEARCH_FIELDS] = { ACT_STORE_NO };
  guint          wanted = 0;

  for (guint i = 0; i < self->terms->len && all != ACT_STORE_NO; i++)
    {
      ActStoreTerm        *term = g_ptr_array_index (self->terms, i);
      const ActSearchTerm *asked = act_store_term_get (term);
      ActStoreAnswer       answer = ask_term (self, term, subject);

      if (is_alternative (asked))
        {
          wanted |= 1u << asked->field;
          any[asked->field] = MAX (any[asked->field], answer);
        }
      else
        {
          all = MIN (all, asked->negated ? act_store_answer_negate (answer) : answer);
        }
    }

  for (guint field = 0; field < ACT_N_SEARCH_FIELDS; field++)
    {
      if (wanted & (1u << field))
        all = MIN (all, any[field]);
    }

  return all;
}

/* Most is told by profiles alone, which are fewer than events. */
static gboolean
ask_profiles (ActStoreSearch *self,
              GError        **error)
{
  gint64 last = 0;

  if (!act_store_database_read_int (self->database, "SELECT max (number) FROM profile", &last, error))
    return FALSE;

  g_byte_array_set_size (self->answers, (guint) CLAMP (last + 1, 1, MAX_PROFILES));
  for (guint profile = 0; profile < self->answers->len; profile++)
    {
      Subject subject = { FALSE, 0, profile, ACT_EVENT_STATUS_OPEN };

      self->answers->data[profile] = (guint8) ask (self, &subject);
      if (self->answers->data[profile] != ACT_STORE_NO)
        act_store_bits_add (self->possible, profile);
    }

  return TRUE;
}

/**
 * act_store_search_new:
 * @database: a connection inside a transaction; outlives this
 * @query: a query; outlives this
 * @limit: how many rows to read at most for each piece of a term; what is beyond is looked at one by
 *   one
 * @error: return location for an error
 *
 * Looks the terms of a query's search up. On the connection's thread, as all of its functions.
 *
 * Returns: (transfer full) (nullable): the search
 */
ActStoreSearch *
act_store_search_new (ActStoreDatabase *database,
                      const ActQuery   *query,
                      guint             limit,
                      GError          **error)
{
  g_autoptr (ActStoreSearch) self = g_new0 (ActStoreSearch, 1);
  const ActSearchTerm *terms = NULL;
  guint                n_terms = 0;

  self->database = database;
  self->query = query;
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) act_store_term_free);
  self->answers = g_byte_array_new ();
  self->possible = act_store_bits_new ();
  if (query->search != NULL)
    terms = act_search_get_terms (query->search, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    {
      ActStoreTerm *term = act_store_term_new (database, &terms[i], limit, error);

      if (term == NULL)
        return NULL;
      g_ptr_array_add (self->terms, term);
    }

  return ask_profiles (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * act_store_search_free:
 * @self: (transfer full) (nullable): a search
 */
void
act_store_search_free (ActStoreSearch *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->terms);
  g_byte_array_unref (self->answers);
  act_store_bits_free (self->possible);
  g_free (self);
}

/**
 * act_store_search_ask:
 * @self: a search
 * @row_id: an event
 * @profile: its profile
 * @status: where it stands
 *
 * Quickest when each event is older than the one before.
 *
 * Returns: whether it matches
 */
ActStoreAnswer
act_store_search_ask (ActStoreSearch *self,
                      gint64          row_id,
                      gint64          profile,
                      ActEventStatus  status)
{
  Subject subject = { TRUE, row_id, profile, status };

  if (profile >= 0 && profile < self->answers->len &&
      self->answers->data[profile] != ACT_STORE_MAYBE)
    return (ActStoreAnswer) self->answers->data[profile];

  return ask (self, &subject);
}

static gboolean
matches_days (const ActQuery       *query,
              const ActEventRecord *record)
{
  gint64 time = act_event_record_get_time (record);

  return (query->before == ACT_TIME_UNKNOWN || time < query->before) &&
         (query->after == ACT_TIME_UNKNOWN || time >= query->after);
}

static gboolean
extend_terms (ActStoreSearch *self,
              gint64          row_id,
              gboolean       *any,
              GError        **error)
{
  *any = FALSE;
  for (guint i = 0; i < self->terms->len; i++)
    {
      gboolean extended = FALSE;

      do
        {
          if (!act_store_term_extend (g_ptr_array_index (self->terms, i), row_id, &extended, error))
            return FALSE;
          *any |= extended;
        }
      while (extended);
    }

  return TRUE;
}

static gboolean
uses_payload (const ActQuery *query)
{
  return query->search != NULL && act_search_uses_payload (query->search);
}

/* Whether all but the raw JSON matches. */
static ActStoreAnswer
ask_beside_payload (ActStoreSearch *self,
                    const Subject  *subject)
{
  ActStoreAnswer answer;

  self->beside_payload = TRUE;
  answer = ask (self, subject);
  self->beside_payload = FALSE;

  return answer;
}

/* Much of the time it is the raw JSON alone that is not known. */
static gboolean
look_at_payload (ActStoreSearch *self,
                 gint64          row_id,
                 gboolean       *matches,
                 GError        **error)
{
  const char *payload = NULL;
  int         code;
  g_autoptr (ActStatement) read = act_store_database_prepare (
      self->database, "SELECT " ACT_STORE_PAYLOAD_SQL " FROM event WHERE row_id = :row_id", error);

  if (read == NULL)
    return FALSE;

  act_statement_bind_int (read, ":row_id", row_id);
  code = act_statement_step (read, error);
  if (code == SQLITE_ROW)
    payload = act_statement_get_text (read, 0);

  *matches = code == SQLITE_ROW;
  for (guint i = 0; i < self->terms->len; i++)
    {
      const ActSearchTerm *term = act_store_term_get (g_ptr_array_index (self->terms, i));
      gboolean             has;

      if (term->field != ACT_SEARCH_PAYLOAD)
        continue;

      has = payload != NULL && act_search_payload_has (payload, strlen (payload), term->text);
      *matches = *matches && !has == !!term->negated;
    }

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
look_at (ActStoreSearch *self,
         gint64          row_id,
         gboolean       *matches,
         GError        **error)
{
  const ActQuery *query = self->query;
  ActRowLoadFlags flags = ACT_ROW_LOAD_NONE;
  g_autoptr (ActEventRecord) record = NULL;

  *matches = FALSE;
  if (uses_payload (query))
    flags = ACT_ROW_LOAD_PAYLOAD;

  if (!act_store_records_find (self->database, row_id, flags, &record, error))
    return FALSE;

  *matches = record != NULL && matches_days (query, record) &&
             (query->search == NULL || act_search_matches (query->search, record));

  return TRUE;
}

/**
 * act_store_search_verify:
 * @self: a search
 * @row_id: an event that may match
 * @profile: its profile
 * @status: where it stands
 * @matches: (out): return location for whether it does
 * @error: return location for an error
 *
 * Reads what tells it, more of the index or the event itself.
 *
 * Returns: whether it could be read
 */
gboolean
act_store_search_verify (ActStoreSearch *self,
                         gint64          row_id,
                         gint64          profile,
                         ActEventStatus  status,
                         gboolean       *matches,
                         GError        **error)
{
  gboolean       extended = FALSE;
  ActStoreAnswer answer = ACT_STORE_MAYBE;
  Subject        subject = { TRUE, row_id, profile, status };

  if (!extend_terms (self, row_id, &extended, error))
    return FALSE;

  if (extended)
    answer = act_store_search_ask (self, row_id, profile, status);
  *matches = answer == ACT_STORE_YES;

  if (answer != ACT_STORE_MAYBE)
    return TRUE;

  return uses_payload (self->query) && ask_beside_payload (self, &subject) == ACT_STORE_YES
             ? look_at_payload (self, row_id, matches, error)
             : look_at (self, row_id, matches, error);
}

/* The terms one of which an event must match: the one at @first, and its alternatives. */
static GPtrArray *
get_group (ActStoreSearch *self,
           guint           first)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new ();
  ActStoreTerm        *term = g_ptr_array_index (self->terms, first);
  const ActSearchTerm *asked = act_store_term_get (term);

  for (guint i = 0; i < self->terms->len; i++)
    {
      ActStoreTerm        *other = g_ptr_array_index (self->terms, i);
      const ActSearchTerm *other_asked = act_store_term_get (other);

      if (other != term && !(is_alternative (asked) && is_alternative (other_asked) &&
                             other_asked->field == asked->field))
        continue;

      if (other_asked->negated || !act_store_term_can_list (other))
        return NULL;

      g_ptr_array_add (group, other);
    }

  return g_steal_pointer (&group);
}

static void
keep_sorted (GArray  *found,
             GArray **row_ids)
{
  g_clear_pointer (row_ids, g_array_unref);
  *row_ids = act_id_array_new_sorted ((const gint64 *) (gconstpointer) found->data, found->len);
}

static gboolean
list_possible (ActStoreSearch *self,
               guint           limit,
               GArray        **row_ids,
               GError        **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean whole = FALSE;

  if (!act_store_ids_list_profiles (self->database, self->possible, limit, found, &whole, error))
    return FALSE;

  if (whole)
    keep_sorted (found, row_ids);

  return TRUE;
}

static gboolean
list_group (ActStoreSearch *self,
            GPtrArray      *group,
            guint           limit,
            GArray        **row_ids,
            GError        **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean whole = TRUE;

  for (guint i = 0; i < group->len && whole; i++)
    {
      if (!act_store_term_list (g_ptr_array_index (group, i), limit, found, &whole,
                                error))
        return FALSE;
    }

  if (whole)
    keep_sorted (found, row_ids);

  return TRUE;
}

/**
 * act_store_search_list:
 * @self: a search
 * @limit: how many rows are worth being listed
 * @row_ids: (out) (transfer full) (nullable): return location for the events that may match,
 *   ascending; %NULL when they are too many
 * @error: return location for an error
 *
 * Lists the events of the profiles that may have any, or what the term finds that finds least.
 *
 * Returns: whether they could be read
 */
gboolean
act_store_search_list (ActStoreSearch *self,
                       guint           limit,
                       GArray        **row_ids,
                       GError        **error)
{
  g_autoptr (GArray) best = NULL;

  if (!list_possible (self, limit, &best, error))
    return FALSE;

  for (guint i = 0; i < self->terms->len; i++)
    {
      g_autoptr (GPtrArray) group = get_group (self, i);

      if (group != NULL &&
          !list_group (self, group, best != NULL ? best->len : limit, &best, error))
        return FALSE;
    }

  *row_ids = g_steal_pointer (&best);

  return TRUE;
}
