/* Integration runs as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-json-decode.h"

G_BEGIN_DECLS

/* Gives an ActIntegrationRun. */
extern const ActJsonDecoder act_run_decoder;

/* Gives an ActIntegrationRun, the newest of those that were answered. */
extern const ActJsonDecoder act_latest_run_decoder;

/* Gives an ActJsonPage of ActIntegrationRun. */
extern const ActJsonDecoder act_run_page_decoder;

/* Gives a GBytes. */
extern const ActJsonDecoder act_run_log_decoder;

G_END_DECLS
