/* Looks up what belongs to the fields of a mapping while they change
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-page-private.h"

#include "act-mapping-check.h"
#include "act-session-runs.h"

/* So long after the last key the server is asked. */
#define LOOK_UP_MILLISECONDS 350

/* What a look-up of another entity's mapping carries along while its name is read. */
typedef struct
{
  ActMappingPage     *page; /* (unowned) */
  ActExternalMapping *other;
} ActOtherLookUp;

static void
other_look_up_free (ActOtherLookUp *self)
{
  act_external_mapping_free (self->other);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActOtherLookUp, other_look_up_free)

/* Begins a look-up anew, unless it is for the same thing or there is nothing to look up. */
static gboolean
begin (GCancellable **cancellable,
       char         **key,
       const char    *wanted)
{
  if (g_strcmp0 (*key, wanted) == 0)
    return FALSE;

  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  g_free (*key);
  *key = g_strdup (wanted);
  if (wanted == NULL)
    return FALSE;

  *cancellable = g_cancellable_new ();

  return TRUE;
}

/* Joins what is valid with a character that is not valid in any of it. */
static char *
make_key (const char *a,
          const char *b,
          const char *c)
{
  if (!act_external_mapping_is_valid_text (a) || !act_external_mapping_is_valid_text (b) ||
      !act_external_mapping_is_valid_text (c))
    return NULL;

  return g_strjoin ("\n", a, b, c, NULL);
}

static void
records_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;

  records = act_session_list_external_records_finish (ACT_SESSION (source), result, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Many systems cannot list their records; the id is typed then. */
  act_mapping_form_set_records (ACT_MAPPING_PAGE (user_data)->form, records);
}

static const char *
get_credentials (ActMappingPage           *self,
                 const ActExternalMapping *mapping)
{
  if (self->configuration == NULL || self->configuration->destination == NULL ||
      g_ascii_strcasecmp (self->configuration->destination, mapping->external_system) != 0)
    return NULL;

  return self->configuration->credentials_id;
}

static void
look_up_records (ActMappingPage           *self,
                 const ActExternalMapping *mapping)
{
  g_autofree char *key = make_key (mapping->external_system, mapping->entity_type,
                                   mapping->external_table);

  if (key == NULL)
    act_mapping_form_set_records (self->form, NULL);
  if (!begin (&self->records_cancellable, &self->records_key, key))
    return;

  act_mapping_form_show_asking (self->form);
  act_session_list_external_records_async (self->session, mapping->external_system,
                                           mapping->entity_type, mapping->external_table,
                                           get_credentials (self, mapping),
                                           self->records_cancellable, records_listed_cb, self);
}

static void
existing_listed_cb (GObject      *source,
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
  act_freshness_label_set_freshness (self->freshness_label, self->freshness);
  act_mapping_page_show_existing (self);
  act_mapping_page_warn (self);
  act_mapping_page_update (self);
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
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  g_free (self->entity_name);
  self->entity_name = g_steal_pointer (&name);
  act_mapping_form_set_entity_name (self->form, self->entity_name);
  act_mapping_page_show_existing (self);
}

static char *
make_entity_key (const ActExternalMapping *mapping)
{
  return make_key (mapping->entity_type, mapping->entity_id, "*");
}

static void
look_up_entity (ActMappingPage           *self,
                const ActExternalMapping *mapping)
{
  g_autofree char *key = make_entity_key (mapping);
  gboolean         is_another = self->entity_key != NULL && g_strcmp0 (key, self->entity_key) != 0;

  if (is_another)
    {
      g_clear_pointer (&self->existing, g_ptr_array_unref);
      g_clear_pointer (&self->entity_name, g_free);
      act_mapping_form_set_entity_name (self->form, NULL);
      act_mapping_page_show_existing (self);
      act_mapping_page_warn (self);
    }
  if (!begin (&self->entity_cancellable, &self->entity_key, key))
    return;

  act_session_list_mappings_of_entity_async (self->session, mapping->entity_type,
                                             mapping->entity_id, self->entity_cancellable,
                                             existing_listed_cb, self);
  if (self->entity_name == NULL)
    act_session_read_entity_name_async (self->session, mapping->entity_type, mapping->entity_id,
                                        self->entity_cancellable, name_read_cb, self);
}

