/* The columns of the list of events: cells, sorting, folding
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-view-private.h"

#include "act-check-cell.h"
#include "act-column-sort.h"
#include "act-date-cell.h"
#include "act-event-text.h"
#include "act-follow-up-cell.h"
#include "act-font-scale.h"
#include "act-name-cell.h"
#include "act-safe-text.h"
#include "act-status-cell.h"
#include "act-text-cell.h"

#include <glib/gi18n.h>

/* Widths of the list, in logical pixels for the usual font, below which columns give way to the
 * message. */
#define WIDTH_FOR_STATUS_WORD   800
#define WIDTH_FOR_FOLLOW_UP     720
#define WIDTH_FOR_OPTIONAL      620
#define WIDTH_FOR_NAME          540
#define WIDTH_FOR_ACTIONED_WORD 480
#define WIDTH_FOR_STATUS        440
#define WIDTH_FOR_YEAR          440

/* What other columns give up for the word among actioned events. */
#define ROOM_FOR_ACTIONED_WORD 90

#define WIDTH_OF_ICON              32
#define WIDTH_OF_NAME              212
#define WIDTH_OF_DATE              124
#define WIDTH_OF_DATE_WITHOUT_YEAR 112
#define WIDTH_OF_OPTIONAL          150
#define WIDTH_OF_STATUS            146
#define WIDTH_OF_FOLLOW_UP         184

typedef struct
{
  GtkColumnViewColumn *column;
  gboolean             shown;
} ColumnChoice;

static char *
get_message (const ActEventRecord *record)
{
  g_autofree char *message = act_event_text_message (record);

  return act_safe_text_line (message);
}

static char *
get_integration (const ActEventRecord *record)
{
  if (record->integration_name != NULL)
    return act_safe_text_line (record->integration_name);

  if (record->event->configuration_id != NULL)
    return act_safe_text_id (record->event->configuration_id);

  return NULL;
}

static char *
get_account (const ActEventRecord *record)
{
  if (record->account_name != NULL)
    return act_safe_text_line (record->account_name);

  if (record->event->account_id != NULL)
    return act_safe_text_id (record->event->account_id);

  return NULL;
}

static void
setup_check_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                ActEventView             *self)
{
  gtk_list_item_set_child (item, act_check_cell_new (self->ticks));
}

static void
setup_name_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               ActEventView             *self)
{
  gtk_list_item_set_child (item, act_name_cell_new (self->name_folded, self->look));
}

static void
setup_date_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               ActEventView             *self)
{
  GtkWidget *cell = g_object_new (ACT_TYPE_DATE_CELL, NULL);

  act_event_cell_set_look (ACT_EVENT_CELL (cell), self->look);
  gtk_list_item_set_child (item, cell);
}

static void
setup_message_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  ActEventView             *self)
{
  gtk_list_item_set_child (item, act_text_cell_new (get_message, self->look));
}

static void
setup_integration_cb (GtkSignalListItemFactory *factory,
                      GtkListItem              *item,
                      ActEventView             *self)
{
  gtk_list_item_set_child (item, act_text_cell_new (get_integration, self->look));
}

static void
setup_account_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  ActEventView             *self)
{
  gtk_list_item_set_child (item, act_text_cell_new (get_account, self->look));
}

static void
setup_status_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 ActEventView             *self)
{
  gtk_list_item_set_child (item, act_status_cell_new (self->status_folded));
}

