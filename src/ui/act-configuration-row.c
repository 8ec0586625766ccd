/* One integration in a list
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-row.h"

#include "act-configuration-text.h"

struct _ActConfigurationRow
{
  GtkListBoxRow parent_instance;

  ActIntegrationConfiguration *configuration; /* (owned) (nullable) */

  GtkLabel  *name;
  GtkLabel  *subject;
  GtkLabel  *enabled;
  GtkImage  *enabled_icon;
  GtkLabel  *authorized;
  GtkImage  *authorized_icon;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (ActConfigurationRow, act_configuration_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_state (GtkLabel   *label,
            GtkImage   *icon,
            const char *text,
            gboolean    good)
{
  gtk_label_set_text (label, text);
  gtk_image_set_from_icon_name (icon, good ? "object-select-symbolic" : "dialog-warning-symbolic");

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (icon), "warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (icon), "warning");
}

/* A row is read out by its own name, not by its labels. */
static void
name_for_assistive_technology (ActConfigurationRow *self)
{
  g_autofree char *label = NULL;

  label = g_strjoin (", ",
                     gtk_label_get_text (self->name),
                     gtk_label_get_text (self->enabled),
                     gtk_label_get_text (self->authorized),
                     NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_configuration (ActConfigurationRow *self)
{
  g_autofree char *name = act_configuration_text_name (self->configuration);
  g_autofree char *subject = act_configuration_text_subject (self->configuration);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->subject, subject);
  gtk_widget_set_visible (GTK_WIDGET (self->subject),
                          *subject != '\0' && !g_str_equal (name, subject));
  show_state (self->enabled, self->enabled_icon,
              act_configuration_text_enabled (self->configuration), self->configuration->enabled);
  show_state (self->authorized, self->authorized_icon,
              act_configuration_text_authorized (self->configuration),
              self->configuration->authorized);
  name_for_assistive_technology (self);
}

static void
act_configuration_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CONFIGURATION_ROW);

  G_OBJECT_CLASS (act_configuration_row_parent_class)->dispose (object);
}

static void
act_configuration_row_finalize (GObject *object)
{
  act_integration_configuration_free (ACT_CONFIGURATION_ROW (object)->configuration);

  G_OBJECT_CLASS (act_configuration_row_parent_class)->finalize (object);
}

static void
act_configuration_row_class_init (ActConfigurationRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_configuration_row_dispose;
  object_class->finalize = act_configuration_row_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-configuration-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationRow, name);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationRow, subject);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationRow, enabled);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationRow, enabled_icon);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationRow, authorized);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationRow, authorized_icon);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationRow, note);
}

static void
act_configuration_row_init (ActConfigurationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_configuration_row_new:
 * @configuration: what it shows; copied
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
act_configuration_row_new (const ActIntegrationConfiguration *configuration)
{
  ActConfigurationRow *self = NULL;

  g_return_val_if_fail (configuration != NULL, NULL);

  self = g_object_new (ACT_TYPE_CONFIGURATION_ROW, NULL);
  act_configuration_row_set_configuration (self, configuration);

  return GTK_WIDGET (self);
}

/**
 * act_configuration_row_set_configuration:
 * @self: a row
 * @configuration: what it shows; copied
 *
 * Shows an integration.
 */
void
act_configuration_row_set_configuration (ActConfigurationRow               *self,
                                         const ActIntegrationConfiguration *configuration)
{
  ActIntegrationConfiguration *copy = NULL;

  g_return_if_fail (ACT_IS_CONFIGURATION_ROW (self));
  g_return_if_fail (configuration != NULL);

  copy = act_integration_configuration_copy (configuration);
  act_integration_configuration_free (self->configuration);
  self->configuration = copy;
  show_configuration (self);
}

/**
 * act_configuration_row_get_configuration:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const ActIntegrationConfiguration *
act_configuration_row_get_configuration (ActConfigurationRow *self)
{
  g_return_val_if_fail (ACT_IS_CONFIGURATION_ROW (self), NULL);

  return self->configuration;
}

/**
 * act_configuration_row_set_note:
 * @self: a row
 * @note: (nullable): what else is known, safe to show
 *
 * Shows a last line.
 */
void
act_configuration_row_set_note (ActConfigurationRow *self,
                                const char          *note)
{
  g_return_if_fail (ACT_IS_CONFIGURATION_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL && *note != '\0');
}
