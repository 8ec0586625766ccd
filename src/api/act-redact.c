/* Secrets taken out of texts and memory
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-redact.h"

#include <string.h>

/* Words in the name of a member whose value nobody need see. */
static const char *const secret_words[] = { "key", "secret", "token", "password", "passphrase", "credential", "authcode" };

/* What a setting that only names something ends in, whatever else is in its name. */
static const char *const plain_endings[] = { "credentialsid", "credentialid" };

static char *
mask (const char *text,
      const char *secret)
{
  g_autoptr (GString) masked = g_string_new (text);

  g_string_replace (masked, secret, ACT_REDACT_MASK, 0);

  return g_string_free (g_steal_pointer (&masked), FALSE);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize first = strlen (*(const char *const *) a);
  gsize second = strlen (*(const char *const *) b);

  return first > second ? -1 : first < second;
}

/**
 * act_redact_error:
 * @error: (transfer full): an error whose message may quote what we sent
 * @secret: (nullable): what must not be seen
 *
 * A server may say back what it was sent. Any thread.
 *
 * Returns: (transfer full): the error without the secret
 */
GError *
act_redact_error (GError     *error,
                  const char *secret)
{
  g_autofree char *message = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (secret == NULL || *secret == '\0' || strstr (error->message, secret) == NULL)
    return error;

  message = mask (error->message, secret);
  act_redact_free (error->message);
  error->message = g_steal_pointer (&message);

  return error;
}

/**
 * act_redact_error_all:
 * @error: (transfer full): an error whose message may quote what we sent
 * @secrets: (nullable) (element-type utf8): what must not be seen
 *
 * Does what act_redact_error() does for several secrets, of which one may contain another. Any
 * thread.
 *
 * Returns: (transfer full): the error without the secrets
 */
GError *
act_redact_error_all (GError    *error,
                      GPtrArray *secrets)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_return_val_if_fail (error != NULL, NULL);

  if (secrets != NULL)
    g_ptr_array_extend (sorted, secrets, NULL, NULL);
  g_ptr_array_sort (sorted, compare_lengths);

  for (guint i = 0; i < sorted->len; i++)
    error = act_redact_error (error, g_ptr_array_index (sorted, i));

  return error;
}

/**
 * act_redact_is_secret_name:
 * @name: what a value is called, as programs do
 *
 * Guesses from a name whether people should see the value. Any thread.
 *
 * Returns: whether it looks like a secret
 */
gboolean
act_redact_is_secret_name (const char *name)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  lower = g_ascii_strdown (name, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (plain_endings); i++)
    {
      if (g_str_has_suffix (lower, plain_endings[i]))
        return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (secret_words); i++)
    {
      if (strstr (lower, secret_words[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * act_redact_free:
 * @secret: (transfer full) (nullable): a text
 *
 * Frees a text after overwriting it.
 */
void
act_redact_free (char *secret)
{
  if (secret == NULL)
    return;

  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

typedef struct
{
  guint8 *data;
  gsize   size;
} Wiped;

static void
free_wiped (gpointer data)
{
  Wiped *wiped = data;

  explicit_bzero (wiped->data, wiped->size);
  g_free (wiped->data);
  g_free (wiped);
}

/**
 * act_redact_take_bytes:
 * @array: (transfer full): what may hold a secret
 *
 * Any thread.
 *
 * Returns: (transfer full): the same bytes, which are overwritten in the end
 */
GBytes *
act_redact_take_bytes (GByteArray *array)
{
  Wiped *wiped = NULL;

  g_return_val_if_fail (array != NULL, NULL);

  if (array->len == 0)
    return g_byte_array_free_to_bytes (array);

  wiped = g_new (Wiped, 1);
  wiped->size = array->len;
  wiped->data = g_byte_array_free (array, FALSE);

  return g_bytes_new_with_free_func (wiped->data, wiped->size, free_wiped, wiped);
}
