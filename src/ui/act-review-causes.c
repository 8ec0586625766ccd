/* The list of a review, grouped by cause
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-cause-text.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

/* Whether the list shows causes: while one of them is open, it shows that one's events. */
gboolean
act_review_is_grouped (ActReview *self)
{
  return self->group_by_cause && self->cause == 0;
}

static void
focus_list (ActReview *self)
{
  if (act_review_is_grouped (self))
    {
      act_review_grab_list (self);
    }
  else
    {
      self->focused_once = FALSE;
      act_review_update_status (self);
    }
}

void
act_review_set_group_by_cause (ActReview *self,
                               gboolean   group_by_cause)
{
  if (self->group_by_cause == group_by_cause)
    return;

  self->group_by_cause = group_by_cause;
  g_object_notify (G_OBJECT (self), "group-by-cause");
  act_review_show_list (self);
  act_review_show_cause (self, 0, NULL);
}

/* Shows the events of a cause, or all again where @cause is 0. */
void
act_review_show_cause (ActReview  *self,
                       gint64      cause,
                       const char *message)
{
  g_autofree char *label = NULL;

  if (cause != 0)
    {
      g_autofree char *line = act_safe_text_line (message);

      /* Translators: a filter; the message of an error goes in here. */
      label = g_strdup_printf (_ ("Cause: %s"), line);
    }

  self->cause = cause;
  act_filter_chip_set_label (self->cause_chip, label);
  act_cause_view_set_active (self->cause_view, act_review_is_grouped (self));
  if (cause != 0)
    act_review_show_list (self);

  act_review_update_query (self);
  act_review_update_status (self);
  focus_list (self);
}

/* Goes from the events of a cause back to where they were opened. */
gboolean
act_review_close_cause (ActReview *self)
{
  if (self->cause == 0)
    return FALSE;

  act_review_show_cause (self, 0, NULL);

  return TRUE;
}

void
act_review_open_selected_cause (ActReview *self)
{
  const ActCause  *cause = act_cause_view_get_selected (self->cause_view);
  g_autofree char *message = NULL;

  if (cause == NULL)
    return;

  message = act_cause_text_message (cause);
  act_review_show_cause (self, cause->number, message);
}

static void
rows_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ActReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (source), result, &error);

  if (row_ids != NULL)
    act_review_mark (self, row_ids);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    act_review_show_error (self, error);
}

/* Marks the events that the selected cause has at this moment. */
void
act_review_mark_cause (ActReview *self)
{
  g_autoptr (ActQuery) query = NULL;

  if (self->session == NULL)
    return;

  query = act_cause_view_dup_query (self->cause_view);
  if (query == NULL)
    return;

  query->include_actioned = FALSE;
  act_row_source_query_async (act_session_get_row_source (self->session), query, 0, self->cancellable, rows_found_cb,
                              g_object_ref (self));
}
