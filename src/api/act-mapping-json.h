/* External mappings, and what they can be made of, as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"
#include "act-json-decode.h"

G_BEGIN_DECLS

/* Gives an ActExternalMapping. */
extern const ActJsonDecoder act_mapping_decoder;

/* Gives an ActJsonPage of ActExternalMapping. */
extern const ActJsonDecoder act_mapping_page_decoder;

/* Gives an ActMappingOptions. */
extern const ActJsonDecoder act_mapping_options_decoder;

/* Gives a GPtrArray of ActExternalRecord. */
extern const ActJsonDecoder act_external_records_decoder;

char *act_mapping_json_write_new (const ActExternalMapping *mapping);

G_END_DECLS
