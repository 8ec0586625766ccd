/* Keeps the row that is being read where it is while rows come and go
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-scroll-anchor.h"

#include "act-list-inside.h"

/* GTK keeps the rows on the screen in place when rows come above them, but not when the whole list
 * is replaced. A list has the size of its new rows only after the next layout, so what is to be done
 * then waits for two frames: the first one's callbacks run before its layout. */
#define FRAMES_TO_WAIT 2

struct _ActScrollAnchor
{
  GObject parent_instance;

  GtkColumnView *view;       /* (unowned): it owns us through its parent */
  GtkAdjustment *adjustment; /* (owned) */
  ActEventList  *list;       /* (owned) (nullable) */

  double row_height;
  gint64 row_id; /* of the row at the top */
  double offset; /* how much of it is above the top */
  guint  position;
  gint64 newest_seen;
  guint  n_new;

  guint    tick_id;
  guint    frames_left;
  gboolean restore;    /* the list was replaced: bring the row back */
  gboolean start_over; /* another query: begin at the top */
  gint64   start_at;   /* and there, if it is in the answer */
  gboolean follow_top;
  gboolean follow_ends; /* once the list has taken in what is on its way */
};

G_DEFINE_FINAL_TYPE (ActScrollAnchor, act_scroll_anchor, G_TYPE_OBJECT)

typedef enum
{
  PROP_N_NEW = 1,
} ActScrollAnchorProperty;

static GParamSpec *props[PROP_N_NEW + 1];

enum
{
  SIGNAL_FOLLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_newest_first (ActScrollAnchor *self)
{
  const ActQuery *query = act_event_list_get_query (self->list);

  return query != NULL && query->sort == ACT_SORT_DATE && query->descending;
}

static guint
count_new (ActScrollAnchor *self)
{
  gsize         n_ids = 0;
  const gint64 *ids = NULL;
  gsize         n_new = 0;

  if (self->list == NULL || self->newest_seen == 0 || !is_newest_first (self))
    return 0;

  ids = act_event_list_get_row_ids (self->list, &n_ids);
  while (n_new < n_ids && ids[n_new] > self->newest_seen)
    n_new++;

  return (guint) n_new;
}

static void
update_n_new (ActScrollAnchor *self)
{
  guint n_new = count_new (self);

  if (self->n_new == n_new)
    return;

  self->n_new = n_new;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_NEW]);
}

static void
remember (ActScrollAnchor *self)
{
  double        value = gtk_adjustment_get_value (self->adjustment);
  gsize         n_ids = 0;
  const gint64 *ids = NULL;

  if (self->list == NULL)
    return;

  ids = act_event_list_get_row_ids (self->list, &n_ids);
  if (n_ids == 0)
    return;

  self->row_height = gtk_adjustment_get_upper (self->adjustment) / n_ids;
  if (self->row_height <= 0)
    return;

  self->position = (guint) CLAMP (value / self->row_height, 0, n_ids - 1);
  self->offset = value - self->position * self->row_height;
  self->row_id = ids[self->position];

  if (value < self->row_height / 2)
    self->newest_seen = MAX (self->newest_seen, ids[0]);

  update_n_new (self);
}

/* Says where to scroll to so that the row at the top is where it was. */
static double
find_place (ActScrollAnchor *self)
{
  gsize n_ids = 0;
  guint position = 0;

  act_event_list_get_row_ids (self->list, &n_ids);
  if (n_ids == 0 || self->row_id == 0)
    return gtk_adjustment_get_value (self->adjustment);

  if (!act_event_list_find (self->list, self->row_id, &position))
    position = MIN (self->position, (guint) n_ids - 1);

  return position * gtk_adjustment_get_upper (self->adjustment) / n_ids + self->offset;
}

/* GTK keeps a row in the middle where it is, give or take some pixels when the height of the list has
 * changed before. More than that is a place that somebody wanted to go to. */
static gboolean
has_drifted (ActScrollAnchor *self)
{
  double drift = find_place (self) - gtk_adjustment_get_value (self->adjustment);

  return ABS (drift) < self->row_height / 2;
}

