/* Finds the integration that a page is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-finding.h"
#include "act-integration-configuration.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONFIGURATION_FINDER (act_configuration_finder_get_type ())

/**
 * ActConfigurationFinder:
 *
 * What stands between opening a page and its content: reads the event and the integration that it
 * names, lets the user choose where several fit, and says so when none is found. Property: `content`
 * (GtkWidget; a template sets it), shown once there is an integration. Signal: `found`, emitted each
 * time it was read.
 */
G_DECLARE_FINAL_TYPE (ActConfigurationFinder, act_configuration_finder, ACT, CONFIGURATION_FINDER, GtkWidget)

GtkWidget                         *act_configuration_finder_new               (void);
void                               act_configuration_finder_find              (ActConfigurationFinder            *self,
                                                                               ActSession                        *session,
                                                                               gint64                             row_id);
void                               act_configuration_finder_read              (ActConfigurationFinder            *self,
                                                                               ActSession                        *session,
                                                                               const char                        *configuration_id);
void                               act_configuration_finder_again             (ActConfigurationFinder            *self);
void                               act_configuration_finder_set_configuration (ActConfigurationFinder            *self,
                                                                               const ActIntegrationConfiguration *configuration);
const ActEventRecord              *act_configuration_finder_get_record        (ActConfigurationFinder            *self);
const ActIntegrationConfiguration *act_configuration_finder_get_configuration (ActConfigurationFinder            *self);
const ActFreshness                *act_configuration_finder_get_freshness     (ActConfigurationFinder            *self);
ActFindingWay                      act_configuration_finder_get_way           (ActConfigurationFinder            *self);

G_END_DECLS
