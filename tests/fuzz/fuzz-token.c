/* The answer of the token call
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-token-json.h"

/* A token goes into a header, which no byte of it may end. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (ActToken) token = fuzz_decode (data, size, &act_token_decoder);

  if (token == NULL)
    return 0;

  g_assert_true (*token->text != '\0');
  for (const char *c = token->text; *c != '\0'; c++)
    g_assert_true (g_ascii_isgraph (*c));
  g_assert_cmpint (token->life, >=, 0);

  return 0;
}
