/* Credentials, and what they are made of
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-credential-json.h"
#include "act-credential.h"
#include "act-json-page.h"
#include "act-resource-json.h"

static void
check_credential (const ActCredential *credential)
{
  g_autofree char *json = act_credential_to_json (credential);
  g_autoptr (ActCredential) again = act_credential_from_json (json, NULL);

  fuzz_check_text (json);
  g_assert_nonnull (again);
  g_assert_cmpstr (again->id, ==, credential->id);
  g_assert_cmpstr (again->name, ==, credential->name);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr (ActCredential) one = fuzz_decode (data, size, &act_credential_decoder);
  g_autoptr (ActCredential) kept = act_credential_from_json (text, NULL);
  g_autoptr (GPtrArray) things = NULL;
  g_autofree char *token = NULL;
  ActJsonPage     *page = fuzz_decode (data, size, &act_credential_page_decoder);

  fuzz_decode_and_free (data, size, &act_credential_fields_decoder);
  if (one != NULL)
    check_credential (one);
  if (kept != NULL)
    check_credential (kept);
  if (page == NULL)
    return 0;

  things = act_json_page_take (page, &token);
  for (guint i = 0; i < things->len; i++)
    check_credential (g_ptr_array_index (things, i));

  return 0;
}
