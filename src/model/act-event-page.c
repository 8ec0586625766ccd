/* One page of events, as the server answered it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-page.h"

/**
 * act_event_page_new:
 *
 * Makes an empty page with an array that owns its events. Any thread.
 *
 * Returns: (transfer full): the page
 */
ActEventPage *
act_event_page_new (void)
{
  ActEventPage *self = g_new0 (ActEventPage, 1);

  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_free);

  return self;
}

/**
 * act_event_page_free:
 * @self: (transfer full) (nullable): a page
 *
 * Frees a page. Any thread.
 */
void
act_event_page_free (ActEventPage *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self->next_token);
  g_free (self);
}
