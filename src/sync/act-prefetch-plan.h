/* What is needed to follow up open events without a network
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-need.h"

G_BEGIN_DECLS

/**
 * ActPrefetchPlan:
 *
 * The needs of open events, each once however many events share it, and how many events have all
 * that they need. Main thread only.
 */
typedef struct _ActPrefetchPlan ActPrefetchPlan;

ActPrefetchPlan *act_prefetch_plan_new         (GPtrArray               *records,
                                                gboolean                 credentials,
                                                gboolean                 logs);
void             act_prefetch_plan_free        (ActPrefetchPlan         *self);
guint            act_prefetch_plan_get_n_needs (ActPrefetchPlan         *self);
ActNeed         *act_prefetch_plan_get_need    (ActPrefetchPlan         *self,
                                                guint                    i);
void             act_prefetch_plan_set_kept    (ActPrefetchPlan         *self,
                                                ActNeed                 *need);
void             act_prefetch_plan_set_run     (ActPrefetchPlan         *self,
                                                ActNeed                 *need,
                                                const ActIntegrationRun *run);
guint            act_prefetch_plan_get_ready   (ActPrefetchPlan         *self);
guint            act_prefetch_plan_get_total   (ActPrefetchPlan         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActPrefetchPlan, act_prefetch_plan_free)

G_END_DECLS
