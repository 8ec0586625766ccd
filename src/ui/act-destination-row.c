/* A destination that can be chosen, and how many events have it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-destination-row.h"

#include "act-accessible.h"
#include "act-check-button.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActDestinationRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *check;
  GtkLabel       *name;
  GtkLabel       *count;

  char *destination; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ActDestinationRow, act_destination_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_CHOSEN = 1,
} ActDestinationRowProperty;

static GParamSpec *props[PROP_CHOSEN + 1];

static void
toggled_cb (ActDestinationRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}

static void
act_destination_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_DESTINATION_ROW);

  G_OBJECT_CLASS (act_destination_row_parent_class)->dispose (object);
}

static void
act_destination_row_finalize (GObject *object)
{
  g_free (ACT_DESTINATION_ROW (object)->destination);

  G_OBJECT_CLASS (act_destination_row_parent_class)->finalize (object);
}

static void
act_destination_row_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((ActDestinationRowProperty) prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, act_destination_row_get_chosen (ACT_DESTINATION_ROW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_destination_row_class_init (ActDestinationRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_destination_row_dispose;
  object_class->finalize = act_destination_row_finalize;
  object_class->get_property = act_destination_row_get_property;

  props[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (ACT_TYPE_CHECK_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-destination-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActDestinationRow, check);
  gtk_widget_class_bind_template_child (widget_class, ActDestinationRow, count);
  gtk_widget_class_bind_template_child (widget_class, ActDestinationRow, name);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
act_destination_row_init (ActDestinationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_destination_row_new:
 * @destination: a destination, as the API writes it
 * @n_events: how many events have it
 * @chosen: whether it is chosen
 *
 * Creates a row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
act_destination_row_new (const char *destination,
                         guint       n_events,
                         gboolean    chosen)
{
  ActDestinationRow *self = g_object_new (ACT_TYPE_DESTINATION_ROW, NULL);
  g_autofree char   *name = act_safe_text_line (destination);

  self->destination = g_strdup (destination);
  gtk_label_set_label (self->name, name);
  act_destination_row_set_count (self, n_events);
  gtk_check_button_set_active (self->check, chosen);

  return GTK_WIDGET (self);
}

/**
 * act_destination_row_get_destination:
 * @self: a row
 *
 * Returns: (transfer none): its destination
 */
const char *
act_destination_row_get_destination (ActDestinationRow *self)
{
  g_return_val_if_fail (ACT_IS_DESTINATION_ROW (self), NULL);

  return self->destination;
}

/**
 * act_destination_row_set_count:
 * @self: a row
 * @n_events: how many events have it
 *
 * Shows a number.
 */
void
act_destination_row_set_count (ActDestinationRow *self,
                               guint              n_events)
{
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (ACT_IS_DESTINATION_ROW (self));

  count = g_strdup_printf ("%'u", n_events);
  gtk_label_set_label (self->count, count);

  /* Translators: a destination and how many events have it. */
  name = g_strdup_printf (ngettext ("%1$s, %2$u event", "%1$s, %2$u events", n_events),
                          gtk_label_get_label (self->name), n_events);
  act_accessible_name_widget (GTK_WIDGET (self->check), name);
}

/**
 * act_destination_row_get_chosen:
 * @self: a row
 *
 * Returns: whether it is chosen
 */
gboolean
act_destination_row_get_chosen (ActDestinationRow *self)
{
  g_return_val_if_fail (ACT_IS_DESTINATION_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

/**
 * act_destination_row_set_chosen:
 * @self: a row
 * @chosen: whether to choose it
 *
 * Chooses the destination, or does not.
 */
void
act_destination_row_set_chosen (ActDestinationRow *self,
                                gboolean           chosen)
{
  g_return_if_fail (ACT_IS_DESTINATION_ROW (self));

  gtk_check_button_set_active (self->check, chosen);
}
