/* Events as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-page.h"
#include "act-json-decode.h"

G_BEGIN_DECLS

/* Gives an ActEvent. */
extern const ActJsonDecoder act_event_decoder;

/* Gives an ActEventPage. */
extern const ActJsonDecoder act_event_page_decoder;

G_END_DECLS
