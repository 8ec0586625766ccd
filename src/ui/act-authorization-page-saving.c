/* Makes a credential and links it to the integration
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two calls, and the second may fail. A credential that was made stands in the list from then on and
 * is chosen, so that whatever is tried again links it and never makes another.
 */

#include "act-authorization-page-private.h"

#include "act-api-error.h"
#include "act-configuration-text.h"
#include "act-error-text.h"
#include "act-session-abilities.h"

#include <glib/gi18n.h>

static void
set_saving (ActAuthorizationPage *self,
            gboolean              is_saving)
{
  self->is_saving = is_saving;
  if (is_saving)
    act_problem_box_hide (self->problem);

  act_authorization_page_update (self);
}

/* The notes beside the button say why the key or the API refuses. */
static gboolean
is_said_by_note (ActAuthorizationPage *self,
                 ActAbilityNote       *note)
{
  return !act_ability_note_get_allowed (note);
}

static void
show_not_linked (ActAuthorizationPage *self,
                 const GError         *error)
{
  g_autoptr (ActErrorText) text = act_error_text_new_for_changing (error);
  g_autofree char *name = act_configuration_text_credential (self->made);
  g_autofree char *words = NULL;

  /* Translators: the first is the name of a credential, the second a sentence that says what went wrong */
  words = g_strdup_printf (_ ("“%1$s” is on the server now, but the integration does not use it yet. %2$s Nothing needs to be entered again."),
                           name, text->cause);
  act_problem_box_show_text (self->problem, _ ("The credential was made, but not linked"), words);
}

/* Ids are not what people know credentials by. */
static GHashTable *
list_names (ActAuthorizationPage *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; self->credentials != NULL && i < self->credentials->len; i++)
    {
      const ActCredential *credential = g_ptr_array_index (self->credentials, i);

      g_hash_table_insert (names, g_strdup (credential->id), act_configuration_text_credential (credential));
    }
  if (self->made != NULL)
    g_hash_table_insert (names, g_strdup (self->made->id), act_configuration_text_credential (self->made));

  return names;
}

static void
show_conflict (ActAuthorizationPage     *self,
               ActConfigurationConflict *conflict)
{
  g_autoptr (GHashTable) names = list_names (self);

  g_clear_pointer (&self->conflict, act_configuration_conflict_free);
  self->conflict = conflict;
  act_conflict_view_set (self->conflict_view, conflict->differences, names);
  gtk_stack_set_visible_child_name (self->stack, "conflict");
  gtk_widget_child_focus (GTK_WIDGET (self->conflict_view), GTK_DIR_TAB_FORWARD);
}

static void
show_link_error (ActAuthorizationPage *self,
                 const GError         *error)
{
  if (self->made != NULL && g_strcmp0 (self->made->id, self->linking_id) == 0)
    show_not_linked (self, error);
  else if (!is_said_by_note (self, self->link_note))
    act_problem_box_show_error (self->problem, error);

  gtk_widget_grab_focus (self->save_button);
}

static void
linked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActConfigurationConflict) conflict = NULL;
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  ActAuthorizationPage *self = NULL;

  configuration = act_session_link_credential_finish (ACT_SESSION (source), result, &conflict, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_AUTHORIZATION_PAGE (user_data);
  set_saving (self, FALSE);
  if (configuration != NULL)
    {
      g_clear_pointer (&self->made, act_credential_free);
      act_credential_form_wipe (self->form);
      act_configuration_finder_set_configuration (self->finder, configuration);
      act_authorization_page_show_result (self, FALSE);
    }
  else if (conflict != NULL)
    {
      show_conflict (self, g_steal_pointer (&conflict));
    }
  else
    {
      show_link_error (self, error);
    }
}

static void
link_credential (ActAuthorizationPage              *self,
                 const ActIntegrationConfiguration *configuration,
                 const char                        *credentials_id)
{
  char *copy = g_strdup (credentials_id);

  g_free (self->linking_id);
  self->linking_id = copy;
  set_saving (self, TRUE);
  act_session_link_credential_async (self->session, configuration, self->linking_id,
                                     self->cancellable, linked_cb, self);
}

static void
show_create_error (ActAuthorizationPage *self,
                   const GError         *error)
{
  if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN))
    {
      act_problem_box_show_text (self->problem, _ ("The credential may have been made"),
                                 _ ("The answer of the server was lost. Look whether it is in the list by now, "
                                    "and choose it if it is, before you make another."));
      act_authorization_page_list_credentials (self);
    }
  else if (!is_said_by_note (self, self->create_note))
    {
      act_problem_box_show_error (self->problem, error);
    }
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActCredential) credential = NULL;
  ActAuthorizationPage *self = NULL;

  credential = act_session_create_credential_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_AUTHORIZATION_PAGE (user_data);
  if (credential == NULL)
    {
      set_saving (self, FALSE);
      show_create_error (self, error);
      return;
    }

  act_credential_form_wipe (self->form);
  g_clear_pointer (&self->made, act_credential_free);
  self->made = g_steal_pointer (&credential);
  act_credential_chooser_add (self->chooser, self->made);
  link_credential (self, act_configuration_finder_get_configuration (self->finder), self->made->id);
}

static void
create_credential (ActAuthorizationPage *self)
{
  ActCredentialDraft *draft = act_credential_form_make_draft (self->form);

  if (draft == NULL)
    return;

  set_saving (self, TRUE);
  act_session_create_credential_async (self->session, draft, self->cancellable, created_cb, self);
}

/* Does what the form says, once. */
void
act_authorization_page_save (ActAuthorizationPage *self)
{
  g_autofree char *id = act_credential_chooser_dup_id (self->chooser);

  if (!act_authorization_page_can_save (self))
    return;

  if (id == NULL)
    create_credential (self);
  else
    link_credential (self, act_configuration_finder_get_configuration (self->finder), id);
}

/* Leaves the integration as somebody else left it, and shows that. */
void
act_authorization_page_use_theirs (ActAuthorizationPage *self)
{
  g_autoptr (ActConfigurationConflict) conflict = g_steal_pointer (&self->conflict);

  if (conflict == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, "form");
  act_configuration_finder_set_configuration (self->finder, conflict->theirs);
}

/* Changes the credential of what somebody else left. */
void
act_authorization_page_save_mine (ActAuthorizationPage *self)
{
  g_autoptr (ActConfigurationConflict) conflict = g_steal_pointer (&self->conflict);

  if (conflict == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, "form");
  link_credential (self, conflict->theirs, self->linking_id);
}
