/* A look-alike of the remote API, on this computer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_SIMULATOR (act_simulator_get_type ())

G_DECLARE_FINAL_TYPE (ActSimulator, act_simulator, ACT, SIMULATOR, GObject)

ActSimulator *act_simulator_new            (const ActSimulatorOptions *options);
gboolean      act_simulator_start          (ActSimulator              *self,
                                            GError                   **error);
void          act_simulator_stop           (ActSimulator              *self);
const char   *act_simulator_get_base_url   (ActSimulator              *self);
const char   *act_simulator_get_org_id     (ActSimulator              *self);
const char   *act_simulator_get_api_key    (ActSimulator              *self);
const char   *act_simulator_get_api_secret (ActSimulator              *self);
void          act_simulator_add_events     (ActSimulator              *self,
                                            guint                      n,
                                            gint64                     first_time_ms,
                                            gint64                     last_time_ms,
                                            gboolean                   actioned);
gboolean      act_simulator_set_actioned   (ActSimulator              *self,
                                            const char                *event_id,
                                            gboolean                   actioned);
gboolean      act_simulator_set_fault      (ActSimulator              *self,
                                            const char                *kind,
                                            guint                      every);
void          act_simulator_set_key        (ActSimulator              *self,
                                            const char                *api_key,
                                            const char                *api_secret,
                                            const char                *org_id);
guint         act_simulator_get_n_calls    (ActSimulator              *self);
char         *act_simulator_dup_ledger     (ActSimulator              *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
