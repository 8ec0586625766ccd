/* Asks how events are to be exported, and shows how far that is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-export-dialog.h"

#include "act-export.h"
#include "act-problem-box.h"
#include "act-row-subset.h"

#include <glib/gi18n.h>

struct _ActExportDialog
{
  AdwWindow parent_instance;

  ActRowSource         *source; /* (owned) */
  ActQuery             *query;  /* (owned): what the list shows */
  guint                 n_listed;
  GArray               *selected;    /* (owned) (element-type gint64): may be empty */
  GtkFileChooserNative *chooser;     /* (owned) (nullable): while it is open */
  GCancellable         *cancellable; /* (owned) (nullable): of the export that is under way */
  GFile                *file;        /* (owned) (nullable): where it goes */

  GtkWidget      *export_button;
  GtkWidget      *form;
  AdwComboRow    *events_row;
  AdwComboRow    *format_row;
  GtkWidget      *progress_box;
  GtkProgressBar *progress_bar;
  GtkLabel       *progress_label;
  ActProblemBox  *problem;
};

G_DEFINE_FINAL_TYPE (ActExportDialog, act_export_dialog, ADW_TYPE_WINDOW)

/* In the order of the row. */
static const struct
{
  ActExportFormat format;
  const char     *extension;
} formats[] = {
  { ACT_EXPORT_CSV, ".csv" },
  { ACT_EXPORT_JSON, ".jsonl" },
};

static gboolean
wants_selected (ActExportDialog *self)
{
  return self->selected->len > 0 && adw_combo_row_get_selected (self->events_row) == 0;
}

static guint
get_format_position (ActExportDialog *self)
{
  return MIN (adw_combo_row_get_selected (self->format_row), G_N_ELEMENTS (formats) - 1);
}

static void
show_progress (ActExportDialog *self,
               guint            n_done,
               guint            n_total)
{
  g_autofree char *text = NULL;

  /* Translators: how many events have been written, and of how many. */
  text = g_strdup_printf (ngettext ("%1$'u of %2$'u event", "%1$'u of %2$'u events", n_total), n_done,
                          n_total);
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 n_total > 0 ? MIN ((double) n_done / n_total, 1) : 0);
}

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr (ActExportDialog) self = g_weak_ref_get (ref);

  if (self != NULL && self->cancellable != NULL)
    show_progress (self, n_done, n_total);
}

static void
update (ActExportDialog *self)
{
  gboolean running = self->cancellable != NULL;
  guint    n_events = wants_selected (self) ? self->selected->len : self->n_listed;

  gtk_widget_set_visible (self->form, !running);
  gtk_widget_set_visible (self->progress_box, running);
  gtk_widget_set_sensitive (self->export_button, !running && n_events > 0);
}

static void
choice_cb (ActExportDialog *self)
{
  if (self->selected != NULL)
    update (self);
}

static void
free_weak_ref (GWeakRef *ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  GWeakRef *ref = user_data;
  g_autoptr (ActExportDialog) self = g_weak_ref_get (ref);
  guint    n_events = 0;
  gboolean exported = FALSE;

  free_weak_ref (ref);
  exported = act_export_to_file_finish (ACT_ROW_SOURCE (source), result, &n_events, &error);
  if (self == NULL || self->cancellable == NULL)
    return;

  g_clear_object (&self->cancellable);
  update (self);
  if (exported)
    {
      g_signal_emit_by_name (self, "exported", n_events, self->file);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      act_problem_box_show_error (self->problem, error);
    }
}

/* What is selected is exported whether the filter shows it or not. */
static ActQuery *
make_query (ActExportDialog *self)
{
  ActQuery *query = NULL;

  if (!wants_selected (self))
    return act_query_copy (self->query);

  query = act_query_new ();
  query->include_actioned = TRUE;
  query->sort = self->query->sort;
  query->descending = self->query->descending;

  return query;
}

static ActRowSource *
make_source (ActExportDialog *self)
{
  if (!wants_selected (self))
    return g_object_ref (self->source);

  return ACT_ROW_SOURCE (act_row_subset_new (self->source,
                                             (const gint64 *) (gpointer) self->selected->data,
                                             self->selected->len));
}

static char *
make_name (ActExportDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  const char      *extension = formats[get_format_position (self)].extension;

  /* Translators: the name of a file that is proposed; a day as 2026-03-01 and .csv go in here. */
  return g_strdup_printf (_ ("Events %1$s%2$s"), day, extension);
}

