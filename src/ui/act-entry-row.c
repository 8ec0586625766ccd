/* A row of a form in which a text is entered
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-entry-row.h"

#include "act-accessible.h"

struct _ActEntryRow
{
  GtkListBoxRow parent_instance;

  char *title; /* (owned) (nullable) */

  ActFieldCheck check; /* (nullable) */

  GtkWidget *label;
  GtkWidget *entry;
  GtkLabel  *problem;
};

G_DEFINE_FINAL_TYPE (ActEntryRow, act_entry_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_TITLE = 1,
} ActEntryRowProperty;

static GParamSpec *props[PROP_TITLE + 1];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SUBMIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_title (ActEntryRow *self,
           const char  *title)
{
  char *copy = NULL;

  if (g_strcmp0 (self->title, title) == 0)
    return;

  copy = g_strdup (title);
  g_free (self->title);
  self->title = copy;
  gtk_label_set_text (GTK_LABEL (self->label), title != NULL ? title : "");
  act_accessible_name_widget (self->entry, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/* While somebody types, what was wrong is checked again; nothing is called wrong before it is sent. */
static void
changed_cb (ActEntryRow *self)
{
  if (self->check != NULL && gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    act_entry_row_check (self);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
submit_cb (ActEntryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SUBMIT], 0);
}

/* A click beside the text is meant for it too. */
static void
pressed_cb (ActEntryRow *self)
{
  act_entry_row_focus (self);
}

static void
act_entry_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((ActEntryRowProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, ACT_ENTRY_ROW (object)->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_entry_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((ActEntryRowProperty) prop_id)
    {
    case PROP_TITLE:
      set_title (ACT_ENTRY_ROW (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_entry_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_ENTRY_ROW);

  G_OBJECT_CLASS (act_entry_row_parent_class)->dispose (object);
}

static void
act_entry_row_finalize (GObject *object)
{
  g_free (ACT_ENTRY_ROW (object)->title);

  G_OBJECT_CLASS (act_entry_row_parent_class)->finalize (object);
}

static void
act_entry_row_class_init (ActEntryRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = act_entry_row_get_property;
  object_class->set_property = act_entry_row_set_property;
  object_class->dispose = act_entry_row_dispose;
  object_class->finalize = act_entry_row_finalize;

  props[PROP_TITLE] = g_param_spec_string (
      "title", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SUBMIT] = g_signal_new ("submit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActEntryRow, label);
  gtk_widget_class_bind_template_child (widget_class, ActEntryRow, entry);
  gtk_widget_class_bind_template_child (widget_class, ActEntryRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
act_entry_row_init (ActEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_entry_row_new:
 *
 * Returns: (transfer floating): a row without text
 */
GtkWidget *
act_entry_row_new (void)
{
  return g_object_new (ACT_TYPE_ENTRY_ROW, NULL);
}

/**
 * act_entry_row_get_text:
 *
 * Returns: (transfer none): what was entered
 */
const char *
act_entry_row_get_text (ActEntryRow *self)
{
  g_return_val_if_fail (ACT_IS_ENTRY_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * act_entry_row_set_text:
 * @text: (nullable): the text that is to be there
 */
void
act_entry_row_set_text (ActEntryRow *self,
                        const char  *text)
{
  g_return_if_fail (ACT_IS_ENTRY_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
}

/**
 * act_entry_row_get_editable:
 *
 * Returns: (transfer none): where the text is entered
 */
GtkEditable *
act_entry_row_get_editable (ActEntryRow *self)
{
  g_return_val_if_fail (ACT_IS_ENTRY_ROW (self), NULL);

  return GTK_EDITABLE (self->entry);
}

/**
 * act_entry_row_set_check:
 * @check: says in words what stands against a text, or %NULL for nothing
 *
 * Lets act_entry_row_check() ask a function.
 */
void
act_entry_row_set_check (ActEntryRow  *self,
                         ActFieldCheck check)
{
  g_return_if_fail (ACT_IS_ENTRY_ROW (self));

  self->check = check;
}

/**
 * act_entry_row_check:
 *
 * Shows below the text what stands against it, until that is corrected.
 *
 * Returns: whether nothing does
 */
gboolean
act_entry_row_check (ActEntryRow *self)
{
  const char *problem = NULL;

  g_return_val_if_fail (ACT_IS_ENTRY_ROW (self), FALSE);
  g_return_val_if_fail (self->check != NULL, FALSE);

  problem = self->check (act_entry_row_get_text (self));
  act_entry_row_set_problem (self, problem);

  return problem == NULL;
}

/**
 * act_entry_row_set_problem:
 * @problem: (nullable): what stands against the text, plain text
 *
 * Shows it below the text, or that nothing does.
 */
void
act_entry_row_set_problem (ActEntryRow *self,
                           const char  *problem)
{
  g_return_if_fail (ACT_IS_ENTRY_ROW (self));

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  act_entry_row_set_wrong (self, problem != NULL);
}

/**
 * act_entry_row_set_wrong:
 * @is_wrong: whether what was entered cannot be
 *
 * Shows whether something is wrong with the text; what it is stands elsewhere.
 */
void
act_entry_row_set_wrong (ActEntryRow *self,
                         gboolean     is_wrong)
{
  g_return_if_fail (ACT_IS_ENTRY_ROW (self));

  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/**
 * act_entry_row_is_wrong:
 *
 * Returns: whether the row is shown, and something is wrong with its text
 */
gboolean
act_entry_row_is_wrong (ActEntryRow *self)
{
  g_return_val_if_fail (ACT_IS_ENTRY_ROW (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self)) &&
         gtk_widget_has_css_class (GTK_WIDGET (self), "error");
}

/**
 * act_entry_row_focus:
 *
 * Puts the focus where the text is entered.
 */
void
act_entry_row_focus (ActEntryRow *self)
{
  g_return_if_fail (ACT_IS_ENTRY_ROW (self));

  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
}
