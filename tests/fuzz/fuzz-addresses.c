/* Addresses: those that a browser may open, and the base URL of a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-connection.h"
#include "act-web-address.h"

#include <string.h>

/* The host that is shown is the one that is opened. */
static void
check_web_address (const char *text)
{
  g_autofree char *host = NULL;
  g_autofree char *address = act_web_address_check (text, &host);
  g_autoptr (GUri) uri = NULL;

  g_assert_true ((address == NULL) == (host == NULL));
  if (address == NULL)
    return;

  uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_assert_nonnull (uri);
  g_assert_true (g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") == 0 ||
                 g_ascii_strcasecmp (g_uri_get_scheme (uri), "http") == 0);
  g_assert_null (g_uri_get_userinfo (uri));
  g_assert_true (g_str_is_ascii (host));
}

/* A connection's base URL is in its one spelling, so it stays as it is. */
static void
check_base_url (const char *text)
{
  g_autoptr (ActConnection) one = act_connection_new (NULL, text, "org", "key", NULL);
  g_autoptr (ActConnection) two = NULL;
  g_autoptr (GUri) uri = NULL;

  if (one == NULL)
    return;

  two = act_connection_new (NULL, act_connection_get_base_url (one), "org", "key", NULL);
  g_assert_nonnull (two);
  g_assert_cmpstr (act_connection_get_base_url (one), ==, act_connection_get_base_url (two));
  g_assert_cmpstr (act_connection_get_id (one), ==, act_connection_get_id (two));
  for (const char *c = act_connection_get_id (one); *c != '\0'; c++)
    g_assert_true (g_ascii_isalnum (*c) || *c == '-');

  uri = g_uri_parse (act_connection_get_base_url (one), G_URI_FLAGS_ENCODED, NULL);
  g_assert_nonnull (uri);
  g_assert_true (strcmp (g_uri_get_scheme (uri), "https") == 0 ||
                 act_connection_is_loopback (g_uri_get_host (uri)));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = fuzz_dup_text (data, size);

  check_web_address (text);
  check_base_url (text);

  return 0;
}
