/* The requests that were sent, to be read and copied for support
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is live, so it does not stand in the way of the window whose requests it shows.
 */

#include "act-network-log-dialog.h"

#include "act-about.h"
#include "act-accessible.h"
#include "act-cut-text.h"
#include "act-network-text.h"
#include "act-safe-text.h"
#include "act-time-text.h"

#include <glib/gi18n.h>

#define PATH_CHARS 32

struct _ActNetworkLogDialog
{
  AdwWindow parent_instance;

  ActNetworkLog *log;    /* (owned) (nullable) */
  gboolean       at_end; /* whether the newest request stays in sight */
  AdwToast      *toast;  /* (weak) (nullable) */

  AdwWindowTitle    *title;
  AdwToastOverlay   *toast_overlay;
  GtkStack          *stack;
  GtkColumnView     *view;
  GtkMultiSelection *selection;
  GtkAdjustment     *adjustment;
};

G_DEFINE_FINAL_TYPE (ActNetworkLogDialog, act_network_log_dialog, ADW_TYPE_WINDOW)

static guint
count_calls (ActNetworkLogDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->log));
}

static gboolean
has_selection (ActNetworkLogDialog *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return !gtk_bitset_is_empty (selected);
}

static void
update_actions (ActNetworkLogDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   has_calls = count_calls (self) > 0;

  gtk_stack_set_visible_child_name (self->stack, has_calls ? "calls" : "empty");
  gtk_widget_action_set_enabled (widget, "network-log.clear", has_calls);
  gtk_widget_action_set_enabled (widget, "network-log.copy", has_calls && has_selection (self));
  gtk_widget_action_set_enabled (widget, "network-log.copy-all", has_calls);
}

static void
dismiss_toast (ActNetworkLogDialog *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
}

static void
say_copied (ActNetworkLogDialog *self,
            guint                n_calls)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u request copied", "%'u requests copied", n_calls), n_calls);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  dismiss_toast (self);
  g_set_weak_pointer (&self->toast, adw_toast_new (markup));
  adw_toast_overlay_add_toast (self->toast_overlay, self->toast);
}

/* @chosen is %NULL for all. */
static void
copy (ActNetworkLogDialog *self,
      GtkBitset           *chosen)
{
  g_autofree char *versions = act_about_describe_versions ();
  g_autoptr (GString) text = g_string_new (versions);
  guint n_calls = 0;

  g_string_append_c (text, '\n');
  for (guint i = 0; i < count_calls (self); i++)
    {
      g_autoptr (ActNetworkCall) call = NULL;
      g_autofree char *line = NULL;

      if (chosen != NULL && !gtk_bitset_contains (chosen, i))
        continue;

      call = g_list_model_get_item (G_LIST_MODEL (self->log), i);
      line = act_network_text_line (call);
      g_string_append_printf (text, "%s\n", line);
      n_calls++;
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  say_copied (self, n_calls);
}

static void
clear_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ActNetworkLogDialog *self = ACT_NETWORK_LOG_DIALOG (widget);

  /* What had the focus goes with the list, and a toast must not get it. */
  dismiss_toast (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  act_network_log_clear (self->log);
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ActNetworkLogDialog *self = ACT_NETWORK_LOG_DIALOG (widget);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  copy (self, selected);
}

static void
copy_all_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  copy (ACT_NETWORK_LOG_DIALOG (widget), NULL);
}

static void
setup_text_cb (ActNetworkLogDialog *self,
               GtkListItem         *item)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  act_cut_text_add_tooltip (GTK_INSCRIPTION (inscription));
  gtk_list_item_set_child (item, inscription);
}

/* All paths begin alike, and are what the log is about where there is little room. */
static void
setup_path_cb (ActNetworkLogDialog *self,
               GtkListItem         *item)
{
  setup_text_cb (self, item);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_START);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (gtk_list_item_get_child (item)), PATH_CHARS);
}

static void
setup_number_cb (ActNetworkLogDialog *self,
                 GtkListItem         *item)
{
  setup_text_cb (self, item);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (gtk_list_item_get_child (item)), 1);
  gtk_widget_add_css_class (gtk_list_item_get_child (item), "numeric");
}

