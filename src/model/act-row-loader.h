/* The rows that somebody holds, by row id, and the batches that fill them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-row.h"
#include "act-row-source.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define ACT_TYPE_ROW_LOADER (act_row_loader_get_type ())

/**
 * ActRowLoader:
 *
 * Hands out one row object an id for as long as somebody holds it, and loads what is not loaded yet
 * in one batch an idle. A row that nobody holds any more when its batch starts is never loaded.
 * For [class@EventList]; main thread only.
 *
 * Property: `error` (GError, nullable): why the last batch failed; it is tried again by itself.
 */
G_DECLARE_FINAL_TYPE (ActRowLoader, act_row_loader, ACT, ROW_LOADER, GObject)

ActRowLoader *act_row_loader_new       (ActRowSource *source);
ActEventRow  *act_row_loader_get_row   (ActRowLoader *self,
                                        gint64        row_id);
GPtrArray    *act_row_loader_fill_rows (ActRowLoader *self,
                                        GPtrArray    *records);
GPtrArray    *act_row_loader_list_rows (ActRowLoader *self);
void          act_row_loader_reload    (ActRowLoader *self);
const GError *act_row_loader_get_error (ActRowLoader *self);

G_END_DECLS
