/* What waits and what was done, from the main window
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-window-private.h"

#include "act-activity-page.h"
#include "act-page.h"
#include "act-pending-page.h"

static void
show_event_cb (ActWindow *self,
               gint64     row_id,
               GtkWidget *page)
{
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (page)));
  act_window_show_event (self, row_id);
}

static void
open_page (ActWindow *self,
           GtkWidget *page)
{
  g_signal_connect_object (page, "show-event", G_CALLBACK (show_event_cb), self,
                           G_CONNECT_SWAPPED);
  act_window_open_page (self, page);
}

void
act_window_open_pending (ActWindow *self)
{
  if (self->session != NULL)
    open_page (self, act_pending_page_new (self->session));
}

void
act_window_open_activity (ActWindow *self)
{
  if (self->session != NULL)
    open_page (self, act_activity_page_new (self->session));
}

/* Selects an event and shows its details, whatever the list leaves out now. */
void
act_window_show_event (ActWindow *self,
                       gint64     row_id)
{
  ActEventList *list = act_event_view_get_list (self->event_view);

  if (list == NULL || !act_event_list_find (list, row_id, NULL))
    {
      act_window_clear_filter (self);
      act_search_bar_set_text (self->search_bar, "");
      act_search_bar_set_active (self->search_bar, FALSE);
      gtk_switch_set_active (self->include_switch, TRUE);
    }

  act_event_view_select (self->event_view, row_id, TRUE);
  act_window_show_details (self, FALSE);
}
