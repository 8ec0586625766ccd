/* What a search may go on with, under its entry
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-completion.h"

#include "act-suggestion-row.h"

#include <glib/gi18n.h>

/* In a wider list, what a suggestion means would be too far from it. Logical pixels. */
#define MAX_WIDTH 460

struct _ActSearchCompletion
{
  GtkPopover parent_instance;

  GtkScrolledWindow *scrolled_window;
  GtkListBox        *list;

  GtkWidget *entry; /* (unowned) (nullable): beside it in the parent's template */
  int        width;
  GPtrArray *suggestions; /* (owned) (nullable) (element-type ActSearchSuggestion) */
  gboolean   open;        /* whether what is suggested would be shown if there were anything */
};

G_DEFINE_FINAL_TYPE (ActSearchCompletion, act_search_completion, GTK_TYPE_POPOVER)

static void
clear_rows (ActSearchCompletion *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/* The entry has the keyboard, so it is the entry that a screen reader reads this from. */
static void
describe_entry (ActSearchCompletion *self,
                GtkListBoxRow       *row)
{
  const ActSearchSuggestion *suggestion = NULL;
  g_autofree char           *description = NULL;

  if (self->entry == NULL)
    return;

  if (row == NULL)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }

  suggestion = g_ptr_array_index (self->suggestions, gtk_list_box_row_get_index (row));
  /* Translators: a way to go on with a search, what it means, its number and of how many, as in
   * "is:, Where the event stands, 3 of 9" */
  description = g_strdup_printf (_ ("%1$s, %2$s, %3$d of %4$u"), suggestion->label,
                                 suggestion->explanation != NULL ? suggestion->explanation : "",
                                 gtk_list_box_row_get_index (row) + 1, self->suggestions->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static void
reveal (ActSearchCompletion *self,
        GtkListBoxRow       *row)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_index (ActSearchCompletion *self,
              int                  i)
{
  GtkListBoxRow *row = i >= 0 ? gtk_list_box_get_row_at_index (self->list, i) : NULL;

  gtk_list_box_select_row (self->list, row);
  reveal (self, row);
  describe_entry (self, row);
}

/* Past either end nothing is selected, so that Enter takes the search as it is typed. */
static void
move (ActSearchCompletion *self,
      int                  step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int            n_rows = (int) self->suggestions->len;
  int            i = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0
                                                                                      : n_rows - 1;

  select_index (self, i < n_rows ? i : -1);
}

static void
choose (ActSearchCompletion *self,
        GtkListBoxRow       *row)
{
  const ActSearchSuggestion *suggestion = NULL;
  g_autofree char           *text = NULL;
  guint                      cursor = 0;

  /* Whoever hears of it may show other suggestions. */
  suggestion = g_ptr_array_index (self->suggestions, gtk_list_box_row_get_index (row));
  text = g_strdup (suggestion->text);
  cursor = suggestion->cursor;
  act_search_completion_hide (self);
  g_signal_emit_by_name (self, "chosen", text, cursor);
}

static void
row_activated_cb (GtkListBox          *list,
                  GtkListBoxRow       *row,
                  ActSearchCompletion *self)
{
  choose (self, row);
}

static void
act_search_completion_dispose (GObject *object)
{
  ActSearchCompletion *self = ACT_SEARCH_COMPLETION (object);

  self->entry = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_SEARCH_COMPLETION);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);

  G_OBJECT_CLASS (act_search_completion_parent_class)->dispose (object);
}

static void
act_search_completion_class_init (ActSearchCompletionClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_search_completion_dispose;

  g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-search-completion.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSearchCompletion, list);
  gtk_widget_class_bind_template_child (widget_class, ActSearchCompletion, scrolled_window);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
