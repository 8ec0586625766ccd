/* What a review says about its session
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-error-dialog.h"
#include "act-error-text.h"
#include "act-sync-text.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

static void
append_part (GString    *text,
             const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");

  g_string_append (text, part);
}

static void
update_title (ActReview *self)
{
  const ActCounts *counts = NULL;
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *as_of = NULL;
  g_autofree char *open = NULL;
  g_autofree char *waiting = NULL;
  const char      *hint = NULL;

  if (self->session == NULL)
    {
      act_review_set_subtitle (self, "");
      return;
    }

  counts = act_session_get_counts (self->session);
  as_of = act_review_format_as_of (self);
  if (counts != NULL && as_of != NULL)
    {
      guint n_open = act_counts_get_open (counts);

      /* Translators: how many events are open. */
      open = g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open);
      append_part (subtitle, open);
      append_part (subtitle, as_of);
    }

  if (counts != NULL && counts->waiting > counts->held)
    {
      guint n_waiting = counts->waiting - counts->held;

      waiting = g_strdup_printf (ngettext ("%u change waiting", "%u changes waiting", n_waiting),
                                 n_waiting);
      append_part (subtitle, waiting);
    }

  hint = act_review_get_sync_hint (self);
  if (hint != NULL && as_of != NULL)
    append_part (subtitle, hint);

  act_review_set_subtitle (self, subtitle->str);
}

static void
update_refresh_button (ActReview *self)
{
  gboolean refreshing = self->session != NULL &&
                        act_session_get_state (self->session) == ACT_SESSION_REFRESHING;

  gtk_stack_set_visible_child_name (self->refresh_stack, refreshing ? "spinner" : "icon");
  gtk_spinner_set_spinning (self->refresh_spinner, refreshing);
}

static void
show_not_synced (ActReview *self)
{
  const GError *error = act_session_get_error (self->session);
  g_autoptr (ActErrorText) text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *rest = NULL;

  if (act_review_is_at_portal (self))
    {
      act_empty_page_show (self->empty_page, "network-wireless-hotspot-symbolic",
                           act_sync_text_hold (ACT_SYNC_HOLD_PORTAL),
                           _ ("Events can be read afterwards."));
      act_empty_page_set_button (self->empty_page, _ ("Open Network Page"),
                                 "events.open-network-page");
      return;
    }

  if (act_review_show_secret_page (self))
    return;

  if (error == NULL || act_session_get_state (self->session) == ACT_SESSION_REFRESHING)
    {
      act_empty_page_show (self->empty_page, NULL, _ ("Getting the Events"),
                           _ ("This can take a moment the first time."));
      return;
    }

  text = act_error_text_new (error);
  title = act_review_dup_key_title (self, error);
  rest = g_strdup_printf ("%s %s", text->cause, text->advice);
  act_empty_page_show (self->empty_page, act_review_get_error_icon (self),
                       title != NULL ? title : text->title, g_strstrip (rest));
  act_empty_page_set_button (self->empty_page, title != NULL ? _ ("Update Key…") : _ ("Try Again"),
                             title != NULL ? "app.update-key" : "events.refresh");
  if (title != NULL)
    act_empty_page_add_button (self->empty_page, _ ("Try Again"), "events.refresh");
  else if (text->detail != NULL)
    act_empty_page_add_button (self->empty_page, _ ("Details"), "events.show-error");
}

/* Whether the buttons beside the list leave something out. */
static gboolean
is_filtered (ActReview *self)
{
  return self->earlier_id != NULL || self->cause != 0 ||
         act_kind_filter_get_kinds (self->kind_filter) != ACT_QUERY_ALL_KINDS ||
         act_destination_filter_get_destinations (self->destination_filter) != NULL ||
         act_date_filter_get_text (self->date_filter) != NULL;
}

static gboolean
has_search (ActReview *self)
{
  return !act_search_is_empty (act_search_bar_get_search (self->search_bar));
}

static void
show_nothing_found (ActReview *self)
{
  act_empty_page_show (self->empty_page, "system-search-symbolic", _ ("Nothing Matches"),
                       is_filtered (self) ? _ ("No event matches the search and the filters.")
                                          : _ ("No event matches the search."));
  act_empty_page_set_button (self->empty_page, _ ("Clear Search"), "events.clear-search");
}

static void
show_empty (ActReview *self)
{
  g_autofree char *as_of = act_review_format_as_of (self);
  g_autofree char *description = NULL;

  if (has_search (self))
    {
      show_nothing_found (self);
    }
  else if (is_filtered (self))
    {
      act_empty_page_show (self->empty_page, "system-search-symbolic", _ ("No Matching Events"),
                           _ ("No event gets through the filter."));
      act_empty_page_set_button (self->empty_page, _ ("Clear Filter"), "events.clear-filter");
    }
  else if (as_of == NULL)
    {
      show_not_synced (self);
    }
  else if (act_review_is_stale (self))
    {
      /* Translators: "as of 14:32" goes in here. */
      description = g_strdup_printf (_ ("No event was open, %s. Newer ones are being read."), as_of);
      act_empty_page_show (self->empty_page, NULL, _ ("No Events Yet"), description);
    }
  else if (gtk_switch_get_active (self->include_switch))
    {
      description = g_strdup_printf (_ ("There is no integration error event, %s."), as_of);
      act_empty_page_show (self->empty_page, "emblem-ok-symbolic", _ ("No Events"), description);
    }
  else
    {
      /* Translators: "as of 14:32" goes in here. */
      description = g_strdup_printf (_ ("No event is open, %s."), as_of);
      act_empty_page_show (self->empty_page, "emblem-ok-symbolic", _ ("All Caught Up"),
                           description);
    }
}

