/* Writes the whole store into a file, and says how far it is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-export-dialog.h"

#include "act-port.h"
#include "act-problem-box.h"
#include "act-progress-view.h"

#include <glib/gi18n.h>

struct _ActStoreExportDialog
{
  AdwWindow parent_instance;

  GFile        *file;        /* (owned) */
  GCancellable *cancellable; /* (owned) */

  ActProblemBox   *problem;
  ActProgressView *progress_view;
  GtkButton       *stop_button;
};

G_DEFINE_FINAL_TYPE (ActStoreExportDialog, act_store_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ActStoreExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (act_port_export_finish (ACT_ROW_SOURCE (source), result, NULL, &error))
    {
      g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, self->file);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->progress_view), FALSE);
  act_progress_view_clear (self->progress_view);
  act_problem_box_show_error (self->problem, error);
  gtk_button_set_label (self->stop_button, _ ("Close"));
}

static void
progress_cb (ActStep  step,
             gint64   done,
             gint64   total,
             gpointer user_data)
{
  ActStoreExportDialog *self = user_data;

  if (!g_cancellable_is_cancelled (self->cancellable))
    act_progress_view_set (self->progress_view, step, done, total);
}

static void
stop_cb (ActStoreExportDialog *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->progress_view)))
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
act_store_export_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (ACT_STORE_EXPORT_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (act_store_export_dialog_parent_class)->close_request (window);
}

static void
act_store_export_dialog_dispose (GObject *object)
{
  ActStoreExportDialog *self = ACT_STORE_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_STORE_EXPORT_DIALOG);

  G_OBJECT_CLASS (act_store_export_dialog_parent_class)->dispose (object);
}

static void
act_store_export_dialog_finalize (GObject *object)
{
  ActStoreExportDialog *self = ACT_STORE_EXPORT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (act_store_export_dialog_parent_class)->finalize (object);
}

static void
act_store_export_dialog_class_init (ActStoreExportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_store_export_dialog_dispose;
  object_class->finalize = act_store_export_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = act_store_export_dialog_close_request;

  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", ACT_TYPE_STORE_EXPORT_DIALOG,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                           G_TYPE_FILE);

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  g_type_ensure (ACT_TYPE_PROGRESS_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-store-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActStoreExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ActStoreExportDialog, progress_view);
  gtk_widget_class_bind_template_child (widget_class, ActStoreExportDialog, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_store_export_dialog_init (ActStoreExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_store_export_dialog_new:
 * @parent: the window that it belongs to
 * @session: whose store is written
 * @file: where to
 *
 * Creates the dialog, which begins to write. It closes itself when all is written.
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
act_store_export_dialog_new (GtkWindow  *parent,
                             ActSession *session,
                             GFile      *file)
{
  ActStoreExportDialog *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (ACT_TYPE_STORE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->file = g_object_ref (file);
  act_port_export_async (act_session_get_row_source (session), act_session_get_connection (session),
                         file, progress_cb, self, self->cancellable, exported_cb,
                         g_object_ref (self));

  return GTK_WIDGET (self);
}
