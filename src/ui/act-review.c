/* All that is shown of one connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review.h"

#include "act-menu-focus.h"
#include "act-review-private.h"

#include <glib/gi18n.h>

/* How often times in words are made anew: "as of 14:32" gets a day after midnight. */
#define SECONDS_BETWEEN_CLOCK_TICKS 60

G_DEFINE_FINAL_TYPE (ActReview, act_review, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SORT = 1,
  PROP_SORT_DESCENDING,
  PROP_GROUP_BY_CAUSE,
} ActReviewProperty;

static GParamSpec *props[PROP_GROUP_BY_CAUSE + 1];

static void
set_sort (ActReview  *self,
          const char *sort)
{
  if (g_strcmp0 (self->sort, sort) == 0)
    return;

  g_free (self->sort);
  self->sort = g_strdup (sort);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SORT]);
  act_review_update_query (self);
}

static void
set_sort_descending (ActReview *self,
                     gboolean   descending)
{
  if (self->sort_descending == descending)
    return;

  self->sort_descending = descending;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SORT_DESCENDING]);
  act_review_update_query (self);
}

static gboolean
clock_cb (gpointer user_data)
{
  act_review_follow_day (user_data);
  act_review_update_status (user_data);
  return G_SOURCE_CONTINUE;
}

static void
ticks_changed_cb (ActTicks  *ticks,
                  ActReview *self)
{
  /* A range, or all rows, may hold actioned ones, which cannot be ticked. */
  if (gtk_switch_get_active (self->include_switch))
    act_review_retain_ticks (self);

  act_review_update_ticks (self);
  act_review_update_actions (self);
}

static void
selected_id_cb (ActEventView *view,
                GParamSpec   *pspec,
                ActReview    *self)
{
  ActDetailsPane *pane = ACT_DETAILS_PANE (self->details_pane);
  gint64          before = act_details_pane_get_row_id (pane);

  /* A page is about the event that it was opened from. When that leaves the list, which a page may
   * bring about itself, the selection goes on to another event, but the user stays on the page. */
  if (act_event_list_find (act_event_view_get_list (view), before, NULL))
    act_details_pane_drop_pages (pane);

  act_details_pane_set_row_id (pane, act_event_view_get_selected_id (view));
  if (act_event_view_get_selected_id (view) == 0 && !act_review_has_page (self))
    act_review_show_list (self);

  act_review_update_actions (self);
}

static void
pages_changed_cb (ActDetailsPane *pane,
                  ActReview      *self)
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
  ActReview *self = ACT_REVIEW (widget);

  return act_details_pane_go_back (ACT_DETAILS_PANE (self->details_pane)) || act_review_close_cause (self);
}

static void
cause_opened_cb (ActReview *self)
{
  act_review_open_selected_cause (self);
}

static void
cause_removed_cb (ActReview *self)
{
  act_review_close_cause (self);
}

static void
cause_selected_cb (ActReview *self)
{
  act_review_update_actions (self);
}

static void
row_clicked_cb (ActEventView *view,
                ActReview    *self)
{
  act_review_show_details (self, FALSE);
}

static void
fill_menu_cb (ActEventView *view,
              GMenu        *menu,
              ActReview    *self)
{
  act_review_fill_menu (self, menu);
}

static void
sort_requested_cb (ActEventView *view,
                   int           sort,
                   gboolean      descending,
                   ActReview    *self)
{
  act_review_sort_by (self, (ActSortColumn) sort, descending);
}

static void
filter_changed_cb (ActReview *self)
{
  act_review_update_query (self);
  act_review_update_status (self);
}

static void
earlier_removed_cb (ActKindFilter *filter,
                    ActReview     *self)
{
  act_review_show_earlier (self, NULL, ACT_TIME_UNKNOWN);
}

static void
banner_closed_cb (ActBanner *banner,
                  ActReview *self)
{
  act_review_close_notice (self);
}

static void
act_review_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  gtk_widget_measure (ACT_REVIEW (widget)->content, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
act_review_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  ActReview *self = ACT_REVIEW (widget);

  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  act_review_note_width (self, width);
}

