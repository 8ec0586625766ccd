/* The search of a review
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-session-searching.h"
#include "act-time-text.h"
#include "act-time.h"

#include <string.h>

/* A search that takes longer says that it goes on; the next keystroke mostly comes sooner. */
#define MS_UNTIL_WAITING 400

/* Gives the number of the day in the shown zone. */
static gint64
get_day (void)
{
  g_autoptr (GTimeZone) zone = act_time_text_get_zone ();
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);

  return (gint64) g_date_time_get_year (now) * 366 + g_date_time_get_day_of_year (now);
}

static ActSearch *
resolve (ActSearch *search)
{
  g_autoptr (GTimeZone) zone = act_time_text_get_zone ();

  return act_search_resolve (search, act_time_now (), zone);
}

/* Gives what was typed without the pieces that are read one by one. */
static ActSearch *
leave_out_payload (ActReview *self)
{
  const char          *text = act_search_bar_get_text (self->search_bar);
  guint                n_terms = 0;
  const ActSearchTerm *terms = NULL;
  g_autoptr (GString) rest = g_string_new (text);

  terms = act_search_get_terms (act_search_bar_get_search (self->search_bar), &n_terms);
  for (guint i = 0; i < n_terms; i++)
    {
      if (terms[i].field == ACT_SEARCH_PAYLOAD)
        memset (rest->str + terms[i].start, ' ', terms[i].end - terms[i].start);
    }

  return act_search_parse (rest->str);
}

/* Narrows the query to the days that are chosen beside the list. */
static void
add_dates (ActReview *self,
           ActQuery  *query)
{
  const char *text = act_date_filter_get_text (self->date_filter);
  g_autoptr (ActSearch) parsed = NULL;
  g_autoptr (ActSearch) dates = NULL;
  const ActSearchTerm *terms = NULL;
  guint                n_terms = 0;

  if (text == NULL)
    return;

  parsed = act_search_parse (text);
  dates = resolve (parsed);
  terms = act_search_get_terms (dates, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    {
      gint64 from = terms[i].from;
      gint64 until = terms[i].field == ACT_SEARCH_DURING ? terms[i].until : from;

      if (terms[i].field != ACT_SEARCH_BEFORE &&
          (query->after == ACT_TIME_UNKNOWN || from > query->after))
        query->after = from;

      if (terms[i].field != ACT_SEARCH_AFTER &&
          (query->before == ACT_TIME_UNKNOWN || until < query->before))
        query->before = until;
    }
}

static gboolean
is_scan (ActReview *self)
{
  return !self->scan_stopped &&
         act_search_uses_payload (act_search_bar_get_search (self->search_bar));
}

static gboolean
waiting_cb (gpointer user_data)
{
  ActReview *self = user_data;

  if (!is_scan (self))
    {
      self->waiting_id = 0;
      act_search_outcome_show_waiting (act_search_bar_get_outcome (self->search_bar));
      return G_SOURCE_REMOVE;
    }

  act_search_outcome_show_scan (act_search_bar_get_outcome (self->search_bar), act_session_get_n_scanned (self->session),
                                act_review_count_events (self, gtk_switch_get_active (self->include_switch)));
  return G_SOURCE_CONTINUE;
}

static void
search_changed_cb (ActReview *self)
{
  self->scan_stopped = FALSE;
  act_review_update_query (self);
  act_review_update_status (self);
}

static void
search_active_cb (ActReview *self)
{
  /* What names and destinations can be completed with. */
  if (act_search_bar_get_active (self->search_bar))
    act_review_read_facets (self);
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self->search_bar)) != NULL)
    act_review_grab_list (self);

  act_review_update_status (self);
}

static void
search_done_cb (ActReview *self)
{
  /* What was stopped is read after all when it is asked for again. */
  if (self->scan_stopped)
    {
      search_changed_cb (self);
      return;
    }

  act_review_grab_list (self);
}

static void
scan_cancelled_cb (ActReview *self)
{
  self->scan_stopped = TRUE;
  act_review_update_query (self);
  act_review_update_status (self);
}

static void
destination_open_cb (ActReview *self)
{
  if (act_destination_filter_get_open (self->destination_filter))
    act_review_read_facets (self);
}

static void
zone_changed_cb (GSettings  *settings,
                 const char *key,
                 ActReview  *self)
{
  act_time_text_set_utc (g_settings_get_enum (settings, key) == 1);
  act_row_look_refresh (act_event_view_get_look (self->event_view));
  act_details_pane_refresh (ACT_DETAILS_PANE (self->details_pane));
  act_review_update_query (self);
  act_review_update_status (self);
}

void
act_review_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, destination_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, scan_cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_active_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
}

void
act_review_open_search (ActReview *self)
{
  act_review_show_list (self);
  act_search_bar_open (self->search_bar);
}

/* Whether less is shown than the buttons of the kinds alone would show. */
gboolean
act_review_is_searched (ActReview *self)
{
  return !act_search_is_empty (act_search_bar_get_search (self->search_bar)) ||
         act_destination_filter_get_destinations (self->destination_filter) != NULL ||
         act_date_filter_get_text (self->date_filter) != NULL;
}

/* Adds to the query what is searched for and chosen beside the list. */
void
act_review_add_search (ActReview *self,
                       ActQuery  *query)
{
  const char *const *destinations = NULL;
  g_autoptr (ActSearch) search = NULL;

  if (self->scan_stopped)
    search = leave_out_payload (self);
  else
    search = act_search_ref (act_search_bar_get_search (self->search_bar));

  if (!act_search_is_empty (search))
    query->search = resolve (search);

  destinations = act_destination_filter_get_destinations (self->destination_filter);
  query->destinations = g_strdupv ((char **) destinations);
  add_dates (self, query);
  self->day = get_day ();
}

/* Says how many events the search found, once that is known. */
void
act_review_update_search (ActReview *self)
{
  ActEventList *list = act_event_view_get_list (self->event_view);

  gtk_widget_set_visible (GTK_WIDGET (self->search_bar), self->session != NULL);
  if (list == NULL || !act_search_bar_get_active (self->search_bar))
    {
      g_clear_handle_id (&self->waiting_id, g_source_remove);
      return;
    }

  if (!act_event_list_get_complete (list))
    {
      if (self->waiting_id == 0)
        self->waiting_id = g_timeout_add (MS_UNTIL_WAITING, waiting_cb, self);
      return;
    }

  g_clear_handle_id (&self->waiting_id, g_source_remove);
  act_search_outcome_show_count (act_search_bar_get_outcome (self->search_bar), g_list_model_get_n_items (G_LIST_MODEL (list)),
                                 self->scan_stopped);
}

/* Shows all times in the zone of the settings, now and from now on. */
void
act_review_follow_zone (ActReview *self)
{
  g_signal_connect_object (self->settings, "changed::time-zone", G_CALLBACK (zone_changed_cb), self, 0);
  act_time_text_set_utc (g_settings_get_enum (self->settings, "time-zone") == 1);
}

/* Today is another day after midnight. */
void
act_review_follow_day (ActReview *self)
{
  if (self->day != get_day () && act_review_is_searched (self))
    act_review_update_query (self);
}
