/* Looking for what other processes write to a store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store.h"

G_BEGIN_DECLS

GSource *act_store_watch_start (ActStore *store);

G_END_DECLS
