/* A filter that can be removed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-filter-chip.h"

#include "act-accessible.h"

struct _ActFilterChip
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel  *label;
};

G_DEFINE_FINAL_TYPE (ActFilterChip, act_filter_chip, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LABEL = 1,
} ActFilterChipProperty;

static GParamSpec *props[PROP_LABEL + 1];

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (ActFilterChip *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
act_filter_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_FILTER_CHIP);

  G_OBJECT_CLASS (act_filter_chip_parent_class)->dispose (object);
}

static void
act_filter_chip_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((ActFilterChipProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (ACT_FILTER_CHIP (object)->label));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_filter_chip_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((ActFilterChipProperty) prop_id)
    {
    case PROP_LABEL:
      act_filter_chip_set_label (ACT_FILTER_CHIP (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_filter_chip_class_init (ActFilterChipClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_filter_chip_dispose;
  object_class->get_property = act_filter_chip_get_property;
  object_class->set_property = act_filter_chip_set_property;

  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ActFilterChip::removed:
   * @self: the chip
   *
   * The filter is not wanted any more.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, ActFilterChip, button);
  gtk_widget_class_bind_template_child (widget_class, ActFilterChip, label);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
act_filter_chip_init (ActFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_filter_chip_new:
 *
 * Returns: (transfer floating): a chip that is not seen
 */
GtkWidget *
act_filter_chip_new (void)
{
  return g_object_new (ACT_TYPE_FILTER_CHIP, NULL);
}

/**
 * act_filter_chip_set_label:
 * @self: a chip
 * @label: (nullable): what the filter is called, or %NULL while there is none
 *
 * Shows the filter, or that there is none.
 */
void
act_filter_chip_set_label (ActFilterChip *self,
                           const char    *label)
{
  g_return_if_fail (ACT_IS_FILTER_CHIP (self));

  gtk_widget_set_visible (GTK_WIDGET (self), label != NULL);
  if (g_str_equal (gtk_label_get_label (self->label), label != NULL ? label : ""))
    return;

  gtk_label_set_label (self->label, label != NULL ? label : "");
  act_accessible_name_widget (self->button, label != NULL ? label : "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}
