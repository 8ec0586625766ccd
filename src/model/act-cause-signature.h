/* Tells whether two errors are one and the same fault
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event.h"

G_BEGIN_DECLS

/* Goes up whenever the same event may get another signature; the store then makes all anew. */
#define ACT_CAUSE_SIGNATURE_VERSION 1

char *act_cause_signature_make         (const ActEvent *event);
char *act_cause_signature_make_message (const char     *message);

G_END_DECLS
