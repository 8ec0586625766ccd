/* What can go wrong with the keyring
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACT_KEYRING_ERROR (act_keyring_error_quark ())

/**
 * ActKeyringError:
 * @ACT_KEYRING_ERROR_ABSENT: there is no keyring, or nobody can speak to it
 * @ACT_KEYRING_ERROR_LOCKED: the keyring is locked, and the user did not open it
 * @ACT_KEYRING_ERROR_REFUSED: the keyring answered that it will not
 *
 * Stands in the model, so that the front ends can word what they cannot call. The message of such an
 * error is the system's, and never holds a secret.
 */
typedef enum
{
  ACT_KEYRING_ERROR_ABSENT,
  ACT_KEYRING_ERROR_LOCKED,
  ACT_KEYRING_ERROR_REFUSED,
} ActKeyringError;

#define ACT_N_KEYRING_ERRORS (ACT_KEYRING_ERROR_REFUSED + 1)

GQuark act_keyring_error_quark (void);

G_END_DECLS
