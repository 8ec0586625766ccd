/* Something that follow-ups of open events show, read ahead for the time without a network
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-run.h"
#include "act-session.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActNeedKind:
 * @ACT_NEED_CONFIGURATIONS: the list of integration configurations
 * @ACT_NEED_MAPPING_OPTIONS: the mapping configuration
 * @ACT_NEED_CREDENTIALS: the list of credentials
 * @ACT_NEED_RUN: the run that an event names, or else the latest run of its entity
 * @ACT_NEED_LOG: the log of a run
 * @ACT_NEED_NAME: what an entity is called
 * @ACT_NEED_MAPPINGS: the mappings of an entity
 */
typedef enum
{
  ACT_NEED_CONFIGURATIONS,
  ACT_NEED_MAPPING_OPTIONS,
  ACT_NEED_CREDENTIALS,
  ACT_NEED_RUN,
  ACT_NEED_LOG,
  ACT_NEED_NAME,
  ACT_NEED_MAPPINGS,
} ActNeedKind;

/**
 * ActNeed:
 * @kind: what it is
 * @run_id: (nullable): the run, of %ACT_NEED_RUN and %ACT_NEED_LOG
 * @entity_type: (nullable): the entity, of %ACT_NEED_RUN, %ACT_NEED_NAME and %ACT_NEED_MAPPINGS
 * @entity_id: (nullable): the entity's id
 * @events: (element-type guint): the events that need it, by their places in the plan
 * @kept: whether the store has it, or the server has said that there is nothing
 * @fresh: whether it need not be asked for
 */
typedef struct
{
  ActNeedKind kind;
  char       *run_id;
  char       *entity_type;
  char       *entity_id;
  GArray     *events;
  gboolean    kept;
  gboolean    fresh;
} ActNeed;

ActNeed  *act_need_new         (ActNeedKind           kind,
                                const char           *run_id,
                                const char           *entity_type,
                                const char           *entity_id);
void      act_need_free        (ActNeed              *self);
char     *act_need_make_key    (const ActNeed        *self);
void      act_need_look_async  (const ActNeed        *self,
                                ActStore             *store,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gboolean  act_need_look_finish (GAsyncResult         *result,
                                gboolean             *fresh,
                                ActIntegrationRun   **run,
                                GError              **error);
void      act_need_ask_async   (const ActNeed        *self,
                                ActSession           *session,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gboolean  act_need_ask_finish  (GAsyncResult         *result,
                                ActIntegrationRun   **run,
                                GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActNeed, act_need_free)

G_END_DECLS
