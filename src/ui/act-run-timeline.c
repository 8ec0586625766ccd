/* The history of an entity's runs, drawn and in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-timeline.h"

#include "act-run-text.h"
#include "act-run-track.h"
#include "act-time.h"

#include <glib/gi18n.h>

/* Nobody looks through more marks one by one; older runs are counted, and opened from these. */
#define MAX_MARKS 60

struct _ActRunTimeline
{
  GtkWidget parent_instance;

  guint scroll_idle; /* a source id */

  GtkWidget         *box;
  GtkWidget         *counts;
  GtkScrolledWindow *scroller;
  ActRunTrack       *track;
  GtkWidget         *left_out;
};

G_DEFINE_FINAL_TYPE (ActRunTimeline, act_run_timeline, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN_RUN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
compare_time (gconstpointer a,
              gconstpointer b)
{
  gint64 time_a = act_integration_run_get_time (*(const ActIntegrationRun *const *) a);
  gint64 time_b = act_integration_run_get_time (*(const ActIntegrationRun *const *) b);

  return (time_a > time_b) - (time_a < time_b);
}

static gpointer
copy_run (gconstpointer run,
          gpointer      data)
{
  return act_integration_run_copy (run);
}

/* The oldest first, whatever the order in which the server has them. */
static GPtrArray *
sort (GPtrArray *runs)
{
  GPtrArray *sorted = g_ptr_array_copy (runs, copy_run, NULL);

  g_ptr_array_set_free_func (sorted, (GDestroyNotify) act_integration_run_free);
  g_ptr_array_sort (sorted, compare_time);

  return sorted;
}

static gboolean
scroll_idle_cb (gpointer user_data)
{
  ActRunTimeline *self = user_data;
  ActRunMark     *current = act_run_track_get_current (self->track);
  graphene_rect_t bounds;

  self->scroll_idle = 0;
  if (current != NULL &&
      gtk_widget_compute_bounds (GTK_WIDGET (current), GTK_WIDGET (self->track), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (self->scroller),
                               bounds.origin.x,
                               bounds.origin.x + bounds.size.width);

  return G_SOURCE_REMOVE;
}

/* Where the marks are is known only after this layout. */
static void
layout_changed_cb (ActRunTimeline *self)
{
  if (self->scroll_idle == 0)
    self->scroll_idle = g_idle_add (scroll_idle_cb, self);
}

static void
mark_clicked_cb (ActRunTimeline *self,
                 ActRunMark     *mark)
{
  if (!act_run_mark_is_current (mark))
    g_signal_emit (self, signals[SIGNAL_OPEN_RUN], 0, act_run_mark_get_run_id (mark));
}

static void
add_mark (ActRunTimeline          *self,
          const ActIntegrationRun *run,
          const char              *current_id)
{
  GtkWidget *mark = act_run_mark_new (run, g_strcmp0 (run->id, current_id) == 0);

  g_signal_connect_object (mark, "clicked", G_CALLBACK (mark_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->track), mark);
}

static void
show_left_out (ActRunTimeline *self,
               guint           n_runs)
{
  g_autofree char *text = NULL;

  if (n_runs > MAX_MARKS)
    text = g_strdup_printf (_ ("Only the newest %u runs are drawn."), MAX_MARKS);

  gtk_label_set_text (GTK_LABEL (self->left_out), text != NULL ? text : "");
  gtk_widget_set_visible (self->left_out, text != NULL);
}

/* A scrolled window keeps the wheel to itself even where it has nothing to scroll, and the page around
 * it would stand still as soon as the history came under the pointer. */
static void
leave_wheel_to_page (ActRunTimeline *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->scroller));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller),
                                               GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL |
                                                   GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
    }
}

/* With Shift a wheel scrolls sideways, as everywhere. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           ActRunTimeline           *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  if ((state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    dy *= gtk_adjustment_get_step_increment (adjustment);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy);

  return GDK_EVENT_STOP;
}

static void
act_run_timeline_dispose (GObject *object)
{
  ActRunTimeline *self = ACT_RUN_TIMELINE (object);

  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_RUN_TIMELINE);

  G_OBJECT_CLASS (act_run_timeline_parent_class)->dispose (object);
}

static void
act_run_timeline_class_init (ActRunTimelineClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_run_timeline_dispose;

  signals[SIGNAL_OPEN_RUN] = g_signal_new ("open-run", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ACT_TYPE_RUN_TRACK);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-run-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRunTimeline, box);
  gtk_widget_class_bind_template_child (widget_class, ActRunTimeline, counts);
  gtk_widget_class_bind_template_child (widget_class, ActRunTimeline, scroller);
  gtk_widget_class_bind_template_child (widget_class, ActRunTimeline, track);
  gtk_widget_class_bind_template_child (widget_class, ActRunTimeline, left_out);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
}

static void
act_run_timeline_init (ActRunTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  leave_wheel_to_page (self);

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "changed",
                           G_CALLBACK (layout_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * act_run_timeline_new:
 *
 * Returns: (transfer floating): a history without runs
 */
GtkWidget *
act_run_timeline_new (void)
{
  return g_object_new (ACT_TYPE_RUN_TIMELINE, NULL);
}

/**
 * act_run_timeline_set_runs:
 * @runs: (element-type ActIntegrationRun): runs of one entity, in any order
 * @is_known_only: whether the server could not be asked, and may have more
 * @current_id: (nullable): the id of the run that the rest of the page is about
 */
void
act_run_timeline_set_runs (ActRunTimeline *self,
                           GPtrArray      *runs,
                           gboolean        is_known_only,
                           const char     *current_id)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *history = NULL;

  g_return_if_fail (ACT_IS_RUN_TIMELINE (self));
  g_return_if_fail (runs != NULL);

  sorted = sort (runs);
  counts = act_run_text_counts (sorted, is_known_only);
  gtk_label_set_text (GTK_LABEL (self->counts), counts);
  show_left_out (self, sorted->len);
  if (sorted->len > MAX_MARKS)
    g_ptr_array_remove_range (sorted, 0, sorted->len - MAX_MARKS);

  act_run_track_clear (self->track);
  for (guint i = 0; i < sorted->len; i++)
    add_mark (self, g_ptr_array_index (sorted, i), current_id);

  history = act_run_text_history (sorted, is_known_only, act_time_now ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->track),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  history,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), sorted->len > 0);
}
