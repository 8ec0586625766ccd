/* The list of integration configurations, whole
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-configuration.h"
#include "act-pages.h"

G_BEGIN_DECLS

void       act_configuration_pages_list_async     (ActClient                    *client,
                                                   GCancellable                 *cancellable,
                                                   GAsyncReadyCallback           callback,
                                                   gpointer                      user_data);
GPtrArray *act_configuration_pages_make_resources (ActIntegrationConfiguration **configurations,
                                                   guint                         n_configurations);

G_END_DECLS
