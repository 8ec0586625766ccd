/* A saved search that can be renamed and deleted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-saved-search-row.h"

#include "act-accessible.h"
#include "act-safe-text.h"
#include "act-saved-search-text.h"

#include <glib/gi18n.h>

struct _ActSavedSearchRow
{
  AdwEntryRow parent_instance;

  GtkWidget *delete_button;

  ActSavedSearch *search; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ActSavedSearchRow, act_saved_search_row, ADW_TYPE_ENTRY_ROW)

static void
apply_cb (ActSavedSearchRow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  if (*name == '\0')
    act_saved_search_row_set_problem (self, TRUE);
  else if (!g_str_equal (name, self->search->name))
    g_signal_emit_by_name (self, "renamed", name);
}

static void
changed_cb (ActSavedSearchRow *self)
{
  act_saved_search_row_set_problem (self, FALSE);
}

static void
delete_clicked_cb (ActSavedSearchRow *self)
{
  g_signal_emit_by_name (self, "deleted");
}

static void
act_saved_search_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_SAVED_SEARCH_ROW);

  G_OBJECT_CLASS (act_saved_search_row_parent_class)->dispose (object);
}

static void
act_saved_search_row_finalize (GObject *object)
{
  act_saved_search_free (ACT_SAVED_SEARCH_ROW (object)->search);

  G_OBJECT_CLASS (act_saved_search_row_parent_class)->finalize (object);
}

static void
act_saved_search_row_class_init (ActSavedSearchRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_saved_search_row_dispose;
  object_class->finalize = act_saved_search_row_finalize;

  g_signal_new ("renamed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-saved-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSavedSearchRow, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
act_saved_search_row_init (ActSavedSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_saved_search_row_new:
 * @search: the search
 *
 * Creates a row. What the search lets through is its title, and its name is what can be changed.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
act_saved_search_row_new (const ActSavedSearch *search)
{
  ActSavedSearchRow *self = NULL;
  g_autofree char   *description = NULL;
  g_autofree char   *safe = NULL;
  g_autofree char   *name = NULL;

  g_return_val_if_fail (search != NULL, NULL);

  self = g_object_new (ACT_TYPE_SAVED_SEARCH_ROW, NULL);
  self->search = act_saved_search_copy (search);
  description = act_saved_search_text_describe (search);
  safe = act_safe_text_line (search->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), description);
  gtk_editable_set_text (GTK_EDITABLE (self), search->name);

  /* Translators: a button for assistive technology; the name of a saved search goes in here. */
  name = g_strdup_printf (_ ("Delete %s"), safe);
  act_accessible_name_widget (self->delete_button, name);

  return GTK_WIDGET (self);
}

/**
 * act_saved_search_row_get_search:
 * @self: a row
 *
 * Returns: (transfer none): its search, as it was kept
 */
const ActSavedSearch *
act_saved_search_row_get_search (ActSavedSearchRow *self)
{
  g_return_val_if_fail (ACT_IS_SAVED_SEARCH_ROW (self), NULL);

  return self->search;
}

/**
 * act_saved_search_row_set_problem:
 * @self: a row
 * @wrong: whether its name cannot be taken
 *
 * Shows at the row that something is wrong with its name.
 */
void
act_saved_search_row_set_problem (ActSavedSearchRow *self,
                                  gboolean           wrong)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (ACT_IS_SAVED_SEARCH_ROW (self));

  if (wrong)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}
