/* What an asynchronous call came to
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "outcome.h"

/* Seconds after which a condition counts as one that will never hold. */
#define PATIENCE 60

static gboolean
patience_over_cb (gpointer user_data)
{
  g_assert_not_reached ();

  return G_SOURCE_REMOVE;
}

static gboolean
has_result (gpointer data)
{
  Outcome *self = data;

  return self->result != NULL;
}

void
outcome_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Outcome *self = user_data;

  g_assert_null (self->result);
  self->result = g_object_ref (result);
  g_set_object (&self->source, source);
}

/* Turns the main loop until the condition holds. Time passes at once where the clock is ours: it
 * moves on whenever there is nothing else to do. */
void
await (OutcomeCondition condition,
       gpointer         data,
       ManualClock     *clock)
{
  guint patience = g_timeout_add_seconds (PATIENCE, patience_over_cb, NULL);

  while (!condition (data))
    {
      if (g_main_context_iteration (NULL, FALSE))
        continue;
      if (clock != NULL && manual_clock_skip (clock))
        continue;
      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (patience);
}

void
outcome_await (Outcome     *self,
               ManualClock *clock)
{
  await (has_result, self, clock);
}

void
outcome_clear (Outcome *self)
{
  g_clear_object (&self->result);
  g_clear_object (&self->source);
}

/* Turns the main loop until it has nothing to do at the moment. */
void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}
