/* An event that a link names, looked for and shown
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-review-private.h"

#include "act-event-link-note.h"
#include "act-session-finding.h"

typedef struct
{
  ActReview *review;   /* (unowned) */
  char      *event_id; /* (owned) */
} Following;

static void
free_following (Following *following)
{
  g_free (following->event_id);
  g_free (following);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Following, free_following)

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Following) following = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) row_ids = act_session_find_events_finish (ACT_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (row_ids == NULL)
    act_review_show_error (following->review, error);
  else if (g_array_index (row_ids, gint64, 0) != 0)
    act_review_show_event (following->review, g_array_index (row_ids, gint64, 0));
  else
    act_event_link_note_unknown (act_review_get_window (following->review), following->event_id);
}

/* Nothing happens while there is no link, or no session to look in. */
void
act_review_follow_link (ActReview *self)
{
  Following  *following = NULL;
  const char *event_ids[2] = { NULL };

  if (self->linked_id == NULL || self->session == NULL)
    return;

  following = g_new0 (Following, 1);
  following->review = self;
  following->event_id = g_steal_pointer (&self->linked_id);
  event_ids[0] = following->event_id;
  act_session_find_events_async (self->session, event_ids, self->cancellable, found_cb, following);
}

/**
 * act_review_open_event:
 * @self: a review
 * @event_id: an event's id, from outside
 *
 * Shows an event as soon as there is a session, whatever the list leaves out now, or says that it is
 * not on this computer.
 */
void
act_review_open_event (ActReview  *self,
                       const char *event_id)
{
  g_return_if_fail (ACT_IS_REVIEW (self));
  g_return_if_fail (event_id != NULL);

  g_free (self->linked_id);
  self->linked_id = g_strdup (event_id);
  act_review_follow_link (self);
}
