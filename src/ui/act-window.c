/* The main window
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-window.h"

#include "act-menu-focus.h"
#include "act-window-private.h"

#include <glib/gi18n.h>

/* How often times in words are made anew: "as of 14:32" gets a day after midnight. */
#define SECONDS_BETWEEN_CLOCK_TICKS 60

G_DEFINE_FINAL_TYPE (ActWindow, act_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_SORT = 1,
  PROP_SORT_DESCENDING,
  PROP_GROUP_BY_CAUSE,
} ActWindowProperty;

static GParamSpec *props[PROP_GROUP_BY_CAUSE + 1];

static void
set_sort (ActWindow  *self,
          const char *sort)
{
  if (g_strcmp0 (self->sort, sort) == 0)
    return;

  g_free (self->sort);
  self->sort = g_strdup (sort);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SORT]);
}

static void
set_sort_descending (ActWindow *self,
                     gboolean   descending)
{
  if (self->sort_descending == descending)
    return;

  self->sort_descending = descending;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SORT_DESCENDING]);
  act_window_update_query (self);
}

static gboolean
clock_cb (gpointer user_data)
{
  act_window_follow_day (user_data);
  act_window_update_status (user_data);
  return G_SOURCE_CONTINUE;
}

static void
ticks_changed_cb (ActTicks  *ticks,
                  ActWindow *self)
{
  /* A range, or all rows, may hold actioned ones, which cannot be ticked. */
  if (gtk_switch_get_active (self->include_switch))
    act_window_retain_ticks (self);

  act_window_update_ticks (self);
  act_window_update_actions (self);
}

static void
selected_id_cb (ActEventView *view,
                GParamSpec   *pspec,
                ActWindow    *self)
{
  ActDetailsPane *pane = ACT_DETAILS_PANE (self->details_pane);
  gint64          before = act_details_pane_get_row_id (pane);

  /* A page is about the event that it was opened from. When that leaves the list, which a page may
   * bring about itself, the selection goes on to another event, but the user stays on the page. */
  if (act_event_list_find (act_event_view_get_list (view), before, NULL))
    act_details_pane_drop_pages (pane);

  act_details_pane_set_row_id (pane, act_event_view_get_selected_id (view));
  if (act_event_view_get_selected_id (view) == 0 && !act_window_has_page (self))
    act_window_show_list (self);

  act_window_update_actions (self);
}

static void
pages_changed_cb (ActDetailsPane *pane,
                  ActWindow      *self)
{
  g_autofree char *title = act_details_pane_dup_page_title (pane);

  adw_window_title_set_title (self->details_title, title != NULL ? title : _ ("Event"));

  /* The way back from a page is to the event, and not to the list. */
  adw_leaflet_set_can_navigate_back (self->leaflet, title == NULL);

  /* But where list and page stand side by side, whoever came from a row goes on there. */
  if (title == NULL && self->wide && self->run_from_list &&
      gtk_widget_get_focus_child (self->details_pane) != NULL)
    act_event_view_select (self->event_view, act_event_view_get_selected_id (self->event_view), TRUE);
}

static gboolean
back_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  ActWindow *self = ACT_WINDOW (widget);

  return act_details_pane_go_back (ACT_DETAILS_PANE (self->details_pane)) || act_window_close_cause (self);
}

static void
cause_opened_cb (ActWindow *self)
{
  act_window_open_selected_cause (self);
}

static void
cause_removed_cb (ActWindow *self)
{
  act_window_close_cause (self);
}

static void
cause_selected_cb (ActWindow *self)
{
  act_window_update_actions (self);
}

static void
row_clicked_cb (ActEventView *view,
                ActWindow    *self)
{
  act_window_show_details (self, FALSE);
}

static void
fill_menu_cb (ActEventView *view,
              GMenu        *menu,
              ActWindow    *self)
{
  act_window_fill_menu (self, menu);
}

static void
sort_requested_cb (ActEventView *view,
                   int           sort,
                   gboolean      descending,
                   ActWindow    *self)
{
  /* Between the two the list would be asked for an order that nobody chose. */
  self->choosing_sort = TRUE;
  g_settings_set_boolean (self->settings, "sort-descending", descending);
  g_settings_set_enum (self->settings, "sort-column", sort);
  self->choosing_sort = FALSE;
  act_window_update_query (self);
}

static void
filter_changed_cb (ActWindow *self)
{
  act_window_update_query (self);
  act_window_update_status (self);
}

static void
earlier_removed_cb (ActKindFilter *filter,
                    ActWindow     *self)
{
  act_window_show_earlier (self, NULL, ACT_TIME_UNKNOWN);
}

static void
banner_closed_cb (ActBanner *banner,
                  ActWindow *self)
{
  act_window_close_notice (self);
}

static gboolean
act_window_close_request (GtkWindow *window)
{
  ActWindow *self = ACT_WINDOW (window);

  act_window_save_size (self);
  if (self->session != NULL)
    act_session_end_undo_time (self->session);

  return GTK_WINDOW_CLASS (act_window_parent_class)->close_request (window);
}

static void
act_window_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  GTK_WIDGET_CLASS (act_window_parent_class)->size_allocate (widget, width, height, baseline);
  act_window_note_width (ACT_WINDOW (widget), width);
}

static void
act_window_dispose (GObject *object)
{
  ActWindow *self = ACT_WINDOW (object);

  g_clear_handle_id (&self->clock_id, g_source_remove);
  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_handle_id (&self->divider_id, g_source_remove);
  g_clear_handle_id (&self->waiting_id, g_source_remove);
  if (self->event_view != NULL)
    act_window_set_session (self, NULL);

  g_clear_object (&self->undo_toast);
  g_clear_object (&self->saved_searches);
  g_clear_object (&self->details_pane);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_WINDOW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (act_window_parent_class)->dispose (object);
}

