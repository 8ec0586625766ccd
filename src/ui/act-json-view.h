/* Raw JSON, pretty, collapsible and copyable
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_JSON_VIEW (act_json_view_get_type ())

G_DECLARE_FINAL_TYPE (ActJsonView, act_json_view, ACT, JSON_VIEW, GtkWidget)

GtkWidget *act_json_view_new      (void);
void       act_json_view_set_json (ActJsonView *self,
                                   const char  *json);

G_END_DECLS
