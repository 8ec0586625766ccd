/* What can be wrong with the file of a store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-port-error.h"

G_DEFINE_QUARK (act_port_error, act_port_error)
