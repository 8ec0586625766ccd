/* How events are shown beyond what they are: what is highlighted in them, and in which zone
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_ROW_LOOK (act_row_look_get_type ())

/**
 * ActRowLook:
 *
 * What all cells of a list share. Signal `changed`: what was shown is to be shown anew.
 */
G_DECLARE_FINAL_TYPE (ActRowLook, act_row_look, ACT, ROW_LOOK, GObject)

ActRowLook    *act_row_look_new             (void);
void           act_row_look_set_search      (ActRowLook     *self,
                                             ActSearch      *search);
PangoAttrList *act_row_look_make_attributes (ActRowLook     *self,
                                             ActSearchField  field,
                                             const char     *text);
void           act_row_look_refresh         (ActRowLook     *self);

G_END_DECLS
