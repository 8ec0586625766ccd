/* A log to read, search, copy and save
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-log-view.h"

#include "act-copy-button.h"
#include "act-log-cell.h"
#include "act-log-finder.h"
#include "act-log-text.h"
#include "act-problem-box.h"
#include "act-safe-text.h"
#include "act-save-file.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A window that is made wider or narrower breaks lines anew when it rests. */
#define REST_MILLISECONDS 150
/* What the row's padding takes; see the style sheet. */
#define ROW_PADDING   24
#define USUAL_COLUMNS 80

struct _ActLogView
{
  GtkWidget parent_instance;

  char         *run_id; /* (owned) (nullable) */
  GBytes       *log;    /* (owned) (nullable): as it came */
  GBytes       *text;   /* (owned) (nullable): for reading */
  ActLogForm    form;
  ActLogLines  *lines;        /* (owned) (nullable) */
  ActLogFinder *finder;       /* (owned) */
  GCancellable *cancellable;  /* (owned) (nullable): of what is done with this log */
  GCancellable *breaking;     /* (owned) (nullable): of the search for line ends under way */
  guint         rest_timeout; /* a source id */

  GtkWidget          *box;
  GtkWidget          *search_bar;
  GtkWidget          *entry;
  GtkWidget          *summary;
  ActCopyButton      *copy;
  ActProblemBox      *problem;
  GtkStack           *stack;
  GtkSpinner         *spinner;
  GtkScrolledWindow  *scroller;
  GtkListView        *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (ActLogView, act_log_view, GTK_TYPE_WIDGET)

static void break_lines (ActLogView *self);

static void
show_page (ActLogView *self,
           const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, g_strcmp0 (name, "preparing") == 0);
}

/* What the log is and how large, while nothing is searched for. */
static char *
describe_log (ActLogView *self)
{
  g_autofree char *size = g_format_size (g_bytes_get_size (self->log));
  g_autofree char *lines = NULL;
  guint            n_lines = act_log_lines_get_n_lines (self->lines);

  lines = g_strdup_printf (ngettext ("%'u line", "%'u lines", n_lines), n_lines);

  /* Translators: a log of %1$s lines that is %2$s large, as in "12 lines · 1.2 kB" */
  return self->form == ACT_LOG_FORM_JSON ? g_strdup_printf (_ ("JSON · %1$s · %2$s"), lines, size)
                                         : g_strdup_printf (_ ("Text · %1$s · %2$s"), lines, size);
}

static char *
describe_matches (ActLogView *self)
{
  gboolean has_more = FALSE;
  guint    n_matches = act_log_finder_get_n_matches (self->finder, &has_more);
  guint    number = 0;
  gsize    offset = 0;

  if (act_log_finder_is_searching (self->finder))
    return g_strdup (_ ("Searching…"));
  if (!act_log_finder_get_current (self->finder, &number, &offset))
    return g_strdup (_ ("No matches"));
  if (has_more)
    return g_strdup_printf (_ ("%1$'u of more than %2$'u matches"), number + 1, n_matches);

  return g_strdup_printf (ngettext ("%1$'u of %2$'u match", "%1$'u of %2$'u matches", n_matches),
                          number + 1,
                          n_matches);
}

static void
show_summary (ActLogView *self)
{
  g_autofree char *text = NULL;

  if (self->lines != NULL && *act_log_finder_get_needle (self->finder) != '\0')
    text = describe_matches (self);
  else if (self->lines != NULL)
    text = describe_log (self);
  else if (self->log != NULL && g_bytes_get_size (self->log) > 0)
    text = g_format_size (g_bytes_get_size (self->log));

  gtk_label_set_text (GTK_LABEL (self->summary), text != NULL ? text : "");
}

static void
update_actions (ActLogView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   has_more = FALSE;
  gboolean   has_matches = act_log_finder_get_n_matches (self->finder, &has_more) > 0;

  gtk_widget_action_set_enabled (widget, "log.next", has_matches);
  gtk_widget_action_set_enabled (widget, "log.previous", has_matches);
  gtk_widget_action_set_enabled (widget, "log.save",
                                 self->log != NULL && g_bytes_get_size (self->log) > 0);
  gtk_widget_set_visible (self->search_bar, self->lines != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->copy), self->lines != NULL);
}

static void
scroll_to_row (ActLogView *self,
               guint       row)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", row);
}

static void
show_match (ActLogView *self)
{
  guint number = 0;
  gsize offset = 0;
  guint row = 0;

  if (self->lines == NULL || !act_log_finder_get_current (self->finder, &number, &offset))
    return;

  row = act_log_lines_find_row (self->lines, offset);
  gtk_single_selection_set_selected (self->selection, row);
  scroll_to_row (self, row);
}

