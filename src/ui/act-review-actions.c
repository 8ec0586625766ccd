/* What can be done in the review of a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-console-dialog.h"
#include "act-console.h"
#include "act-error-dialog.h"
#include "act-event-text.h"
#include "act-integrations-page.h"
#include "act-mappings-page.h"

#include <glib/gi18n.h>

static gboolean
is_markable (ActEventRow *row)
{
  const ActEventRecord *record = row != NULL ? act_event_row_get_record (row) : NULL;

  return record != NULL && act_event_record_is_markable (record);
}

/* A mark that the server has not confirmed can be taken back. */
static gboolean
can_take_back (const ActEventRecord *record)
{
  return record->status == ACT_EVENT_STATUS_PENDING || record->status == ACT_EVENT_STATUS_LOCAL;
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* The session's state says it to everybody, and the banner shows it. */
  if (!act_session_refresh_finish (ACT_SESSION (source), result, &error))
    g_debug ("The refresh failed: %s", error->message);
}

static void
activity_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  act_review_open_activity (ACT_REVIEW (widget));
}

static void
apply_search_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  act_review_apply_search (ACT_REVIEW (widget), g_variant_get_int64 (parameter));
}

static void
clear_filter_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  act_review_clear_filter (ACT_REVIEW (widget));
}

static void
clear_search_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  act_search_bar_set_text (ACT_REVIEW (widget)->search_bar, "");
}

static void
clear_ticks_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  act_ticks_clear (act_event_view_get_ticks (ACT_REVIEW (widget)->event_view));
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  act_review_copy (ACT_REVIEW (widget));
}

static void
copy_id_action_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  act_review_copy_id (ACT_REVIEW (widget));
}

static void
copy_message_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  act_review_copy_message (ACT_REVIEW (widget));
}

static void
console_address_action_cb (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  ActReview *self = ACT_REVIEW (widget);

  if (self->session != NULL)
    gtk_window_present (
        GTK_WINDOW (act_console_dialog_new (act_review_get_window (self), self->session, FALSE)));
}

static void
edit_searches_action_cb (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  act_review_edit_searches (ACT_REVIEW (widget));
}

static void
export_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  act_review_export (ACT_REVIEW (widget));
}

static void
follow_up_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  act_review_follow_up (ACT_REVIEW (widget), g_variant_get_int64 (parameter));
}

static void
integrations_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ActReview *self = ACT_REVIEW (widget);

  if (self->session != NULL)
    act_review_open_page (self, act_integrations_page_new (self->session));
}

static void
mappings_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  ActReview *self = ACT_REVIEW (widget);

  if (self->session != NULL)
    act_review_open_page (self, act_mappings_page_new (self->session));
}

static void
mark_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ActReview   *self = ACT_REVIEW (widget);
  ActEventRow *row = act_event_view_get_selected_row (self->event_view);
  g_autoptr (GArray) ids = act_ticks_get_ids (act_event_view_get_ticks (self->event_view));

  if (ids->len == 0 && act_review_is_grouped (self))
    {
      act_review_mark_cause (self);
      return;
    }

  if (ids->len == 0 && is_markable (row))
    {
      gint64 row_id = act_event_row_get_row_id (row);

      g_array_append_val (ids, row_id);
    }

  act_review_mark (self, ids);
}

static void
mark_row_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  gint64 row_id = g_variant_get_int64 (parameter);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, row_id);
  act_review_mark (ACT_REVIEW (widget), ids);
}

static void
open_console_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ActReview *self = ACT_REVIEW (widget);

  if (self->session != NULL)
    act_console_open (widget, self->session);
}

static void
download_anyway_action_cb (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  act_review_download_anyway (ACT_REVIEW (widget));
}

static void
open_network_page_action_cb (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  act_review_open_network_page (ACT_REVIEW (widget));
}

static void
show_error_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  ActReview    *self = ACT_REVIEW (widget);
  const GError *error = self->session != NULL ? act_session_get_error (self->session) : NULL;

  if (error != NULL)
    act_error_dialog_show (act_review_get_window (self), error);
}

static void
network_log_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  act_review_open_network_log (ACT_REVIEW (widget));
}

static void
open_change_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  act_review_open_change (ACT_REVIEW (widget));
}

static void
pending_action_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  act_review_open_pending (ACT_REVIEW (widget));
}

static void
refresh_action_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ActReview *self = ACT_REVIEW (widget);

  if (self->session != NULL)
    act_session_refresh_async (self->session, NULL, refreshed_cb, NULL);
}

static void
retry_marks_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  ActReview *self = ACT_REVIEW (widget);

  if (self->session != NULL)
    act_session_retry_local_marks (self->session);
}

static void
save_search_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  act_review_save_search (ACT_REVIEW (widget));
}

static void
search_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  act_review_open_search (ACT_REVIEW (widget));
}

static void
show_cause_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  gint64      cause = 0;
  const char *message = NULL;

  g_variant_get (parameter, "(x&s)", &cause, &message);
  act_review_show_cause (ACT_REVIEW (widget), cause, message);
}

