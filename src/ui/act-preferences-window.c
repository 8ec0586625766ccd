/* What a person can set
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-preferences-window.h"

struct _ActPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  GtkWidget *confirm_mark;
  GtkWidget *undo_seconds;
  GtkWidget *keep_logs;
  GtkWidget *retention;
  GtkWidget *time_zone;
};

G_DEFINE_FINAL_TYPE (ActPreferencesWindow, act_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows that a list drops down. */
static const char *const confirm_nicks[] = { "always", "several", "never", NULL };
static const char *const retention_nicks[] = {
  "for-ever",
  "2-years",
  "1-year",
  "6-months",
  "3-months",
  NULL,
};
static const char *const zone_nicks[] = { "local", "utc", NULL };

static gboolean
get_position (GValue   *value,
              GVariant *variant,
              gpointer  user_data)
{
  const char *const *nicks = user_data;
  const char        *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      if (g_str_equal (nick, nicks[i]))
        {
          g_value_set_uint (value, i);
          return TRUE;
        }
    }

  return FALSE;
}

static GVariant *
get_nick (const GValue       *value,
          const GVariantType *type,
          gpointer            user_data)
{
  const char *const *nicks = user_data;
  guint              position = g_value_get_uint (value);

  if (position >= g_strv_length ((char **) nicks))
    return NULL;

  return g_variant_new_string (nicks[position]);
}

/* A row with a list of what the key can be. */
static void
bind_choice (GSettings         *settings,
             const char        *key,
             GtkWidget         *row,
             const char *const *nicks)
{
  g_settings_bind_with_mapping (settings, key,
                                row, "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                get_position,
                                get_nick,
                                (gpointer) nicks,
                                NULL);
}

static void
bind_settings (ActPreferencesWindow *self,
               GSettings            *settings)
{
  bind_choice (settings, "confirm-mark", self->confirm_mark, confirm_nicks);
  bind_choice (settings, "retention", self->retention, retention_nicks);
  bind_choice (settings, "time-zone", self->time_zone, zone_nicks);
  g_settings_bind (settings, "undo-seconds",
                   self->undo_seconds, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "keep-logs",
                   self->keep_logs, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
act_preferences_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (act_preferences_window_parent_class)->dispose (object);
}

static void
act_preferences_window_class_init (ActPreferencesWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ActPreferencesWindow, confirm_mark);
  gtk_widget_class_bind_template_child (widget_class, ActPreferencesWindow, undo_seconds);
  gtk_widget_class_bind_template_child (widget_class, ActPreferencesWindow, keep_logs);
  gtk_widget_class_bind_template_child (widget_class, ActPreferencesWindow, retention);
  gtk_widget_class_bind_template_child (widget_class, ActPreferencesWindow, time_zone);
}

static void
act_preferences_window_init (ActPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_preferences_window_new:
 * @parent: (nullable): the window that it belongs to
 * @settings: the application's settings
 *
 * Returns: (transfer floating): a window that shows and changes @settings
 */
GtkWidget *
act_preferences_window_new (GtkWindow *parent,
                            GSettings *settings)
{
  ActPreferencesWindow *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ACT_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
  bind_settings (self, settings);

  return GTK_WIDGET (self);
}
