/* What is shown where the list would be, when it is empty
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_EMPTY_PAGE (act_empty_page_get_type ())

G_DECLARE_FINAL_TYPE (ActEmptyPage, act_empty_page, ACT, EMPTY_PAGE, GtkWidget)

GtkWidget *act_empty_page_new        (void);
void       act_empty_page_show       (ActEmptyPage *self,
                                      const char   *icon_name,
                                      const char   *title,
                                      const char   *description);
void       act_empty_page_set_button (ActEmptyPage *self,
                                      const char   *label,
                                      const char   *action_name);
void       act_empty_page_add_button (ActEmptyPage *self,
                                      const char   *label,
                                      const char   *action_name);

G_END_DECLS
