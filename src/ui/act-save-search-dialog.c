/* Asks what a search is to be called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-save-search-dialog.h"

#include "act-problem-box.h"
#include "act-safe-text.h"
#include "act-saved-search-text.h"
#include "act-session-saved-searches.h"

#include <glib/gi18n.h>

struct _ActSaveSearchDialog
{
  AdwWindow parent_instance;

  ActSession     *session;     /* (owned) */
  ActSavedSearch *search;      /* (owned): what is to be kept */
  GPtrArray      *others;      /* (owned) (nullable): the searches that there are */
  GCancellable   *cancellable; /* (owned) */
  gboolean        saving;

  GtkWidget     *save_button;
  GtkWidget     *entry;
  GtkLabel      *hint;
  GtkLabel      *search_label;
  ActProblemBox *problem;
};

G_DEFINE_FINAL_TYPE (ActSaveSearchDialog, act_save_search_dialog, ADW_TYPE_WINDOW)

static char *
dup_name (ActSaveSearchDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static gboolean
is_taken (ActSaveSearchDialog *self,
          const char          *name)
{
  for (guint i = 0; self->others != NULL && i < self->others->len; i++)
    {
      const ActSavedSearch *other = g_ptr_array_index (self->others, i);

      if (g_strcmp0 (other->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
show_hint (ActSaveSearchDialog *self,
           const char          *text)
{
  if (g_strcmp0 (gtk_label_get_label (self->hint), text != NULL ? text : "") != 0)
    gtk_label_set_label (self->hint, text != NULL ? text : "");

  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

/* A name that is taken is said before anything is replaced, and the button says what it does. */
static void
update (ActSaveSearchDialog *self)
{
  g_autofree char *name = dup_name (self);
  gboolean         taken = is_taken (self, name);
  GtkWidget       *button = self->save_button;
  g_autofree char *safe = act_safe_text_line (name);
  g_autofree char *hint = NULL;

  if (taken)
    /* Translators: the name of a saved search goes in here. */
    hint = g_strdup_printf (_ ("There is a search called “%s”. It will be replaced."), safe);

  show_hint (self, hint);
  gtk_button_set_label (GTK_BUTTON (button), taken ? _ ("Replace") : _ ("Save"));
  gtk_widget_set_sensitive (button, *name != '\0' && self->others != NULL && !self->saving);
  gtk_widget_remove_css_class (button, taken ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (button, taken ? "destructive-action" : "suggested-action");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) searches = NULL;
  ActSaveSearchDialog *self = NULL;

  searches = act_session_list_searches_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_SAVE_SEARCH_DIALOG (user_data);
  if (searches == NULL)
    act_problem_box_show_error (self->problem, error);

  self->others = g_steal_pointer (&searches);
  update (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean             saved = FALSE;
  ActSaveSearchDialog *self = NULL;

  saved = act_session_save_search_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_SAVE_SEARCH_DIALOG (user_data);
  self->saving = FALSE;
  update (self);
  if (!saved)
    {
      act_problem_box_show_error (self->problem, error);
      return;
    }

  g_signal_emit_by_name (self, "saved", self->search->name);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_cb (ActSaveSearchDialog *self)
{
  g_free (self->search->name);
  self->search->name = dup_name (self);
  self->saving = TRUE;
  update (self);
  act_problem_box_hide (self->problem);
  act_session_save_search_async (self->session, self->search, self->cancellable, saved_cb, self);
}

/* A focus that is set before the window is there makes GTK 4.8 hide the window from assistive
 * technology. */
static void
act_save_search_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (act_save_search_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (ACT_SAVE_SEARCH_DIALOG (widget)->entry);
}

static void
act_save_search_dialog_dispose (GObject *object)
{
  ActSaveSearchDialog *self = ACT_SAVE_SEARCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_SAVE_SEARCH_DIALOG);

  G_OBJECT_CLASS (act_save_search_dialog_parent_class)->dispose (object);
}

static void
act_save_search_dialog_finalize (GObject *object)
{
  ActSaveSearchDialog *self = ACT_SAVE_SEARCH_DIALOG (object);

  act_saved_search_free (self->search);
  g_clear_pointer (&self->others, g_ptr_array_unref);

  G_OBJECT_CLASS (act_save_search_dialog_parent_class)->finalize (object);
}

static void
act_save_search_dialog_class_init (ActSaveSearchDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_save_search_dialog_dispose;
  object_class->finalize = act_save_search_dialog_finalize;
  widget_class->map = act_save_search_dialog_map;

  g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-save-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSaveSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, ActSaveSearchDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ActSaveSearchDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ActSaveSearchDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ActSaveSearchDialog, search_label);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_save_search_dialog_init (ActSaveSearchDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_save_search_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @session: with whose connection to keep it
 * @search: what to keep, without a name
 *
 * Creates a dialog that asks for the name, and asks again before it replaces another search.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
act_save_search_dialog_new (GtkWindow            *parent,
                            ActSession           *session,
                            const ActSavedSearch *search)
{
  ActSaveSearchDialog *self = NULL;
  g_autofree char     *text = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (search != NULL, NULL);

  self = g_object_new (ACT_TYPE_SAVE_SEARCH_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->search = act_saved_search_copy (search);
  text = act_saved_search_text_describe (search);
  gtk_label_set_text (self->search_label, text);
  act_session_list_searches_async (session, self->cancellable, listed_cb, self);

  return GTK_WIDGET (self);
}
