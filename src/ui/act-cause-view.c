/* The list of causes: one row for all events of the same fault
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-view.h"

#include "act-cause-view-private.h"
#include "act-font-scale.h"
#include "act-tab-stop.h"

#include <glib/gi18n.h>

/* The width of the view, in logical pixels for the usual font, from which times stand beside names. */
#define WIDTH_FOR_TIMES 620

G_DEFINE_FINAL_TYPE (ActCauseView, act_cause_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_NEWEST_FIRST = 1,
} ActCauseViewProperty;

static GParamSpec *props[PROP_NEWEST_FIRST + 1];

enum
{
  SIGNAL_OPENED,
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_status (ActCauseView *self)
{
  guint            n_listed = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint            n_causes = act_cause_list_get_n_causes (self->list);
  g_autofree char *text = NULL;

  if (n_listed < n_causes)
    /* Translators: how many of all causes are listed */
    text = g_strdup_printf (ngettext ("The first %'u of %'u cause", "The first %'u of %'u causes", n_causes), n_listed, n_causes);
  else
    text = g_strdup_printf (ngettext ("%'u cause", "%'u causes", n_causes), n_causes);

  gtk_label_set_label (self->status, act_cause_list_get_loading (self->list) && n_causes == 0 ? "" : text);
}

static void
show_list (ActCauseView *self)
{
  const GError *error = act_cause_list_get_error (self->list);
  guint         n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  show_status (self);
  if (error != NULL)
    act_load_stack_show_error (self->load, error);
  else if (n_items == 0 && act_cause_list_get_loading (self->list))
    act_load_stack_show_loading (self->load);
  else
    act_load_stack_show_content (self->load);
}

static void
ask (ActCauseView *self)
{
  if (self->list != NULL && self->query != NULL)
    act_cause_list_set_query (self->list, self->query,
                              self->newest_first ? ACT_CAUSE_ORDER_LAST : ACT_CAUSE_ORDER_COUNT);
}

static void
set_newest_first (ActCauseView *self,
                  gboolean      newest_first)
{
  if (self->newest_first == newest_first)
    return;

  self->newest_first = newest_first;
  gtk_drop_down_set_selected (self->order_drop_down, newest_first ? 1 : 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEWEST_FIRST]);
  ask (self);
}

static void
order_selected_cb (ActCauseView *self)
{
  set_newest_first (self, gtk_drop_down_get_selected (self->order_drop_down) == 1);
}

static void
try_again_cb (ActCauseView *self)
{
  if (self->list != NULL)
    act_cause_list_reload (self->list);
}

static void
tick_requested_cb (ActCauseCell *cell,
                   gboolean      ticked,
                   ActCauseView *self)
{
  ActCauseItem *item = act_cause_cell_get_item (cell);

  if (self->list != NULL && self->writable)
    act_cause_list_tick (self->list, item, ticked);
  else
    act_cause_item_set_n_ticked (item, act_cause_item_get_n_ticked (item));
}

