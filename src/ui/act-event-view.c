/* The list of events: columns, selection, ticks and keyboard
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-view.h"

#include "act-accessible.h"
#include "act-event-view-private.h"
#include "act-list-inside.h"

#include <glib/gi18n.h>

/* Rows are higher, so that a few more than fit are asked for first. */
#define LEAST_ROW_HEIGHT 28

G_DEFINE_FINAL_TYPE (ActEventView, act_event_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SELECTED_ID = 1,
  PROP_SHOW_INTEGRATION,
  PROP_SHOW_ACCOUNT,
} ActEventViewProperty;

static GParamSpec *props[PROP_SHOW_ACCOUNT + 1];

static void
update_new_button (ActEventView *self)
{
  guint n_new = act_scroll_anchor_get_n_new (self->anchor);

  if (n_new > 0)
    {
      g_autofree char *label = NULL;

      label = g_strdup_printf (ngettext ("%u New Event", "%u New Events", n_new), n_new);
      gtk_button_set_label (self->new_button, label);
    }

  /* What is hidden must not take the clicks on the rows below. */
  gtk_revealer_set_reveal_child (self->new_revealer, n_new > 0);
  gtk_widget_set_can_target (GTK_WIDGET (self->new_revealer), n_new > 0);
}

static void
update_check_all (ActEventView *self,
                  gboolean      all)
{
  gsize    n_ticked = act_ticks_get_size (self->ticks);
  gboolean updating = self->updating_check_all;

  self->updating_check_all = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check_all), n_ticked > 0 && all);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->check_all), n_ticked > 0 && !all);
  self->updating_check_all = updating;
}

/* Ticks or clears the rows from the one that was ticked last to this one. */
static void
tick_range (ActEventView *self,
            gint64        row_id,
            gboolean      ticked)
{
  gsize         n_ids = 0;
  const gint64 *ids = act_event_list_get_row_ids (self->list, &n_ids);
  guint         from = 0;
  guint         to = 0;

  if (!act_event_list_find (self->list, row_id, &to))
    return;

  if (!act_event_list_find (self->list, self->last_ticked_id, &from))
    from = to;

  act_ticks_set_many (self->ticks, ids + MIN (from, to), MAX (from, to) - MIN (from, to) + 1, ticked);
}

static gboolean
fold_cb (gpointer user_data)
{
  ActEventView *self = user_data;

  self->fold_id = 0;
  act_event_view_fold_columns (self);
  return G_SOURCE_REMOVE;
}

static void
tick_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  gint64   row_id = 0;
  gboolean ticked = FALSE;
  gboolean extend = FALSE;

  g_variant_get (parameter, "(xbb)", &row_id, &ticked, &extend);
  act_event_view_tick (ACT_EVENT_VIEW (widget), row_id, ticked, extend);
}

static void
check_all_toggled_cb (GtkCheckButton *button,
                      ActEventView   *self)
{
  if (self->updating_check_all)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self),
                              gtk_check_button_get_active (button) ? "events.tick-all" : "events.clear-ticks",
                              NULL);
}

static void
ticks_changed_cb (ActTicks     *ticks,
                  ActEventView *self)
{
  gsize n_ids = 0;

  if (self->list != NULL)
    act_event_list_get_row_ids (self->list, &n_ids);

  update_check_all (self, act_ticks_get_size (ticks) >= n_ids);
}

static void
notify_n_new_cb (ActScrollAnchor *anchor,
                 GParamSpec      *pspec,
                 ActEventView    *self)
{
  update_new_button (self);
}

static void
notify_complete_cb (ActEventList *list,
                    GParamSpec   *pspec,
                    ActEventView *self)
{
  if (self->tick_when_complete && act_event_list_get_complete (list))
    act_event_view_tick_all (self);
}

/* The check box over the titles stays with its column when the list is scrolled sideways. */
static void
hadjustment_changed_cb (GtkAdjustment *adjustment,
                        ActEventView  *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->check_all), gtk_adjustment_get_value (adjustment) < 1);
}

