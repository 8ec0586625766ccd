/* Which record of another system is which entity
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-external-mapping.h"

#include "act-event.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (ActExternalMapping, act_external_mapping, act_external_mapping_copy, act_external_mapping_free)

/**
 * act_external_mapping_new:
 *
 * Makes a mapping without any field. Any thread.
 *
 * Returns: (transfer full): the mapping
 */
ActExternalMapping *
act_external_mapping_new (void)
{
  ActExternalMapping *self = g_new0 (ActExternalMapping, 1);

  self->created = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_external_mapping_copy:
 * @self: a mapping
 *
 * Copies a mapping. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActExternalMapping *
act_external_mapping_copy (const ActExternalMapping *self)
{
  ActExternalMapping *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (*self));
  copy->id = g_strdup (self->id);
  copy->entity_type = g_strdup (self->entity_type);
  copy->entity_id = g_strdup (self->entity_id);
  copy->external_system = g_strdup (self->external_system);
  copy->external_table = g_strdup (self->external_table);
  copy->external_id = g_strdup (self->external_id);
  copy->configuration_id = g_strdup (self->configuration_id);
  copy->json = g_strdup (self->json);

  return copy;
}

/**
 * act_external_mapping_free:
 * @self: (transfer full) (nullable): a mapping
 *
 * Frees a mapping. Any thread.
 */
void
act_external_mapping_free (ActExternalMapping *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->entity_type);
  g_free (self->entity_id);
  g_free (self->external_system);
  g_free (self->external_table);
  g_free (self->external_id);
  g_free (self->configuration_id);
  g_free (self->json);
  g_free (self);
}

/**
 * act_external_mapping_says_the_same:
 * @self: a mapping
 * @other: another one
 *
 * Tells whether two mappings join the same entity to the same record. Any thread.
 *
 * Returns: whether all that a user can write is equal
 */
gboolean
act_external_mapping_says_the_same (const ActExternalMapping *self,
                                    const ActExternalMapping *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return g_strcmp0 (self->entity_type, other->entity_type) == 0 &&
         g_strcmp0 (self->entity_id, other->entity_id) == 0 &&
         g_strcmp0 (self->external_system, other->external_system) == 0 &&
         g_strcmp0 (self->external_table, other->external_table) == 0 &&
         g_strcmp0 (self->external_id, other->external_id) == 0 &&
         g_strcmp0 (self->configuration_id, other->configuration_id) == 0;
}

/**
 * act_external_mapping_is_valid_text:
 * @text: (nullable): what a member of a mapping is to be
 *
 * Tells whether the API would take a text: not empty, no white space at either end, no control
 * characters, and no white space inside but plain spaces. Our reading of the pattern in the API's
 * description. Any thread.
 *
 * Returns: whether it would
 */
gboolean
act_external_mapping_is_valid_text (const char *text)
{
  if (text == NULL || *text == '\0' || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  if (g_unichar_isspace (g_utf8_get_char (text)) ||
      g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + strlen (text)))))
    return FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) || (g_unichar_isspace (character) && character != ' '))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_external_mapping_trim_text:
 * @text: (nullable): what a user entered for a member of a mapping
 *
 * Takes white space of any kind from both ends, which comes along when ids are pasted. Any thread.
 *
 * Returns: (transfer full) (nullable): what remains, or %NULL if nothing does
 */
char *
act_external_mapping_trim_text (const char *text)
{
  const char *end = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  end = text + strlen (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return end > text ? g_strndup (text, (gsize) (end - text)) : NULL;
}

/**
 * act_external_mapping_describe:
 * @self: a mapping
 *
 * Says in one line of any language what a mapping maps to what: for a log, not for sentences. Any
 * thread.
 *
 * Returns: (transfer full): the text, from outside
 */
char *
act_external_mapping_describe (const ActExternalMapping *self)
{
  const char *const parts[] = { self->entity_type, self->entity_id, "→", self->external_system,
                                self->external_table, self->external_id };
  g_autoptr (GPtrArray) given = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_ptr_array_add (given, (char *) parts[i]);
    }
  g_ptr_array_add (given, NULL);

  return g_strjoinv (" ", (char **) given->pdata);
}
