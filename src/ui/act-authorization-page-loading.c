/* What the page of an authorization reads: credentials, and the fields of a new one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-authorization-page-private.h"

#include "act-api-error.h"
#include "act-error-text.h"
#include "act-session-abilities.h"

#include <glib/gi18n.h>

static const ActIntegrationConfiguration *
get_configuration (ActAuthorizationPage *self)
{
  return act_configuration_finder_get_configuration (self->finder);
}

/* Where a person consents in a browser, the Console alone makes credentials. */
static gboolean
can_create (ActAuthorizationPage *self)
{
  return !act_credential_type_needs_consent (get_configuration (self)->destination) &&
         act_session_get_ability (self->session, ACT_ABILITY_CREDENTIALS) != ACT_ABILITY_STATE_MISSING;
}

static void
show_list_note (ActAuthorizationPage *self,
                const char           *text)
{
  gtk_label_set_text (self->list_note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->list_note), text != NULL);
}

static gboolean
is_missing (const GError *error)
{
  return g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_ALLOWED);
}

static void
show_list_error (ActAuthorizationPage *self,
                 const GError         *error)
{
  g_clear_pointer (&self->credentials, g_ptr_array_unref);
  if (is_missing (error))
    {
      show_list_note (self, _ ("This API cannot list credentials. The Console shows them, and can copy their IDs."));
    }
  else if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN))
    {
      show_list_note (self, _ ("Your key may not list credentials. The Console shows them, and can copy their IDs."));
    }
  else
    {
      g_autoptr (ActErrorText) text = act_error_text_new_for_changing (error);
      g_autofree char *words = NULL;

      /* Translators: %s is a sentence that says why */
      words = g_strdup_printf (_ ("The credentials could not be listed. %s"), text->cause);
      show_list_note (self, words);
    }

  act_credential_chooser_ask_for_id (self->chooser, can_create (self));
  if (self->made != NULL)
    act_credential_chooser_add (self->chooser, self->made);
}

static void
credentials_listed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) credentials = NULL;
  ActAuthorizationPage *self = NULL;

  credentials = act_session_list_credentials_finish (ACT_SESSION (source), result, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_AUTHORIZATION_PAGE (user_data);
  g_clear_object (&self->list_cancellable);
  if (credentials != NULL)
    {
      g_clear_pointer (&self->credentials, g_ptr_array_unref);
      self->credentials = g_steal_pointer (&credentials);
      show_list_note (self, NULL);
      act_authorization_page_show_credentials (self);
    }
  else
    {
      show_list_error (self, error);
    }

  act_authorization_page_update (self);
}

/* Shows the credentials that were read. */
void
act_authorization_page_show_credentials (ActAuthorizationPage *self)
{
  const char *in_use = get_configuration (self)->credentials_id;

  if (self->credentials == NULL)
    {
      act_credential_chooser_ask_for_id (self->chooser, can_create (self));
      return;
    }

  act_credential_chooser_set_credentials (self->chooser, self->credentials, in_use, can_create (self));
  act_configuration_facts_set_credential_name (self->facts,
                                               act_credential_chooser_find_name (self->chooser, in_use));
  if (self->made != NULL)
    act_credential_chooser_add (self->chooser, self->made);
}

/* Reads the credentials of the system. */
void
act_authorization_page_list_credentials (ActAuthorizationPage *self)
{
  g_cancellable_cancel (self->list_cancellable);
  g_clear_object (&self->list_cancellable);
  self->list_cancellable = g_cancellable_new ();
  act_session_list_credentials_async (self->session, get_configuration (self)->destination,
                                      self->list_cancellable, credentials_listed_cb, self);
}

static void
fields_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  ActAuthorizationPage *self = NULL;

  fields = act_session_list_credential_fields_finish (ACT_SESSION (source), result, &error);
  if (fields == NULL)
    return;

  self = ACT_AUTHORIZATION_PAGE (user_data);
  g_clear_object (&self->fields_cancellable);
  act_credential_form_set_fields (self->form, fields);
  act_authorization_page_update (self);
}

/* Reads what the form of the type that is chosen asks for. */
void
act_authorization_page_list_fields (ActAuthorizationPage *self)
{
  const ActIntegrationConfiguration *configuration = get_configuration (self);

  g_cancellable_cancel (self->fields_cancellable);
  g_clear_object (&self->fields_cancellable);
  if (!can_create (self))
    return;

  self->fields_cancellable = g_cancellable_new ();
  act_session_list_credential_fields_async (self->session, configuration->destination,
                                            configuration->entity_type,
                                            act_credential_form_get_chosen (self->form),
                                            self->fields_cancellable, fields_listed_cb, self);
}
