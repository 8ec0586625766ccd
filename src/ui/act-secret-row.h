/* A row of a form for what nobody may see
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-entry-row.h"

G_BEGIN_DECLS

#define ACT_TYPE_SECRET_ROW (act_secret_row_get_type ())

/**
 * ActSecretRow:
 *
 * Looks like an #AdwEntryRow; what #AdwPasswordEntryRow does not do, it tells assistive technology
 * that this is a password, so that it is not read out. Property: `title`. Signals: `changed`; `entry-activated`, Enter.
 */
G_DECLARE_FINAL_TYPE (ActSecretRow, act_secret_row, ACT, SECRET_ROW, GtkListBoxRow)

GtkWidget   *act_secret_row_new         (const char    *title);
GtkEditable *act_secret_row_get_entry   (ActSecretRow  *self);
void         act_secret_row_set_check   (ActSecretRow  *self,
                                         ActFieldCheck  check);
gboolean     act_secret_row_check       (ActSecretRow  *self);
void         act_secret_row_set_problem (ActSecretRow  *self,
                                         const char    *problem);

G_END_DECLS