/* How many rows the list will have, as far as that is known. */
static gsize
count_expected (ActReview *self)
{
  if (self->earlier_id != NULL || self->cause != 0 || act_review_is_searched (self))
    return 0;

  return act_review_count_events (self, gtk_switch_get_active (self->include_switch));
}

/* How many of the shown rows can be ticked: all, unless actioned ones are among them. */
static gsize
count_tickable (ActReview *self,
                gsize      n_shown)
{
  if (!gtk_switch_get_active (self->include_switch) || self->earlier_id != NULL ||
      self->cause != 0 || act_review_is_searched (self))
    return n_shown;

  return act_review_count_events (self, FALSE);
}

/* Lets the keyboard go on in the list, whichever of events and causes it has. */
void
act_review_grab_list (ActReview *self)
{
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->list_stack));
}

static void
update_page (ActReview *self)
{
  ActEventList *list = act_event_view_get_list (self->event_view);
  gboolean      empty = list == NULL || g_list_model_get_n_items (G_LIST_MODEL (list)) == 0;

  /* Before the first reading, a filter would count nothing as none. */
  gtk_widget_set_visible (GTK_WIDGET (self->filter_box),
                          self->session != NULL &&
                              (!empty || is_filtered (self) || has_search (self) ||
                               act_session_get_as_of (self->session) != ACT_TIME_UNKNOWN));
  gtk_widget_set_visible (GTK_WIDGET (self->wide_bin), self->wide && !empty && !act_review_is_grouped (self));

  if (self->session == NULL)
    {
      gtk_stack_set_visible_child_name (self->list_stack, self->upgrading ? "upgrade" : "empty");
      return;
    }

  /* Counts and list come one after the other. */
  if (empty && (act_event_list_get_loading (list) || count_expected (self) > 0))
    return;

  /* Nor do other events flash up between a cause and its own. */
  if (self->cause != 0 && act_event_list_get_loading (list))
    return;

  if (empty)
    show_empty (self);

  if (empty)
    gtk_stack_set_visible_child_name (self->list_stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->list_stack, act_review_is_grouped (self) ? "causes" : "list");

  /* The keyboard begins in the list. */
  if (!empty && !self->focused_once)
    {
      self->focused_once = TRUE;
      act_review_grab_list (self);
    }
}

/* "as of 14:32", or nothing while it was never read. */
char *
act_review_format_as_of (ActReview *self)
{
  gint64 as_of = act_session_get_as_of (self->session);

  g_autofree char *time = NULL;

  if (as_of == ACT_TIME_UNKNOWN)
    return NULL;

  time = act_time_text_as_of (as_of, act_time_now ());
  /* Translators: what is shown may be older than now; a time goes in here. */
  return g_strdup_printf (_ ("as of %s"), time);
}

/* Brings title, banner, filter and page in line with the session. */
void
act_review_update_status (ActReview *self)
{
  guint by_kind[ACT_N_EVENT_KINDS] = { 0 };

  update_title (self);
  update_refresh_button (self);
  act_review_update_banner (self);
  act_pending_button_set_counts (
      self->pending_button,
      self->session != NULL ? act_session_get_counts (self->session) : NULL);
  act_kind_filter_set_counts (self->kind_filter, act_review_count_kinds (self, by_kind));
  gtk_widget_set_visible (self->clear_button, is_filtered (self));
  act_review_update_search (self);
  update_page (self);
  act_review_update_ticks (self);
  act_review_update_actions (self);
}

void
act_review_update_ticks (ActReview *self)
{
  ActTicks     *ticks = act_event_view_get_ticks (self->event_view);
  ActEventList *list = act_event_view_get_list (self->event_view);
  gsize         n_ticked = act_ticks_get_size (ticks);
  gsize         n_shown = 0;
  gsize         n_hidden = 0;

  if (list == NULL || self->session == NULL)
    {
      act_selection_bar_set_numbers (self->selection_bar, 0, 0, 0);
      return;
    }

  n_shown = count_tickable (self, g_list_model_get_n_items (G_LIST_MODEL (list)));
  if (n_ticked > 0 && (is_filtered (self) || has_search (self)))
    {
      g_autoptr (GArray) ids = act_ticks_get_ids (ticks);

      n_hidden = act_event_list_count_missing (list, (const gint64 *) (gpointer) ids->data, ids->len);
    }

  act_selection_bar_set_numbers (self->selection_bar, n_ticked, n_shown, n_hidden);
  act_event_view_set_all_ticked (self->event_view, n_ticked - n_hidden >= n_shown && n_ticked > 0);
}

void
act_review_show_error (ActReview    *self,
                       const GError *error)
{
  GtkWindow *window = act_review_get_window (self);

  /* Its connection may have been removed meanwhile. */
  if (window != NULL)
    act_error_dialog_show (window, error);
}

void
act_review_show_toast (ActReview  *self,
                       const char *text)
{
  g_autofree char *name = act_review_dup_name (self);
  g_autofree char *named = NULL;
  g_autofree char *markup = NULL;
  AdwToast        *toast = NULL;

  if (name != NULL)
    /* Translators: the name of a connection, and what has happened in it. */
    named = g_strdup_printf (_ ("%1$s: %2$s"), name, text);

  markup = g_markup_escape_text (named != NULL ? named : text, -1);
  toast = adw_toast_new (markup);

  /* The toast that offers Undo has no end of its own: it must make room for a moment. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}
