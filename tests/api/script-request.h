/* A request as it came to a server of a test
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char       *method;
  char       *path;
  char       *query;   /* "" if there is none */
  GHashTable *headers; /* names in lower case */
  char       *body;
} ScriptRequest;

ScriptRequest *script_request_read       (GIOStream           *stream,
                                          GCancellable        *cancellable);
void           script_request_free       (ScriptRequest       *request);
const char    *script_request_get_header (const ScriptRequest *request,
                                          const char          *name);

G_END_DECLS
