/* Activity: what was changed from this computer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-activity-page.h"

#include "act-activity-cell.h"
#include "act-activity-details-page.h"
#include "act-activity-entry.h"
#include "act-activity-exporting.h"
#include "act-activity-text.h"
#include "act-load-stack.h"
#include "act-page.h"
#include "act-problem-box.h"
#include "act-safe-text.h"
#include "act-save-file.h"
#include "act-session-activity.h"
#include "act-tab-stop.h"

#include <glib/gi18n.h>

/* So many are read at once; the next ones when the end of these comes near. */
#define PAGE 50

struct _ActActivityPage
{
  GtkWidget parent_instance;

  ActSession   *session;     /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of all that is not the list */
  GCancellable *reading;     /* (owned) (nullable): of the list */
  GListStore   *entries;     /* (owned): of ActActivityEntry */
  char         *text;        /* (owned) (nullable): what is searched for */
  guint         n_to_read;   /* of the first page, when it is read again */
  gboolean      is_complete;
  gboolean      has_read;

  GtkWidget     *box;
  GtkWidget     *search;
  GtkWidget     *export_button;
  GtkWidget     *connection;
  ActProblemBox *problem;
  ActLoadStack  *load;
  GtkAdjustment *adjustment;
  GtkWidget     *list;
  GtkWidget     *status;
};

enum
{
  SIGNAL_SHOW_EVENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void init_page (ActPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActActivityPage, act_activity_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static void
show_status (ActActivityPage *self,
             const char      *text)
{
  gtk_label_set_text (GTK_LABEL (self->status), text != NULL ? text : "");
  gtk_widget_set_visible (self->status, text != NULL);
}

static void
show_list (ActActivityPage *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autofree char *status = NULL;

  gtk_widget_set_sensitive (self->export_button, n > 0 || self->text != NULL);
  if (n == 0 && self->text != NULL)
    act_load_stack_show_none (self->load, "edit-find-symbolic", _ ("No Results Found"),
                              _ ("Try a different search."), NULL);
  else if (n == 0)
    act_load_stack_show_none (self->load, "document-open-recent-symbolic", _ ("No Activity"),
                              _ ("What is changed from this computer will be listed here."), NULL);
  else
    act_load_stack_show_content (self->load);

  if (n > 0 && self->is_complete)
    status = g_strdup_printf (ngettext ("%u change", "%u changes", n), n);
  show_status (self, status);
}

static gint64
get_last_number (ActActivityPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autoptr (ActActivityEntry) last = NULL;

  if (n == 0)
    return G_MAXINT64;

  last = g_list_model_get_item (G_LIST_MODEL (self->entries), n - 1);

  return act_activity_entry_get_activity (last)->number;
}

static void
take_activities (ActActivityPage *self,
                 GPtrArray       *activities,
                 guint            position,
                 guint            n_removed)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  while (activities->len > 0)
    g_ptr_array_add (entries, act_activity_entry_new (g_ptr_array_steal_index (activities, 0)));
  g_list_store_splice (self->entries, position, n_removed, entries->pdata, entries->len);
}

/* Takes the answer, or tells that there is none. */
static GPtrArray *
finish_reading (GObject          *source,
                GAsyncResult     *result,
                gpointer          user_data,
                ActActivityPage **self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *activities = NULL;

  activities = act_session_list_activities_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;

  *self = ACT_ACTIVITY_PAGE (user_data);
  g_clear_object (&(*self)->reading);
  if (activities == NULL)
    act_load_stack_show_error ((*self)->load, error);

  return activities;
}

static void
first_page_read_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  ActActivityPage *self = NULL;
  g_autoptr (GPtrArray) activities = finish_reading (source, result, user_data, &self);

  if (activities == NULL)
    return;

  self->has_read = TRUE;
  self->is_complete = activities->len < self->n_to_read;
  take_activities (self, activities, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)));
  show_list (self);
}

static void
next_page_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  ActActivityPage *self = NULL;
  g_autoptr (GPtrArray) activities = finish_reading (source, result, user_data, &self);

  if (activities == NULL)
    return;

  self->is_complete = activities->len < PAGE;
  take_activities (self, activities, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), 0);
  show_list (self);
}

static void
read_page (ActActivityPage    *self,
           gint64              before,
           guint               limit,
           GAsyncReadyCallback callback)
{
  guint actions = self->text != NULL ? act_activity_text_find_actions (self->text) : 0;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  act_session_list_activities_async (self->session, self->text, actions, before, limit,
                                     self->reading, callback, self);
}

/* Reads again as many as are shown. */
static void
read_from_start (ActActivityPage *self)
{
  self->n_to_read = MAX (PAGE, g_list_model_get_n_items (G_LIST_MODEL (self->entries)));
  if (!self->has_read)
    act_load_stack_show_loading (self->load);
  read_page (self, G_MAXINT64, self->n_to_read, first_page_read_cb);
}

static void
scrolled_cb (ActActivityPage *self)
{
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double end = gtk_adjustment_get_upper (self->adjustment) - page;

  if (self->has_read && !self->is_complete && self->reading == NULL &&
      gtk_adjustment_get_value (self->adjustment) >= end - page)
    read_page (self, get_last_number (self), PAGE, next_page_read_cb);
}

static void
try_again_cb (ActActivityPage *self)
{
  self->has_read = FALSE;
  read_from_start (self);
}

static void
search_changed_cb (ActActivityPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_strstrip (text);
  g_clear_pointer (&self->text, g_free);
  if (*text != '\0')
    self->text = g_steal_pointer (&text);

  g_list_store_remove_all (self->entries);
  read_from_start (self);
}