static void
act_event_view_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gtk_widget_measure (ACT_EVENT_VIEW (widget)->overlay, orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
act_event_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  ActEventView *self = ACT_EVENT_VIEW (widget);

  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  self->height = height;
  gtk_popover_present (GTK_POPOVER (self->menu_popover));

  /* Columns cannot come and go in the middle of a layout. */
  if (self->width != width)
    {
      self->width = width;
      if (self->fold_id == 0)
        self->fold_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, fold_cb, self, NULL);
    }
}

/* While the list fills, the keyboard stays at its first row, unless it has been used already. A row that
 * is not laid out yet loses it again. */
static void
followed_cb (ActScrollAnchor *anchor,
             ActEventView    *self)
{
  gsize         n_ids = 0;
  const gint64 *ids = act_event_list_get_row_ids (self->list, &n_ids);
  gint64        focused_id = act_event_view_get_focused_id (self, NULL);

  if (n_ids > 0 && focused_id != 0 && focused_id != ids[0] && self->selected_id == 0)
    act_event_view_focus_row (self, ids[0]);
  else if (n_ids > 0 && focused_id == ids[0] && self->selected_id != 0 && self->focus_id == self->selected_id &&
           focused_id != self->selected_id)
    act_event_view_focus_row (self, self->selected_id);
}

/* Gives the keyboard to the selected row, or to the first one. */
static gboolean
act_event_view_grab_focus (GtkWidget *widget)
{
  ActEventView *self = ACT_EVENT_VIEW (widget);
  gsize         n_ids = 0;
  const gint64 *ids = NULL;
  gint64        row_id = 0;

  if (self->list == NULL)
    return FALSE;

  ids = act_event_list_get_row_ids (self->list, &n_ids);
  if (n_ids == 0)
    return FALSE;

  row_id = self->selected_id != 0 ? self->selected_id : ids[0];
  if (!act_list_inside_focus (self->column_view, row_id))
    act_event_view_focus_row (self, row_id);

  return TRUE;
}

static void
act_event_view_dispose (GObject *object)
{
  ActEventView *self = ACT_EVENT_VIEW (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  if (self->anchor != NULL)
    act_event_view_set_source (self, NULL);

  g_clear_object (&self->anchor);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_EVENT_VIEW);
  g_clear_object (&self->ticks);
  g_clear_object (&self->look);

  G_OBJECT_CLASS (act_event_view_parent_class)->dispose (object);
}

static void
act_event_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ActEventView *self = ACT_EVENT_VIEW (object);

  switch ((ActEventViewProperty) prop_id)
    {
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, self->selected_id);
      break;

    case PROP_SHOW_INTEGRATION:
      g_value_set_boolean (value, self->show_integration);
      break;

    case PROP_SHOW_ACCOUNT:
      g_value_set_boolean (value, self->show_account);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_event_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ActEventView *self = ACT_EVENT_VIEW (object);

  switch ((ActEventViewProperty) prop_id)
    {
    case PROP_SHOW_INTEGRATION:
      self->show_integration = g_value_get_boolean (value);
      act_event_view_fold_columns (self);
      break;

    case PROP_SHOW_ACCOUNT:
      self->show_account = g_value_get_boolean (value);
      act_event_view_fold_columns (self);
      break;

    case PROP_SELECTED_ID:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_SELECTED_ID] = g_param_spec_int64 ("selected-id", NULL, NULL,
                                                G_MININT64, G_MAXINT64, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOW_INTEGRATION] = g_param_spec_boolean ("show-integration", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOW_ACCOUNT] = g_param_spec_boolean ("show-account", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
install_signals (GType type)
{
  g_signal_new ("sort-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_INT, G_TYPE_BOOLEAN);
  g_signal_new ("row-clicked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("fill-menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_MENU);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ActEventView, account_column);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, check_all);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, check_column);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, column_view);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, date_column);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, follow_up_column);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, integration_column);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, menu_popover);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, message_column);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, name_column);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, new_button);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, new_revealer);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, overlay);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, ActEventView, status_column);
}

