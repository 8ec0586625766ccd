/* What somebody else changed meanwhile, and whose version is to be
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-conflict-view.h"

#include "act-configuration-text.h"
#include "act-difference-row.h"
#include "act-difference.h"

#include <string.h>

struct _ActConflictView
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ActConflictView, act_conflict_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_USE_THEIRS,
  SIGNAL_SAVE_MINE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Values are JSON, so that an id has quotes. */
static char *
describe_value (const char *json,
                GHashTable *names)
{
  if (names != NULL && json != NULL && g_str_has_prefix (json, "\"") && strlen (json) > 2)
    {
      g_autofree char *id = g_strndup (json + 1, strlen (json) - 2);
      const char      *name = g_hash_table_lookup (names, id);

      if (name != NULL)
        return g_strdup (name);
    }

  return act_configuration_text_value (json);
}

static GtkWidget *
make_row (const ActDifference *difference,
          GHashTable          *names)
{
  g_autofree char *what = act_configuration_text_member (difference->member);
  g_autofree char *before = describe_value (difference->before, names);
  g_autofree char *ours = describe_value (difference->ours, names);
  g_autofree char *theirs = describe_value (difference->theirs, names);

  return act_difference_row_new (what, before, ours, theirs);
}

static void
use_theirs_cb (ActConflictView *self)
{
  g_signal_emit (self, signals[SIGNAL_USE_THEIRS], 0);
}

static void
save_mine_cb (ActConflictView *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE_MINE], 0);
}

static void
act_conflict_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CONFLICT_VIEW);

  G_OBJECT_CLASS (act_conflict_view_parent_class)->dispose (object);
}

static void
act_conflict_view_class_init (ActConflictViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_conflict_view_dispose;

  signals[SIGNAL_USE_THEIRS] = g_signal_new ("use-theirs", G_TYPE_FROM_CLASS (klass),
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
  signals[SIGNAL_SAVE_MINE] = g_signal_new ("save-mine", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-conflict-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConflictView, box);
  gtk_widget_class_bind_template_child (widget_class, ActConflictView, list);
  gtk_widget_class_bind_template_callback (widget_class, use_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_mine_cb);
}

static void
act_conflict_view_init (ActConflictView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_conflict_view_new:
 *
 * Returns: (transfer floating): a view of no conflict yet
 */
GtkWidget *
act_conflict_view_new (void)
{
  return g_object_new (ACT_TYPE_CONFLICT_VIEW, NULL);
}

/**
 * act_conflict_view_set:
 * @self: a view
 * @differences: (element-type ActDifference): what differs
 * @names: (nullable) (element-type utf8 utf8): what ids among the values are called, safe to show
 *
 * Shows what differs.
 */
void
act_conflict_view_set (ActConflictView *self,
                       GPtrArray       *differences,
                       GHashTable      *names)
{
  GtkWidget *row = NULL;

  g_return_if_fail (ACT_IS_CONFLICT_VIEW (self));
  g_return_if_fail (differences != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < differences->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (differences, i), names));
  gtk_widget_set_visible (GTK_WIDGET (self->list), differences->len > 0);
}
