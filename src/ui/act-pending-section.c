/* Changes that the same thing holds up
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending-section.h"

#include "act-pending-group-row.h"
#include "act-pending-menu.h"
#include "act-pending-row.h"
#include "act-pending-text.h"
#include "act-session-changes.h"

struct _ActPendingSection
{
  GtkWidget parent_instance;

  ActSession    *session; /* (owned) */
  ActPendingKind kind;
  GHashTable    *rows; /* (owned) (element-type utf8 GtkWidget): by what they show; unowned rows */

  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *explanation;
  GtkWidget *list;
  GtkWidget *buttons;
  GtkWidget *take_back_button;
  GtkWidget *retry_button;
};

G_DEFINE_FINAL_TYPE (ActPendingSection, act_pending_section, GTK_TYPE_WIDGET)

/* What is shown now, and what was shown before and may be left over. */
typedef struct
{
  ActPendingSection *self;
  GHashTable        *before; /* (owned) (element-type utf8 GtkWidget) */
  int                position;
} Update;

/* Takes the row that shows this already, or makes one, and puts it at the next place. */
static GtkWidget *
place_row (Update *update,
           char   *key,
           GtkWidget *(*make) (ActPendingSection *self))
{
  ActPendingSection *self = update->self;
  GtkWidget         *row = NULL;
  g_autofree char   *old_key = NULL;

  if (g_hash_table_steal_extended (update->before, key, (gpointer *) &old_key, (gpointer *) &row))
    {
      if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != update->position)
        {
          g_object_ref (row);
          gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
          gtk_list_box_insert (GTK_LIST_BOX (self->list), row, update->position);
          g_object_unref (row);
        }
    }
  else
    {
      row = make (self);
      gtk_list_box_insert (GTK_LIST_BOX (self->list), row, update->position);
    }

  update->position++;
  g_hash_table_insert (self->rows, key, row);

  return row;
}

static GtkWidget *
make_row (ActPendingSection *self)
{
  return act_pending_row_new ();
}

static GtkWidget *
make_group_row (ActPendingSection *self)
{
  return act_pending_group_row_new (self->session);
}

static void
show_change (Update          *update,
             const ActChange *change)
{
  g_autofree char *name = act_session_dup_name_of_change (change);
  GtkWidget       *row = place_row (
            update, g_strdup_printf ("change %" G_GINT64_FORMAT, change->id), make_row);

  act_pending_row_show_change (ACT_PENDING_ROW (row), change, name);
}

static void
show_group (Update                *update,
            const ActPendingGroup *group)
{
  GtkWidget *row = NULL;

  if (group->count == 1)
    {
      row = place_row (update, g_strdup_printf ("mark %" G_GINT64_FORMAT, group->scope.to),
                       make_row);
      act_pending_row_show_group (ACT_PENDING_ROW (row), group);
    }
  else
    {
      row = place_row (update, g_strdup_printf ("group %" G_GINT64_FORMAT, group->scope.to),
                       make_group_row);
      act_pending_group_row_show (ACT_PENDING_GROUP_ROW (row), group);
    }
}

static void
remove_left_over (Update *update)
{
  GHashTableIter iter;
  gpointer       row = NULL;

  g_hash_table_iter_init (&iter, update->before);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_list_box_remove (GTK_LIST_BOX (update->self->list), row);
}

static GHashTable *
new_rows (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
act_pending_section_dispose (GObject *object)
{
  ActPendingSection *self = ACT_PENDING_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_PENDING_SECTION);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_pending_section_parent_class)->dispose (object);
}

static void
act_pending_section_finalize (GObject *object)
{
  g_hash_table_unref (ACT_PENDING_SECTION (object)->rows);

  G_OBJECT_CLASS (act_pending_section_parent_class)->finalize (object);
}

static void
act_pending_section_class_init (ActPendingSectionClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_pending_section_dispose;
  object_class->finalize = act_pending_section_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-pending-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ActPendingSection, box);
  gtk_widget_class_bind_template_child (widget_class, ActPendingSection, heading);
  gtk_widget_class_bind_template_child (widget_class, ActPendingSection, explanation);
  gtk_widget_class_bind_template_child (widget_class, ActPendingSection, list);
  gtk_widget_class_bind_template_child (widget_class, ActPendingSection, buttons);
  gtk_widget_class_bind_template_child (widget_class, ActPendingSection, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, ActPendingSection, retry_button);
}

static void
act_pending_section_init (ActPendingSection *self)
{
  self->rows = new_rows ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_pending_section_new:
 * @session: what the changes are of
 * @kind: what holds them up
 *
 * Returns: (transfer floating): a section without changes
 */
GtkWidget *
act_pending_section_new (ActSession    *session,
                         ActPendingKind kind)
{
  ActPendingSection *self = g_object_new (ACT_TYPE_PENDING_SECTION, NULL);
  ActPendingScope    all = act_pending_scope_of_all (kind);
  const char        *heading = act_pending_text_heading (kind);

  self->session = g_object_ref (session);
  self->kind = kind;
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_label_set_text (GTK_LABEL (self->explanation), act_pending_text_explain (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->take_back_button),
                                          act_pending_menu_make_target (&all));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->retry_button), "i", (gint32) kind);

  return GTK_WIDGET (self);
}

/* What can be done about all of them has a button where there is more than one of them. */
static void
show_buttons (ActPendingSection *self,
              GPtrArray         *groups,
              guint              n_rows)
{
  guint    n_marks = 0;
  gboolean can_retry = act_pending_menu_can_retry (self->kind) && n_rows > 1;
  gboolean can_take_back;

  for (guint i = 0; i < groups->len; i++)
    n_marks += ((const ActPendingGroup *) g_ptr_array_index (groups, i))->count;

  can_take_back = act_pending_menu_can_take_back (self->kind) && groups->len > 1 && n_marks > 1;
  gtk_widget_set_visible (self->retry_button, can_retry);
  gtk_widget_set_visible (self->take_back_button, can_take_back);
  gtk_widget_set_visible (self->buttons, can_retry || can_take_back);
}

/**
 * act_pending_section_show:
 * @self: a section
 * @groups: (element-type ActPendingGroup): the marks, of which those of its kind are shown
 * @changes: (element-type ActChange): the other changes, likewise
 *
 * Shows what there is now. Rows that stay keep what is open and what has the focus in them.
 */
void
act_pending_section_show (ActPendingSection *self,
                          GPtrArray         *groups,
                          GPtrArray         *changes)
{
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GPtrArray) own_groups = g_ptr_array_new ();
  Update update = { .self = self };

  g_return_if_fail (ACT_IS_PENDING_SECTION (self));

  before = g_steal_pointer (&self->rows);
  self->rows = new_rows ();
  update.before = before;
  for (guint i = 0; i < changes->len; i++)
    {
      const ActChange *change = g_ptr_array_index (changes, i);

      /* What is done and tells something stands with what needs the user's eye. */
      if (self->kind == (change->state == ACT_OUTBOX_DONE
                             ? ACT_PENDING_REFUSED
                             : act_pending_kind_from_state (change->state)))
        show_change (&update, change);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      ActPendingGroup *group = g_ptr_array_index (groups, i);

      if (group->scope.kind != self->kind)
        continue;

      show_group (&update, group);
      g_ptr_array_add (own_groups, group);
    }

  remove_left_over (&update);
  show_buttons (self, own_groups, (guint) update.position);
  gtk_widget_set_visible (GTK_WIDGET (self), update.position > 0);
}
