/* What came of sending a change that is not a mark
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-change-outcome.h"

#include "act-api-error.h"

/* Few calls take longer. */
#define BUSY_MS 5000

/**
 * act_change_outcome_new:
 * @state: how far the change got
 * @reason: (nullable): why it got no farther
 *
 * Returns: (transfer full): the outcome
 */
ActChangeOutcome *
act_change_outcome_new (ActOutboxState state,
                        const char    *reason)
{
  ActChangeOutcome *self = g_new0 (ActChangeOutcome, 1);

  self->state = state;
  self->reason = g_strdup (reason);

  return self;
}

/**
 * act_change_outcome_new_for_busy:
 * @change: a change that was claimed
 *
 * Puts off a change, since a dialog is making the same just now.
 *
 * Returns: (transfer full): the outcome
 */
ActChangeOutcome *
act_change_outcome_new_for_busy (const ActChange *change)
{
  gboolean          lost = change->state == ACT_OUTBOX_UNKNOWN;
  ActChangeOutcome *self = act_change_outcome_new (lost ? ACT_OUTBOX_UNKNOWN : ACT_OUTBOX_READY, NULL);

  self->wait_ms = BUSY_MS;

  return self;
}

static ActChangeOutcome *
new_for_later (ActOutboxState state,
               const GError  *error)
{
  ActChangeOutcome *self = act_change_outcome_new (state, NULL);

  self->error = g_error_copy (error);

  return self;
}

/* What the server has said of this one thing. */
static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_ALLOWED) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_CONFLICT) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_BAD_REQUEST);
}

/**
 * act_change_outcome_new_for_look:
 * @change: a change that is being sent, or whose answer was lost
 * @error: why the server could not be looked at before it is sent
 *
 * Judges a failure that altered nothing. What is not known stays so until the server can be looked
 * at; if that is refused, only the user can decide.
 *
 * Returns: (transfer full): the outcome
 */
ActChangeOutcome *
act_change_outcome_new_for_look (const ActChange *change,
                                 const GError    *error)
{
  if (is_refusal (error))
    return act_change_outcome_new (ACT_OUTBOX_REFUSED, error->message);

  if (change->state == ACT_OUTBOX_UNKNOWN)
    return new_for_later (ACT_OUTBOX_UNKNOWN, error);

  if (act_api_error_is_sign_in (error))
    return new_for_later (ACT_OUTBOX_WAITING_FOR_SIGN_IN, error);

  return new_for_later (ACT_OUTBOX_READY, error);
}

/* Only an error of the API tells for sure that nothing was sent or that it was refused. */
static gboolean
may_have_acted (const GError *error)
{
  return error->domain != ACT_API_ERROR || act_api_error_may_have_acted (error);
}

/**
 * act_change_outcome_new_for_change:
 * @change: a change that is being sent
 * @error: why the call that makes it failed
 *
 * Judges a failure of the change itself.
 *
 * Returns: (transfer full): the outcome; %ACT_OUTBOX_UNKNOWN if it may have been made
 */
ActChangeOutcome *
act_change_outcome_new_for_change (const ActChange *change,
                                   const GError    *error)
{
  if (may_have_acted (error))
    return act_change_outcome_new (ACT_OUTBOX_UNKNOWN, error->message);

  if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND) ||
      g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_ALLOWED))
    return act_change_outcome_new (ACT_OUTBOX_UNSUPPORTED, error->message);

  return act_change_outcome_new_for_look (change, error);
}

/**
 * act_change_outcome_free:
 * @self: (transfer full) (nullable): an outcome
 *
 * Frees it.
 */
void
act_change_outcome_free (ActChangeOutcome *self)
{
  if (self == NULL)
    return;

  g_free (self->reason);
  g_clear_error (&self->error);
  g_clear_pointer (&self->resources, g_ptr_array_unref);
  g_free (self);
}
