/* What a token says of itself
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *act_token_claims_dup_organisation_id (const char *token);

G_END_DECLS
