/* The answer of the token call
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-token-json.h"

#include "act-api-error.h"
#include "act-json.h"
#include "act-redact.h"
#include "act-token-claims.h"

#include <string.h>

#define MAX_TOKEN_LENGTH (16 * 1024)
#define MAX_LIFE         G_GINT64_CONSTANT (30 * 24 * 60 * 60)

/* What is assumed of a token that does not say it. */
#define UNKNOWN_LIFE 300

/* It goes into a header, where a line break would begin another one. */
static gboolean
is_clean (const char *token)
{
  gsize length = strlen (token);

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isgraph (token[i]))
        return FALSE;
    }

  return length > 0 && length <= MAX_TOKEN_LENGTH;
}

static gpointer
read_token (JsonNode   *root,
            const char *text,
            GError    **error)
{
  g_autoptr (ActToken) token = NULL;
  g_autofree char *type = NULL;
  JsonObject      *object = act_json_get_root_object (root, error);

  if (object == NULL)
    return NULL;

  token = g_new0 (ActToken, 1);
  token->text = act_json_dup_text (object, "access_token");
  token->life = CLAMP (act_json_get_integer (object, "expires_in", UNKNOWN_LIFE), 0, MAX_LIFE);
  type = act_json_dup_text (object, "token_type");

  if (token->text == NULL || !is_clean (token->text))
    {
      g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE, "access_token is not a token");
      return NULL;
    }
  if (type != NULL && g_ascii_strcasecmp (type, "bearer") != 0)
    {
      g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE, "token_type is not bearer");
      return NULL;
    }

  token->organisation_id = act_token_claims_dup_organisation_id (token->text);

  return g_steal_pointer (&token);
}

const ActJsonDecoder act_token_decoder = { read_token, (GDestroyNotify) act_token_free };

/**
 * act_token_free:
 * @self: (transfer full) (nullable): a token
 *
 * Frees a token and overwrites it.
 */
void
act_token_free (ActToken *self)
{
  if (self == NULL)
    return;

  act_redact_free (self->text);
  g_free (self->organisation_id);
  g_free (self);
}
