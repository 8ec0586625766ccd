/* One activity with all the ids that it was about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-activity-details-page.h"

#include "act-activity-item-row.h"
#include "act-activity-text.h"
#include "act-page.h"
#include "act-problem-box.h"
#include "act-safe-text.h"
#include "act-session-activity.h"
#include "act-time-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* So many ids more are shown at once, and so many are copied at once. */
#define PAGE          50
#define ITEMS_TO_COPY 100000

struct _ActActivityDetailsPage
{
  GtkWidget parent_instance;

  ActSession   *session;     /* (owned) (nullable) */
  ActActivity  *activity;    /* (owned) */
  GCancellable *cancellable; /* (owned) */
  guint         n_shown;

  GtkWidget     *scroller;
  GtkWidget     *facts;
  GtkWidget     *title_row;
  GtkWidget     *time_row;
  GtkWidget     *connection_row;
  GtkWidget     *result_row;
  GtkWidget     *reason_row;
  GtkWidget     *ids_box;
  GtkWidget     *copy_button;
  GtkWidget     *list;
  GtkWidget     *more_button;
  ActProblemBox *problem;
  GtkWidget     *status;
};

enum
{
  SIGNAL_SHOW_EVENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void init_page (ActPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActActivityDetailsPage, act_activity_details_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static void
row_activated_cb (GtkListBox             *list,
                  GtkListBoxRow          *row,
                  ActActivityDetailsPage *self)
{
  gint64 row_id = act_activity_item_row_get_row_id (ACT_ACTIVITY_ITEM_ROW (row));

  if (row_id != 0)
    g_signal_emit (self, signals[SIGNAL_SHOW_EVENT], 0, row_id);
}

static void
items_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  ActActivityDetailsPage *self = NULL;

  items = act_session_list_activity_items_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_ACTIVITY_DETAILS_PAGE (user_data);
  gtk_widget_set_sensitive (self->more_button, TRUE);
  if (items == NULL)
    {
      act_problem_box_show_error (self->problem, error);
      return;
    }

  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         act_activity_item_row_new (g_ptr_array_index (items, i)));
  self->n_shown += items->len;
  gtk_widget_set_visible (self->more_button, items->len == PAGE);
  gtk_widget_set_visible (self->ids_box, self->n_shown > 0);
}

static void
more_cb (ActActivityDetailsPage *self)
{
  gtk_widget_set_sensitive (self->more_button, FALSE);
  act_session_list_activity_items_async (self->session, self->activity->number, self->n_shown, PAGE,
                                         self->cancellable, items_listed_cb, self);
}

static void
copy_items (ActActivityDetailsPage *self,
            GPtrArray              *items)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *status = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const ActActivityItem *item = g_ptr_array_index (items, i);
      g_autofree char       *safe = act_safe_text_id (item->id);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, safe);
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  status = g_strdup_printf (ngettext ("%u ID copied", "%u IDs copied", items->len), items->len);
  gtk_label_set_text (GTK_LABEL (self->status), status);
  gtk_widget_set_visible (self->status, TRUE);
}

static void
all_listed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  ActActivityDetailsPage *self = NULL;

  items = act_session_list_activity_items_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_ACTIVITY_DETAILS_PAGE (user_data);
  if (items == NULL)
    act_problem_box_show_error (self->problem, error);
  else
    copy_items (self, items);
}

static void
copy_all_cb (ActActivityDetailsPage *self)
{
  act_session_list_activity_items_async (self->session, self->activity->number, 0, ITEMS_TO_COPY,
                                         self->cancellable, all_listed_cb, self);
}

static char *
act_activity_details_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Change"));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = act_activity_details_page_dup_title;
}

static void
act_activity_details_page_dispose (GObject *object)
{
  ActActivityDetailsPage *self = ACT_ACTIVITY_DETAILS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_ACTIVITY_DETAILS_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_activity_details_page_parent_class)->dispose (object);
}

static void
act_activity_details_page_finalize (GObject *object)
{
  ActActivityDetailsPage *self = ACT_ACTIVITY_DETAILS_PAGE (object);

  act_activity_free (self->activity);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (act_activity_details_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-activity-details-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, facts);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, title_row);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, time_row);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, connection_row);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, result_row);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, reason_row);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, ids_box);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, list);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, ActActivityDetailsPage, status);
  gtk_widget_class_bind_template_callback (widget_class, copy_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
act_activity_details_page_class_init (ActActivityDetailsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_activity_details_page_dispose;
  object_class->finalize = act_activity_details_page_finalize;

  signals[SIGNAL_SHOW_EVENT] = g_signal_new ("show-event", ACT_TYPE_ACTIVITY_DETAILS_PAGE,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             1, G_TYPE_INT64);

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
act_activity_details_page_init (ActActivityDetailsPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
}

static void
set_subtitle (GtkWidget  *row,
              const char *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
  gtk_widget_set_visible (row, text != NULL);
}

static void
show_facts (ActActivityDetailsPage *self)
{
  ActConnection   *connection = act_session_get_connection (self->session);
  g_autofree char *title = act_activity_text_title (self->activity);
  g_autofree char *about = act_activity_text_about (self->activity);
  g_autofree char *time = act_time_text_exact (self->activity->time);
  g_autofree char *name = act_safe_text_line (act_connection_get_name (connection));
  g_autofree char *results = act_activity_text_results (self->activity);
  g_autofree char *reason = act_activity_text_reason (self->activity->reason);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->title_row), about != NULL ? about : "");
  set_subtitle (self->time_row, time);
  set_subtitle (self->connection_row, name);
  set_subtitle (self->result_row, results);
  set_subtitle (self->reason_row, reason);
}

/**
 * act_activity_details_page_new:
 * @session: what the activity is of
 * @activity: an activity; copied
 *
 * Creates a page with one activity.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_activity_details_page_new (ActSession        *session,
                               const ActActivity *activity)
{
  ActActivityDetailsPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (activity != NULL, NULL);

  self = g_object_new (ACT_TYPE_ACTIVITY_DETAILS_PAGE, NULL);
  self->session = g_object_ref (session);
  self->activity = act_activity_copy (activity);
  gtk_widget_set_visible (self->ids_box, FALSE);
  show_facts (self);
  more_cb (self);

  return GTK_WIDGET (self);
}
