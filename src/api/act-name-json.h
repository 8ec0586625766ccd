/* What things of an organisation are called, as the API writes it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-json-decode.h"

G_BEGIN_DECLS

/**
 * ActConfigurationPage:
 * @configurations: (element-type ActIntegrationConfiguration): the configurations
 * @next_token: (nullable): the cursor of the next page
 */
typedef struct
{
  GPtrArray *configurations;
  char      *next_token;
} ActConfigurationPage;

/* Gives a GStrv. */
extern const ActJsonDecoder act_event_names_decoder;

/* Gives an ActConfigurationPage. */
extern const ActJsonDecoder act_configurations_decoder;

/* Gives a GPtrArray of ActName. */
extern const ActJsonDecoder act_account_names_decoder;

void act_configuration_page_free (ActConfigurationPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActConfigurationPage, act_configuration_page_free)

G_END_DECLS
