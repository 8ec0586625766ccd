/* How many of the events that are shown have which name and which destination
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-session-searching.h"

/* While rows come in all the time, the numbers follow once a second. */
#define MS_BETWEEN_READINGS 1000

static void read_now (ActReview *self);

/* Without a search the session has the numbers of the kinds, and they cost nothing. */
static gboolean
is_wanted (ActReview *self)
{
  return self->session != NULL &&
         (act_review_is_searched (self) || act_search_bar_get_active (self->search_bar) ||
          act_destination_filter_get_open (self->destination_filter));
}

static gboolean
read_again_cb (gpointer user_data)
{
  ActReview *self = user_data;

  self->facets_id = 0;
  if (is_wanted (self))
    read_now (self);

  return G_SOURCE_REMOVE;
}

static void
show_facets (ActReview *self)
{
  act_search_bar_set_facets (self->search_bar, self->facets);
  act_destination_filter_set_facets (self->destination_filter, self->facets->destinations);
  act_review_update_status (self);
}

static void
facets_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActFacets) facets = NULL;
  ActReview *self = NULL;

  facets = act_session_list_facets_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_REVIEW (user_data);
  g_clear_object (&self->counting);
  if (facets == NULL)
    {
      g_debug ("The numbers of the filters cannot be read: %s", error->message);
      return;
    }

  g_clear_pointer (&self->facets, act_facets_free);
  self->facets = g_steal_pointer (&facets);
  show_facets (self);
}

static void
cancel (ActReview *self)
{
  g_clear_handle_id (&self->facets_id, g_source_remove);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

/* What reads all of the raw JSON is first read for the list, and counted when that is done. */
static gboolean
is_cheap (ActEventList *list)
{
  const ActQuery *query = act_event_list_get_query (list);

  return act_event_list_get_complete (list) || query->search == NULL ||
         !act_search_uses_payload (query->search);
}

static void
read_now (ActReview *self)
{
  ActEventList   *list = act_event_view_get_list (self->event_view);
  const ActQuery *query = list != NULL ? act_event_list_get_query (list) : NULL;

  cancel (self);
  if (query == NULL || !is_cheap (list))
    return;

  self->counting = g_cancellable_new ();
  act_session_list_facets_async (self->session, query, self->counting, facets_listed_cb, self);
}

/* Gives how many events each kind's button stands for: @by_kind filled in, or %NULL if that is not
 * known. */
const guint *
act_review_count_kinds (ActReview *self,
                        guint     *by_kind)
{
  const ActCounts *counts = self->session != NULL ? act_session_get_counts (self->session) : NULL;
  gboolean         include_actioned = gtk_switch_get_active (self->include_switch);

  if (counts == NULL)
    return NULL;

  for (guint i = 0; i < ACT_N_EVENT_KINDS; i++)
    {
      if (act_review_is_searched (self) && self->facets != NULL)
        by_kind[i] = self->facets->by_kind[i];
      else
        by_kind[i] = include_actioned ? counts->all_by_kind[i] : counts->open_by_kind[i];
    }

  return by_kind;
}

/* Gives how many events of the kinds that are shown there are. */
guint
act_review_count_events (ActReview *self,
                         gboolean   include_actioned)
{
  const ActCounts *counts = act_session_get_counts (self->session);
  guint            kinds = act_kind_filter_get_kinds (self->kind_filter);
  guint            n_events = 0;

  for (guint i = 0; counts != NULL && i < ACT_N_EVENT_KINDS; i++)
    {
      if ((kinds & (1u << i)) != 0)
        n_events += include_actioned ? counts->all_by_kind[i] : counts->open_by_kind[i];
    }

  return n_events;
}

/* Reads the numbers of what is shown, if anybody looks at them: at once for another query, and now
 * and then while the events change. */
void
act_review_read_facets (ActReview *self)
{
  if (is_wanted (self))
    read_now (self);
  else
    cancel (self);
}

void
act_review_follow_facets (ActReview *self)
{
  if (is_wanted (self) && self->facets_id == 0)
    self->facets_id = g_timeout_add (MS_BETWEEN_READINGS, read_again_cb, self);
}

/* The list has all rows of its query. */
void
act_review_note_complete (ActReview *self)
{
  ActEventList   *list = act_event_view_get_list (self->event_view);
  const ActQuery *query = act_event_list_get_query (list);

  if (query->search != NULL && act_search_uses_payload (query->search))
    act_review_read_facets (self);
}

void
act_review_forget_facets (ActReview *self)
{
  cancel (self);
  g_clear_pointer (&self->facets, act_facets_free);
}
