/* Events of the server, and what lists, causes and exports make of them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-cause-signature.h"
#include "act-event-json.h"
#include "act-event-page.h"
#include "act-event-record.h"
#include "act-event-text.h"
#include "act-export-csv.h"
#include "act-json-text.h"
#include "act-safe-text.h"

static void
check_text_fields (const ActEvent *event)
{
  const char *const texts[] = {
    event->id,
    event->name,
    event->message,
    event->destination,
    event->destination_id,
    event->configuration_id,
    event->credentials_id,
    event->entity_type,
    event->entity_id,
    event->account_id,
    event->run_id,
    event->payload,
  };

  g_assert_true (event->id != NULL && *event->id != '\0');
  g_assert_nonnull (event->name);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *line = act_safe_text_line (texts[i]);
      g_autofree char *id = act_safe_text_id (texts[i]);

      fuzz_check_text (texts[i]);
      fuzz_check_shown (line);
      fuzz_check_shown (id);
    }
}

static void
check_export (ActEvent *event)
{
  g_autoptr (ActEventRecord) record = act_event_record_new ();
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autofree char *json = NULL;
  g_autofree char *whole = NULL;

  act_event_free (record->event);
  record->event = act_event_copy (event);
  json = act_json_text_of_event (record);
  whole = act_json_text_of_whole_event (record);
  act_export_csv_add_record (csv, record);

  fuzz_check_text (json);
  fuzz_check_text (whole);
  fuzz_check_text (csv->str);
}

static void
check_event (ActEvent *event)
{
  g_autofree char *signature = act_cause_signature_make (event);
  g_autofree char *again = act_cause_signature_make (event);

  check_text_fields (event);
  check_export (event);
  g_assert_cmpstr (signature, ==, again);
  fuzz_check_text (signature);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (ActEvent) event = fuzz_decode (data, size, &act_event_decoder);
  g_autoptr (ActEventPage) page = fuzz_decode (data, size, &act_event_page_decoder);

  if (event != NULL)
    check_event (event);
  for (guint i = 0; page != NULL && i < page->events->len; i++)
    check_event (g_ptr_array_index (page->events, i));

  return 0;
}