static void
act_event_view_class_init (ActEventViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_event_view_dispose;
  object_class->get_property = act_event_view_get_property;
  object_class->set_property = act_event_view_set_property;
  widget_class->focus = act_event_view_move_focus;
  widget_class->grab_focus = act_event_view_grab_focus;
  widget_class->measure = act_event_view_measure;
  widget_class->size_allocate = act_event_view_size_allocate;

  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (ACT_TYPE_CHECK_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-event-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, check_all_toggled_cb);
  gtk_widget_class_install_action (widget_class, "event-view.tick", "(xbb)", tick_action_cb);
  act_event_view_bind_columns (widget_class);
  act_event_view_bind_keys (widget_class);
}

static void
act_event_view_init (ActEventView *self)
{
  self->ticks = act_ticks_new ();
  self->look = act_row_look_new ();
  g_signal_connect_object (self->ticks, "changed", G_CALLBACK (ticks_changed_cb), self, 0);

  gtk_widget_init_template (GTK_WIDGET (self));
  act_accessible_name_widget (GTK_WIDGET (self->check_all), _ ("Select All"));
  act_event_view_init_columns (self);
  act_event_view_init_keys (self);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled_window),
                           "value-changed", G_CALLBACK (hadjustment_changed_cb), self, 0);

  self->anchor = act_scroll_anchor_new (self->column_view);
  g_signal_connect_object (self->anchor, "followed", G_CALLBACK (followed_cb), self, 0);
  g_signal_connect_object (self->anchor, "notify::n-new", G_CALLBACK (notify_n_new_cb), self, 0);
}

void
act_event_view_tick (ActEventView *self,
                     gint64        row_id,
                     gboolean      ticked,
                     gboolean      extend)
{
  if (extend)
    tick_range (self, row_id, ticked);
  else
    act_ticks_set (self->ticks, row_id, ticked);

  self->last_ticked_id = row_id;
}

/**
 * act_event_view_new:
 *
 * Creates an empty view.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
act_event_view_new (void)
{
  return g_object_new (ACT_TYPE_EVENT_VIEW, NULL);
}

/**
 * act_event_view_set_source:
 * @self: a view
 * @source: (nullable): where the rows come from
 *
 * Shows another source's rows. The ticks are cleared.
 */
void
act_event_view_set_source (ActEventView *self,
                           ActRowSource *source)
{
  g_return_if_fail (ACT_IS_EVENT_VIEW (self));

  gtk_column_view_set_model (self->column_view, NULL);
  act_scroll_anchor_set_list (self->anchor, NULL);
  act_event_view_unwatch_selection (self);
  g_clear_object (&self->list);
  act_ticks_clear (self->ticks);
  self->last_ticked_id = 0;

  if (source == NULL)
    return;

  self->list = act_event_list_new (source);
  g_signal_connect_object (self->list, "notify::complete",
                           G_CALLBACK (notify_complete_cb), self, 0);
  act_event_view_watch_selection (self);
  act_scroll_anchor_set_list (self->anchor, self->list);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * act_event_view_expect_size:
 * @self: a view
 * @width: how wide it will be
 * @height: how high it will be at most
 *
 * Tells a view that was not laid out yet what its size is likely to be. A page of a stack gets its size
 * when it is shown, which is when its rows are there, and no cell should be made that has no room.
 */
void
act_event_view_expect_size (ActEventView *self,
                            int           width,
                            int           height)
{
  g_return_if_fail (ACT_IS_EVENT_VIEW (self));

  if (self->width > 0)
    return;

  self->width = width;
  self->height = height;
  act_event_view_fold_columns (self);
}

/**
 * act_event_view_set_query:
 * @self: a view with a source
 * @query: what to show
 *
 * Shows something else, from its top or from the selected row. The ticks stay.
 */
void
act_event_view_set_query (ActEventView   *self,
                          const ActQuery *query)
{
  const ActQuery *current = NULL;

  g_return_if_fail (ACT_IS_EVENT_VIEW (self));
  g_return_if_fail (self->list != NULL);

  current = act_event_list_get_query (self->list);
  if (current != NULL && act_query_equal (current, query))
    return;

  self->query_changed = TRUE;
  self->tick_when_complete = FALSE;
  self->include_actioned = query->include_actioned;
  act_row_look_set_search (self->look, query->search);
  act_event_list_set_first (self->list, self->height > 0 ? (guint) (self->height / LEAST_ROW_HEIGHT) + 1 : 0);
  act_event_list_set_query (self->list, query);
  act_scroll_anchor_start_over (self->anchor, self->wanted_id != 0 ? self->wanted_id : self->selected_id);
  act_event_view_show_sort (self);
  act_event_view_fold_columns (self);
}

/**
 * act_event_view_get_list:
 * @self: a view
 *
 * Gets the list that is shown.
 *
 * Returns: (transfer none) (nullable): the list
 */
ActEventList *
act_event_view_get_list (ActEventView *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_VIEW (self), NULL);

  return self->list;
}

