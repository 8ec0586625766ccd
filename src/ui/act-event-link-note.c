/* Says why a link to an event shows nothing
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-event-link-note.h"

#include "act-safe-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
present (GtkWindow  *parent,
         const char *heading,
         const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * act_event_link_note_unreadable:
 * @parent: the window
 *
 * Says that something was opened that is no link to an event. It is not shown, since nobody knows what
 * is in it.
 */
void
act_event_link_note_unreadable (GtkWindow *parent)
{
  present (parent, _ ("This Link Cannot Be Opened"),
           _ ("It is not a link to an event. Nothing was opened."));
}

/**
 * act_event_link_note_stranger:
 * @parent: the window
 * @organisation_id: an organisation's id, from outside
 *
 * Says that there is no connection to an organisation.
 */
void
act_event_link_note_stranger (GtkWindow  *parent,
                              const char *organisation_id)
{
  g_autofree char *id = act_safe_text_id (organisation_id);
  g_autofree char *body = NULL;

  /* Translators: an organisation's id. */
  body = g_strdup_printf (_ ("The link is for the organisation “%s”, and no connection here is to it. "
                             "Nothing was opened."),
                          id);
  present (parent, _ ("Unknown Organisation"), body);
}

/**
 * act_event_link_note_unknown:
 * @parent: the window
 * @event_id: an event's id, from outside
 *
 * Says that an event is not in the store.
 */
void
act_event_link_note_unknown (GtkWindow  *parent,
                             const char *event_id)
{
  g_autofree char *id = act_safe_text_id (event_id);
  g_autofree char *body = NULL;

  /* Translators: an event's id. */
  body = g_strdup_printf (_ ("The event “%s” is not on this computer. It may not have been fetched yet: "
                             "refresh, and open the link again. It may also be older than what is kept."),
                          id);
  present (parent, _ ("Event Not Found"), body);
}
