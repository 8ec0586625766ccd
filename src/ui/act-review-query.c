/* What the list of a review is asked for
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include <glib/gi18n.h>

/* By #ActSortColumn, as the setting has them. */
static const char *const sort_nicks[] = {
  "date",
  "name",
  "message",
  "status",
  "integration",
  "account",
};

static ActSortColumn
get_sort (ActReview *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sort_nicks); i++)
    {
      if (g_strcmp0 (self->sort, sort_nicks[i]) == 0)
        return (ActSortColumn) i;
    }

  return ACT_SORT_DATE;
}

/* Asks for what the filter, the switch and the order say. */
void
act_review_update_query (ActReview *self)
{
  g_autoptr (ActQuery) query = NULL;

  if (self->session == NULL || self->clearing)
    return;

  query = act_query_new ();
  query->include_actioned = gtk_switch_get_active (self->include_switch);
  query->kinds = act_kind_filter_get_kinds (self->kind_filter);
  query->configuration_id = g_strdup (self->earlier_id);
  query->before = self->earlier_before;
  query->cause = self->cause;
  act_review_add_search (self, query);
  query->sort = get_sort (self);
  query->descending = self->sort_descending;
  act_event_view_set_query (self->event_view, query);
  if (self->cause == 0)
    act_cause_view_set_query (self->cause_view, query);
  act_review_read_facets (self);
}

/* Sorts by another column. */
void
act_review_sort_by (ActReview    *self,
                    ActSortColumn sort,
                    gboolean      descending)
{
  /* Between the two the list would be asked for an order that nobody chose. */
  self->clearing = TRUE;
  g_object_set (self, "sort-descending", descending, "sort", sort_nicks[sort], NULL);
  self->clearing = FALSE;
  act_review_update_query (self);
}

void
act_review_clear_filter (ActReview *self)
{
  self->clearing = TRUE;
  act_kind_filter_set_kinds (self->kind_filter, ACT_QUERY_ALL_KINDS);
  act_review_close_cause (self);
  act_destination_filter_clear (self->destination_filter);
  act_date_filter_clear (self->date_filter);
  self->clearing = FALSE;
  act_review_show_earlier (self, NULL, ACT_TIME_UNKNOWN);
}

/* Shows only the errors of an integration that are older than @before, or all again. */
void
act_review_show_earlier (ActReview  *self,
                         const char *configuration_id,
                         gint64      before)
{
  ActEventRow          *row = act_event_view_get_selected_row (self->event_view);
  const ActEventRecord *record = row != NULL ? act_event_row_get_record (row) : NULL;
  g_autofree char      *label = NULL;

  if (configuration_id != NULL)
    {
      const char *name = configuration_id;

      if (record != NULL && record->integration_name != NULL &&
          g_strcmp0 (record->event->configuration_id, configuration_id) == 0)
        name = record->integration_name;

      /* Translators: a filter; the name of an integration goes in here. */
      label = g_strdup_printf (_ ("Earlier errors of %s"), name);
    }

  g_free (self->earlier_id);
  self->earlier_id = g_strdup (configuration_id);
  self->earlier_before = before;
  act_kind_filter_set_earlier_label (self->kind_filter, label);
  if (configuration_id != NULL)
    {
      act_kind_filter_set_kinds (self->kind_filter, ACT_QUERY_ALL_KINDS);
      act_review_show_list (self);
    }

  act_review_update_query (self);
  act_review_update_status (self);
}
