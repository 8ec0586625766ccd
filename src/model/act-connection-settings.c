/* What can be set for a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-settings.h"

#include "act-mark-call.h"

#include <string.h>

#define DEFAULT_REFRESH_MINUTES 5
#define DEFAULT_REQUEST_CEILING 10

static const char *const colour_nicks[] = {
  [ACT_CONNECTION_COLOUR_BLUE] = "blue",
  [ACT_CONNECTION_COLOUR_GREEN] = "green",
  [ACT_CONNECTION_COLOUR_YELLOW] = "yellow",
  [ACT_CONNECTION_COLOUR_ORANGE] = "orange",
  [ACT_CONNECTION_COLOUR_RED] = "red",
  [ACT_CONNECTION_COLOUR_PURPLE] = "purple",
  [ACT_CONNECTION_COLOUR_BROWN] = "brown",
  [ACT_CONNECTION_COLOUR_GREY] = "grey",
};

G_STATIC_ASSERT (G_N_ELEMENTS (colour_nicks) == ACT_N_CONNECTION_COLOURS);

/**
 * act_connection_settings_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): settings that have what is usual, and no address, organisation or key
 */
ActConnectionSettings *
act_connection_settings_new (void)
{
  ActConnectionSettings *self = g_new0 (ActConnectionSettings, 1);

  self->refresh_minutes = DEFAULT_REFRESH_MINUTES;
  self->request_ceiling = DEFAULT_REQUEST_CEILING;
  self->mark_method = g_strdup (ACT_MARK_CALL_METHOD);
  self->mark_path = g_strdup (ACT_MARK_CALL_PATH);
  self->notify = TRUE;

  return self;
}

/**
 * act_connection_settings_copy:
 * @self: settings
 *
 * Any thread.
 *
 * Returns: (transfer full): a copy
 */
ActConnectionSettings *
act_connection_settings_copy (const ActConnectionSettings *self)
{
  ActConnectionSettings *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (ActConnectionSettings, 1);
  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->base_url = g_strdup (self->base_url);
  copy->organisation_id = g_strdup (self->organisation_id);
  copy->key_id = g_strdup (self->key_id);
  copy->mark_method = g_strdup (self->mark_method);
  copy->mark_path = g_strdup (self->mark_path);
  copy->console_address = g_strdup (self->console_address);
  copy->authority = g_strdup (self->authority);

  return copy;
}

/**
 * act_connection_settings_free:
 * @self: (transfer full) (nullable): settings
 *
 * Frees them. Any thread.
 */
void
act_connection_settings_free (ActConnectionSettings *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->base_url);
  g_free (self->organisation_id);
  g_free (self->key_id);
  g_free (self->mark_method);
  g_free (self->mark_path);
  g_free (self->console_address);
  g_free (self->authority);
  g_free (self);
}

/**
 * act_connection_colour_get_nick:
 * @colour: a colour
 *
 * Returns: what it is called in files and style classes
 */
const char *
act_connection_colour_get_nick (ActConnectionColour colour)
{
  g_return_val_if_fail ((guint) colour < ACT_N_CONNECTION_COLOURS, colour_nicks[0]);

  return colour_nicks[colour];
}

/**
 * act_connection_colour_from_nick:
 * @nick: (nullable): a text from outside
 * @colour: (out): return location for the colour, which is left alone if there is none
 *
 * Returns: whether there is such a colour
 */
gboolean
act_connection_colour_from_nick (const char          *nick,
                                 ActConnectionColour *colour)
{
  g_return_val_if_fail (colour != NULL, FALSE);

  for (guint i = 0; nick != NULL && i < ACT_N_CONNECTION_COLOURS; i++)
    {
      if (strcmp (colour_nicks[i], nick) == 0)
        {
          *colour = (ActConnectionColour) i;
          return TRUE;
        }
    }

  return FALSE;
}
