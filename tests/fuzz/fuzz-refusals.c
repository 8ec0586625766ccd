/* What the server says when it refuses something, and what people read of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-error-text.h"
#include "act-request.h"
#include "act-response.h"
#include "act-status-error.h"

#include <string.h>

/* It stands where a server might quote it. */
#define SECRET        "c2VjcmV0LW9mLXRva2Vu"
#define AUTHORIZATION "Bearer " SECRET

/* The first line is the status, the rest the body. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_auto (GStrv) lines = fuzz_dup_lines (data, size, 2);
  g_autoptr (ActRequest) request = act_request_new ("GET", "/organizations/o/events");
  g_autoptr (ActResponse) response = act_response_new ((guint) g_ascii_strtoull (lines[0], NULL, 10));
  g_autoptr (GError) error = NULL;
  g_autoptr (ActErrorText) text = NULL;
  g_autofree char *shown = NULL;

  g_clear_pointer (&response->body, g_bytes_unref);
  response->body = g_bytes_new (lines[1], strlen (lines[1]));
  if (act_response_is_successful (response))
    return 0;

  error = act_status_error_new (request, response, AUTHORIZATION);
  g_assert_nonnull (error);
  fuzz_check_text (error->message);
  g_assert_null (strstr (error->message, SECRET));

  text = act_error_text_new (error);
  shown = act_error_text_to_string (text);
  fuzz_check_shown (shown);

  return 0;
}
