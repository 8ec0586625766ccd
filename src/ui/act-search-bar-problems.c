/* What the search bar says about a search that is not understood, and when
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-bar-private.h"

#include "act-search-text.h"

/* A token that is being typed is no mistake before its writer has paused. */
#define MS_UNTIL_PROBLEM 900

guint
act_search_bar_get_cursor (ActSearchBar *self)
{
  return (guint) gtk_editable_get_position (GTK_EDITABLE (self->entry));
}

gboolean
act_search_bar_is_typed_in (ActSearchBar *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}

/* Whether the cursor stands in or right behind a token, so that it may not be complete. */
static gboolean
is_being_typed (ActSearchBar           *self,
                const ActSearchProblem *problem)
{
  const char *text = act_search_bar_get_text (self);
  gsize       cursor = (gsize) (g_utf8_offset_to_pointer (text, act_search_bar_get_cursor (self)) - text);

  return act_search_bar_is_typed_in (self) && problem->start <= cursor && cursor <= problem->end;
}

static void
show_problem (ActSearchBar *self,
              const char   *text)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);
  gboolean   wrong = text != NULL;

  act_search_outcome_show_problem (self->outcome, text);
  if (gtk_widget_has_css_class (entry, "error") == wrong)
    return;

  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* Explains what was not understood; what is still being typed only @after_pause. */
void
act_search_bar_update_problem (ActSearchBar *self,
                               gboolean      after_pause)
{
  guint                   n_problems = 0;
  const ActSearchProblem *problems = act_search_get_problems (self->search, &n_problems);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *line = NULL;

      if (is_being_typed (self, &problems[i]) &&
          (!after_pause || act_search_completion_is_shown (self->completion)))
        continue;

      line = act_search_text_problem (&problems[i]);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
    }

  show_problem (self, text->len > 0 ? text->str : NULL);
}

static gboolean
paused_cb (gpointer user_data)
{
  ActSearchBar *self = user_data;

  self->problem_id = 0;
  act_search_bar_update_problem (self, TRUE);
  return G_SOURCE_REMOVE;
}

void
act_search_bar_wait_for_pause (ActSearchBar *self)
{
  g_clear_handle_id (&self->problem_id, g_source_remove);
  act_search_bar_update_problem (self, FALSE);
  self->problem_id = g_timeout_add (MS_UNTIL_PROBLEM, paused_cb, self);
}
