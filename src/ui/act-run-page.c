/* An integration run: what became of it, its log, its history, and running it again
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-page.h"

#include "act-api-error.h"
#include "act-freshness-label.h"
#include "act-json-view.h"
#include "act-load-stack.h"
#include "act-page.h"
#include "act-problem-box.h"
#include "act-run-facts.h"
#include "act-run-heading.h"
#include "act-run-log-page.h"
#include "act-run-replay.h"
#include "act-run-text.h"
#include "act-run-timeline.h"
#include "act-run-watch.h"
#include "act-session-runs.h"
#include "act-unfound-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ActRunPage
{
  GtkWidget parent_instance;

  ActSession        *session;     /* (owned) */
  gint64             row_id;      /* 0: the run was named by whoever opened the page */
  char              *run_id;      /* (owned) (nullable): of the run that is named, or was found */
  ActEventRecord    *record;      /* (owned) (nullable): the event that led to it */
  ActIntegrationRun *run;         /* (owned) (nullable): what is shown */
  ActRunWatch       *watch;       /* (owned) (nullable): of the run, while it has not ended */
  GCancellable      *cancellable; /* (owned) (nullable): of the reads under way */
  gboolean           is_stale;    /* whether the run is from the store */

  ActLoadStack      *load;
  ActFreshnessLabel *freshness;
  ActRunHeading     *heading;
  ActRunReplay      *replay;
  ActRunFacts       *facts;
  GtkWidget         *history;
  ActRunTimeline    *timeline;
  ActProblemBox     *history_problem;
  GtkWidget         *history_again;
  ActJsonView       *json;
};

static void run_page_refresh (ActPage *page);

static char *
run_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Integration Run"));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = run_page_dup_title;
  iface->refresh = run_page_refresh;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ActRunPage, act_run_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
open_run_cb (ActRunPage *self,
             const char *run_id)
{
  if (has_text (run_id))
    act_page_open (ACT_PAGE (self), act_run_page_new_for_run (self->session, run_id));
}

static void
show_log_cb (ActRunPage *self)
{
  act_page_open (ACT_PAGE (self), act_run_log_page_new (self->session, self->run->id));
}

static void
show_history (ActRunPage *self,
              GPtrArray  *runs,
              gboolean    is_known_only)
{
  act_problem_box_hide (self->history_problem);
  gtk_widget_set_visible (self->history_again, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), TRUE);
  act_run_timeline_set_runs (self->timeline, runs, is_known_only, self->run->id);
}

static void
runs_read_cb (ActRunPage *self,
              GPtrArray  *runs)
{
  show_history (self, runs, FALSE);
}

static void
history_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  ActRunPage *self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  runs = act_session_list_runs_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_PAGE (user_data);
  if (runs != NULL)
    {
      show_history (self, runs, act_freshness_is_stale (freshness));
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->timeline), FALSE);
  act_problem_box_show_error (self->history_problem, error);
  gtk_widget_set_visible (self->history_again, TRUE);
}

static void
read_history (ActRunPage *self)
{
  gboolean has_entity = has_text (self->run->entity_type) && has_text (self->run->entity_id);

  gtk_widget_set_visible (self->history, has_entity);
  if (has_entity)
    act_session_list_runs_async (self->session,
                                 self->run->entity_type,
                                 self->run->entity_id,
                                 self->cancellable,
                                 history_read_cb,
                                 self);
}

static void
entity_name_read_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = act_session_read_entity_name_finish (ACT_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Without a name its id says enough. */
  if (name != NULL)
    act_run_facts_set_entity_name (ACT_RUN_PAGE (user_data)->facts, name);
}

static void
read_entity_name (ActRunPage *self)
{
  if (has_text (self->run->entity_type) && has_text (self->run->entity_id))
    act_session_read_entity_name_async (self->session,
                                        self->run->entity_type,
                                        self->run->entity_id,
                                        self->cancellable,
                                        entity_name_read_cb,
                                        self);
}

static void
show_run (ActRunPage              *self,
          const ActIntegrationRun *run)
{
  ActIntegrationRun *copy = act_integration_run_copy (run);

  g_clear_pointer (&self->run, act_integration_run_free);
  self->run = copy;

  act_run_heading_set_run (self->heading, run);
  act_run_facts_set_run (self->facts, run);
  act_run_replay_set_run (self->replay, self->session, run, self->row_id);
  act_json_view_set_json (self->json, run->json);
}

static void
stop_following (ActRunPage *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
}

static void
watch_changed_cb (ActRunPage *self)
{
  if (act_run_watch_get_error (self->watch) != NULL)
    return;

  act_freshness_label_set_freshness (self->freshness, NULL);
  show_run (self, act_run_watch_get_run (self->watch));
  if (!act_run_watch_is_watching (self->watch))
    read_history (self);
}

