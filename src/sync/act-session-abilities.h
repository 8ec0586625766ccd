/* What the key and the server let us change
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-ability.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

ActAbilityState act_session_get_ability         (ActSession   *self,
                                                 ActAbility    ability);
void            act_session_check_ability_again (ActSession   *self,
                                                 ActAbility    ability);
void            act_session_learn_ability       (ActSession   *self,
                                                 ActAbility    ability,
                                                 const GError *error,
                                                 gboolean      may_be_missing);

G_END_DECLS
