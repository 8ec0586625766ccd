/* Shows what takes space on this computer, and frees what is chosen
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-free-space-dialog.h"

#include "act-problem-box.h"
#include "act-progress-view.h"
#include "act-session-space.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActFreeSpaceDialog
{
  AdwWindow parent_instance;

  ActSession   *session;     /* (owned) */
  GCancellable *cancellable; /* (owned): of everything, when the dialog ends */
  GCancellable *counting;    /* (owned) (nullable): of the count that runs */
  GCancellable *freeing;     /* (owned) (nullable): of the freeing that runs */

  GtkStack        *stack;
  ActProblemBox   *problem;
  GtkLabel        *events_size;
  GtkLabel        *index_size;
  GtkLabel        *logs_size;
  GtkLabel        *others_size;
  GtkLabel        *unused_size;
  GtkLabel        *backups_size;
  GtkLabel        *set_aside_size;
  GtkLabel        *total_size;
  GtkWidget       *events_row;
  GtkWidget       *set_aside_row;
  GtkWidget       *age_row;
  GtkWidget       *logs_row;
  GtkWidget       *backups_row;
  GtkSwitch       *logs_switch;
  GtkSwitch       *backups_switch;
  GtkWidget       *free_button;
  ActProgressView *progress_view;
  AdwStatusPage   *result_page;
};

G_DEFINE_FINAL_TYPE (ActFreeSpaceDialog, act_free_space_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows that the list drops down; the first one deletes nothing. */
static const guint months[] = { 0, 24, 12, 6, 3, 1 };

static void
set_size (GtkLabel *label,
          gint64    n_bytes)
{
  g_autofree char *text = g_format_size ((guint64) MAX (n_bytes, 0));

  gtk_label_set_label (label, text);
}

static void
set_subtitle (GtkWidget  *row,
              const char *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static gint64
get_older_than (ActFreeSpaceDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->age_row));
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) then = NULL;

  if (selected == 0 || selected >= G_N_ELEMENTS (months))
    return 0;

  now = g_date_time_new_from_unix_utc (act_time_now () / 1000);
  then = g_date_time_add_months (now, -(int) months[selected]);

  return g_date_time_to_unix (then) * 1000;
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  guint               n_events = 0;
  ActFreeSpaceDialog *self = NULL;
  g_autofree char    *text = NULL;

  if (!act_session_count_prunable_finish (ACT_SESSION (source), result, &n_events, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_info ("What would be deleted cannot be counted: %s", error->message);
      return;
    }

  self = ACT_FREE_SPACE_DIALOG (user_data);
  text = g_strdup_printf (ngettext ("%'u event", "%'u events", n_events), n_events);
  set_subtitle (self->age_row, text);
}

static void
count (ActFreeSpaceDialog *self)
{
  gint64 older_than = get_older_than (self);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  set_subtitle (self->age_row, _ ("Open and unsent events always stay"));
  if (older_than == 0)
    return;

  self->counting = g_cancellable_new ();
  act_session_count_prunable_async (self->session, older_than, self->counting, counted_cb, self);
}

static void
show_usage (ActFreeSpaceDialog *self,
            const ActUsage     *usage)
{
  g_autofree char *events = g_strdup_printf (ngettext ("%'u event", "%'u events", usage->n_events),
                                             usage->n_events);

  set_size (self->events_size, usage->events);
  set_size (self->index_size, usage->index);
  set_size (self->logs_size, usage->logs);
  set_size (self->others_size, usage->others);
  set_size (self->unused_size, usage->unused);
  set_size (self->backups_size, usage->backups);
  set_size (self->set_aside_size, usage->set_aside);
  set_size (self->total_size, act_usage_get_total (usage));
  set_subtitle (self->events_row, events);
  gtk_widget_set_visible (self->set_aside_row, usage->n_set_aside > 0);
  gtk_widget_set_visible (self->logs_row, usage->n_logs > 0);
  gtk_widget_set_visible (self->backups_row, usage->n_backups > 0);
  gtk_widget_set_sensitive (self->free_button, !act_session_get_read_only (self->session));
}

static void
measured_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActUsage) usage = act_session_measure_finish (ACT_SESSION (source), result, &error);
  ActFreeSpaceDialog *self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_FREE_SPACE_DIALOG (user_data);
  if (usage != NULL)
    show_usage (self, usage);
  else
    act_problem_box_show_error (self->problem, error);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
