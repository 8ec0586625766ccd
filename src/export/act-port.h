/* A whole store as one file, and back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"
#include "act-port-line.h"
#include "act-progress.h"
#include "act-row-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActPortCheck:
 * @head: what the file says of itself
 * @counts: what would come of importing it
 * @checksum: what all of it comes to
 *
 * What was found in a file that was read to its end. Plain data.
 */
typedef struct
{
  ActPortHead  *head;
  ActPortCounts counts;
  char         *checksum;
} ActPortCheck;

void          act_port_check_free      (ActPortCheck         *self);
void          act_port_export_async    (ActRowSource         *source,
                                        ActConnection        *connection,
                                        GFile                *file,
                                        ActProgressFunc       progress,
                                        gpointer              progress_data,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean      act_port_export_finish   (ActRowSource         *source,
                                        GAsyncResult         *result,
                                        gint64               *n_events,
                                        GError              **error);
void          act_port_check_async     (ActRowSource         *source,
                                        GFile                *file,
                                        ActProgressFunc       progress,
                                        gpointer              progress_data,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
ActPortCheck *act_port_check_finish    (ActRowSource         *source,
                                        GAsyncResult         *result,
                                        GError              **error);
void          act_port_import_async    (ActRowSource         *source,
                                        GFile                *file,
                                        const ActPortCheck   *check,
                                        ActProgressFunc       progress,
                                        gpointer              progress_data,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean      act_port_import_finish   (ActRowSource         *source,
                                        GAsyncResult         *result,
                                        ActPortCounts        *counts,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActPortCheck, act_port_check_free)

G_END_DECLS