/* A run that goes on is followed, so that the page tells what becomes of it. */
static void
follow (ActRunPage         *self,
        const ActFreshness *freshness)
{
  stop_following (self);
  if (act_run_status_is_final (self->run->status) || act_freshness_is_stale (freshness))
    return;

  self->watch = act_run_watch_new (self->session, self->run);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (watch_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
take_run (ActRunPage              *self,
          const ActIntegrationRun *run,
          const ActFreshness      *freshness)
{
  g_free (self->run_id);
  self->run_id = g_strdup (run->id);

  self->is_stale = act_freshness_is_stale (freshness);
  act_freshness_label_set_freshness (self->freshness, freshness);
  show_run (self, run);
  follow (self, freshness);
  read_entity_name (self);
  read_history (self);
  act_load_stack_show_content (self->load);
}

static void
run_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ActRunPage *self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;

  run = act_session_read_run_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_PAGE (user_data);
  if (run != NULL)
    take_run (self, run, freshness);
  else if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    act_load_stack_show_none (self->load,
                              "edit-find-symbolic",
                              _ ("This Run Is Not on the Server"),
                              _ ("It may have been deleted."),
                              act_unfound_view_new (self->session, NULL));
  else
    act_load_stack_show_error (self->load, error);
}

static void
show_none (ActRunPage *self)
{
  act_load_stack_show_none (self->load,
                            "edit-find-symbolic",
                            _ ("This event does not name its run"),
                            _ ("The Console may know more. What the server said about the event is "
                               "below."),
                            act_unfound_view_new (self->session, self->record->event->payload));
}

static void
run_found_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  ActRunPage *self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActRunFinding) finding = NULL;
  g_autofree char *how = NULL;

  finding = act_session_find_run_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_PAGE (user_data);
  if (finding == NULL)
    {
      act_load_stack_show_error (self->load, error);
      return;
    }

  if (finding->run == NULL)
    {
      show_none (self);
      return;
    }

  how = act_run_text_finding (finding);
  act_freshness_label_set_finding (self->freshness, how);
  take_run (self, finding->run, finding->freshness);
}

static void
record_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  ActRunPage *self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActEventRecord) record = NULL;

  record = act_session_read_record_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_PAGE (user_data);
  if (record == NULL)
    {
      act_load_stack_show_error (self->load, error);
      return;
    }

  g_clear_pointer (&self->record, act_event_record_free);
  self->record = g_steal_pointer (&record);
  act_session_find_run_async (self->session, self->record, self->cancellable, run_found_cb, self);
}

static void
cancel (ActRunPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Once found, the run stays the same one, even when a later one of the same entity appears. */
static void
read_again (ActRunPage *self)
{
  cancel (self);
  self->cancellable = g_cancellable_new ();
  if (self->run == NULL)
    act_load_stack_show_loading (self->load);

  if (self->run_id != NULL)
    act_session_read_run_async (self->session, self->run_id, self->cancellable, run_read_cb, self);
  else
    act_session_read_record_async (self->session, self->row_id, self->cancellable, record_read_cb, self);
}

/* What was shown from the store is read again as soon as the server answers others. */
static void
session_state_cb (ActRunPage *self)
{
  if (self->is_stale && act_session_get_state (self->session) == ACT_SESSION_IDLE)
    read_again (self);
}

static GtkWidget *
make_page (ActSession *session,
           gint64      row_id,
           const char *run_id)
{
  ActRunPage *self = g_object_new (ACT_TYPE_RUN_PAGE, NULL);

  self->session = g_object_ref (session);
  self->row_id = row_id;
  self->run_id = g_strdup (run_id);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (session_state_cb), self,
                           G_CONNECT_SWAPPED);
  read_again (self);

  return GTK_WIDGET (self);
}

static void
run_page_refresh (ActPage *page)
{
  read_again (ACT_RUN_PAGE (page));
}

static void
act_run_page_dispose (GObject *object)
{
  ActRunPage *self = ACT_RUN_PAGE (object);

  cancel (self);
  stop_following (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_RUN_PAGE);

  G_OBJECT_CLASS (act_run_page_parent_class)->dispose (object);
}

static void
act_run_page_finalize (GObject *object)
{
  ActRunPage *self = ACT_RUN_PAGE (object);

  g_clear_pointer (&self->record, act_event_record_free);
  g_clear_pointer (&self->run, act_integration_run_free);
  g_free (self->run_id);

  G_OBJECT_CLASS (act_run_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRunPage, load);
  gtk_widget_class_bind_template_child (widget_class, ActRunPage, freshness);
  gtk_widget_class_bind_template_child (widget_class, ActRunPage, heading);
  gtk_widget_class_bind_template_child (widget_class, ActRunPage, replay);
  gtk_widget_class_bind_template_child (widget_class, ActRunPage, facts);
  gtk_widget_class_bind_template_child (widget_class, ActRunPage, history);
  gtk_widget_class_bind_template_child (widget_class, ActRunPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, ActRunPage, history_problem);
  gtk_widget_class_bind_template_child (widget_class, ActRunPage, history_again);
  gtk_widget_class_bind_template_child (widget_class, ActRunPage, json);
  gtk_widget_class_bind_template_callback (widget_class, open_run_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_again);
  gtk_widget_class_bind_template_callback (widget_class, read_history);
  gtk_widget_class_bind_template_callback (widget_class, runs_read_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_log_cb);
}

static void
act_run_page_class_init (ActRunPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_run_page_dispose;
  object_class->finalize = act_run_page_finalize;

  g_type_ensure (ACT_TYPE_FRESHNESS_LABEL);
  g_type_ensure (ACT_TYPE_JSON_VIEW);
  g_type_ensure (ACT_TYPE_LOAD_STACK);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  g_type_ensure (ACT_TYPE_RUN_FACTS);
  g_type_ensure (ACT_TYPE_RUN_HEADING);
  g_type_ensure (ACT_TYPE_RUN_REPLAY);
  g_type_ensure (ACT_TYPE_RUN_TIMELINE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
act_run_page_init (ActRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_run_page_new:
 * @session: what to ask
 * @row_id: the row id of the event whose run it is
 *
 * Returns: (transfer floating): a page for the run that the event names, or that is found for it
 */
GtkWidget *
act_run_page_new (ActSession *session,
                  gint64      row_id)
{
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  return make_page (session, row_id, NULL);
}

/**
 * act_run_page_new_for_run:
 * @session: what to ask
 * @run_id: the run's id
 *
 * Returns: (transfer floating): a page for one run
 */
GtkWidget *
act_run_page_new_for_run (ActSession *session,
                          const char *run_id)
{
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (run_id != NULL && *run_id != '\0', NULL);

  return make_page (session, 0, run_id);
}