/* Begins at the top, or where the row is that the user had selected. */
static void
begin (ActScrollAnchor *self)
{
  gsize         n_ids = 0;
  const gint64 *ids = act_event_list_get_row_ids (self->list, &n_ids);
  guint         position = 0;
  gboolean      is_there = self->start_at != 0 && act_event_list_find (self->list, self->start_at, &position);

  self->newest_seen = n_ids > 0 ? ids[0] : 0;
  if (is_there)
    act_list_inside_scroll_to (self->view, position);
  else
    gtk_adjustment_set_value (self->adjustment, 0);

  if (self->follow_top || is_there)
    g_signal_emit (self, signals[SIGNAL_FOLLOWED], 0);
}

static void
settle (ActScrollAnchor *self)
{
  if (self->list == NULL)
    return;

  if (self->start_over || self->follow_top)
    {
      begin (self);
    }
  else if (self->restore || has_drifted (self))
    {
      gtk_adjustment_set_value (self->adjustment, find_place (self));
    }

  if (self->follow_ends && act_event_list_get_settled (self->list))
    {
      self->follow_top = FALSE;
      self->follow_ends = FALSE;
    }

  self->restore = FALSE;
  self->start_over = self->start_over && !act_event_list_get_complete (self->list);
  remember (self);
  update_n_new (self);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  ActScrollAnchor *self = user_data;

  if (self->frames_left > 0)
    {
      self->frames_left--;
      return G_SOURCE_CONTINUE;
    }

  self->tick_id = 0;
  settle (self);
  return G_SOURCE_REMOVE;
}

static void
settle_later (ActScrollAnchor *self)
{
  self->frames_left = FRAMES_TO_WAIT;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, NULL);
}

static void
value_changed_cb (GtkAdjustment   *adjustment,
                  ActScrollAnchor *self)
{
  if (self->tick_id == 0)
    remember (self);
}

/* GTK keeps the middle of the list where it is when the list gets lower or higher, such as when the
 * bar below it comes. What is read from the top down must not move for that. */
static void
page_size_changed_cb (GtkAdjustment   *adjustment,
                      GParamSpec      *pspec,
                      ActScrollAnchor *self)
{
  if (self->row_id == 0 || self->start_over || self->follow_top)
    return;

  self->restore = TRUE;
  settle_later (self);
}

static void
items_changed_cb (GListModel      *list,
                  guint            position,
                  guint            removed,
                  guint            added,
                  ActScrollAnchor *self)
{
  settle_later (self);
}

static void
notify_complete_cb (ActEventList    *list,
                    GParamSpec      *pspec,
                    ActScrollAnchor *self)
{
  settle_later (self);
}

static void
notify_settled_cb (ActEventList    *list,
                   GParamSpec      *pspec,
                   ActScrollAnchor *self)
{
  if (self->follow_ends)
    settle_later (self);
}

static void
replaced_cb (ActEventList    *list,
             ActScrollAnchor *self)
{
  self->restore = TRUE;
  settle_later (self);
}

static void
act_scroll_anchor_dispose (GObject *object)
{
  ActScrollAnchor *self = ACT_SCROLL_ANCHOR (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick_id);

  self->tick_id = 0;
  g_clear_object (&self->adjustment);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (act_scroll_anchor_parent_class)->dispose (object);
}

