/* What was overwritten in memory before it was freed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Freed memory must not be looked at. So a program that is linked with this overwrites memory by the
 * functions here, which remember what was in it.
 */

/* The C library's header would make another function of the one that stands below. */
#undef _FORTIFY_SOURCE

#include "wipe-watch.h"

#include <string.h>

static GMutex     lock;
static GPtrArray *wiped; /* (owned) (nullable) */

void __explicit_bzero_chk (void  *memory,
                           size_t size,
                           size_t limit);

void
explicit_bzero (void  *memory,
                size_t size)
{
  volatile char *c = memory;

  g_mutex_lock (&lock);
  if (wiped != NULL)
    g_ptr_array_add (wiped, g_strndup (memory, size));
  g_mutex_unlock (&lock);

  for (size_t i = 0; i < size; i++)
    c[i] = '\0';
}

void
__explicit_bzero_chk (void  *memory,
                      size_t size,
                      size_t limit)
{
  g_assert_cmpuint (size, <=, limit);
  explicit_bzero (memory, size);
}

/* Forgets what was overwritten so far. */
void
wipe_watch_start (void)
{
  g_mutex_lock (&lock);
  g_clear_pointer (&wiped, g_ptr_array_unref);
  wiped = g_ptr_array_new_with_free_func (g_free);
  g_mutex_unlock (&lock);
}

/* Returns how often something that has @text in it was overwritten. */
guint
wipe_watch_count (const char *text)
{
  guint count = 0;

  g_mutex_lock (&lock);
  for (guint i = 0; wiped != NULL && i < wiped->len; i++)
    {
      if (strstr (g_ptr_array_index (wiped, i), text) != NULL)
        count++;
    }
  g_mutex_unlock (&lock);

  return count;
}
