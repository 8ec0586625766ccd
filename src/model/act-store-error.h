/* What can go wrong with the local store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACT_STORE_ERROR (act_store_error_quark ())

/**
 * ActStoreError:
 * @ACT_STORE_ERROR_FAILED: SQLite answered with an error
 * @ACT_STORE_ERROR_TOO_NEW: the store was written by a newer version; it is left untouched
 * @ACT_STORE_ERROR_CORRUPT: the file is damaged
 * @ACT_STORE_ERROR_FULL: the disk is full
 * @ACT_STORE_ERROR_READ_ONLY: the store cannot be written
 * @ACT_STORE_ERROR_BUSY: another process holds the store
 * @ACT_STORE_ERROR_NOT_FOUND: there is no such row
 * @ACT_STORE_ERROR_CLOSED: the store was closed
 * @ACT_STORE_ERROR_NO_SPACE: the disk has less room than the work needs, which was not begun;
 *   act_store_error_get_space() tells how much
 *
 * Stands in the model, so that the front ends can word what they cannot call.
 */
typedef enum
{
  ACT_STORE_ERROR_FAILED,
  ACT_STORE_ERROR_TOO_NEW,
  ACT_STORE_ERROR_CORRUPT,
  ACT_STORE_ERROR_FULL,
  ACT_STORE_ERROR_READ_ONLY,
  ACT_STORE_ERROR_BUSY,
  ACT_STORE_ERROR_NOT_FOUND,
  ACT_STORE_ERROR_CLOSED,
  ACT_STORE_ERROR_NO_SPACE,
} ActStoreError;

#define ACT_N_STORE_ERRORS (ACT_STORE_ERROR_NO_SPACE + 1)

GQuark   act_store_error_quark        (void);
GError  *act_store_error_new_no_space (gint64         needed,
                                       gint64         available);
gboolean act_store_error_get_space    (const GError  *error,
                                       gint64        *needed,
                                       gint64        *available);

G_END_DECLS
