/* What is searched for: words and field tokens, as a person types them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search.h"

#include "act-search-date.h"
#include "act-search-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (ActSearch, act_search, act_search_ref, act_search_unref)

static const char *const field_names[] = {
  [ACT_SEARCH_WORDS] = "",
  [ACT_SEARCH_NAME] = "name",
  [ACT_SEARCH_DESTINATION] = "destination",
  [ACT_SEARCH_ENTITY] = "entity",
  [ACT_SEARCH_ID] = "id",
  [ACT_SEARCH_PAYLOAD] = "payload",
  [ACT_SEARCH_IS] = "is",
  [ACT_SEARCH_BEFORE] = "before",
  [ACT_SEARCH_AFTER] = "after",
  [ACT_SEARCH_DURING] = "during",
};

static const char *const is_names[] = {
  [ACT_SEARCH_IS_OPEN] = "open",
  [ACT_SEARCH_IS_ACTIONED] = "actioned",
  [ACT_SEARCH_IS_WAITING] = "waiting",
  [ACT_SEARCH_IS_REFUSED] = "refused",
  [ACT_SEARCH_IS_ELSEWHERE] = "elsewhere",
  [ACT_SEARCH_IS_GONE] = "gone",
};

static void
clear_term (gpointer data)
{
  ActSearchTerm *term = data;

  g_free (term->text);
  g_strfreev (term->words);
}

static void
clear_problem (gpointer data)
{
  ActSearchProblem *problem = data;

  g_free (problem->token);
}

ActSearch *
act_search_new (void)
{
  ActSearch *self = g_new0 (ActSearch, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->terms = g_array_new (FALSE, FALSE, sizeof (ActSearchTerm));
  g_array_set_clear_func (self->terms, clear_term);
  self->problems = g_array_new (FALSE, FALSE, sizeof (ActSearchProblem));
  g_array_set_clear_func (self->problems, clear_problem);

  return self;
}

void
act_search_add_term (ActSearch           *self,
                     const ActSearchTerm *term)
{
  ActSearchTerm copy = *term;

  copy.text = g_strdup (term->text);
  copy.words = g_strdupv (term->words);
  g_array_append_val (self->terms, copy);
}

void
act_search_add_problem (ActSearch           *self,
                        ActSearchProblemCode code,
                        const char          *text,
                        gsize                start,
                        gsize                end)
{
  ActSearchProblem problem = { code, g_strndup (text + start, end - start), start, end };

  g_array_append_val (self->problems, problem);
}

gboolean
act_search_is_date (ActSearchField field)
{
  return field == ACT_SEARCH_BEFORE || field == ACT_SEARCH_AFTER || field == ACT_SEARCH_DURING;
}

/**
 * act_search_ref:
 * @self: a search
 *
 * Any thread.
 *
 * Returns: (transfer full): the same search
 */
ActSearch *
act_search_ref (ActSearch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * act_search_unref:
 * @self: (transfer full) (nullable): a search
 *
 * Any thread.
 */
void
act_search_unref (ActSearch *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->terms);
  g_array_unref (self->problems);
  g_free (self);
}

static const ActSearchTerm *
get_term (const ActSearch *self,
          guint            i)
{
  return &g_array_index (self->terms, ActSearchTerm, i);
}

/**
 * act_search_resolve:
 * @self: a search
 * @now: the time it is, milliseconds since 1970 UTC
 * @zone: the zone whose days are meant
 *
 * Says which moments its dates are. Any thread.
 *
 * Returns: (transfer full): the search with its dates resolved
 */
ActSearch *
act_search_resolve (ActSearch *self,
                    gint64     now,
                    GTimeZone *zone)
{
  ActSearch *resolved = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  resolved = act_search_new ();
  for (guint i = 0; i < self->terms->len; i++)
    {
      ActSearchTerm term = *get_term (self, i);

      if (act_search_is_date (term.field))
        act_search_date_resolve (term.text, now, zone, &term.from, &term.until);
      act_search_add_term (resolved, &term);
    }
  for (guint i = 0; i < self->problems->len; i++)
    {
      ActSearchProblem problem = g_array_index (self->problems, ActSearchProblem, i);

      problem.token = g_strdup (problem.token);
      g_array_append_val (resolved->problems, problem);
    }

  return resolved;
}

/* A backslash is doubled only where it would be read as the start of something. */
static void
print_quoted (GString    *printed,
              const char *text)
{
  g_string_append_c (printed, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || (*p == '\\' && (p[1] == '"' || p[1] == '\\' || p[1] == '\0')))
        g_string_append_c (printed, '\\');
      g_string_append_c (printed, *p);
    }
  g_string_append_c (printed, '"');
}

