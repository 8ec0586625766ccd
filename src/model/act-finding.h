/* How a follow-up found the thing that it is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-freshness.h"
#include "act-integration-run.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActFindingWay:
 * @ACT_FINDING_NONE: nothing was found
 * @ACT_FINDING_NAMED: the event names it
 * @ACT_FINDING_LATEST_RUN: it is the latest run of the event's entity, and need not be the one that
 *   failed
 * @ACT_FINDING_MATCHED: it fits the destination and the entity that the event names
 * @ACT_FINDING_CHOSEN: the user chose it
 *
 * What events say about themselves is not documented, so a follow-up always says how it knows.
 */
typedef enum
{
  ACT_FINDING_NONE,
  ACT_FINDING_NAMED,
  ACT_FINDING_LATEST_RUN,
  ACT_FINDING_MATCHED,
  ACT_FINDING_CHOSEN,
} ActFindingWay;

/**
 * ActRunFinding:
 * @way: how it was found
 * @run: (nullable): the run, %NULL with %ACT_FINDING_NONE
 * @freshness: (nullable): how fresh it is
 */
typedef struct
{
  ActFindingWay      way;
  ActIntegrationRun *run;
  ActFreshness      *freshness;
} ActRunFinding;

/**
 * ActConfigurationFinding:
 * @way: how they were found
 * @configurations: (element-type ActIntegrationConfiguration): all that fit; one with
 *   %ACT_FINDING_NAMED, several when the user must choose
 * @freshness: (nullable): how fresh they are
 */
typedef struct
{
  ActFindingWay way;
  GPtrArray    *configurations;
  ActFreshness *freshness;
} ActConfigurationFinding;

ActRunFinding           *act_run_finding_new            (void);
void                     act_run_finding_free           (ActRunFinding           *self);
ActConfigurationFinding *act_configuration_finding_new  (void);
void                     act_configuration_finding_free (ActConfigurationFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActRunFinding, act_run_finding_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActConfigurationFinding, act_configuration_finding_free)

G_END_DECLS
