/* What a connection's key and its server let us change
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActAbility:
 * @ACT_ABILITY_REPLAY: run an integration again
 * @ACT_ABILITY_MAPPINGS: create external mappings
 * @ACT_ABILITY_CONFIGURATIONS: change integration configurations
 * @ACT_ABILITY_ENABLE: enable integration configurations
 * @ACT_ABILITY_CREDENTIALS: create credentials
 * @ACT_ABILITY_MAPPING_CHANGES: correct and delete external mappings
 *
 * The values are stored and must not be renumbered.
 */
typedef enum
{
  ACT_ABILITY_REPLAY = 0,
  ACT_ABILITY_MAPPINGS = 1,
  ACT_ABILITY_CONFIGURATIONS = 2,
  ACT_ABILITY_ENABLE = 3,
  ACT_ABILITY_CREDENTIALS = 4,
  ACT_ABILITY_MAPPING_CHANGES = 5,
} ActAbility;

#define ACT_N_ABILITIES (ACT_ABILITY_MAPPING_CHANGES + 1)

/**
 * ActAbilityState:
 * @ACT_ABILITY_STATE_UNKNOWN: it was not tried yet, so it is offered
 * @ACT_ABILITY_STATE_WORKS: it was done before
 * @ACT_ABILITY_STATE_FORBIDDEN: the server answered 403: the key may not
 * @ACT_ABILITY_STATE_MISSING: the server answered 404, 405 or 501: there is no such call
 *
 * The values are stored and must not be renumbered.
 */
typedef enum
{
  ACT_ABILITY_STATE_UNKNOWN = 0,
  ACT_ABILITY_STATE_WORKS = 1,
  ACT_ABILITY_STATE_FORBIDDEN = 2,
  ACT_ABILITY_STATE_MISSING = 3,
} ActAbilityState;

gboolean act_ability_state_is_offered (ActAbilityState state);

G_END_DECLS