static void
print_term (GString             *printed,
            const ActSearchTerm *term)
{
  if (printed->len > 0)
    g_string_append_c (printed, ' ');
  if (term->negated)
    g_string_append_c (printed, '-');
  if (term->field != ACT_SEARCH_WORDS)
    g_string_append_printf (printed, "%s:", field_names[term->field]);

  if (term->phrase)
    print_quoted (printed, term->text);
  else
    g_string_append (printed, term->text);
}

/**
 * act_search_print:
 * @self: a search
 *
 * Writes a search as it could have been typed. Reading it again gives an equal one. What was not
 * understood is left out. Any thread.
 *
 * Returns: (transfer full): the text
 */
char *
act_search_print (const ActSearch *self)
{
  GString *printed = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  printed = g_string_new (NULL);
  for (guint i = 0; i < self->terms->len; i++)
    print_term (printed, get_term (self, i));

  return g_string_free (printed, FALSE);
}

static gboolean
terms_equal (const ActSearchTerm *one,
             const ActSearchTerm *other)
{
  return one->field == other->field && !one->negated == !other->negated &&
         !one->phrase == !other->phrase && one->is == other->is && one->from == other->from &&
         one->until == other->until && strcmp (one->text, other->text) == 0;
}

/**
 * act_search_equal:
 * @self: (nullable): a search
 * @other: (nullable): another
 *
 * Tells whether two searches have the same terms in the same order, dates resolved to the same
 * moments included. Any thread.
 *
 * Returns: whether they are equal; two %NULL are
 */
gboolean
act_search_equal (const ActSearch *self,
                  const ActSearch *other)
{
  if (self == NULL || other == NULL || self == other)
    return self == other;

  if (self->terms->len != other->terms->len)
    return FALSE;
  for (guint i = 0; i < self->terms->len; i++)
    {
      if (!terms_equal (get_term (self, i), get_term (other, i)))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_search_is_empty:
 * @self: (nullable): a search
 *
 * Any thread.
 *
 * Returns: whether it has no terms, so that it matches everything
 */
gboolean
act_search_is_empty (const ActSearch *self)
{
  return self == NULL || self->terms->len == 0;
}

/**
 * act_search_uses_payload:
 * @self: (nullable): a search
 *
 * Any thread.
 *
 * Returns: whether the payloads must be read for it, which takes a while
 */
gboolean
act_search_uses_payload (const ActSearch *self)
{
  for (guint i = 0; self != NULL && i < self->terms->len; i++)
    {
      if (get_term (self, i)->field == ACT_SEARCH_PAYLOAD)
        return TRUE;
    }

  return FALSE;
}

/**
 * act_search_names_state:
 * @self: (nullable): a search
 *
 * Tells whether it asks for events of some state, actioned ones perhaps: `is:` anything, or
 * `-is:open`. Other states that are excluded only narrow what is shown anyway. Any thread.
 *
 * Returns: whether it names a state
 */
gboolean
act_search_names_state (const ActSearch *self)
{
  for (guint i = 0; self != NULL && i < self->terms->len; i++)
    {
      const ActSearchTerm *term = get_term (self, i);

      if (term->field == ACT_SEARCH_IS && (!term->negated || term->is == ACT_SEARCH_IS_OPEN))
        return TRUE;
    }

  return FALSE;
}

/**
 * act_search_get_terms:
 * @self: a search
 * @n_terms: (out): return location for their number
 *
 * Any thread.
 *
 * Returns: (transfer none) (array length=n_terms) (nullable): its terms, in the order they were
 *   typed in
 */
const ActSearchTerm *
act_search_get_terms (const ActSearch *self,
                      guint           *n_terms)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_terms != NULL, NULL);

  *n_terms = self->terms->len;

  return (const ActSearchTerm *) (gpointer) self->terms->data;
}

/**
 * act_search_get_problems:
 * @self: a search
 * @n_problems: (out): return location for their number
 *
 * Any thread.
 *
 * Returns: (transfer none) (array length=n_problems) (nullable): what was not understood
 */
const ActSearchProblem *
act_search_get_problems (const ActSearch *self,
                         guint           *n_problems)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_problems != NULL, NULL);

  *n_problems = self->problems->len;

  return (const ActSearchProblem *) (gpointer) self->problems->data;
}

/**
 * act_search_field_get_name:
 * @field: a field
 *
 * Any thread.
 *
 * Returns: (transfer none): what is typed before the colon; empty for words
 */
const char *
act_search_field_get_name (ActSearchField field)
{
  g_return_val_if_fail ((guint) field < ACT_N_SEARCH_FIELDS, "");

  return field_names[field];
}

/**
 * act_search_is_get_name:
 * @is: a state
 *
 * Any thread.
 *
 * Returns: (transfer none): what is typed behind `is:`
 */
const char *
act_search_is_get_name (ActSearchIs is)
{
  g_return_val_if_fail ((guint) is < ACT_N_SEARCH_IS, "");

  return is_names[is];
}
