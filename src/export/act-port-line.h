/* The lines of a store's file: its head, its rows and its end
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-port-json.h"
#include "act-port-row.h"

G_BEGIN_DECLS

/* docs/store-export.md describes it. */
#define ACT_PORT_FORMAT 1

/* The first and the last line are of these types. */
#define ACT_PORT_HEAD_TYPE "actioned-store"
#define ACT_PORT_END_TYPE  "end"

/* In bytes, with the line break. What is longer is neither written nor read. */
#define ACT_PORT_MAX_LINE (32 * 1024 * 1024)

/**
 * ActPortHead:
 * @organization: the organisation's id
 * @connection: (nullable): what the connection is called
 * @base_url: (nullable): where its server is
 * @exported_at: milliseconds since 1970 UTC
 * @counts: how many rows there are of each type; for items, 0
 *
 * What a file says of itself at its beginning.
 */
typedef struct
{
  char  *organization;
  char  *connection;
  char  *base_url;
  gint64 exported_at;
  gint64 counts[ACT_N_PORT_TYPES];
} ActPortHead;

ActPortHead *act_port_head_new      (void);
void         act_port_head_free     (ActPortHead          *self);
ActPortHead *act_port_head_read     (const ActPortObject  *object,
                                     GError              **error);
void         act_port_head_write    (const ActPortHead    *self,
                                     GString              *json);
ActPortRow  *act_port_line_read_row (const ActPortObject  *object,
                                     GError              **error);
void         act_port_line_add_row  (GString              *json,
                                     const ActPortRow     *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActPortHead, act_port_head_free)

G_END_DECLS
