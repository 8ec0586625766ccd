/* The call that marks events: a template that a user typed, filled with an id of the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-mark-call.h"

#include <string.h>

#define BASE "https://api.example.com:8443/base"

static guint
count_slashes (const char *path)
{
  guint n = 0;

  for (const char *c = path; *c != '\0' && *c != '?'; c++)
    n += *c == '/';

  return n;
}

/* No id climbs out of its place: the origin stays, and so do the segments. */
static void
check_filled (const char *template,
              const char *path)
{
  g_autofree char *address = g_strconcat (BASE, path, NULL);
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_auto (GStrv) segments = NULL;

  g_assert_nonnull (uri);
  g_assert_cmpstr (g_uri_get_scheme (uri), ==, "https");
  g_assert_cmpstr (g_uri_get_host (uri), ==, "api.example.com");
  g_assert_cmpint (g_uri_get_port (uri), ==, 8443);
  g_assert_null (g_uri_get_userinfo (uri));
  g_assert_null (g_uri_get_fragment (uri));
  g_assert_cmpuint (count_slashes (path), ==, count_slashes (template));

  segments = g_strsplit_set (path, "/?", -1);
  for (guint i = 0; segments[i] != NULL; i++)
    g_assert_false (strcmp (segments[i], ".") == 0 || strcmp (segments[i], "..") == 0);
}

/* Lines: method, template, organisation, id. Nothing is without an id. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_auto (GStrv) lines = fuzz_dup_lines (data, size, 4);
  g_autofree char *organisation = g_utf8_make_valid (lines[2], -1);
  g_autofree char *id = g_utf8_make_valid (lines[3], -1);
  g_autofree char *path = NULL;

  if (*organisation == '\0' || *id == '\0' || !act_mark_call_is_valid (lines[0], lines[1]))
    return 0;

  path = act_mark_call_fill (lines[1], organisation, id);
  check_filled (lines[1], path);

  return 0;
}
