/* A row of a form for what nobody may see
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-secret-row.h"

struct _ActSecretRow
{
  GtkListBoxRow parent_instance;

  ActFieldCheck check; /* (nullable) */

  GtkLabel  *title;
  GtkWidget *entry;
  GtkLabel  *problem;
};

G_DEFINE_FINAL_TYPE (ActSecretRow, act_secret_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_TITLE = 1,
} ActSecretRowProperty;

static GParamSpec *props[PROP_TITLE + 1];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ENTRY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* While somebody types, what was wrong is checked again; nothing is called wrong before it is sent. */
static void
changed_cb (ActSecretRow *self)
{
  if (self->check != NULL && gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    act_secret_row_check (self);

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
act_secret_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ActSecretRow *self = ACT_SECRET_ROW (object);

  switch ((ActSecretRowProperty) prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_text (self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
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
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_secret_row_dispose;
  object_class->set_property = act_secret_row_set_property;
  widget_class->grab_focus = act_secret_row_grab_focus;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENTRY_ACTIVATED] = g_signal_new ("entry-activated", G_TYPE_FROM_CLASS (klass),
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-secret-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSecretRow, title);
  gtk_widget_class_bind_template_child (widget_class, ActSecretRow, entry);
  gtk_widget_class_bind_template_child (widget_class, ActSecretRow, problem);
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
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (ACT_TYPE_SECRET_ROW, "title", title, NULL);
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

/**
 * act_secret_row_set_check:
 * @self: a row
 * @check: says in words what stands against a text, or %NULL for nothing
 *
 * Lets act_secret_row_check() ask a function.
 */
void
act_secret_row_set_check (ActSecretRow *self,
                          ActFieldCheck check)
{
  g_return_if_fail (ACT_IS_SECRET_ROW (self));

  self->check = check;
}

/**
 * act_secret_row_check:
 * @self: a row
 *
 * Shows below the entry what stands against what is in it, until that is corrected.
 *
 * Returns: whether nothing does
 */
gboolean
act_secret_row_check (ActSecretRow *self)
{
  const char *problem = NULL;

  g_return_val_if_fail (ACT_IS_SECRET_ROW (self), FALSE);
  g_return_val_if_fail (self->check != NULL, FALSE);

  problem = self->check (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  act_secret_row_set_problem (self, problem);

  return problem == NULL;
}

/**
 * act_secret_row_set_problem:
 * @self: a row
 * @problem: (nullable): what stands against what is entered, plain text
 *
 * Shows it below the entry, or that nothing does.
 */
void
act_secret_row_set_problem (ActSecretRow *self,
                            const char   *problem)
{
  g_return_if_fail (ACT_IS_SECRET_ROW (self));

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}
