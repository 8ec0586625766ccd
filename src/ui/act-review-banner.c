/* What the banner of a review says
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-api-error.h"
#include "act-change-text.h"
#include "act-error-text.h"
#include "act-safe-text.h"
#include "act-session-changes.h"
#include "act-time.h"

#include <glib/gi18n.h>

static void
show_notice (ActReview  *self,
             const char *icon_name,
             const char *title,
             const char *text,
             const char *details)
{
  act_banner_show (self->banner, icon_name, title, text);
  act_banner_set_second_button (self->banner, NULL, NULL);
  act_banner_set_details (self->banner, details);
}

static void
show_error_text (ActReview    *self,
                 const char   *icon_name,
                 ActErrorText *text)
{
  g_autofree char *rest = g_strdup_printf ("%s %s", text->cause, text->advice);
  g_autofree char *whole = act_error_text_to_string (text);

  show_notice (self, icon_name, text->title, g_strstrip (rest), whole);
}

/* The icon of the kind of trouble that the session is in. */
const char *
act_review_get_error_icon (ActReview *self)
{
  switch (act_session_get_state (self->session))
    {
    case ACT_SESSION_SIGN_IN_NEEDED:
      return "dialog-password-symbolic";

    case ACT_SESSION_OFFLINE:
      return "network-offline-symbolic";

    case ACT_SESSION_IDLE:
    case ACT_SESSION_REFRESHING:
    case ACT_SESSION_FAILING:
    default:
      return "dialog-warning-symbolic";
    }
}

/* Returns: (transfer full) (nullable): what to say of a key that does not work, which needs another one */
char *
act_review_dup_key_title (ActReview    *self,
                          const GError *error)
{
  g_autofree char *name = NULL;

  if (!act_api_error_is_sign_in (error) ||
      g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NO_SECRET))
    return NULL;

  name = act_safe_text_line (act_connection_get_name (act_session_get_connection (self->session)));

  /* Translators: what the user calls a connection. */
  return g_strdup_printf (_ ("“%s” needs a new key"), name);
}

static void
show_key_banner (ActReview    *self,
                 const GError *error,
                 char         *title)
{
  g_autoptr (ActErrorText) text = act_error_text_new (error);

  g_free (text->title);
  text->title = title;
  show_error_text (self, act_review_get_error_icon (self), text);
  act_banner_set_closable (self->banner, FALSE);
  act_banner_set_button (self->banner, _ ("Update Key…"), "app.update-key");
  act_banner_set_second_button (self->banner, _ ("Try Again"), "events.refresh");
}

/* The button that an error's text offers, or else to try again, which never harms. */
static void
show_error_banner (ActReview    *self,
                   const GError *error)
{
  g_autoptr (ActErrorText) text = NULL;
  char *title = act_review_dup_key_title (self, error);

  if (title != NULL)
    {
      show_key_banner (self, error, title);
      return;
    }

  text = act_error_text_new (error);
  show_error_text (self, act_review_get_error_icon (self), text);
  act_banner_set_closable (self->banner, FALSE);
  if (text->remedy == ACT_ERROR_REMEDY_OPEN_FOLDER)
    act_banner_set_button (self->banner, text->button, "app.open-folder");
  else
    act_banner_set_button (self->banner, text->button != NULL ? text->button : _ ("Try Again"),
                           "events.refresh");
}

static void
show_offline_banner (ActReview *self)
{
  const GError    *error = act_session_get_error (self->session);
  g_autofree char *as_of = act_review_format_as_of (self);
  g_autofree char *title = NULL;
  g_autofree char *whole = NULL;

  if (as_of != NULL)
    /* Translators: "as of 14:32" goes in here. */
    title = g_strdup_printf (_ ("Offline · showing events %s"), as_of);
  else
    title = g_strdup (_ ("Offline"));

  if (error != NULL)
    {
      g_autoptr (ActErrorText) text = act_error_text_new (error);

      whole = act_error_text_to_string (text);
    }

  show_notice (self, act_review_get_error_icon (self), title, NULL, whole);
  act_banner_set_closable (self->banner, FALSE);
  act_banner_set_button (self->banner, _ ("Try Again"), "events.refresh");
}

static char *
format_change (const ActChange *change)
{
  g_autofree char *name = act_session_dup_name_of_change (change);

  return act_change_text_title (change, name);
}

static const char *
get_change_button (const ActChange *change)
{
  if (change->action == ACT_OUTBOX_ENABLE)
    return _ ("Look Again");

  return _ ("Edit and Send Again");
}

