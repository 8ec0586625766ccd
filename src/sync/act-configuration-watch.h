/* Waits until the other system accepts an integration configuration
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-configuration.h"
#include "act-session.h"

G_BEGIN_DECLS

/**
 * ActConfigurationWatchState:
 * @ACT_CONFIGURATION_WATCH_WAITING: it is read again every five seconds
 * @ACT_CONFIGURATION_WATCH_AUTHORIZED: the other system accepts it
 * @ACT_CONFIGURATION_WATCH_TIMED_OUT: ten minutes have passed
 * @ACT_CONFIGURATION_WATCH_FAILED: it cannot be read, and trying again is no use
 */
typedef enum
{
  ACT_CONFIGURATION_WATCH_WAITING,
  ACT_CONFIGURATION_WATCH_AUTHORIZED,
  ACT_CONFIGURATION_WATCH_TIMED_OUT,
  ACT_CONFIGURATION_WATCH_FAILED,
} ActConfigurationWatchState;

#define ACT_TYPE_CONFIGURATION_WATCH (act_configuration_watch_get_type ())

/**
 * ActConfigurationWatch:
 *
 * Reads a configuration every five seconds while the user consents in a browser, until it is
 * authorized, ten minutes have passed, or nobody holds the watch any more. While the server is out of
 * reach it goes on. Main thread only.
 *
 * The signal `changed` says that a getter answers otherwise than before.
 */
G_DECLARE_FINAL_TYPE (ActConfigurationWatch, act_configuration_watch, ACT, CONFIGURATION_WATCH, GObject)

ActConfigurationWatch             *act_configuration_watch_new               (ActSession            *session,
                                                                              const char            *configuration_id);
ActConfigurationWatchState         act_configuration_watch_get_state         (ActConfigurationWatch *self);
const ActIntegrationConfiguration *act_configuration_watch_get_configuration (ActConfigurationWatch *self);
const GError                      *act_configuration_watch_get_error         (ActConfigurationWatch *self);

G_END_DECLS
