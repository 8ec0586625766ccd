/* Where a server sends us
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-error-text.h"
#include "act-redirect.h"
#include "act-request.h"
#include "act-response.h"

#define FROM "https://api.example.com:8443/organizations/org/events?pageSize=100"

static void
check_error (GError *error)
{
  g_autoptr (ActErrorText) text = act_error_text_new (error);
  g_autofree char *shown = act_error_text_to_string (text);

  fuzz_check_text (error->message);
  fuzz_check_shown (shown);
}

/* It is followed only if it stays where it was. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *location = fuzz_dup_text (data, size);
  g_autoptr (GUri) from = g_uri_parse (FROM, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) to = act_redirect_resolve (from, location, &error);
  g_autoptr (ActRequest) request = act_request_new ("GET", "/organizations/org/events");
  g_autoptr (ActResponse) response = act_response_new (302);
  g_autoptr (GError) refusal = NULL;

  g_assert_true ((to == NULL) == (error != NULL));
  if (to != NULL)
    {
      g_assert_cmpstr (g_uri_get_scheme (to), ==, "https");
      g_assert_cmpint (g_ascii_strcasecmp (g_uri_get_host (to), "api.example.com"), ==, 0);
      g_assert_cmpint (g_uri_get_port (to), ==, 8443);
      g_assert_null (g_uri_get_userinfo (to));
    }
  else
    check_error (error);

  response->location = g_steal_pointer (&location);
  refusal = act_redirect_new_error (request, response);
  check_error (refusal);

  return 0;
}
