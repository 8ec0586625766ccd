/* What a review says about how its session synchronises
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-addresses.h"
#include "act-link.h"
#include "act-session-progress.h"
#include "act-sync-text.h"

#include <glib/gi18n.h>

static ActSyncProgress
get_progress (ActReview *self)
{
  ActSyncProgress progress = { 0 };

  act_session_get_progress (self->session, &progress);

  return progress;
}

/* What is worth a word beside the number of events: what takes long, and what stands still. */
const char *
act_review_get_sync_hint (ActReview *self)
{
  ActSyncProgress progress = get_progress (self);

  if (progress.hold == ACT_SYNC_HOLD_PAUSED)
    return _ ("paused");

  /* Translators: stands beside the number of events: older ones are still being read. */
  if (progress.phase == ACT_SYNC_HISTORY)
    return _ ("reading earlier events");

  /* Translators: stands beside a time: what is shown may have changed since. */
  if (act_review_is_stale (self))
    return _ ("may have changed");

  return NULL;
}

/* The banner follows what holds it back, and the title what goes on. */
void
act_review_update_progress (ActReview *self)
{
  const char *hint = act_review_get_sync_hint (self);
  ActSyncHold hold = get_progress (self).hold;

  if (hold == self->shown_hold && g_strcmp0 (hint, self->shown_hint) == 0)
    return;

  self->shown_hold = hold;
  self->shown_hint = hint;
  act_review_update_status (self);
}

/* Whether more than is shown may have come while the computer slept. */
gboolean
act_review_is_stale (ActReview *self)
{
  return act_session_get_stale (self->session);
}

gboolean
act_review_is_at_portal (ActReview *self)
{
  return get_progress (self).hold == ACT_SYNC_HOLD_PORTAL;
}

void
act_review_show_portal_banner (ActReview *self)
{
  g_autofree char *as_of = act_review_format_as_of (self);
  g_autofree char *text = NULL;

  if (as_of != NULL)
    /* Translators: "as of 14:32" goes in here. */
    text = g_strdup_printf (_ ("Showing events %s. Your changes are kept and sent afterwards."), as_of);

  act_banner_show (self->banner, "network-wireless-hotspot-symbolic",
                   act_sync_text_hold (ACT_SYNC_HOLD_PORTAL),
                   text != NULL ? text : act_sync_text_effect (ACT_SYNC_HOLD_PORTAL));
  act_banner_set_details (self->banner, NULL);
  act_banner_set_closable (self->banner, FALSE);
  act_banner_set_second_button (self->banner, _ ("Open Network Page"), "events.open-network-page");
  act_banner_set_button (self->banner, _ ("Try Again"), "events.refresh");
}

/* Says that events are missing here because reading them would cost something. */
gboolean
act_review_show_hold_banner (ActReview *self)
{
  ActSyncHold hold = get_progress (self).hold;

  if ((hold != ACT_SYNC_HOLD_METERED && hold != ACT_SYNC_HOLD_POWER_SAVER) ||
      self->hold_notice_closed || act_session_get_history_read (self->session))
    return FALSE;

  act_banner_show (self->banner, "dialog-information-symbolic", act_sync_text_hold (hold),
                   act_sync_text_effect (hold));
  act_banner_set_details (self->banner, NULL);
  act_banner_set_closable (self->banner, TRUE);
  act_banner_set_second_button (self->banner, NULL, NULL);
  act_banner_set_button (self->banner, _ ("Download Anyway"), "events.download-anyway");

  return TRUE;
}

void
act_review_download_anyway (ActReview *self)
{
  if (self->session != NULL)
    act_session_download_anyway (self->session);
}

void
act_review_open_network_page (ActReview *self)
{
  act_link_open (GTK_WIDGET (self), ACT_ADDRESS_NETWORK_PAGE);
}
