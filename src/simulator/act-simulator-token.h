/* Tokens, and who may call
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"

G_BEGIN_DECLS

void     act_simulator_token_generate (ActSimulatorCall  *call,
                                       const char        *authorization,
                                       gboolean           is_form,
                                       const char        *form);
gboolean act_simulator_token_check    (ActSimulatorCall  *call,
                                       const char        *authorization);
void     act_simulator_token_get_me   (ActSimulatorCall  *call);
void     act_simulator_token_take_key (ActSimulatorWorld *world,
                                       const char        *api_key,
                                       const char        *api_secret,
                                       const char        *org_id);
void     act_simulator_token_set_key  (ActSimulatorCall  *call);

G_END_DECLS