static void
act_review_dispose (GObject *object)
{
  ActReview *self = ACT_REVIEW (object);

  g_clear_handle_id (&self->clock_id, g_source_remove);
  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_handle_id (&self->divider_id, g_source_remove);
  g_clear_handle_id (&self->waiting_id, g_source_remove);
  act_review_forget_entry (self);
  if (self->event_view != NULL)
    act_review_set_session (self, NULL);

  g_clear_object (&self->undo_toast);
  g_clear_object (&self->saved_searches);
  g_clear_object (&self->details_pane);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_REVIEW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (act_review_parent_class)->dispose (object);
}

static void
act_review_finalize (GObject *object)
{
  ActReview *self = ACT_REVIEW (object);

  g_free (self->sort);
  g_free (self->earlier_id);
  g_free (self->linked_id);

  G_OBJECT_CLASS (act_review_parent_class)->finalize (object);
}

static void
act_review_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  ActReview *self = ACT_REVIEW (object);

  switch ((ActReviewProperty) prop_id)
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
act_review_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  ActReview *self = ACT_REVIEW (object);

  switch ((ActReviewProperty) prop_id)
    {
    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;

    case PROP_SORT_DESCENDING:
      set_sort_descending (self, g_value_get_boolean (value));
      break;

    case PROP_GROUP_BY_CAUSE:
      act_review_set_group_by_cause (self, g_value_get_boolean (value));
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
  gtk_widget_class_bind_template_child (widget_class, ActReview, banner);
  gtk_widget_class_bind_template_child (widget_class, ActReview, cause_chip);
  gtk_widget_class_bind_template_child (widget_class, ActReview, cause_view);
  gtk_widget_class_bind_template_child (widget_class, ActReview, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ActReview, connection_button);
  gtk_widget_class_bind_template_child (widget_class, ActReview, content);
  gtk_widget_class_bind_template_child (widget_class, ActReview, date_filter);
  gtk_widget_class_bind_template_child (widget_class, ActReview, demo_bar);
  gtk_widget_class_bind_template_child (widget_class, ActReview, destination_filter);
  gtk_widget_class_bind_template_child (widget_class, ActReview, details_page);
  gtk_widget_class_bind_template_child (widget_class, ActReview, details_title);
  gtk_widget_class_bind_template_child (widget_class, ActReview, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ActReview, narrow_name);
  gtk_widget_class_bind_template_child (widget_class, ActReview, narrow_subtitle);
  gtk_widget_class_bind_template_child (widget_class, ActReview, upgrade_page);
  gtk_widget_class_bind_template_child (widget_class, ActReview, event_view);
  gtk_widget_class_bind_template_child (widget_class, ActReview, filter_box);
  gtk_widget_class_bind_template_child (widget_class, ActReview, header_bar);
  gtk_widget_class_bind_template_child (widget_class, ActReview, include_switch);
  gtk_widget_class_bind_template_child (widget_class, ActReview, kind_filter);
  gtk_widget_class_bind_template_child (widget_class, ActReview, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ActReview, pending_button);
  gtk_widget_class_bind_template_child (widget_class, ActReview, leaflet);
  gtk_widget_class_bind_template_child (widget_class, ActReview, list_page);
  gtk_widget_class_bind_template_child (widget_class, ActReview, list_stack);
  gtk_widget_class_bind_template_child (widget_class, ActReview, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, ActReview, paned);
  gtk_widget_class_bind_template_child (widget_class, ActReview, refresh_button);
  gtk_widget_class_bind_template_child (widget_class, ActReview, refresh_spinner);
  gtk_widget_class_bind_template_child (widget_class, ActReview, refresh_stack);
  gtk_widget_class_bind_template_child (widget_class, ActReview, saved_searches_section);
  gtk_widget_class_bind_template_child (widget_class, ActReview, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ActReview, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, ActReview, title);
  gtk_widget_class_bind_template_child (widget_class, ActReview, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ActReview, wide_bin);
}

