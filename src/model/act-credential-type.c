/* The types of credential, and what a form for each asks for
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-type.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_FIELDS 4

typedef struct
{
  const char *key;
  const char *label;
  gboolean    secret;
} ActCredentialFieldRow;

typedef struct
{
  const char           *type;
  const char           *auth_type; /* as systems name it */
  const char           *label;
  ActCredentialFieldRow fields[MAX_FIELDS];
} ActCredentialTypeRow;

/* The types are those of IntegrationCredentialsRequestBase in the API's description, the auth types
 * those of its AuthType. Only the fields of M3TER_SIGNED_REQUEST are published; the others are what
 * the systems themselves ask for, so what the server answers about its fields goes first. The texts
 * are only marked here; the front ends translate them. */
static const ActCredentialTypeRow types[] = {
  { "HTTP_BASIC", "HTTP_BASIC", N_ ("User name and password"), { { "username", N_ ("User name"), FALSE }, { "password", N_ ("Password"), TRUE } } },
  { "OAUTH_CLIENT_CREDENTIALS", "OAUTH_CLIENT_CREDENTIALS", N_ ("OAuth client credentials"), { { "clientId", N_ ("Client id"), FALSE }, { "clientSecret", N_ ("Client secret"), TRUE } } },
  { "M3TER_SIGNED_REQUEST", "M3TER_SIGNED_REQUEST", N_ ("Signed request"), { { "apiKey", N_ ("API key"), FALSE }, { "secret", N_ ("Secret"), TRUE } } },
  { "AWS_INTEGRATION", "AWS_INTEGRATION", N_ ("AWS"), { { "accessKeyId", N_ ("Access key id"), FALSE }, { "secretAccessKey", N_ ("Secret access key"), TRUE } } },
  { "PADDLE_AUTH", "PADDLE", N_ ("Paddle"), { { "vendorId", N_ ("Vendor Id"), FALSE }, { "vendorAuthCode", N_ ("Vendor Auth Code"), TRUE } } },
  { "NETSUITE_AUTH", "NETSUITE", N_ ("NetSuite"), { { "externalCustomerId", N_ ("External Customer Id"), FALSE }, { "clientId", N_ ("Client Id"), FALSE }, { "keyId", N_ ("Key Id"), TRUE } } },
  { "CHARGEBEE_AUTH", "CHARGEBEE", N_ ("Chargebee"), { { "site", N_ ("Site"), FALSE }, { "apiKey", N_ ("API key"), TRUE } } },
  { "M3TER_APP_SIGNATURE", "M3TER_APP_SIGNATURE", N_ ("Application signature"), { { "secret", N_ ("Secret"), TRUE } } },
  { "M3TER_SERVICE_USER", "M3TER_SERVICE_USER", N_ ("Service user"), { { "apiKey", N_ ("Access key id"), FALSE }, { "apiSecret", N_ ("API secret"), TRUE } } },
  { "STRIPE_SIGNED_REQUEST", "STRIPE_SIGNED_REQUEST", N_ ("Stripe signed request"), { { "secret", N_ ("Signing secret"), TRUE } } },
  { "HUBSPOT_ACCESS_TOKEN", "HUBSPOT_ACCESS_TOKEN", N_ ("HubSpot access token"), { { "accessToken", N_ ("Access token"), TRUE } } },
  { "HUBSPOT_CLIENT_SECRET", "HUBSPOT_CLIENT_SECRET", N_ ("HubSpot client secret"), { { "clientSecret", N_ ("Client secret"), TRUE } } },
  { "OPSGENIE_KEY", "OPSGENIE_KEY", N_ ("Opsgenie key"), { { "apiKey", N_ ("API key"), TRUE } } },
  { "SAP_BYD", "SAP_BYD", N_ ("SAP Business ByDesign"), { { "username", N_ ("User name"), FALSE }, { "password", N_ ("Password"), TRUE } } },
  { "SLACK_WEBHOOK", "SLACK_WEBHOOK", N_ ("Slack webhook"), { { "webhookUrl", N_ ("Webhook address"), TRUE } } },
  { "SAGE_INTACCT_CLIENT_CREDENTIALS", "SAGE_INTACCT_CLIENT_CREDENTIALS", N_ ("Sage Intacct client credentials"), { { "clientId", N_ ("Client id"), FALSE }, { "clientSecret", N_ ("Client secret"), TRUE } } },
  { "SAGE_INTACCT_CLIENT_SECRET", "SAGE_INTACCT_CLIENT_SECRET", N_ ("Sage Intacct client secret"), { { "clientSecret", N_ ("Client secret"), TRUE } } },
  { "STATIC_API_KEY", "STATIC_API_KEY", N_ ("API key"), { { "apiKey", N_ ("API key"), TRUE } } },
};

