/* Warns before a mapping is made that others speak against
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-warning.h"

#include "act-check-button.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActMappingWarning
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *duplicate;
  GtkWidget *other;
  GtkWidget *confirm;
};

G_DEFINE_FINAL_TYPE (ActMappingWarning, act_mapping_warning, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_warning (ActMappingWarning *self,
              GtkWidget         *label,
              const char        *text)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text != NULL ? text : "") == 0)
    return;

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->duplicate) ||
                                                 gtk_widget_get_visible (self->other));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->confirm), FALSE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
confirm_toggled_cb (ActMappingWarning *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
act_mapping_warning_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_MAPPING_WARNING);

  G_OBJECT_CLASS (act_mapping_warning_parent_class)->dispose (object);
}

static void
act_mapping_warning_class_init (ActMappingWarningClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mapping_warning_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_CHECK_BUTTON);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mapping-warning.ui");
  gtk_widget_class_bind_template_child (widget_class, ActMappingWarning, box);
  gtk_widget_class_bind_template_child (widget_class, ActMappingWarning, duplicate);
  gtk_widget_class_bind_template_child (widget_class, ActMappingWarning, other);
  gtk_widget_class_bind_template_child (widget_class, ActMappingWarning, confirm);
  gtk_widget_class_bind_template_callback (widget_class, confirm_toggled_cb);
}

static void
act_mapping_warning_init (ActMappingWarning *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_mapping_warning_new:
 *
 * Returns: (transfer floating): a hidden widget without warnings
 */
GtkWidget *
act_mapping_warning_new (void)
{
  return g_object_new (ACT_TYPE_MAPPING_WARNING, NULL);
}

/**
 * act_mapping_warning_set_duplicate:
 * @mapping: (nullable): a mapping that the same entity has in the same table
 *
 * Warns of it, or no longer.
 */
void
act_mapping_warning_set_duplicate (ActMappingWarning        *self,
                                   const ActExternalMapping *mapping)
{
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ACT_IS_MAPPING_WARNING (self));

  if (mapping != NULL)
    {
      id = act_safe_text_id (mapping->external_id);
      /* Translators: %s is the id of a record in another system */
      text = g_strdup_printf (_ ("Already mapped to %s: another mapping may confuse the "
                                 "integration."),
                              id);
    }

  show_warning (self, self->duplicate, text);
}

/**
 * act_mapping_warning_set_other:
 * @mapping: (nullable): a mapping of the same external record to another entity
 * @entity_name: (nullable): what that entity is called
 *
 * Warns of it, or no longer.
 */
void
act_mapping_warning_set_other (ActMappingWarning        *self,
                               const ActExternalMapping *mapping,
                               const char               *entity_name)
{
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;
  g_autofree char *entity = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ACT_IS_MAPPING_WARNING (self));

  if (mapping != NULL)
    {
      id = act_safe_text_id (mapping->external_id);
      type = act_safe_text_line (mapping->entity_type);
      entity = entity_name != NULL ? act_safe_text_line (entity_name)
                                   : act_safe_text_id (mapping->entity_id);
      /* Translators: a record's id in another system, a kind of entity, and its name or id */
      text = g_strdup_printf (_ ("%s already belongs to another entity: %s %s."), id, type, entity);
    }

  show_warning (self, self->other, text);
}

/**
 * act_mapping_warning_has_other:
 *
 * Returns: whether it warns of a mapping of another entity
 */
gboolean
act_mapping_warning_has_other (ActMappingWarning *self)
{
  g_return_val_if_fail (ACT_IS_MAPPING_WARNING (self), FALSE);

  return gtk_widget_get_visible (self->other);
}

/**
 * act_mapping_warning_is_settled:
 *
 * Returns: whether there are no warnings, or the user wants the mapping all the same
 */
gboolean
act_mapping_warning_is_settled (ActMappingWarning *self)
{
  g_return_val_if_fail (ACT_IS_MAPPING_WARNING (self), TRUE);

  return !gtk_widget_get_visible (GTK_WIDGET (self)) ||
         gtk_check_button_get_active (GTK_CHECK_BUTTON (self->confirm));
}