static void
act_review_class_init (ActReviewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_review_dispose;
  object_class->finalize = act_review_finalize;
  object_class->get_property = act_review_get_property;
  object_class->set_property = act_review_set_property;
  widget_class->measure = act_review_measure;
  widget_class->size_allocate = act_review_size_allocate;

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
      widget_class, "/io/github/actioned/Actioned/ui/act-review.ui");
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
  act_review_bind_actions (widget_class);
  act_review_bind_search (widget_class);
}

/* A key works wherever in the window the focus is, and where it is nowhere, for the review that is on the
 * screen. */
static void
add_way_back (ActReview *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (
      gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_keyval_trigger_new (GDK_KEY_Left, GDK_ALT_MASK));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (trigger, gtk_callback_action_new (back_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
act_review_init (ActReview *self)
{
  self->sort = g_strdup ("date");
  self->sort_descending = TRUE;
  self->earlier_before = ACT_TIME_UNKNOWN;
  self->details_pane = g_object_ref_sink (act_details_pane_new ());

  gtk_widget_init_template (GTK_WIDGET (self));
  add_way_back (self);
  act_cause_view_set_look (self->cause_view, act_event_view_get_look (self->event_view));
  act_details_pane_set_look (ACT_DETAILS_PANE (self->details_pane),
                             act_event_view_get_look (self->event_view));
  g_signal_connect_object (self->details_pane, "pages-changed", G_CALLBACK (pages_changed_cb), self,
                           0);
  act_menu_focus_watch (self->menu_button, GTK_WIDGET (self->event_view));
  act_review_watch_saved_searches (self);
  self->undo_toast = act_undo_toast_new (self->toast_overlay);
  g_signal_connect_object (act_event_view_get_ticks (self->event_view), "changed",
                           G_CALLBACK (ticks_changed_cb), self, 0);
  self->clock_id = g_timeout_add_seconds (SECONDS_BETWEEN_CLOCK_TICKS, clock_cb, self);
}

/* What a review begins with is what was chosen last, in whichever; from then on it has its own. */
static void
bind_own (ActReview  *self,
          const char *key,
          gpointer    object,
          const char *property)
{
  g_settings_bind (self->settings, key, object, property,
                   G_SETTINGS_BIND_GET | G_SETTINGS_BIND_SET | G_SETTINGS_BIND_GET_NO_CHANGES);
}

static void
bind_settings (ActReview *self)
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
  bind_own (self, "include-actioned", self->include_switch, "active");
  bind_own (self, "causes-newest-first", self->cause_view, "newest-first");
  bind_own (self, "group-by-cause", self, "group-by-cause");
  bind_own (self, "sort-column", self, "sort");
  bind_own (self, "sort-descending", self, "sort-descending");
}

/* The window that it is in: what its dialogs belong to. */
GtkWindow *
act_review_get_window (ActReview *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* What has the keyboard focus in that window, if anything has. */
GtkWidget *
act_review_get_focus (ActReview *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/**
 * act_review_new:
 * @settings: the settings of the application
 *
 * Creates a review that shows nothing yet.
 *
 * Returns: (transfer floating): the review
 */
GtkWidget *
act_review_new (GSettings *settings)
{
  ActReview *self = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ACT_TYPE_REVIEW, NULL);
  self->settings = g_object_ref (settings);
  bind_settings (self);
  act_review_follow_zone (self);

  return GTK_WIDGET (self);
}

/**
 * act_review_focus:
 * @self: a review that has just come on the screen
 *
 * Gives it the keyboard, in the list if nothing has to move for that.
 */
void
act_review_focus (ActReview *self)
{
  GtkWidget *page = NULL;

  g_return_if_fail (ACT_IS_REVIEW (self));

  page = gtk_stack_get_visible_child (self->list_stack);
  if (page == GTK_WIDGET (self->event_view) ? act_event_view_focus_seen (self->event_view)
                                            : gtk_widget_grab_focus (page))
    return;

  gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

/**
 * act_review_set_demo:
 * @self: a review
 * @is_demo: whether the session is the demo's
 *
 * Says for as long as the review lives that nothing leaves this computer, or does not.
 */
void
act_review_set_demo (ActReview *self,
                     gboolean   is_demo)
{
  g_return_if_fail (ACT_IS_REVIEW (self));

  gtk_widget_set_visible (self->demo_bar, is_demo);
}