/* The toolkit takes a cell out of its item before it says that the item ends. */
static void
cell_destroyed_cb (ActCauseCell *cell,
                   ActCauseView *self)
{
  if (self->cells != NULL)
    g_ptr_array_remove_fast (self->cells, cell);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          ActCauseView             *self)
{
  GtkWidget *cell = act_cause_cell_new (self->look);

  act_cause_cell_set_narrow (ACT_CAUSE_CELL (cell), self->narrow);
  g_signal_connect_object (cell, "tick-requested", G_CALLBACK (tick_requested_cb), self, 0);
  g_signal_connect_object (cell, "destroy", G_CALLBACK (cell_destroyed_cb), self, 0);
  g_ptr_array_add (self->cells, cell);
  gtk_list_item_set_child (list_item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         ActCauseView             *self)
{
  act_cause_cell_set_item (ACT_CAUSE_CELL (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           ActCauseView             *self)
{
  act_cause_cell_set_item (ACT_CAUSE_CELL (gtk_list_item_get_child (list_item)), NULL);
}

static void
selection_changed_cb (ActCauseView *self)
{
  act_cause_view_update_actions (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static gboolean
has_focus (ActCauseView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view));
}

static void
before_items_changed_cb (ActCauseView *self)
{
  self->had_focus = has_focus (self);
  self->selected_position = gtk_single_selection_get_selected (self->selection);
}

/* A cause of which nothing is left makes room for the next one. */
static void
after_items_changed_cb (ActCauseView *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (n_items > 0 && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (
        self->selection, self->selected_position == GTK_INVALID_LIST_POSITION ? 0 : MIN (self->selected_position, n_items - 1));

  show_list (self);
  selection_changed_cb (self);
  if (n_items > 0 && self->active && (self->wants_focus || (self->had_focus && !has_focus (self))))
    act_cause_view_focus (self);
}

static gboolean
fold_cb (gpointer user_data)
{
  ActCauseView *self = user_data;
  gboolean      narrow = self->width / act_font_scale_get (GTK_WIDGET (self)) < WIDTH_FOR_TIMES;

  self->fold_id = 0;
  if (self->narrow == narrow)
    return G_SOURCE_REMOVE;

  self->narrow = narrow;
  for (guint i = 0; i < self->cells->len; i++)
    act_cause_cell_set_narrow (g_ptr_array_index (self->cells, i), narrow);

  return G_SOURCE_REMOVE;
}

static void
act_cause_view_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gtk_widget_measure (ACT_CAUSE_VIEW (widget)->box, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
act_cause_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  ActCauseView *self = ACT_CAUSE_VIEW (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->menu_popover));
  if (self->width == width)
    return;

  /* Rows cannot change in the middle of a layout. */
  self->width = width;
  if (self->fold_id == 0)
    self->fold_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, fold_cb, self, NULL);
}

static gboolean
act_cause_view_grab_focus (GtkWidget *widget)
{
  act_cause_view_focus (ACT_CAUSE_VIEW (widget));

  return TRUE;
}

static void
act_cause_view_dispose (GObject *object)
{
  ActCauseView *self = ACT_CAUSE_VIEW (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  if (self->list_view != NULL)
    act_cause_view_set_session (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CAUSE_VIEW);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_object (&self->look);

  G_OBJECT_CLASS (act_cause_view_parent_class)->dispose (object);
}

static void
act_cause_view_finalize (GObject *object)
{
  act_query_free (ACT_CAUSE_VIEW (object)->query);

  G_OBJECT_CLASS (act_cause_view_parent_class)->finalize (object);
}

static void
act_cause_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((ActCauseViewProperty) prop_id)
    {
    case PROP_NEWEST_FIRST:
      g_value_set_boolean (value, ACT_CAUSE_VIEW (object)->newest_first);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_cause_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((ActCauseViewProperty) prop_id)
    {
    case PROP_NEWEST_FIRST:
      set_newest_first (ACT_CAUSE_VIEW (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_signals (GType type)
{
  /**
   * ActCauseView::opened:
   * @self: the view
   *
   * The events of the selected cause are to be shown.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ActCauseView::selection-changed:
   * @self: the view
   *
   * Another cause is selected, or none.
   */
  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                    G_TYPE_NONE, 0);
}

static void
act_cause_view_class_init (ActCauseViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_cause_view_dispose;
  object_class->finalize = act_cause_view_finalize;
  object_class->get_property = act_cause_view_get_property;
  object_class->set_property = act_cause_view_set_property;
  widget_class->grab_focus = act_cause_view_grab_focus;
  widget_class->measure = act_cause_view_measure;
  widget_class->size_allocate = act_cause_view_size_allocate;

  props[PROP_NEWEST_FIRST] = g_param_spec_boolean ("newest-first", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  install_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (ACT_TYPE_LOAD_STACK);
  g_type_ensure (ACT_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-cause-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ActCauseView, box);
  gtk_widget_class_bind_template_child (widget_class, ActCauseView, list_view);
  gtk_widget_class_bind_template_child (widget_class, ActCauseView, load);
  gtk_widget_class_bind_template_child (widget_class, ActCauseView, menu_popover);
  gtk_widget_class_bind_template_child (widget_class, ActCauseView, order_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ActCauseView, status);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  act_cause_view_bind_keys (widget_class);
}

static void
act_cause_view_init (ActCauseView *self)
{
  self->cells = g_ptr_array_new ();
  self->look = act_row_look_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  act_cause_view_init_keys (self);
}

static void
forget_list (ActCauseView *self)
{
  gtk_list_view_set_model (self->list_view, NULL);
  if (self->focus_tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick_id);
  self->focus_tick_id = 0;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
}

/* The selection hears of changes between the two. */
static void
watch_list (ActCauseView *self)
{
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (before_items_changed_cb), self, G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (after_items_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
}

/**
 * act_cause_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing
 */
GtkWidget *
act_cause_view_new (void)
{
  return g_object_new (ACT_TYPE_CAUSE_VIEW, NULL);
}

/**
 * act_cause_view_set_session:
 * @self: a view
 * @session: (nullable): whose events to group
 * @ticks: (nullable): which events are ticked
 *
 * Shows another session's causes, or none.
 */
void
act_cause_view_set_session (ActCauseView *self,
                            ActSession   *session,
                            ActTicks     *ticks)
{
  g_return_if_fail (ACT_IS_CAUSE_VIEW (self));
  g_return_if_fail (session == NULL || ticks != NULL);

  forget_list (self);
  g_clear_pointer (&self->query, act_query_free);
  if (session == NULL)
    return;

  self->list = act_cause_list_new (session, ticks);
  watch_list (self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  act_cause_list_set_active (self->list, self->active);
  show_list (self);
}

/**
 * act_cause_view_set_look:
 * @self: a view without a session
 * @look: how rows are shown
 *
 * Shares with other views what is highlighted, and in which zone times are.
 */
void
act_cause_view_set_look (ActCauseView *self,
                         ActRowLook   *look)
{
  g_return_if_fail (ACT_IS_CAUSE_VIEW (self));
  g_return_if_fail (ACT_IS_ROW_LOOK (look));

  g_set_object (&self->look, look);
}

/**
 * act_cause_view_set_query:
 * @self: a view with a session
 * @query: what to group; copied
 *
 * Shows the causes of something else.
 */
void
act_cause_view_set_query (ActCauseView   *self,
                          const ActQuery *query)
{
  g_return_if_fail (ACT_IS_CAUSE_VIEW (self));
  g_return_if_fail (query != NULL);

  act_query_free (self->query);
  self->query = act_query_copy (query);
  ask (self);
}

/**
 * act_cause_view_set_active:
 * @self: a view
 * @active: whether it is looked at
 *
 * What is not looked at is not kept up to date.
 */
void
act_cause_view_set_active (ActCauseView *self,
                           gboolean      active)
{
  g_return_if_fail (ACT_IS_CAUSE_VIEW (self));

  self->active = active;
  if (self->list != NULL)
    act_cause_list_set_active (self->list, active);
}

/**
 * act_cause_view_set_writable:
 * @self: a view
 * @writable: whether events can be marked
 */
void
act_cause_view_set_writable (ActCauseView *self,
                             gboolean      writable)
{
  g_return_if_fail (ACT_IS_CAUSE_VIEW (self));

  self->writable = writable;
  act_cause_view_update_actions (self);
}

/**
 * act_cause_view_get_selected:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the selected cause
 */
const ActCause *
act_cause_view_get_selected (ActCauseView *self)
{
  ActCauseItem *item = NULL;

  g_return_val_if_fail (ACT_IS_CAUSE_VIEW (self), NULL);

  item = act_cause_view_get_item (self);

  return item != NULL ? act_cause_item_get_cause (item) : NULL;
}

/**
 * act_cause_view_dup_query:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): what finds the events of the selected cause, %NULL if none is
 *   selected
 */
ActQuery *
act_cause_view_dup_query (ActCauseView *self)
{
  ActCauseItem *item = NULL;

  g_return_val_if_fail (ACT_IS_CAUSE_VIEW (self), NULL);

  item = act_cause_view_get_item (self);

  return item != NULL ? act_cause_list_dup_query (self->list, item) : NULL;
}
