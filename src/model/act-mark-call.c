/* The call that marks an event as actioned, of which a connection may have another one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mark-call.h"

#include "act-path.h"

#include <string.h>

#define MAX_LENGTH 512

static gboolean
is_plain (const char *path)
{
  for (const char *c = path; *c != '\0'; c++)
    {
      if (!g_ascii_isgraph (*c) || *c == '\\' || *c == '#')
        return FALSE;
      if (*c == '%' && (!g_ascii_isxdigit (c[1]) || !g_ascii_isxdigit (c[2])))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_dot_segment (const char *path)
{
  g_auto (GStrv) segments = g_strsplit_set (path, "/?", -1);

  for (char **segment = segments; *segment != NULL; segment++)
    {
      g_autofree char *plain = g_uri_unescape_string (*segment, NULL);

      if (g_strcmp0 (plain, ".") == 0 || g_strcmp0 (plain, "..") == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * act_mark_call_is_valid:
 * @method: (nullable): an HTTP method
 * @path: (nullable): a path with `{id}` and perhaps `{orgId}` in it
 *
 * Tells whether it may be used: PUT, POST or PATCH of a path that cannot lead to another server. Any
 * thread.
 *
 * Returns: whether it may
 */
gboolean
act_mark_call_is_valid (const char *method,
                        const char *path)
{
  static const char *const methods[] = { "PUT", "POST", "PATCH", NULL };

  return method != NULL && path != NULL && g_strv_contains (methods, method) && path[0] == '/' &&
         path[1] != '/' && strnlen (path, MAX_LENGTH + 1) <= MAX_LENGTH && is_plain (path) &&
         strstr (path, "{id}") != NULL && !has_dot_segment (path);
}

/**
 * act_mark_call_fill:
 * @path: a path that act_mark_call_is_valid() has accepted
 * @organisation_id: the organisation's id
 * @event_id: an event's id, from outside
 *
 * Puts the ids into a path, escaped, so that none can name another one. Both placeholders are looked
 * for in the path only, never in what was put in their place. Any thread.
 *
 * Returns: (transfer full): the path of the call
 */
char *
act_mark_call_fill (const char *path,
                    const char *organisation_id,
                    const char *event_id)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  g_autofree char *organisation = act_path_escape_segment (organisation_id);
  g_autofree char *event = act_path_escape_segment (event_id);

  for (const char *c = path; *c != '\0';)
    {
      if (g_str_has_prefix (c, "{orgId}"))
        {
          g_string_append (filled, organisation);
          c += strlen ("{orgId}");
        }
      else if (g_str_has_prefix (c, "{id}"))
        {
          g_string_append (filled, event);
          c += strlen ("{id}");
        }
      else
        {
          g_string_append_c (filled, *c++);
        }
    }

  return g_string_free (g_steal_pointer (&filled), FALSE);
}
