/* Opens the pages that follow an event up
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-authorization-page.h"
#include "act-mapping-page.h"
#include "act-page-dialog.h"
#include "act-re-enable-page.h"
#include "act-run-page.h"

/* The kind decides, whatever else the event names. */
static void
follow_up_record (ActReview            *self,
                  const ActEventRecord *record)
{
  switch (act_event_kind_get_follow_up (record->kind))
    {
    case ACT_FOLLOW_UP_VIEW_RUN:
      act_review_view_run (self, record->row_id);
      break;

    case ACT_FOLLOW_UP_ADD_MAPPING:
      act_review_open_page (self, act_mapping_page_new (self->session, record->row_id));
      break;

    case ACT_FOLLOW_UP_CONFIGURE_AUTHORIZATION:
      act_review_open_page (self, act_authorization_page_new (self->session, record->row_id));
      break;

    case ACT_FOLLOW_UP_RE_ENABLE:
      act_review_open_page (self, act_re_enable_page_new (self->session, record->row_id));
      break;

    case ACT_FOLLOW_UP_NONE:
    default:
      act_review_show_details (self, TRUE);
    }
}

static void
record_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ActReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActEventRecord) record = NULL;

  record = act_session_read_record_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->session != ACT_SESSION (source))
    return;

  g_clear_object (&self->following);
  if (record != NULL)
    follow_up_record (self, record);
  else
    act_review_show_error (self, error);
}

/* Opens the follow-up of an event's kind. The row may not be loaded yet, so it is read first. */
void
act_review_follow_up (ActReview *self,
                      gint64     row_id)
{
  if (self->session == NULL || row_id == 0)
    return;

  g_cancellable_cancel (self->following);
  g_clear_object (&self->following);
  self->following = g_cancellable_new ();
  act_event_view_select (self->event_view, row_id, FALSE);
  act_session_read_record_async (self->session, row_id, self->following, record_read_cb,
                                 g_object_ref (self));
}

/* Shows the run of an event, or the latest one of what it is about, as a page of its details. */
void
act_review_view_run (ActReview *self,
                     gint64     row_id)
{
  ActDetailsPane *pane = ACT_DETAILS_PANE (self->details_pane);
  GtkWidget      *focus = act_review_get_focus (self);

  if (self->session == NULL || row_id == 0)
    return;

  self->run_from_list = focus != NULL &&
                        gtk_widget_is_ancestor (focus, GTK_WIDGET (self->event_view));
  act_event_view_select (self->event_view, row_id, FALSE);
  act_details_pane_drop_pages (pane);
  act_review_show_details (self, FALSE);
  act_details_pane_open_page (pane, act_run_page_new (self->session, row_id));
}

/* Shows a page in a dialog. */
void
act_review_open_page (ActReview *self,
                      GtkWidget *page)
{
  g_autofree char *name = act_review_dup_name (self);
  GtkWidget       *dialog = act_page_dialog_new (act_review_get_window (self), page);

  act_page_dialog_set_connection_name (ACT_PAGE_DIALOG (dialog), name);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
act_review_has_page (ActReview *self)
{
  g_autofree char *title = NULL;

  title = act_details_pane_dup_page_title (ACT_DETAILS_PANE (self->details_pane));

  return title != NULL;
}
