/* What the files of the main window share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-banner.h"
#include "act-cause-view.h"
#include "act-change.h"
#include "act-sync-progress.h"
#include "act-connection-button.h"
#include "act-date-filter.h"
#include "act-destination-filter.h"
#include "act-details-pane.h"
#include "act-empty-page.h"
#include "act-event-view.h"
#include "act-filter-chip.h"
#include "act-facets.h"
#include "act-kind-filter.h"
#include "act-pending-button.h"
#include "act-saved-searches.h"
#include "act-search-bar.h"
#include "act-selection-bar.h"
#include "act-undo-toast.h"
#include "act-upgrade-page.h"
#include "act-window.h"

G_BEGIN_DECLS

struct _ActWindow
{
  AdwApplicationWindow  parent_instance;

  AdwLeaflet           *leaflet;
  GtkWidget            *list_page;
  GtkWidget            *details_page;
  AdwWindowTitle       *details_title;
  GtkButton            *refresh_button;
  GtkStack             *refresh_stack;
  GtkSpinner           *refresh_spinner;
  ActConnectionButton  *connection_button;
  GtkWidget            *header_bar;
  AdwWindowTitle       *title;
  GtkLabel             *narrow_subtitle;
  ActBanner            *banner;
  GtkBox               *filter_box;
  ActSearchBar         *search_bar;
  ActKindFilter        *kind_filter;
  ActDestinationFilter *destination_filter;
  ActDateFilter        *date_filter;
  GtkWidget            *clear_button;
  GtkMenuButton        *menu_button;
  ActPendingButton     *pending_button;
  GtkSwitch            *include_switch;
  GtkPaned             *paned;
  AdwToastOverlay      *toast_overlay;
  GtkStack             *list_stack;
  ActEventView         *event_view;
  ActCauseView         *cause_view;
  ActFilterChip        *cause_chip;
  ActEmptyPage         *empty_page;
  ActUpgradePage       *upgrade_page;
  ActSelectionBar      *selection_bar;
  AdwBin               *wide_bin;
  AdwBin               *narrow_bin;
  GtkWidget            *demo_bar;

  GtkWidget            *details_pane; /* (owned): in one of the two bins */
  GSettings            *settings;     /* (owned) */
  ActSession           *session;      /* (owned) (nullable) */
  ActUndoToast         *undo_toast;   /* (owned) */
  GCancellable         *cancellable;  /* (owned): of this session's calls */
  gboolean              run_from_list; /* whether the run was opened from the list */
  GCancellable         *following;    /* (owned) (nullable): of the follow-up that is opening */

  /* What is shown */
  gboolean              upgrading;
  char                 *sort; /* (owned): the nick of the column */
  gboolean              sort_descending;
  gboolean              choosing_sort;
  char                 *earlier_id;    /* (owned) (nullable): whose earlier errors */
  gint64                earlier_before;
  gboolean              group_by_cause;
  gint64                cause; /* whose events are shown, 0: all */
  guint                 clock_id;

  /* The search */
  GMenu                *saved_searches_section;
  ActSavedSearches     *saved_searches; /* (owned) */
  gboolean              scan_stopped;   /* whether `payload:` is left out */
  gboolean              clearing;       /* whether several filters change at once */
  ActFacets            *facets;         /* (owned) (nullable): of what is shown */
  GCancellable         *counting;       /* (owned) (nullable): of the facets that are being read */
  guint                 facets_id;
  guint                 waiting_id;
  gint64                day;            /* which the presets were resolved for */

  /* The banner */
  gboolean              mark_notice_closed;
  gboolean              aside_notice_closed;
  gboolean              read_only_notice_closed;
  gboolean              hold_notice_closed;
  ActSyncHold           shown_hold;
  const char           *shown_hint; /* (nullable) (unowned): a text that lives for ever */
  GPtrArray            *changes;     /* (owned) (nullable) (element-type ActChange) */
  gint64                read_change; /* the newest one that the user closed the banner of */

  /* The layout */
  int                   width;
  gboolean              wide;
  gboolean              laid_out;
  guint                 layout_id;
  guint                 divider_id;

  /* Ticks that may have gone stale */
  gboolean              focused_once;
  GArray               *retaining; /* (owned) (nullable): ticked rows that are being asked about */
  gboolean              retain_again;
};

/* act-window-actions.c */
void  act_window_bind_actions   (GtkWidgetClass *widget_class);
void  act_window_update_actions (ActWindow      *self);
void  act_window_fill_menu      (ActWindow      *self,
                                 GMenu          *menu);
void  act_window_show_details   (ActWindow      *self,
                                 gboolean        focus);
void  act_window_show_list      (ActWindow      *self);

/* act-window-banner.c */
void        act_window_update_banner  (ActWindow *self);
void        act_window_close_notice   (ActWindow *self);
const char *act_window_get_error_icon (ActWindow *self);