static void
show_details_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  act_review_show_details (ACT_REVIEW (widget), TRUE);
}

static void
show_earlier_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  const char *configuration_id = NULL;
  gint64      before = 0;

  g_variant_get (parameter, "(&sx)", &configuration_id, &before);
  act_review_show_earlier (ACT_REVIEW (widget), configuration_id, before);
}

static void
show_list_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  ActReview *self = ACT_REVIEW (widget);

  /* The way back from a page on top of the event is to the event. */
  if (!act_details_pane_go_back (ACT_DETAILS_PANE (self->details_pane)))
    act_review_show_list (self);
}

static void
show_new_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  act_event_view_show_new (ACT_REVIEW (widget)->event_view);
}

static void
take_back_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  act_review_take_back (ACT_REVIEW (widget), g_variant_get_int64 (parameter));
}

static void
tick_all_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  act_event_view_tick_all (ACT_REVIEW (widget)->event_view);
}

static void
undo_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  act_review_undo (ACT_REVIEW (widget));
}

static void
view_run_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  act_review_view_run (ACT_REVIEW (widget), g_variant_get_int64 (parameter));
}

void
act_review_bind_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "events.activity", NULL, activity_action_cb);
  gtk_widget_class_install_action (widget_class, "events.apply-search", "x", apply_search_action_cb);
  gtk_widget_class_install_action (widget_class, "events.clear-filter", NULL,
                                   clear_filter_action_cb);
  gtk_widget_class_install_action (widget_class, "events.clear-search", NULL,
                                   clear_search_action_cb);
  gtk_widget_class_install_action (widget_class, "events.clear-ticks", NULL, clear_ticks_action_cb);
  gtk_widget_class_install_action (widget_class, "events.console-address", NULL,
                                   console_address_action_cb);
  gtk_widget_class_install_action (widget_class, "events.copy", NULL, copy_action_cb);
  gtk_widget_class_install_action (widget_class, "events.copy-id", NULL, copy_id_action_cb);
  gtk_widget_class_install_action (widget_class, "events.copy-message", NULL,
                                   copy_message_action_cb);
  gtk_widget_class_install_action (widget_class, "events.download-anyway", NULL,
                                   download_anyway_action_cb);
  gtk_widget_class_install_action (widget_class, "events.edit-searches", NULL,
                                   edit_searches_action_cb);
  gtk_widget_class_install_action (widget_class, "events.export", NULL, export_action_cb);
  gtk_widget_class_install_action (widget_class, "events.follow-up", "x", follow_up_action_cb);
  gtk_widget_class_install_action (widget_class, "events.integrations", NULL,
                                   integrations_action_cb);
  gtk_widget_class_install_action (widget_class, "events.mappings", NULL, mappings_action_cb);
  gtk_widget_class_install_action (widget_class, "events.mark", NULL, mark_action_cb);
  gtk_widget_class_install_action (widget_class, "events.mark-row", "x", mark_row_action_cb);
  gtk_widget_class_install_action (widget_class, "events.open-change", NULL,
                                   open_change_action_cb);
  gtk_widget_class_install_action (widget_class, "events.open-console", NULL,
                                   open_console_action_cb);
  gtk_widget_class_install_action (widget_class, "events.network-log", NULL, network_log_action_cb);
  gtk_widget_class_install_action (widget_class, "events.open-network-page", NULL,
                                   open_network_page_action_cb);
  gtk_widget_class_install_action (widget_class, "events.pending", NULL, pending_action_cb);
  gtk_widget_class_install_action (widget_class, "events.refresh", NULL, refresh_action_cb);
  gtk_widget_class_install_action (widget_class, "events.retry-marks", NULL, retry_marks_action_cb);
  gtk_widget_class_install_action (widget_class, "events.save-search", NULL, save_search_action_cb);
  gtk_widget_class_install_action (widget_class, "events.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "events.show-cause", "(xs)",
                                   show_cause_action_cb);
  gtk_widget_class_install_action (widget_class, "events.show-error", NULL, show_error_action_cb);
  gtk_widget_class_install_action (widget_class, "events.show-details", NULL,
                                   show_details_action_cb);
  gtk_widget_class_install_action (widget_class, "events.show-earlier", "(sx)",
                                   show_earlier_action_cb);
  gtk_widget_class_install_action (widget_class, "events.show-list", NULL, show_list_action_cb);
  gtk_widget_class_install_action (widget_class, "events.show-new", NULL, show_new_action_cb);
  gtk_widget_class_install_action (widget_class, "events.take-back", "x", take_back_action_cb);
  gtk_widget_class_install_action (widget_class, "events.tick-all", NULL, tick_all_action_cb);
  gtk_widget_class_install_action (widget_class, "events.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "events.view-run", "x", view_run_action_cb);
  act_review_bind_data_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "events.group-by-cause",
                                            "group-by-cause");
  gtk_widget_class_install_property_action (widget_class, "events.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "events.sort-descending",
                                            "sort-descending");
}

