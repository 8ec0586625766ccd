/* What a status that is no success means
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-status-error.h"

#include "act-api-error.h"
#include "act-json-guard.h"
#include "act-json.h"
#include "act-redact.h"
#include "act-redirect.h"

#include <string.h>

#define MAX_TEXT_LENGTH 2048
#define BASIC           "Basic "

static const struct
{
  guint       status;
  ActApiError code;
} codes[] = {
  { 401, ACT_API_ERROR_UNAUTHORIZED },
  { 403, ACT_API_ERROR_FORBIDDEN },
  { 404, ACT_API_ERROR_NOT_FOUND },
  { 405, ACT_API_ERROR_NOT_ALLOWED },
  { 407, ACT_API_ERROR_OFFLINE }, /* a proxy between here and the server */
  { 408, ACT_API_ERROR_TIMED_OUT },
  { 409, ACT_API_ERROR_CONFLICT },
  { 412, ACT_API_ERROR_CONFLICT },
  { 413, ACT_API_ERROR_PAGE_TOO_LARGE },
  { 429, ACT_API_ERROR_RATE_LIMITED },
  { 501, ACT_API_ERROR_NOT_ALLOWED },
  { 511, ACT_API_ERROR_NOT_JSON }, /* the network asks to sign in first */
};

static ActApiError
get_code (guint status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (codes[i].status == status)
        return codes[i].code;
    }

  if (status >= 500)
    return ACT_API_ERROR_SERVER;
  if (status >= 400)
    return ACT_API_ERROR_BAD_REQUEST;

  /* A redirect to nowhere. */
  return status >= 300 ? ACT_API_ERROR_NOT_JSON : ACT_API_ERROR_BAD_RESPONSE;
}

/* The API documents `message`; the token call might speak OAuth. */
static char *
find_text (JsonObject *object)
{
  g_autofree char *message = act_json_dup_text (object, "message");
  g_autofree char *code = NULL;
  g_autofree char *description = NULL;

  if (message != NULL)
    return g_steal_pointer (&message);

  code = act_json_dup_text (object, "error");
  description = act_json_dup_text (object, "error_description");
  if (code != NULL && description != NULL)
    return g_strdup_printf ("%s: %s", code, description);

  return code != NULL ? g_steal_pointer (&code) : g_steal_pointer (&description);
}

static char *
read_text (const ActResponse *response)
{
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (response->body == NULL)
    return NULL;

  json = act_json_guard_clean (response->body, NULL);
  if (json != NULL)
    root = act_json_parse (json, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  return find_text (json_node_get_object (root));
}

/* Cuts between characters. */
static void
cut (char *text)
{
  gsize length = strlen (text);

  if (length > MAX_TEXT_LENGTH)
    *g_utf8_find_prev_char (text, text + MAX_TEXT_LENGTH + 1) = '\0';
}

/* Basic authorization holds the secret in a form that a server might decode before it quotes it. */
static char *
decode_secret (const char *authorization)
{
  g_autofree guchar *decoded = NULL;
  const char        *colon = NULL;
  char              *secret = NULL;
  gsize              length = 0;

  if (!g_str_has_prefix (authorization, BASIC))
    return NULL;

  decoded = g_base64_decode (authorization + strlen (BASIC), &length);
  colon = memchr (decoded, ':', length);
  if (colon != NULL)
    secret = g_strndup (colon + 1, length - (gsize) (colon + 1 - (const char *) decoded));
  explicit_bzero (decoded, length);

  return secret;
}

static GError *
redact (GError     *error,
        const char *authorization)
{
  const char *blank = strchr (authorization, ' ');
  char       *secret = decode_secret (authorization);

  error = act_redact_error (error, blank != NULL ? blank + 1 : authorization);
  error = act_redact_error (error, secret);
  act_redact_free (secret);

  return error;
}

/**
 * act_status_error_new:
 * @request: what was asked
 * @response: what was answered
 * @authorization: (nullable): the header that was sent, so that it is not told, and nor are the
 *   secrets of @request
 *
 * Returns: (transfer full): an error of %ACT_API_ERROR; what the server said follows the first line
 */
GError *
act_status_error_new (ActRequest        *request,
                      const ActResponse *response,
                      const char        *authorization)
{
  g_autofree char *call = act_request_describe (request);
  g_autofree char *text = read_text (response);
  g_autoptr (GError) error = NULL;

  if (act_redirect_is_one (response))
    return act_redirect_new_error (request, response);

  if (text == NULL)
    return g_error_new (ACT_API_ERROR, (int) get_code (response->status), "%s: %u", call, response->status);

  error = g_error_new (ACT_API_ERROR, (int) get_code (response->status), "%s", text);
  if (authorization != NULL)
    error = redact (g_steal_pointer (&error), authorization);
  error = act_redact_error_all (g_steal_pointer (&error), request->secrets);
  cut (error->message);
  g_prefix_error (&error, "%s: %u\n", call, response->status);

  return g_steal_pointer (&error);
}
