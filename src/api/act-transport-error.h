/* Why there is no answer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-api-error.h"
#include "act-request.h"

#include <gio/gio.h>

G_BEGIN_DECLS

ActApiError act_transport_error_get_code             (const GError         *cause,
                                                      gboolean              has_status);
char       *act_transport_error_describe_certificate (GTlsCertificate      *certificate,
                                                      GTlsCertificateFlags  problems);
GError     *act_transport_error_new                  (ActRequest           *request,
                                                      const GError         *cause,
                                                      gboolean              has_status,
                                                      const char           *certificate);

G_END_DECLS
