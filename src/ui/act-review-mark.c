/* Marks events as actioned, and takes marks back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-id-array.h"
#include "act-mark-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  ActReview *self;    /* (owned) */
  gint64     next_id; /* the row to go on with */
} MarkData;

static void
mark_data_free (MarkData *data)
{
  g_object_unref (data->self);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarkData, mark_data_free)

/* The values of the setting `confirm-mark`. */
typedef enum
{
  CONFIRM_ALWAYS,
  CONFIRM_SEVERAL,
  CONFIRM_NEVER,
} Confirm;

static const gint64 *
get_ids (GArray *row_ids)
{
  return (const gint64 *) (gpointer) row_ids->data;
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MarkData) data = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_session_mark_finish (ACT_SESSION (source), result, NULL, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        act_review_show_error (data->self, error);

      return;
    }

  if (data->self->session != ACT_SESSION (source))
    return;

  act_ticks_clear (act_event_view_get_ticks (data->self->event_view));
  act_review_show_list (data->self);
  if (data->next_id == 0)
    act_review_close_cause (data->self);
  if (data->next_id != 0 && !act_review_is_grouped (data->self))
    act_event_view_select (data->self->event_view, data->next_id, TRUE);
}

static void
mark_now (ActReview *self,
          GArray    *row_ids)
{
  MarkData *data = NULL;

  if (self->session == NULL || row_ids->len == 0)
    return;

  data = g_new0 (MarkData, 1);
  data->self = g_object_ref (self);
  data->next_id = act_event_view_find_next_left (self->event_view, row_ids);
  act_session_mark_async (self->session, get_ids (row_ids), row_ids->len,
                          (guint) g_settings_get_int (self->settings, "undo-seconds"),
                          NULL, marked_cb, data);
}

static void
confirmed_cb (ActMarkDialog *dialog,
              GArray        *row_ids,
              ActReview     *self)
{
  mark_now (self, row_ids);
}

static gint64
find_newest (GArray *row_ids)
{
  gint64 newest = G_MININT64;
  guint  i = 0;

  for (i = 0; i < row_ids->len; i++)
    newest = MAX (newest, g_array_index (row_ids, gint64, i));

  return newest;
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ActReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) row_ids = NULL;

  row_ids = act_session_take_back_finish (ACT_SESSION (source), result, &error);
  if (row_ids == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        act_review_show_error (self, error);
    }
  else if (row_ids->len == 0)
    {
      act_review_show_toast (self, _ ("The mark was sent already"));
    }
  else
    {
      /* The newest of the events that are open again is the one to go on with. */
      act_event_view_select (self->event_view, find_newest (row_ids), TRUE);
    }
}

static void
retained_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ActReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActSelectionSummary) summary = NULL;
  g_autoptr (GArray) asked = g_steal_pointer (&self->retaining);

  summary = act_session_summarise_finish (ACT_SESSION (source), result, &error);
  if (summary != NULL && self->session == ACT_SESSION (source))
    {
      g_autoptr (GArray) lost = act_id_array_subtract (get_ids (asked), asked->len,
                                                       get_ids (summary->row_ids),
                                                       summary->row_ids->len);

      /* What was ticked meanwhile was not asked about, and stays. */
      act_ticks_set_many (act_event_view_get_ticks (self->event_view), get_ids (lost), lost->len,
                          FALSE);
    }

  if (self->retain_again)
    act_review_retain_ticks (self);
}

/* Drops the ticks of rows that cannot be marked any more, or never could. */
void
act_review_retain_ticks (ActReview *self)
{
  g_autoptr (GArray) ids = act_ticks_get_ids (act_event_view_get_ticks (self->event_view));

  self->retain_again = self->retaining != NULL;
  if (self->retaining != NULL || self->session == NULL || ids->len == 0)
    return;

  act_session_summarise_async (self->session, get_ids (ids), ids->len, self->cancellable,
                               retained_cb, g_object_ref (self));
  self->retaining = g_steal_pointer (&ids);
}

/* Marks rows, after asking where the user wants to be asked. */
void
act_review_mark (ActReview *self,
                 GArray    *row_ids)
{
  Confirm       confirm = (Confirm) g_settings_get_enum (self->settings, "confirm-mark");
  ActEventList *list = act_event_view_get_list (self->event_view);
  GtkWidget    *dialog = NULL;
  gsize         n_hidden = 0;

  if (self->session == NULL || row_ids->len == 0)
    return;

  if (confirm == CONFIRM_NEVER || (confirm == CONFIRM_SEVERAL && row_ids->len == 1))
    {
      mark_now (self, row_ids);
      return;
    }

  n_hidden = act_event_list_count_missing (list, get_ids (row_ids), row_ids->len);
  dialog = act_mark_dialog_new (act_review_get_window (self), self->session, row_ids, n_hidden);
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (confirmed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
act_review_take_back (ActReview *self,
                      gint64     row_id)
{
  if (self->session != NULL)
    act_session_take_back_async (self->session, &row_id, 1, NULL, taken_back_cb,
                                 g_object_ref (self));
}

void
act_review_undo (ActReview *self)
{
  const ActCounts *counts = NULL;

  if (self->session == NULL)
    return;

  counts = act_session_get_counts (self->session);
  if (counts != NULL && counts->held > 0)
    act_session_undo_async (self->session, NULL, taken_back_cb, g_object_ref (self));
}
