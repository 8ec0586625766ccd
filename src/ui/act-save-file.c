/* Saves bytes in a file that the user chooses
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-save-file.h"

#include <glib/gi18n.h>

typedef struct
{
  GBytes               *bytes;   /* (owned) */
  GtkFileChooserNative *chooser; /* (owned) */
  GFile                *file;    /* (owned) (nullable) */
} Saving;

static void cancelled_cb (GCancellable         *cancellable,
                          GtkFileChooserNative *chooser);

static void
saving_free (Saving *saving)
{
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (saving->chooser));
  g_object_unref (saving->chooser);
  g_clear_object (&saving->file);
  g_bytes_unref (saving->bytes);
  g_free (saving);
}

static void
replaced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             GTask           *task)
{
  Saving *saving = g_task_get_task_data (task);

  /* The task lived as long as the dialog waited for an answer. */
  g_autoptr (GTask) owned = task;

  g_signal_handlers_disconnect_by_data (dialog, task);
  if (g_task_get_cancellable (task) != NULL)
    g_signal_handlers_disconnect_by_func (g_task_get_cancellable (task), cancelled_cb, dialog);
  if (response != GTK_RESPONSE_ACCEPT || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");
      return;
    }

  saving->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (saving->chooser));
  g_file_replace_contents_bytes_async (saving->file,
                                       saving->bytes,
                                       NULL,
                                       FALSE,
                                       G_FILE_CREATE_PRIVATE,
                                       g_task_get_cancellable (task),
                                       replaced_cb,
                                       g_steal_pointer (&owned));
}

/* Nobody is left who would take the answer. */
static void
cancelled_cb (GCancellable         *cancellable,
              GtkFileChooserNative *chooser)
{
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_CANCEL);
}

/**
 * act_save_file_async:
 * @widget: on whose window the question appears
 * @name: what to propose as the file's name
 * @bytes: what to save
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks where to save something, and saves it there.
 */
void
act_save_file_async (GtkWidget          *widget,
                     const char         *name,
                     GBytes             *bytes,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  GtkRoot *root = NULL;
  GTask   *task = NULL;
  Saving  *saving = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);
  g_return_if_fail (bytes != NULL);

  root = gtk_widget_get_root (widget);
  saving = g_new0 (Saving, 1);
  saving->bytes = g_bytes_ref (bytes);
  saving->chooser = gtk_file_chooser_native_new (_ ("Save As"),
                                                 GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                 GTK_FILE_CHOOSER_ACTION_SAVE,
                                                 NULL,
                                                 NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->chooser), TRUE);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_save_file_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_signal_connect (saving->chooser, "response", G_CALLBACK (response_cb), task);
  if (cancellable != NULL)
    g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), saving->chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}

/**
 * act_save_file_finish:
 * @result: the result
 * @error: return location for a #GError of %G_IO_ERROR; %G_IO_ERROR_CANCELLED also when the user
 *   chose no file
 *
 * Returns: (transfer full): the file, or %NULL on error
 */
GFile *
act_save_file_finish (GAsyncResult *result,
                      GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