static void
finder_changed_cb (ActLogView *self)
{
  show_match (self);
  show_summary (self);
  update_actions (self);
}

/* Before the first layout the width is not known; then it is corrected later. */
static guint
count_columns (ActLogView *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->list), "0123456789");
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroller));
  int letters = 0;

  if (width <= 0)
    width = gtk_widget_get_width (GTK_WIDGET (self));

  pango_layout_get_size (layout, &letters, NULL);
  if (letters <= 0 || width <= ROW_PADDING)
    return USUAL_COLUMNS;

  return (guint) ((gint64) (width - ROW_PADDING) * PANGO_SCALE * 10 / letters);
}

/* What is at the top of the view stays there when the rows are other ones. */
static gsize
get_top_offset (ActLogView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  guint          n_rows = 0;
  double         upper = gtk_adjustment_get_upper (adjustment);
  guint          row = 0;

  if (self->lines == NULL || upper <= 0)
    return 0;

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  row = (guint) (gtk_adjustment_get_value (adjustment) / upper * n_rows + 0.5);

  return act_log_lines_get_offset (self->lines, MIN (row, n_rows));
}

static void
show_lines (ActLogView  *self,
            ActLogLines *lines)
{
  gsize top = get_top_offset (self);

  g_set_object (&self->lines, lines);
  /* Told of all rows at once, the list would look through all of them for the one that had the
   * focus; told that they go and others come, it does not. */
  gtk_single_selection_set_model (self->selection, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (lines));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (top > 0)
    scroll_to_row (self, act_log_lines_find_row (lines, top));

  show_match (self);
  show_page (self, "text");
  show_summary (self);
  update_actions (self);
}

static void
broken_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActLogLines) lines = act_log_lines_new_finish (result, &error);
  ActLogView *self = NULL;

  if (lines == NULL)
    return;

  self = ACT_LOG_VIEW (user_data);
  g_clear_object (&self->breaking);
  show_lines (self, lines);

  /* The width may have become known, or another one, meanwhile. */
  if (self->rest_timeout == 0 && act_log_lines_get_columns (lines) != count_columns (self))
    break_lines (self);
}

static void
cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
break_lines (ActLogView *self)
{
  if (self->text == NULL)
    return;

  cancel (&self->breaking);
  self->breaking = g_cancellable_new ();
  act_log_lines_new_async (self->text, count_columns (self), self->breaking, broken_cb, self);
}

static gboolean
rest_timeout_cb (gpointer user_data)
{
  ActLogView *self = user_data;

  self->rest_timeout = 0;
  if (self->lines != NULL && act_log_lines_get_columns (self->lines) != count_columns (self))
    break_lines (self);

  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (ActLogView *self)
{
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  self->rest_timeout = g_timeout_add (REST_MILLISECONDS, rest_timeout_cb, self);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ActLogView *self = NULL;
  GBytes     *text = NULL;
  ActLogForm  form = ACT_LOG_FORM_EMPTY;

  /* It was cancelled: another log is shown by now, or none. */
  if (!act_log_text_prepare_finish (result, &text, &form, NULL))
    return;

  self = ACT_LOG_VIEW (user_data);
  self->form = form;
  self->text = text;
  act_copy_button_set_bytes (self->copy, self->text);
  act_log_finder_set_text (self->finder, self->text);

  if (self->text != NULL)
    break_lines (self);
  else
    show_page (self, self->form == ACT_LOG_FORM_EMPTY ? "empty" : "binary");
}

static void
forget (ActLogView *self)
{
  cancel (&self->cancellable);
  cancel (&self->breaking);
  act_log_finder_set_text (self->finder, NULL);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->log, g_bytes_unref);
  g_clear_pointer (&self->run_id, g_free);
}

static void
say_saved (ActLogView *self,
           GFile      *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *safe_name = act_safe_text_line (name);
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), safe_name);

  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = act_save_file_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (file != NULL)
    say_saved (ACT_LOG_VIEW (user_data), file);
  else
    act_problem_box_show_error (ACT_LOG_VIEW (user_data)->problem, error);
}

static void
save_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ActLogView      *self = ACT_LOG_VIEW (widget);
  g_autofree char *name = act_log_text_get_file_name (self->run_id, self->form);

  act_problem_box_hide (self->problem);
  act_save_file_async (widget, name, self->log, self->cancellable, saved_cb, self);
}

static void
copy_line_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  ActLogView      *self = ACT_LOG_VIEW (widget);
  guint            row = gtk_single_selection_get_selected (self->selection);
  g_autofree char *line = NULL;

  if (self->lines == NULL || row == GTK_INVALID_LIST_POSITION)
    return;

  line = act_log_lines_dup_whole_line (self->lines, row);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), line);
}