typedef struct
{
  const char *system;
  const char *destination; /* as credentials name it */
  const char *type;        /* (nullable): none where a person must consent in a browser */
} ActSystemRow;

/* Systems as configurations name them, without case, blanks and underscores, and the destinations of
 * IntegrationCredentialsRequestBase in the API's description. */
static const ActSystemRow systems[] = {
  { "chargebee", "CHARGEBEE", "CHARGEBEE_AUTH" },
  { "netsuite", "NETSUITE", "NETSUITE_AUTH" },
  { "paddle", "PADDLE", "PADDLE_AUTH" },
  { "paddlesandbox", "PADDLE_SANDBOX", "PADDLE_AUTH" },
  { "webhook", "WEBHOOK", "M3TER_SIGNED_REQUEST" },
  { "aws", "AWS", "AWS_INTEGRATION" },
  { "m3ter", "M3TER", "M3TER_SERVICE_USER" },
  { "stripe", "STRIPE", NULL },
  { "stripetest", "STRIPE_TEST", NULL },
  { "xero", "XERO", NULL },
  { "salesforce", "SALESFORCE", NULL },
  { "quickbooks", "QUICKBOOKS", NULL },
  { "quickbookssandbox", "QUICKBOOKS_SANDBOX", NULL },
};

static const ActCredentialTypeRow *
find_type (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_strcmp0 (types[i].type, type) == 0)
        return &types[i];
    }

  return NULL;
}

static char *
simplify (const char *system)
{
  g_autoptr (GString) simple = g_string_new (NULL);

  for (const char *c = system; c != NULL && *c != '\0'; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (simple, g_ascii_tolower (*c));
    }

  return g_string_free (g_steal_pointer (&simple), FALSE);
}

static const ActSystemRow *
find_system (const char *system)
{
  g_autofree char *simple = simplify (system);

  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    {
      if (g_str_equal (systems[i].system, simple))
        return &systems[i];
    }

  return NULL;
}

/**
 * act_credential_field_new:
 * @key: the member of the call's body
 * @label: what people call it
 * @secret: whether it must not be seen
 * @required: whether it must be filled in
 *
 * Makes a field. Any thread.
 *
 * Returns: (transfer full): the field
 */
ActCredentialField *
act_credential_field_new (const char *key,
                          const char *label,
                          gboolean    secret,
                          gboolean    required)
{
  ActCredentialField *self = g_new0 (ActCredentialField, 1);

  self->key = g_strdup (key);
  self->label = g_strdup (label);
  self->secret = secret;
  self->required = required;

  return self;
}

/**
 * act_credential_field_free:
 * @self: (transfer full) (nullable): a field
 *
 * Frees a field. Any thread.
 */
void
act_credential_field_free (ActCredentialField *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->label);
  g_free (self);
}

static void
wipe (gpointer value)
{
  explicit_bzero (value, strlen (value));
  g_free (value);
}

/**
 * act_credential_draft_new:
 * @type: the type, for example `CHARGEBEE_AUTH`
 * @destination: the other system as credentials write it, for example `CHARGEBEE`
 * @name: (nullable): its name
 *
 * Makes a credential that has no fields yet.
 *
 * Returns: (transfer full): the draft
 */
ActCredentialDraft *
act_credential_draft_new (const char *type,
                          const char *destination,
                          const char *name)
{
  ActCredentialDraft *self = g_new0 (ActCredentialDraft, 1);

  self->type = g_strdup (type);
  self->destination = g_strdup (destination);
  self->name = g_strdup (name);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (wipe);

  return self;
}

/**
 * act_credential_draft_free:
 * @self: (transfer full) (nullable): a draft
 *
 * Overwrites its values and frees it.
 */