measure (ActFreeSpaceDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "measure");
  act_session_measure_async (self->session, self->cancellable, measured_cb, self);
}

static void
show_result (ActFreeSpaceDialog *self,
             gint64              before,
             gint64              after)
{
  g_autofree char *freed = g_format_size ((guint64) MAX (before - after, 0));
  g_autofree char *before_text = g_format_size ((guint64) before);
  g_autofree char *after_text = g_format_size ((guint64) after);
  /* Translators: a size. */
  g_autofree char *title = g_strdup_printf (_ ("%s Freed"), freed);
  /* Translators: two sizes. */
  g_autofree char *description = g_strdup_printf (_ ("Before: %s. Now: %s."), before_text, after_text);

  adw_status_page_set_title (self->result_page, title);
  adw_status_page_set_description (self->result_page, description);
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static void
freed_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ActFreeSpaceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64   before = 0;
  gint64   after = 0;
  gboolean freed;

  freed = act_session_free_space_finish (ACT_SESSION (source), result, &before, &after, &error);
  g_clear_object (&self->freeing);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  act_progress_view_clear (self->progress_view);
  if (freed)
    {
      show_result (self, before, after);
      return;
    }

  /* What was deleted by then is gone, so everything is measured anew. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    act_problem_box_show_error (self->problem, error);
  measure (self);
}

static void
progress_cb (ActStep  step,
             gint64   done,
             gint64   total,
             gpointer user_data)
{
  ActFreeSpaceDialog *self = user_data;

  if (!g_cancellable_is_cancelled (self->cancellable))
    act_progress_view_set (self->progress_view, step, done, total);
}

static void
free_cb (ActFreeSpaceDialog *self)
{
  ActFreeing freeing = {
    .older_than = get_older_than (self),
    .logs = gtk_widget_get_visible (self->logs_row) && gtk_switch_get_active (self->logs_switch),
    .backups = gtk_widget_get_visible (self->backups_row) &&
               gtk_switch_get_active (self->backups_switch),
  };

  g_cancellable_cancel (self->counting);
  act_problem_box_hide (self->problem);
  gtk_stack_set_visible_child_name (self->stack, "free");
  self->freeing = g_cancellable_new ();
  act_session_free_space_async (self->session, &freeing, progress_cb, self, self->freeing, freed_cb,
                                g_object_ref (self));
}

static void
stop_cb (ActFreeSpaceDialog *self)
{
  g_cancellable_cancel (self->freeing);
}

static void
age_changed_cb (ActFreeSpaceDialog *self)
{
  count (self);
}

static void
act_free_space_dialog_dispose (GObject *object)
{
  ActFreeSpaceDialog *self = ACT_FREE_SPACE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->counting);
  g_cancellable_cancel (self->freeing);
  g_clear_object (&self->counting);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_FREE_SPACE_DIALOG);

  G_OBJECT_CLASS (act_free_space_dialog_parent_class)->dispose (object);
}

static void
act_free_space_dialog_finalize (GObject *object)
{
  ActFreeSpaceDialog *self = ACT_FREE_SPACE_DIALOG (object);

  g_clear_object (&self->freeing);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_free_space_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, events_size);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, index_size);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, logs_size);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, others_size);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, unused_size);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, backups_size);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, set_aside_size);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, total_size);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, events_row);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, set_aside_row);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, age_row);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, logs_row);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, backups_row);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, logs_switch);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, backups_switch);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, free_button);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, progress_view);
  gtk_widget_class_bind_template_child (widget_class, ActFreeSpaceDialog, result_page);
}

static void
act_free_space_dialog_class_init (ActFreeSpaceDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_free_space_dialog_dispose;
  object_class->finalize = act_free_space_dialog_finalize;

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  g_type_ensure (ACT_TYPE_PROGRESS_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-free-space-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, age_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, free_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_free_space_dialog_init (ActFreeSpaceDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_free_space_dialog_new:
 * @parent: the window that it belongs to
 * @session: whose store it is about
 *
 * Creates the dialog, which begins to measure.
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
act_free_space_dialog_new (GtkWindow  *parent,
                           ActSession *session)
{
  ActFreeSpaceDialog *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_FREE_SPACE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  count (self);
  measure (self);

  return GTK_WIDGET (self);
}
