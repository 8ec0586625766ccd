/* Changes that waited for the server, and of which something is to be told
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-mapping-page.h"
#include "act-re-enable-page.h"
#include "act-session-changes.h"

static gboolean
is_telling (const ActChange *change)
{
  return change->state == ACT_OUTBOX_REFUSED || change->state == ACT_OUTBOX_UNSUPPORTED ||
         (change->state == ACT_OUTBOX_DONE && change->reason != NULL);
}

static void
changes_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ActReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  changes = act_session_list_changes_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->session != ACT_SESSION (source))
    return;

  if (changes == NULL)
    {
      g_warning ("The changes could not be listed: %s", error->message);
      return;
    }

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = g_steal_pointer (&changes);
  act_review_update_status (self);
}

void
act_review_read_changes (ActReview *self)
{
  if (self->session != NULL)
    act_session_list_changes_async (self->session, self->cancellable, changes_listed_cb,
                                    g_object_ref (self));
}

/* The oldest change of which something is to be told that the user has not read yet. */
const ActChange *
act_review_get_change (ActReview *self)
{
  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      const ActChange *change = g_ptr_array_index (self->changes, i);

      if (is_telling (change) && change->id > self->read_change)
        return change;
    }

  return NULL;
}

/* Whether something is to be told of more than one change that the user has not read. */
gboolean
act_review_has_other_changes (ActReview *self)
{
  guint n = 0;

  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      const ActChange *change = g_ptr_array_index (self->changes, i);

      if (is_telling (change) && change->id > self->read_change)
        n++;
    }

  return n > 1;
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ActReview) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_session_discard_change_finish (ACT_SESSION (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    act_review_show_error (self, error);
}

static void
discard (ActReview       *self,
         const ActChange *change)
{
  act_session_discard_change_async (self->session, change->id, self->cancellable, discarded_cb,
                                    g_object_ref (self));
}

/* A mapping that was refused is kept until it is edited or given up; the rest is only told. */
void
act_review_close_change (ActReview *self)
{
  const ActChange *change = act_review_get_change (self);

  if (change == NULL)
    return;

  self->read_change = change->id;
  if (change->state == ACT_OUTBOX_DONE || change->action == ACT_OUTBOX_ENABLE)
    discard (self, change);
}

/* Opens the form of a mapping that was refused, or the integration that was not enabled: its page
 * shows it as it is now, so that the old change has had its day. */
void
act_review_open_change (ActReview *self)
{
  const ActChange *change = act_review_get_change (self);

  if (change == NULL)
    return;

  if (change->action == ACT_OUTBOX_CREATE_MAPPING)
    {
      act_review_open_page (self, act_mapping_page_new_for_change (self->session, change));
      return;
    }

  act_review_open_page (
      self, act_re_enable_page_new_for_configuration (self->session, change->target));
  act_review_close_change (self);
  act_review_update_status (self);
}
