/* A dialog that shows pages, one on top of the other
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_PAGE_DIALOG (act_page_dialog_get_type ())

/**
 * ActPageDialog:
 *
 * A modal window with a header bar, a Back button while there is something to go back to, and the
 * topmost page. Closing it, or going back from a page with unsaved input, asks first; Escape goes
 * back one page. Its pages cancel their calls when it goes.
 */
G_DECLARE_FINAL_TYPE (ActPageDialog, act_page_dialog, ACT, PAGE_DIALOG, AdwWindow)

GtkWidget *act_page_dialog_new                 (GtkWindow     *parent,
                                                GtkWidget     *page);
void       act_page_dialog_set_connection_name (ActPageDialog *self,
                                                const char    *name);
void       act_page_dialog_push (ActPageDialog *self,
                                 GtkWidget     *page);

G_END_DECLS
