/* Many marks of one gesture, as one row
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending-group-row.h"

#include "act-activity-text.h"
#include "act-pending-menu.h"
#include "act-pending-row.h"
#include "act-pending-text.h"
#include "act-session-pending.h"
#include "act-time.h"

#include <glib/gi18n.h>

/* So many marks more are shown at once. */
#define PAGE 50

struct _ActPendingGroupRow
{
  AdwExpanderRow parent_instance;

  ActSession     *session;     /* (owned) */
  GCancellable   *cancellable; /* (owned) (nullable): of the reading */
  ActPendingScope scope;
  guint           count;
  guint           n_wanted; /* how many marks are shown, or will be */
  GPtrArray      *rows;     /* (unowned) (element-type ActPendingRow) */
  GtkWidget      *more;     /* (unowned) (nullable) */

  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (ActPendingGroupRow, act_pending_group_row, ADW_TYPE_EXPANDER_ROW)

static void read_marks (ActPendingGroupRow *self);

static void
more_cb (ActPendingGroupRow *self)
{
  self->n_wanted += PAGE;
  read_marks (self);
}

/* The way to more of them stands below the last one. */
static void
show_more (ActPendingGroupRow *self)
{
  guint            n_left = self->count > self->rows->len ? self->count - self->rows->len : 0;
  g_autofree char *subtitle = NULL;

  if (self->more != NULL)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->more);
  self->more = NULL;
  if (n_left == 0)
    return;

  self->more = adw_action_row_new ();
  subtitle = g_strdup_printf (ngettext ("%u more", "%u more", n_left), n_left);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), _ ("Show More"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->more), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more), TRUE);
  g_signal_connect_swapped (self->more, "activated", G_CALLBACK (more_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->more);
}

/* Rows are used again for what stands at their place, so that nothing flickers. */
static void
show_marks (ActPendingGroupRow *self,
            GPtrArray          *marks)
{
  if (self->more != NULL)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->more);
  self->more = NULL;

  while (self->rows->len > marks->len)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self),
                             g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  while (self->rows->len < marks->len)
    {
      GtkWidget *row = act_pending_row_new ();

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->rows, row);
    }

  for (guint i = 0; i < marks->len; i++)
    act_pending_row_show_mark (g_ptr_array_index (self->rows, i), &self->scope,
                               g_ptr_array_index (marks, i));
  show_more (self);
}

static void
marks_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = NULL;

  marks = act_session_list_pending_marks_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (marks == NULL)
    g_warning ("The marks of a group could not be listed: %s", error->message);
  else
    show_marks (ACT_PENDING_GROUP_ROW (user_data), marks);
}

static void
stop_reading (ActPendingGroupRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_marks (ActPendingGroupRow *self)
{
  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  act_session_list_pending_marks_async (self->session, &self->scope, 0, self->n_wanted,
                                        self->cancellable, marks_listed_cb, self);
}

static void
expanded_cb (ActPendingGroupRow *self)
{
  if (self->session != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    read_marks (self);
}

static void
act_pending_group_row_dispose (GObject *object)
{
  ActPendingGroupRow *self = ACT_PENDING_GROUP_ROW (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_PENDING_GROUP_ROW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_pending_group_row_parent_class)->dispose (object);
}

static void
act_pending_group_row_finalize (GObject *object)
{
  g_ptr_array_unref (ACT_PENDING_GROUP_ROW (object)->rows);

  G_OBJECT_CLASS (act_pending_group_row_parent_class)->finalize (object);
}

static void
act_pending_group_row_class_init (ActPendingGroupRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_pending_group_row_dispose;
  object_class->finalize = act_pending_group_row_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-pending-group-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActPendingGroupRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
act_pending_group_row_init (ActPendingGroupRow *self)
{
  self->rows = g_ptr_array_new ();
  self->n_wanted = PAGE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_pending_group_row_new:
 * @session: what to ask for the marks
 *
 * Returns: (transfer floating): a row of nothing
 */
GtkWidget *
act_pending_group_row_new (ActSession *session)
{
  ActPendingGroupRow *self = g_object_new (ACT_TYPE_PENDING_GROUP_ROW, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

static char *
describe (const ActPendingGroup *group)
{
  g_autofree char *state = act_pending_text_state (group, act_time_now ());
  g_autofree char *reason = act_activity_text_reason (group->reason);

  if (reason == NULL)
    return g_steal_pointer (&state);

  if (!group->has_one_reason)
    return g_strdup_printf ("%s\n%s", state, _ ("For different reasons; open it to see them."));

  return g_strdup_printf ("%s\n%s", state, reason);
}

/**
 * act_pending_group_row_show:
 * @self: a row
 * @group: a group
 *
 * Shows a group as it is now.
 */
void
act_pending_group_row_show (ActPendingGroupRow    *self,
                            const ActPendingGroup *group)
{
  g_autofree char *title = act_pending_text_group (group);
  g_autofree char *subtitle = describe (group);
  GtkPopover      *popover = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (ACT_IS_PENDING_GROUP_ROW (self));

  self->scope = group->scope;
  self->count = group->count;
  menu = act_pending_menu_new_for_marks (&group->scope, 0, group->n_sending == group->count);
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu_button));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (self->menu_button, g_menu_model_get_n_items (menu) > 0);

  /* An open menu stays as it is: it would close under the hand. */
  if (popover == NULL || !gtk_widget_get_mapped (GTK_WIDGET (popover)))
    gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    read_marks (self);
}
