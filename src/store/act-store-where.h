/* What of a query is asked in SQL
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"
#include "act-store-statement.h"

G_BEGIN_DECLS

gboolean act_store_where_is_open_only (const ActQuery  *query);
char    *act_store_where_build_from   (const ActQuery  *query);
void     act_store_where_append       (const ActQuery  *query,
                                       gboolean         marks_due,
                                       GString         *sql);
void     act_store_where_bind         (const ActQuery  *query,
                                       ActStatement    *statement);

G_END_DECLS
