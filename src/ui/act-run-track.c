/* Marks in a row, with a line from one to the next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-track.h"

#define LINE_WIDTH 2
#define LINE_GAP   3
#define LINE_ALPHA 0.3f

struct _ActRunTrack
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (ActRunTrack, act_run_track, GTK_TYPE_BOX)

static gboolean
get_icon_bounds (ActRunTrack     *self,
                 GtkWidget       *mark,
                 graphene_rect_t *bounds)
{
  return gtk_widget_compute_bounds (act_run_mark_get_icon (ACT_RUN_MARK (mark)),
                                    GTK_WIDGET (self),
                                    bounds);
}

/* In whatever direction the marks are laid out, the line goes from the left one to the right one. */
static void
draw_line (GtkSnapshot           *snapshot,
           const GdkRGBA         *color,
           const graphene_rect_t *a,
           const graphene_rect_t *b)
{
  const graphene_rect_t *left = a->origin.x < b->origin.x ? a : b;
  const graphene_rect_t *right = left == a ? b : a;
  float                  start = left->origin.x + left->size.width + LINE_GAP;
  float                  end = right->origin.x - LINE_GAP;
  float                  middle = left->origin.y + left->size.height / 2;

  if (end <= start)
    return;

  gtk_snapshot_append_color (snapshot,
                             color,
                             &GRAPHENE_RECT_INIT (start, middle - LINE_WIDTH / 2.0f, end - start,
                                                  LINE_WIDTH));
}

static void
act_run_track_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  ActRunTrack *self = ACT_RUN_TRACK (widget);
  GtkWidget   *before = NULL;
  GdkRGBA      color = { 0 };

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= LINE_ALPHA;

  for (GtkWidget *mark = gtk_widget_get_first_child (widget); mark != NULL;
       mark = gtk_widget_get_next_sibling (mark))
    {
      graphene_rect_t a;
      graphene_rect_t b;

      if (before != NULL && get_icon_bounds (self, before, &a) && get_icon_bounds (self, mark, &b))
        draw_line (snapshot, &color, &a, &b);
      before = mark;
    }

  GTK_WIDGET_CLASS (act_run_track_parent_class)->snapshot (widget, snapshot);
}

static gboolean
act_run_track_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  ActRunMark *current = act_run_track_get_current (ACT_RUN_TRACK (widget));
  gboolean    by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (by_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  if (by_tab && current != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (current));

  return GTK_WIDGET_CLASS (act_run_track_parent_class)->focus (widget, direction);
}

static void
act_run_track_class_init (ActRunTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = act_run_track_snapshot;
  widget_class->focus = act_run_track_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
act_run_track_init (ActRunTrack *self)
{
}

/**
 * act_run_track_new:
 *
 * Returns: (transfer floating): a track without marks
 */
GtkWidget *
act_run_track_new (void)
{
  return g_object_new (ACT_TYPE_RUN_TRACK, NULL);
}

/**
 * act_run_track_clear:
 *
 * Takes all marks away.
 */
void
act_run_track_clear (ActRunTrack *self)
{
  GtkWidget *mark = NULL;

  g_return_if_fail (ACT_IS_RUN_TRACK (self));

  while ((mark = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), mark);
}

/**
 * act_run_track_get_current:
 *
 * Returns: (transfer none) (nullable): the mark of the run that the rest of the page is about, else
 *   the newest one
 */
ActRunMark *
act_run_track_get_current (ActRunTrack *self)
{
  GtkWidget *last = NULL;

  g_return_val_if_fail (ACT_IS_RUN_TRACK (self), NULL);

  last = gtk_widget_get_last_child (GTK_WIDGET (self));
  for (GtkWidget *mark = last; mark != NULL; mark = gtk_widget_get_prev_sibling (mark))
    {
      if (act_run_mark_is_current (ACT_RUN_MARK (mark)))
        return ACT_RUN_MARK (mark);
    }

  return last != NULL ? ACT_RUN_MARK (last) : NULL;
}
