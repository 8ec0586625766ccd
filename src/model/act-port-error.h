/* What can be wrong with the file of a store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACT_PORT_ERROR (act_port_error_quark ())

/**
 * ActPortError:
 * @ACT_PORT_ERROR_NOT_A_STORE: it is something else
 * @ACT_PORT_ERROR_TOO_NEW: a newer version wrote it
 * @ACT_PORT_ERROR_DAMAGED: it was cut off or altered, or holds what no store can hold
 * @ACT_PORT_ERROR_TOO_LARGE: a line of it, or all of it, is larger than any store
 *
 * Stands in the model, so that the front ends can word it.
 */
typedef enum
{
  ACT_PORT_ERROR_NOT_A_STORE,
  ACT_PORT_ERROR_TOO_NEW,
  ACT_PORT_ERROR_DAMAGED,
  ACT_PORT_ERROR_TOO_LARGE,
} ActPortError;

#define ACT_N_PORT_ERRORS (ACT_PORT_ERROR_TOO_LARGE + 1)

GQuark act_port_error_quark (void);

G_END_DECLS
