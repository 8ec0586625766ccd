/* Prepared statements: bind, step, read
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * ActStatement:
 *
 * A statement of [struct@StoreDatabase]'s cache. Letting go of it makes it ready for the next use;
 * one statement cannot be used twice at a time.
 */
typedef struct sqlite3_stmt ActStatement;

void      act_statement_release   (ActStatement  *self);
void      act_statement_bind_int  (ActStatement  *self,
                                   const char    *parameter,
                                   gint64         value);
void      act_statement_bind_time (ActStatement  *self,
                                   const char    *parameter,
                                   gint64         time);
void      act_statement_bind_text (ActStatement  *self,
                                   const char    *parameter,
                                   const char    *text);
void      act_statement_bind_column (ActStatement  *self,
                                   const char    *parameter,
                                   ActStatement  *row,
                                   int            column);
int       act_statement_step      (ActStatement  *self,
                                   GError       **error);
gboolean  act_statement_run       (ActStatement  *self,
                                   GError       **error);
gint64    act_statement_get_int   (ActStatement  *self,
                                   int            column);
gint64    act_statement_get_time  (ActStatement  *self,
                                   int            column);
const char *act_statement_get_text (ActStatement *self,
                                   int            column);
char     *act_statement_dup_text  (ActStatement  *self,
                                   int            column);
char     *act_statement_dup_raw   (ActStatement  *self,
                                   int            column);
gboolean  act_statement_has_text  (ActStatement  *self,
                                   int            column,
                                   const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStatement, act_statement_release)

G_END_DECLS
