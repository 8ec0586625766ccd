/* From the bytes of an answer to plain data
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-response.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ActJsonReader:
 * @root: the parsed answer
 * @text: the text that it was parsed from
 * @error: return location for an error of %ACT_API_ERROR
 *
 * Makes plain data of an answer. Runs in any thread.
 *
 * Returns: (transfer full) (nullable): the data, or %NULL on error
 */
typedef gpointer (*ActJsonReader) (JsonNode    *root,
                                   const char  *text,
                                   GError     **error);

/**
 * ActJsonDecoder:
 * @read: makes the data
 * @free: frees it
 */
typedef struct
{
  ActJsonReader  read;
  GDestroyNotify free;
} ActJsonDecoder;

gboolean act_json_decode_is_markup (const ActResponse  *response);
void     act_json_decode_async  (const ActResponse     *response,
                                 const ActJsonDecoder  *decoder,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data);
gpointer act_json_decode_finish (GAsyncResult          *result,
                                 GError               **error);
gpointer act_json_decode_text   (const char            *text,
                                 const ActJsonDecoder  *decoder,
                                 GError               **error);

G_END_DECLS
