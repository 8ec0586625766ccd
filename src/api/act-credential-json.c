/* Credentials as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-json.h"

#include "act-event.h"
#include "act-json-edit.h"
#include "act-json-page.h"
#include "act-json.h"
#include "act-redact.h"
#include "act-resource-json.h"
#include "act-time.h"

#include <string.h>

/* Takes the text, and only to free it: whatever else is in it may be a secret. */
static gpointer
read_thing (JsonObject *object,
            char       *json)
{
  ActCredential *credential = act_credential_new ();

  act_redact_free (json);
  credential->id = act_json_dup_text (object, "id");
  credential->version = act_json_get_integer (object, "version", 0);
  credential->type = act_json_dup_text (object, "type");
  credential->destination = act_json_dup_text (object, "destination");
  credential->destination_id = act_json_dup_text (object, "destinationId");
  credential->name = act_json_dup_text (object, "name");
  credential->created = act_json_get_time (object, "dtCreated");
  credential->modified = act_json_get_time (object, "dtLastModified");

  return credential;
}

static const ActJsonThing thing = { "id", read_thing, (GDestroyNotify) act_credential_free };

static gpointer
read_page (JsonNode   *root,
           const char *text,
           GError    **error)
{
  return act_json_page_read (root, text, &thing, error);
}

static gpointer
read_credential (JsonNode   *root,
                 const char *text,
                 GError    **error)
{
  ActJsonPage *page = act_json_page_read (root, text, &thing, error);

  return page != NULL ? act_json_page_only (page, error) : NULL;
}

const ActJsonDecoder act_credential_decoder = { read_credential, (GDestroyNotify) act_credential_free };
const ActJsonDecoder act_credential_page_decoder = { read_page, (GDestroyNotify) act_json_page_free };

static void
append_text (GString    *json,
             const char *name,
             const char *text)
{
  g_autofree char *quoted = NULL;

  if (text == NULL)
    return;

  quoted = act_json_quote (text);
  g_string_append_printf (json, "%s\"%s\":%s", json->len > 1 ? "," : "", name, quoted);
}

static void
append_time (GString    *json,
             const char *name,
             gint64      time)
{
  g_autofree char *text = NULL;

  if (time == ACT_TIME_UNKNOWN)
    return;

  text = act_time_format_iso8601 (time);
  append_text (json, name, text);
}

/* Copies it once and overwrites that copy. */
static void
append_secret (GString    *json,
               const char *key,
               const char *secret)
{
  g_autofree char *name = act_json_quote (key);
  char            *value = act_json_quote (secret);

  g_string_append_printf (json, ",%s:", name);
  g_string_append (json, value);
  act_redact_free (value);
}

/* A buffer that has to grow leaves a copy of itself behind. */
static gsize
get_room (const ActCredentialDraft *draft)
{
  gsize length = strlen (draft->type) + strlen (draft->destination) + (draft->name != NULL ? strlen (draft->name) : 0);

  for (guint i = 0; i < draft->keys->len; i++)
    length += strlen (g_ptr_array_index (draft->keys, i)) + strlen (g_ptr_array_index (draft->values, i)) + 8;

  return 6 * length + 128;
}

/**
 * act_credential_json_write_draft:
 * @draft: a credential that is yet to be created
 *
 * Returns: (transfer full): what the call that creates it sends; overwrite it before it is freed
 */
char *
act_credential_json_write_draft (const ActCredentialDraft *draft)
{
  GString *json = g_string_sized_new (get_room (draft));

  g_string_append_c (json, '{');
  append_text (json, "type", draft->type);
  append_text (json, "destination", draft->destination);
  append_text (json, "name", draft->name);
  for (guint i = 0; i < draft->keys->len; i++)
    append_secret (json, g_ptr_array_index (draft->keys, i), g_ptr_array_index (draft->values, i));
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

/**
 * act_credential_from_json:
 * @json: a credential as the API or act_credential_to_json() writes it, from anywhere
 * @error: return location for an error of %ACT_API_ERROR
 *
 * Reads what was kept of a credential. Any thread.
 *
 * Returns: (transfer full) (nullable): the credential, or %NULL on error
 */
ActCredential *
act_credential_from_json (const char *json,
                          GError    **error)
{
  return act_json_decode_text (json, &act_credential_decoder, error);
}

/**
 * act_credential_to_json:
 * @self: a credential
 *
 * Writes what may be kept of a credential, as the API writes it. Any thread.
 *
 * Returns: (transfer full): the JSON text
 */
char *
act_credential_to_json (const ActCredential *self)
{
  g_autoptr (GString) json = g_string_new ("{");

  g_return_val_if_fail (self != NULL, NULL);

  append_text (json, "id", self->id);
  append_text (json, "type", self->type);
  append_text (json, "destination", self->destination);
  append_text (json, "destinationId", self->destination_id);
  append_text (json, "name", self->name);
  append_time (json, "dtCreated", self->created);
  append_time (json, "dtLastModified", self->modified);
  g_string_append_printf (json, "%s\"version\":%" G_GINT64_FORMAT "}", json->len > 1 ? "," : "", self->version);

  return g_string_free (g_steal_pointer (&json), FALSE);
}
