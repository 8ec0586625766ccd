/* Reads what the form of a mapping begins with
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-page-private.h"

#include "act-api-error.h"
#include "act-event-text.h"
#include "act-mapping-check.h"
#include "act-search-words.h"
#include "act-session-changes.h"
#include "act-session-configurations.h"
#include "act-session-runs.h"
#include "act-unfound-view.h"

#include <glib/gi18n.h>
#include <string.h>

/* Tells from the event what has no mapping, or that it does not say. */
static gboolean
take_entity (ActMappingPage *self)
{
  const ActEvent *event = self->record->event;
  const char     *entity_type = NULL;
  const char     *entity_id = NULL;
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_new ();

  if (!act_event_get_unmapped (event, &entity_type, &entity_id))
    return FALSE;

  mapping->entity_type = g_strdup (entity_type);
  mapping->entity_id = g_strdup (entity_id);
  self->finding = g_strcmp0 (entity_id, event->entity_id) == 0 ? _ ("Named by the event")
                                                               : _ ("The account that the event names");
  mapping->external_system = g_strdup (event->destination);
  act_mapping_page_set_subject (self, mapping);

  return TRUE;
}

/* Which of a system's tables the event's message speaks of, if it is one only. */
static const char *
find_table (const ActExternalSystem *system,
            const char              *message)
{
  g_autofree char *folded = act_search_words_fold (message);
  const char      *found = NULL;

  for (guint i = 0; system->tables[i] != NULL; i++)
    {
      g_autofree char *table = act_search_words_fold (system->tables[i]);

      if (strstr (folded, table) == NULL)
        continue;
      if (found != NULL)
        return NULL;
      found = system->tables[i];
    }

  return found;
}

/* The server's word for a system is the one to use, since events write it in their own way. */
static void
take_system (ActMappingPage *self)
{
  const ActExternalSystem *system = NULL;

  if (self->options != NULL)
    system = act_mapping_options_find_system (self->options, self->subject->external_system);
  if (system == NULL)
    return;

  g_free (self->subject->external_system);
  self->subject->external_system = g_strdup (system->name);
  if (self->record != NULL && self->subject->external_table == NULL)
    self->subject->external_table = g_strdup (find_table (system, self->record->event->message));
}

static void
choose_usual_type (ActMappingPage *self)
{
  if (self->subject->entity_type == NULL && self->options != NULL &&
      g_strv_contains ((const char *const *) self->options->entity_types, "Account"))
    self->subject->entity_type = g_strdup ("Account");
}

/* What is missing may have been made meanwhile, here, by somebody else or by a change that waited. */
static const ActExternalMapping *
find_made_meanwhile (ActMappingPage *self)
{
  if (self->wants_another || act_mapping_page_is_offline (self))
    return NULL;
  if (self->origin == ACT_MAPPING_OF_EVENT)
    return act_mapping_check_find_by_system (self->existing, self->subject->external_system);
  if (self->origin == ACT_MAPPING_OF_CHANGE)
    return act_mapping_check_find_same (self->existing, self->subject);

  return NULL;
}

static void
end_reading (ActMappingPage *self)
{
  const ActExternalMapping *made = NULL;

  if (--self->n_readings > 0)
    return;

  if (self->origin != ACT_MAPPING_OF_SERVER)
    {
      take_system (self);
      choose_usual_type (self);
    }

  made = find_made_meanwhile (self);
  if (made == NULL)
    {
      act_mapping_page_fill_in (self);
      return;
    }

  if (self->change_id != 0 && !self->may_be_on_its_way)
    act_session_discard_change_async (self->session, self->change_id, NULL, NULL, NULL);
  act_mapping_page_show_result (self, ACT_MAPPING_EXISTS, made);
}

static void
options_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  ActMappingOptions *options = NULL;
  ActMappingPage    *self = NULL;

  options = act_session_read_mapping_options_finish (ACT_SESSION (source), result, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Without them, everything can still be typed. */
  self = ACT_MAPPING_PAGE (user_data);
  if (options != NULL)
    self->options = options;
  end_reading (self);
}

static void
existing_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) existing = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  ActMappingPage *self = NULL;

  existing = act_session_list_mappings_of_entity_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (existing == NULL)
    freshness = act_freshness_new (ACT_TIME_UNKNOWN, error);
  act_mapping_page_take_existing (self, existing, freshness);
  end_reading (self);
}

static void
configurations_found_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActConfigurationFinding) finding = NULL;
  ActMappingPage *self = NULL;

  finding = act_session_find_configurations_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* With several that fit, it is not known which one failed. */
  self = ACT_MAPPING_PAGE (user_data);
  if (finding != NULL && finding->configurations->len == 1)
    {
      g_clear_pointer (&self->configuration, act_integration_configuration_free);
      self->configuration = act_integration_configuration_copy (g_ptr_array_index (finding->configurations, 0));
    }
  end_reading (self);
}

static void
configuration_read_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  ActMappingPage *self = NULL;

  configuration = act_session_read_configuration_finish (ACT_SESSION (source), result, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (configuration != NULL)
    {
      g_clear_pointer (&self->configuration, act_integration_configuration_free);
      self->configuration = g_steal_pointer (&configuration);
    }
  end_reading (self);
}

static void
show_gone (ActMappingPage *self)
{
  act_load_stack_show_none (self->load, "user-trash-symbolic", _ ("This Mapping Is Gone"),
                            _ ("Somebody has deleted it meanwhile."), NULL);
}

