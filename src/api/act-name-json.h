/* What things of an organisation are called, as the API writes it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-json-decode.h"

G_BEGIN_DECLS

/**
 * ActBillFacts:
 * @account_id: (nullable): whose bill it is
 * @account_name: (nullable): that account's name
 * @account_code: (nullable): that account's code
 * @dates: (nullable): the days that it is for, or of the bill itself
 *
 * What a bill can be called by; it has no name of its own.
 */
typedef struct
{
  char *account_id;
  char *account_name;
  char *account_code;
  char *dates;
} ActBillFacts;

/* Gives a GStrv. */
extern const ActJsonDecoder act_event_names_decoder;

/* Gives a GPtrArray of ActName. */
extern const ActJsonDecoder act_account_names_decoder;

/* Gives a text. */
extern const ActJsonDecoder act_account_name_decoder;

/* Gives ActBillFacts. */
extern const ActJsonDecoder act_bill_facts_decoder;

void act_bill_facts_free (ActBillFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActBillFacts, act_bill_facts_free)

G_END_DECLS
