/* Copies events to the clipboard
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-event-text.h"

#include <glib/gi18n.h>

static void
set_clipboard (ActReview  *self,
               const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static const ActEventRecord *
get_selected_record (ActReview *self)
{
  ActEventRow *row = act_event_view_get_selected_row (self->event_view);

  return row != NULL ? act_event_row_get_record (row) : NULL;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *message = NULL;
  ActReview       *self = NULL;
  guint            i = 0;

  records = act_row_source_load_finish (ACT_ROW_SOURCE (source), result, &error);
  if (records == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        act_review_show_error (ACT_REVIEW (user_data), error);

      return;
    }

  self = ACT_REVIEW (user_data);
  for (i = 0; i < records->len; i++)
    {
      g_autofree char *plain = act_event_text_to_plain (g_ptr_array_index (records, i));

      if (i > 0)
        g_string_append (text, "\n\n");

      g_string_append (text, g_strchomp (plain));
    }

  set_clipboard (self, text->str);
  message = g_strdup_printf (ngettext ("%u event copied", "%u events copied", records->len),
                             records->len);
  act_review_show_toast (self, message);
}

/* Copies the ticked events, or else the selected one, as text. */
void
act_review_copy (ActReview *self)
{
  ActTicks *ticks = act_event_view_get_ticks (self->event_view);
  g_autoptr (GArray) ids = NULL;
  gint64 selected_id = act_event_view_get_selected_id (self->event_view);

  if (self->session == NULL)
    return;

  ids = act_ticks_get_ids (ticks);
  if (ids->len == 0 && selected_id != 0)
    g_array_append_val (ids, selected_id);

  if (ids->len == 0)
    return;

  act_row_source_load_async (act_session_get_row_source (self->session),
                             (const gint64 *) (gpointer) ids->data, ids->len,
                             ACT_ROW_LOAD_NONE, self->cancellable, loaded_cb, self);
}

void
act_review_copy_message (ActReview *self)
{
  const ActEventRecord *record = get_selected_record (self);
  g_autofree char      *message = NULL;

  if (record == NULL)
    return;

  message = act_event_text_message (record);
  set_clipboard (self, message);
  act_review_show_toast (self, _ ("Message copied"));
}

void
act_review_copy_id (ActReview *self)
{
  const ActEventRecord *record = get_selected_record (self);

  if (record == NULL)
    return;

  set_clipboard (self, record->event->id);
  act_review_show_toast (self, _ ("Event ID copied"));
}
