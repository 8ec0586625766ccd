/* Integration configurations of the server and of the store, and their differences
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-configuration-json.h"
#include "act-configuration-text.h"
#include "act-integration-configuration.h"
#include "act-json-page.h"
#include "act-json.h"
#include "act-resource-json.h"

/* A change must be JSON whatever the server sent, since it is sent back to it. */
static void
check_change (const char *json)
{
  g_autofree char *change = act_integration_configuration_change_json (json, "credentials\"", 2);
  g_autoptr (JsonNode) node = change != NULL ? act_json_parse (change, NULL) : NULL;

  fuzz_check_text (change);
  g_assert_true (change == NULL || node != NULL);
}

static void
check_configuration (const ActIntegrationConfiguration *configuration)
{
  g_autofree char *hidden = NULL;
  g_autoptr (ActIntegrationConfiguration) again = NULL;

  fuzz_check_text (configuration->id);
  fuzz_check_text (configuration->json);
  if (configuration->json == NULL)
    return;

  check_change (configuration->json);
  hidden = act_integration_configuration_hide_secrets (configuration->json);
  again = act_integration_configuration_from_json (hidden, NULL);
  g_assert_nonnull (again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char before[] = "{\"id\":\"c\",\"version\":1,\"configData\":{\"a\":[1,{\"b\":null}]}}";
  g_autofree char  *text = fuzz_dup_text (data, size);
  g_autoptr (ActIntegrationConfiguration) one = fuzz_decode (data, size, &act_configuration_decoder);
  g_autoptr (ActIntegrationConfiguration) kept = act_integration_configuration_from_json (text, NULL);
  g_autoptr (GPtrArray) things = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GPtrArray) settings = NULL;
  g_autofree char *token = NULL;
  ActJsonPage     *page = fuzz_decode (data, size, &act_configuration_page_decoder);

  if (one != NULL)
    check_configuration (one);
  if (kept != NULL)
    {
      differences = act_integration_configuration_list_differences (before, text, before);
      settings = act_integration_configuration_list_settings (text);
      check_change (text);
    }
  if (page == NULL)
    return 0;

  things = act_json_page_take (page, &token);
  for (guint i = 0; i < things->len; i++)
    check_configuration (g_ptr_array_index (things, i));

  return 0;
}
