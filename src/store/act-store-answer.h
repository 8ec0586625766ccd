/* Whether an event matches, as far as it can be told without reading it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActStoreAnswer:
 * @ACT_STORE_NO: it does not match
 * @ACT_STORE_MAYBE: the record has to be looked at
 * @ACT_STORE_YES: it matches
 *
 * In this order the lesser outweighs where all must match, and the greater among alternatives.
 */
typedef enum
{
  ACT_STORE_NO,
  ACT_STORE_MAYBE,
  ACT_STORE_YES,
} ActStoreAnswer;

ActStoreAnswer act_store_answer_negate   (ActStoreAnswer answer);
ActStoreAnswer act_store_answer_is_older (gint64         row_id,
                                          gint64         time);
gint64         act_store_answer_first_row (gint64        time);
gint64         act_store_answer_end_row   (gint64        time);

G_END_DECLS
