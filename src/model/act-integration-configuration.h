/* An integration configuration, as the API gives it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActIntegrationConfiguration:
 * @id: its id
 * @name: (nullable): its name
 * @destination: (nullable): the other system
 * @destination_id: (nullable): the destination's id
 * @entity_type: (nullable): what it is for, for example `Bill`
 * @entity_id: (nullable): that entity's id, where it is for one alone
 * @credentials_id: (nullable): the credential it uses
 * @enabled: whether it runs
 * @authorized: whether the other system accepts it
 * @version: the version that a change must name
 * @modified: when it was last changed, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @json: (nullable): the whole configuration as the server sent it, so that members that are not
 *   known here survive a change
 *
 * Plain data that may cross threads. From IntegrationConfigResponse of the API's description.
 */
typedef struct
{
  char    *id;
  char    *name;
  char    *destination;
  char    *destination_id;
  char    *entity_type;
  char    *entity_id;
  char    *credentials_id;
  gboolean enabled;
  gboolean authorized;
  gint64   version;
  gint64   modified;
  char    *json;
} ActIntegrationConfiguration;

#define ACT_TYPE_INTEGRATION_CONFIGURATION (act_integration_configuration_get_type ())

GType                        act_integration_configuration_get_type (void) G_GNUC_CONST;
ActIntegrationConfiguration *act_integration_configuration_new      (void);
ActIntegrationConfiguration *act_integration_configuration_copy     (const ActIntegrationConfiguration *self);
void                         act_integration_configuration_free     (ActIntegrationConfiguration       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActIntegrationConfiguration, act_integration_configuration_free)

G_END_DECLS
