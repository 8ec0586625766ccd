/* What is being read, what was read, or why it could not be
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_LOAD_STACK (act_load_stack_get_type ())

/**
 * ActLoadStack:
 *
 * Shows a spinner, an error with Try Again, a page that says that there is nothing, or its content.
 * Property: `content` (GtkWidget; a template sets it). Signal: `try-again`.
 */
G_DECLARE_FINAL_TYPE (ActLoadStack, act_load_stack, ACT, LOAD_STACK, GtkWidget)

GtkWidget *act_load_stack_new          (void);
void       act_load_stack_show_loading (ActLoadStack *self);
void       act_load_stack_show_content (ActLoadStack *self);
void       act_load_stack_show_error   (ActLoadStack *self,
                                        const GError *error);
void       act_load_stack_show_none    (ActLoadStack *self,
                                        const char   *icon_name,
                                        const char   *title,
                                        const char   *description,
                                        GtkWidget    *child);

G_END_DECLS
