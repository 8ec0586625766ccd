/* The searches of a review that have a name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-save-search-dialog.h"
#include "act-saved-searches-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

static void
menu_shown_cb (ActReview *self)
{
  act_saved_searches_count (self->saved_searches);
}

static void
menu_closed_cb (ActReview *self)
{
  GtkWidget *focus = act_review_get_focus (self);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (self->menu_button));

  /* Where an item of a submenu keeps the focus, keys lead nowhere once the menu is gone. */
  if (focus == NULL || gtk_widget_is_ancestor (focus, popover))
    gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));

  act_saved_searches_stop (self->saved_searches);
}

static void
searches_changed_cb (ActReview *self)
{
  act_saved_searches_read (self->saved_searches);
}

static void
search_saved_cb (ActSaveSearchDialog *dialog,
                 const char          *name,
                 ActReview           *self)
{
  act_saved_searches_read (self->saved_searches);
  act_review_show_toast (self, _ ("Search saved"));
}

static void
append_piece (GString    *text,
              const char *piece)
{
  if (piece == NULL || *piece == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, ' ');

  g_string_append (text, piece);
}

/* Gives all that is searched for and chosen beside the list as one text. */
static char *
make_text (ActReview *self)
{
  const char *const *destinations =
      act_destination_filter_get_destinations (self->destination_filter);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *typed = g_strstrip (g_strdup (act_search_bar_get_text (self->search_bar)));

  append_piece (text, typed);
  for (guint i = 0; destinations != NULL && destinations[i] != NULL; i++)
    {
      g_autofree char *piece = NULL;

      /* What has a quote in it can be chosen, but not written. */
      if (strchr (destinations[i], '"') != NULL)
        continue;

      piece = g_strdup_printf ("%s:\"%s\"", act_search_field_get_name (ACT_SEARCH_DESTINATION),
                               destinations[i]);
      append_piece (text, piece);
    }

  append_piece (text, act_date_filter_get_text (self->date_filter));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
act_review_watch_saved_searches (ActReview *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->menu_button);

  self->saved_searches = act_saved_searches_new (self->saved_searches_section);
  g_signal_connect_object (popover, "show", G_CALLBACK (menu_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
}

/* Shows what a saved search lets through, and nothing less. */
void
act_review_apply_search (ActReview *self,
                         gint64     number)
{
  const ActSavedSearch *search = act_saved_searches_find (self->saved_searches, number);

  if (search == NULL)
    return;

  self->clearing = TRUE;
  act_kind_filter_set_kinds (self->kind_filter, search->kinds);
  act_review_close_cause (self);
  act_destination_filter_clear (self->destination_filter);
  act_date_filter_clear (self->date_filter);
  act_search_bar_set_text (self->search_bar, search->text);
  gtk_switch_set_active (self->include_switch, search->include_actioned);
  self->clearing = FALSE;

  act_review_show_earlier (self, NULL, ACT_TIME_UNKNOWN);
  act_review_show_list (self);
  act_review_grab_list (self);
}

/* Asks for a name for what is searched for. */
void
act_review_save_search (ActReview *self)
{
  g_autoptr (ActSavedSearch) search = NULL;
  GtkWidget *dialog = NULL;

  if (self->session == NULL)
    return;

  search = act_saved_search_new ();
  search->text = make_text (self);
  search->kinds = act_kind_filter_get_kinds (self->kind_filter);
  search->include_actioned = gtk_switch_get_active (self->include_switch);
  dialog = act_save_search_dialog_new (act_review_get_window (self), self->session, search);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (search_saved_cb), self, 0);
  act_review_present (self, dialog);
}

void
act_review_edit_searches (ActReview *self)
{
  GtkWidget *dialog = NULL;

  if (self->session == NULL)
    return;

  dialog = act_saved_searches_dialog_new (act_review_get_window (self), self->session);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (searches_changed_cb), self,
                           G_CONNECT_SWAPPED);
  act_review_present (self, dialog);
}