/* The one place that says what can be done now. */
void
act_review_update_actions (ActReview *self)
{
  GtkWidget       *widget = GTK_WIDGET (self);
  gsize            n_ticked = act_ticks_get_size (act_event_view_get_ticks (self->event_view));
  gboolean         grouped = act_review_is_grouped (self);
  ActEventRow     *row = grouped ? NULL : act_event_view_get_selected_row (self->event_view);
  const ActCause  *cause = grouped ? act_cause_view_get_selected (self->cause_view) : NULL;
  gboolean         has_session = self->session != NULL;
  gboolean         writable = has_session && !act_session_get_read_only (self->session);
  const ActCounts *counts = has_session ? act_session_get_counts (self->session) : NULL;

  gtk_widget_action_set_enabled (widget, "events.console-address", has_session);
  gtk_widget_action_set_enabled (widget, "events.integrations", has_session);
  gtk_widget_action_set_enabled (widget, "events.mappings", has_session);
  gtk_widget_action_set_enabled (widget, "events.open-console", has_session);
  gtk_widget_action_set_enabled (widget, "events.activity", has_session);
  gtk_widget_action_set_enabled (widget, "events.network-log", has_session);
  gtk_widget_action_set_enabled (widget, "events.pending", has_session);
  gtk_widget_action_set_enabled (widget, "events.refresh", has_session);
  gtk_widget_action_set_enabled (widget, "events.edit-searches", has_session);
  gtk_widget_action_set_enabled (widget, "events.export", has_session);
  gtk_widget_action_set_enabled (widget, "events.save-search", writable);
  gtk_widget_action_set_enabled (widget, "events.search", has_session);
  gtk_widget_action_set_enabled (widget, "events.mark",
                                 writable && (n_ticked > 0 || is_markable (row) ||
                                              (cause != NULL && cause->open > 0)));
  gtk_widget_action_set_enabled (widget, "events.mark-row", writable);
  gtk_widget_action_set_enabled (widget, "events.take-back", writable);
  gtk_widget_action_set_enabled (widget, "events.undo", counts != NULL && counts->held > 0);
  gtk_widget_action_set_enabled (widget, "events.tick-all", writable);
  gtk_widget_action_set_enabled (widget, "events.clear-ticks", n_ticked > 0);
  gtk_widget_action_set_enabled (widget, "events.copy", n_ticked > 0 || row != NULL);
  gtk_widget_action_set_enabled (widget, "events.copy-id", row != NULL);
  gtk_widget_action_set_enabled (widget, "events.copy-message", row != NULL);
  gtk_widget_action_set_enabled (widget, "events.show-details", row != NULL);
  act_review_update_data_actions (self);
  act_cause_view_set_writable (self->cause_view, writable);
}

static void
append_with_row (GMenu      *menu,
                 const char *label,
                 const char *action_name,
                 gint64      row_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action_name, "x", row_id);
  g_menu_append_item (menu, item);
}

/* Fills the menu of the selected row. */
void
act_review_fill_menu (ActReview *self,
                      GMenu     *menu)
{
  ActEventRow          *row = act_event_view_get_selected_row (self->event_view);
  const ActEventRecord *record = row != NULL ? act_event_row_get_record (row) : NULL;
  gsize                 n_ticked = act_ticks_get_size (act_event_view_get_ticks (self->event_view));
  g_autoptr (GMenu) verbs = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  ActFollowUp follow_up = ACT_FOLLOW_UP_NONE;

  if (record == NULL)
    return;

  if (n_ticked > 0 || is_markable (row))
    g_menu_append (verbs, _ ("Mark as Actioned"), "events.mark");

  if (can_take_back (record))
    append_with_row (verbs, _ ("Mark as Not Actioned"), "events.take-back", record->row_id);

  follow_up = act_event_kind_get_follow_up (record->kind);
  if (follow_up != ACT_FOLLOW_UP_NONE)
    append_with_row (verbs, act_event_text_follow_up (follow_up), "events.follow-up",
                     record->row_id);

  if (follow_up != ACT_FOLLOW_UP_VIEW_RUN && act_event_names_run (record->event))
    append_with_row (verbs, act_event_text_follow_up (ACT_FOLLOW_UP_VIEW_RUN), "events.view-run",
                     record->row_id);

  if (!self->wide)
    g_menu_append (verbs, _ ("Show Details"), "events.show-details");

  g_menu_append (copies, _ ("Copy Message"), "events.copy-message");
  g_menu_append (copies, _ ("Copy Event ID"), "events.copy-id");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (verbs));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
}

/* Shows the details of the selected event: where there is no room beside the list, as a page. */
void
act_review_show_details (ActReview *self,
                         gboolean   focus)
{
  if (act_event_view_get_selected_id (self->event_view) == 0)
    return;

  if (!self->wide)
    adw_leaflet_set_visible_child (self->leaflet, self->details_page);

  if (focus)
    gtk_widget_child_focus (self->details_pane, GTK_DIR_TAB_FORWARD);
}

void
act_review_show_list (ActReview *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
}
