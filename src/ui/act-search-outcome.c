/* What a search came to, or how far it is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-outcome.h"

#include <glib/gi18n.h>

struct _ActSearchOutcome
{
  GtkWidget parent_instance;

  GtkWidget      *box;
  GtkLabel       *problem_label;
  GtkLabel       *count_label;
  GtkWidget      *stop_button;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (ActSearchOutcome, act_search_outcome, GTK_TYPE_WIDGET)

static void
stop_clicked_cb (ActSearchOutcome *self)
{
  g_signal_emit_by_name (self, "stopped");
}

static void
act_search_outcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_SEARCH_OUTCOME);

  G_OBJECT_CLASS (act_search_outcome_parent_class)->dispose (object);
}

static void
act_search_outcome_class_init (ActSearchOutcomeClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_search_outcome_dispose;

  g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-search-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSearchOutcome, box);
  gtk_widget_class_bind_template_child (widget_class, ActSearchOutcome, count_label);
  gtk_widget_class_bind_template_child (widget_class, ActSearchOutcome, problem_label);
  gtk_widget_class_bind_template_child (widget_class, ActSearchOutcome, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ActSearchOutcome, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
act_search_outcome_init (ActSearchOutcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_search_outcome_new:
 *
 * Creates an outcome that says nothing yet.
 *
 * Returns: (transfer floating): the outcome
 */
GtkWidget *
act_search_outcome_new (void)
{
  return g_object_new (ACT_TYPE_SEARCH_OUTCOME, NULL);
}

/**
 * act_search_outcome_show_problem:
 * @self: an outcome
 * @problem: (nullable): what is wrong with the search, or %NULL
 *
 * Explains what was not understood.
 */
void
act_search_outcome_show_problem (ActSearchOutcome *self,
                                 const char       *problem)
{
  const char *text = problem != NULL ? problem : "";

  g_return_if_fail (ACT_IS_SEARCH_OUTCOME (self));

  /* A label that is told the same again would be read out again. */
  if (g_strcmp0 (gtk_label_get_label (self->problem_label), text) != 0)
    gtk_label_set_label (self->problem_label, text);

  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
show_progress (ActSearchOutcome *self,
               gboolean          shown,
               double            fraction)
{
  gtk_widget_set_visible (self->stop_button, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), shown);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

/* A label that is told the same again would be read out again. */
static void
show_count_text (ActSearchOutcome *self,
                 const char       *text)
{
  if (g_strcmp0 (gtk_label_get_label (self->count_label), text) != 0)
    gtk_label_set_label (self->count_label, text);
}

/**
 * act_search_outcome_show_count:
 * @self: an outcome
 * @n_events: how many events the list shows
 * @scan_stopped: whether `payload:` was left out, since its reading was stopped
 *
 * Says what the search came to.
 */
void
act_search_outcome_show_count (ActSearchOutcome *self,
                               guint             n_events,
                               gboolean          scan_stopped)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ACT_IS_SEARCH_OUTCOME (self));

  if (scan_stopped)
    text = g_strdup_printf (ngettext ("%'u event without a look into the raw JSON; press Enter to look",
                                      "%'u events without a look into the raw JSON; press Enter to look",
                                      n_events),
                            n_events);
  else
    text = g_strdup_printf (ngettext ("%'u event", "%'u events", n_events), n_events);

  show_progress (self, FALSE, 0);
  show_count_text (self, text);
}

/**
 * act_search_outcome_show_waiting:
 * @self: an outcome
 *
 * Says that the search goes on.
 */
void
act_search_outcome_show_waiting (ActSearchOutcome *self)
{
  g_return_if_fail (ACT_IS_SEARCH_OUTCOME (self));

  show_progress (self, FALSE, 0);
  show_count_text (self, _ ("Searching…"));
}

/**
 * act_search_outcome_show_scan:
 * @self: an outcome
 * @n_read: how many events were read
 * @n_total: how many there are to read
 *
 * Says how far the reading of raw JSON is, and lets it be stopped.
 */
void
act_search_outcome_show_scan (ActSearchOutcome *self,
                              guint             n_read,
                              guint             n_total)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ACT_IS_SEARCH_OUTCOME (self));

  /* Translators: how many events have been looked through, and of how many. */
  text = g_strdup_printf (_ ("Reading the raw JSON: %'u of %'u events"), n_read, n_total);
  show_progress (self, TRUE, n_total > 0 ? MIN ((double) n_read / n_total, 1) : 0);
  show_count_text (self, text);
}
