/* What waits and what was done, from a review
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-activity-page.h"
#include "act-page.h"
#include "act-pending-page.h"

static void
show_event_cb (ActReview *self,
               gint64     row_id,
               GtkWidget *page)
{
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (page)));
  act_review_show_event (self, row_id);
}

static void
open_page (ActReview *self,
           GtkWidget *page)
{
  g_signal_connect_object (page, "show-event", G_CALLBACK (show_event_cb), self,
                           G_CONNECT_SWAPPED);
  act_review_open_page (self, page);
}

void
act_review_open_pending (ActReview *self)
{
  if (self->session != NULL)
    open_page (self, act_pending_page_new (self->session));
}

void
act_review_open_activity (ActReview *self)
{
  if (self->session != NULL)
    open_page (self, act_activity_page_new (self->session));
}

/* Selects an event and shows its details, whatever the list leaves out now. */
void
act_review_show_event (ActReview *self,
                       gint64     row_id)
{
  ActEventList *list = act_event_view_get_list (self->event_view);

  if (list == NULL || !act_event_list_find (list, row_id, NULL))
    {
      act_review_clear_filter (self);
      act_search_bar_set_text (self->search_bar, "");
      act_search_bar_set_active (self->search_bar, FALSE);
      gtk_switch_set_active (self->include_switch, TRUE);
    }

  act_event_view_select (self->event_view, row_id, TRUE);
  act_review_show_details (self, FALSE);
}
