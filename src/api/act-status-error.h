/* What a status that is no success means
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-request.h"
#include "act-response.h"

G_BEGIN_DECLS

GError *act_status_error_new (ActRequest        *request,
                              const ActResponse *response,
                              const char        *authorization);

G_END_DECLS
