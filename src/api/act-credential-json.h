/* Credentials, and what they are made of, as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-credential-type.h"
#include "act-json-decode.h"

G_BEGIN_DECLS

/* Gives an ActCredential. */
extern const ActJsonDecoder act_credential_decoder;

/* Gives an ActJsonPage of ActCredential. */
extern const ActJsonDecoder act_credential_page_decoder;

/* Gives a GPtrArray of ActCredentialField. */
extern const ActJsonDecoder act_credential_fields_decoder;

char *act_credential_json_write_draft (const ActCredentialDraft *draft);

G_END_DECLS
