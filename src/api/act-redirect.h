/* Where a server sends us, and whether we go
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-request.h"
#include "act-response.h"

G_BEGIN_DECLS

/* The most that are followed one after the other. */
#define ACT_REDIRECT_MAX 5

gboolean act_redirect_is_one         (const ActResponse  *response);
gboolean act_redirect_may_be_tried   (ActRequest         *request);
GUri    *act_redirect_resolve        (GUri               *from,
                                      const char         *location,
                                      GError            **error);
GError  *act_redirect_new_error      (ActRequest         *request,
                                      const ActResponse  *response);
GError  *act_redirect_new_loop_error (ActRequest         *request);

G_END_DECLS
