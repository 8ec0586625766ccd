/* How wide a review is, and what fits in it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-font-scale.h"
#include "act-tooltip.h"

#include <glib/gi18n.h>

/* Widths of the review, in logical pixels, for the usual font. */
#define WIDTH_FOR_DETAILS   860
#define WIDTH_FOR_ONE_LINE  1180
#define WIDTH_FOR_NAME      560
#define WIDTH_FOR_CHIPS     500
#define WIDTH_FOR_TITLE     480
#define LEAST_WIDTH_OF_LIST 480
#define LEAST_WIDTH         360

static void
put_details (ActReview *self,
             AdwBin    *bin)
{
  AdwBin *other = bin == self->wide_bin ? self->narrow_bin : self->wide_bin;

  if (adw_bin_get_child (bin) == self->details_pane)
    return;

  adw_bin_set_child (other, NULL);
  adw_bin_set_child (bin, self->details_pane);
}

static void
place_divider (ActReview *self)
{
  int wanted = g_settings_get_int (self->settings, "details-width");
  int position = MAX (self->width - wanted, LEAST_WIDTH_OF_LIST);

  gtk_paned_set_position (self->paned, position);
}

static gboolean
divider_cb (gpointer user_data)
{
  ActReview *self = user_data;

  self->divider_id = 0;
  if (self->wide)
    place_divider (self);

  return G_SOURCE_REMOVE;
}

/* A pane that comes back is laid out as if the window had grown since it was last there, which pushes
 * the divider to the edge. So it is placed once more after that layout. */
static void
place_divider_twice (ActReview *self)
{
  place_divider (self);
  if (self->divider_id == 0)
    self->divider_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, divider_cb, self, NULL);
}

/* How many buttons a window has beside ours is up to the desktop. Where they leave no room for a
 * title, the window must be able to be narrow all the same. */
static void
show_title (ActReview *self,
            double     width)
{
  GtkWidget *title = GTK_WIDGET (self->title);
  int        minimum = 0;

  gtk_widget_set_visible (title, TRUE);
  gtk_widget_measure (self->header_bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_set_visible (title, width >= WIDTH_FOR_TITLE || minimum <= LEAST_WIDTH);
}

static double
get_scaled_width (ActReview *self)
{
  return self->width / act_font_scale_get (GTK_WIDGET (self));
}

/* Where buttons leave no room beside them, what is said under the title has a line of its own. */
static void
place_subtitle (ActReview *self)
{
  const char *text = gtk_label_get_text (self->narrow_subtitle);
  gboolean    has_text = *text != '\0';
  gboolean    narrow = self->width > 0 && get_scaled_width (self) < WIDTH_FOR_TITLE;

  gtk_widget_set_visible (GTK_WIDGET (self->narrow_subtitle), narrow && has_text);
  adw_window_title_set_subtitle (self->title, narrow ? "" : text);
  act_tooltip_set (GTK_WIDGET (self->title), has_text ? text : NULL);
}

/* Where the button has no room for the name, its colour alone would tell one organisation from another. */
void
act_review_place_name (ActReview *self)
{
  g_autofree char *name = act_review_dup_name (self);
  gboolean         narrow = self->width > 0 && get_scaled_width (self) < WIDTH_FOR_NAME;

  gtk_label_set_text (self->narrow_name, name != NULL ? name : "");
  act_tooltip_set (GTK_WIDGET (self->narrow_name), name);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_name), narrow && name != NULL);
}

static void
lay_out (ActReview *self)
{
  double   width = get_scaled_width (self);
  gboolean wide = width >= WIDTH_FOR_DETAILS;
  gboolean one_line = width >= WIDTH_FOR_ONE_LINE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filter_box),
                                  one_line ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  act_destination_filter_set_narrow (self->destination_filter, width < WIDTH_FOR_CHIPS);
  act_date_filter_set_narrow (self->date_filter, width < WIDTH_FOR_CHIPS);
  adw_window_title_set_title (self->title, width >= WIDTH_FOR_TITLE ? _ ("Integration Events") : _ ("Events"));
  act_banner_set_narrow (self->banner, width < WIDTH_FOR_NAME);
  act_connection_button_set_narrow (self->connection_button, width < WIDTH_FOR_NAME);
  act_review_place_name (self);
  place_subtitle (self);
  show_title (self, width);

  if (self->laid_out && self->wide == wide)
    return;

  self->laid_out = TRUE;
  self->wide = wide;
  put_details (self, wide ? self->wide_bin : self->narrow_bin);
  act_details_pane_set_narrow (ACT_DETAILS_PANE (self->details_pane), !wide);
  act_review_update_status (self);
  if (wide)
    {
      adw_leaflet_set_visible_child (self->leaflet, self->list_page);
      place_divider_twice (self);
    }
  act_event_view_expect_size (self->event_view, wide ? gtk_paned_get_position (self->paned) : self->width,
                              gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
lay_out_cb (gpointer user_data)
{
  ActReview *self = user_data;

  self->layout_id = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

/* Widgets cannot come and go in the middle of a layout, so what the width asks for is done right
 * after it. */
void
act_review_note_width (ActReview *self,
                       int        width)
{
  if (self->width == width)
    return;

  self->width = width;
  if (self->layout_id == 0)
    self->layout_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, lay_out_cb, self, NULL);
}

void
act_review_set_subtitle (ActReview  *self,
                         const char *text)
{
  gtk_label_set_text (self->narrow_subtitle, text);
  place_subtitle (self);
}

/**
 * act_review_save_layout:
 * @self: a review
 *
 * Remembers how wide its details are, for the reviews that come after it.
 */
void
act_review_save_layout (ActReview *self)
{
  g_return_if_fail (ACT_IS_REVIEW (self));

  /* As place_divider () counts it: with the divider, or the pane would lose its width at each start. */
  if (self->wide && gtk_widget_get_mapped (GTK_WIDGET (self->wide_bin)))
    g_settings_set_int (self->settings, "details-width",
                        MAX (self->width - gtk_paned_get_position (self->paned), 240));
}
