/* Any JSON: what must hold before it is parsed, what is cut out of it, what is shown of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-json-edit.h"
#include "act-json-grammar.h"
#include "act-json-guard.h"
#include "act-json-indent.h"
#include "act-json-slice.h"
#include "act-json-text.h"
#include "act-json.h"
#include "act-resource-json.h"

#include <string.h>

#define MAX_INDENTED (1024 * 1024)

static void
check_parses (const char *json)
{
  g_autoptr (JsonNode) node = act_json_parse (json, NULL);

  fuzz_check_text (json);
  g_assert_nonnull (node);
}

/* What reads pieces of the text, not the tree, is only given what was parsed. */
static void
take_apart (JsonNode   *root,
            const char *text)
{
  const char *const dropped[] = { "id", "version", NULL };
  g_autoptr (GPtrArray) elements = act_json_slice_array (text, NULL);
  g_autoptr (GPtrArray) data = act_json_slice_array (text, "data");
  g_autoptr (GPtrArray) members = act_json_slice_members (text);
  g_autofree char *edited = NULL;
  g_autofree char *hidden = NULL;

  if (JSON_NODE_HOLDS_ARRAY (root))
    g_assert_cmpuint (elements->len, ==, json_array_get_length (json_node_get_array (root)));
  for (guint i = 0; elements != NULL && i < elements->len; i++)
    fuzz_check_text (g_ptr_array_index (elements, i));
  for (guint i = 0; data != NULL && i < data->len; i++)
    fuzz_check_text (g_ptr_array_index (data, i));
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return;

  g_assert_nonnull (members);
  edited = act_json_edit_object (text, dropped, "\"enabled\":true");
  check_parses (edited);
  hidden = act_integration_configuration_hide_secrets (text);
  if (hidden != NULL)
    check_parses (hidden);
}

static void
check_quote (const uint8_t *data,
             size_t         size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *quoted = act_json_quote (valid);

  check_parses (quoted);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *raw = fuzz_dup_text (data, size);
  g_autofree char *pretty = act_json_text_pretty (raw);
  g_autofree char *compact = act_json_text_compact (raw);
  g_autofree char *text = act_json_guard_clean (bytes, NULL);
  g_autoptr (JsonNode) root = NULL;

  fuzz_check_text (pretty);
  fuzz_check_text (compact);
  fuzz_check_text (text);
  check_quote (data, size);
  if (text == NULL)
    return 0;

  g_bytes_unref (act_json_indent (text, strlen (text), MAX_INDENTED, NULL));
  root = act_json_parse (text, NULL);
  g_assert_true ((root != NULL) == act_json_grammar_is_valid (text));
  if (root != NULL)
    take_apart (root, text);

  return 0;
}
