/* One change that waits or was refused
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending-row.h"

#include "act-activity-text.h"
#include "act-change-text.h"
#include "act-pending-menu.h"
#include "act-pending-text.h"
#include "act-safe-text.h"
#include "act-time-text.h"
#include "act-time.h"

struct _ActPendingRow
{
  AdwActionRow parent_instance;

  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (ActPendingRow, act_pending_row, ADW_TYPE_ACTION_ROW)

static void
act_pending_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_PENDING_ROW);

  G_OBJECT_CLASS (act_pending_row_parent_class)->dispose (object);
}

static void
act_pending_row_class_init (ActPendingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_pending_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-pending-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActPendingRow, menu_button);
}

static void
act_pending_row_init (ActPendingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_pending_row_new:
 *
 * Returns: (transfer floating): a row of nothing
 */
GtkWidget *
act_pending_row_new (void)
{
  return g_object_new (ACT_TYPE_PENDING_ROW, NULL);
}

/* An open menu stays as it is: it would close under the hand. */
static void
show (ActPendingRow *self,
      const char    *title,
      const char    *subtitle,
      GMenuModel    *menu)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu_button));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->menu_button, g_menu_model_get_n_items (menu) > 0);
  if (popover == NULL || !gtk_widget_get_mapped (GTK_WIDGET (popover)))
    gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
}

static char *
join_lines (const char *first,
            const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);

  return g_strdup_printf ("%s\n%s", first, second);
}

/**
 * act_pending_row_show_group:
 * @self: a row
 * @group: a group of one mark
 *
 * Shows a mark that a gesture made of no other.
 */
void
act_pending_row_show_group (ActPendingRow         *self,
                            const ActPendingGroup *group)
{
  g_autofree char *title = act_pending_text_group (group);
  g_autofree char *state = act_pending_text_state (group, act_time_now ());
  g_autofree char *reason = act_activity_text_reason (group->reason);
  g_autofree char *subtitle = join_lines (state, reason);
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (ACT_IS_PENDING_ROW (self));

  menu = act_pending_menu_new_for_marks (&group->scope, group->row_id, group->n_sending > 0);
  show (self, title, subtitle, menu);
}

/**
 * act_pending_row_show_mark:
 * @self: a row
 * @scope: the group that the mark is of
 * @mark: a mark
 *
 * Shows one of many marks.
 */
void
act_pending_row_show_mark (ActPendingRow         *self,
                           const ActPendingScope *scope,
                           const ActPendingMark  *mark)
{
  ActPendingScope  one = *scope;
  g_autofree char *title = act_safe_text_line (mark->message != NULL ? mark->message
                                                                     : mark->event_id);
  g_autofree char *reason = act_activity_text_reason (mark->reason);
  gboolean         is_sending = mark->state == ACT_OUTBOX_SENDING ||
                        mark->state == ACT_OUTBOX_VERIFYING;
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (ACT_IS_PENDING_ROW (self));

  one.entry_id = mark->entry_id;
  menu = act_pending_menu_new_for_marks (&one, mark->row_id, is_sending);
  show (self, title, reason, menu);
}

/**
 * act_pending_row_show_change:
 * @self: a row
 * @change: a change that is no mark
 * @name: (nullable): what the thing is called that it is about, from outside
 *
 * Shows a change.
 */
void
act_pending_row_show_change (ActPendingRow   *self,
                             const ActChange *change,
                             const char      *name)
{
  g_autofree char *title = act_pending_text_change (change, name);
  g_autofree char *time = act_time_text_short (change->created, act_time_now ());
  g_autofree char *reason = act_change_text_reason (change);
  g_autofree char *subtitle = join_lines (time, reason);
  g_autoptr (GMenuModel) menu = act_pending_menu_new_for_change (change);

  g_return_if_fail (ACT_IS_PENDING_ROW (self));

  show (self, title, subtitle, menu);
}
