/* Somebody else changed a mapping meanwhile: theirs or ours
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-conflict.h"

#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActMappingConflict
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *differences;
};

G_DEFINE_FINAL_TYPE (ActMappingConflict, act_mapping_conflict, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_KEEP_THEIRS,
  SIGNAL_SAVE_MINE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_difference (GString    *text,
                const char *field,
                const char *theirs,
                const char *mine)
{
  g_autofree char *safe_theirs = NULL;
  g_autofree char *safe_mine = NULL;

  if (g_strcmp0 (theirs, mine) == 0)
    return;

  /* Translators: a field of a form that has no text */
  safe_theirs = theirs != NULL ? act_safe_text_id (theirs) : g_strdup (_ ("nothing"));
  safe_mine = mine != NULL ? act_safe_text_id (mine) : g_strdup (_ ("nothing"));

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: a field, what somebody else entered there, and what the user did */
  g_string_append_printf (text, _ ("%s: theirs is %s, yours is %s"), field, safe_theirs, safe_mine);
}

static void
keep_theirs_cb (ActMappingConflict *self)
{
  g_signal_emit (self, signals[SIGNAL_KEEP_THEIRS], 0);
}

static void
save_mine_cb (ActMappingConflict *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE_MINE], 0);
}

static void
act_mapping_conflict_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_MAPPING_CONFLICT);

  G_OBJECT_CLASS (act_mapping_conflict_parent_class)->dispose (object);
}

static void
act_mapping_conflict_class_init (ActMappingConflictClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mapping_conflict_dispose;

  signals[SIGNAL_KEEP_THEIRS] = g_signal_new ("keep-theirs", G_TYPE_FROM_CLASS (klass),
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVE_MINE] = g_signal_new ("save-mine", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mapping-conflict.ui");
  gtk_widget_class_bind_template_child (widget_class, ActMappingConflict, box);
  gtk_widget_class_bind_template_child (widget_class, ActMappingConflict, differences);
  gtk_widget_class_bind_template_callback (widget_class, keep_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_mine_cb);
}

static void
act_mapping_conflict_init (ActMappingConflict *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_mapping_conflict_new:
 *
 * Returns: (transfer floating): a hidden widget
 */
GtkWidget *
act_mapping_conflict_new (void)
{
  return g_object_new (ACT_TYPE_MAPPING_CONFLICT, NULL);
}

/**
 * act_mapping_conflict_set:
 * @theirs: (nullable): the mapping as somebody else left it; %NULL hides the widget
 * @mine: (nullable): the mapping as the user wants it
 *
 * Shows where the two differ.
 */
void
act_mapping_conflict_set (ActMappingConflict       *self,
                          const ActExternalMapping *theirs,
                          const ActExternalMapping *mine)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (ACT_IS_MAPPING_CONFLICT (self));

  if (theirs != NULL && mine != NULL)
    {
      add_difference (text, _ ("m3ter entity type"), theirs->entity_type, mine->entity_type);
      add_difference (text, _ ("m3ter entity ID"), theirs->entity_id, mine->entity_id);
      add_difference (text, _ ("External system"), theirs->external_system, mine->external_system);
      add_difference (text, _ ("External table"), theirs->external_table, mine->external_table);
      add_difference (text, _ ("External entity ID"), theirs->external_id, mine->external_id);
      add_difference (text, _ ("Only for the integration"), theirs->configuration_id,
                      mine->configuration_id);
    }

  gtk_label_set_text (GTK_LABEL (self->differences), text->str);
  gtk_widget_set_visible (GTK_WIDGET (self), theirs != NULL);
}
