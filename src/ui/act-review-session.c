/* The session that a review shows, or why it shows none
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-error-text.h"

#include <glib/gi18n.h>

static void
session_changed_cb (ActSession *session,
                    GParamSpec *pspec,
                    ActReview  *self)
{
  gboolean first_time = act_session_get_as_of (session) == ACT_TIME_UNKNOWN;

  act_event_view_set_follow_top (self->event_view, first_time);
  act_review_update_status (self);
}

static void
source_changed_cb (ActRowSource *source,
                   ActReview    *self)
{
  act_review_retain_ticks (self);
  act_review_follow_facets (self);
}

static void
changes_changed_cb (ActSession *session,
                    ActReview  *self)
{
  act_review_read_changes (self);
}

static void
progress_changed_cb (ActSession *session,
                     ActReview  *self)
{
  act_review_update_progress (self);
}

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  ActReview  *self)
{
  act_review_update_status (self);
}

static void
list_notify_cb (ActEventList *list,
                GParamSpec   *pspec,
                ActReview    *self)
{
  act_review_update_status (self);
}

static void
list_complete_cb (ActEventList *list,
                  GParamSpec   *pspec,
                  ActReview    *self)
{
  if (act_event_list_get_complete (list))
    act_review_note_complete (self);

  act_review_update_status (self);
}

static void
forget_session (ActReview *self)
{
  if (self->session == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->following);
  g_clear_object (&self->following);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (act_session_get_row_source (self->session), self);
  self->cause = 0;
  act_filter_chip_set_label (self->cause_chip, NULL);
  act_cause_view_set_session (self->cause_view, NULL, NULL);
  act_event_view_set_source (self->event_view, NULL);
  act_details_pane_set_session (ACT_DETAILS_PANE (self->details_pane), NULL);
  act_undo_toast_set_session (self->undo_toast, NULL);
  act_saved_searches_set_session (self->saved_searches, NULL);
  act_connection_button_set_session (self->connection_button, NULL);
  act_review_close_network_log (self);
  act_review_forget_facets (self);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->read_change = 0;
  g_clear_object (&self->session);
}

static void
set_upgrading (ActReview *self,
               gboolean   upgrading)
{
  if (!upgrading)
    act_upgrade_page_clear (self->upgrade_page);
  self->upgrading = upgrading;
}

/**
 * act_review_set_session:
 * @self: a review
 * @session: (nullable): the session to show
 *
 * Shows another session, or none.
 */
void
act_review_set_session (ActReview  *self,
                        ActSession *session)
{
  ActEventList *list = NULL;
  ActRowSource *source = NULL;

  g_return_if_fail (ACT_IS_REVIEW (self));

  if (self->session == session)
    return;

  forget_session (self);
  set_upgrading (self, FALSE);
  if (session == NULL)
    {
      act_review_update_status (self);
      return;
    }

  self->session = g_object_ref (session);
  self->cancellable = g_cancellable_new ();
  self->focused_once = FALSE;
  self->mark_notice_closed = FALSE;
  self->aside_notice_closed = FALSE;
  self->read_only_notice_closed = FALSE;
  self->hold_notice_closed = FALSE;
  act_connection_button_set_connection (self->connection_button,
                                        act_session_get_connection (session));

  source = act_session_get_row_source (session);
  act_event_view_set_source (self->event_view, source);
  act_cause_view_set_session (self->cause_view, session, act_event_view_get_ticks (self->event_view));
  act_cause_view_set_active (self->cause_view, act_review_is_grouped (self));
  list = act_event_view_get_list (self->event_view);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
  g_signal_connect_object (list, "notify::complete", G_CALLBACK (list_complete_cb), self, 0);
  g_signal_connect_object (list, "notify::error", G_CALLBACK (list_notify_cb), self, 0);
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (list_notify_cb), self, 0);
  g_signal_connect_object (source, "changed", G_CALLBACK (source_changed_cb), self, 0);
  g_signal_connect_object (session, "notify", G_CALLBACK (session_changed_cb), self, 0);
  g_signal_connect_object (session, "changes-changed", G_CALLBACK (changes_changed_cb), self, 0);
  g_signal_connect_object (session, "progress-changed", G_CALLBACK (progress_changed_cb), self, 0);

  act_details_pane_set_session (ACT_DETAILS_PANE (self->details_pane), session);
  act_undo_toast_set_session (self->undo_toast, session);
  act_saved_searches_set_session (self->saved_searches, session);
  act_connection_button_set_session (self->connection_button, session);
  act_review_read_changes (self);
  act_review_update_query (self);
  session_changed_cb (session, NULL, self);
  act_review_follow_link (self);
}

/**
 * act_review_show_opening:
 * @self: a review without a session
 * @connection: (nullable): whose session is being opened
 *
 * Says that it takes a moment.
 */
void
act_review_show_opening (ActReview     *self,
                         ActConnection *connection)
{
  g_return_if_fail (ACT_IS_REVIEW (self));

  act_connection_button_set_connection (self->connection_button, connection);
  act_empty_page_show (self->empty_page, NULL, "", NULL);
  set_upgrading (self, FALSE);
  act_review_update_status (self);
}

/**
 * act_review_show_upgrade:
 * @self: a review without a session
 * @step: what is being done
 * @done: how much of it is done
 * @total: how much there is to do; 0 if it cannot be counted
 *
 * Says how far the upgrade of a store is that has to be over before it can be opened.
 */
void
act_review_show_upgrade (ActReview *self,
                         ActStep    step,
                         gint64     done,
                         gint64     total)
{
  g_return_if_fail (ACT_IS_REVIEW (self));

  act_upgrade_page_set_progress (self->upgrade_page, step, done, total);
  set_upgrading (self, TRUE);
  act_review_update_status (self);
}

/**
 * act_review_show_open_error:
 * @self: a review without a session
 * @error: why it could not be opened
 *
 * Says what is wrong and what to do.
 */
void
act_review_show_open_error (ActReview    *self,
                            const GError *error)
{
  g_autoptr (ActErrorText) text = NULL;
  g_autoptr (GString) description = NULL;

  g_return_if_fail (ACT_IS_REVIEW (self));

  text = act_error_text_new (error);
  description = g_string_new (text->cause);
  g_string_append_printf (description, "\n\n%s", text->advice);
  if (text->detail != NULL)
    g_string_append_printf (description, "\n\n%s", text->detail);

  set_upgrading (self, FALSE);
  act_empty_page_show (self->empty_page, "dialog-error-symbolic", text->title, description->str);
  switch (text->remedy)
    {
    case ACT_ERROR_REMEDY_OPEN_FOLDER:
      act_empty_page_set_button (self->empty_page, text->button, "app.open-folder");
      break;

    case ACT_ERROR_REMEDY_START_ANEW:
      act_empty_page_set_button (self->empty_page, _ ("Quit"), "app.quit");
      act_empty_page_add_button (self->empty_page, text->button, "app.start-anew");
      break;

    case ACT_ERROR_REMEDY_NONE:
    case ACT_ERROR_REMEDY_TRY_AGAIN:
    default:
      act_empty_page_set_button (self->empty_page, _ ("Try Again"), "app.open");
      break;
    }

  act_review_update_status (self);
}