static gboolean
show_change_banner (ActReview *self)
{
  const ActChange *change = act_review_get_change (self);
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;

  if (change == NULL)
    return FALSE;

  title = format_change (change);
  reason = act_change_text_reason (change);
  show_notice (self, "dialog-warning-symbolic", title, reason, NULL);
  act_banner_set_closable (self->banner, TRUE);

  /* Which of two equal mappings is to go is decided among all of them. */
  if (change->action == ACT_OUTBOX_CREATE_MAPPING && change->state == ACT_OUTBOX_DONE)
    act_banner_set_button (self->banner, _ ("External Mappings"), "events.mappings");
  else if (act_review_has_other_changes (self))
    act_banner_set_button (self->banner, _ ("Pending Changes"), "events.pending");
  else
    act_banner_set_button (self->banner, get_change_button (change), "events.open-change");

  return TRUE;
}

static gboolean
show_mark_banner (ActReview *self)
{
  const GError    *error = act_session_get_mark_error (self->session);
  const ActCounts *counts = act_session_get_counts (self->session);
  gboolean         kept = counts != NULL && counts->local > 0;
  g_autoptr (ActErrorText) text = NULL;

  if (act_session_get_can_mark (self->session) || self->mark_notice_closed || error == NULL)
    return FALSE;

  text = act_error_text_new_for_marking (error);
  show_error_text (self, "dialog-warning-symbolic", text);
  act_banner_set_closable (self->banner, TRUE);
  act_banner_set_button (self->banner, kept ? _ ("Try Again") : NULL, "events.retry-marks");

  return TRUE;
}

static gboolean
show_store_banner (ActReview *self)
{
  const char *aside = act_session_get_set_aside_path (self->session);

  if (aside != NULL && !self->aside_notice_closed)
    show_notice (self, "dialog-warning-symbolic", _ ("The events on this computer were damaged"),
                 _ ("Their file was set aside, and the events are fetched again. Changes "
                    "that could be read were kept."),
                 aside);
  else if (act_session_get_read_only (self->session) && !self->read_only_notice_closed)
    show_notice (self, "changes-prevent-symbolic", _ ("The events on this computer can only be read"),
                 _ ("Their folder does not accept changes, so nothing can be marked here."), NULL);
  else
    return FALSE;

  act_banner_set_closable (self->banner, TRUE);
  act_banner_set_button (self->banner, _ ("Open Folder"), "app.open-folder");

  return TRUE;
}

/* Whoever pressed the banner's button goes on in the list. */
static void
hide_banner (ActReview *self)
{
  GtkWidget *focus = act_review_get_focus (self);
  gboolean   had_focus = focus != NULL &&
                       gtk_widget_is_ancestor (focus, GTK_WIDGET (self->banner));

  act_banner_hide (self->banner);
  if (had_focus)
    act_review_grab_list (self);
}

/* One banner at a time: what keeps the list from being true comes first. */
void
act_review_update_banner (ActReview *self)
{
  ActEventList   *list = act_event_view_get_list (self->event_view);
  ActSessionState state = ACT_SESSION_IDLE;
  const GError   *error = NULL;

  /* What keeps the list empty is said where the list would be. */
  if (self->session == NULL || (act_session_get_as_of (self->session) == ACT_TIME_UNKNOWN &&
                                g_list_model_get_n_items (G_LIST_MODEL (list)) == 0))
    {
      hide_banner (self);
      return;
    }

  state = act_session_get_state (self->session);
  error = act_session_get_error (self->session);

  if (act_review_is_at_portal (self))
    {
      act_review_show_portal_banner (self);
      return;
    }

  /* While it is tried again, the banner stays: it would flicker. */
  if (state == ACT_SESSION_REFRESHING && error != NULL)
    return;

  if (act_review_show_secret_banner (self))
    return;

  if (state == ACT_SESSION_OFFLINE)
    show_offline_banner (self);
  else if ((state == ACT_SESSION_SIGN_IN_NEEDED || state == ACT_SESSION_FAILING) && error != NULL)
    show_error_banner (self, error);
  else if (act_event_list_get_error (list) != NULL)
    show_error_banner (self, act_event_list_get_error (list));
  else if (!show_change_banner (self) && !show_mark_banner (self) && !show_store_banner (self) &&
           !act_review_show_hold_banner (self))
    hide_banner (self);
}

/* The user has read the banner. */
void
act_review_close_notice (ActReview *self)
{
  if (self->session == NULL)
    return;

  if (act_review_get_change (self) != NULL)
    act_review_close_change (self);
  else if (!act_session_get_can_mark (self->session) && !self->mark_notice_closed)
    self->mark_notice_closed = TRUE;
  else if (act_session_get_set_aside_path (self->session) != NULL && !self->aside_notice_closed)
    self->aside_notice_closed = TRUE;
  else if (act_session_get_read_only (self->session) && !self->read_only_notice_closed)
    self->read_only_notice_closed = TRUE;
  else
    self->hold_notice_closed = TRUE;

  act_review_update_status (self);
}