static void
find_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  gtk_widget_grab_focus (ACT_LOG_VIEW (widget)->entry);
}

static void
next_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  act_log_finder_move (ACT_LOG_VIEW (widget)->finder, 1);
}

static void
previous_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  act_log_finder_move (ACT_LOG_VIEW (widget)->finder, -1);
}

static void
search_changed_cb (ActLogView *self)
{
  act_log_finder_set_needle (self->finder, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
next_cb (ActLogView *self)
{
  /* The entry waits a little before it says that it has changed. */
  if (g_str_equal (act_log_finder_get_needle (self->finder),
                   gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    act_log_finder_move (self->finder, 1);
  else
    search_changed_cb (self);
}

static void
previous_cb (ActLogView *self)
{
  act_log_finder_move (self->finder, -1);
}

static void
setup_row_cb (ActLogView  *self,
              GtkListItem *item)
{
  gtk_list_item_set_child (item, act_log_cell_new (self->finder));
}

static void
bind_row_cb (ActLogView  *self,
             GtkListItem *item)
{
  act_log_cell_set_line (ACT_LOG_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_row_cb (ActLogView  *self,
               GtkListItem *item)
{
  act_log_cell_set_line (ACT_LOG_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
act_log_view_dispose (GObject *object)
{
  ActLogView *self = ACT_LOG_VIEW (object);

  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  cancel (&self->cancellable);
  cancel (&self->breaking);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->lines);
  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_clear_object (&self->finder);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_LOG_VIEW);

  G_OBJECT_CLASS (act_log_view_parent_class)->dispose (object);
}

static void
act_log_view_finalize (GObject *object)
{
  ActLogView *self = ACT_LOG_VIEW (object);

  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->log, g_bytes_unref);
  g_free (self->run_id);

  G_OBJECT_CLASS (act_log_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "log.copy-line", NULL, copy_line_action_cb);
  gtk_widget_class_install_action (widget_class, "log.find", NULL, find_action_cb);
  gtk_widget_class_install_action (widget_class, "log.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "log.previous", NULL, previous_action_cb);
  gtk_widget_class_install_action (widget_class, "log.save", NULL, save_action_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "log.copy-line", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "log.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "log.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "log.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, "log.previous", NULL);
}

static void
act_log_view_class_init (ActLogViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_log_view_dispose;
  object_class->finalize = act_log_view_finalize;

  g_type_ensure (ACT_TYPE_COPY_BUTTON);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);

  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-log-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ActLogView, box);
  gtk_widget_class_bind_template_child (widget_class, ActLogView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ActLogView, entry);
  gtk_widget_class_bind_template_child (widget_class, ActLogView, summary);
  gtk_widget_class_bind_template_child (widget_class, ActLogView, copy);
  gtk_widget_class_bind_template_child (widget_class, ActLogView, problem);
  gtk_widget_class_bind_template_child (widget_class, ActLogView, stack);
  gtk_widget_class_bind_template_child (widget_class, ActLogView, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActLogView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ActLogView, list);
  gtk_widget_class_bind_template_child (widget_class, ActLogView, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
act_log_view_init (ActLogView *self)
{
  self->finder = act_log_finder_new ();
  g_signal_connect_swapped (self->finder, "changed", G_CALLBACK (finder_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  act_copy_button_set_label (self->copy, _ ("Copy Log"));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size",
                           G_CALLBACK (width_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

/**
 * act_log_view_new:
 *
 * Returns: (transfer floating): a view without a log
 */
GtkWidget *
act_log_view_new (void)
{
  return g_object_new (ACT_TYPE_LOG_VIEW, NULL);
}

/**
 * act_log_view_set_log:
 * @run_id: the id of the run whose log it is, from outside
 * @log: the log, whatever it is
 *
 * Shows a log, a little later when it is large.
 */
void
act_log_view_set_log (ActLogView *self,
                      const char *run_id,
                      GBytes     *log)
{
  g_return_if_fail (ACT_IS_LOG_VIEW (self));
  g_return_if_fail (run_id != NULL);
  g_return_if_fail (log != NULL);

  forget (self);
  self->run_id = g_strdup (run_id);
  self->log = g_bytes_ref (log);
  act_problem_box_hide (self->problem);
  show_page (self, "preparing");
  show_summary (self);
  update_actions (self);

  self->cancellable = g_cancellable_new ();
  act_log_text_prepare_async (self->log, self->cancellable, prepared_cb, self);
}

/**
 * act_log_view_get_lines:
 *
 * Returns: (transfer none) (nullable): the rows that are shown
 */
ActLogLines *
act_log_view_get_lines (ActLogView *self)
{
  g_return_val_if_fail (ACT_IS_LOG_VIEW (self), NULL);

  return self->lines;
}