static void
set_text (GtkListItem *item,
          const char  *text)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static void
bind_time_cb (ActNetworkLogDialog *self,
              GtkListItem         *item)
{
  g_autofree char *time = act_time_text_second (act_network_call_get_started (gtk_list_item_get_item (item)));

  set_text (item, time);
}

static void
bind_method_cb (ActNetworkLogDialog *self,
                GtkListItem         *item)
{
  set_text (item, act_network_call_get_method (gtk_list_item_get_item (item)));
}

/* The whole row is called what is copied of it. */
static void
bind_path_cb (ActNetworkLogDialog *self,
              GtkListItem         *item)
{
  ActNetworkCall  *call = gtk_list_item_get_item (item);
  g_autofree char *line = act_network_text_line (call);

  g_strdelimit (line, "\t", ' ');
  set_text (item, act_network_call_get_path (call));
  act_accessible_name_row (gtk_list_item_get_child (item), line);
}

static void
bind_status_cb (ActNetworkLogDialog *self,
                GtkListItem         *item)
{
  g_autofree char *status = act_network_text_status (gtk_list_item_get_item (item));

  set_text (item, status);
}

static void
bind_duration_cb (ActNetworkLogDialog *self,
                  GtkListItem         *item)
{
  guint            duration = act_network_call_get_duration (gtk_list_item_get_item (item));
  g_autofree char *text = g_strdup_printf ("%'u", duration);

  set_text (item, text);
}

static void
bind_bytes_cb (ActNetworkLogDialog *self,
               GtkListItem         *item)
{
  gsize            n_bytes = act_network_call_get_n_bytes (gtk_list_item_get_item (item));
  g_autofree char *text = g_strdup_printf ("%'" G_GSIZE_FORMAT, n_bytes);

  set_text (item, text);
}

/* Whoever looks at older requests is left alone. */
static void
scrolled_cb (ActNetworkLogDialog *self)
{
  double end = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  self->at_end = gtk_adjustment_get_value (self->adjustment) >= end - 1;
}

static void
grown_cb (ActNetworkLogDialog *self)
{
  if (self->at_end)
    gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_upper (self->adjustment));
}

static void
act_network_log_dialog_dispose (GObject *object)
{
  ActNetworkLogDialog *self = ACT_NETWORK_LOG_DIALOG (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->log);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_NETWORK_LOG_DIALOG);

  G_OBJECT_CLASS (act_network_log_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-network-log-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActNetworkLogDialog, adjustment);
  gtk_widget_class_bind_template_child (widget_class, ActNetworkLogDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, ActNetworkLogDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ActNetworkLogDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ActNetworkLogDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ActNetworkLogDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, bind_bytes_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_duration_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_method_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_path_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_status_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, grown_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_path_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
act_network_log_dialog_class_init (ActNetworkLogDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_network_log_dialog_dispose;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "network-log.clear", NULL, clear_action_cb);
  gtk_widget_class_install_action (widget_class, "network-log.copy", NULL, copy_action_cb);
  gtk_widget_class_install_action (widget_class, "network-log.copy-all", NULL, copy_all_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "network-log.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_network_log_dialog_init (ActNetworkLogDialog *self)
{
  self->at_end = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_network_log_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @log: what it shows
 * @name: what the connection is called
 *
 * Creates a window that shows a log, and follows it.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
act_network_log_dialog_new (GtkWindow     *parent,
                            ActNetworkLog *log,
                            const char    *name)
{
  ActNetworkLogDialog *self = NULL;
  g_autofree char     *safe_name = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_NETWORK_LOG (log), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (ACT_TYPE_NETWORK_LOG_DIALOG, "transient-for", parent, NULL);
  self->log = g_object_ref (log);
  safe_name = act_safe_text_line (name);
  adw_window_title_set_subtitle (self->title, safe_name);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (log));
  g_signal_connect_object (log, "items-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);

  return GTK_WIDGET (self);
}
