/* Payloads in SQL: packed where they are kept, unpacked where they are read
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The payload of a row of event as text. Rows of version 2 have it as text themselves. */
#define ACT_STORE_PAYLOAD_SQL                                                                    \
  "coalesce (event.payload, unpack_payload (event.packed, event.id, event.message,"              \
  " event.entity_id, event.run_id))"

int act_store_payload_install (sqlite3 *handle);

G_END_DECLS
