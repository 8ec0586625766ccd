/* The searches that have a name, to be renamed and deleted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-saved-searches-dialog.h"

#include "act-problem-box.h"
#include "act-safe-text.h"
#include "act-saved-search-row.h"
#include "act-session-saved-searches.h"

#include <glib/gi18n.h>

struct _ActSavedSearchesDialog
{
  AdwWindow parent_instance;

  ActSession     *session;     /* (owned) */
  GCancellable   *cancellable; /* (owned) */
  GPtrArray      *searches;    /* (owned) (nullable) (element-type ActSavedSearch) */
  ActSavedSearch *deleted;     /* (owned) (nullable): the last one, which can be brought back */
  AdwToast       *toast;       /* (weak) */

  AdwToastOverlay *toast_overlay;
  GtkStack        *stack;
  GtkListBox      *list;
  GtkLabel        *hint;
  ActProblemBox   *problem;
};

G_DEFINE_FINAL_TYPE (ActSavedSearchesDialog, act_saved_searches_dialog, ADW_TYPE_WINDOW)

static void read_searches (ActSavedSearchesDialog *self);

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const ActSavedSearch *one = *(const ActSavedSearch *const *) a;
  const ActSavedSearch *other = *(const ActSavedSearch *const *) b;

  return g_utf8_collate (one->name, other->name);
}

static gboolean
is_taken (ActSavedSearchesDialog *self,
          const char             *name)
{
  for (guint i = 0; i < self->searches->len; i++)
    {
      const ActSavedSearch *search = g_ptr_array_index (self->searches, i);

      if (g_str_equal (search->name, name))
        return TRUE;
    }

  return FALSE;
}

static void
show_hint (ActSavedSearchesDialog *self,
           const char             *text)
{
  gtk_label_set_text (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

/* Whatever was done, the list is read again: another window may have done something, too. */
static void
finish_change (ActSavedSearchesDialog *self,
               const GError           *error)
{
  if (error != NULL)
    act_problem_box_show_error (self->problem, error);
  else
    g_signal_emit_by_name (self, "changed");

  read_searches (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  act_session_save_search_finish (ACT_SESSION (source), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    finish_change (ACT_SAVED_SEARCHES_DIALOG (user_data), error);
}

static void
undo_cb (ActSavedSearchesDialog *self)
{
  g_autoptr (ActSavedSearch) search = g_steal_pointer (&self->deleted);

  if (search == NULL)
    return;

  search->number = 0;
  act_session_save_search_async (self->session, search, self->cancellable, saved_cb, self);
}

static void
offer_undo (ActSavedSearchesDialog *self)
{
  g_autofree char *name = act_safe_text_line (self->deleted->name);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  /* Translators: the name of a saved search goes in here. */
  text = g_strdup_printf (_ ("“%s” deleted"), name);
  markup = g_markup_escape_text (text, -1);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  g_set_weak_pointer (&self->toast, adw_toast_new (markup));
  adw_toast_set_button_label (self->toast, _ ("Undo"));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (undo_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, self->toast);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean                deleted = FALSE;
  ActSavedSearchesDialog *self = NULL;

  deleted = act_session_delete_search_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_SAVED_SEARCHES_DIALOG (user_data);
  if (deleted && self->deleted != NULL)
    offer_undo (self);

  finish_change (self, error);
}

static void
row_deleted_cb (ActSavedSearchRow      *row,
                ActSavedSearchesDialog *self)
{
  const ActSavedSearch *search = act_saved_search_row_get_search (row);

  g_clear_pointer (&self->deleted, act_saved_search_free);
  self->deleted = act_saved_search_copy (search);
  act_session_delete_search_async (self->session, search->number, self->cancellable, deleted_cb,
                                   self);
}

static void
row_renamed_cb (ActSavedSearchRow      *row,
                const char             *name,
                ActSavedSearchesDialog *self)
{
  g_autoptr (ActSavedSearch) search = act_saved_search_copy (act_saved_search_row_get_search (row));
  g_autofree char *safe = act_safe_text_line (name);
  g_autofree char *hint = NULL;

  if (is_taken (self, name))
    {
      /* Translators: the name of a saved search goes in here. */
      hint = g_strdup_printf (_ ("There is a search called “%s” already."), safe);
      act_saved_search_row_set_problem (row, TRUE);
      show_hint (self, hint);
      return;
    }

  g_free (search->name);
  search->name = g_strdup (name);
  act_session_save_search_async (self->session, search, self->cancellable, saved_cb, self);
}

static void
show_searches (ActSavedSearchesDialog *self)
{
  GtkWidget *row = NULL;
  gboolean   had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;

  show_hint (self, NULL);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < self->searches->len; i++)
    {
      row = act_saved_search_row_new (g_ptr_array_index (self->searches, i));
      g_signal_connect_object (row, "renamed", G_CALLBACK (row_renamed_cb), self, 0);
      g_signal_connect_object (row, "deleted", G_CALLBACK (row_deleted_cb), self, 0);
      gtk_list_box_append (self->list, row);
    }

  gtk_stack_set_visible_child_name (self->stack, self->searches->len > 0 ? "list" : "empty");
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) searches = NULL;
  ActSavedSearchesDialog *self = NULL;

  searches = act_session_list_searches_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_SAVED_SEARCHES_DIALOG (user_data);
  if (searches == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      act_problem_box_show_error (self->problem, error);
      return;
    }

  g_clear_pointer (&self->searches, g_ptr_array_unref);
  self->searches = g_steal_pointer (&searches);
  g_ptr_array_sort (self->searches, compare_names);
  show_searches (self);
}

static void
read_searches (ActSavedSearchesDialog *self)
{
  act_session_list_searches_async (self->session, self->cancellable, listed_cb, self);
}

static void
act_saved_searches_dialog_dispose (GObject *object)
{
  ActSavedSearchesDialog *self = ACT_SAVED_SEARCHES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_SAVED_SEARCHES_DIALOG);

  G_OBJECT_CLASS (act_saved_searches_dialog_parent_class)->dispose (object);
}

static void
act_saved_searches_dialog_finalize (GObject *object)
{
  ActSavedSearchesDialog *self = ACT_SAVED_SEARCHES_DIALOG (object);

  g_clear_pointer (&self->searches, g_ptr_array_unref);
  act_saved_search_free (self->deleted);

  G_OBJECT_CLASS (act_saved_searches_dialog_parent_class)->finalize (object);
}

static void
act_saved_searches_dialog_class_init (ActSavedSearchesDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_saved_searches_dialog_dispose;
  object_class->finalize = act_saved_searches_dialog_finalize;

  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-saved-searches-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSavedSearchesDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ActSavedSearchesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ActSavedSearchesDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ActSavedSearchesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ActSavedSearchesDialog, toast_overlay);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_saved_searches_dialog_init (ActSavedSearchesDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_saved_searches_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @session: whose searches they are
 *
 * Creates a dialog that lists the searches that have a name.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
act_saved_searches_dialog_new (GtkWindow  *parent,
                               ActSession *session)
{
  ActSavedSearchesDialog *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_SAVED_SEARCHES_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  read_searches (self);

  return GTK_WIDGET (self);
}
