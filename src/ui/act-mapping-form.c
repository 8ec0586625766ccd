/* The fields of an external mapping
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-form.h"

#include "act-choice-field.h"
#include "act-entry-row.h"
#include "act-fact-row.h"
#include "act-record-chooser.h"
#include "act-safe-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ActMappingForm
{
  GtkWidget parent_instance;

  const ActMappingOptions *options;          /* (unowned) (nullable) */
  ActExternalMapping      *mapping;          /* (owned): what has no field is kept from it */
  char                    *configuration_id; /* (owned) (nullable) */
  char                    *destination;      /* (owned) (nullable): of that configuration */
  gboolean                 is_fixed;         /* whether the entity is not to be changed */
  gboolean                 is_filling;
  ActChoiceField          *type;   /* (owned) */
  ActChoiceField          *system; /* (owned) */
  ActChoiceField          *table;  /* (owned) */

  GtkWidget   *box;
  GtkWidget   *fixed_type;
  GtkWidget   *fixed_entity;
  GtkWidget   *type_combo;
  ActEntryRow *type_entry;
  ActEntryRow *entity_entry;
  GtkWidget   *entity_name;
  GtkWidget   *system_combo;
  ActEntryRow *system_entry;
  GtkWidget   *table_combo;
  ActEntryRow *table_entry;
  ActEntryRow *id_entry;
  GtkWidget   *problem;
  GtkWidget   *note;
  GtkWidget   *chooser;
  GtkWidget   *tie_list;
  GtkWidget   *tie_row;
  GtkWidget   *tie;
};

G_DEFINE_FINAL_TYPE (ActMappingForm, act_mapping_form, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SUBMIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_text (GtkWidget  *label,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text != NULL ? text : "") != 0)
    gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static char *
dup_entered (ActEntryRow *entry)
{
  return act_external_mapping_trim_text (act_entry_row_get_text (entry));
}

/* An empty entry is not wrong yet: nobody has come to it. */
static void
check_entry (ActEntryRow *entry)
{
  g_autofree char *text = dup_entered (entry);

  act_entry_row_set_wrong (entry, text != NULL && !act_external_mapping_is_valid_text (text));
}

static const char *
find_problem (ActMappingForm *self)
{
  check_entry (self->id_entry);
  check_entry (self->entity_entry);

  if (act_entry_row_is_wrong (self->id_entry))
    return _ ("The external entity ID must be one line, without tabs or other control characters.");
  if (act_entry_row_is_wrong (self->table_entry))
    return _ ("The external table must be one line, without tabs or other control characters.");
  if (act_entry_row_is_wrong (self->system_entry))
    return _ ("The external system must be one line, without tabs or other control characters.");
  if (act_entry_row_is_wrong (self->entity_entry) || act_entry_row_is_wrong (self->type_entry))
    return _ ("The m3ter entity must be one line, without tabs or other control characters.");

  return NULL;
}

/* An id that is not in the list may be right all the same, since the list need not be complete. */
static void
show_note (ActMappingForm *self,
           const char     *id)
{
  ActRecordChooser *chooser = ACT_RECORD_CHOOSER (self->chooser);
  g_autofree char  *system = NULL;
  g_autofree char  *safe = NULL;
  g_autofree char  *text = NULL;

  if (act_external_mapping_is_valid_text (id) && act_record_chooser_has_records (chooser) && !act_record_chooser_knows (chooser, id))
    {
      system = act_choice_field_dup_text (self->system);
      safe = act_safe_text_line (system);
      /* Translators: %s is another system, such as "Chargebee" */
      text = g_strdup_printf (_ ("This ID is not in the list that %s gave."), safe);
    }

  show_text (self->note, text);
}

/* An integration uses mappings to its own system only. */
static void
show_tie (ActMappingForm *self)
{
  g_autofree char *system = act_choice_field_dup_text (self->system);
  gboolean         fits = self->destination == NULL || system == NULL ||
                  g_ascii_strcasecmp (self->destination, system) == 0;

  gtk_widget_set_visible (self->tie_list, self->configuration_id != NULL && fits);
}

