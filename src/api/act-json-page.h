/* Pages of things as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ActJsonThing:
 * @id: the member that is its id; what has none is left out, since nothing can be done about it
 * @read: makes plain data of it; takes the text of the whole thing, and gives %NULL for what is
 *   something else
 * @free: frees that
 *
 * A kind of thing that is listed.
 */
typedef struct
{
  const char    *id;
  gpointer       (*read) (JsonObject *object,
                    char       *json);
  GDestroyNotify free;
} ActJsonThing;

/**
 * ActJsonPage:
 * @things: the things
 * @next_token: (nullable): the cursor of the next page
 */
typedef struct
{
  GPtrArray *things;
  char      *next_token;
} ActJsonPage;

ActJsonPage *act_json_page_read (JsonNode            *root,
                                 const char          *text,
                                 const ActJsonThing  *thing,
                                 GError             **error);
GPtrArray   *act_json_page_take (ActJsonPage         *self,
                                 char               **next_token);
gpointer     act_json_page_only (ActJsonPage         *self,
                                 GError             **error);
void         act_json_page_free (ActJsonPage         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActJsonPage, act_json_page_free)

G_END_DECLS
