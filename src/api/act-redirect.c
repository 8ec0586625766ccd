/* Where a server sends us, and whether we go
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A token belongs to an origin: scheme, host and port. What would leave it is not followed even without
 * the token, since whatever answered there would be taken for the server. What changes something goes
 * where it was sent, or nowhere.
 */

#include "act-redirect.h"

#include "act-api-error.h"

#include <libsoup/soup.h>

#define MAX_HOST_LENGTH 253

static int
get_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  if (port >= 0)
    return port;

  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

static gboolean
is_same_origin (GUri *a,
                GUri *b)
{
  return g_ascii_strcasecmp (g_uri_get_scheme (a), g_uri_get_scheme (b)) == 0 &&
         g_uri_get_host (b) != NULL && g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         get_port (a) == get_port (b);
}

/* Scheme, host and port of wherever it is, for people; nothing of what may be behind them. */
static char *
describe (GUri *uri)
{
  const char      *host = g_uri_get_host (uri);
  g_autofree char *shown = host != NULL ? g_strndup (host, MAX_HOST_LENGTH) : g_strdup ("?");

  if (g_uri_get_port (uri) >= 0)
    return g_strdup_printf ("%s://%s:%d", g_uri_get_scheme (uri), shown, g_uri_get_port (uri));

  return g_strdup_printf ("%s://%s", g_uri_get_scheme (uri), shown);
}

/**
 * act_redirect_is_one:
 * @response: an answer
 *
 * Returns: whether the server says where to go instead
 */
gboolean
act_redirect_is_one (const ActResponse *response)
{
  g_return_val_if_fail (response != NULL, FALSE);

  switch (response->status)
    {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
      return response->location != NULL;

    default:
      return FALSE;
    }
}

/**
 * act_redirect_may_be_tried:
 * @request: what was asked
 *
 * Returns: whether the request changes nothing, so that it may be sent to another place
 */
gboolean
act_redirect_may_be_tried (ActRequest *request)
{
  g_return_val_if_fail (request != NULL, FALSE);

  return g_str_equal (request->method, "GET") && request->idempotent && request->body == NULL;
}

/**
 * act_redirect_resolve:
 * @from: what was asked
 * @location: where the server sends; from outside
 * @error: return location for %ACT_API_ERROR_REDIRECTED, whose message names the host
 *
 * Returns: (transfer full) (nullable): the place, of the same origin, or %NULL on error
 */
GUri *
act_redirect_resolve (GUri       *from,
                      const char *location,
                      GError    **error)
{
  g_autoptr (GUri) to = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (location != NULL, NULL);

  to = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (to == NULL)
    {
      g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_REDIRECTED,
                           "The server sends to a place that cannot be read");
      return NULL;
    }

  if (is_same_origin (from, to) && g_uri_get_userinfo (to) == NULL)
    return g_steal_pointer (&to);

  place = describe (to);
  g_set_error (error, ACT_API_ERROR, ACT_API_ERROR_REDIRECTED, "The server sends to %s", place);

  return NULL;
}

/**
 * act_redirect_new_error:
 * @request: what was asked, and is not sent to another place
 * @response: an answer that says where to go instead
 *
 * Returns: (transfer full): an error of %ACT_API_ERROR_REDIRECTED, whose message names the host
 */
GError *
act_redirect_new_error (ActRequest        *request,
                        const ActResponse *response)
{
  g_autofree char *call = act_request_describe (request);
  g_autoptr (GUri) to = g_uri_parse (response->location, SOUP_HTTP_URI_FLAGS, NULL);
  g_autofree char *place = to != NULL ? describe (to) : NULL;

  if (place == NULL)
    return g_error_new (ACT_API_ERROR, ACT_API_ERROR_REDIRECTED,
                        "%s: %u\nThe server sends to another place on itself", call, response->status);

  return g_error_new (ACT_API_ERROR, ACT_API_ERROR_REDIRECTED, "%s: %u\nThe server sends to %s", call,
                      response->status, place);
}

/**
 * act_redirect_new_loop_error:
 * @request: what was asked
 *
 * Returns: (transfer full): an error of %ACT_API_ERROR_REDIRECTED for a server that does not stop
 */
GError *
act_redirect_new_loop_error (ActRequest *request)
{
  g_autofree char *call = act_request_describe (request);

  return g_error_new (ACT_API_ERROR, ACT_API_ERROR_REDIRECTED,
                      "%s: too many redirects\nThe server sends from place to place, more than %d times",
                      call, ACT_REDIRECT_MAX);
}
