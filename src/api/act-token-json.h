/* The answer of the token call
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-json-decode.h"

G_BEGIN_DECLS

/**
 * ActToken:
 * @text: the token; a secret
 * @life: for how many seconds it is good
 * @organisation_id: (nullable): the organisation that it says it is for
 */
typedef struct
{
  char  *text;
  gint64 life;
  char  *organisation_id;
} ActToken;

extern const ActJsonDecoder act_token_decoder;

void act_token_free (ActToken *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActToken, act_token_free)

G_END_DECLS
