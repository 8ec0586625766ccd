/* A source of rows that a test fills, for the widgets that show them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-row-source.h"

G_BEGIN_DECLS

#define ROWS_TYPE_FIXTURE (rows_fixture_get_type ())

G_DECLARE_FINAL_TYPE (RowsFixture, rows_fixture, ROWS, FIXTURE, GObject)

RowsFixture *rows_fixture_new      (void);
void         rows_fixture_add      (RowsFixture *self,
                                    gint64       row_id);
void         rows_fixture_mark     (RowsFixture *self,
                                    gint64       row_id);
void         rows_fixture_announce (RowsFixture *self);

G_END_DECLS
