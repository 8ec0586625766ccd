/* What can go wrong with the local store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-error.h"

/* What an error of this domain has beside its code and message. */
typedef struct
{
  gint64 needed;
  gint64 available;
} ActStoreErrorPrivate;

static void act_store_error_private_init (ActStoreErrorPrivate *self);
static void act_store_error_private_copy (const ActStoreErrorPrivate *self,
                                          ActStoreErrorPrivate       *copy);
static void act_store_error_private_clear (ActStoreErrorPrivate *self);

G_DEFINE_EXTENDED_ERROR (ActStoreError, act_store_error)

static void
act_store_error_private_init (ActStoreErrorPrivate *self)
{
}

static void
act_store_error_private_copy (const ActStoreErrorPrivate *self,
                              ActStoreErrorPrivate       *copy)
{
  *copy = *self;
}

static void
act_store_error_private_clear (ActStoreErrorPrivate *self)
{
}

/**
 * act_store_error_new_no_space:
 * @needed: how many bytes the work needs
 * @available: how many are free
 *
 * Any thread.
 *
 * Returns: (transfer full): an %ACT_STORE_ERROR_NO_SPACE
 */
GError *
act_store_error_new_no_space (gint64 needed,
                              gint64 available)
{
  GError *error = NULL;

  error = g_error_new (ACT_STORE_ERROR, ACT_STORE_ERROR_NO_SPACE,
                       "%" G_GINT64_FORMAT " bytes are needed, and %" G_GINT64_FORMAT " are free",
                       needed, available);
  *act_store_error_get_private (error) = (ActStoreErrorPrivate){ needed, available };

  return error;
}

/**
 * act_store_error_get_space:
 * @error: (nullable): an error
 * @needed: (out): return location for how many bytes the work needs
 * @available: (out): return location for how many were free
 *
 * Any thread.
 *
 * Returns: whether it is an %ACT_STORE_ERROR_NO_SPACE that knows
 */
gboolean
act_store_error_get_space (const GError *error,
                           gint64       *needed,
                           gint64       *available)
{
  const ActStoreErrorPrivate *space = NULL;

  *needed = 0;
  *available = 0;
  if (!g_error_matches (error, ACT_STORE_ERROR, ACT_STORE_ERROR_NO_SPACE))
    return FALSE;

  space = act_store_error_get_private (error);
  *needed = space->needed;
  *available = space->available;

  return space->needed > 0;
}
