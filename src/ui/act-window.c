/* The main window
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-window.h"

#include "act-menu-focus.h"
#include "act-welcome-page.h"

#define LEAST_WIDTH  360
#define LEAST_HEIGHT 294

struct _ActWindow
{
  AdwApplicationWindow parent_instance;

  GSettings          *settings;    /* (owned) */
  ActConnections     *connections; /* (owned) (nullable) */
  ActConnectionEntry *entry;       /* (owned) (nullable): the one that is shown */
  GPtrArray          *reviews;     /* (element-type ActReview): the stack owns them */
  gboolean            is_demo;

  GtkStack       *stack;
  GtkMenuButton  *menu_button;
  ActWelcomePage *welcome_page;
};

typedef enum
{
  PROP_ENTRY = 1,
} ActWindowProperty;

static GParamSpec *props[PROP_ENTRY + 1];

static guint review_added_signal;

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

static void
set_entry (ActWindow          *self,
           ActConnectionEntry *entry)
{
  if (g_set_object (&self->entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENTRY]);
}

static ActReview *
add_review (ActWindow          *self,
            ActConnectionEntry *entry)
{
  ActReview *review = ACT_REVIEW (act_review_new (self->settings));

  gtk_stack_add_child (self->stack, GTK_WIDGET (review));
  g_ptr_array_add (self->reviews, review);
  act_review_set_demo (review, self->is_demo);
  act_review_set_entry (review, self->connections, entry, !self->is_demo);
  g_signal_emit (self, review_added_signal, 0, review);

  return review;
}

static gboolean
is_listed (ActWindow          *self,
           ActConnectionEntry *entry)
{
  GListModel *model = G_LIST_MODEL (self->connections);
  guint       n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ActConnectionEntry) other = g_list_model_get_item (model, i);

      if (other == entry)
        return TRUE;
    }

  return FALSE;
}

static void
show_welcome (ActWindow *self)
{
  set_entry (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "welcome");
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->welcome_page));
}

/* Shows the connection at this place, or the last one, or how to get one. */
static void
show_any (ActWindow *self,
          guint      position)
{
  GListModel *model = G_LIST_MODEL (self->connections);
  guint       n = g_list_model_get_n_items (model);
  g_autoptr (ActConnectionEntry) entry = NULL;

  if (n > 0)
    entry = g_list_model_get_item (model, MIN (position, n - 1));

  if (entry != NULL)
    act_window_show_entry (self, entry);
  else
    show_welcome (self);
}

static void
remove_reviews (ActWindow *self,
                gboolean   all)
{
  for (guint i = self->reviews->len; i > 0; i--)
    {
      ActReview *review = g_ptr_array_index (self->reviews, i - 1);

      if (!all && is_listed (self, act_review_get_entry (review)))
        continue;

      g_ptr_array_remove_index (self->reviews, i - 1);
      gtk_stack_remove (self->stack, GTK_WIDGET (review));
    }
}

static void
items_changed_cb (ActWindow *self,
                  guint      position)
{
  if (self->entry != NULL && !is_listed (self, self->entry))
    show_any (self, position);

  remove_reviews (self, FALSE);
}

static gboolean
choose_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  ActWindow *self = ACT_WINDOW (widget);
  guint      position = g_variant_get_uint32 (args);
  g_autoptr (ActConnectionEntry) entry = NULL;

  if (self->connections != NULL)
    entry = g_list_model_get_item (G_LIST_MODEL (self->connections), position);

  if (entry != NULL)
    act_window_show_entry (self, entry);

  return entry != NULL;
}

/* Without a connection, the keyboard begins at the first way to get one. */
static void
act_window_map (GtkWidget *widget)
{
  ActWindow *self = ACT_WINDOW (widget);

  GTK_WIDGET_CLASS (act_window_parent_class)->map (widget);
  if (self->entry == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->welcome_page));
}

static gboolean
act_window_close_request (GtkWindow *window)
{
  ActWindow *self = ACT_WINDOW (window);
  ActReview *review = self->entry != NULL ? act_window_find_review (self, self->entry) : NULL;

  save_size (self);
  if (review != NULL)
    act_review_save_layout (review);

  return GTK_WINDOW_CLASS (act_window_parent_class)->close_request (window);
}

