/* Links to events that other programs open
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-application-private.h"

#include "act-event-link-note.h"
#include "act-event-link.h"

/* Several connections may be to one organisation: the one that is looked at comes first. */
static ActConnectionEntry *
find_entry (ActApplication *self,
            const char     *organisation_id)
{
  ActConnectionEntry *shown = act_application_get_entry (self);
  g_autoptr (GPtrArray) entries = NULL;

  if (self->connections == NULL)
    return NULL;

  entries = act_connections_find_organisation (self->connections, organisation_id);
  if (entries->len == 0)
    return NULL;

  return g_ptr_array_find (entries, shown, NULL) ? shown : g_ptr_array_index (entries, 0);
}

static void
open_link (ActApplication *self,
           const char     *address)
{
  g_autoptr (ActEventLink) link = act_event_link_parse (address);
  ActWindow          *window = act_application_get_window (self);
  ActConnectionEntry *entry = NULL;

  if (link == NULL)
    {
      act_event_link_note_unreadable (GTK_WINDOW (window));
      return;
    }

  entry = find_entry (self, link->organisation_id);
  if (entry == NULL)
    {
      act_event_link_note_stranger (GTK_WINDOW (window), link->organisation_id);
      return;
    }

  act_window_show_entry (window, entry);
  act_review_open_event (act_window_find_review (window, entry), link->event_id);
}

/* Anybody on the session bus can ask for this, with anything. Of several links one is opened, so that
 * nobody can fill the screen. */
void
act_application_open_links (GApplication *application,
                            GFile       **files,
                            int           n_files,
                            const char   *hint)
{
  g_autofree char *address = n_files > 0 ? g_file_get_uri (files[0]) : NULL;

  g_application_activate (application);
  if (address != NULL)
    open_link (ACT_APPLICATION (application), address);
}
