/* What the files of the list of causes share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause-cell.h"
#include "act-cause-list.h"
#include "act-cause-view.h"
#include "act-load-stack.h"

G_BEGIN_DECLS

struct _ActCauseView
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkLabel           *status;
  GtkDropDown        *order_drop_down;
  ActLoadStack       *load;
  GtkListView        *list_view;
  GtkPopoverMenu     *menu_popover;

  ActRowLook         *look;      /* (owned) */
  ActCauseList       *list;      /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) (nullable) */
  ActQuery           *query;     /* (owned) (nullable) */
  GPtrArray          *cells;     /* (owned) (element-type ActCauseCell): all that there are */
  gboolean            active;
  gboolean            writable;
  gboolean            newest_first;

  /* The layout */
  int                 width;
  guint               fold_id;
  gboolean            narrow;

  /* The keyboard, while the list changes */
  gboolean            had_focus;
  gboolean            wants_focus;
  guint               selected_position;
  guint               focus_tick_id;
  guint               focus_frames;
};

void          act_cause_view_bind_keys    (GtkWidgetClass *widget_class);
void          act_cause_view_init_keys    (ActCauseView   *self);
ActCauseCell *act_cause_view_find_cell    (ActCauseView   *self,
                                           GtkWidget      *widget);
ActCauseItem *act_cause_view_get_item     (ActCauseView   *self);
void          act_cause_view_select       (ActCauseView   *self,
                                           ActCauseItem   *item);
void          act_cause_view_focus        (ActCauseView   *self);
void          act_cause_view_toggle       (ActCauseView   *self);
void          act_cause_view_update_actions (ActCauseView *self);

G_END_DECLS
