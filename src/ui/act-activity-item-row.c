/* One id that an activity was about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-activity-item-row.h"

#include "act-activity-text.h"
#include "act-safe-text.h"

struct _ActActivityItemRow
{
  AdwActionRow parent_instance;

  char  *id; /* (owned) */
  gint64 row_id;

  GtkWidget *copy_button;
  GtkWidget *arrow;
};

G_DEFINE_FINAL_TYPE (ActActivityItemRow, act_activity_item_row, ADW_TYPE_ACTION_ROW)

static void
copy_cb (ActActivityItemRow *self)
{
  g_autofree char *safe = act_safe_text_id (self->id);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), safe);
}

static void
act_activity_item_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_ACTIVITY_ITEM_ROW);

  G_OBJECT_CLASS (act_activity_item_row_parent_class)->dispose (object);
}

static void
act_activity_item_row_finalize (GObject *object)
{
  g_free (ACT_ACTIVITY_ITEM_ROW (object)->id);

  G_OBJECT_CLASS (act_activity_item_row_parent_class)->finalize (object);
}

static void
act_activity_item_row_class_init (ActActivityItemRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_activity_item_row_dispose;
  object_class->finalize = act_activity_item_row_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-activity-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActActivityItemRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, ActActivityItemRow, arrow);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
act_activity_item_row_init (ActActivityItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_activity_item_row_new:
 * @item: what to show
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
act_activity_item_row_new (const ActActivityItem *item)
{
  ActActivityItemRow *self = g_object_new (ACT_TYPE_ACTIVITY_ITEM_ROW, NULL);
  g_autofree char    *title = act_safe_text_line (item->id);
  g_autofree char    *reason = act_activity_text_reason (item->reason);
  g_autofree char    *subtitle = NULL;

  self->id = g_strdup (item->id);
  self->row_id = item->row_id;
  subtitle = g_strjoin ("\n", act_activity_text_result (item->result), reason, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_visible (self->copy_button, *item->id != '\0');
  gtk_widget_set_visible (self->arrow, item->row_id != 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), item->row_id != 0);

  return GTK_WIDGET (self);
}

/**
 * act_activity_item_row_get_row_id:
 * @self: a row
 *
 * Returns: the row of its event, 0 if the store has none
 */
gint64
act_activity_item_row_get_row_id (ActActivityItemRow *self)
{
  g_return_val_if_fail (ACT_IS_ACTIVITY_ITEM_ROW (self), 0);

  return self->row_id;
}
