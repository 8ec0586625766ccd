/* Changes that must not be made twice at the same time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-once.h"

#include "act-api-error.h"
#include "act-session-private.h"

/**
 * act_session_begin_once:
 * @self: a session
 * @what: which change of what
 * @error: return location for %G_IO_ERROR_PENDING
 *
 * Keeps the same change from being made a second time while the first is under way: two dialogs, or
 * two presses of a button, could do that.
 *
 * Returns: whether it may be made; then act_session_end_once() must follow
 */
gboolean
act_session_begin_once (ActSession *self,
                        const char *what,
                        GError    **error)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (what != NULL, FALSE);

  if (act_once_begin (self->once, what))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING, "The same is under way");

  return FALSE;
}

/**
 * act_session_end_once:
 * @self: a session
 * @what: what act_session_begin_once() was called with
 *
 * Says that the change has ended, whatever came of it.
 */
void
act_session_end_once (ActSession *self,
                      const char *what)
{
  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (what != NULL);

  act_once_end (self->once, what);
}

/**
 * act_session_make_uncertain:
 * @error: why a change failed
 *
 * Says of a change that lost its answer, and that the server does not show, that it may have been
 * made.
 *
 * Returns: (transfer full): %ACT_API_ERROR_UNCERTAIN with the same message
 */
GError *
act_session_make_uncertain (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN, error->message);
}

/**
 * act_session_make_undone:
 * @error: why a change failed
 *
 * Says of a change that lost its answer, and of which the server shows that it was not made, that it
 * can be made again. Any other error is left as it is.
 *
 * Returns: (transfer full): an error with the same message
 */
GError *
act_session_make_undone (const GError *error)
{
  GError *undone = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  undone = g_error_copy (error);
  if (g_error_matches (undone, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN))
    undone->code = ACT_API_ERROR_BAD_RESPONSE;

  return undone;
}

/**
 * act_session_is_worth_a_look:
 * @error: why a change failed
 *
 * Tells whether another look at what was to be changed may tell more than the error does: the change
 * may have been made all the same, or somebody else may have changed or deleted it.
 *
 * Returns: whether it may
 */
gboolean
act_session_is_worth_a_look (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return error->domain == ACT_API_ERROR && !act_api_error_is_sign_in (error) &&
         !g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN) &&
         !g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_TLS);
}
