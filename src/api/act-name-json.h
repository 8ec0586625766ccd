/* What things of an organisation are called, as the API writes it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-json-decode.h"

G_BEGIN_DECLS

/* Gives a GStrv. */
extern const ActJsonDecoder act_event_names_decoder;

/* Gives a GPtrArray of ActName. */
extern const ActJsonDecoder act_account_names_decoder;

G_END_DECLS