void
act_credential_draft_free (ActCredentialDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->type);
  g_free (self->destination);
  g_free (self->name);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/**
 * act_credential_draft_take:
 * @self: a draft
 * @key: the member of the call's body
 * @value: (transfer full): its value
 *
 * Adds the value of a field.
 */
void
act_credential_draft_take (ActCredentialDraft *self,
                           const char         *key,
                           char               *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (value != NULL);

  g_ptr_array_add (self->keys, g_strdup (key));
  g_ptr_array_add (self->values, value);
}

/**
 * act_credential_type_for_system:
 * @system: (nullable): a system, as configurations name it
 *
 * Returns: (nullable): the type of credential that it takes, as far as it is known here
 */
const char *
act_credential_type_for_system (const char *system)
{
  const ActSystemRow *row = find_system (system);

  return row != NULL ? row->type : NULL;
}

/**
 * act_credential_type_from_auth:
 * @auth_type: (nullable): how a system is authorised, as the server says
 *
 * Returns: (nullable): the type of credential for that; %NULL for one that needs consent in a
 *   browser, and for what is not known here
 */
const char *
act_credential_type_from_auth (const char *auth_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_strcmp0 (types[i].auth_type, auth_type) == 0)
        return types[i].type;
    }

  return NULL;
}

/**
 * act_credential_type_get_label:
 * @type: (nullable): a type
 *
 * Returns: (nullable): what people call it, not translated; %NULL for one that is not known here
 */
const char *
act_credential_type_get_label (const char *type)
{
  const ActCredentialTypeRow *row = find_type (type);

  return row != NULL ? row->label : NULL;
}

/**
 * act_credential_type_needs_consent:
 * @system: (nullable): a system, as configurations name it
 *
 * Tells whether a person must consent in a browser, which the Console leads to. From the vendor's
 * documentation of each system.
 *
 * Returns: whether it is known to be so
 */
gboolean
act_credential_type_needs_consent (const char *system)
{
  const ActSystemRow *row = find_system (system);

  return row != NULL && row->type == NULL;
}

/**
 * act_credential_type_dup_all:
 *
 * Returns: (transfer full): all types that are known here
 */
char **
act_credential_type_dup_all (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_strv_builder_add (builder, types[i].type);

  return g_strv_builder_end (builder);
}

/**
 * act_credential_type_list_fields:
 * @type: (nullable): a type
 *
 * Returns: (transfer full) (element-type ActCredentialField): what a form for it asks for, with
 *   labels that are not translated; empty for a type that is not known here
 */
GPtrArray *
act_credential_type_list_fields (const char *type)
{
  const ActCredentialTypeRow *row = find_type (type);
  GPtrArray                  *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) act_credential_field_free);

  for (guint i = 0; row != NULL && i < MAX_FIELDS && row->fields[i].key != NULL; i++)
    g_ptr_array_add (fields, act_credential_field_new (row->fields[i].key, row->fields[i].label,
                                                       row->fields[i].secret, TRUE));

  return fields;
}

/**
 * act_credential_destination_name:
 * @system: (nullable): a system, as configurations name it, for example `Chargebee`
 *
 * Credentials write systems otherwise than configurations: in capitals, with underscores.
 *
 * Returns: (transfer full): for example `CHARGEBEE`
 */
char *
act_credential_destination_name (const char *system)
{
  const ActSystemRow *row = find_system (system);
  g_autoptr (GString) name = g_string_new (NULL);

  if (row != NULL)
    return g_strdup (row->destination);

  for (const char *c = system; c != NULL && *c != '\0'; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (name, g_ascii_toupper (*c));
      else if (name->len > 0 && name->str[name->len - 1] != '_')
        g_string_append_c (name, '_');
    }

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * act_credential_fits_system:
 * @destination: (nullable): a credential's destination
 * @system: (nullable): a system, as configurations name it
 *
 * Returns: whether both mean the same system
 */
gboolean
act_credential_fits_system (const char *destination,
                            const char *system)
{
  g_autofree char *left = simplify (destination);
  g_autofree char *right = simplify (system);

  return *left != '\0' && g_str_equal (left, right);
}
