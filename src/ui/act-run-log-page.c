/* The log of an integration run
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-log-page.h"

#include "act-api-error.h"
#include "act-freshness-label.h"
#include "act-load-stack.h"
#include "act-log-view.h"
#include "act-page.h"
#include "act-session-runs.h"

#include <glib/gi18n.h>

/* A read that is quicker than this shows no sign of being under way, which would only flicker. */
#define SHOW_LOADING_MILLISECONDS 200

struct _ActRunLogPage
{
  GtkWidget parent_instance;

  ActSession   *session;         /* (owned) */
  char         *run_id;          /* (owned) */
  GCancellable *cancellable;     /* (owned) (nullable): of the read under way */
  guint         loading_timeout; /* a source id */

  GtkStack          *stack;
  GtkSpinner        *spinner;
  ActLoadStack      *load;
  ActFreshnessLabel *freshness;
  ActLogView        *view;
};

static char *
run_log_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Log of the Run"));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = run_log_page_dup_title;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ActRunLogPage, act_run_log_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static void
show_loading (ActRunLogPage *self,
              gboolean       is_loading)
{
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, is_loading ? "loading" : "log");
  gtk_spinner_set_spinning (self->spinner, is_loading);
}

static gboolean
loading_timeout_cb (gpointer user_data)
{
  ActRunLogPage *self = user_data;

  self->loading_timeout = 0;
  show_loading (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
cancel (ActRunLogPage *self)
{
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_failure (ActRunLogPage *self,
              const GError  *error)
{
  if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    act_load_stack_show_none (self->load,
                              "text-x-generic-symbolic",
                              _ ("There Is No Log"),
                              _ ("The server has no log of this run."),
                              NULL);
  else
    act_load_stack_show_error (self->load, error);
}

static void
log_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ActRunLogPage *self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GBytes) log = NULL;

  log = act_session_read_run_log_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_LOG_PAGE (user_data);
  g_clear_object (&self->cancellable);
  show_loading (self, FALSE);

  if (log == NULL)
    {
      show_failure (self, error);
      return;
    }

  act_freshness_label_set_freshness (self->freshness, freshness);
  act_log_view_set_log (self->view, self->run_id, log);
  act_load_stack_show_content (self->load);
}

static void
read_log (ActRunLogPage *self)
{
  cancel (self);
  self->cancellable = g_cancellable_new ();
  self->loading_timeout = g_timeout_add (SHOW_LOADING_MILLISECONDS, loading_timeout_cb, self);
  act_session_read_run_log_async (self->session, self->run_id, self->cancellable, log_read_cb, self);
}

static void
cancel_cb (ActRunLogPage *self)
{
  cancel (self);
  act_page_close (ACT_PAGE (self));
}

static void
act_run_log_page_dispose (GObject *object)
{
  ActRunLogPage *self = ACT_RUN_LOG_PAGE (object);

  cancel (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_RUN_LOG_PAGE);

  G_OBJECT_CLASS (act_run_log_page_parent_class)->dispose (object);
}

static void
act_run_log_page_finalize (GObject *object)
{
  ActRunLogPage *self = ACT_RUN_LOG_PAGE (object);

  g_free (self->run_id);

  G_OBJECT_CLASS (act_run_log_page_parent_class)->finalize (object);
}

static void
act_run_log_page_class_init (ActRunLogPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_run_log_page_dispose;
  object_class->finalize = act_run_log_page_finalize;

  g_type_ensure (ACT_TYPE_FRESHNESS_LABEL);
  g_type_ensure (ACT_TYPE_LOAD_STACK);
  g_type_ensure (ACT_TYPE_LOG_VIEW);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-run-log-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRunLogPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ActRunLogPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActRunLogPage, load);
  gtk_widget_class_bind_template_child (widget_class, ActRunLogPage, freshness);
  gtk_widget_class_bind_template_child (widget_class, ActRunLogPage, view);
  gtk_widget_class_bind_template_callback (widget_class, read_log);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
act_run_log_page_init (ActRunLogPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_run_log_page_new:
 * @session: what to ask
 * @run_id: the run's id
 *
 * Returns: (transfer floating): a page that reads the log at once
 */
GtkWidget *
act_run_log_page_new (ActSession *session,
                      const char *run_id)
{
  ActRunLogPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (run_id != NULL, NULL);

  self = g_object_new (ACT_TYPE_RUN_LOG_PAGE, NULL);
  self->session = g_object_ref (session);
  self->run_id = g_strdup (run_id);
  read_log (self);

  return GTK_WIDGET (self);
}
