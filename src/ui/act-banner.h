/* What the user must know about the connection, one thing at a time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_BANNER (act_banner_get_type ())

/**
 * ActBanner:
 *
 * A line over the list, with one or two ways out. Signals: `closed` (the user does not want to see it
 * any more).
 */
G_DECLARE_FINAL_TYPE (ActBanner, act_banner, ACT, BANNER, GtkWidget)

GtkWidget *act_banner_new          (void);
void       act_banner_show         (ActBanner  *self,
                                    const char *icon_name,
                                    const char *title,
                                    const char *text);
void       act_banner_hide         (ActBanner  *self);
void       act_banner_set_button   (ActBanner  *self,
                                    const char *label,
                                    const char *action_name);
void       act_banner_set_second_button (ActBanner  *self,
                                         const char *label,
                                         const char *action_name);
void       act_banner_set_details  (ActBanner  *self,
                                    const char *details);
void       act_banner_set_closable (ActBanner  *self,
                                    gboolean    closable);
void       act_banner_set_narrow   (ActBanner  *self,
                                    gboolean    narrow);

G_END_DECLS
