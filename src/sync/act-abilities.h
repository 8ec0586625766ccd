/* What is known of the changes that the key and the server allow
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-ability.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_ABILITIES (act_abilities_get_type ())

/**
 * ActAbilities:
 *
 * The state of each #ActAbility of a connection, kept in its store. The session and the engine share
 * it. Main thread only.
 *
 * The signal `changed` says that a state is another one.
 */
G_DECLARE_FINAL_TYPE (ActAbilities, act_abilities, ACT, ABILITIES, GObject)

void             act_abilities_load_async  (ActStore             *store,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
ActAbilities    *act_abilities_load_finish (ActStore             *store,
                                            GAsyncResult         *result,
                                            GError              **error);
ActAbilityState  act_abilities_get         (ActAbilities         *self,
                                            ActAbility            ability);
void             act_abilities_learn       (ActAbilities         *self,
                                            ActAbility            ability,
                                            const GError         *error,
                                            gboolean              may_be_missing);
void             act_abilities_check_again (ActAbilities         *self,
                                            ActAbility            ability);

G_END_DECLS
