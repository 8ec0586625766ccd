/* Payloads in SQL: packed where they are kept, unpacked where they are read
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-payload.h"

#include "act-store-packer.h"

/* The payload, and what it is packed against. */
#define N_ARGUMENTS (1 + ACT_STORE_N_KNOWN)

static void
read_known (sqlite3_value **arguments,
            const char    **known)
{
  for (guint i = 0; i < ACT_STORE_N_KNOWN; i++)
    known[i] = (const char *) sqlite3_value_text (arguments[1 + i]);
}

static void
pack_cb (sqlite3_context *context,
         int              n_arguments,
         sqlite3_value  **arguments)
{
  const char *known[ACT_STORE_N_KNOWN];
  const char *text = (const char *) sqlite3_value_text (arguments[0]);
  guint8     *packed = NULL;
  gsize       packed_length = 0;

  if (text == NULL)
    return;

  read_known (arguments, known);
  packed = act_store_packer_pack (sqlite3_user_data (context), text,
                                  (gsize) sqlite3_value_bytes (arguments[0]), known,
                                  &packed_length);
  if (packed != NULL)
    sqlite3_result_blob (context, packed, (int) packed_length, g_free);
  else
    sqlite3_result_error_toobig (context);
}

/* A payload that is damaged is one that is not known. */
static void
unpack_cb (sqlite3_context *context,
           int              n_arguments,
           sqlite3_value  **arguments)
{
  const char   *known[ACT_STORE_N_KNOWN];
  const guint8 *packed = sqlite3_value_blob (arguments[0]);
  char         *text = NULL;
  gsize         length = 0;

  if (packed == NULL)
    return;

  read_known (arguments, known);
  text = act_store_packer_unpack (sqlite3_user_data (context), packed,
                                  (gsize) sqlite3_value_bytes (arguments[0]), known, &length);
  if (text != NULL)
    sqlite3_result_text (context, text, (int) length, g_free);
  else
    g_debug ("A payload in the store is damaged");
}

static void
free_packer (void *data)
{
  act_store_packer_free (data);
}

static int
add_function (sqlite3    *handle,
              const char *name,
              void (*function) (sqlite3_context *, int, sqlite3_value **))
{
  return sqlite3_create_function_v2 (handle, name, N_ARGUMENTS,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                     act_store_packer_new (), function, NULL, NULL, free_packer);
}

/**
 * act_store_payload_install:
 * @handle: a connection that was just opened
 *
 * Adds two functions for statements of this connection, `pack_payload (text, id, message, entity_id,
 * run_id)` and `unpack_payload (packed, id, message, entity_id, run_id)`, both of which answer NULL
 * for NULL.
 *
 * Returns: SQLite's answer
 */
int
act_store_payload_install (sqlite3 *handle)
{
  int code = add_function (handle, "pack_payload", pack_cb);

  return code == SQLITE_OK ? add_function (handle, "unpack_payload", unpack_cb) : code;
}
