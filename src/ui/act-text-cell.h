/* A cell with a line of text: message, integration or account
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-cell.h"

G_BEGIN_DECLS

#define ACT_TYPE_TEXT_CELL (act_text_cell_get_type ())

G_DECLARE_FINAL_TYPE (ActTextCell, act_text_cell, ACT, TEXT_CELL, ActEventCell)

/**
 * ActTextCellFunc:
 * @record: a record
 *
 * Gives what the cell says about a record.
 *
 * Returns: (transfer full) (nullable): one line of plain text
 */
typedef char *(*ActTextCellFunc) (const ActEventRecord *record);

GtkWidget *act_text_cell_new (ActTextCellFunc get_text,
                              ActRowLook     *look);

G_END_DECLS
