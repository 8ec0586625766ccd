/* Writes what the list shows into a file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-row-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActExportFormat:
 * @ACT_EXPORT_CSV: a line an event with the columns that docs/export.md has, for spreadsheets
 * @ACT_EXPORT_JSON: a JSON object a line, which holds the event as the server sent it
 */
typedef enum
{
  ACT_EXPORT_CSV,
  ACT_EXPORT_JSON,
} ActExportFormat;

#define ACT_N_EXPORT_FORMATS (ACT_EXPORT_JSON + 1)

/**
 * ActExportProgressFunc:
 * @n_done: how many events were written, or turned out to be gone
 * @n_total: how many there are
 * @user_data: data of the caller
 *
 * Called on the main thread whenever some more are written.
 */
typedef void (*ActExportProgressFunc) (guint    n_done,
                                       guint    n_total,
                                       gpointer user_data);

void        act_export_events_async       (ActRowSource          *source,
                                           const ActQuery        *query,
                                           ActExportFormat        format,
                                           GOutputStream         *stream,
                                           ActExportProgressFunc  progress,
                                           gpointer               progress_data,
                                           GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
gboolean    act_export_events_finish      (ActRowSource          *source,
                                           GAsyncResult          *result,
                                           guint                 *n_events,
                                           GError               **error);
void        act_export_to_file_async      (ActRowSource          *source,
                                           const ActQuery        *query,
                                           ActExportFormat        format,
                                           GFile                 *file,
                                           ActExportProgressFunc  progress,
                                           gpointer               progress_data,
                                           GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
gboolean    act_export_to_file_finish     (ActRowSource          *source,
                                           GAsyncResult          *result,
                                           guint                 *n_events,
                                           GError               **error);
const char *act_export_format_get_name    (ActExportFormat        format);
gboolean    act_export_format_from_name   (const char            *name,
                                           ActExportFormat       *format);

G_END_DECLS