static void
chooser_response_cb (GtkNativeDialog *chooser,
                     int              response,
                     ActExportDialog *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  g_signal_handlers_disconnect_by_data (chooser, self);
  gtk_native_dialog_destroy (chooser);
  g_clear_object (&self->chooser);
  if (file != NULL)
    act_export_dialog_save_to_file (self, file);
}

static void
export_cb (ActExportDialog *self)
{
  g_autofree char *name = NULL;

  if (self->chooser != NULL || self->cancellable != NULL)
    return;

  name = make_name (self);
  self->chooser = gtk_file_chooser_native_new (_ ("Export"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect (self->chooser, "response", G_CALLBACK (chooser_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Cancel stops what is under way, and closes the dialog when nothing is. */
static void
cancel_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ActExportDialog *self = ACT_EXPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* A focus that is set before the window is there makes GTK 4.8 hide the window from assistive
 * technology. */
static void
act_export_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (act_export_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (ACT_EXPORT_DIALOG (widget)->export_button);
}

static void
act_export_dialog_dispose (GObject *object)
{
  ActExportDialog *self = ACT_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->chooser != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->chooser, self);
      gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
    }

  g_clear_object (&self->chooser);
  g_clear_object (&self->source);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (act_export_dialog_parent_class)->dispose (object);
}

static void
act_export_dialog_finalize (GObject *object)
{
  ActExportDialog *self = ACT_EXPORT_DIALOG (object);

  g_clear_pointer (&self->query, act_query_free);
  g_clear_pointer (&self->selected, g_array_unref);

  G_OBJECT_CLASS (act_export_dialog_parent_class)->finalize (object);
}

static void
act_export_dialog_class_init (ActExportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_export_dialog_dispose;
  object_class->finalize = act_export_dialog_finalize;
  widget_class->map = act_export_dialog_map;

  g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_FILE);

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActExportDialog, events_row);
  gtk_widget_class_bind_template_child (widget_class, ActExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, ActExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, ActExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, ActExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ActExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ActExportDialog, progress_box);
  gtk_widget_class_bind_template_child (widget_class, ActExportDialog, progress_label);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
}

static void
act_export_dialog_init (ActExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_events_row (ActExportDialog *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autofree char *selected = NULL;
  g_autofree char *listed = NULL;

  /* Translators: what is exported: the events that are selected. */
  selected = g_strdup_printf (ngettext ("%'u selected", "%'u selected", self->selected->len),
                              self->selected->len);
  /* Translators: what is exported: the events that the list shows. */
  listed = g_strdup_printf (ngettext ("%'u in the list", "%'u in the list", self->n_listed),
                            self->n_listed);
  if (self->selected->len > 0)
    gtk_string_list_append (choices, selected);

  gtk_string_list_append (choices, listed);
  adw_combo_row_set_model (self->events_row, G_LIST_MODEL (choices));
}

/**
 * act_export_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @source: where the events are
 * @query: what the list shows
 * @n_listed: how many events that are
 * @selected: (element-type gint64): the row ids of those that are selected, often none
 *
 * Creates a dialog that asks for format and file, and exports.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
act_export_dialog_new (GtkWindow      *parent,
                       ActRowSource   *source,
                       const ActQuery *query,
                       guint           n_listed,
                       GArray         *selected)
{
  ActExportDialog *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_ROW_SOURCE (source), NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (selected != NULL, NULL);

  self = g_object_new (ACT_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->source = g_object_ref (source);
  self->query = act_query_copy (query);
  self->n_listed = n_listed;
  self->selected = g_array_ref (selected);
  fill_events_row (self);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * act_export_dialog_save_to_file:
 * @self: a dialog
 * @file: where to export to
 *
 * Exports what is chosen.
 */
void
act_export_dialog_save_to_file (ActExportDialog *self,
                                GFile           *file)
{
  g_autoptr (ActQuery) query = NULL;
  g_autoptr (ActRowSource) source = NULL;
  GWeakRef *ref = NULL;

  g_return_if_fail (ACT_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->cancellable != NULL)
    return;

  query = make_query (self);
  source = make_source (self);
  g_set_object (&self->file, file);
  self->cancellable = g_cancellable_new ();
  act_problem_box_hide (self->problem);
  show_progress (self, 0, wants_selected (self) ? self->selected->len : self->n_listed);
  update (self);

  /* The last words of an export that is cancelled come after the dialog is gone. */
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  act_export_to_file_async (source, query, formats[get_format_position (self)].format, file,
                            progress_cb, ref, self->cancellable, exported_cb, ref);
}
