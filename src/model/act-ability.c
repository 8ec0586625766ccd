/* What a connection's key and its server let us change
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-ability.h"

/**
 * act_ability_state_is_offered:
 * @state: a state
 *
 * Tells whether a change can be asked for. Any thread.
 *
 * Returns: whether nothing is known that speaks against it
 */
gboolean
act_ability_state_is_offered (ActAbilityState state)
{
  return state == ACT_ABILITY_STATE_UNKNOWN || state == ACT_ABILITY_STATE_WORKS;
}
