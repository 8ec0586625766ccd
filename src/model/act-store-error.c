/* What can go wrong with the local store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-error.h"

G_DEFINE_QUARK (act_store_error, act_store_error)
