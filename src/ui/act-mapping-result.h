/* What came of a mapping, and what to do next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MAPPING_RESULT (act_mapping_result_get_type ())

/**
 * ActMappingOutcome:
 * @ACT_MAPPING_CREATED: the server has it now
 * @ACT_MAPPING_EXISTS: the server had it already
 * @ACT_MAPPING_QUEUED: it waits until the server is back
 * @ACT_MAPPING_SAVED: it was corrected
 * @ACT_MAPPING_DELETED: it is gone
 *
 * What came of it.
 */
typedef enum
{
  ACT_MAPPING_CREATED,
  ACT_MAPPING_EXISTS,
  ACT_MAPPING_QUEUED,
  ACT_MAPPING_SAVED,
  ACT_MAPPING_DELETED,
} ActMappingOutcome;

/**
 * ActMappingResult:
 *
 * Signals: `replay`, `correct`, `add-another` and `close`: the user wants to.
 */
G_DECLARE_FINAL_TYPE (ActMappingResult, act_mapping_result, ACT, MAPPING_RESULT, GtkWidget)

GtkWidget *act_mapping_result_new  (void);
void       act_mapping_result_show (ActMappingResult         *self,
                                    ActSession               *session,
                                    ActMappingOutcome         outcome,
                                    const ActExternalMapping *mapping,
                                    const char               *entity_name,
                                    gboolean                  has_event);

G_END_DECLS
