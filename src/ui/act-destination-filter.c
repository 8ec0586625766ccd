/* The filter by destination: a button with a list of boxes to tick
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-destination-filter.h"

#include "act-accessible.h"
#include "act-destination-row.h"
#include "act-facets.h"
#include "act-safe-text.h"
#include "act-tooltip.h"

#include <glib/gi18n.h>
#include <string.h>

/* A list that is longer can be searched. */
#define MANY_DESTINATIONS 10

struct _ActDestinationFilter
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkWidget     *arrow;
  GtkWidget     *icon;
  GtkLabel      *label;
  GtkWidget     *popover;
  GtkEditable   *entry;
  GtkListBox    *list;
  GtkWidget     *all_button;

  GPtrArray *rows;     /* (owned) (element-type ActDestinationRow): unowned rows of the list */
  GPtrArray *chosen;   /* (owned) (element-type utf8): NULL at its end */
  gboolean   updating; /* whether boxes follow what is chosen, and not the other way round */
  gboolean   narrow;
};

G_DEFINE_FINAL_TYPE (ActDestinationFilter, act_destination_filter, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DESTINATIONS = 1,
  PROP_OPEN,
} ActDestinationFilterProperty;

static GParamSpec *props[PROP_OPEN + 1];

static guint
count_chosen (ActDestinationFilter *self)
{
  return self->chosen->len - 1;
}

static gboolean
is_chosen (ActDestinationFilter *self,
           const char           *destination)
{
  return g_strv_contains ((const char *const *) self->chosen->pdata, destination);
}

static void
update_button (ActDestinationFilter *self)
{
  guint            n_chosen = count_chosen (self);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (n_chosen == 1)
    label = act_safe_text_line (g_ptr_array_index (self->chosen, 0));
  else if (n_chosen > 1)
    label = g_strdup_printf (ngettext ("%u Destination", "%u Destinations", n_chosen), n_chosen);
  else
    label = g_strdup (_ ("Destination"));

  gtk_label_set_label (self->label, label);
  gtk_widget_set_visible (self->arrow, !self->narrow);
  gtk_widget_set_visible (self->icon, self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->label), !self->narrow);
  act_tooltip_set (GTK_WIDGET (self->button), self->narrow ? label : NULL);
  gtk_widget_set_visible (self->all_button, n_chosen > 0);
  if (n_chosen > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "chosen");

  /* Translators: a filter and what it lets through: the name of a destination, or how many. */
  name = n_chosen > 0 ? g_strdup_printf (_ ("Destination: %s"), label) : g_steal_pointer (&label);
  act_accessible_name_widget (GTK_WIDGET (self->button), name);
}

static void
read_rows (ActDestinationFilter *self)
{
  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      ActDestinationRow *row = g_ptr_array_index (self->rows, i);

      if (act_destination_row_get_chosen (row))
        g_ptr_array_add (self->chosen, g_strdup (act_destination_row_get_destination (row)));
    }

  g_ptr_array_add (self->chosen, NULL);
}

static void
chosen_cb (ActDestinationFilter *self)
{
  if (self->updating)
    return;

  read_rows (self);
  update_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESTINATIONS]);
}

static ActDestinationRow *
find_row (ActDestinationFilter *self,
          const char           *destination)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ActDestinationRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (act_destination_row_get_destination (row), destination))
        return row;
    }

  return NULL;
}

static void
add_row (ActDestinationFilter *self,
         const char           *destination,
         guint                 n_events)
{
  GtkWidget *row = act_destination_row_new (destination, n_events, is_chosen (self, destination));

  g_signal_connect_object (row, "notify::chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static guint
count_events (GPtrArray  *facets,
              const char *destination)
{
  for (guint i = 0; i < facets->len; i++)
    {
      const ActFacet *facet = g_ptr_array_index (facets, i);

      if (g_strcmp0 (facet->value, destination) == 0)
        return facet->count;
    }

  return 0;
}

static void
clear_rows (ActDestinationFilter *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, i));

  g_ptr_array_set_size (self->rows, 0);
}

/* While the list is open its rows stay where they are, and only their numbers change. */
static void
update_rows (ActDestinationFilter *self,
             GPtrArray            *facets)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ActDestinationRow *row = g_ptr_array_index (self->rows, i);

      act_destination_row_set_count (
          row, count_events (facets, act_destination_row_get_destination (row)));
    }
}

static void
add_rows (ActDestinationFilter *self,
          GPtrArray            *facets)
{
  for (guint i = 0; i < facets->len; i++)
    {
      const ActFacet *facet = g_ptr_array_index (facets, i);

      if (facet->value != NULL && *facet->value != '\0' && find_row (self, facet->value) == NULL)
        add_row (self, facet->value, facet->count);
    }

  /* What is chosen stays to be seen, though nothing has it any more. */
  for (guint i = 0; i < count_chosen (self); i++)
    {
      const char *destination = g_ptr_array_index (self->chosen, i);

      if (find_row (self, destination) == NULL)
        add_row (self, destination, 0);
    }
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  ActDestinationFilter *self = user_data;
  const char           *typed = gtk_editable_get_text (self->entry);
  g_autofree char      *folded_typed = g_utf8_casefold (typed, -1);
  g_autofree char      *name = NULL;
  g_autofree char      *folded_name = NULL;

  name = act_safe_text_line (act_destination_row_get_destination (ACT_DESTINATION_ROW (row)));
  folded_name = g_utf8_casefold (name, -1);

  return strstr (folded_name, folded_typed) != NULL;
}

