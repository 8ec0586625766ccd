/* The latest run of what an event is about, to see whether a follow-up helped
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-check.h"

#include "act-page.h"
#include "act-run-page.h"
#include "act-run-text.h"
#include "act-session-runs.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActRunCheck
{
  GtkWidget parent_instance;

  ActSession   *session;     /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  char         *run_id;      /* (owned) (nullable) */

  GtkWidget *box;
  GtkLabel  *state;
  GtkLabel  *advice;
};

G_DEFINE_FINAL_TYPE (ActRunCheck, act_run_check, GTK_TYPE_WIDGET)

static void
show_run (ActRunCheck             *self,
          const ActIntegrationRun *run)
{
  g_autofree char *status = act_run_text_status (run);
  g_autofree char *text = NULL;
  gint64           time = act_integration_run_get_time (run);
  gboolean         complete = run->status == ACT_RUN_STATUS_COMPLETE;

  if (time != ACT_TIME_UNKNOWN)
    {
      g_autofree char *when = act_time_text_short (time, act_time_now ());

      /* Translators: the first is what became of a run, such as "Failed", the second a time */
      text = g_strdup_printf (_ ("Latest run: %1$s, %2$s"), status, when);
    }
  else
    {
      text = g_strdup_printf (_ ("Latest run: %s"), status);
    }

  g_free (self->run_id);
  self->run_id = g_strdup (run->id);
  gtk_label_set_text (self->state, text);
  gtk_label_set_text (self->advice, complete ? _ ("It has gone through.")
                                             : _ ("To see whether it works now, replay the run or wait for the next one."));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
runs_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  ActRunCheck *self = NULL;

  runs = act_session_list_runs_finish (ACT_SESSION (source), result, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_CHECK (user_data);
  if (runs != NULL && runs->len > 0)
    show_run (self, g_ptr_array_index (runs, 0));
}

/* What cannot be found out is only an offer less. */
static void
run_found_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActRunFinding) finding = NULL;
  ActRunCheck *self = NULL;

  finding = act_session_find_run_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_CHECK (user_data);
  if (finding == NULL || finding->run == NULL)
    return;

  show_run (self, finding->run);
  if (finding->run->entity_type != NULL && finding->run->entity_id != NULL)
    act_session_list_runs_async (self->session, finding->run->entity_type, finding->run->entity_id,
                                 self->cancellable, runs_listed_cb, self);
}

static void
view_run_cb (ActRunCheck *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), ACT_TYPE_PAGE);

  if (page != NULL && self->run_id != NULL)
    act_page_open (ACT_PAGE (page), act_run_page_new_for_run (self->session, self->run_id));
}

static void
cancel (ActRunCheck *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
act_run_check_dispose (GObject *object)
{
  ActRunCheck *self = ACT_RUN_CHECK (object);

  cancel (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_RUN_CHECK);

  G_OBJECT_CLASS (act_run_check_parent_class)->dispose (object);
}

static void
act_run_check_finalize (GObject *object)
{
  g_free (ACT_RUN_CHECK (object)->run_id);

  G_OBJECT_CLASS (act_run_check_parent_class)->finalize (object);
}

static void
act_run_check_class_init (ActRunCheckClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_run_check_dispose;
  object_class->finalize = act_run_check_finalize;

  gtk_widget_class_set_css_name (widget_class, "runcheck");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-run-check.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRunCheck, box);
  gtk_widget_class_bind_template_child (widget_class, ActRunCheck, state);
  gtk_widget_class_bind_template_child (widget_class, ActRunCheck, advice);
  gtk_widget_class_bind_template_callback (widget_class, view_run_cb);
}

static void
act_run_check_init (ActRunCheck *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_run_check_new:
 *
 * Returns: (transfer floating): a hidden check
 */
GtkWidget *
act_run_check_new (void)
{
  return g_object_new (ACT_TYPE_RUN_CHECK, NULL);
}

/**
 * act_run_check_set:
 * @self: a check
 * @session: what to ask
 * @record: (nullable): the event, or %NULL to show nothing
 *
 * Looks for the latest run.
 */
void
act_run_check_set (ActRunCheck          *self,
                   ActSession           *session,
                   const ActEventRecord *record)
{
  g_return_if_fail (ACT_IS_RUN_CHECK (self));
  g_return_if_fail (ACT_IS_SESSION (session));

  cancel (self);
  g_set_object (&self->session, session);
  if (record == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  self->cancellable = g_cancellable_new ();
  act_session_find_run_async (session, record, self->cancellable, run_found_cb, self);
}
