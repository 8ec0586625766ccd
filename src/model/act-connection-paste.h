/* What a pasted block of environment variables says of a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A longer text is no such block. */
#define ACT_CONNECTION_PASTE_MAX_LENGTH ((gsize) 64 * 1024)

/**
 * ActConnectionPaste:
 * @base_url: (nullable): the address of the server
 * @organisation_id: (nullable): the organisation's id
 * @key_id: (nullable): the id of the access key
 * @secret: (nullable): its secret, which is wiped with the rest
 *
 * What was found in a block. All may be missing, when it has only variables that are not needed.
 */
typedef struct
{
  char *base_url;
  char *organisation_id;
  char *key_id;
  char *secret;
} ActConnectionPaste;

ActConnectionPaste *act_connection_paste_parse (const char         *text,
                                                gsize               length);
void                act_connection_paste_free  (ActConnectionPaste *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActConnectionPaste, act_connection_paste_free)

G_END_DECLS
