/* The export of what a review lists
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-export-dialog.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

static void
exported_cb (ActExportDialog *dialog,
             guint            n_events,
             GFile           *file,
             ActReview       *self)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = name != NULL ? g_filename_display_name (name) : g_strdup ("");
  g_autofree char *safe = act_safe_text_line (display);
  g_autofree char *text = NULL;

  /* Translators: how many events were exported, and the name of the file. */
  text = g_strdup_printf (ngettext ("%1$'u event exported to “%2$s”",
                                    "%1$'u events exported to “%2$s”", n_events),
                          n_events, safe);
  act_review_show_toast (self, text);
}

void
act_review_export (ActReview *self)
{
  ActEventList *list = act_event_view_get_list (self->event_view);
  g_autoptr (GArray) selected = NULL;
  GtkWidget *dialog = NULL;

  if (list == NULL || act_event_list_get_query (list) == NULL)
    return;

  selected = act_ticks_get_ids (act_event_view_get_ticks (self->event_view));
  dialog = act_export_dialog_new (act_review_get_window (self), act_session_get_row_source (self->session),
                                  act_event_list_get_query (list),
                                  g_list_model_get_n_items (G_LIST_MODEL (list)), selected);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, 0);
  act_review_present (self, dialog);
}
