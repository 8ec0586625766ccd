/* One credential that can be chosen
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-credential.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_CREDENTIAL_ROW (act_credential_row_get_type ())

/**
 * ActCredentialRow:
 *
 * A row with a radio button. Without a credential it stands for a new one. Signal: `chosen`.
 */
G_DECLARE_FINAL_TYPE (ActCredentialRow, act_credential_row, ACT, CREDENTIAL_ROW, AdwActionRow)

GtkWidget  *act_credential_row_new        (const ActCredential *credential,
                                           gboolean             in_use,
                                           GtkCheckButton      *group);
const char *act_credential_row_get_id     (ActCredentialRow    *self);
const char *act_credential_row_get_name   (ActCredentialRow    *self);
gboolean    act_credential_row_get_chosen (ActCredentialRow    *self);
void        act_credential_row_choose     (ActCredentialRow    *self);

G_END_DECLS
