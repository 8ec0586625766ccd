/* What the files of a review share
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
#include "act-review.h"

G_BEGIN_DECLS

struct _ActReview
{
  GtkWidget             parent_instance;

  GtkWidget            *content;
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
  GtkLabel             *narrow_name;
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
  GListModel           *connections;  /* (owned) (nullable): all there are */
  ActConnectionEntry   *entry;        /* (owned) (nullable): the one that is shown */
  ActSession           *session;      /* (owned) (nullable) */
  ActUndoToast         *undo_toast;   /* (owned) */
  GCancellable         *cancellable;  /* (owned): of this session's calls */
  gboolean              run_from_list; /* whether the run was opened from the list */
  GCancellable         *following;    /* (owned) (nullable): of the follow-up that is opening */
  GtkWidget            *network_log;  /* (weak) (nullable): the dialog */

  /* What is shown */
  gboolean              upgrading;
  char                 *sort; /* (owned): the nick of the column */
  gboolean              sort_descending;
  char                 *earlier_id;    /* (owned) (nullable): whose earlier errors */
  gint64                earlier_before;
  gboolean              group_by_cause;
  gint64                cause; /* whose events are shown, 0: all */
  guint                 clock_id;
  char                 *linked_id; /* (owned) (nullable): the event of a link, until there is a session */

  /* The search */
  GMenu                *saved_searches_section;
  ActSavedSearches     *saved_searches; /* (owned) */
  gboolean              scan_stopped;   /* whether `payload:` is left out */
  gboolean              clearing;       /* whether several things that are asked for change at once */
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

/* act-review.c */
GtkWidget *act_review_get_focus  (ActReview *self);
GtkWindow *act_review_get_window (ActReview *self);

/* act-review-actions.c */
void  act_review_bind_actions   (GtkWidgetClass *widget_class);
void  act_review_update_actions (ActReview      *self);
void  act_review_fill_menu      (ActReview      *self,
                                 GMenu          *menu);
void  act_review_show_details   (ActReview      *self,
                                 gboolean        focus);
void  act_review_show_list      (ActReview      *self);

/* act-review-banner.c */
void        act_review_update_banner  (ActReview *self);
void        act_review_close_notice   (ActReview *self);
const char *act_review_get_error_icon (ActReview *self);
char       *act_review_dup_key_title  (ActReview    *self,
                                       const GError *error);

/* act-review-causes.c */
gboolean act_review_is_grouped          (ActReview  *self);
void     act_review_set_group_by_cause  (ActReview  *self,
                                         gboolean    group_by_cause);
void     act_review_show_cause          (ActReview  *self,
                                         gint64      cause,
                                         const char *message);
gboolean act_review_close_cause         (ActReview  *self);
void     act_review_open_selected_cause (ActReview  *self);
void     act_review_mark_cause          (ActReview  *self);

/* act-review-changes.c */
const ActChange *act_review_get_change        (ActReview *self);
gboolean         act_review_has_other_changes (ActReview *self);
void             act_review_read_changes      (ActReview *self);
void             act_review_open_change       (ActReview *self);
void             act_review_close_change      (ActReview *self);

/* act-review-copy.c */
void  act_review_copy           (ActReview      *self);
void  act_review_copy_message   (ActReview      *self);
void  act_review_copy_id        (ActReview      *self);

/* act-review-data.c */
void  act_review_bind_data_actions   (GtkWidgetClass *widget_class);
void  act_review_update_data_actions (ActReview      *self);

/* act-review-follow-up.c */
void      act_review_follow_up         (ActReview      *self,
                                        gint64          row_id);
void      act_review_view_run          (ActReview      *self,
                                        gint64          row_id);
void      act_review_open_page         (ActReview      *self,
                                        GtkWidget      *page);
gboolean  act_review_has_page          (ActReview      *self);

/* act-review-layout.c */
void  act_review_note_width     (ActReview      *self,
                                 int             width);
void  act_review_place_name     (ActReview      *self);
void  act_review_set_subtitle   (ActReview      *self,
                                 const char     *text);

/* act-review-link.c */
void  act_review_follow_link    (ActReview      *self);

/* act-review-mark.c */
void  act_review_mark           (ActReview      *self,
                                 GArray         *row_ids);
void  act_review_take_back      (ActReview      *self,
                                 gint64          row_id);
void  act_review_undo           (ActReview      *self);
void  act_review_retain_ticks   (ActReview      *self);

/* act-review-entry.c */
void  act_review_forget_entry   (ActReview      *self);
char *act_review_dup_name       (ActReview      *self);
void  act_review_present        (ActReview      *self,
                                 GtkWidget      *dialog);

/* act-review-export.c */
void  act_review_export (ActReview *self);

/* act-review-facets.c */
const guint *act_review_count_kinds   (ActReview *self,
                                       guint     *by_kind);
guint        act_review_count_events  (ActReview *self,
                                       gboolean   include_actioned);
void         act_review_read_facets   (ActReview *self);
void         act_review_follow_facets (ActReview *self);
void         act_review_note_complete (ActReview *self);
void         act_review_forget_facets (ActReview *self);

/* act-review-saved-searches.c */
void  act_review_watch_saved_searches (ActReview *self);
void  act_review_apply_search         (ActReview *self,
                                       gint64     number);
void  act_review_save_search          (ActReview *self);
void  act_review_edit_searches        (ActReview *self);

/* act-review-search.c */
void      act_review_bind_search        (GtkWidgetClass *widget_class);
void      act_review_open_search        (ActReview      *self);
void      act_review_update_search      (ActReview      *self);
void      act_review_add_search         (ActReview      *self,
                                         ActQuery       *query);
void      act_review_follow_zone        (ActReview      *self);
void      act_review_follow_day         (ActReview      *self);
gboolean  act_review_is_searched        (ActReview      *self);

/* act-review-network-log.c */
void  act_review_open_network_log  (ActReview *self);
void  act_review_close_network_log (ActReview *self);

/* act-review-pending.c */
void  act_review_open_activity  (ActReview      *self);
void  act_review_open_pending   (ActReview      *self);
void  act_review_show_event     (ActReview      *self,
                                 gint64          row_id);

/* act-review-secret.c */
gboolean act_review_show_secret_banner (ActReview *self);
gboolean act_review_show_secret_page   (ActReview *self);

/* act-review-status.c */
char *act_review_format_as_of   (ActReview      *self);
void  act_review_grab_list      (ActReview      *self);
void  act_review_update_status  (ActReview      *self);
void  act_review_update_ticks   (ActReview      *self);
void  act_review_show_error     (ActReview      *self,
                                 const GError   *error);
void  act_review_show_toast     (ActReview      *self,
                                 const char     *text);

/* act-review-sync.c */
const char *act_review_get_sync_hint     (ActReview *self);
void        act_review_update_progress   (ActReview *self);
gboolean    act_review_is_stale          (ActReview *self);
gboolean    act_review_is_at_portal      (ActReview *self);
void        act_review_show_portal_banner (ActReview *self);
gboolean    act_review_show_hold_banner  (ActReview *self);
void        act_review_download_anyway   (ActReview *self);
void        act_review_open_network_page (ActReview *self);

/* act-review-query.c */
void  act_review_update_query   (ActReview      *self);
void  act_review_sort_by        (ActReview      *self,
                                 ActSortColumn   sort,
                                 gboolean        descending);
void  act_review_clear_filter   (ActReview      *self);
void  act_review_show_earlier   (ActReview      *self,
                                 const char     *configuration_id,
                                 gint64          before);

G_END_DECLS