static void
field_changed_cb (ActMappingForm *self)
{
  g_autofree char *id = NULL;

  if (self->is_filling)
    return;

  id = dup_entered (self->id_entry);
  act_record_chooser_set_id (ACT_RECORD_CHOOSER (self->chooser), id);
  show_text (self->problem, find_problem (self));
  show_note (self, id);
  show_tie (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
offer_tables (ActMappingForm *self)
{
  g_autofree char         *name = act_choice_field_dup_text (self->system);
  const ActExternalSystem *system = NULL;

  if (self->options != NULL)
    system = act_mapping_options_find_system (self->options, name);

  act_choice_field_set_choices (self->table,
                                system != NULL ? (const char *const *) system->tables : NULL,
                                system != NULL && system->allow_custom_tables);

  /* Which tables there are is known once the system is. */
  act_choice_field_set_hidden (self->table, self->options != NULL && name == NULL);
}

static void
system_changed_cb (ActMappingForm *self)
{
  if (self->is_filling)
    return;

  self->is_filling = TRUE;
  offer_tables (self);
  self->is_filling = FALSE;
  field_changed_cb (self);
}

static void
entry_activated_cb (ActMappingForm *self)
{
  g_signal_emit (self, signals[SIGNAL_SUBMIT], 0);
}

static void
record_chosen_cb (ActMappingForm *self,
                  const char     *id)
{
  act_entry_row_set_text (self->id_entry, id);
}

static void
show_entity (ActMappingForm *self)
{
  act_fact_row_set_value (ACT_FACT_ROW (self->fixed_type), self->is_fixed ? self->mapping->entity_type : NULL,
                          NULL);
  act_fact_row_set_value (ACT_FACT_ROW (self->fixed_entity), NULL,
                          self->is_fixed ? self->mapping->entity_id : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->entity_entry), !self->is_fixed);
  act_choice_field_set_hidden (self->type, self->is_fixed);
}

static void
focus_choice (GtkWidget   *combo,
              ActEntryRow *entry)
{
  if (gtk_widget_get_visible (GTK_WIDGET (entry)))
    act_entry_row_focus (entry);
  else
    gtk_widget_grab_focus (combo);
}

static void
act_mapping_form_dispose (GObject *object)
{
  ActMappingForm *self = ACT_MAPPING_FORM (object);

  g_clear_object (&self->type);
  g_clear_object (&self->system);
  g_clear_object (&self->table);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_MAPPING_FORM);

  G_OBJECT_CLASS (act_mapping_form_parent_class)->dispose (object);
}

static void
act_mapping_form_finalize (GObject *object)
{
  ActMappingForm *self = ACT_MAPPING_FORM (object);

  act_external_mapping_free (self->mapping);
  g_free (self->configuration_id);
  g_free (self->destination);

  G_OBJECT_CLASS (act_mapping_form_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, box);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, fixed_type);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, fixed_entity);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, type_combo);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, type_entry);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, entity_entry);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, entity_name);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, system_combo);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, system_entry);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, table_combo);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, table_entry);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, id_entry);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, problem);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, note);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, chooser);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, tie_list);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, tie_row);
  gtk_widget_class_bind_template_child (widget_class, ActMappingForm, tie);
}

static void
act_mapping_form_class_init (ActMappingFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mapping_form_dispose;
  object_class->finalize = act_mapping_form_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SUBMIT] = g_signal_new ("submit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_ENTRY_ROW);
  g_type_ensure (ACT_TYPE_FACT_ROW);
  g_type_ensure (ACT_TYPE_RECORD_CHOOSER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mapping-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_chosen_cb);
}

static ActChoiceField *
join_rows (ActMappingForm *self,
           GtkWidget      *combo,
           ActEntryRow    *entry,
           GCallback       changed)
{
  ActChoiceField *field = act_choice_field_new (ADW_COMBO_ROW (combo), entry);

  g_signal_connect_object (field, "changed", changed, self, G_CONNECT_SWAPPED);

  return field;
}

static void
act_mapping_form_init (ActMappingForm *self)
{
  self->mapping = act_external_mapping_new ();

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->type = join_rows (self, self->type_combo, self->type_entry, G_CALLBACK (field_changed_cb));
  self->system = join_rows (self, self->system_combo, self->system_entry, G_CALLBACK (system_changed_cb));
  self->table = join_rows (self, self->table_combo, self->table_entry, G_CALLBACK (field_changed_cb));
  self->is_filling = FALSE;
}

/**
 * act_mapping_form_new:
 *
 * Returns: (transfer floating): an empty form in which everything must be typed
 */
GtkWidget *
act_mapping_form_new (void)
{
  return g_object_new (ACT_TYPE_MAPPING_FORM, NULL);
}

