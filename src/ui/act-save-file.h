/* Saves bytes in a file that the user chooses
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   act_save_file_async  (GtkWidget            *widget,
                             const char           *name,
                             GBytes               *bytes,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
GFile *act_save_file_finish (GAsyncResult         *result,
                             GError              **error);

G_END_DECLS
