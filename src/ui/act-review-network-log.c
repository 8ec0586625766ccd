/* The requests of a review's connection, in a window of their own
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-network-log-dialog.h"

/* It stays open while the review is used, so it is found again when it is asked for again. */
void
act_review_open_network_log (ActReview *self)
{
  const char *name = NULL;

  if (self->session == NULL)
    return;

  if (self->network_log == NULL)
    {
      name = act_connection_get_name (act_session_get_connection (self->session));
      g_set_weak_pointer (&self->network_log,
                          act_network_log_dialog_new (act_review_get_window (self),
                                                      act_session_get_network_log (self->session), name));
    }

  gtk_window_present (GTK_WINDOW (self->network_log));
}

/* It shows what another session has sent. */
void
act_review_close_network_log (ActReview *self)
{
  if (self->network_log != NULL)
    gtk_window_destroy (GTK_WINDOW (self->network_log));
  g_clear_weak_pointer (&self->network_log);
}