static void
setup_follow_up_cb (GtkSignalListItemFactory *factory,
                    GtkListItem              *item,
                    ActEventView             *self)
{
  gtk_list_item_set_child (item, g_object_new (ACT_TYPE_FOLLOW_UP_CELL, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         ActEventView             *self)
{
  act_event_cell_set_row (ACT_EVENT_CELL (gtk_list_item_get_child (item)),
                          gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           ActEventView             *self)
{
  act_event_cell_set_row (ACT_EVENT_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
sorter_changed_cb (GtkSorter      *sorter,
                   GtkSorterChange change,
                   ActEventView   *self)
{
  ActSortColumn sort = ACT_SORT_DATE;
  gboolean      descending = TRUE;

  if (self->sorting || !act_column_sort_read (self->column_view, &sort, &descending))
    return;

  g_signal_emit_by_name (self, "sort-requested", (int) sort, descending);
}

static void
font_changed_cb (ActEventView *self)
{
  act_event_view_fold_columns (self);
}

static GtkColumnViewColumn *
find_column (ActEventView *self,
             ActSortColumn sort)
{
  switch (sort)
    {
    case ACT_SORT_NAME:
      return self->name_column;

    case ACT_SORT_MESSAGE:
      return self->message_column;

    case ACT_SORT_STATUS:
      return self->status_column;

    case ACT_SORT_INTEGRATION:
      return self->integration_column;

    case ACT_SORT_ACCOUNT:
      return self->account_column;

    case ACT_SORT_DATE:
    default:
      return self->date_column;
    }
}

static gboolean
is_shown (GtkColumnViewColumn *column)
{
  return gtk_column_view_column_get_column_view (column) != NULL;
}

void
act_event_view_bind_columns (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, setup_check_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_date_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_message_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_integration_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_account_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_status_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_follow_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

void
act_event_view_init_columns (ActEventView *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  act_column_sort_add (self->name_column, ACT_SORT_NAME);
  act_column_sort_add (self->date_column, ACT_SORT_DATE);
  act_column_sort_add (self->message_column, ACT_SORT_MESSAGE);
  act_column_sort_add (self->integration_column, ACT_SORT_INTEGRATION);
  act_column_sort_add (self->account_column, ACT_SORT_ACCOUNT);
  act_column_sort_add (self->status_column, ACT_SORT_STATUS);

  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (font_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (font_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, 0);
}

/* The toolkit goes on sorting by the columns that were clicked before, and shows their arrows too. */
static void
forget_other_columns (ActEventView *self,
                      ActSortColumn sort)
{
  ActSortColumn other = ACT_SORT_DATE;

  for (other = ACT_SORT_DATE; other <= ACT_SORT_ACCOUNT; other++)
    {
      if (other != sort)
        act_column_sort_add (find_column (self, other), other);
    }
}

/* Shows the arrow at the column that the query is sorted by. */
void
act_event_view_show_sort (ActEventView *self)
{
  const ActQuery      *query = act_event_list_get_query (self->list);
  GtkColumnViewColumn *column = find_column (self, query->sort);
  ActSortColumn        sort = ACT_SORT_DATE;
  gboolean             descending = FALSE;

  if (!is_shown (column))
    column = NULL;

  self->sorting = TRUE;
  if (!act_column_sort_read (self->column_view, &sort, &descending) || sort != query->sort ||
      descending != query->descending)
    gtk_column_view_sort_by_column (self->column_view, column,
                                    query->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);

  forget_other_columns (self, query->sort);
  self->sorting = FALSE;
}

static void
set_widths (ActEventView *self,
            double        scale)
{
  int name = self->name_folded ? WIDTH_OF_ICON : WIDTH_OF_NAME;
  int date = self->year_folded ? WIDTH_OF_DATE_WITHOUT_YEAR : WIDTH_OF_DATE;
  int status = self->status_folded ? WIDTH_OF_ICON : WIDTH_OF_STATUS;

  gtk_column_view_column_set_fixed_width (self->name_column, (int) (name * scale));
  gtk_column_view_column_set_fixed_width (self->date_column, (int) (date * scale));
  gtk_column_view_column_set_fixed_width (self->integration_column,
                                          (int) (WIDTH_OF_OPTIONAL * scale));
  gtk_column_view_column_set_fixed_width (self->account_column, (int) (WIDTH_OF_OPTIONAL * scale));
  gtk_column_view_column_set_fixed_width (self->status_column, (int) (status * scale));
  gtk_column_view_column_set_fixed_width (self->follow_up_column,
                                          (int) (WIDTH_OF_FOLLOW_UP * scale));
  gtk_column_view_column_set_title (self->name_column, self->name_folded ? NULL : _ ("Name"));
  gtk_column_view_column_set_title (self->status_column, self->status_folded ? NULL : _ ("Status"));
}

/* Takes a column out, so that it comes back with cells that fit its width. */
static void
make_anew (ActEventView        *self,
           GtkColumnViewColumn *column)
{
  if (is_shown (column))
    gtk_column_view_remove_column (self->column_view, column);
}

/* A column that is only hidden costs as much as one that is seen, and GTK 4.8 keeps its width away
 * from the column that expands. */
static void
show_columns (ActEventView       *self,
              const ColumnChoice *choices,
              guint               n_choices)
{
  guint position = 0;
  guint i = 0;

  for (i = 0; i < n_choices; i++)
    {
      GtkColumnViewColumn *column = choices[i].column;

      if (choices[i].shown && !is_shown (column))
        gtk_column_view_insert_column (self->column_view, position, column);
      else if (!choices[i].shown && is_shown (column))
        gtk_column_view_remove_column (self->column_view, column);

      if (choices[i].shown)
        position++;
    }
}

/* How much of the width is left for the columns that everybody has, in logical pixels for the usual
 * font. */
static double
measure_room (ActEventView *self,
              double        width)
{
  if (width < WIDTH_FOR_OPTIONAL)
    return width;

  if (self->show_integration)
    width -= WIDTH_OF_OPTIONAL;

  if (self->show_account)
    width -= WIDTH_OF_OPTIONAL;

  return width;
}

/* Lets the columns give way, one after the other, to the message and the date. */
void
act_event_view_fold_columns (ActEventView *self)
{
  gint64   focused_id = 0;
  double   scale = act_font_scale_get (GTK_WIDGET (self));
  double   width = self->width / scale;
  double   room = measure_room (self, width);
  double   rest = self->include_actioned ? room - ROOM_FOR_ACTIONED_WORD : room;
  gboolean optional = width >= WIDTH_FOR_OPTIONAL;
  gboolean name = rest >= WIDTH_FOR_NAME;
  gboolean year = width >= WIDTH_FOR_YEAR;

  /* Where only open events are listed, the status tells little, but among actioned ones it must stay
   * to the last. */
  gboolean word =
      room >= (self->include_actioned ? WIDTH_FOR_ACTIONED_WORD : WIDTH_FOR_STATUS_WORD);
  gboolean           status = self->include_actioned || room >= WIDTH_FOR_STATUS;
  const ColumnChoice choices[] = {
    { self->check_column, TRUE },
    { self->name_column, TRUE },
    { self->date_column, TRUE },
    { self->message_column, TRUE },
    { self->integration_column, self->show_integration && optional },
    { self->account_column, self->show_account && optional },
    { self->status_column, status },
    { self->follow_up_column, rest >= WIDTH_FOR_FOLLOW_UP },
  };

  /* A column that comes back is the last one for assistive technology, so none goes needlessly. */
  if (self->width == 0)
    return;

  focused_id = act_event_view_get_focused_id (self, NULL);
  self->sorting = TRUE;
  if (self->name_folded != !name)
    make_anew (self, self->name_column);

  if (self->status_folded != !word)
    make_anew (self, self->status_column);

  /* The user may have changed the widths, and keeps them as long as these fit. */
  if (self->name_folded != !name || self->status_folded != !word || self->year_folded != !year ||
      self->font_scale != scale)
    {
      self->name_folded = !name;
      self->status_folded = !word;
      self->year_folded = !year;
      self->font_scale = scale;
      set_widths (self, scale);
    }

  show_columns (self, choices, G_N_ELEMENTS (choices));
  self->sorting = FALSE;

  if (self->list != NULL && act_event_list_get_query (self->list) != NULL)
    act_event_view_show_sort (self);

  /* A column that goes can take the focus along. */
  if (focused_id != 0 && act_event_view_get_focused_id (self, NULL) != focused_id)
    act_event_view_focus_row (self, focused_id);
}
