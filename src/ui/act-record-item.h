/* One record of another system, as a list model holds it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-mapping-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_RECORD_ITEM (act_record_item_get_type ())

G_DECLARE_FINAL_TYPE (ActRecordItem, act_record_item, ACT, RECORD_ITEM, GObject)

ActRecordItem *act_record_item_new      (const ActExternalRecord *record);
const char    *act_record_item_get_id   (ActRecordItem           *self);
const char    *act_record_item_get_name (ActRecordItem           *self);
gboolean       act_record_item_match    (ActRecordItem           *self,
                                         const char *const       *words);

G_END_DECLS
