/* What is searched for: words and field tokens, as a person types them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActSearchField:
 * @ACT_SEARCH_WORDS: a word or phrase of the message, the event name, the integration's name, the
 *   account's name or the destination; or an id by its beginning, if it has at least
 *   %ACT_SEARCH_MIN_ID_LENGTH bytes of it
 * @ACT_SEARCH_NAME: `name:`, a word or phrase of the event name
 * @ACT_SEARCH_DESTINATION: `destination:`, a word or phrase of the destination
 * @ACT_SEARCH_ENTITY: `entity:`, a word or phrase of the entity's type, or the beginning of its id
 * @ACT_SEARCH_ID: `id:`, any id of the event, by its beginning
 * @ACT_SEARCH_PAYLOAD: `payload:`, a piece of the event's JSON; read one by one
 * @ACT_SEARCH_IS: `is:`, where the event stands
 * @ACT_SEARCH_BEFORE: `before:`, exclusive
 * @ACT_SEARCH_AFTER: `after:`, inclusive
 * @ACT_SEARCH_DURING: `during:`, a day, month, year or preset
 *
 * What a term is about.
 */
typedef enum
{
  ACT_SEARCH_WORDS,
  ACT_SEARCH_NAME,
  ACT_SEARCH_DESTINATION,
  ACT_SEARCH_ENTITY,
  ACT_SEARCH_ID,
  ACT_SEARCH_PAYLOAD,
  ACT_SEARCH_IS,
  ACT_SEARCH_BEFORE,
  ACT_SEARCH_AFTER,
  ACT_SEARCH_DURING,
} ActSearchField;

#define ACT_N_SEARCH_FIELDS (ACT_SEARCH_DURING + 1)

/* A word that is shorter is not looked for in ids: it is the beginning of too many. Bytes. */
#define ACT_SEARCH_MIN_ID_LENGTH 4

/* What is longer, in bytes, or has more terms is not searched for. */
#define ACT_SEARCH_MAX_LENGTH 4096
#define ACT_SEARCH_MAX_TERMS  64

/**
 * ActSearchIs:
 * @ACT_SEARCH_IS_OPEN: not actioned
 * @ACT_SEARCH_IS_ACTIONED: actioned, here or elsewhere, sent or not
 * @ACT_SEARCH_IS_WAITING: marked here, and not confirmed by the server; also what it cannot mark
 * @ACT_SEARCH_IS_REFUSED: the server refused the mark
 * @ACT_SEARCH_IS_ELSEWHERE: actioned by someone else or in the Console
 * @ACT_SEARCH_IS_GONE: no longer on the server
 */
typedef enum
{
  ACT_SEARCH_IS_OPEN,
  ACT_SEARCH_IS_ACTIONED,
  ACT_SEARCH_IS_WAITING,
  ACT_SEARCH_IS_REFUSED,
  ACT_SEARCH_IS_ELSEWHERE,
  ACT_SEARCH_IS_GONE,
} ActSearchIs;

#define ACT_N_SEARCH_IS (ACT_SEARCH_IS_GONE + 1)

/**
 * ActSearchTerm:
 * @field: what it is about
 * @negated: whether it excludes
 * @phrase: whether it was quoted
 * @text: its value without quotes
 * @words: (array zero-terminated=1): the words of @text as they are compared. They match words that
 *   follow each other in one text; the last one may go on. Empty only for fields that are not
 *   words: ids, `payload:`, `is:` and dates
 * @is: for %ACT_SEARCH_IS
 * @from: for a date: its first millisecond since 1970 UTC, or %ACT_TIME_UNKNOWN until it is resolved
 * @until: for a date: the first millisecond after it, likewise
 * @start: where it begins in what was typed, bytes
 * @end: where it ends, bytes
 *
 * `before:` is all that is older than @from, `after:` what is not, and `during:` what is from @from
 * to before @until.
 */
typedef struct
{
  ActSearchField field;
  gboolean       negated;
  gboolean       phrase;
  char          *text;
  char         **words;
  ActSearchIs    is;
  gint64         from;
  gint64         until;
  gsize          start;
  gsize          end;
} ActSearchTerm;

