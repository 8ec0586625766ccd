/* Creates, corrects and deletes the mapping of the form
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Before anything is sent, the server is looked at again: what the form warned of may be other by
 * now, and what is to be created may be there.
 */

#include "act-mapping-page-private.h"

#include "act-api-error.h"
#include "act-mapping-check.h"
#include "act-safe-text.h"
#include "act-session-changes.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
set_busy (ActMappingPage *self,
          gboolean        is_busy)
{
  gboolean is_over = self->is_busy && !is_busy;

  self->is_busy = is_busy;
  if (is_busy)
    act_problem_box_hide (self->problem);
  act_mapping_page_update (self);

  /* The form gave the focus away while nothing could be entered. */
  if (is_over)
    act_mapping_form_focus (self->form);
}

static void
show_problem (ActMappingPage *self,
              const GError   *error)
{
  self->is_stale = self->is_stale || act_api_error_is_offline (error);
  /* What the key may not do is said beside the button from now on. */
  if (act_ability_note_get_allowed (self->ability))
    act_problem_box_show_error (self->problem, error);
  set_busy (self, FALSE);
}

static void
show_uncertain (ActMappingPage *self)
{
  self->is_uncertain = TRUE;
  act_problem_box_show_text (self->problem, _ ("It may have been created"),
                             _ ("The server’s answer was lost, and what it has cannot be seen now. "
                                "Look again before anything is sent."));
  set_busy (self, FALSE);
  gtk_widget_grab_focus (self->look_again_button);
}

/* The change that was refused has been made now, in another form. */
static void
discard_change (ActMappingPage *self)
{
  if (self->change_id == 0)
    return;

  act_session_discard_change_async (self->session, self->change_id, NULL, NULL, NULL);
  self->change_id = 0;
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActExternalMapping) mapping = NULL;
  ActMappingPage *self = NULL;

  mapping = act_session_create_mapping_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (mapping != NULL)
    {
      discard_change (self);
      act_mapping_page_show_result (self, ACT_MAPPING_CREATED, mapping);
    }
  else if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN))
    {
      show_uncertain (self);
    }
  else
    {
      show_problem (self, error);
    }
}

/* What nobody has any more can be created anew from what the form says. */
static void
show_gone (ActMappingPage *self)
{
  g_clear_pointer (&self->subject->id, g_free);
  g_clear_pointer (&self->subject->json, g_free);
  self->subject->version = 0;
  self->origin = ACT_MAPPING_OF_NOTHING;
  act_mapping_form_set_base (self->form, NULL);
  act_problem_box_show_text (self->problem, _ ("Somebody has deleted this mapping meanwhile"),
                             _ ("It can be created anew with what you have entered."));
  set_busy (self, FALSE);
}

static void
take_theirs (ActMappingPage           *self,
             const ActExternalMapping *theirs)
{
  g_clear_pointer (&self->theirs, act_external_mapping_free);
  self->theirs = theirs != NULL ? act_external_mapping_copy (theirs) : NULL;
  act_mapping_conflict_set (self->conflict, self->theirs, self->sending);
}

static void
updated_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActExternalMapping) theirs = NULL;
  g_autoptr (ActExternalMapping) mapping = NULL;
  ActMappingPage *self = NULL;

  mapping = act_session_update_mapping_finish (ACT_SESSION (source), result, &theirs, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (mapping != NULL)
    {
      act_mapping_page_show_result (self, ACT_MAPPING_SAVED, mapping);
    }
  else if (theirs != NULL)
    {
      take_theirs (self, theirs);
      set_busy (self, FALSE);
      gtk_widget_child_focus (GTK_WIDGET (self->conflict), GTK_DIR_TAB_FORWARD);
    }
  else if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    {
      show_gone (self);
    }
  else
    {
      show_problem (self, error);
    }
}

static void
queued_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean        queued = FALSE;
  ActMappingPage *self = NULL;

  queued = act_session_queue_mapping_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (queued)
    act_mapping_page_show_result (self, ACT_MAPPING_QUEUED, self->sending);
  else
    show_problem (self, error);
}

static void
queue (ActMappingPage *self)
{
  act_session_queue_mapping_async (self->session, self->sending, self->change_id,
                                   self->cancellable, queued_cb, self);
}

static void
send (ActMappingPage *self)
{
  if (self->origin == ACT_MAPPING_OF_SERVER)
    act_session_update_mapping_async (self->session, self->sending, self->cancellable, updated_cb,
                                      self);
  else if (self->may_be_on_its_way)
    queue (self);
  else
    act_session_create_mapping_async (self->session, self->sending, self->cancellable, created_cb,
                                      self);
}

/* A warning that the user has not seen is shown instead of sending. */
static gboolean
stop_for_warning (ActMappingPage *self)
{
  if (act_mapping_warning_is_settled (self->warning))
    return FALSE;

  set_busy (self, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->warning), GTK_DIR_TAB_FORWARD);

  return TRUE;
}

static void
others_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mappings = NULL;
  const ActExternalMapping *other = NULL;
  ActMappingPage           *self = NULL;

  mappings = act_session_list_mappings_of_record_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* What cannot be looked up does not hinder: it is only a warning that is missed. */
  self = ACT_MAPPING_PAGE (user_data);
  other = act_mapping_check_find_other (mappings, self->sending);
  if (other != NULL && !act_mapping_warning_has_other (self->warning))
    act_mapping_warning_set_other (self->warning, other, NULL);
  if (!stop_for_warning (self))
    send (self);
}

