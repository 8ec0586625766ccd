/* What a token says of itself
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The signature is not checked: nothing is decided by the claims but what is told to a person, and
 * the token came from the server over a connection that is trusted.
 */

#include "act-token-claims.h"

#include "act-json-guard.h"
#include "act-json.h"

#include <string.h>

#define MAX_CLAIMS_LENGTH       (16 * 1024)
#define MAX_ORGANISATION_LENGTH 128

/* The middle one of three parts. Its alphabet is that of URLs, and it is not padded. */
static GBytes *
decode_claims (const char *token)
{
  const char        *begin = strchr (token, '.');
  const char        *end = begin != NULL ? strchr (begin + 1, '.') : NULL;
  g_autofree char   *text = NULL;
  g_autofree guchar *claims = NULL;
  gsize              length = 0;

  if (end == NULL || end - begin > MAX_CLAIMS_LENGTH)
    return NULL;

  text = g_malloc0 ((gsize) (end - begin) + 4);
  memcpy (text, begin + 1, (gsize) (end - begin - 1));
  g_strdelimit (text, "-", '+');
  g_strdelimit (text, "_", '/');
  while (strlen (text) % 4 != 0)
    text[strlen (text)] = '=';

  claims = g_base64_decode (text, &length);

  return g_bytes_new_take (g_steal_pointer (&claims), length);
}

/* It is shown, and goes into paths when the user takes it. */
static gboolean
is_plausible (const char *id)
{
  gsize length = strlen (id);

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (id[i]) && id[i] != '-' && id[i] != '_')
        return FALSE;
    }

  return length > 0 && length <= MAX_ORGANISATION_LENGTH;
}

/**
 * act_token_claims_dup_organisation_id:
 * @token: a token
 *
 * Reads for which organisation a token says it is. Any thread.
 *
 * Returns: (transfer full) (nullable): the id, of letters, digits, hyphens and underscores; %NULL when
 *   the token is not one that can be read, or says nothing that could be an id
 */
char *
act_token_claims_dup_organisation_id (const char *token)
{
  g_autoptr (GBytes) claims = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (token != NULL, NULL);

  claims = decode_claims (token);
  text = claims != NULL ? act_json_guard_clean (claims, NULL) : NULL;
  root = text != NULL ? act_json_parse (text, NULL) : NULL;
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    id = act_json_dup_text (json_node_get_object (root), "orgId");

  return id != NULL && is_plausible (id) ? g_steal_pointer (&id) : NULL;
}
