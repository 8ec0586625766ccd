/* A set of small numbers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-bits.h"

/* More than any store has, and what a damaged one must not make us allocate. */
#define MAX_NUMBER (G_GINT64_CONSTANT (1) << 28)

struct _ActStoreBits
{
  GByteArray *bytes; /* (owned) */
};

/**
 * act_store_bits_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): an empty set
 */
ActStoreBits *
act_store_bits_new (void)
{
  ActStoreBits *self = g_new0 (ActStoreBits, 1);

  self->bytes = g_byte_array_new ();

  return self;
}

/**
 * act_store_bits_free:
 * @self: (transfer full) (nullable): a set
 *
 * Any thread.
 */
void
act_store_bits_free (ActStoreBits *self)
{
  if (self == NULL)
    return;

  g_byte_array_unref (self->bytes);
  g_free (self);
}

static void
grow (ActStoreBits *self,
      guint         size)
{
  guint old = self->bytes->len;

  g_byte_array_set_size (self->bytes, size);
  for (guint i = old; i < size; i++)
    self->bytes->data[i] = 0;
}

/**
 * act_store_bits_add:
 * @self: a set
 * @number: a number
 *
 * Adds a number; one that cannot be in a store is left out. Any thread.
 */
void
act_store_bits_add (ActStoreBits *self,
                    gint64        number)
{
  if (number < 0 || number >= MAX_NUMBER)
    return;

  if (number / 8 >= self->bytes->len)
    grow (self, (guint) (number / 8) + 1);
  self->bytes->data[number / 8] |= (guint8) (1u << (number % 8));
}

/**
 * act_store_bits_has:
 * @self: a set
 * @number: a number
 *
 * Any thread.
 *
 * Returns: whether the number is in the set
 */
gboolean
act_store_bits_has (const ActStoreBits *self,
                    gint64              number)
{
  return number >= 0 && number / 8 < self->bytes->len &&
         (self->bytes->data[number / 8] >> (number % 8)) & 1;
}

/**
 * act_store_bits_next:
 * @self: a set
 * @number: where to begin
 *
 * Any thread.
 *
 * Returns: the first number of the set from @number on, or -1
 */
gint64
act_store_bits_next (const ActStoreBits *self,
                     gint64              number)
{
  gint64 end = (gint64) self->bytes->len * 8;

  for (gint64 i = MAX (number, 0); i < end; i++)
    {
      if (act_store_bits_has (self, i))
        return i;
    }

  return -1;
}
