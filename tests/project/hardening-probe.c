/* A program that writes beyond a buffer, built as the others are: whether it is stopped.
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <string.h>

int
main (int    argc,
      char **argv)
{
  char small[8];

  if (argc != 2)
    return 2;

  memcpy (small, argv[1], strlen (argv[1]) + 1);
  return puts (small) < 0;
}