act_search_completion_init (ActSearchCompletion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_search_completion_new:
 *
 * Creates a popover that suggests nothing yet.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
act_search_completion_new (void)
{
  return g_object_new (ACT_TYPE_SEARCH_COMPLETION, NULL);
}

/**
 * act_search_completion_set_entry:
 * @self: a completion
 * @entry: (nullable): the entry whose text is completed, for as long as both live
 *
 * Says which entry the suggestions belong to.
 */
void
act_search_completion_set_entry (ActSearchCompletion *self,
                                 GtkWidget           *entry)
{
  g_return_if_fail (ACT_IS_SEARCH_COMPLETION (self));

  self->entry = entry;
}

/**
 * act_search_completion_set_width:
 * @self: a completion
 * @width: the width of the entry, in logical pixels
 *
 * Makes the suggestions as wide as the entry from the next time on at which they are shown.
 *
 * Returns: whether that is another width
 */
gboolean
act_search_completion_set_width (ActSearchCompletion *self,
                                 int                  width)
{
  gboolean changed = FALSE;

  g_return_val_if_fail (ACT_IS_SEARCH_COMPLETION (self), FALSE);

  changed = self->width != width;
  self->width = width;

  return changed;
}

static void
take_suggestions (ActSearchCompletion *self,
                  GPtrArray           *suggestions)
{
  describe_entry (self, NULL);
  clear_rows (self);
  g_ptr_array_ref (suggestions);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  self->suggestions = suggestions;
  for (guint i = 0; i < suggestions->len; i++)
    gtk_list_box_append (self->list, act_suggestion_row_new (g_ptr_array_index (suggestions, i)));

  gtk_list_box_unselect_all (self->list);
}

/**
 * act_search_completion_show:
 * @self: a completion
 * @suggestions: (element-type ActSearchSuggestion): what to suggest
 *
 * Shows suggestions, of which none is selected yet. While there are none nothing is shown, until
 * [method@SearchCompletion.update] has some.
 */
void
act_search_completion_show (ActSearchCompletion *self,
                            GPtrArray           *suggestions)
{
  g_return_if_fail (ACT_IS_SEARCH_COMPLETION (self));
  g_return_if_fail (suggestions != NULL);

  self->open = TRUE;
  take_suggestions (self, suggestions);
  if (suggestions->len == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }

  gtk_widget_set_size_request (GTK_WIDGET (self->scrolled_window), CLAMP (self->width - 10, -1, MAX_WIDTH), -1);
  gtk_popover_popup (GTK_POPOVER (self));
}

static gboolean
suggests_the_same (ActSearchCompletion *self,
                   GPtrArray           *suggestions)
{
  if (self->suggestions == NULL || self->suggestions->len != suggestions->len)
    return FALSE;

  for (guint i = 0; i < suggestions->len; i++)
    {
      const ActSearchSuggestion *now = g_ptr_array_index (self->suggestions, i);
      const ActSearchSuggestion *then = g_ptr_array_index (suggestions, i);

      if (g_strcmp0 (now->text, then->text) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * act_search_completion_update:
 * @self: a completion
 * @suggestions: (element-type ActSearchSuggestion): what to suggest for what it was shown for
 *
 * Shows what has become known since, unless the suggestions were sent away or one is selected. Rows
 * that would suggest the same stay, so that a click on one of them does not miss it.
 */
void
act_search_completion_update (ActSearchCompletion *self,
                              GPtrArray           *suggestions)
{
  g_return_if_fail (ACT_IS_SEARCH_COMPLETION (self));
  g_return_if_fail (suggestions != NULL);

  if (self->open && gtk_list_box_get_selected_row (self->list) == NULL &&
      !suggests_the_same (self, suggestions))
    act_search_completion_show (self, suggestions);
}

/**
 * act_search_completion_hide:
 * @self: a completion
 *
 * Sends the suggestions away.
 */
void
act_search_completion_hide (ActSearchCompletion *self)
{
  g_return_if_fail (ACT_IS_SEARCH_COMPLETION (self));

  self->open = FALSE;
  describe_entry (self, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/**
 * act_search_completion_is_shown:
 * @self: a completion
 *
 * Returns: whether there are suggestions to be seen
 */
gboolean
act_search_completion_is_shown (ActSearchCompletion *self)
{
  g_return_val_if_fail (ACT_IS_SEARCH_COMPLETION (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * act_search_completion_handle_key:
 * @self: a completion
 * @keyval: a key that was pressed in the entry
 * @state: with which others
 *
 * Takes the keys that are meant for suggestions: Down and Up select one, Enter takes it, Tab takes
 * it or the first one, Escape sends them away.
 *
 * Returns: whether the key was meant for them
 */
gboolean
act_search_completion_handle_key (ActSearchCompletion *self,
                                  guint                keyval,
                                  GdkModifierType      state)
{
  GtkListBoxRow *row = NULL;

  g_return_val_if_fail (ACT_IS_SEARCH_COMPLETION (self), FALSE);

  if (!act_search_completion_is_shown (self) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  row = gtk_list_box_get_selected_row (self->list);
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return TRUE;

    case GDK_KEY_Tab:
      choose (self, row != NULL ? row : gtk_list_box_get_row_at_index (self->list, 0));
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (row == NULL)
        return FALSE;

      choose (self, row);
      return TRUE;

    case GDK_KEY_Escape:
      act_search_completion_hide (self);
      return TRUE;

    default:
      return FALSE;
    }
}
