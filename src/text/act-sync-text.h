/* How a synchronisation goes, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-sync-progress.h"

G_BEGIN_DECLS

const char *act_sync_text_phase   (ActSyncPhase            phase);
char       *act_sync_text_numbers (const ActSyncProgress  *progress,
                                   gint64                  now);
char       *act_sync_text_left    (const ActSyncProgress  *progress);
const char *act_sync_text_hold    (ActSyncHold             hold);
const char *act_sync_text_effect  (ActSyncHold             hold);

G_END_DECLS
