/* A credential of another system, without its secrets
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActCredential:
 * @id: its id
 * @version: its version
 * @type: (nullable): how it signs in, for example `CHARGEBEE_AUTH`
 * @destination: (nullable): the other system, for example `CHARGEBEE`
 * @destination_id: (nullable): the destination's id
 * @name: (nullable): its name
 * @created: milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @modified: milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 *
 * Plain data that may cross threads. It has no place for what the server should not have sent: a
 * webhook's `apiKey` and `secret` are dropped where they are read.
 */
typedef struct
{
  char  *id;
  gint64 version;
  char  *type;
  char  *destination;
  char  *destination_id;
  char  *name;
  gint64 created;
  gint64 modified;
} ActCredential;

#define ACT_TYPE_CREDENTIAL (act_credential_get_type ())

GType          act_credential_get_type (void) G_GNUC_CONST;
ActCredential *act_credential_new      (void);
ActCredential *act_credential_copy     (const ActCredential *self);
void           act_credential_free     (ActCredential       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActCredential, act_credential_free)

G_END_DECLS
