/* Where lists that are read to their end were left off
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-places.h"

#include <string.h>

/* Escaped names have no such key. */
#define ALL "*"

#define NEXT "next"
#define DONE "done"

struct _ActPlaces
{
  GKeyFile *file; /* (owned) */
};

/* Names come from outside, and not every text is a key. One that is means something to key files:
 * what it says must be their encoding, or nothing of the file is read. */
static char *
make_key (const char *event_name)
{
  if (g_strcmp0 (event_name, "Encoding") == 0)
    return g_strdup ("%45ncoding");

  return event_name != NULL ? g_uri_escape_string (event_name, NULL, FALSE) : g_strdup (ALL);
}

/**
 * act_places_new_from_text:
 * @text: (nullable): what the store has kept
 *
 * Reads places. What cannot be read is read from its beginning again.
 *
 * Returns: (transfer full): the places
 */
ActPlaces *
act_places_new_from_text (const char *text)
{
  ActPlaces *self = g_new0 (ActPlaces, 1);

  self->file = g_key_file_new ();
  if (text == NULL || g_key_file_load_from_data (self->file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return self;

  g_key_file_unref (self->file);
  self->file = g_key_file_new ();

  return self;
}

/**
 * act_places_free:
 * @self: (transfer full) (nullable): places
 *
 * Frees them.
 */
void
act_places_free (ActPlaces *self)
{
  if (self == NULL)
    return;

  g_key_file_unref (self->file);
  g_free (self);
}

/**
 * act_places_to_text:
 * @self: places
 *
 * Returns: (transfer full): them as the store keeps them
 */
char *
act_places_to_text (ActPlaces *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_key_file_to_data (self->file, NULL, NULL);
}

static gboolean
has_key (ActPlaces  *self,
         const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->file, group, NULL, NULL);

  return keys != NULL && keys[0] != NULL;
}

/**
 * act_places_is_empty:
 * @self: places
 *
 * Returns: whether no list was begun
 */
gboolean
act_places_is_empty (ActPlaces *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return !has_key (self, NEXT) && !has_key (self, DONE);
}

/**
 * act_places_set_token:
 * @self: places
 * @event_name: (nullable): of which list
 * @token: (nullable): its next token, %NULL if it begins anew
 *
 * Says where a list goes on.
 */
void
act_places_set_token (ActPlaces  *self,
                      const char *event_name,
                      const char *token)
{
  g_autofree char *key = make_key (event_name);

  g_return_if_fail (self != NULL);

  if (token != NULL)
    g_key_file_set_string (self->file, NEXT, key, token);
  else
    g_key_file_remove_key (self->file, NEXT, key, NULL);
}

/**
 * act_places_dup_token:
 * @self: places
 * @event_name: (nullable): of which list
 *
 * Returns: (transfer full) (nullable): its next token, %NULL if it was not begun
 */
char *
act_places_dup_token (ActPlaces  *self,
                      const char *event_name)
{
  g_autofree char *key = make_key (event_name);

  g_return_val_if_fail (self != NULL, NULL);

  return g_key_file_get_string (self->file, NEXT, key, NULL);
}

/**
 * act_places_set_done:
 * @self: places
 * @event_name: (nullable): of which list
 *
 * Says that a list was read to its end.
 */
void
act_places_set_done (ActPlaces  *self,
                     const char *event_name)
{
  g_autofree char *key = make_key (event_name);

  g_return_if_fail (self != NULL);

  g_key_file_remove_key (self->file, NEXT, key, NULL);
  g_key_file_set_boolean (self->file, DONE, key, TRUE);
}

/**
 * act_places_is_done:
 * @self: places
 * @event_name: (nullable): of which list
 *
 * Returns: whether it was read to its end
 */
gboolean
act_places_is_done (ActPlaces  *self,
                    const char *event_name)
{
  g_autofree char *key = make_key (event_name);

  g_return_val_if_fail (self != NULL, FALSE);

  return g_key_file_get_boolean (self->file, DONE, key, NULL);
}

/**
 * act_places_has_token:
 * @self: places
 *
 * Returns: whether a list was left off before its end
 */
gboolean
act_places_has_token (ActPlaces *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return has_key (self, NEXT);
}

/**
 * act_places_forget_tokens:
 * @self: places
 *
 * Lets the lists that were left off begin anew.
 */
void
act_places_forget_tokens (ActPlaces *self)
{
  g_return_if_fail (self != NULL);

  g_key_file_remove_group (self->file, NEXT, NULL);
}
