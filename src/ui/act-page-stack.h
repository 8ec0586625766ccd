/* Pages, one on top of the other
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-page.h"

G_BEGIN_DECLS

#define ACT_TYPE_PAGE_STACK (act_page_stack_get_type ())

/**
 * ActPageStack:
 *
 * Shows the topmost of its pages, and below all of them its content, if it has any. Going back from
 * a page with unsaved input asks first. Property: `content` (GtkWidget; a template sets it). Signals:
 * `changed` (another page is the topmost one, or its title is another), `emptied` (the last page has
 * gone).
 */
G_DECLARE_FINAL_TYPE (ActPageStack, act_page_stack, ACT, PAGE_STACK, GtkWidget)

GtkWidget *act_page_stack_new               (void);
void       act_page_stack_push              (ActPageStack *self,
                                             GtkWidget    *page);
void       act_page_stack_go_back           (ActPageStack *self);
void       act_page_stack_clear             (ActPageStack *self);
gboolean   act_page_stack_confirm_clear     (ActPageStack *self);
guint      act_page_stack_get_depth         (ActPageStack *self);
ActPage   *act_page_stack_get_top           (ActPageStack *self);
gboolean   act_page_stack_has_unsaved_input (ActPageStack *self);

G_END_DECLS