/**
 * act_mapping_form_set_options:
 * @options: (nullable) (transfer none): what there is to choose from; must live as long as the form,
 *   or until others are set
 *
 * Offers what the server says can be mapped to what. Without it everything can be typed.
 */
void
act_mapping_form_set_options (ActMappingForm          *self,
                              const ActMappingOptions *options)
{
  g_autoptr (GStrvBuilder) systems = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_return_if_fail (ACT_IS_MAPPING_FORM (self));

  for (guint i = 0; options != NULL && i < options->systems->len; i++)
    g_strv_builder_add (systems, ((ActExternalSystem *) g_ptr_array_index (options->systems, i))->name);
  names = g_strv_builder_end (systems);

  self->options = options;
  self->is_filling = TRUE;
  act_choice_field_set_choices (self->type,
                                options != NULL ? (const char *const *) options->entity_types : NULL,
                                FALSE);
  act_choice_field_set_choices (self->system, (const char *const *) names, FALSE);
  offer_tables (self);
  show_entity (self);
  self->is_filling = FALSE;
  field_changed_cb (self);
}

/**
 * act_mapping_form_set_mapping:
 * @mapping: what the fields are to say
 *
 * Fills the form in.
 */
void
act_mapping_form_set_mapping (ActMappingForm           *self,
                              const ActExternalMapping *mapping)
{
  ActExternalMapping *copy = NULL;

  g_return_if_fail (ACT_IS_MAPPING_FORM (self));
  g_return_if_fail (mapping != NULL);

  copy = act_external_mapping_copy (mapping);
  act_external_mapping_free (self->mapping);
  self->mapping = copy;

  self->is_filling = TRUE;
  act_choice_field_set_text (self->type, copy->entity_type);
  act_entry_row_set_text (self->entity_entry, copy->entity_id);
  act_choice_field_set_text (self->system, copy->external_system);
  offer_tables (self);
  if (copy->external_table != NULL)
    act_choice_field_set_text (self->table, copy->external_table);
  act_entry_row_set_text (self->id_entry, copy->external_id);
  gtk_switch_set_active (GTK_SWITCH (self->tie), copy->configuration_id != NULL);
  show_entity (self);
  self->is_filling = FALSE;
  field_changed_cb (self);
}

/**
 * act_mapping_form_set_entity_fixed:
 * @is_fixed: whether the entity is only shown
 */
void
act_mapping_form_set_entity_fixed (ActMappingForm *self,
                                   gboolean        is_fixed)
{
  g_return_if_fail (ACT_IS_MAPPING_FORM (self));

  self->is_fixed = is_fixed;
  if (is_fixed)
    show_text (self->entity_name, NULL);
  show_entity (self);
}

/**
 * act_mapping_form_set_entity_name:
 * @name: (nullable): what the entity is called, as the server has it
 *
 * Shows the entity's name beside its id.
 */
void
act_mapping_form_set_entity_name (ActMappingForm *self,
                                  const char     *name)
{
  g_autofree char *safe = NULL;

  g_return_if_fail (ACT_IS_MAPPING_FORM (self));

  if (self->is_fixed)
    {
      act_fact_row_set_value (ACT_FACT_ROW (self->fixed_entity), name, self->mapping->entity_id);
      return;
    }

  safe = name != NULL ? act_safe_text_line (name) : NULL;
  show_text (self->entity_name, safe);
}

/**
 * act_mapping_form_set_configuration:
 * @configuration_id: (nullable): the integration configuration that the mapping can be tied to
 * @name: (nullable): what it is called
 * @destination: (nullable): the only system for which that makes sense
 *
 * Offers to tie the mapping to an integration.
 */
void
act_mapping_form_set_configuration (ActMappingForm *self,
                                    const char     *configuration_id,
                                    const char     *name,
                                    const char     *destination)
{
  g_autofree char *safe = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (ACT_IS_MAPPING_FORM (self));

  g_free (self->configuration_id);
  g_free (self->destination);
  self->configuration_id = g_strdup (configuration_id);
  self->destination = g_strdup (destination);
  show_tie (self);
  if (configuration_id == NULL)
    return;

  safe = name != NULL ? act_safe_text_line (name) : act_safe_text_id (configuration_id);
  escaped = g_markup_escape_text (safe, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->tie_row), escaped);
  field_changed_cb (self);
}

/**
 * act_mapping_form_set_base:
 * @base: (nullable): a mapping of the server, or %NULL for one that is yet to be created
 *
 * What the fields say is meant as a change of @base from now on, whatever the fields say.
 */
