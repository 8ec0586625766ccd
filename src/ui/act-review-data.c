/* What a review's menu does with the local store as a whole
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-choose-file.h"
#include "act-free-space-dialog.h"
#include "act-safe-text.h"
#include "act-store-export-dialog.h"
#include "act-store-import-dialog.h"
#include "act-review-private.h"

#include <glib/gi18n.h>

static void
free_space_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  ActReview *self = ACT_REVIEW (widget);

  if (self->session != NULL)
    act_review_present (self, act_free_space_dialog_new (act_review_get_window (self), self->session));
}

static void
exported_cb (ActStoreExportDialog *dialog,
             GFile                *file,
             ActReview            *self)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = name != NULL ? g_filename_display_name (name) : g_strdup ("");
  g_autofree char *safe = act_safe_text_line (display);
  /* Translators: the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("Store exported to “%s”"), safe);

  act_review_show_toast (self, text);
}

static void
export_file_chosen_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (ActReview) self = user_data;
  g_autoptr (GFile) file = act_choose_file_finish (result, NULL);
  GtkWidget *dialog = NULL;

  if (file == NULL || self->session == NULL)
    return;

  dialog = act_store_export_dialog_new (act_review_get_window (self), self->session, file);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, 0);
  act_review_present (self, dialog);
}

static void
export_store_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ActReview *self = ACT_REVIEW (widget);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;

  /* Translators: the name of a file that is proposed; a day as 2026-03-01 goes in here. */
  name = g_strdup_printf (_ ("Store %s.actioned"), day);
  act_choose_file_async (act_review_get_window (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export Store"), name,
                         self->cancellable, export_file_chosen_cb, g_object_ref (self));
}

static void
import_file_chosen_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (ActReview) self = user_data;
  g_autoptr (GFile) file = act_choose_file_finish (result, NULL);

  if (file != NULL && self->session != NULL)
    act_review_present (self, act_store_import_dialog_new (act_review_get_window (self), self->session, file));
}

static void
import_store_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ActReview *self = ACT_REVIEW (widget);

  if (self->session != NULL)
    act_choose_file_async (act_review_get_window (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Import Store"), NULL,
                           self->cancellable, import_file_chosen_cb, g_object_ref (self));
}

void
act_review_bind_data_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "events.free-space", NULL, free_space_action_cb);
  gtk_widget_class_install_action (widget_class, "events.export-store", NULL, export_store_action_cb);
  gtk_widget_class_install_action (widget_class, "events.import-store", NULL, import_store_action_cb);
}

void
act_review_update_data_actions (ActReview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   has_session = self->session != NULL;

  gtk_widget_action_set_enabled (widget, "events.free-space", has_session);
  gtk_widget_action_set_enabled (widget, "events.export-store", has_session);
  gtk_widget_action_set_enabled (widget, "events.import-store",
                                 has_session && !act_session_get_read_only (self->session));
}
