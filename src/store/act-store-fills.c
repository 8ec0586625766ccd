/* All that is derived from rows and may be missing in those of an older version
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-fills.h"

#include "act-cause-signature.h"
#include "act-store-cause-rows.h"
#include "act-store-profile.h"
#include "act-store-words.h"

/* In the order in which they run. */
static const ActStoreFill fills[] = {
  { "causes", ACT_CAUSE_SIGNATURE_VERSION, "SELECT count(*) FROM state", act_store_causes_fill },
  { "search", ACT_STORE_WORDS_VERSION, "SELECT count(*) FROM state", act_store_profile_fill },
  { NULL, 0, NULL, NULL },
};

/**
 * act_store_fills_get:
 *
 * Any thread.
 *
 * Returns: (transfer none): the fills; the last one has no name
 */
const ActStoreFill *
act_store_fills_get (void)
{
  return fills;
}
