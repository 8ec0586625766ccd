/* The cell with the button for what a person does next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-follow-up-cell.h"

#include "act-event-text.h"

struct _ActFollowUpCell
{
  ActEventCell parent_instance;

  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (ActFollowUpCell, act_follow_up_cell, ACT_TYPE_EVENT_CELL)

static void
act_follow_up_cell_show_record (ActEventCell         *cell,
                                const ActEventRecord *record)
{
  ActFollowUpCell *self = ACT_FOLLOW_UP_CELL (cell);
  ActFollowUp      follow_up = ACT_FOLLOW_UP_NONE;

  if (record != NULL)
    follow_up = act_event_kind_get_follow_up (record->kind);

  gtk_widget_set_visible (GTK_WIDGET (self->button), follow_up != ACT_FOLLOW_UP_NONE);
  if (follow_up == ACT_FOLLOW_UP_NONE)
    return;

  gtk_button_set_label (self->button, act_event_text_follow_up (follow_up));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "x", record->row_id);

  /* An action without the target that it wants would be a warning. */
  if (gtk_actionable_get_action_name (GTK_ACTIONABLE (self->button)) == NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "events.follow-up");
}

static void
act_follow_up_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_FOLLOW_UP_CELL);

  G_OBJECT_CLASS (act_follow_up_cell_parent_class)->dispose (object);
}

static void
act_follow_up_cell_class_init (ActFollowUpCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_follow_up_cell_dispose;
  ACT_EVENT_CELL_CLASS (klass)->show_record = act_follow_up_cell_show_record;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-follow-up-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActFollowUpCell, button);
}

static void
act_follow_up_cell_init (ActFollowUpCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
