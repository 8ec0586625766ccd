/* The certificate of a private authority, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-authority.h"

G_BEGIN_DECLS

char       *act_authority_text_name    (const ActAuthority *authority);
char       *act_authority_text_expiry  (const ActAuthority *authority,
                                        gint64              now);
const char *act_authority_text_problem (const GError       *error);

G_END_DECLS