/**
 * act_event_view_get_ticks:
 * @self: a view
 *
 * Gets the set of ticked rows.
 *
 * Returns: (transfer none): the ticks
 */
ActTicks *
act_event_view_get_ticks (ActEventView *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_VIEW (self), NULL);

  return self->ticks;
}

/**
 * act_event_view_get_look:
 * @self: a view
 *
 * Gets how the cells show things, for others that show the same events.
 *
 * Returns: (transfer none): the look
 */
ActRowLook *
act_event_view_get_look (ActEventView *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_VIEW (self), NULL);

  return self->look;
}

/**
 * act_event_view_tick_all:
 * @self: a view
 *
 * Ticks all rows of this moment; what comes later is not among them.
 */
void
act_event_view_tick_all (ActEventView *self)
{
  gsize         n_ids = 0;
  const gint64 *ids = NULL;

  g_return_if_fail (ACT_IS_EVENT_VIEW (self));

  if (self->list == NULL)
    return;

  /* Right after a change of the query, only its first rows are there. */
  self->tick_when_complete = !act_event_list_get_complete (self->list);
  if (self->tick_when_complete)
    return;

  ids = act_event_list_get_row_ids (self->list, &n_ids);
  act_ticks_set_all (self->ticks, ids, n_ids);
}

/**
 * act_event_view_set_all_ticked:
 * @self: a view
 * @all_ticked: whether all that can be ticked is ticked
 *
 * Corrects the check box above the list, which cannot know how many rows can be ticked.
 */
void
act_event_view_set_all_ticked (ActEventView *self,
                               gboolean      all_ticked)
{
  g_return_if_fail (ACT_IS_EVENT_VIEW (self));

  update_check_all (self, all_ticked);
}

/**
 * act_event_view_set_follow_top:
 * @self: a view
 * @follow_top: whether new rows push the others down
 *
 * Says whether the list is being filled for the first time.
 */
void
act_event_view_set_follow_top (ActEventView *self,
                               gboolean      follow_top)
{
  g_return_if_fail (ACT_IS_EVENT_VIEW (self));

  act_scroll_anchor_set_follow_top (self->anchor, follow_top);
}

/**
 * act_event_view_show_new:
 * @self: a view
 *
 * Jumps to the top, where the new rows are.
 */
void
act_event_view_show_new (ActEventView *self)
{
  gsize         n_ids = 0;
  const gint64 *ids = NULL;

  g_return_if_fail (ACT_IS_EVENT_VIEW (self));

  if (self->list == NULL)
    return;

  act_scroll_anchor_jump_to_top (self->anchor);

  /* The button that was pressed goes away, and the keyboard is to go on from here. */
  ids = act_event_list_get_row_ids (self->list, &n_ids);
  if (n_ids > 0)
    act_event_view_focus_row (self, ids[0]);
}
