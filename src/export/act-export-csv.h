/* Events as lines of a table that spreadsheets read
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"

G_BEGIN_DECLS

void act_export_csv_add_head   (GString              *csv);
void act_export_csv_add_record (GString              *csv,
                                const ActEventRecord *record);

G_END_DECLS
