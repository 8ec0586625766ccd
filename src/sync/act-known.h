/* What the server says now, or else what the store knows of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-freshness.h"
#include "act-resource.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean   act_known_may_answer   (const GError     *reason);
GPtrArray *act_known_new_list     (void);
void       act_known_add          (GPtrArray        *resources,
                                   const char       *id,
                                   const char       *group,
                                   const char       *json);
void       act_known_keep         (GTask            *task,
                                   ActStore         *store,
                                   ActResourceKind   kind,
                                   const char       *group,
                                   GPtrArray        *resources,
                                   gboolean          complete,
                                   gpointer          value,
                                   GDestroyNotify    free_value);
void       act_known_answer_one   (GTask            *task,
                                   ActStore         *store,
                                   ActResourceKind   kind,
                                   const char       *id,
                                   GError           *reason);
void       act_known_answer_list  (GTask            *task,
                                   ActStore         *store,
                                   ActResourceKind   kind,
                                   const char       *group,
                                   GError           *reason);
gpointer   act_known_finish       (GAsyncResult     *result,
                                   ActFreshness    **freshness,
                                   GError          **error);
gpointer   act_known_finish_list  (GAsyncResult     *result,
                                   ActFreshness    **freshness,
                                   gboolean         *complete,
                                   GError          **error);

G_END_DECLS