void
act_mapping_form_set_base (ActMappingForm           *self,
                           const ActExternalMapping *base)
{
  g_return_if_fail (ACT_IS_MAPPING_FORM (self));

  g_free (self->mapping->id);
  g_free (self->mapping->json);
  self->mapping->id = g_strdup (base != NULL ? base->id : NULL);
  self->mapping->json = g_strdup (base != NULL ? base->json : NULL);
  self->mapping->version = base != NULL ? base->version : 0;
}

/**
 * act_mapping_form_show_asking:
 *
 * Shows that the other system's records are on their way.
 */
void
act_mapping_form_show_asking (ActMappingForm *self)
{
  g_autofree char *system = NULL;

  g_return_if_fail (ACT_IS_MAPPING_FORM (self));

  system = act_choice_field_dup_text (self->system);
  act_record_chooser_show_loading (ACT_RECORD_CHOOSER (self->chooser), system);
}

/**
 * act_mapping_form_set_records:
 * @records: (nullable) (element-type ActExternalRecord): what the other system has
 *
 * Offers the other system's records to choose from.
 */
void
act_mapping_form_set_records (ActMappingForm *self,
                              GPtrArray      *records)
{
  g_autofree char *system = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (ACT_IS_MAPPING_FORM (self));

  system = act_choice_field_dup_text (self->system);
  id = dup_entered (self->id_entry);
  act_record_chooser_set_records (ACT_RECORD_CHOOSER (self->chooser), records, system);
  show_note (self, id);
}

/**
 * act_mapping_form_dup_mapping:
 *
 * Returns: (transfer full): what the fields say, without white space around it; what is not entered
 *   yet is %NULL
 */
ActExternalMapping *
act_mapping_form_dup_mapping (ActMappingForm *self)
{
  ActExternalMapping *mapping = NULL;

  g_return_val_if_fail (ACT_IS_MAPPING_FORM (self), NULL);

  mapping = act_external_mapping_copy (self->mapping);

  if (!self->is_fixed)
    {
      g_free (mapping->entity_type);
      mapping->entity_type = act_choice_field_dup_text (self->type);
      g_free (mapping->entity_id);
      mapping->entity_id = dup_entered (self->entity_entry);
    }

  g_free (mapping->external_system);
  mapping->external_system = act_choice_field_dup_text (self->system);
  g_free (mapping->external_table);
  mapping->external_table = act_choice_field_dup_text (self->table);
  g_free (mapping->external_id);
  mapping->external_id = dup_entered (self->id_entry);

  if (self->configuration_id != NULL)
    {
      gboolean is_tied = gtk_widget_get_visible (self->tie_list) &&
                         gtk_switch_get_active (GTK_SWITCH (self->tie));

      g_free (mapping->configuration_id);
      mapping->configuration_id = g_strdup (is_tied ? self->configuration_id : NULL);
    }

  return mapping;
}

/**
 * act_mapping_form_is_valid:
 *
 * Returns: whether every field has a text that the API would take
 */
gboolean
act_mapping_form_is_valid (ActMappingForm *self)
{
  g_autoptr (ActExternalMapping) mapping = NULL;

  g_return_val_if_fail (ACT_IS_MAPPING_FORM (self), FALSE);

  mapping = act_mapping_form_dup_mapping (self);

  return act_external_mapping_is_valid_text (mapping->entity_type) &&
         act_external_mapping_is_valid_text (mapping->entity_id) &&
         act_external_mapping_is_valid_text (mapping->external_system) &&
         act_external_mapping_is_valid_text (mapping->external_table) &&
         act_external_mapping_is_valid_text (mapping->external_id);
}

/**
 * act_mapping_form_focus:
 *
 * Puts the focus where the user most likely goes on.
 */
void
act_mapping_form_focus (ActMappingForm *self)
{
  g_autoptr (ActExternalMapping) mapping = NULL;

  g_return_if_fail (ACT_IS_MAPPING_FORM (self));

  mapping = act_mapping_form_dup_mapping (self);

  if (!self->is_fixed && mapping->entity_id == NULL)
    act_entry_row_focus (self->entity_entry);
  else if (mapping->external_system == NULL)
    focus_choice (self->system_combo, self->system_entry);
  else if (mapping->external_table == NULL)
    focus_choice (self->table_combo, self->table_entry);
  else
    act_entry_row_focus (self->id_entry);
}
