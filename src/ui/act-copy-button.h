/* A button that copies a text and shows that it did
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_COPY_BUTTON (act_copy_button_get_type ())

G_DECLARE_FINAL_TYPE (ActCopyButton, act_copy_button, ACT, COPY_BUTTON, GtkButton)

GtkWidget *act_copy_button_new       (void);
void       act_copy_button_set_label (ActCopyButton *self,
                                      const char    *label);
void       act_copy_button_set_text  (ActCopyButton *self,
                                      const char    *text);
void       act_copy_button_set_bytes (ActCopyButton *self,
                                      GBytes        *bytes);

G_END_DECLS
