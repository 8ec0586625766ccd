/* Which integration configurations an event may be about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event.h"
#include "act-integration-run.h"

G_BEGIN_DECLS

/**
 * ActConfigurationMatch:
 * @destination: (nullable): the other system
 * @destination_id: (nullable): the destination's id
 * @entity_type: (nullable): what the run was for
 * @entity_id: (nullable): its id
 *
 * What is known of the configuration that is looked for.
 */
typedef struct
{
  char *destination;
  char *destination_id;
  char *entity_type;
  char *entity_id;
} ActConfigurationMatch;

ActConfigurationMatch *act_configuration_match_new      (const ActEvent              *event);
void                   act_configuration_match_free     (ActConfigurationMatch       *self);
void                   act_configuration_match_add_run  (ActConfigurationMatch       *self,
                                                         const ActIntegrationRun     *run);
gboolean               act_configuration_match_is_empty (const ActConfigurationMatch *self);
GPtrArray             *act_configuration_match_filter   (const ActConfigurationMatch *self,
                                                         GPtrArray                   *configurations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActConfigurationMatch, act_configuration_match_free)

G_END_DECLS
