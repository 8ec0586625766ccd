/* Ids, numbers and codes in a message
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActCauseToken:
 * @start: where it begins
 * @length: its length, bytes
 * @n_digits: its digits
 * @n_letters: its letters
 * @n_prefix: how many capital letters it begins with
 * @n_parts: of how many parts it is: digits, or letters of which the first one alone may be a capital
 * @is_ascii: whether it has letters and digits of ASCII only
 * @is_hex: whether all are hexadecimal digits
 *
 * Letters and digits in a row. Plain data for the stack.
 */
typedef struct
{
  const char *start;
  gsize       length;
  gsize       n_digits;
  gsize       n_letters;
  gsize       n_prefix;
  gsize       n_parts;
  gboolean    is_ascii;
  gboolean    is_hex;
} ActCauseToken;

void     act_cause_token_read       (ActCauseToken       *self,
                                     const char          *start,
                                     const char          *end);
gboolean act_cause_token_is_random  (const ActCauseToken *self);
gboolean act_cause_token_is_code    (const ActCauseToken *self);
gboolean act_cause_token_is_measure (const ActCauseToken *self);

const char *act_cause_token_skip_word     (const char  *p,
                                           const char  *end,
                                           gboolean    *has_digits);
const char *act_cause_token_skip_digits   (const char  *p,
                                           const char  *end);
const char *act_cause_token_skip_number   (const char  *p,
                                           const char  *end);
gboolean    act_cause_token_skip_id       (const char **p,
                                           const char  *end);
gboolean    act_cause_token_is_identifier (const char  *start,
                                           const char  *end);

G_END_DECLS
