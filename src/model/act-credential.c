/* A credential of another system, without its secrets
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential.h"

#include "act-event.h"

G_DEFINE_BOXED_TYPE (ActCredential, act_credential, act_credential_copy, act_credential_free)

/**
 * act_credential_new:
 *
 * Makes a credential without any field. Any thread.
 *
 * Returns: (transfer full): the credential
 */
ActCredential *
act_credential_new (void)
{
  ActCredential *self = g_new0 (ActCredential, 1);

  self->created = ACT_TIME_UNKNOWN;
  self->modified = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_credential_copy:
 * @self: a credential
 *
 * Copies a credential. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActCredential *
act_credential_copy (const ActCredential *self)
{
  ActCredential *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (*self));
  copy->id = g_strdup (self->id);
  copy->type = g_strdup (self->type);
  copy->destination = g_strdup (self->destination);
  copy->destination_id = g_strdup (self->destination_id);
  copy->name = g_strdup (self->name);

  return copy;
}

/**
 * act_credential_free:
 * @self: (transfer full) (nullable): a credential
 *
 * Frees a credential. Any thread.
 */
void
act_credential_free (ActCredential *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->type);
  g_free (self->destination);
  g_free (self->destination_id);
  g_free (self->name);
  g_free (self);
}
