/* What one term of a search finds
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-status.h"
#include "act-search.h"
#include "act-store-answer.h"
#include "act-store-bits.h"
#include "act-store-database.h"
#include "act-store-rows.h"

G_BEGIN_DECLS

/**
 * ActStoreTerm:
 *
 * A term, with what the index has of it.
 */
typedef struct _ActStoreTerm ActStoreTerm;

ActStoreTerm        *act_store_term_new      (ActStoreDatabase     *database,
                                              const ActSearchTerm  *term,
                                              guint                 limit,
                                              GError              **error);
void                 act_store_term_free     (ActStoreTerm         *self);
const ActSearchTerm *act_store_term_get      (const ActStoreTerm   *self);
ActStoreAnswer       act_store_term_ask      (ActStoreTerm         *self,
                                              gint64                row_id,
                                              gint64                profile,
                                              ActEventStatus        status);
ActStoreAnswer       act_store_term_ask_profile (const ActStoreTerm *self,
                                              gint64                profile);
gboolean             act_store_term_extend   (ActStoreTerm         *self,
                                              gint64                row_id,
                                              gboolean             *extended,
                                              GError              **error);
gboolean             act_store_term_can_list (const ActStoreTerm   *self);
gboolean             act_store_term_list     (ActStoreTerm         *self,
                                              guint                 limit,
                                              GArray               *row_ids,
                                              gboolean             *whole,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreTerm, act_store_term_free)

G_END_DECLS