static void
entry_changed_cb (ActDestinationFilter *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (GtkListBox           *list,
                  ActDestinationRow    *row,
                  ActDestinationFilter *self)
{
  act_destination_row_set_chosen (row, !act_destination_row_get_chosen (row));
}

static void
all_clicked_cb (ActDestinationFilter *self)
{
  gtk_menu_button_popdown (self->button);
  act_destination_filter_clear (self);
}

static void
visible_cb (ActDestinationFilter *self)
{
  gtk_editable_set_text (self->entry, "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN]);
}

static void
act_destination_filter_dispose (GObject *object)
{
  ActDestinationFilter *self = ACT_DESTINATION_FILTER (object);

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_DESTINATION_FILTER);

  G_OBJECT_CLASS (act_destination_filter_parent_class)->dispose (object);
}

static void
act_destination_filter_finalize (GObject *object)
{
  ActDestinationFilter *self = ACT_DESTINATION_FILTER (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->chosen);

  G_OBJECT_CLASS (act_destination_filter_parent_class)->finalize (object);
}

static void
act_destination_filter_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ActDestinationFilter *self = ACT_DESTINATION_FILTER (object);

  switch ((ActDestinationFilterProperty) prop_id)
    {
    case PROP_DESTINATIONS:
      g_value_set_boxed (value, act_destination_filter_get_destinations (self));
      break;

    case PROP_OPEN:
      g_value_set_boolean (value, act_destination_filter_get_open (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-destination-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, ActDestinationFilter, all_button);
  gtk_widget_class_bind_template_child (widget_class, ActDestinationFilter, arrow);
  gtk_widget_class_bind_template_child (widget_class, ActDestinationFilter, button);
  gtk_widget_class_bind_template_child (widget_class, ActDestinationFilter, entry);
  gtk_widget_class_bind_template_child (widget_class, ActDestinationFilter, icon);
  gtk_widget_class_bind_template_child (widget_class, ActDestinationFilter, label);
  gtk_widget_class_bind_template_child (widget_class, ActDestinationFilter, list);
  gtk_widget_class_bind_template_child (widget_class, ActDestinationFilter, popover);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_cb);
}

static void
act_destination_filter_class_init (ActDestinationFilterClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = act_destination_filter_dispose;
  object_class->finalize = act_destination_filter_finalize;
  object_class->get_property = act_destination_filter_get_property;

  props[PROP_DESTINATIONS] = g_param_spec_boxed ("destinations", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
act_destination_filter_init (ActDestinationFilter *self)
{
  self->rows = g_ptr_array_new ();
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->chosen, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  update_button (self);
}

/**
 * act_destination_filter_new:
 *
 * Creates a filter that lets every destination through.
 *
 * Returns: (transfer floating): the filter
 */
GtkWidget *
act_destination_filter_new (void)
{
  return g_object_new (ACT_TYPE_DESTINATION_FILTER, NULL);
}

/**
 * act_destination_filter_get_destinations:
 * @self: a filter
 *
 * Gets what it lets through.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the destinations, %NULL for all
 */
const char *const *
act_destination_filter_get_destinations (ActDestinationFilter *self)
{
  g_return_val_if_fail (ACT_IS_DESTINATION_FILTER (self), NULL);

  return count_chosen (self) > 0 ? (const char *const *) self->chosen->pdata : NULL;
}

/**
 * act_destination_filter_clear:
 * @self: a filter
 *
 * Lets every destination through.
 */
void
act_destination_filter_clear (ActDestinationFilter *self)
{
  g_return_if_fail (ACT_IS_DESTINATION_FILTER (self));

  if (count_chosen (self) == 0)
    return;

  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    act_destination_row_set_chosen (g_ptr_array_index (self->rows, i), FALSE);
  self->updating = FALSE;

  chosen_cb (self);
}

/**
 * act_destination_filter_get_open:
 * @self: a filter
 *
 * Returns: whether its list is shown
 */
gboolean
act_destination_filter_get_open (ActDestinationFilter *self)
{
  g_return_val_if_fail (ACT_IS_DESTINATION_FILTER (self), FALSE);

  return gtk_widget_get_visible (self->popover);
}

/**
 * act_destination_filter_set_facets:
 * @self: a filter
 * @facets: (element-type ActFacet): destinations and how many events have each
 *
 * Says what can be chosen. Main thread.
 */
void
act_destination_filter_set_facets (ActDestinationFilter *self,
                                   GPtrArray            *facets)
{
  g_return_if_fail (ACT_IS_DESTINATION_FILTER (self));
  g_return_if_fail (facets != NULL);

  /* A row that goes must not take along what is chosen. */
  self->updating = TRUE;
  if (!act_destination_filter_get_open (self))
    clear_rows (self);
  else
    update_rows (self, facets);

  add_rows (self, facets);
  self->updating = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->entry), self->rows->len > MANY_DESTINATIONS);
}

/**
 * act_destination_filter_set_narrow:
 * @self: a filter
 * @narrow: whether there is room for an icon only
 *
 * Makes room in a narrow window.
 */
void
act_destination_filter_set_narrow (ActDestinationFilter *self,
                                   gboolean              narrow)
{
  g_return_if_fail (ACT_IS_DESTINATION_FILTER (self));

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "narrow");

  update_button (self);
}
