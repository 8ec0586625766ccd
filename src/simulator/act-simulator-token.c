/* Tokens, and who may call
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A token is signed with a key that follows from the seed, so that none has to be remembered and one
 * given before a restart is good after it. The signature is not what the header says it is.
 */

#include "act-simulator-token.h"

#include <string.h>

#define BASIC  "Basic "
#define BEARER "Bearer "

static char *
encode (const guchar *data,
        gsize         length)
{
  char *text = g_base64_encode (data, length);

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  for (gsize end = strlen (text); end > 0 && text[end - 1] == '='; end--)
    text[end - 1] = '\0';

  return text;
}

static char *
decode (const char *text)
{
  g_autoptr (GString) padded = g_string_new (text);
  g_autofree guchar *data = NULL;
  gsize              length = 0;

  while (padded->len % 4 != 0)
    g_string_append_c (padded, '=');
  g_strdelimit (padded->str, "-", '+');
  g_strdelimit (padded->str, "_", '/');
  data = g_base64_decode (padded->str, &length);

  return g_strndup ((const char *) data, length);
}

static char *
sign (ActSimulatorWorld *world,
      const char        *text)
{
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) world->api_secret, strlen (world->api_secret));
  guint8 digest[32];
  gsize  length = sizeof (digest);

  g_hmac_update (hmac, (const guchar *) text, -1);
  g_hmac_get_digest (hmac, digest, &length);

  return encode (digest, length);
}

static const char *
get_key_org_id (ActSimulatorWorld *world)
{
  return world->key_org_id != NULL ? world->key_org_id : world->org_id;
}

static char *
make_token (ActSimulatorWorld *world)
{
  static const char header[] = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
  gint64            now = act_simulator_world_get_now (world) / 1000;
  g_autofree char  *claims = g_strdup_printf ("{\"orgId\":\"%s\",\"iat\":%" G_GINT64_FORMAT ",\"exp\":%" G_GINT64_FORMAT
                                              ",\"permissions\":[\"config:*\"]}",
                                              get_key_org_id (world), now, now + world->options->token_life_s);
  g_autofree char  *first = encode ((const guchar *) header, strlen (header));
  g_autofree char  *second = encode ((const guchar *) claims, strlen (claims));
  g_autofree char  *both = g_strconcat (first, ".", second, NULL);
  g_autofree char  *signature = sign (world, both);

  return g_strconcat (both, ".", signature, NULL);
}

