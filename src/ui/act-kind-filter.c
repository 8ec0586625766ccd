/* The filter by kind: a row of buttons with numbers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-kind-filter.h"

#include "act-event-text.h"

#include <glib/gi18n.h>

struct _ActKindFilter
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scrolled_window;
  GtkBox            *box;
  GtkToggleButton   *all_button;
  GtkToggleButton   *kind_buttons[ACT_N_EVENT_KINDS]; /* (unowned): in the box */
  GtkButton         *earlier_button;
  GtkLabel          *earlier_label;

  guint kinds;
};

G_DEFINE_FINAL_TYPE (ActKindFilter, act_kind_filter, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_KINDS = 1,
} ActKindFilterProperty;

static GParamSpec *props[PROP_KINDS + 1];

static void
set_button_label (GtkToggleButton *button,
                  const char      *name,
                  guint            n_events)
{
  g_autofree char *label = NULL;

  /* Translators: a filter and how many events it lets through, such as "Validation 12". */
  label = g_strdup_printf (_ ("%s %u"), name, n_events);
  gtk_button_set_label (GTK_BUTTON (button), label);
}

static void
show_kinds (ActKindFilter *self)
{
  gboolean found = FALSE;
  guint    i = 0;

  for (i = 0; i < ACT_N_EVENT_KINDS; i++)
    {
      gboolean active = self->kinds == 1u << i;

      gtk_toggle_button_set_active (self->kind_buttons[i], active);
      found = found || active;
    }

  if (!found)
    gtk_toggle_button_set_active (self->all_button, TRUE);
}

/* Scrolls a button into view that takes the focus, or is chosen, outside of it. */
static void
reveal (ActKindFilter *self,
        GtkWidget     *button)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled_window);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (button, GTK_WIDGET (self->box), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x,
                               bounds.origin.x + bounds.size.width);
}

static void
toggled_cb (GtkToggleButton *button,
            ActKindFilter   *self)
{
  guint kinds = ACT_QUERY_ALL_KINDS;
  guint i = 0;

  if (!gtk_toggle_button_get_active (button))
    return;

  for (i = 0; i < ACT_N_EVENT_KINDS; i++)
    {
      if (self->kind_buttons[i] == button)
        kinds = 1u << i;
    }

  reveal (self, GTK_WIDGET (button));
  if (self->kinds == kinds)
    return;

  self->kinds = kinds;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KINDS]);
}

static void
earlier_clicked_cb (GtkButton     *button,
                    ActKindFilter *self)
{
  g_signal_emit_by_name (self, "earlier-removed");
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           ActKindFilter            *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled_window);

  /* A mouse wheel has only one way to turn, and there is only one way to scroll. */
  if (dx != 0)
    return FALSE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * 48);
  return TRUE;
}

static void
add_kind_buttons (ActKindFilter *self)
{
  GtkWidget *previous = GTK_WIDGET (self->all_button);
  guint      i = 0;

  for (i = 0; i < ACT_N_EVENT_KINDS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_widget_add_css_class (button, "chip");
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->all_button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_box_insert_child_after (self->box, button, previous);
      self->kind_buttons[i] = GTK_TOGGLE_BUTTON (button);
      previous = button;
    }
}

static void
act_kind_filter_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_KIND_FILTER);

  G_OBJECT_CLASS (act_kind_filter_parent_class)->dispose (object);
}

static void
act_kind_filter_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ActKindFilter *self = ACT_KIND_FILTER (object);

  switch ((ActKindFilterProperty) prop_id)
    {
    case PROP_KINDS:
      g_value_set_uint (value, self->kinds);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_kind_filter_class_init (ActKindFilterClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_kind_filter_dispose;
  object_class->get_property = act_kind_filter_get_property;

  props[PROP_KINDS] = g_param_spec_uint ("kinds", NULL, NULL, 0, ACT_QUERY_ALL_KINDS,
                                         ACT_QUERY_ALL_KINDS,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  g_signal_new ("earlier-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-kind-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, ActKindFilter, all_button);
  gtk_widget_class_bind_template_child (widget_class, ActKindFilter, box);
  gtk_widget_class_bind_template_child (widget_class, ActKindFilter, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, ActKindFilter, earlier_label);
  gtk_widget_class_bind_template_child (widget_class, ActKindFilter, scrolled_window);
  gtk_widget_class_bind_template_callback (widget_class, earlier_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
act_kind_filter_init (ActKindFilter *self)
{
  self->kinds = ACT_QUERY_ALL_KINDS;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kind_buttons (self);
  act_kind_filter_set_counts (self, NULL);
}

/**
 * act_kind_filter_new:
 *
 * Creates a filter that lets every kind through.
 *
 * Returns: (transfer floating): the filter
 */
GtkWidget *
act_kind_filter_new (void)
{
  return g_object_new (ACT_TYPE_KIND_FILTER, NULL);
}

/**
 * act_kind_filter_get_kinds:
 * @self: a filter
 *
 * Gets what it lets through.
 *
 * Returns: a bit for each #ActEventKind
 */
guint
act_kind_filter_get_kinds (ActKindFilter *self)
{
  g_return_val_if_fail (ACT_IS_KIND_FILTER (self), ACT_QUERY_ALL_KINDS);

  return self->kinds;
}

/**
 * act_kind_filter_set_kinds:
 * @self: a filter
 * @kinds: one kind's bit, or %ACT_QUERY_ALL_KINDS
 *
 * Chooses what it lets through.
 */
void
act_kind_filter_set_kinds (ActKindFilter *self,
                           guint          kinds)
{
  g_return_if_fail (ACT_IS_KIND_FILTER (self));

  if (self->kinds == kinds)
    return;

  self->kinds = kinds;
  show_kinds (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KINDS]);
}

/**
 * act_kind_filter_set_counts:
 * @self: a filter
 * @by_kind: (nullable) (array fixed-size=6): how many events there are of each #ActEventKind
 *
 * Shows how many events each button stands for.
 */
void
act_kind_filter_set_counts (ActKindFilter *self,
                            const guint   *by_kind)
{
  guint n_all = 0;
  guint i = 0;

  g_return_if_fail (ACT_IS_KIND_FILTER (self));

  for (i = 0; i < ACT_N_EVENT_KINDS; i++)
    {
      guint n_events = by_kind != NULL ? by_kind[i] : 0;

      n_all += n_events;
      set_button_label (self->kind_buttons[i], act_event_text_kind (i), n_events);
      gtk_widget_set_visible (GTK_WIDGET (self->kind_buttons[i]),
                              i != ACT_EVENT_KIND_OTHER || n_events > 0 || self->kinds == 1u << i);
    }

  set_button_label (self->all_button, _ ("All"), n_all);
}

/**
 * act_kind_filter_set_earlier_label:
 * @self: a filter
 * @label: (nullable): what the filter for earlier errors is called, or %NULL while there is none
 *
 * Shows that there is another filter, which can be removed.
 */
void
act_kind_filter_set_earlier_label (ActKindFilter *self,
                                   const char    *label)
{
  g_return_if_fail (ACT_IS_KIND_FILTER (self));

  gtk_label_set_label (self->earlier_label, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->earlier_button), label != NULL);
}
