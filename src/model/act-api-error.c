/* What can go wrong with a call of the remote API
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"

G_DEFINE_QUARK (act_api_error, act_api_error)

static gboolean
is_one_of (const GError      *error,
           const ActApiError *codes,
           gsize              n_codes)
{
  for (gsize i = 0; i < n_codes; i++)
    {
      if (g_error_matches (error, ACT_API_ERROR, (int) codes[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * act_api_error_is_offline:
 * @error: (nullable): an error
 *
 * Tells whether the server could not be reached at all, so that it is worth waiting for the
 * network.
 * Any thread.
 *
 * Returns: whether it is
 */
gboolean
act_api_error_is_offline (const GError *error)
{
  return g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_TIMED_OUT);
}

/**
 * act_api_error_is_sign_in:
 * @error: (nullable): an error
 *
 * Tells whether nothing will succeed before the key or its secret is put right. Any thread.
 *
 * Returns: whether it is
 */
gboolean
act_api_error_is_sign_in (const GError *error)
{
  static const ActApiError about_key[] = {
    ACT_API_ERROR_TOKEN_REFUSED,
    ACT_API_ERROR_UNAUTHORIZED,
    ACT_API_ERROR_NO_SECRET,
  };

  return is_one_of (error, about_key, G_N_ELEMENTS (about_key));
}

/**
 * act_api_error_is_transient:
 * @error: (nullable): an error
 *
 * Tells whether the same call may succeed later without anybody changing anything. Any thread.
 *
 * Returns: whether it is
 */
gboolean
act_api_error_is_transient (const GError *error)
{
  static const ActApiError transient[] = {
    ACT_API_ERROR_OFFLINE,
    ACT_API_ERROR_TIMED_OUT,
    ACT_API_ERROR_RATE_LIMITED,
    ACT_API_ERROR_SERVER,
    ACT_API_ERROR_NOT_JSON,
    ACT_API_ERROR_BAD_RESPONSE,
    ACT_API_ERROR_OTHER_API,
    ACT_API_ERROR_REDIRECTED,
  };

  return is_one_of (error, transient, G_N_ELEMENTS (transient));
}

/**
 * act_api_error_may_have_acted:
 * @error: (nullable): why a change that is sent only once failed
 *
 * Tells whether the server may have made the change all the same: it was sent, and nothing that can
 * be relied on came back. What could not be sent, and what was refused, was not made. Any thread.
 *
 * Returns: whether it may have been made
 */
gboolean
act_api_error_may_have_acted (const GError *error)
{
  static const ActApiError unanswered[] = {
    ACT_API_ERROR_SERVER,
    ACT_API_ERROR_NOT_JSON,
    ACT_API_ERROR_BAD_RESPONSE,
    ACT_API_ERROR_TOO_LARGE,
    ACT_API_ERROR_TOO_DEEP,
    ACT_API_ERROR_UNCERTAIN,
    ACT_API_ERROR_OTHER_API,
    ACT_API_ERROR_REDIRECTED,
  };

  return is_one_of (error, unanswered, G_N_ELEMENTS (unanswered));
}
