/* A cause in a list: what happened, where, how often and when
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-cell.h"

#include "act-accessible.h"
#include "act-cause-text.h"
#include "act-check-button.h"
#include "act-cut-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActCauseCell
{
  GtkWidget parent_instance;

  ActRowLook   *look;       /* (owned) */
  ActCauseItem *item;       /* (owned) (nullable) */
  gulong        changed_id; /* of the item's signal */
  gboolean      updating;   /* the check box follows the ticks, not the user */

  GtkWidget      *box;
  GtkWidget      *check_button;
  GtkImage       *image;
  GtkInscription *message;
  GtkWidget      *facts;
  GtkInscription *name;
  GtkLabel       *time;
  GtkLabel       *count;
  GtkLabel       *open;
};

G_DEFINE_FINAL_TYPE (ActCauseCell, act_cause_cell, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TICK_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_check (ActCauseCell   *self,
            const ActCause *cause)
{
  guint            n_ticked = act_cause_item_get_n_ticked (self->item);
  g_autofree char *label = act_cause_text_select (cause);

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check_button), n_ticked > 0 && n_ticked >= cause->open);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->check_button), n_ticked > 0 && n_ticked < cause->open);
  self->updating = FALSE;
  act_accessible_name_widget (self->check_button, label);

  /* The place stays where it is. */
  gtk_widget_set_sensitive (self->check_button, cause->open > 0);
  gtk_widget_set_opacity (self->check_button, cause->open > 0 ? 1 : 0);
}

static void
show_counts (ActCauseCell   *self,
             const ActCause *cause)
{
  g_autofree char *count = act_cause_text_count (cause->count);
  g_autofree char *open = NULL;

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->open), cause->open < cause->count);
  if (cause->open == cause->count)
    return;

  /* Translators: how many of the events are open. */
  open = g_strdup_printf (ngettext ("%'u open", "%'u open", cause->open), cause->open);
  gtk_label_set_label (self->open, open);
}

static void
show_text (ActCauseCell   *self,
           GtkInscription *inscription,
           ActSearchField  field,
           const char     *text)
{
  g_autoptr (PangoAttrList) attributes = act_row_look_make_attributes (self->look, field, text);

  gtk_inscription_set_text (inscription, text);
  gtk_inscription_set_attributes (inscription, attributes);
}

static void
show_item (ActCauseCell *self)
{
  const ActCause  *cause = act_cause_item_get_cause (self->item);
  gint64           now = act_time_now ();
  g_autofree char *message = act_cause_text_message (cause);
  g_autofree char *name = act_cause_text_name (cause);
  g_autofree char *time = act_cause_text_time (cause, now);
  g_autofree char *spoken = act_cause_text_accessible_name (cause, now);
  GtkWidget       *row = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_image_set_from_icon_name (self->image, act_event_kind_get_icon_name (cause->kind));
  show_text (self, self->message, ACT_SEARCH_WORDS, message);
  show_text (self, self->name, ACT_SEARCH_NAME, name);
  gtk_label_set_label (self->time, time);
  show_counts (self, cause);
  show_check (self, cause);
  if (row != NULL)
    act_accessible_name_widget (row, spoken);
}

static void
look_changed_cb (ActCauseCell *self)
{
  if (self->item != NULL)
    show_item (self);
}

static void
toggled_cb (GtkCheckButton *button,
            ActCauseCell   *self)
{
  if (!self->updating && self->item != NULL)
    g_signal_emit (self, signals[SIGNAL_TICK_REQUESTED], 0, gtk_check_button_get_active (button));
}

static void
act_cause_cell_dispose (GObject *object)
{
  ActCauseCell *self = ACT_CAUSE_CELL (object);

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->look);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CAUSE_CELL);

  G_OBJECT_CLASS (act_cause_cell_parent_class)->dispose (object);
}

static void
act_cause_cell_class_init (ActCauseCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_cause_cell_dispose;

  /**
   * ActCauseCell::tick-requested:
   * @self: the cell
   * @ticked: whether the events of its cause are to be ticked
   *
   * The check box was toggled.
   */
  signals[SIGNAL_TICK_REQUESTED] = g_signal_new ("tick-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (ACT_TYPE_CHECK_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "causecell");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-cause-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActCauseCell, box);
  gtk_widget_class_bind_template_child (widget_class, ActCauseCell, check_button);
  gtk_widget_class_bind_template_child (widget_class, ActCauseCell, count);
  gtk_widget_class_bind_template_child (widget_class, ActCauseCell, facts);
  gtk_widget_class_bind_template_child (widget_class, ActCauseCell, image);
  gtk_widget_class_bind_template_child (widget_class, ActCauseCell, message);
  gtk_widget_class_bind_template_child (widget_class, ActCauseCell, name);
  gtk_widget_class_bind_template_child (widget_class, ActCauseCell, open);
  gtk_widget_class_bind_template_child (widget_class, ActCauseCell, time);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
act_cause_cell_init (ActCauseCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  act_cut_text_add_tooltip (self->message);
  act_cut_text_add_tooltip (self->name);
}

/**
 * act_cause_cell_new:
 * @look: how the rows of its list are shown
 *
 * Returns: (transfer floating): a cell without a cause
 */
GtkWidget *
act_cause_cell_new (ActRowLook *look)
{
  ActCauseCell *self = NULL;

  g_return_val_if_fail (ACT_IS_ROW_LOOK (look), NULL);

  self = g_object_new (ACT_TYPE_CAUSE_CELL, NULL);
  self->look = g_object_ref (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * act_cause_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ActCauseItem *
act_cause_cell_get_item (ActCauseCell *self)
{
  g_return_val_if_fail (ACT_IS_CAUSE_CELL (self), NULL);

  return self->item;
}

/**
 * act_cause_cell_set_item:
 * @self: a cell
 * @item: (nullable): what to show, or %NULL to unbind the cell
 *
 * Shows a cause, and follows its numbers.
 */
void
act_cause_cell_set_item (ActCauseCell *self,
                         ActCauseItem *item)
{
  g_return_if_fail (ACT_IS_CAUSE_CELL (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  show_item (self);
}

/**
 * act_cause_cell_set_narrow:
 * @self: a cell
 * @narrow: whether there is little room
 *
 * Puts the times beside the name, or below it.
 */
void
act_cause_cell_set_narrow (ActCauseCell *self,
                           gboolean      narrow)
{
  g_return_if_fail (ACT_IS_CAUSE_CELL (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->facts),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->facts), narrow ? 2 : 12);
}
