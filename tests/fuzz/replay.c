/* Gives the seeds of a fuzzer to it again, as a test
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <stdio.h>

/* Each seed is also cut off at so many places. */
#define N_CUTS 8

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_seeds (const char *folder)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (seeds, g_strdup (name));
  g_ptr_array_sort (seeds, compare_names);

  return seeds;
}

static gboolean
replay (const char *folder,
        const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  gsize            length = 0;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return FALSE;

  for (gsize i = 0; i <= N_CUTS; i++)
    {
      gsize cut = length * i / N_CUTS;

      /* In memory of its own, so that a sanitizer sees what reads beyond it. */
      g_autofree char *piece = g_memdup2 (content, cut);

      LLVMFuzzerTestOneInput ((const uint8_t *) piece, cut);
    }

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) seeds = argc == 2 ? list_seeds (argv[1]) : NULL;
  gboolean good = seeds != NULL && seeds->len > 0;

  if (!good)
    {
      printf ("Bail out! There are no seeds\n");
      return 1;
    }

  printf ("1..%u\n", seeds->len);
  for (guint i = 0; i < seeds->len; i++)
    {
      const char *name = g_ptr_array_index (seeds, i);
      gboolean    replayed = replay (argv[1], name);

      printf ("%s %u %s\n", replayed ? "ok" : "not ok", i + 1, name);
      fflush (stdout);
      good = good && replayed;
    }

  return good ? 0 : 1;
}
