/* What is pasted into, or chosen for, the form of a connection: variables, a certificate
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-authority.h"
#include "act-connection-paste.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *text = size > 0 ? (const char *) data : "";
  g_autoptr (ActConnectionPaste) paste = act_connection_paste_parse (text, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ActAuthority) authority = act_authority_parse (text, size, &error);

  if (paste != NULL)
    {
      fuzz_check_text (paste->base_url);
      fuzz_check_text (paste->organisation_id);
      fuzz_check_text (paste->key_id);
      fuzz_check_text (paste->secret);
    }

  g_assert_true ((authority == NULL) == (error != NULL));
  if (authority != NULL)
    {
      fuzz_check_text (authority->pem);
      fuzz_check_text (authority->subject);
      fuzz_check_text (authority->fingerprint);
    }

  return 0;
}
