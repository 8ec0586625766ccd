/* What things of an organisation are called: event names, accounts, bills
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-name-json.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_auto (GStrv) names = fuzz_decode (data, size, &act_event_names_decoder);
  g_autofree char *account = fuzz_decode (data, size, &act_account_name_decoder);
  g_autoptr (ActBillFacts) bill = fuzz_decode (data, size, &act_bill_facts_decoder);

  fuzz_decode_and_free (data, size, &act_account_names_decoder);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    fuzz_check_text (names[i]);
  fuzz_check_text (account);
  if (bill != NULL)
    fuzz_check_text (bill->dates);

  return 0;
}
