/* The main window
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-window.h"

#define LEAST_WIDTH  360
#define LEAST_HEIGHT 294

struct _ActWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings; /* (owned) */

  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (ActWindow, act_window, ADW_TYPE_APPLICATION_WINDOW)

static void
restore_size (ActWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));

  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_size (ActWindow *self)
{
  int width = 0;
  int height = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", MAX (width, LEAST_WIDTH));
      g_settings_set_int (self->settings, "window-height", MAX (height, LEAST_HEIGHT));
    }
}

static gboolean
act_window_close_request (GtkWindow *window)
{
  ActWindow *self = ACT_WINDOW (window);

  save_size (self);
  act_review_save_layout (act_window_get_review (self));

  return GTK_WINDOW_CLASS (act_window_parent_class)->close_request (window);
}

static void
act_window_dispose (GObject *object)
{
  ActWindow *self = ACT_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_WINDOW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (act_window_parent_class)->dispose (object);
}

static void
act_window_class_init (ActWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = act_window_close_request;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ActWindow, stack);
}

static void
act_window_init (ActWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_window_new:
 * @application: the application
 * @settings: its settings
 *
 * Creates a window that shows nothing yet.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
act_window_new (GtkApplication *application,
                GSettings      *settings)
{
  ActWindow *self = g_object_new (ACT_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  gtk_stack_add_child (self->stack, act_review_new (settings));
  restore_size (self);

  return GTK_WIDGET (self);
}

/**
 * act_window_get_review:
 * @self: a window
 *
 * Returns: (transfer none): the review that is shown
 */
ActReview *
act_window_get_review (ActWindow *self)
{
  g_return_val_if_fail (ACT_IS_WINDOW (self), NULL);

  return ACT_REVIEW (gtk_stack_get_visible_child (self->stack));
}