static void
mapping_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActExternalMapping) mapping = NULL;
  ActMappingPage *self = NULL;

  mapping = act_session_read_mapping_finish (ACT_SESSION (source), result, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (mapping == NULL && g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    {
      show_gone (self);
      return;
    }

  /* What it was a moment ago will do when it cannot be read now: saving compares the versions. */
  if (mapping != NULL)
    act_mapping_page_set_subject (self, mapping);
  end_reading (self);
}

static void
name_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  ActMappingPage  *self = NULL;

  name = act_session_read_entity_name_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || name == NULL)
    return;

  self = ACT_MAPPING_PAGE (user_data);
  g_free (self->entity_name);
  self->entity_name = g_steal_pointer (&name);
  act_mapping_form_set_entity_name (self->form, self->entity_name);
  act_mapping_page_show_existing (self);
}

static void
read_configuration (ActMappingPage *self)
{
  if (self->subject->configuration_id != NULL)
    {
      self->n_readings++;
      act_session_read_configuration_async (self->session, self->subject->configuration_id,
                                            self->cancellable, configuration_read_cb, self);
    }
  else if (self->record != NULL)
    {
      self->n_readings++;
      act_session_find_configurations_async (self->session, self->record, self->cancellable,
                                             configurations_found_cb, self);
    }
}

static void
read_entity (ActMappingPage *self)
{
  if (self->subject->entity_type == NULL || self->subject->entity_id == NULL)
    return;

  self->n_readings++;
  act_session_list_mappings_of_entity_async (self->session, self->subject->entity_type,
                                             self->subject->entity_id, self->cancellable,
                                             existing_read_cb, self);
  if (self->entity_name == NULL)
    act_session_read_entity_name_async (self->session, self->subject->entity_type,
                                        self->subject->entity_id, self->cancellable, name_read_cb,
                                        self);
}

/* All at once; the form is shown when all have answered, but for the name, which can come later. */
static void
read_all (ActMappingPage *self)
{
  self->n_readings = 1;
  read_entity (self);
  read_configuration (self);

  if (self->options == NULL)
    {
      self->n_readings++;
      act_session_read_mapping_options_async (self->session, self->cancellable, options_read_cb,
                                              self);
    }
  if (self->origin == ACT_MAPPING_OF_SERVER)
    {
      self->n_readings++;
      act_session_read_mapping_async (self->session, self->subject->id, self->cancellable,
                                      mapping_read_cb, self);
    }

  end_reading (self);
}

static void
fill_in_by_hand_cb (ActMappingPage *self)
{
  self->origin = ACT_MAPPING_OF_NOTHING;
  act_mapping_page_load (self);
}

/* A person may know from what the event says. */
static void
show_unfound (ActMappingPage *self)
{
  GtkWidget       *view = act_unfound_view_new (self->session, self->record->event->payload);
  g_autofree char *message = act_event_text_message (self->record);

  act_unfound_view_set_button (ACT_UNFOUND_VIEW (view), _ ("Fill In the Form"));
  g_signal_connect_object (view, "activated", G_CALLBACK (fill_in_by_hand_cb), self,
                           G_CONNECT_SWAPPED);
  act_load_stack_show_none (self->load, "edit-find-symbolic",
                            _ ("This event does not name what has no mapping"), message, view);
}

static void
record_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActEventRecord) record = NULL;
  ActMappingPage *self = NULL;

  record = act_session_read_record_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (record == NULL)
    {
      act_load_stack_show_error (self->load, error);
      return;
    }

  self->record = g_steal_pointer (&record);
  self->entity_name = g_strdup (self->record->account_name);
  if (take_entity (self))
    {
      if (g_strcmp0 (self->subject->entity_id, self->record->event->account_id) != 0)
        g_clear_pointer (&self->entity_name, g_free);
      read_all (self);
      return;
    }

  show_unfound (self);
}

/* Reads all that the form needs, and shows it. */
void
act_mapping_page_load (ActMappingPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "load");
  act_load_stack_show_loading (self->load);

  if (self->origin == ACT_MAPPING_OF_EVENT && self->record == NULL)
    act_session_read_record_async (self->session, self->row_id, self->cancellable, record_read_cb,
                                   self);
  else
    read_all (self);
}

static void
offer_configuration (ActMappingPage *self)
{
  if (self->configuration != NULL)
    act_mapping_form_set_configuration (self->form, self->configuration->id,
                                        self->configuration->name, self->configuration->destination);
  else
    act_mapping_form_set_configuration (self->form, self->subject->configuration_id, NULL, NULL);
}

/* Fills the form in with what was read, and shows it. */
void
act_mapping_page_fill_in (ActMappingPage *self)
{
  gboolean is_fixed = self->origin == ACT_MAPPING_OF_EVENT || self->origin == ACT_MAPPING_OF_SERVER;

  g_clear_pointer (&self->filled, act_external_mapping_free);
  act_mapping_form_set_entity_fixed (self->form, is_fixed);
  act_mapping_form_set_options (self->form, self->options);
  act_mapping_form_set_mapping (self->form, self->subject);
  offer_configuration (self);
  act_mapping_form_set_entity_name (self->form, self->entity_name);
  self->filled = act_mapping_form_dup_mapping (self->form);

  act_mapping_page_show_form (self);
  act_mapping_form_focus (self->form);
  act_mapping_page_know_entity (self);
  act_mapping_page_look_up (self);
}

/* Takes the entity's mappings, however fresh they are. */
void
act_mapping_page_take_existing (ActMappingPage *self,
                                GPtrArray      *existing,
                                ActFreshness   *freshness)
{
  g_clear_pointer (&self->existing, g_ptr_array_unref);
  g_clear_pointer (&self->freshness, act_freshness_free);
  self->existing = existing != NULL ? g_ptr_array_ref (existing) : NULL;
  self->freshness = freshness != NULL ? act_freshness_copy (freshness) : NULL;
  self->is_stale = freshness != NULL && act_api_error_is_offline (freshness->error);
}
