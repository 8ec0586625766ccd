/* The notifications of the application, and when they are needed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-application-private.h"

#include "act-notifier.h"

/* A dialog in front of the window is part of it. */
static gboolean
is_in_front (ActApplication *self)
{
  GList *l = NULL;

  for (l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (gtk_window_is_active (l->data))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_not_listed (gpointer entry,
               gpointer notifier,
               gpointer application)
{
  return !g_ptr_array_find (ACT_APPLICATION (application)->known, entry, NULL);
}

/* The demo tells of nothing. */
static void
add_notifiers (ActApplication *self)
{
  for (guint i = 0; act_application_manages (self) && i < self->known->len; i++)
    {
      ActConnectionEntry *entry = g_ptr_array_index (self->known, i);

      if (!g_hash_table_contains (self->notifiers, entry))
        g_hash_table_insert (self->notifiers, g_object_ref (entry),
                             act_notifier_new (G_APPLICATION (self), entry));
    }
}

/* Follows what is in the list, which window is in front, and what it shows. */
void
act_application_update_notifiers (ActApplication *self)
{
  ActConnectionEntry *shown = is_in_front (self) ? act_application_get_entry (self) : NULL;
  GHashTableIter      iter;
  gpointer            entry = NULL;
  gpointer            notifier = NULL;

  g_hash_table_foreach_remove (self->notifiers, is_not_listed, self);
  add_notifiers (self);
  g_hash_table_iter_init (&iter, self->notifiers);
  while (g_hash_table_iter_next (&iter, &entry, &notifier))
    act_notifier_set_watched (notifier, entry == shown);
}

void
act_application_watch_window (ActApplication *self,
                              GtkWindow      *window)
{
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (act_application_update_notifiers),
                           self, G_CONNECT_SWAPPED);
}
