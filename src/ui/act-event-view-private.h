/* What the files of the list of events share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-check-button.h"
#include "act-event-view.h"
#include "act-row-look.h"
#include "act-scroll-anchor.h"

G_BEGIN_DECLS

struct _ActEventView
{
  GtkWidget            parent_instance;

  GtkWidget           *overlay;
  GtkColumnView       *column_view;
  GtkColumnViewColumn *check_column;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *date_column;
  GtkColumnViewColumn *message_column;
  GtkColumnViewColumn *integration_column;
  GtkColumnViewColumn *account_column;
  GtkColumnViewColumn *status_column;
  GtkColumnViewColumn *follow_up_column;
  GtkScrolledWindow   *scrolled_window;
  ActCheckButton      *check_all;
  GtkRevealer         *new_revealer;
  GtkButton           *new_button;
  GtkPopoverMenu      *menu_popover;

  ActEventList        *list;      /* (owned) (nullable) */
  GtkSingleSelection  *selection; /* (owned) (nullable) */
  ActTicks            *ticks;     /* (owned) */
  ActScrollAnchor     *anchor;    /* (owned) */
  ActRowLook          *look;      /* (owned): of its cells */

  /* Selection */
  gint64               selected_id;
  gint64               wanted_id; /* to be selected when it comes */
  gboolean             wanted_focus;
  guint                selected_position; /* where it was before the list changed */
  gboolean             list_changing;
  gboolean             had_focus;
  gboolean             query_changed;
  gint64               focus_id; /* the row that is to have the focus */
  guint                focus_tick_id;
  guint                focus_frames;
  guint                resolve_id;

  /* Ticks */
  gint64               last_ticked_id;
  gboolean             tick_when_complete;
  gboolean             updating_check_all;

  /* Columns */
  gboolean             sorting; /* the arrow follows the query, not the user */
  gboolean             show_integration;
  gboolean             show_account;
  gboolean             include_actioned;
  gboolean             name_folded;
  gboolean             status_folded;
  gboolean             year_folded;
  double               font_scale;
  int                  width;
  int                  height;
  guint                fold_id;
};

void     act_event_view_bind_columns      (GtkWidgetClass   *widget_class);
void     act_event_view_init_columns      (ActEventView     *self);
void     act_event_view_fold_columns      (ActEventView     *self);
void     act_event_view_show_sort         (ActEventView     *self);
void     act_event_view_bind_keys         (GtkWidgetClass   *widget_class);
void     act_event_view_init_keys         (ActEventView     *self);
gboolean act_event_view_move_focus        (GtkWidget        *widget,
                                           GtkDirectionType  direction);
gint64   act_event_view_get_focused_id    (ActEventView     *self,
                                           gboolean         *is_row);
void     act_event_view_watch_selection   (ActEventView     *self);
void     act_event_view_unwatch_selection (ActEventView     *self);
void     act_event_view_focus_row         (ActEventView     *self,
                                           gint64            row_id);
void     act_event_view_tick              (ActEventView     *self,
                                           gint64            row_id,
                                           gboolean          ticked,
                                           gboolean          extend);

G_END_DECLS