static void
existing_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) existing = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  const ActExternalMapping *same = NULL;
  ActMappingPage           *self = NULL;

  existing = act_session_list_mappings_of_entity_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (existing == NULL)
    freshness = act_freshness_new (ACT_TIME_UNKNOWN, error);
  act_mapping_page_take_existing (self, existing, freshness);
  act_mapping_page_show_existing (self);
  act_mapping_page_warn (self);

  if (self->is_stale)
    {
      show_problem (self, freshness->error);
      return;
    }

  same = act_mapping_check_find_same (self->existing, self->sending);
  if (same != NULL && self->origin != ACT_MAPPING_OF_SERVER)
    {
      discard_change (self);
      act_mapping_page_show_result (self, ACT_MAPPING_EXISTS, same);
      return;
    }
  if (stop_for_warning (self))
    return;

  act_session_list_mappings_of_record_async (self->session, self->sending->external_system,
                                             self->sending->external_table,
                                             self->sending->external_id, self->cancellable,
                                             others_listed_cb, self);
}

static void
looked_again_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) existing = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  const ActExternalMapping *same = NULL;
  ActMappingPage           *self = NULL;

  existing = act_session_list_mappings_of_entity_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (existing == NULL || act_freshness_is_stale (freshness))
    {
      show_uncertain (self);
      return;
    }

  act_mapping_page_take_existing (self, existing, freshness);
  same = act_mapping_check_find_same (self->existing, self->sending);
  if (same != NULL)
    {
      discard_change (self);
      act_mapping_page_show_result (self, ACT_MAPPING_CREATED, same);
      return;
    }

  self->is_uncertain = FALSE;
  act_problem_box_show_text (self->problem, _ ("It was not created"),
                             _ ("The server does not have the mapping. It can be sent again."));
  act_mapping_page_show_existing (self);
  act_mapping_page_warn (self);
  set_busy (self, FALSE);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActExternalMapping) theirs = NULL;
  gboolean        deleted = FALSE;
  ActMappingPage *self = NULL;

  deleted = act_session_delete_mapping_finish (ACT_SESSION (source), result, &theirs, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (deleted)
    {
      act_mapping_page_show_result (self, ACT_MAPPING_DELETED, self->subject);
    }
  else if (theirs != NULL)
    {
      set_busy (self, FALSE);
      act_mapping_page_set_subject (self, theirs);
      act_mapping_page_fill_in (self);
      act_problem_box_show_text (self->problem, _ ("Somebody else changed this mapping meanwhile"),
                                 _ ("This is what it is now. Delete it again if that is still "
                                    "right."));
    }
  else
    {
      show_problem (self, error);
    }
}

static void
delete_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    ActMappingPage   *self)
{
  if (!g_str_equal (response, "delete") || self->is_busy)
    return;

  set_busy (self, TRUE);
  act_session_delete_mapping_async (self->session, self->subject, self->cancellable, deleted_cb,
                                    self);
}

/* Sends what the form says, or lets it wait for the server. */
void
act_mapping_page_submit (ActMappingPage *self)
{
  act_mapping_page_update (self);
  if (!gtk_widget_get_sensitive (self->submit_button) || self->is_uncertain)
    return;

  g_clear_pointer (&self->sending, act_external_mapping_free);
  self->sending = act_mapping_form_dup_mapping (self->form);
  set_busy (self, TRUE);

  if (act_mapping_page_is_offline (self))
    queue (self);
  else
    act_session_list_mappings_of_entity_async (self->session, self->sending->entity_type,
                                               self->sending->entity_id, self->cancellable,
                                               existing_listed_cb, self);
}

/* Looks whether what may have been created is there. */
void
act_mapping_page_look_again (ActMappingPage *self)
{
  if (self->is_busy || !self->is_uncertain)
    return;

  set_busy (self, TRUE);
  act_session_list_mappings_of_entity_async (self->session, self->sending->entity_type,
                                             self->sending->entity_id, self->cancellable,
                                             looked_again_cb, self);
}

/* Asks, and deletes. */
void
act_mapping_page_ask_to_delete (ActMappingPage *self)
{
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *id = act_safe_text_id (self->subject->external_id);
  GtkWidget       *dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Delete This Mapping?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: %s is the id of a record in another system */
                                  _ ("Integrations will no longer know that this entity is %s."), id);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete",
                                    _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Leaves what somebody else made of the mapping, and shows it. */
void
act_mapping_page_keep_theirs (ActMappingPage *self)
{
  g_autoptr (ActExternalMapping) theirs = g_steal_pointer (&self->theirs);

  if (theirs == NULL)
    return;

  take_theirs (self, NULL);
  act_mapping_page_set_subject (self, theirs);
  act_mapping_page_fill_in (self);
}

/* Saves what the user entered over what somebody else made of the mapping. */
void
act_mapping_page_save_mine (ActMappingPage *self)
{
  g_autoptr (ActExternalMapping) theirs = g_steal_pointer (&self->theirs);

  if (theirs == NULL || self->is_busy)
    return;

  take_theirs (self, NULL);
  self->sending->version = theirs->version;
  g_free (self->sending->json);
  self->sending->json = g_strdup (theirs->json);
  act_mapping_form_set_base (self->form, theirs);
  set_busy (self, TRUE);
  send (self);
}
