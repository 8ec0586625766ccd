/* An integration run, as the API gives it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-run-status.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActIntegrationRun:
 * @id: its id
 * @version: its version
 * @entity_type: (nullable): what it was for, for example `Bill`
 * @entity_id: (nullable): that entity's id
 * @status_name: (nullable): the status, as the API writes it
 * @status: what that means
 * @destination: (nullable): the other system's name
 * @destination_id: (nullable): the destination's id
 * @error: (nullable): what went wrong
 * @url: (nullable): the record in the other system; from outside, so check it before opening it
 * @external_id: (nullable): that record's id
 * @parent_id: (nullable): the run that this one is a part of
 * @original_id: (nullable): the run that this one is a replay of
 * @started: milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @completed: milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @created: milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @json: (nullable): the whole run as the server sent it
 *
 * Plain data that may cross threads. From IntegrationRunResponse of the API's description; the name
 * of the member behind @original_id is not published.
 */
typedef struct
{
  char        *id;
  gint64       version;
  char        *entity_type;
  char        *entity_id;
  char        *status_name;
  ActRunStatus status;
  char        *destination;
  char        *destination_id;
  char        *error;
  char        *url;
  char        *external_id;
  char        *parent_id;
  char        *original_id;
  gint64       started;
  gint64       completed;
  gint64       created;
  char        *json;
} ActIntegrationRun;

#define ACT_TYPE_INTEGRATION_RUN (act_integration_run_get_type ())

GType              act_integration_run_get_type (void) G_GNUC_CONST;
ActIntegrationRun *act_integration_run_new      (void);
ActIntegrationRun *act_integration_run_copy     (const ActIntegrationRun *self);
void               act_integration_run_free     (ActIntegrationRun       *self);
gint64             act_integration_run_get_time (const ActIntegrationRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActIntegrationRun, act_integration_run_free)

G_END_DECLS