static void
other_named_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ActOtherLookUp) look_up = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  name = act_session_read_entity_name_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  act_mapping_warning_set_other (look_up->page->warning, look_up->other, name);
}

static void
others_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (ActExternalMapping) mapping = NULL;
  const ActExternalMapping *other = NULL;
  ActOtherLookUp           *look_up = NULL;
  ActMappingPage           *self = NULL;

  mappings = act_session_list_mappings_of_record_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  mapping = act_mapping_form_dup_mapping (self->form);
  other = act_mapping_check_find_other (mappings, mapping);
  if (other == NULL)
    {
      act_mapping_warning_set_other (self->warning, NULL, NULL);
      return;
    }

  look_up = g_new0 (ActOtherLookUp, 1);
  look_up->page = self;
  look_up->other = act_external_mapping_copy (other);
  act_session_read_entity_name_async (self->session, other->entity_type, other->entity_id,
                                      self->other_cancellable, other_named_cb, look_up);
}

static void
look_up_other (ActMappingPage           *self,
               const ActExternalMapping *mapping)
{
  g_autofree char *key = make_key (mapping->external_system, mapping->external_table,
                                   mapping->external_id);

  if (key == NULL)
    act_mapping_warning_set_other (self->warning, NULL, NULL);
  if (!begin (&self->other_cancellable, &self->other_key, key))
    return;

  act_session_list_mappings_of_record_async (self->session, mapping->external_system,
                                             mapping->external_table, mapping->external_id,
                                             self->other_cancellable, others_listed_cb, self);
}

/* What was found about another record must not stand against this one. */
static void
forget_other (ActMappingPage *self)
{
  g_autoptr (ActExternalMapping) mapping = act_mapping_form_dup_mapping (self->form);
  g_autofree char *key = make_key (mapping->external_system, mapping->external_table,
                                   mapping->external_id);

  if (g_strcmp0 (key, self->other_key) == 0)
    return;

  begin (&self->other_cancellable, &self->other_key, NULL);
  act_mapping_warning_set_other (self->warning, NULL, NULL);
}

static gboolean
look_up_timeout_cb (gpointer user_data)
{
  ActMappingPage *self = user_data;

  self->look_up_timeout = 0;
  act_mapping_page_look_up (self);

  return G_SOURCE_REMOVE;
}

/* Asks for what the fields are about, as far as it is not known or under way. */
void
act_mapping_page_look_up (ActMappingPage *self)
{
  g_autoptr (ActExternalMapping) mapping = act_mapping_form_dup_mapping (self->form);

  g_clear_handle_id (&self->look_up_timeout, g_source_remove);
  look_up_records (self, mapping);
  look_up_entity (self, mapping);
  look_up_other (self, mapping);
}

/* Remembers that the mappings of the form's entity were asked for already. */
void
act_mapping_page_know_entity (ActMappingPage *self)
{
  g_autoptr (ActExternalMapping) mapping = act_mapping_form_dup_mapping (self->form);

  g_free (self->entity_key);
  self->entity_key = self->existing != NULL ? make_entity_key (mapping) : NULL;
}

/* Looks things up once the fields have not changed for a moment. */
void
act_mapping_page_look_up_soon (ActMappingPage *self)
{
  forget_other (self);
  g_clear_handle_id (&self->look_up_timeout, g_source_remove);
  self->look_up_timeout = g_timeout_add (LOOK_UP_MILLISECONDS, look_up_timeout_cb, self);
}

/* Cancels what is under way, and forgets what was looked up. */
void
act_mapping_page_stop_looking (ActMappingPage *self)
{
  g_clear_handle_id (&self->look_up_timeout, g_source_remove);
  begin (&self->records_cancellable, &self->records_key, NULL);
  begin (&self->entity_cancellable, &self->entity_key, NULL);
  begin (&self->other_cancellable, &self->other_key, NULL);
}
