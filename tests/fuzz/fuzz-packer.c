/* Payloads as they are packed in the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-store-packer.h"

#include <string.h>

static void
check_unpack (ActStorePacker    *packer,
              const uint8_t     *data,
              size_t             size,
              const char *const *known)
{
  gsize            length = 0;
  g_autofree char *text = act_store_packer_unpack (packer, data, size, known, &length);

  if (text != NULL)
    g_assert_true (g_utf8_validate_len (text, length, NULL));
}

static void
check_round (ActStorePacker    *packer,
             const char        *text,
             const char *const *known)
{
  gsize              packed_length = 0;
  gsize              length = 0;
  g_autofree guint8 *packed = act_store_packer_pack (packer, text, strlen (text), known, &packed_length);
  g_autofree char   *again = act_store_packer_unpack (packer, packed, packed_length, known, &length);

  g_assert_nonnull (again);
  g_assert_cmpmem (again, length, text, strlen (text));
}

/* The input is something packed, and something to pack after what its row says in three lines. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (ActStorePacker) packer = act_store_packer_new ();
  g_auto (GStrv) lines = fuzz_dup_lines (data, size, 4);
  const char *const known[ACT_STORE_N_KNOWN] = { lines[0], lines[1], lines[2], NULL };
  const char *const nothing[ACT_STORE_N_KNOWN] = { NULL };
  g_autofree char  *valid = g_utf8_make_valid (lines[3], -1);

  check_unpack (packer, data, size, nothing);
  check_unpack (packer, data, size, known);
  check_round (packer, valid, known);

  return 0;
}
