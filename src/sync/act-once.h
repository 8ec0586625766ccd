/* Changes that are under way, so that none is made twice at the same time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define ACT_TYPE_ONCE (act_once_get_type ())

/**
 * ActOnce:
 *
 * What dialogs send at once and what the engine sends from the outbox may be the same. Both ask here
 * first. Main thread only.
 */
G_DECLARE_FINAL_TYPE (ActOnce, act_once, ACT, ONCE, GObject)

ActOnce  *act_once_new                    (void);
gboolean  act_once_begin                  (ActOnce                  *self,
                                           const char               *what);
void      act_once_end                    (ActOnce                  *self,
                                           const char               *what);
char     *act_once_describe_mapping       (const ActExternalMapping *mapping);
char     *act_once_describe_configuration (const char               *configuration_id);

G_END_DECLS
