/* A row of a form for what nobody may see
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-secret-row.h"

struct _ActSecretRow
{
  GtkListBoxRow parent_instance;

  GtkLabel  *title;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (ActSecretRow, act_secret_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ENTRY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (ActSecretRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activate_cb (ActSecretRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTRY_ACTIVATED], 0);
}

static gboolean
act_secret_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ACT_SECRET_ROW (widget)->entry);
}

static void
act_secret_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_SECRET_ROW);

  G_OBJECT_CLASS (act_secret_row_parent_class)->dispose (object);
}

static void
act_secret_row_class_init (ActSecretRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_secret_row_dispose;
  widget_class->grab_focus = act_secret_row_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENTRY_ACTIVATED] = g_signal_new ("entry-activated", G_TYPE_FROM_CLASS (klass),
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-secret-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSecretRow, title);
  gtk_widget_class_bind_template_child (widget_class, ActSecretRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
act_secret_row_init (ActSecretRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_secret_row_new:
 * @title: what is to be entered, plain text
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
act_secret_row_new (const char *title)
{
  ActSecretRow *self = NULL;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (ACT_TYPE_SECRET_ROW, NULL);
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);

  return GTK_WIDGET (self);
}

/**
 * act_secret_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): where it is entered, a #GtkPasswordEntry, which overwrites what it held
 */
GtkEditable *
act_secret_row_get_entry (ActSecretRow *self)
{
  g_return_val_if_fail (ACT_IS_SECRET_ROW (self), NULL);

  return GTK_EDITABLE (self->entry);
}
