/* One fact in a list of facts: what it is called, its value, and a small id to copy
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-fact-row.h"

#include "act-accessible.h"
#include "act-copy-button.h"
#include "act-safe-text.h"

struct _ActFactRow
{
  GtkListBoxRow parent_instance;

  char *label;      /* (owned) (nullable) */
  char *copy_label; /* (owned) (nullable) */

  GtkWidget *title;
  GtkWidget *value;
  GtkWidget *id;
  GtkWidget *copy;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (ActFactRow, act_fact_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_LABEL = 1,
  PROP_COPY_LABEL,
  PROP_OPEN_LABEL,
  PROP_OPEN_ICON_NAME,
} ActFactRowProperty;

static GParamSpec *props[PROP_OPEN_ICON_NAME + 1];

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_text (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
name_for_assistive_technology (ActFactRow *self,
                               const char *value,
                               const char *id)
{
  g_autofree char *name = NULL;

  if (value != NULL && id != NULL)
    name = g_strdup_printf ("%s: %s, %s", self->label, value, id);
  else
    name = g_strdup_printf ("%s: %s", self->label, value != NULL ? value : id);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
set_string (char      **member,
            const char *text)
{
  char *copy = NULL;

  if (g_strcmp0 (*member, text) == 0)
    return FALSE;

  copy = g_strdup (text);
  g_free (*member);
  *member = copy;

  return TRUE;
}

static void
set_label (ActFactRow *self,
           const char *label)
{
  if (!set_string (&self->label, label))
    return;

  gtk_label_set_text (GTK_LABEL (self->title), label != NULL ? label : "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}

static void
set_copy_label (ActFactRow *self,
                const char *label)
{
  if (!set_string (&self->copy_label, label))
    return;

  act_copy_button_set_label (ACT_COPY_BUTTON (self->copy), label);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COPY_LABEL]);
}

static void
set_open_label (ActFactRow *self,
                const char *label)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->open), label) == 0)
    return;

  gtk_widget_set_tooltip_text (self->open, label);
  if (label != NULL)
    act_accessible_name_widget (self->open, label);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN_LABEL]);
}

static void
set_open_icon_name (ActFactRow *self,
                    const char *icon_name)
{
  if (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (self->open)), icon_name) == 0)
    return;

  gtk_button_set_icon_name (GTK_BUTTON (self->open), icon_name);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN_ICON_NAME]);
}

static void
open_clicked_cb (ActFactRow *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0);
}

static void
act_fact_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ActFactRow *self = ACT_FACT_ROW (object);

  switch ((ActFactRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_COPY_LABEL:
      g_value_set_string (value, self->copy_label);
      break;

    case PROP_OPEN_LABEL:
      g_value_set_string (value, gtk_widget_get_tooltip_text (self->open));
      break;

    case PROP_OPEN_ICON_NAME:
      g_value_set_string (value, gtk_button_get_icon_name (GTK_BUTTON (self->open)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_fact_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ActFactRow *self = ACT_FACT_ROW (object);

  switch ((ActFactRowProperty) prop_id)
    {
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;

    case PROP_COPY_LABEL:
      set_copy_label (self, g_value_get_string (value));
      break;

    case PROP_OPEN_LABEL:
      set_open_label (self, g_value_get_string (value));
      break;

    case PROP_OPEN_ICON_NAME:
      set_open_icon_name (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_fact_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_FACT_ROW);

  G_OBJECT_CLASS (act_fact_row_parent_class)->dispose (object);
}

static void
act_fact_row_finalize (GObject *object)
{
  ActFactRow *self = ACT_FACT_ROW (object);

  g_free (self->label);
  g_free (self->copy_label);

  G_OBJECT_CLASS (act_fact_row_parent_class)->finalize (object);
}

static void
act_fact_row_class_init (ActFactRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = act_fact_row_get_property;
  object_class->set_property = act_fact_row_set_property;
  object_class->dispose = act_fact_row_dispose;
  object_class->finalize = act_fact_row_finalize;

  props[PROP_LABEL] = g_param_spec_string (
      "label", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_COPY_LABEL] = g_param_spec_string (
      "copy-label", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_OPEN_LABEL] = g_param_spec_string (
      "open-label", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_OPEN_ICON_NAME] = g_param_spec_string (
      "open-icon-name", NULL, NULL, "go-next-symbolic",
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_COPY_BUTTON);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, ActFactRow, value);
  gtk_widget_class_bind_template_child (widget_class, ActFactRow, id);
  gtk_widget_class_bind_template_child (widget_class, ActFactRow, copy);
  gtk_widget_class_bind_template_child (widget_class, ActFactRow, open);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
act_fact_row_init (ActFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_fact_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet, and so is hidden
 */
GtkWidget *
act_fact_row_new (void)
{
  return g_object_new (ACT_TYPE_FACT_ROW, NULL);
}

/**
 * act_fact_row_set_value:
 * @value: (nullable): what people call it; shown first
 * @id: (nullable): its id; shown small, and copied as it is by the row's button
 *
 * Shows a fact. Both texts come from outside and are made safe to show here.
 */
void
act_fact_row_set_value (ActFactRow *self,
                        const char *value,
                        const char *id)
{
  g_autofree char *safe_value = NULL;
  g_autofree char *safe_id = NULL;

  g_return_if_fail (ACT_IS_FACT_ROW (self));

  if (value != NULL && *value != '\0')
    safe_value = act_safe_text_line (value);
  if (id != NULL && *id != '\0')
    safe_id = act_safe_text_id (id);

  show_text (self->value, safe_value);
  show_text (self->id, safe_id);
  act_copy_button_set_text (ACT_COPY_BUTTON (self->copy), safe_id != NULL ? id : NULL);
  gtk_widget_set_visible (self->copy, safe_id != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), safe_value != NULL || safe_id != NULL);

  if (safe_value != NULL || safe_id != NULL)
    name_for_assistive_technology (self, safe_value, safe_id);
}

/**
 * act_fact_row_set_openable:
 * @openable: whether there is a button that opens the thing
 */
void
act_fact_row_set_openable (ActFactRow *self,
                           gboolean    openable)
{
  g_return_if_fail (ACT_IS_FACT_ROW (self));

  gtk_widget_set_visible (self->open, openable);
}
