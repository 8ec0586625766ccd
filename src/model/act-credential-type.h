/* The types of credential, and what a form for each asks for
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActCredentialField:
 * @key: the member of the call's body
 * @label: what people call it; from the server as it is, else not translated
 * @secret: whether it must not be seen
 * @required: whether it must be filled in
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  char    *key;
  char    *label;
  gboolean secret;
  gboolean required;
} ActCredentialField;

/**
 * ActCredentialDraft:
 * @type: the type, for example `CHARGEBEE_AUTH`
 * @destination: the other system as credentials write it, for example `CHARGEBEE`
 * @name: (nullable): its name
 * @keys: (element-type utf8): the members of its fields
 * @values: (element-type utf8): their values, in the same order; secrets
 *
 * A credential that is yet to be created. Its values are overwritten when it is freed, and it is
 * never copied, stored or logged.
 */
typedef struct
{
  char      *type;
  char      *destination;
  char      *name;
  GPtrArray *keys;
  GPtrArray *values;
} ActCredentialDraft;

ActCredentialField *act_credential_field_new          (const char         *key,
                                                       const char         *label,
                                                       gboolean            secret,
                                                       gboolean            required);
void                act_credential_field_free         (ActCredentialField *self);
ActCredentialDraft *act_credential_draft_new          (const char         *type,
                                                       const char         *destination,
                                                       const char         *name);
void                act_credential_draft_free         (ActCredentialDraft *self);
void                act_credential_draft_take         (ActCredentialDraft *self,
                                                       const char         *key,
                                                       char               *value);
const char         *act_credential_type_for_system    (const char         *system);
const char         *act_credential_type_from_auth     (const char         *auth_type);
const char         *act_credential_type_get_label     (const char         *type);
gboolean            act_credential_type_needs_consent (const char         *system);
char              **act_credential_type_dup_all       (void);
GPtrArray          *act_credential_type_list_fields   (const char         *type);
char               *act_credential_destination_name   (const char         *system);
gboolean            act_credential_fits_system        (const char         *destination,
                                                       const char         *system);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActCredentialField, act_credential_field_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActCredentialDraft, act_credential_draft_free)

G_END_DECLS