static gboolean
is_ours (ActSimulatorWorld *world,
         const char        *token,
         gint64            *expires_s)
{
  const char      *dot = strrchr (token, '.');
  const char      *middle = strchr (token, '.');
  g_autofree char *both = dot != NULL ? g_strndup (token, (gsize) (dot - token)) : NULL;
  g_autofree char *expected = NULL;
  g_autofree char *claims = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (both == NULL || middle == dot)
    return FALSE;

  expected = sign (world, both);
  if (strcmp (expected, dot + 1) != 0)
    return FALSE;

  claims = decode (both + (middle - token) + 1);
  node = json_from_string (claims, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  *expires_s = json_object_get_int_member_with_default (json_node_get_object (node), "exp", 0);

  return TRUE;
}

static gboolean
is_key_right (ActSimulatorWorld *world,
              const char        *authorization)
{
  g_autofree char *expected = g_strconcat (world->api_key, ":", world->api_secret, NULL);
  g_autofree char *given = NULL;

  if (authorization == NULL || g_ascii_strncasecmp (authorization, BASIC, strlen (BASIC)) != 0)
    return FALSE;

  given = decode (authorization + strlen (BASIC));

  return strcmp (expected, given) == 0;
}

static gboolean
is_grant_right (ActSimulatorCall *call,
                gboolean          is_form,
                const char       *form)
{
  g_autoptr (GHashTable) values = NULL;

  if (!is_form)
    {
      const char *grant = call->body != NULL ? act_simulator_call_get_text (call, "grant_type", TRUE) : NULL;

      return g_strcmp0 (grant, "client_credentials") == 0;
    }

  values = g_uri_parse_params (form, -1, "&", G_URI_PARAMS_WWW_FORM, NULL);

  return values != NULL && g_strcmp0 (g_hash_table_lookup (values, "grant_type"), "client_credentials") == 0;
}

/**
 * act_simulator_token_generate:
 * @call: a call
 * @authorization: (nullable): the header of that name
 * @is_form: whether the body is a form
 * @form: the body, if it is
 *
 * Answers `POST /oauth/token`.
 */
void
act_simulator_token_generate (ActSimulatorCall *call,
                              const char       *authorization,
                              gboolean          is_form,
                              const char       *form)
{
  g_autofree char *token = NULL;
  JsonObject      *json = NULL;

  if (!is_key_right (call->world, authorization))
    {
      act_simulator_call_refuse (call, 401, "The access key id or the API secret is wrong.");
      return;
    }
  if (!is_grant_right (call, is_form, form))
    {
      act_simulator_call_refuse (call, 400, "grant_type must be client_credentials.");
      return;
    }

  token = make_token (call->world);
  json = json_object_new ();
  json_object_set_string_member (json, "access_token", token);
  json_object_set_int_member (json, "expires_in", call->world->options->token_life_s);
  json_object_set_string_member (json, "token_type", "Bearer");
  json_object_set_null_member (json, "scope");
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_token_check:
 * @call: a call
 * @authorization: (nullable): the header of that name
 *
 * Finds out who calls.
 *
 * Returns: whether the token is good; if not, the call is refused
 */
gboolean
act_simulator_token_check (ActSimulatorCall *call,
                           const char       *authorization)
{
  gint64 expires_s = 0;

  if (authorization == NULL || g_ascii_strncasecmp (authorization, BEARER, strlen (BEARER)) != 0 ||
      !is_ours (call->world, authorization + strlen (BEARER), &expires_s))
    {
      act_simulator_call_refuse (call, 401, "Unauthorized");
      return FALSE;
    }

  if (expires_s * 1000 <= act_simulator_world_get_now (call->world))
    {
      act_simulator_call_refuse (call, 403, "Unauthorized: the token has expired");
      return FALSE;
    }

  if (!g_str_equal (get_key_org_id (call->world), call->world->org_id))
    {
      act_simulator_call_refuse (call, 403, "Unauthorized");
      return FALSE;
    }

  return TRUE;
}

/**
 * act_simulator_token_get_me:
 * @call: a call
 *
 * Answers `GET users/me`.
 */
void
act_simulator_token_get_me (ActSimulatorCall *call)
{
  JsonObject *json = json_object_new ();
  JsonObject *user = json_object_new ();
  JsonObject *organisation = json_object_new ();

  json_object_set_string_member (user, "id", call->world->user);
  json_object_set_int_member (user, "version", 1);
  json_object_set_string_member (user, "name", "Billing integrations");
  act_simulator_world_add_audit (call->world, user, call->world->base_ms, call->world->base_ms);

  json_object_set_string_member (organisation, "id", call->world->org_id);
  json_object_set_int_member (organisation, "version", 1);
  json_object_set_string_member (organisation, "orgId", call->world->org_id);
  json_object_set_string_member (organisation, "organizationName", "Example Metering");
  json_object_set_string_member (organisation, "shortName", "example");
  json_object_set_string_member (organisation, "type", "SANDBOX");
  json_object_set_string_member (organisation, "status", "ACTIVE");

  json_object_set_object_member (json, "serviceUser", user);
  json_object_set_object_member (json, "organization", organisation);
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_token_take_key:
 * @world: the world
 * @api_key: the id of a key
 * @api_secret: its secret
 * @org_id: (nullable): whose key it is, if it is one of another organisation
 *
 * Accepts this key from now on, and neither the former one nor a token that was given for it.
 */
void
act_simulator_token_take_key (ActSimulatorWorld *world,
                              const char        *api_key,
                              const char        *api_secret,
                              const char        *org_id)
{
  g_free (world->api_key);
  g_free (world->api_secret);
  g_free (world->key_org_id);
  world->api_key = g_strdup (api_key);
  world->api_secret = g_strdup (api_secret);
  world->key_org_id = g_strdup (org_id);
}

/**
 * act_simulator_token_set_key:
 * @call: a call
 *
 * Answers `POST /_simulator/key`: `apiKey` and `apiSecret` are accepted from now on, and neither the
 * former key nor a token that was given for it. With `orgId`, it is the key of another organisation.
 */
void
act_simulator_token_set_key (ActSimulatorCall *call)
{
  ActSimulatorWorld *world = call->world;
  const char        *key = NULL;
  const char        *secret = NULL;

  if (!act_simulator_call_need_body (call))
    return;

  key = act_simulator_call_get_text (call, "apiKey", TRUE);
  secret = key != NULL ? act_simulator_call_get_text (call, "apiSecret", TRUE) : NULL;
  if (secret == NULL)
    return;

  act_simulator_token_take_key (world, key, secret,
                                json_object_get_string_member_with_default (call->body, "orgId", NULL));
  act_simulator_call_answer_object (call, json_object_new ());
}
