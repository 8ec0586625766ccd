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
 * @entity_type: (nullable): what it is for, for example `Bill`
 * @credentials_id: (nullable): the credential it uses
 * @enabled: whether it runs
 * @authorized: whether the other system accepts it
 * @version: the version that a change must name
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  char    *id;
  char    *name;
  char    *destination;
  char    *entity_type;
  char    *credentials_id;
  gboolean enabled;
  gboolean authorized;
  gint64   version;
} ActIntegrationConfiguration;

ActIntegrationConfiguration *act_integration_configuration_new  (void);
void                         act_integration_configuration_free (ActIntegrationConfiguration *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActIntegrationConfiguration, act_integration_configuration_free)

G_END_DECLS
