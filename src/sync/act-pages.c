/* All pages of a list of the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pages.h"

#include "act-api-error.h"

typedef struct
{
  ActPageAsk    ask;
  ActPageFinish finish;
  char        **arguments; /* (owned) (nullable) */
  guint         pages_left;
  GHashTable   *seen_tokens; /* (owned) */
  GPtrArray    *items;       /* (owned) (nullable): until there is a page */
  gboolean      complete;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_strfreev (listing->arguments);
  g_hash_table_unref (listing->seen_tokens);
  g_clear_pointer (&listing->items, g_ptr_array_unref);
  g_free (listing);
}

static void
take_page (Listing   *listing,
           GPtrArray *page)
{
  if (listing->items == NULL)
    listing->items = page;
  else
    g_ptr_array_extend_and_steal (listing->items, page);
}

static void ask_for_page (GTask      *task,
                          const char *next_token);

static void
page_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing         *listing = g_task_get_task_data (task);
  GPtrArray       *page = NULL;
  g_autofree char *next_token = NULL;
  g_autoptr (GError) error = NULL;

  page = listing->finish (ACT_CLIENT (source), result, &next_token, &error);
  if (page == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_page (listing, page);
  listing->complete = next_token == NULL;
  if (listing->complete || --listing->pages_left == 0)
    g_task_return_pointer (task, g_steal_pointer (&listing->items),
                           (GDestroyNotify) g_ptr_array_unref);
  else if (!g_hash_table_add (listing->seen_tokens, g_strdup (next_token)))
    g_task_return_new_error (task, ACT_API_ERROR, ACT_API_ERROR_REPEATED_TOKEN,
                             "The server gave the same nextToken twice");
  else
    ask_for_page (g_steal_pointer (&task), next_token);
}

/* Takes the task. */
static void
ask_for_page (GTask      *task,
              const char *next_token)
{
  Listing *listing = g_task_get_task_data (task);

  listing->ask (g_task_get_source_object (task), (const char *const *) listing->arguments,
                next_token, g_task_get_cancellable (task), page_listed_cb, task);
}

/**
 * act_pages_list_async:
 * @client: a client
 * @ask: asks for a page
 * @finish: takes a page
 * @arguments: (nullable) (array zero-terminated=1): what is listed, for @ask; copied
 * @max_pages: how many pages are read at most, 1 or more
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads a list to its end, or as far as @max_pages lead. One page that is not answered fails it.
 * Main thread only.
 */
void
act_pages_list_async (ActClient          *client,
                      ActPageAsk          ask,
                      ActPageFinish       finish,
                      const char *const  *arguments,
                      guint               max_pages,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  GTask   *task = NULL;
  Listing *listing = NULL;

  g_return_if_fail (ACT_IS_CLIENT (client));
  g_return_if_fail (ask != NULL && finish != NULL);
  g_return_if_fail (max_pages > 0);

  listing = g_new0 (Listing, 1);
  listing->ask = ask;
  listing->finish = finish;
  listing->arguments = g_strdupv ((char **) arguments);
  listing->pages_left = max_pages;
  listing->seen_tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_pages_list_async);
  g_task_set_task_data (task, listing, listing_free);
  ask_for_page (task, NULL);
}

/**
 * act_pages_list_finish:
 * @client: the client
 * @result: what the callback got
 * @complete: (out) (optional): whether it was read to its end
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what all pages hold, in their order
 */
GPtrArray *
act_pages_list_finish (ActClient    *client,
                       GAsyncResult *result,
                       gboolean     *complete,
                       GError      **error)
{
  Listing *listing = NULL;

  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  listing = g_task_get_task_data (G_TASK (result));
  if (complete != NULL)
    *complete = listing->complete;

  return g_task_propagate_pointer (G_TASK (result), error);
}