static void
act_scroll_anchor_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ActScrollAnchor *self = ACT_SCROLL_ANCHOR (object);

  switch ((ActScrollAnchorProperty) prop_id)
    {
    case PROP_N_NEW:
      g_value_set_uint (value, self->n_new);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_scroll_anchor_class_init (ActScrollAnchorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_scroll_anchor_dispose;
  object_class->get_property = act_scroll_anchor_get_property;

  props[PROP_N_NEW] = g_param_spec_uint ("n-new", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_FOLLOWED] = g_signal_new ("followed", ACT_TYPE_SCROLL_ANCHOR, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_scroll_anchor_init (ActScrollAnchor *self)
{
}

/**
 * act_scroll_anchor_new:
 * @view: the view, which must outlive the anchor
 *
 * Creates an anchor for a view that is in a scrolled window already.
 *
 * Returns: (transfer full): the anchor
 */
ActScrollAnchor *
act_scroll_anchor_new (GtkColumnView *view)
{
  ActScrollAnchor *self = g_object_new (ACT_TYPE_SCROLL_ANCHOR, NULL);

  self->view = view;
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  g_signal_connect_object (self->adjustment, "notify::page-size",
                           G_CALLBACK (page_size_changed_cb), self, 0);
  g_signal_connect_object (self->adjustment, "value-changed",
                           G_CALLBACK (value_changed_cb), self, 0);

  return self;
}

/**
 * act_scroll_anchor_set_list:
 * @self: an anchor
 * @list: (nullable): the list that the view shows
 *
 * Begins with another list.
 */
void
act_scroll_anchor_set_list (ActScrollAnchor *self,
                            ActEventList    *list)
{
  g_return_if_fail (ACT_IS_SCROLL_ANCHOR (self));

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);

  g_set_object (&self->list, list);
  self->row_id = 0;
  self->start_over = TRUE;

  if (list != NULL)
    {
      g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
      g_signal_connect_object (list, "notify::complete", G_CALLBACK (notify_complete_cb), self, 0);
      g_signal_connect_object (list, "notify::settled", G_CALLBACK (notify_settled_cb), self, 0);
      g_signal_connect_object (list, "replaced", G_CALLBACK (replaced_cb), self, 0);
    }

  update_n_new (self);
}

/**
 * act_scroll_anchor_get_n_new:
 * @self: an anchor
 *
 * Gets how many rows came above the newest one that was seen at the top.
 *
 * Returns: their number
 */
guint
act_scroll_anchor_get_n_new (ActScrollAnchor *self)
{
  g_return_val_if_fail (ACT_IS_SCROLL_ANCHOR (self), 0);

  return self->n_new;
}

/**
 * act_scroll_anchor_set_follow_top:
 * @self: an anchor
 * @follow_top: whether new rows push the others down
 *
 * While a list is filled for the first time, nobody reads it yet, and its newest rows are wanted. It
 * ends when the list shows all that has come.
 */
void
act_scroll_anchor_set_follow_top (ActScrollAnchor *self,
                                  gboolean         follow_top)
{
  g_return_if_fail (ACT_IS_SCROLL_ANCHOR (self));

  self->follow_ends = self->follow_top && !follow_top;
  self->follow_top = self->follow_top || follow_top;
  if (self->follow_ends)
    settle_later (self);
}

/**
 * act_scroll_anchor_start_over:
 * @self: an anchor
 * @row_id: a row to begin at, or 0
 *
 * Lets the next answer begin at @row_id if it is there, else at the top: the user asked for something
 * else.
 */
void
act_scroll_anchor_start_over (ActScrollAnchor *self,
                              gint64           row_id)
{
  g_return_if_fail (ACT_IS_SCROLL_ANCHOR (self));

  self->start_over = TRUE;
  self->start_at = row_id;
  settle_later (self);
}

/**
 * act_scroll_anchor_start_at:
 * @self: an anchor
 * @row_id: a row
 *
 * Lets an answer that is on its way begin at another row than was said. What is shown already stays.
 */
void
act_scroll_anchor_start_at (ActScrollAnchor *self,
                            gint64           row_id)
{
  g_return_if_fail (ACT_IS_SCROLL_ANCHOR (self));

  if (self->start_over || self->follow_top)
    self->start_at = row_id;
}

/**
 * act_scroll_anchor_jump_to_top:
 * @self: an anchor
 *
 * Shows the first row.
 */
void
act_scroll_anchor_jump_to_top (ActScrollAnchor *self)
{
  g_return_if_fail (ACT_IS_SCROLL_ANCHOR (self));

  act_list_inside_scroll_to (self->view, 0);
  gtk_adjustment_set_value (self->adjustment, 0);
  act_scroll_anchor_start_over (self, 0);
}
