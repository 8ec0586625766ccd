/* What can be found in the payload of an event
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void act_payload_read (JsonNode *payload,
                       ActEvent *event);

G_END_DECLS
