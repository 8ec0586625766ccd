/* Asks for a file to read, or to write
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-choose-file.h"

static void
free_chooser (gpointer data)
{
  gtk_native_dialog_destroy (data);
  g_object_unref (data);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             GTask           *task)
{
  g_autoptr (GTask) owned = task;
  GFile *file = NULL;

  g_signal_handlers_disconnect_by_data (chooser, task);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");
}

/**
 * act_choose_file_async:
 * @parent: the window that asks
 * @action: whether it is to be read or written
 * @title: what the dialog is called
 * @name: (nullable): the name that is proposed for a file to write
 * @cancellable: (nullable): whoever cancels it gets no file, though the dialog stays until it is
 *   answered
 * @callback: called when it is answered
 * @user_data: for @callback
 *
 * Lets the user choose a file.
 */
void
act_choose_file_async (GtkWindow           *parent,
                       GtkFileChooserAction action,
                       const char          *title,
                       const char          *name,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GtkFileChooserNative *chooser = NULL;
  GTask                *task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_choose_file_async);
  g_task_set_task_data (task, chooser, free_chooser);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * act_choose_file_finish:
 * @result: the result
 * @error: %G_IO_ERROR_CANCELLED if nothing was chosen
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
act_choose_file_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
