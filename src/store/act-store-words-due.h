/* What the index of words is to be told at the end of a transaction
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"

G_BEGIN_DECLS

gboolean act_store_words_due_tell (ActStoreDatabase  *database,
                                   GError           **error);

G_END_DECLS
