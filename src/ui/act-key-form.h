/* The rows in which an access key is entered
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-paste-catcher.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_KEY_FORM (act_key_form_get_type ())

/**
 * ActKeyForm:
 *
 * A key id and its secret, which is entered hidden, and overwritten when it is wiped and when the form
 * goes. Signals: `changed`; `submit`, Enter in an entry.
 */
G_DECLARE_FINAL_TYPE (ActKeyForm, act_key_form, ACT, KEY_FORM, GtkWidget)

GtkWidget  *act_key_form_new        (void);
void        act_key_form_watch      (ActKeyForm      *self,
                                     ActPasteCatcher *catcher);
void        act_key_form_fill       (ActKeyForm      *self,
                                     const char      *key_id,
                                     const char      *secret);
const char *act_key_form_get_key_id (ActKeyForm      *self);
const char *act_key_form_get_secret (ActKeyForm      *self);
gboolean    act_key_form_check      (ActKeyForm      *self);
void        act_key_form_wipe       (ActKeyForm      *self);

G_END_DECLS
