/* What can go wrong with the keyring
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-keyring-error.h"

G_DEFINE_QUARK (act_keyring_error, act_keyring_error)