static void
stop_search_cb (ActActivityPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "page.leave", NULL);
}

static void
show_event_cb (ActActivityPage *self,
               gint64           row_id)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_EVENT], 0, row_id);
}

static void
activated_cb (ActActivityPage *self,
              guint            position)
{
  g_autoptr (ActActivityEntry) entry = NULL;
  GtkWidget *page = NULL;

  entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);
  if (entry == NULL)
    return;

  page = act_activity_details_page_new (self->session, act_activity_entry_get_activity (entry));
  g_signal_connect_object (page, "show-event", G_CALLBACK (show_event_cb), self,
                           G_CONNECT_SWAPPED);
  act_page_open (ACT_PAGE (self), page);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          ActActivityPage          *self)
{
  gtk_list_item_set_child (item, act_activity_cell_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         ActActivityPage          *self)
{
  ActActivityEntry *entry = gtk_list_item_get_item (item);

  act_activity_cell_set_activity (ACT_ACTIVITY_CELL (gtk_list_item_get_child (item)),
                                  act_activity_entry_get_activity (entry));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = act_save_file_finish (result, &error);
  ActActivityPage *self = NULL;
  g_autofree char *name = NULL;
  g_autofree char *safe_name = NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_ACTIVITY_PAGE (user_data);
  if (file == NULL)
    {
      act_problem_box_show_error (self->problem, error);
      return;
    }

  name = g_file_get_basename (file);
  safe_name = act_safe_text_line (name);
  /* Translators: the name of a file goes in here. */
  text = g_strdup_printf (_ ("Exported to %s"), safe_name);
  show_status (self, text);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  ActActivityFormat format = ACT_ACTIVITY_CSV;
  g_autoptr (GBytes) bytes = act_activity_exporting_finish (result, &format, &error);
  ActActivityPage *self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_ACTIVITY_PAGE (user_data);
  gtk_widget_set_sensitive (self->export_button, TRUE);
  if (bytes == NULL)
    act_problem_box_show_error (self->problem, error);
  else
    act_save_file_async (GTK_WIDGET (self),
                         format == ACT_ACTIVITY_CSV ? "activity.csv" : "activity.jsonl", bytes,
                         self->cancellable, saved_cb, self);
}

/* Exports what the search has found, or everything. */
static void
export_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ActActivityPage  *self = ACT_ACTIVITY_PAGE (widget);
  ActActivityFormat format = g_strcmp0 (g_variant_get_string (parameter, NULL), "json") == 0
                                 ? ACT_ACTIVITY_JSON
                                 : ACT_ACTIVITY_CSV;

  act_problem_box_hide (self->problem);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  act_activity_exporting_async (self->session, self->text, format, self->cancellable, exported_cb,
                                self);
}

static char *
act_activity_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Activity"));
}

static void
act_activity_page_refresh (ActPage *page)
{
  read_from_start (ACT_ACTIVITY_PAGE (page));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = act_activity_page_dup_title;
  iface->refresh = act_activity_page_refresh;
}

static void
act_activity_page_dispose (GObject *object)
{
  ActActivityPage *self = ACT_ACTIVITY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_ACTIVITY_PAGE);
  g_clear_object (&self->entries);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_activity_page_parent_class)->dispose (object);
}

static void
act_activity_page_finalize (GObject *object)
{
  ActActivityPage *self = ACT_ACTIVITY_PAGE (object);

  g_object_unref (self->cancellable);
  g_free (self->text);

  G_OBJECT_CLASS (act_activity_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-activity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActActivityPage, box);
  gtk_widget_class_bind_template_child (widget_class, ActActivityPage, search);
  gtk_widget_class_bind_template_child (widget_class, ActActivityPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, ActActivityPage, connection);
  gtk_widget_class_bind_template_child (widget_class, ActActivityPage, problem);
  gtk_widget_class_bind_template_child (widget_class, ActActivityPage, load);
  gtk_widget_class_bind_template_child (widget_class, ActActivityPage, adjustment);
  gtk_widget_class_bind_template_child (widget_class, ActActivityPage, list);
  gtk_widget_class_bind_template_child (widget_class, ActActivityPage, status);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
act_activity_page_class_init (ActActivityPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_activity_page_dispose;
  object_class->finalize = act_activity_page_finalize;

  signals[SIGNAL_SHOW_EVENT] = g_signal_new ("show-event", ACT_TYPE_ACTIVITY_PAGE,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             1, G_TYPE_INT64);

  g_type_ensure (ACT_TYPE_LOAD_STACK);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  g_type_ensure (ACT_TYPE_TAB_STOP);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "activity.export", "s", export_action_cb);
}

static void
act_activity_page_init (ActActivityPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->cancellable = g_cancellable_new ();
  self->entries = g_list_store_new (ACT_TYPE_ACTIVITY_ENTRY);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->entries)));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
}

static void
show_connection (ActActivityPage *self)
{
  ActConnection   *connection = act_session_get_connection (self->session);
  g_autofree char *name = act_safe_text_line (act_connection_get_name (connection));
  g_autofree char *text = NULL;

  /* Translators: the name of a connection goes in here. */
  text = g_strdup_printf (_ ("Changes made from this computer to %s"), name);
  gtk_label_set_text (GTK_LABEL (self->connection), text);
}

/**
 * act_activity_page_new:
 * @session: whose activity
 *
 * Creates a page with what was changed from this computer.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_activity_page_new (ActSession *session)
{
  ActActivityPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_ACTIVITY_PAGE, NULL);
  self->session = g_object_ref (session);
  show_connection (self);
  read_from_start (self);

  return GTK_WIDGET (self);
}
