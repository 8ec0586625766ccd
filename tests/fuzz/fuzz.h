/* What every fuzzer has, and what they share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-json-decode.h"

#include <gio/gio.h>
#include <stdint.h>

G_BEGIN_DECLS

int      LLVMFuzzerTestOneInput (const uint8_t         *data,
                                 size_t                 size);

char    *fuzz_dup_text          (const uint8_t         *data,
                                 size_t                 size);
char   **fuzz_dup_lines         (const uint8_t         *data,
                                 size_t                 size,
                                 guint                  n_lines);
void     fuzz_check_text        (const char            *text);
void     fuzz_check_shown       (const char            *text);
gpointer fuzz_decode            (const uint8_t         *data,
                                 size_t                 size,
                                 const ActJsonDecoder  *decoder);
void     fuzz_decode_and_free   (const uint8_t         *data,
                                 size_t                 size,
                                 const ActJsonDecoder  *decoder);

G_END_DECLS
