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
 * @ACT_SEARCH_WORDS: a word or phrase of the message, the names, the destination or an id
 * @ACT_SEARCH_NAME: `name:`, a part of the event name that begins at a word
 * @ACT_SEARCH_DESTINATION: `destination:`
 * @ACT_SEARCH_ENTITY: `entity:`, the entity's type or id
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

/**
 * ActSearchIs:
 * @ACT_SEARCH_IS_OPEN: not actioned
 * @ACT_SEARCH_IS_ACTIONED: actioned, here or elsewhere, sent or not
 * @ACT_SEARCH_IS_WAITING: marked here, and not confirmed by the server
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
 * @phrase: whether it was quoted: its words follow each other, and the last one may go on
 * @text: its value without quotes
 * @is: for %ACT_SEARCH_IS
 * @from: for a date: its first millisecond since 1970 UTC, once resolved
 * @until: for a date: the first millisecond after it, once resolved
 * @start: where it begins in what was typed, bytes
 * @end: where it ends, bytes
 */
typedef struct
{
  ActSearchField field;
  gboolean       negated;
  gboolean       phrase;
  char          *text;
  ActSearchIs    is;
  gint64         from;
  gint64         until;
  gsize          start;
  gsize          end;
} ActSearchTerm;

/**
 * ActSearchProblem:
 * @code: what is wrong
 * @token: the piece that is meant
 * @start: where it begins in what was typed, bytes
 * @end: where it ends, bytes
 *
 * Why a token was not understood; `text/act-search-text.h` words it. Codes:
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
 * (`name:perform name:validation`), different fields must all match, dates narrow. What is
 * excluded is excluded by each of its terms. A word matches by its beginning, and a row of
 * ideographs as a substring.
 */
typedef struct _ActSearch ActSearch;

GType                act_search_get_type      (void) G_GNUC_CONST;
ActSearch           *act_search_parse         (const char            *text);
ActSearch           *act_search_ref           (ActSearch             *self);
void                 act_search_unref         (ActSearch             *self);
ActSearch           *act_search_resolve       (ActSearch             *self,
                                               gint64                 now,
                                               GTimeZone             *zone);
char                *act_search_print         (const ActSearch       *self);
gboolean             act_search_equal         (const ActSearch       *self,
                                               const ActSearch       *other);
gboolean             act_search_is_empty      (const ActSearch       *self);
gboolean             act_search_uses_payload  (const ActSearch       *self);
gboolean             act_search_names_state   (const ActSearch       *self);
const ActSearchTerm *act_search_get_terms     (const ActSearch       *self,
                                               guint                 *n_terms);
const ActSearchProblem *act_search_get_problems (const ActSearch     *self,
                                               guint                 *n_problems);
gboolean             act_search_matches       (const ActSearch       *self,
                                               const ActEventRecord  *record);
GArray              *act_search_find_in       (const ActSearch       *self,
                                               ActSearchField         field,
                                               const char            *text);

const char          *act_search_field_get_name (ActSearchField        field);
const char          *act_search_is_get_name    (ActSearchIs           is);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActSearch, act_search_unref)

G_END_DECLS
