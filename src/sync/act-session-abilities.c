/* What the key and the server let us change
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-abilities.h"

#include "act-session-private.h"

/**
 * act_session_get_ability:
 * @self: a session
 * @ability: something that can be changed
 *
 * Tells whether a change can be asked for. The signal `abilities-changed` says when that is another
 * than before.
 *
 * Returns: what is known of it
 */
ActAbilityState
act_session_get_ability (ActSession *self,
                         ActAbility  ability)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), ACT_ABILITY_STATE_UNKNOWN);

  return act_abilities_get (self->abilities, ability);
}

/**
 * act_session_check_ability_again:
 * @self: a session
 * @ability: something that can be changed
 *
 * Forgets what is known of it, so that the user can try again.
 */
void
act_session_check_ability_again (ActSession *self,
                                 ActAbility  ability)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_abilities_check_again (self->abilities, ability);
}

/**
 * act_session_learn_ability:
 * @self: a session
 * @ability: what was tried
 * @error: (nullable): with what it failed, %NULL if it succeeded
 * @may_be_missing: whether "not found" can only mean that the server has no such call
 *
 * Learns from a change that was tried; see act_abilities_learn().
 */
void
act_session_learn_ability (ActSession   *self,
                           ActAbility    ability,
                           const GError *error,
                           gboolean      may_be_missing)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_abilities_learn (self->abilities, ability, error, may_be_missing);
}
