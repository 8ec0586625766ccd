/* Keeps a pasted block of variables out of the entries of a form
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-paste.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_PASTE_CATCHER (act_paste_catcher_get_type ())

/**
 * ActPasteCatcher:
 *
 * Whatever way a text gets into an entry (keys, menu, middle button, dragging), a block of variables
 * does not: there is a secret in it. Signal: `pasted` (#ActConnectionPaste, which goes afterwards).
 */
G_DECLARE_FINAL_TYPE (ActPasteCatcher, act_paste_catcher, ACT, PASTE_CATCHER, GObject)

ActPasteCatcher *act_paste_catcher_new            (void);
void             act_paste_catcher_watch          (ActPasteCatcher *self,
                                                   GtkEditable     *editable);
void             act_paste_catcher_read_clipboard (ActPasteCatcher *self,
                                                   GtkWidget       *widget);

G_END_DECLS
