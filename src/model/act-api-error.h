/* What can go wrong with a call of the remote API
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACT_API_ERROR (act_api_error_quark ())

/**
 * ActApiError:
 * @ACT_API_ERROR_OFFLINE: no connection could be made (no network, name not found, refused, cut)
 * @ACT_API_ERROR_TIMED_OUT: the server did not answer in time
 * @ACT_API_ERROR_TLS: the certificate or the encryption is not acceptable
 * @ACT_API_ERROR_TOKEN_REFUSED: the token call was refused: wrong key or secret
 * @ACT_API_ERROR_UNAUTHORIZED: 401 with a fresh token
 * @ACT_API_ERROR_FORBIDDEN: 403 with a fresh token: no permission, or another organisation
 * @ACT_API_ERROR_NOT_FOUND: 404
 * @ACT_API_ERROR_NOT_ALLOWED: 405 or 501: the API has no such call
 * @ACT_API_ERROR_CONFLICT: 409 or 412
 * @ACT_API_ERROR_BAD_REQUEST: 400, 422 or another refusal of this one request
 * @ACT_API_ERROR_PAGE_TOO_LARGE: 413: the server wants a smaller page
 * @ACT_API_ERROR_RATE_LIMITED: 429 after all retries
 * @ACT_API_ERROR_SERVER: 5xx after all retries
 * @ACT_API_ERROR_NOT_JSON: something else than JSON was answered, such as a sign-in page
 * @ACT_API_ERROR_BAD_RESPONSE: JSON that is cut off, malformed, or not of the expected shape
 * @ACT_API_ERROR_TOO_LARGE: the answer is larger than the limit
 * @ACT_API_ERROR_TOO_DEEP: the answer is nested deeper than the limit
 * @ACT_API_ERROR_REPEATED_TOKEN: a list's cursor repeats, so the list would never end
 * @ACT_API_ERROR_UNCERTAIN: a change that must not be sent twice was sent, and whether it was made
 *   is not known
 * @ACT_API_ERROR_OTHER_API: what answers is not this kind of API: it has no token call, or does not speak
 *   JSON
 * @ACT_API_ERROR_REDIRECTED: the server sends elsewhere, where nothing is sent to
 * @ACT_API_ERROR_NO_SECRET: the secret of the key is not known, so nothing was asked
 *
 * Stands in the model, so that the front ends can word what they cannot call. The message of such an
 * error is for logs; what the server said about itself follows the first line, if anything.
 */
typedef enum
{
  ACT_API_ERROR_OFFLINE,
  ACT_API_ERROR_TIMED_OUT,
  ACT_API_ERROR_TLS,
  ACT_API_ERROR_TOKEN_REFUSED,
  ACT_API_ERROR_UNAUTHORIZED,
  ACT_API_ERROR_FORBIDDEN,
  ACT_API_ERROR_NOT_FOUND,
  ACT_API_ERROR_NOT_ALLOWED,
  ACT_API_ERROR_CONFLICT,
  ACT_API_ERROR_BAD_REQUEST,
  ACT_API_ERROR_PAGE_TOO_LARGE,
  ACT_API_ERROR_RATE_LIMITED,
  ACT_API_ERROR_SERVER,
  ACT_API_ERROR_NOT_JSON,
  ACT_API_ERROR_BAD_RESPONSE,
  ACT_API_ERROR_TOO_LARGE,
  ACT_API_ERROR_TOO_DEEP,
  ACT_API_ERROR_REPEATED_TOKEN,
  ACT_API_ERROR_UNCERTAIN,
  ACT_API_ERROR_OTHER_API,
  ACT_API_ERROR_REDIRECTED,
  ACT_API_ERROR_NO_SECRET,
} ActApiError;

#define ACT_N_API_ERRORS (ACT_API_ERROR_NO_SECRET + 1)

GQuark   act_api_error_quark          (void);
gboolean act_api_error_is_offline     (const GError *error);
gboolean act_api_error_is_sign_in     (const GError *error);
gboolean act_api_error_is_transient   (const GError *error);
gboolean act_api_error_may_have_acted (const GError *error);

G_END_DECLS
