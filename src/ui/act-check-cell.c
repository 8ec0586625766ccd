/* The cell that ticks its row
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-check-cell.h"

#include "act-accessible.h"
#include "act-check-button.h"
#include "act-event-text.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActCheckCell
{
  ActEventCell parent_instance;

  ActTicks       *ticks; /* (owned) */
  ActCheckButton *check_button;
  gboolean        extend;   /* the click that is under way came with Shift */
  gboolean        updating; /* the check box follows the ticks, not the user */
};

G_DEFINE_FINAL_TYPE (ActCheckCell, act_check_cell, ACT_TYPE_EVENT_CELL)

static void
update_active (ActCheckCell *self)
{
  gint64 row_id = act_event_cell_get_row_id (ACT_EVENT_CELL (self));

  if (row_id == 0)
    return;

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check_button),
                               act_ticks_contains (self->ticks, row_id));
  self->updating = FALSE;
}

static void
update_label (ActCheckCell         *self,
              const ActEventRecord *record)
{
  g_autofree char *time = NULL;
  g_autofree char *label = NULL;

  time = act_time_text_spoken (act_event_record_get_time (record), act_time_now ());
  /* Translators: the name of a check box; an event's name and its date. */
  label = g_strdup_printf (_ ("Select %s, %s"), record->event->name, time);
  act_accessible_name_widget (GTK_WIDGET (self->check_button), label);
}

static void
ticks_changed_cb (ActTicks     *ticks,
                  ActCheckCell *self)
{
  update_active (self);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            ActCheckCell    *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);

  self->extend = (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0;
}

static void
toggled_cb (GtkCheckButton *button,
            ActCheckCell   *self)
{
  gboolean extend = self->extend;

  if (self->updating)
    return;

  self->extend = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "event-view.tick", "(xbb)",
                              act_event_cell_get_row_id (ACT_EVENT_CELL (self)),
                              gtk_check_button_get_active (button),
                              extend);
}

static void
act_check_cell_show_record (ActEventCell         *cell,
                            const ActEventRecord *record)
{
  ActCheckCell *self = ACT_CHECK_CELL (cell);
  gboolean      markable = record != NULL && act_event_record_is_markable (record);

  update_active (self);
  gtk_widget_set_visible (GTK_WIDGET (self->check_button), markable);
  if (markable)
    update_label (self, record);

  /* This cell names the whole row, since its column is always there. */
  if (record != NULL)
    {
      g_autofree char *name = act_event_text_accessible_name (record, act_time_now ());

      act_accessible_name_row (GTK_WIDGET (self), name);
    }
}

static void
act_check_cell_dispose (GObject *object)
{
  ActCheckCell *self = ACT_CHECK_CELL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CHECK_CELL);
  g_clear_object (&self->ticks);

  G_OBJECT_CLASS (act_check_cell_parent_class)->dispose (object);
}

static void
act_check_cell_class_init (ActCheckCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_check_cell_dispose;
  ACT_EVENT_CELL_CLASS (klass)->show_record = act_check_cell_show_record;

  g_type_ensure (ACT_TYPE_CHECK_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-check-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActCheckCell, check_button);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
act_check_cell_init (ActCheckCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_check_cell_new:
 * @ticks: the set of ticked rows to show
 *
 * Creates a cell. It never changes @ticks: it activates `event-view.tick` of its ancestors.
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
act_check_cell_new (ActTicks *ticks)
{
  ActCheckCell *self = g_object_new (ACT_TYPE_CHECK_CELL, NULL);

  self->ticks = g_object_ref (ticks);
  g_signal_connect_object (ticks, "changed", G_CALLBACK (ticks_changed_cb), self, 0);

  return GTK_WIDGET (self);
}
