/* A list that Tab enters and leaves in one step
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-tab-stop.h"

struct _ActTabStop
{
  GtkWidget parent_instance;

  GtkWidget *child; /* (unowned) (nullable): parented here */
};

G_DEFINE_FINAL_TYPE (ActTabStop, act_tab_stop, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CHILD = 1,
} ActTabStopProperty;

static GParamSpec *props[PROP_CHILD + 1];

static void
set_child (ActTabStop *self,
           GtkWidget  *child)
{
  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

static gboolean
act_tab_stop_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  ActTabStop *self = ACT_TAB_STOP (widget);
  GtkRoot    *root = gtk_widget_get_root (widget);
  GtkWidget  *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean    by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (by_tab && focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;

  return self->child != NULL && gtk_widget_child_focus (self->child, direction);
}

static void
act_tab_stop_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((ActTabStopProperty) prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, ACT_TAB_STOP (object)->child);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_tab_stop_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch ((ActTabStopProperty) prop_id)
    {
    case PROP_CHILD:
      set_child (ACT_TAB_STOP (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_tab_stop_dispose (GObject *object)
{
  ActTabStop *self = ACT_TAB_STOP (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (act_tab_stop_parent_class)->dispose (object);
}

static void
act_tab_stop_class_init (ActTabStopClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = act_tab_stop_get_property;
  object_class->set_property = act_tab_stop_set_property;
  object_class->dispose = act_tab_stop_dispose;
  widget_class->focus = act_tab_stop_focus;

  props[PROP_CHILD] = g_param_spec_object (
      "child", NULL, NULL, GTK_TYPE_WIDGET,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
act_tab_stop_init (ActTabStop *self)
{
}
