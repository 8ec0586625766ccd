/* What the machine says of its network and its power
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActConditions:
 * @network_available: whether there is any network
 * @portal: whether the network asks to sign in first
 * @metered: whether what is read may cost money
 * @power_saver: whether power is to be saved
 *
 * Plain data.
 */
typedef struct
{
  gboolean network_available;
  gboolean portal;
  gboolean metered;
  gboolean power_saver;
} ActConditions;

G_END_DECLS