static void
act_window_finalize (GObject *object)
{
  ActWindow *self = ACT_WINDOW (object);

  g_free (self->sort);
  g_free (self->earlier_id);

  G_OBJECT_CLASS (act_window_parent_class)->finalize (object);
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
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;

    case PROP_SORT_DESCENDING:
      g_value_set_boolean (value, self->sort_descending);
      break;

    case PROP_GROUP_BY_CAUSE:
      g_value_set_boolean (value, self->group_by_cause);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_window_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  ActWindow *self = ACT_WINDOW (object);

  switch ((ActWindowProperty) prop_id)
    {
    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;

    case PROP_SORT_DESCENDING:
      set_sort_descending (self, g_value_get_boolean (value));
      break;

    case PROP_GROUP_BY_CAUSE:
      act_window_set_group_by_cause (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "date",
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                              G_PARAM_STATIC_STRINGS);
  props[PROP_SORT_DESCENDING] = g_param_spec_boolean ("sort-descending", NULL, NULL, TRUE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                          G_PARAM_STATIC_STRINGS);
  props[PROP_GROUP_BY_CAUSE] = g_param_spec_boolean ("group-by-cause", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ActWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, cause_chip);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, cause_view);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, connection_button);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, date_filter);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, demo_bar);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, destination_filter);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, details_page);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, details_title);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, narrow_subtitle);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, upgrade_page);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, event_view);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, filter_box);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, include_switch);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, kind_filter);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, pending_button);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, list_page);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, list_stack);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, refresh_button);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, refresh_spinner);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, refresh_stack);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, saved_searches_section);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ActWindow, wide_bin);
}

static void
act_window_class_init (ActWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_window_dispose;
  object_class->finalize = act_window_finalize;
  object_class->get_property = act_window_get_property;
  object_class->set_property = act_window_set_property;
  widget_class->size_allocate = act_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = act_window_close_request;

  install_properties (object_class);

  g_type_ensure (ACT_TYPE_BANNER);
  g_type_ensure (ACT_TYPE_CAUSE_VIEW);
  g_type_ensure (ACT_TYPE_CONNECTION_BUTTON);
  g_type_ensure (ACT_TYPE_DATE_FILTER);
  g_type_ensure (ACT_TYPE_DESTINATION_FILTER);
  g_type_ensure (ACT_TYPE_EMPTY_PAGE);
  g_type_ensure (ACT_TYPE_UPGRADE_PAGE);
  g_type_ensure (ACT_TYPE_EVENT_VIEW);
  g_type_ensure (ACT_TYPE_FILTER_CHIP);
  g_type_ensure (ACT_TYPE_KIND_FILTER);
  g_type_ensure (ACT_TYPE_SEARCH_BAR);
  g_type_ensure (ACT_TYPE_PENDING_BUTTON);
  g_type_ensure (ACT_TYPE_SELECTION_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, banner_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cause_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, cause_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cause_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_id_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_requested_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "events.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "events.search",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, back_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, back_cb, NULL);
  act_window_bind_actions (widget_class);
  act_window_bind_search (widget_class);
}

static void
act_window_init (ActWindow *self)
{
  self->sort = g_strdup ("date");
  self->sort_descending = TRUE;
  self->earlier_before = ACT_TIME_UNKNOWN;
  self->details_pane = g_object_ref_sink (act_details_pane_new ());

  gtk_widget_init_template (GTK_WIDGET (self));
  act_cause_view_set_look (self->cause_view, act_event_view_get_look (self->event_view));
  act_details_pane_set_look (ACT_DETAILS_PANE (self->details_pane),
                             act_event_view_get_look (self->event_view));
  g_signal_connect_object (self->details_pane, "pages-changed", G_CALLBACK (pages_changed_cb), self,
                           0);
  act_menu_focus_watch (self->menu_button, GTK_WIDGET (self->event_view));
  act_window_watch_saved_searches (self);
  self->undo_toast = act_undo_toast_new (self->toast_overlay);
  g_signal_connect_object (act_event_view_get_ticks (self->event_view), "changed",
                           G_CALLBACK (ticks_changed_cb), self, 0);
  self->clock_id = g_timeout_add_seconds (SECONDS_BETWEEN_CLOCK_TICKS, clock_cb, self);
}

static void
bind_settings (ActWindow *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const char *const keys[] = { "show-account-column", "show-integration-column" };
  guint             i = 0;

  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (group), action);
    }

  gtk_widget_insert_action_group (GTK_WIDGET (self), "settings", G_ACTION_GROUP (group));
  g_settings_bind (self->settings, "show-account-column", self->event_view, "show-account",
                   G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "show-integration-column", self->event_view, "show-integration",
                   G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "include-actioned", self->include_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "causes-newest-first", self->cause_view, "newest-first",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "group-by-cause", self, "group-by-cause",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "sort-column", self, "sort", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "sort-descending", self, "sort-descending",
                   G_SETTINGS_BIND_DEFAULT);

  /* The setting follows the property, and the list is asked for what the setting says. */
  g_signal_connect_object (self->settings, "changed::sort-column",
                           G_CALLBACK (act_window_update_query), self, G_CONNECT_SWAPPED);
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
  bind_settings (self);
  act_window_follow_zone (self);
  act_window_restore_size (self);

  return GTK_WIDGET (self);
}

/**
 * act_window_set_demo:
 * @self: a window
 * @is_demo: whether the session is the demo's
 *
 * Says for as long as the window lives that nothing leaves this computer, or does not.
 */
void
act_window_set_demo (ActWindow *self,
                     gboolean   is_demo)
{
  g_return_if_fail (ACT_IS_WINDOW (self));

  gtk_widget_set_visible (self->demo_bar, is_demo);
}