/* act-window-causes.c */
gboolean act_window_is_grouped          (ActWindow  *self);
void     act_window_set_group_by_cause  (ActWindow  *self,
                                         gboolean    group_by_cause);
void     act_window_show_cause          (ActWindow  *self,
                                         gint64      cause,
                                         const char *message);
gboolean act_window_close_cause         (ActWindow  *self);
void     act_window_open_selected_cause (ActWindow  *self);
void     act_window_mark_cause          (ActWindow  *self);

/* act-window-changes.c */
const ActChange *act_window_get_change        (ActWindow *self);
gboolean         act_window_has_other_changes (ActWindow *self);
void             act_window_read_changes      (ActWindow *self);
void             act_window_open_change       (ActWindow *self);
void             act_window_close_change      (ActWindow *self);

/* act-window-copy.c */
void  act_window_copy           (ActWindow      *self);
void  act_window_copy_message   (ActWindow      *self);
void  act_window_copy_id        (ActWindow      *self);

/* act-window-data.c */
void  act_window_bind_data_actions   (GtkWidgetClass *widget_class);
void  act_window_update_data_actions (ActWindow      *self);

/* act-window-follow-up.c */
void      act_window_follow_up         (ActWindow      *self,
                                        gint64          row_id);
void      act_window_view_run          (ActWindow      *self,
                                        gint64          row_id);
void      act_window_open_page         (ActWindow      *self,
                                        GtkWidget      *page);
gboolean  act_window_has_page          (ActWindow      *self);

/* act-window-layout.c */
void  act_window_restore_size   (ActWindow      *self);
void  act_window_save_size      (ActWindow      *self);
void  act_window_note_width     (ActWindow      *self,
                                 int             width);
void  act_window_set_subtitle   (ActWindow      *self,
                                 const char     *text);

/* act-window-mark.c */
void  act_window_mark           (ActWindow      *self,
                                 GArray         *row_ids);
void  act_window_take_back      (ActWindow      *self,
                                 gint64          row_id);
void  act_window_undo           (ActWindow      *self);
void  act_window_retain_ticks   (ActWindow      *self);

/* act-window-export.c */
void  act_window_export (ActWindow *self);

/* act-window-facets.c */
const guint *act_window_count_kinds   (ActWindow *self,
                                       guint     *by_kind);
guint        act_window_count_events  (ActWindow *self,
                                       gboolean   include_actioned);
void         act_window_read_facets   (ActWindow *self);
void         act_window_follow_facets (ActWindow *self);
void         act_window_note_complete (ActWindow *self);
void         act_window_forget_facets (ActWindow *self);

/* act-window-saved-searches.c */
void  act_window_watch_saved_searches (ActWindow *self);
void  act_window_apply_search         (ActWindow *self,
                                       gint64     number);
void  act_window_save_search          (ActWindow *self);
void  act_window_edit_searches        (ActWindow *self);

/* act-window-search.c */
void      act_window_bind_search        (GtkWidgetClass *widget_class);
void      act_window_open_search        (ActWindow      *self);
void      act_window_update_search      (ActWindow      *self);
void      act_window_add_search         (ActWindow      *self,
                                         ActQuery       *query);
void      act_window_follow_zone        (ActWindow      *self);
void      act_window_follow_day         (ActWindow      *self);
gboolean  act_window_is_searched        (ActWindow      *self);

/* act-window-pending.c */
void  act_window_open_activity  (ActWindow      *self);
void  act_window_open_pending   (ActWindow      *self);
void  act_window_show_event     (ActWindow      *self,
                                 gint64          row_id);

/* act-window-status.c */
char *act_window_format_as_of   (ActWindow      *self);
void  act_window_grab_list      (ActWindow      *self);
void  act_window_update_status  (ActWindow      *self);
void  act_window_update_ticks   (ActWindow      *self);
void  act_window_show_error     (ActWindow      *self,
                                 const GError   *error);
void  act_window_show_toast     (ActWindow      *self,
                                 const char     *text);

/* act-window-sync.c */
const char *act_window_get_sync_hint     (ActWindow *self);
void        act_window_update_progress   (ActWindow *self);
gboolean    act_window_is_stale          (ActWindow *self);
gboolean    act_window_is_at_portal      (ActWindow *self);
void        act_window_show_portal_banner (ActWindow *self);
gboolean    act_window_show_hold_banner  (ActWindow *self);
void        act_window_download_anyway   (ActWindow *self);
void        act_window_open_network_page (ActWindow *self);

/* act-window-query.c */
void  act_window_update_query   (ActWindow      *self);
void  act_window_clear_filter   (ActWindow      *self);
void  act_window_show_earlier   (ActWindow      *self,
                                 const char     *configuration_id,
                                 gint64          before);

G_END_DECLS
