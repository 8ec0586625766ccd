/* Reads single events back, to learn where they stand on the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-verify.h"

#include "act-time.h"

/* The API lists up to 100 ids at once. */
#define IDS_AT_ONCE 100

typedef struct
{
  ActClient  *client;     /* (owned) */
  char      **event_ids;  /* (owned) */
  gsize       n_asked;    /* how many of them were asked for with ids= */
  GHashTable *unanswered; /* (owned): ids that were not in the answers */
  ActVerdict *verdict;    /* (owned) */
} Verification;

static void ask_for_many (GTask *task);

static void
verification_free (gpointer data)
{
  Verification *verification = data;

  g_object_unref (verification->client);
  g_strfreev (verification->event_ids);
  g_hash_table_unref (verification->unanswered);
  g_clear_pointer (&verification->verdict, act_verdict_free);
  g_free (verification);
}

static char *
take_unanswered (Verification *verification)
{
  GHashTableIter iter;
  gpointer       id = NULL;

  g_hash_table_iter_init (&iter, verification->unanswered);
  if (!g_hash_table_iter_next (&iter, &id, NULL))
    return NULL;

  g_hash_table_iter_steal (&iter);

  return id;
}

static void ask_for_one (GTask *task);

typedef struct
{
  GTask *task; /* (owned) */
  char  *id;   /* (owned) */
} Question;

static void
event_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&question->task);
  g_autofree char *id = g_steal_pointer (&question->id);
  Verification    *verification = g_task_get_task_data (task);
  g_autoptr (ActEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  event = act_client_read_event_finish (ACT_CLIENT (source), result, &error);
  if (event != NULL && g_strcmp0 (event->id, id) != 0)
    {
      g_task_return_new_error (task, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE,
                               "GET events: the server answered with another event");
      return;
    }

  if (event != NULL)
    g_ptr_array_add (verification->verdict->page->events, g_steal_pointer (&event));
  else if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    g_ptr_array_add (verification->verdict->gone, g_steal_pointer (&id));
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  ask_for_one (g_steal_pointer (&task));
}

/* Missing from the answer to ids= is not gone: some servers may leave actioned events out of it.
 * Only 404 for the event itself says so. */
static void
ask_for_one (GTask *task)
{
  Verification    *verification = g_task_get_task_data (task);
  g_autofree char *id = take_unanswered (verification);
  Question        *question = NULL;

  if (id == NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&verification->verdict),
                             (GDestroyNotify) act_verdict_free);
      g_object_unref (task);
      return;
    }

  question = g_new0 (Question, 1);
  question->task = task;
  question->id = g_steal_pointer (&id);
  act_client_read_event_async (verification->client, question->id, g_task_get_cancellable (task),
                               event_read_cb, question);
}

static void
events_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Verification *verification = g_task_get_task_data (task);
  g_autoptr (ActEventPage) page = NULL;
  g_autoptr (GError) error = NULL;

  page = act_client_read_events_finish (ACT_CLIENT (source), result, &error);
  if (page == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  while (page->events->len > 0)
    {
      g_autoptr (ActEvent) event = g_ptr_array_steal_index (page->events, page->events->len - 1);

      /* An answer may hold what was not asked for; that says nothing. */
      if (event->id != NULL && g_hash_table_remove (verification->unanswered, event->id))
        g_ptr_array_add (verification->verdict->page->events, g_steal_pointer (&event));
    }

  ask_for_many (g_steal_pointer (&task));
}

static void
ask_for_many (GTask *task)
{
  Verification *verification = g_task_get_task_data (task);
  gsize         n_left = g_strv_length (verification->event_ids) - verification->n_asked;
  gsize         n = MIN (n_left, IDS_AT_ONCE);
  g_autoptr (GPtrArray) ids = NULL;

  if (n == 0)
    {
      ask_for_one (task);
      return;
    }

  ids = g_ptr_array_sized_new (n + 1);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (ids, verification->event_ids[verification->n_asked + i]);
  g_ptr_array_add (ids, NULL);
  verification->n_asked += n;

  act_client_read_events_async (verification->client, (const char *const *) ids->pdata,
                                g_task_get_cancellable (task), events_read_cb, task);
}

/**
 * act_verdict_free:
 * @self: (transfer full): the verdict
 *
 * Frees it.
 */
void
act_verdict_free (ActVerdict *self)
{
  g_clear_pointer (&self->page, act_event_page_free);
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_free (self);
}

/**
 * act_verify_async:
 * @client: the client
 * @event_ids: (array zero-terminated=1): the ids to ask for
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: data for @callback
 *
 * Asks for many events at once, and for those that are not in the answer one by one.
 */
void
act_verify_async (ActClient          *client,
                  const char *const  *event_ids,
                  GCancellable       *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Verification *verification = NULL;

  g_return_if_fail (ACT_IS_CLIENT (client));
  g_return_if_fail (event_ids != NULL);

  verification = g_new0 (Verification, 1);
  verification->client = g_object_ref (client);
  verification->event_ids = g_strdupv ((char **) event_ids);
  verification->unanswered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  verification->verdict = g_new0 (ActVerdict, 1);
  verification->verdict->page = act_event_page_new ();
  verification->verdict->page->asked_at = act_time_now ();
  verification->verdict->gone = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; event_ids[i] != NULL; i++)
    g_hash_table_add (verification->unanswered, g_strdup (event_ids[i]));

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_verify_async);
  g_task_set_task_data (task, verification, verification_free);
  ask_for_many (g_steal_pointer (&task));
}

/**
 * act_verify_finish:
 * @result: the result
 * @error: of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what the server has and what it has no more, or %NULL
 */
ActVerdict *
act_verify_finish (GAsyncResult *result,
                   GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
