/* Parts of a URL's path
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-path.h"

/**
 * act_path_escape_segment:
 * @text: an id from outside
 *
 * Makes one segment of a path out of any text. Dots alone would climb out of where the segment
 * stands, and still do to whoever takes the escapes away first, so nobody may send them;
 * percent-encoding covers everything else. Any thread.
 *
 * Returns: (transfer full): the segment
 */
char *
act_path_escape_segment (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_equal (text, "."))
    return g_strdup ("%2E");
  if (g_str_equal (text, ".."))
    return g_strdup ("%2E%2E");

  return g_uri_escape_string (text, NULL, FALSE);
}
