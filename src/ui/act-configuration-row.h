/* One integration in a list
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-configuration.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONFIGURATION_ROW (act_configuration_row_get_type ())

/**
 * ActConfigurationRow:
 *
 * Its name, what it joins, whether it is enabled and authorized, in words and icons, and a line for
 * whatever else is known. An arrow shows that it can be activated.
 */
G_DECLARE_FINAL_TYPE (ActConfigurationRow, act_configuration_row, ACT, CONFIGURATION_ROW, GtkListBoxRow)

GtkWidget                         *act_configuration_row_new               (const ActIntegrationConfiguration *configuration);
const ActIntegrationConfiguration *act_configuration_row_get_configuration (ActConfigurationRow               *self);
void                               act_configuration_row_set_configuration (ActConfigurationRow               *self,
                                                                            const ActIntegrationConfiguration *configuration);
void                               act_configuration_row_set_note          (ActConfigurationRow               *self,
                                                                            const char                        *note);

G_END_DECLS
