/* Integration runs of the server and of the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-integration-run.h"
#include "act-json-page.h"
#include "act-resource-json.h"
#include "act-run-json.h"
#include "act-run-status.h"
#include "act-run-text.h"

static void
check_run (const ActIntegrationRun *run)
{
  g_autofree char *status = act_run_text_status (run);
  g_autofree char *mark = act_run_text_mark (run, 0);

  fuzz_check_text (run->id);
  fuzz_check_text (status);
  fuzz_check_text (act_run_text_meaning (run));
  fuzz_check_text (mark);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr (ActIntegrationRun) run = fuzz_decode (data, size, &act_run_decoder);
  g_autoptr (ActIntegrationRun) latest = fuzz_decode (data, size, &act_latest_run_decoder);
  g_autoptr (ActIntegrationRun) kept = act_integration_run_from_json (text, NULL);
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *token = NULL;
  ActJsonPage     *page = fuzz_decode (data, size, &act_run_page_decoder);

  if (run != NULL)
    check_run (run);
  if (latest != NULL)
    check_run (latest);
  if (kept != NULL)
    check_run (kept);
  if (page == NULL)
    return 0;

  runs = act_json_page_take (page, &token);
  for (guint i = 0; i < runs->len; i++)
    check_run (g_ptr_array_index (runs, i));

  return 0;
}
