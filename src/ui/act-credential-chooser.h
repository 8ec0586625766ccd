/* Lets one choose which credential an integration uses
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-credential.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CREDENTIAL_CHOOSER (act_credential_chooser_get_type ())

/**
 * ActCredentialChooser:
 *
 * The credentials of a system, one of them chosen, with a last row for a new one; or, where they
 * cannot be listed, an entry for the id of one. Signals: `changed`; `activated`, Enter in the entry.
 */
G_DECLARE_FINAL_TYPE (ActCredentialChooser, act_credential_chooser, ACT, CREDENTIAL_CHOOSER, GtkWidget)

GtkWidget  *act_credential_chooser_new             (void);
void        act_credential_chooser_set_credentials (ActCredentialChooser *self,
                                                    GPtrArray            *credentials,
                                                    const char           *in_use,
                                                    gboolean              can_create);
void        act_credential_chooser_ask_for_id      (ActCredentialChooser *self,
                                                    gboolean              can_create);
void        act_credential_chooser_add             (ActCredentialChooser *self,
                                                    const ActCredential  *credential);
char       *act_credential_chooser_dup_id          (ActCredentialChooser *self);
const char *act_credential_chooser_find_name       (ActCredentialChooser *self,
                                                    const char           *credentials_id);
gboolean    act_credential_chooser_is_new          (ActCredentialChooser *self);

G_END_DECLS
