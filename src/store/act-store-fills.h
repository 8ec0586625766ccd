/* All that is derived from rows and may be missing in those of an older version
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-fill.h"

G_BEGIN_DECLS

const ActStoreFill *act_store_fills_get (void);

G_END_DECLS
