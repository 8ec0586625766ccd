/* Why a button does nothing
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session-abilities.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_ABILITY_NOTE (act_ability_note_get_type ())

/**
 * ActAbilityNote:
 *
 * Beside a button that changes something on the server: while the key may not, the button is
 * insensitive and this says so, with Check Again; where the server has no such call, it says that,
 * with Open in Console. Hidden otherwise. Property: `allowed` (gboolean, read-only): whether the
 * button may be pressed as far as this goes.
 */
G_DECLARE_FINAL_TYPE (ActAbilityNote, act_ability_note, ACT, ABILITY_NOTE, GtkWidget)

GtkWidget *act_ability_note_new         (void);
void       act_ability_note_set         (ActAbilityNote *self,
                                         ActSession     *session,
                                         ActAbility      ability);
gboolean   act_ability_note_get_allowed (ActAbilityNote *self);

G_END_DECLS
