/* Asks for a file to read, or to write
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   act_choose_file_async  (GtkWindow             *parent,
                               GtkFileChooserAction   action,
                               const char            *title,
                               const char            *name,
                               GCancellable          *cancellable,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data);
GFile *act_choose_file_finish (GAsyncResult          *result,
                               GError               **error);

G_END_DECLS
