/* The form of a new credential
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-credential-type.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CREDENTIAL_FORM (act_credential_form_get_type ())

/**
 * ActCredentialForm:
 *
 * A name and the fields of one type of credential. What is secret is entered hidden, never leaves the
 * form but in a draft, and is overwritten by act_credential_form_wipe() and when the form goes.
 * Signals: `type-changed`, so that its fields are to be set; `changed`; `activated`, Enter in an entry.
 */
G_DECLARE_FINAL_TYPE (ActCredentialForm, act_credential_form, ACT, CREDENTIAL_FORM, GtkWidget)

GtkWidget          *act_credential_form_new        (void);
void                act_credential_form_set_system (ActCredentialForm *self,
                                                    const char        *system);
const char         *act_credential_form_get_chosen (ActCredentialForm *self);
void                act_credential_form_set_fields (ActCredentialForm *self,
                                                    GPtrArray         *fields);
gboolean            act_credential_form_has_input  (ActCredentialForm *self);
ActCredentialDraft *act_credential_form_make_draft (ActCredentialForm *self);
void                act_credential_form_wipe       (ActCredentialForm *self);

G_END_DECLS