static void
act_window_dispose (GObject *object)
{
  ActWindow *self = ACT_WINDOW (object);

  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);

  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_WINDOW);
  g_clear_object (&self->connections);
  g_clear_object (&self->entry);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (act_window_parent_class)->dispose (object);
}

static void
act_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  ActWindow *self = ACT_WINDOW (object);

  switch ((ActWindowProperty) prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < 9; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, choose_cb, "u", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_1 + i, GDK_ALT_MASK, choose_cb, "u", i);
    }
}

static void
act_window_class_init (ActWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_window_dispose;
  object_class->get_property = act_window_get_property;
  widget_class->map = act_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = act_window_close_request;

  props[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, ACT_TYPE_CONNECTION_ENTRY,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                               G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  review_added_signal = g_signal_new ("review-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, ACT_TYPE_REVIEW);

  g_type_ensure (ACT_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ActWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, welcome_page);
  add_bindings (widget_class);
}

static void
act_window_init (ActWindow *self)
{
  self->reviews = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  act_menu_focus_watch (self->menu_button, GTK_WIDGET (self->welcome_page));
}

/**
 * act_window_new:
 * @application: the application
 * @settings: its settings
 *
 * Creates a window without connections.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
act_window_new (GtkApplication *application,
                GSettings      *settings)
{
  ActWindow *self = g_object_new (ACT_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  restore_size (self);

  return GTK_WIDGET (self);
}

/**
 * act_window_set_connections:
 * @self: a window
 * @connections: the connections to choose from
 * @is_demo: whether they are the demo's
 *
 * Shows other connections than before: none of them at first.
 */
void
act_window_set_connections (ActWindow      *self,
                            ActConnections *connections,
                            gboolean        is_demo)
{
  g_return_if_fail (ACT_IS_WINDOW (self));
  g_return_if_fail (ACT_IS_CONNECTIONS (connections));

  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);

  show_welcome (self);
  remove_reviews (self, TRUE);
  g_set_object (&self->connections, connections);
  self->is_demo = is_demo;
  g_signal_connect_object (connections, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * act_window_set_welcome:
 * @self: a window
 * @problem: (nullable): why the connection that was asked for cannot be had, plain text
 * @can_start_demo: whether there is a demo
 *
 * Says what is shown while there is no connection.
 */
void
act_window_set_welcome (ActWindow  *self,
                        const char *problem,
                        gboolean    can_start_demo)
{
  g_return_if_fail (ACT_IS_WINDOW (self));

  act_welcome_page_set_problem (self->welcome_page, problem);
  act_welcome_page_set_can_start_demo (self->welcome_page, can_start_demo);
}

/**
 * act_window_show_entry:
 * @self: a window
 * @entry: one of its connections
 *
 * Shows a connection as it was left, or for the first time.
 */
void
act_window_show_entry (ActWindow          *self,
                       ActConnectionEntry *entry)
{
  ActReview *review = NULL;

  g_return_if_fail (ACT_IS_WINDOW (self));
  g_return_if_fail (ACT_IS_CONNECTION_ENTRY (entry));

  if (self->entry == entry)
    return;

  review = act_window_find_review (self, entry);
  if (review == NULL)
    review = add_review (self, entry);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (review));
  set_entry (self, entry);

  /* A window that is not on the screen yet finds the focus itself, when there is something to give it to. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    act_review_focus (review);
}

/**
 * act_window_get_entry:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the connection that is shown
 */
ActConnectionEntry *
act_window_get_entry (ActWindow *self)
{
  g_return_val_if_fail (ACT_IS_WINDOW (self), NULL);

  return self->entry;
}

/**
 * act_window_find_review:
 * @self: a window
 * @entry: a connection
 *
 * Returns: (transfer none) (nullable): its review, if it was looked at
 */
ActReview *
act_window_find_review (ActWindow          *self,
                        ActConnectionEntry *entry)
{
  g_return_val_if_fail (ACT_IS_WINDOW (self), NULL);

  for (guint i = 0; i < self->reviews->len; i++)
    {
      ActReview *review = g_ptr_array_index (self->reviews, i);

      if (act_review_get_entry (review) == entry)
        return review;
    }

  return NULL;
}
