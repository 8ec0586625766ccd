/* What an integration is: its facts and its settings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-facts.h"

#include "act-configuration-row.h"
#include "act-configuration-text.h"
#include "act-event.h"
#include "act-fact-row.h"
#include "act-name.h"
#include "act-safe-text.h"
#include "act-session-configurations.h"
#include "act-time-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ActConfigurationFacts
{
  GtkWidget parent_instance;

  char      *credentials_id; /* (owned) (nullable) */
  GPtrArray *setting_rows;   /* (owned) (element-type ActFactRow): rows of @settings */

  GtkWidget           *box;
  ActConfigurationRow *summary;
  ActFactRow          *credential;
  ActFactRow          *id;
  ActFactRow          *destination;
  ActFactRow          *entity;
  ActFactRow          *modified;
  AdwExpanderRow      *settings;
};

G_DEFINE_FINAL_TYPE (ActConfigurationFacts, act_configuration_facts, GTK_TYPE_WIDGET)

static void
add_setting (ActConfigurationFacts *self,
             const ActName         *setting)
{
  g_autofree char *label = act_safe_text_line (setting->id);
  GtkWidget       *row = g_object_new (ACT_TYPE_FACT_ROW, "label", label, NULL);

  act_fact_row_set_value (ACT_FACT_ROW (row),
                          setting->name != NULL && *setting->name != '\0' ? setting->name
                                                                          : C_ ("value", "Nothing"),
                          NULL);
  adw_expander_row_add_row (self->settings, row);
  g_ptr_array_add (self->setting_rows, row);
}

static void
show_settings (ActConfigurationFacts             *self,
               const ActIntegrationConfiguration *configuration)
{
  g_autoptr (GPtrArray) settings = act_session_list_settings (configuration);

  for (guint i = 0; i < self->setting_rows->len; i++)
    adw_expander_row_remove (self->settings, g_ptr_array_index (self->setting_rows, i));
  g_ptr_array_set_size (self->setting_rows, 0);

  for (guint i = 0; i < settings->len; i++)
    add_setting (self, g_ptr_array_index (settings, i));
  gtk_widget_set_visible (GTK_WIDGET (self->settings), settings->len > 0);
}

/* Where its name is not known, the id stands for it. */
static void
show_credential (ActConfigurationFacts *self,
                 const char            *name)
{
  ActCredential    credential = { .id = self->credentials_id, .name = (char *) name };
  g_autofree char *shown = NULL;
  g_autofree char *note = NULL;

  act_fact_row_set_value (self->credential, name, self->credentials_id);
  if (self->credentials_id == NULL)
    {
      act_configuration_row_set_note (self->summary, _ ("No credential"));
      return;
    }

  shown = act_configuration_text_credential (&credential);
  /* Translators: %s is the name of a credential */
  note = g_strdup_printf (_ ("Credential: %s"), shown);
  act_configuration_row_set_note (self->summary, note);
}

static void
act_configuration_facts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CONFIGURATION_FACTS);

  G_OBJECT_CLASS (act_configuration_facts_parent_class)->dispose (object);
}

static void
act_configuration_facts_finalize (GObject *object)
{
  ActConfigurationFacts *self = ACT_CONFIGURATION_FACTS (object);

  g_free (self->credentials_id);
  g_ptr_array_unref (self->setting_rows);

  G_OBJECT_CLASS (act_configuration_facts_parent_class)->finalize (object);
}

static void
act_configuration_facts_class_init (ActConfigurationFactsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_configuration_facts_dispose;
  object_class->finalize = act_configuration_facts_finalize;

  g_type_ensure (ACT_TYPE_CONFIGURATION_ROW);
  g_type_ensure (ACT_TYPE_FACT_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-configuration-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFacts, box);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFacts, summary);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFacts, destination);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFacts, entity);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFacts, id);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFacts, credential);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFacts, modified);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFacts, settings);
}

static void
act_configuration_facts_init (ActConfigurationFacts *self)
{
  self->setting_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_configuration_facts_new:
 *
 * Returns: (transfer floating): facts of nothing yet
 */
GtkWidget *
act_configuration_facts_new (void)
{
  return g_object_new (ACT_TYPE_CONFIGURATION_FACTS, NULL);
}

/**
 * act_configuration_facts_set_configuration:
 * @self: facts
 * @configuration: what they are about
 *
 * Shows an integration. The name of its credential is not in it, see
 * act_configuration_facts_set_credential_name().
 */
void
act_configuration_facts_set_configuration (ActConfigurationFacts             *self,
                                           const ActIntegrationConfiguration *configuration)
{
  g_autofree char *modified = NULL;

  g_return_if_fail (ACT_IS_CONFIGURATION_FACTS (self));
  g_return_if_fail (configuration != NULL);

  if (configuration->modified != ACT_TIME_UNKNOWN)
    modified = act_time_text_exact (configuration->modified);

  act_configuration_row_set_configuration (self->summary, configuration);
  act_fact_row_set_value (self->id, NULL, configuration->id);
  act_fact_row_set_value (self->destination, configuration->destination,
                          configuration->destination_id);
  act_fact_row_set_value (self->entity, configuration->entity_type, configuration->entity_id);
  act_fact_row_set_value (self->modified, modified, NULL);
  show_settings (self, configuration);

  if (g_strcmp0 (self->credentials_id, configuration->credentials_id) == 0 &&
      self->credentials_id != NULL)
    return;

  g_free (self->credentials_id);
  self->credentials_id = g_strdup (configuration->credentials_id);
  show_credential (self, NULL);
}

/**
 * act_configuration_facts_set_credential_name:
 * @self: facts
 * @name: (nullable): what the credential in use is called
 *
 * Names the credential, beside its id.
 */
void
act_configuration_facts_set_credential_name (ActConfigurationFacts *self,
                                             const char            *name)
{
  g_return_if_fail (ACT_IS_CONFIGURATION_FACTS (self));

  show_credential (self, name);
}
