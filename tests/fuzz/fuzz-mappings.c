/* External mappings, and what they can be made of
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-external-mapping.h"
#include "act-json-page.h"
#include "act-mapping-json.h"
#include "act-mapping-options.h"
#include "act-resource-json.h"

/* What is kept of a mapping is read again as the same. */
static void
check_mapping (const ActExternalMapping *mapping)
{
  g_autofree char *json = act_external_mapping_to_json (mapping);
  g_autofree char *sent = act_mapping_json_write_new (mapping);
  g_autofree char *description = act_external_mapping_describe (mapping);
  g_autoptr (ActExternalMapping) again = act_external_mapping_from_json (json, NULL);

  fuzz_check_text (json);
  fuzz_check_text (sent);
  fuzz_check_text (description);
  g_assert_nonnull (again);
  g_assert_cmpstr (again->external_id, ==, mapping->external_id);
  g_assert_cmpstr (again->entity_id, ==, mapping->entity_id);
}

static void
check_page (ActJsonPage *page)
{
  g_autofree char *token = NULL;
  g_autoptr (GPtrArray) things = act_json_page_take (page, &token);

  for (guint i = 0; i < things->len; i++)
    check_mapping (g_ptr_array_index (things, i));
}

static void
check_records (GPtrArray *records)
{
  g_autofree char *json = act_external_records_to_json (records);
  g_autoptr (GPtrArray) again = act_external_records_from_json (json, NULL);

  g_assert_nonnull (again);
  g_assert_cmpuint (again->len, ==, records->len);
}

static void
check_options (const ActMappingOptions *options)
{
  for (guint i = 0; options->entity_types[i] != NULL; i++)
    fuzz_check_text (options->entity_types[i]);
  for (guint i = 0; i < options->systems->len; i++)
    {
      const ActExternalSystem *system = g_ptr_array_index (options->systems, i);

      g_assert_true (act_mapping_options_find_system (options, system->name) == system);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr (ActExternalMapping) one = fuzz_decode (data, size, &act_mapping_decoder);
  g_autoptr (ActExternalMapping) kept = act_external_mapping_from_json (text, NULL);
  g_autoptr (ActMappingOptions) options = fuzz_decode (data, size, &act_mapping_options_decoder);
  g_autoptr (ActMappingOptions) kept_options = act_mapping_options_from_json (text, NULL);
  g_autoptr (GPtrArray) records = fuzz_decode (data, size, &act_external_records_decoder);
  ActJsonPage *page = fuzz_decode (data, size, &act_mapping_page_decoder);

  if (one != NULL)
    check_mapping (one);
  if (kept != NULL)
    check_mapping (kept);
  if (options != NULL)
    check_options (options);
  if (kept_options != NULL)
    check_options (kept_options);
  if (records != NULL)
    check_records (records);
  if (page != NULL)
    check_page (page);

  return 0;
}
