/* What a review says of a secret that is not known
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-api-error.h"
#include "act-error-text.h"
#include "act-keyring-error.h"

#include <glib/gi18n.h>

#define ICON_NAME "dialog-password-symbolic"

static gboolean
lacks_secret (ActReview *self)
{
  return self->entry != NULL && self->session != NULL &&
         act_session_get_state (self->session) == ACT_SESSION_SIGN_IN_NEEDED &&
         g_error_matches (act_session_get_error (self->session), ACT_API_ERROR,
                          ACT_API_ERROR_NO_SECRET);
}

/* The keyring is asked at each start, and it takes a moment until it has answered and the server was
 * asked: nobody need be told. */
static gboolean
is_on_its_way (ActReview *self)
{
  ActSecretPlace place = act_connection_entry_get_secret_place (self->entry);

  return place == ACT_SECRET_PLACE_UNKNOWN || place == ACT_SECRET_PLACE_KEYRING ||
         place == ACT_SECRET_PLACE_THIS_SESSION;
}

static gboolean
is_kept_from_us (ActReview *self)
{
  ActSecretPlace place = act_connection_entry_get_secret_place (self->entry);

  return place == ACT_SECRET_PLACE_LOCKED || place == ACT_SECRET_PLACE_NO_KEYRING;
}

static ActErrorText *
describe (ActReview *self)
{
  ActSecretPlace place = act_connection_entry_get_secret_place (self->entry);
  g_autoptr (GError) error = NULL;

  if (!is_kept_from_us (self))
    return act_error_text_new (act_session_get_error (self->session));

  error = g_error_new_literal (ACT_KEYRING_ERROR,
                               place == ACT_SECRET_PLACE_LOCKED ? ACT_KEYRING_ERROR_LOCKED
                                                                : ACT_KEYRING_ERROR_ABSENT,
                               "");

  return act_error_text_new (error);
}

static const char *
get_second_label (ActReview *self)
{
  return is_kept_from_us (self) ? _ ("Try Keyring Again") : _ ("Update Key…");
}

static const char *
get_second_action (ActReview *self)
{
  return is_kept_from_us (self) ? "app.try-keyring" : "app.update-key";
}

/* Returns whether the banner has nothing else to say. */
gboolean
act_review_show_secret_banner (ActReview *self)
{
  g_autoptr (ActErrorText) text = NULL;
  g_autofree char *rest = NULL;

  if (!lacks_secret (self))
    return FALSE;

  if (is_on_its_way (self))
    {
      act_banner_hide (self->banner);
      return TRUE;
    }

  text = describe (self);
  rest = g_strdup_printf ("%s %s", text->cause, text->advice);
  act_banner_show (self->banner, ICON_NAME, text->title, rest);
  act_banner_set_details (self->banner, NULL);
  act_banner_set_closable (self->banner, FALSE);
  act_banner_set_button (self->banner, _ ("Enter Secret…"), "app.enter-secret");
  act_banner_set_second_button (self->banner, get_second_label (self), get_second_action (self));

  return TRUE;
}

/* Returns whether the page in the place of an empty list has nothing else to say. */
gboolean
act_review_show_secret_page (ActReview *self)
{
  g_autoptr (ActErrorText) text = NULL;
  g_autofree char *rest = NULL;

  if (!lacks_secret (self))
    return FALSE;

  if (is_on_its_way (self))
    {
      act_empty_page_show (self->empty_page, NULL, _ ("Waiting for the Keyring"),
                           _ ("It may ask for its password."));
      return TRUE;
    }

  text = describe (self);
  rest = g_strdup_printf ("%s %s", text->cause, text->advice);
  act_empty_page_show (self->empty_page, ICON_NAME, text->title, rest);
  act_empty_page_set_button (self->empty_page, _ ("Enter Secret…"), "app.enter-secret");
  act_empty_page_add_button (self->empty_page, get_second_label (self), get_second_action (self));

  return TRUE;
}
