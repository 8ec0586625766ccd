/* A row of a form for the certificate of a private authority
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_AUTHORITY_ROW (act_authority_row_get_type ())

/**
 * ActAuthorityRow:
 *
 * Reads a certificate from a file that the user chooses and shows whose it is, its fingerprint and until
 * when it is valid. The file is not needed afterwards. Signal: `changed`.
 */
G_DECLARE_FINAL_TYPE (ActAuthorityRow, act_authority_row, ACT, AUTHORITY_ROW, GtkListBoxRow)

GtkWidget  *act_authority_row_new       (void);
const char *act_authority_row_get_pem   (ActAuthorityRow *self);
void        act_authority_row_set_pem   (ActAuthorityRow *self,
                                         const char      *pem);
void        act_authority_row_read_file (ActAuthorityRow *self,
                                         GFile           *file);

G_END_DECLS
