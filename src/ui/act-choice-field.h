/* A field of a form: a drop-down, and an entry for what is not in it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-entry-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_CHOICE_FIELD (act_choice_field_get_type ())

/**
 * ActChoiceField:
 *
 * Joins two rows of a form that stand for one text. The drop-down offers what there is to choose
 * from; the entry is shown while “Other…” is chosen, and instead of the drop-down while there is
 * nothing to choose from. Signal: `changed`.
 */
G_DECLARE_FINAL_TYPE (ActChoiceField, act_choice_field, ACT, CHOICE_FIELD, GObject)

ActChoiceField *act_choice_field_new         (AdwComboRow       *combo,
                                              ActEntryRow       *entry);
void            act_choice_field_set_choices (ActChoiceField    *self,
                                              const char *const *choices,
                                              gboolean           allow_other);
void            act_choice_field_set_text    (ActChoiceField    *self,
                                              const char        *text);
void            act_choice_field_set_hidden  (ActChoiceField    *self,
                                              gboolean           is_hidden);
char           *act_choice_field_dup_text    (ActChoiceField    *self);

G_END_DECLS