/**
 * ActSearchProblemCode:
 * @ACT_SEARCH_PROBLEM_UNKNOWN_FIELD: there is no field of this name
 * @ACT_SEARCH_PROBLEM_UNKNOWN_STATE: `is:` something that nothing is
 * @ACT_SEARCH_PROBLEM_BAD_DATE: a date field without a date
 * @ACT_SEARCH_PROBLEM_EMPTY_VALUE: a field without a value
 * @ACT_SEARCH_PROBLEM_OPEN_QUOTE: a quote that does not end; its term is there all the same, so
 *   that what is still being typed is searched for
 * @ACT_SEARCH_PROBLEM_TOO_LONG: more than can be searched for
 */
typedef enum
{
  ACT_SEARCH_PROBLEM_UNKNOWN_FIELD,
  ACT_SEARCH_PROBLEM_UNKNOWN_STATE,
  ACT_SEARCH_PROBLEM_BAD_DATE,
  ACT_SEARCH_PROBLEM_EMPTY_VALUE,
  ACT_SEARCH_PROBLEM_OPEN_QUOTE,
  ACT_SEARCH_PROBLEM_TOO_LONG,
} ActSearchProblemCode;

/**
 * ActSearchProblem:
 * @code: what is wrong
 * @token: the piece that is meant
 * @start: where it begins in what was typed, bytes
 * @end: where it ends, bytes
 *
 * Why a token was not understood; `text/act-search-text.h` words it.
 */
typedef struct
{
  ActSearchProblemCode code;
  char                *token;
  gsize                start;
  gsize                end;
} ActSearchProblem;

/**
 * ActSearchRange:
 * @start: where a match begins, bytes
 * @end: where it ends, bytes
 */
typedef struct
{
  gsize start;
  gsize end;
} ActSearchRange;

#define ACT_TYPE_SEARCH (act_search_get_type ())

/**
 * ActSearch:
 *
 * A search that was parsed. Immutable, counted by references, and may cross threads.
 *
 * All words and `payload:` terms must match. Several terms of one other field are alternatives
 * (`name:perform name:validation`), different fields must all match, and every date narrows. What
 * is excluded is excluded by each of its terms. Dates that are not resolved match everything.
 *
 * What was not understood is a problem and no term. Whoever runs a search looks at its problems
 * first and explains them.
 */
typedef struct _ActSearch ActSearch;

GType                   act_search_get_type       (void) G_GNUC_CONST;
ActSearch              *act_search_parse          (const char           *text);
ActSearch              *act_search_ref            (ActSearch            *self);
void                    act_search_unref          (ActSearch            *self);
ActSearch              *act_search_resolve        (ActSearch            *self,
                                                   gint64                now,
                                                   GTimeZone            *zone);
char                   *act_search_print          (const ActSearch      *self);
gboolean                act_search_equal          (const ActSearch      *self,
                                                   const ActSearch      *other);
gboolean                act_search_is_empty       (const ActSearch      *self);
gboolean                act_search_uses_payload   (const ActSearch      *self);
gboolean                act_search_names_state    (const ActSearch      *self);
const ActSearchTerm    *act_search_get_terms      (const ActSearch      *self,
                                                   guint                *n_terms);
const ActSearchProblem *act_search_get_problems   (const ActSearch      *self,
                                                   guint                *n_problems);
gboolean                act_search_matches        (const ActSearch      *self,
                                                   const ActEventRecord *record);
GArray                 *act_search_find_in        (const ActSearch      *self,
                                                   ActSearchField        field,
                                                   const char           *text);

gboolean                act_search_term_matches   (const ActSearchTerm  *term,
                                                   const ActEventRecord *record);
gboolean                act_search_payload_has    (const char           *payload,
                                                   gsize                 length,
                                                   const char           *piece);

const char             *act_search_field_get_name (ActSearchField        field);
const char             *act_search_is_get_name    (ActSearchIs           is);
gboolean                act_search_is_covers      (ActSearchIs           is,
                                                   ActEventStatus        status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActSearch, act_search_unref)

G_END_DECLS
