/* Integration configurations as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-json-decode.h"

G_BEGIN_DECLS

/* Gives an ActIntegrationConfiguration. */
extern const ActJsonDecoder act_configuration_decoder;

/* Gives an ActJsonPage of ActIntegrationConfiguration. */
extern const ActJsonDecoder act_configuration_page_decoder;

G_END_DECLS
