/* Tells the main thread how far a job of a store's thread is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-progress.h"

#define US_BETWEEN_REPORTS (G_USEC_PER_SEC / 10)

struct _ActStoreProgress
{
  ActProgressFunc func;
  gpointer        user_data;
  GMainContext   *context; /* (owned) */

  /* Of the thread that reports */
  gboolean reported;
  ActStep  last_step;
  gint64   last_time;
};

typedef struct
{
  ActStoreProgress *progress; /* (owned) */
  ActStep           step;
  gint64            done;
  gint64            total;
} Report;

static void
clear_progress (gpointer data)
{
  ActStoreProgress *self = data;

  g_main_context_unref (self->context);
}

static void
free_report (gpointer data)
{
  Report *report = data;

  act_store_progress_unref (report->progress);
  g_free (report);
}

static gboolean
report_cb (gpointer user_data)
{
  const Report *report = user_data;

  report->progress->func (report->step, report->done, report->total, report->progress->user_data);

  return G_SOURCE_REMOVE;
}

/**
 * act_store_progress_new:
 * @func: (nullable): told in the thread-default context of this call
 * @user_data: for @func; valid until the job has answered
 *
 * Returns: (transfer full) (nullable): what a job reports to; %NULL if nobody listens
 */
ActStoreProgress *
act_store_progress_new (ActProgressFunc func,
                        gpointer        user_data)
{
  ActStoreProgress *self = NULL;

  if (func == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (ActStoreProgress);
  self->func = func;
  self->user_data = user_data;
  self->context = g_main_context_ref_thread_default ();

  return self;
}

/**
 * act_store_progress_unref:
 * @self: (transfer full) (nullable): a progress
 *
 * Any thread.
 */
void
act_store_progress_unref (ActStoreProgress *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_progress);
}

/**
 * act_store_progress_report:
 * @self: (nullable): a progress
 * @step: what is being done
 * @done: how much of it is done
 * @total: how much there is to do; 0 if it cannot be counted
 *
 * Passes this on, unless something about the same step was passed on a moment ago. A job's answer
 * takes the same way with the same priority, so it comes after all reports. On the thread of the
 * job.
 */
void
act_store_progress_report (ActStoreProgress *self,
                           ActStep           step,
                           gint64            done,
                           gint64            total)
{
  gint64  now = g_get_monotonic_time ();
  Report *report = NULL;
  g_autoptr (GSource) source = NULL;

  if (self == NULL)
    return;

  if (self->reported && self->last_step == step && now - self->last_time < US_BETWEEN_REPORTS)
    return;

  self->reported = TRUE;
  self->last_step = step;
  self->last_time = now;

  report = g_new0 (Report, 1);
  report->progress = g_atomic_rc_box_acquire (self);
  report->step = step;
  report->done = done;
  report->total = total;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[actioned] store progress");
  g_source_set_callback (source, report_cb, report, free_report);
  g_source_attach (source, self->context);
}
