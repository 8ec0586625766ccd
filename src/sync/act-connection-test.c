/* Whether a connection would work, before it is kept
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A wrong organisation, a missing permission and an old token are all answered with 403, so the
 * organisation is asked of the token, and of a call that needs no permission when the token does not say.
 */

#include "act-connection-test-private.h"

#include "act-client.h"

/* For all that is asked together. */
#define MAX_MILLISECONDS (15 * 1000)

typedef struct
{
  ActConnection *connection;  /* (owned) */
  ActClient     *client;      /* (owned) */
  GCancellable  *cancellable; /* (owned): of the calls */
  GSource       *cancelled;   /* (owned) (nullable): the caller's wish */
  GSource       *deadline;    /* (owned) */
  gboolean       late;
  GError        *refusal; /* (owned) (nullable): of the events */
} ActConnectionTest;

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
free_test (ActConnectionTest *test)
{
  clear_source (&test->cancelled);
  clear_source (&test->deadline);
  g_object_unref (test->cancellable);
  act_connection_unref (test->connection);
  g_object_unref (test->client);
  g_clear_error (&test->refusal);
  g_free (test);
}

static const char *
get_token_organisation_id (GTask *task)
{
  ActConnectionTest *test = g_task_get_task_data (task);

  return act_client_get_token_organisation_id (test->client);
}

/* Takes the error. */
static void
report (GTask               *task,
        ActConnectionVerdict verdict,
        GError              *error)
{
  ActConnectionReport *result = act_connection_report_new (verdict);

  result->organisation_id = g_strdup (get_token_organisation_id (task));
  result->error = error;
  g_task_return_pointer (task, result, (GDestroyNotify) act_connection_report_free);
}

static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_UNAUTHORIZED);
}

static ActConnectionVerdict
judge (const GError *error)
{
  g_assert (error->domain == ACT_API_ERROR);

  switch ((ActApiError) error->code)
    {
    case ACT_API_ERROR_OFFLINE:
    case ACT_API_ERROR_TIMED_OUT:
      return ACT_CONNECTION_NO_NETWORK;

    case ACT_API_ERROR_TLS:
      return ACT_CONNECTION_NOT_TRUSTED;

    case ACT_API_ERROR_TOKEN_REFUSED:
    case ACT_API_ERROR_NO_SECRET:
      return ACT_CONNECTION_KEY_REFUSED;

    case ACT_API_ERROR_UNAUTHORIZED:
    case ACT_API_ERROR_FORBIDDEN:
      return ACT_CONNECTION_NOT_CONFIRMED;

    case ACT_API_ERROR_NOT_JSON:
      return ACT_CONNECTION_SIGN_IN_TO_NETWORK;

    case ACT_API_ERROR_RATE_LIMITED:
    case ACT_API_ERROR_SERVER:
    case ACT_API_ERROR_PAGE_TOO_LARGE:
      return ACT_CONNECTION_SERVER_FAILS;

    case ACT_API_ERROR_NOT_FOUND:
    case ACT_API_ERROR_NOT_ALLOWED:
    case ACT_API_ERROR_CONFLICT:
    case ACT_API_ERROR_BAD_REQUEST:
    case ACT_API_ERROR_BAD_RESPONSE:
    case ACT_API_ERROR_TOO_LARGE:
    case ACT_API_ERROR_TOO_DEEP:
    case ACT_API_ERROR_REPEATED_TOKEN:
    case ACT_API_ERROR_UNCERTAIN:
    case ACT_API_ERROR_OTHER_API:
    case ACT_API_ERROR_REDIRECTED:
    default:
      return ACT_CONNECTION_OTHER_API;
    }
}

/* Takes the error. */
static void
fail (GTask  *task,
      GError *error)
{
  ActConnectionTest *test = g_task_get_task_data (task);

  if (test->late)
    {
      g_error_free (error);
      error = g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_TIMED_OUT, "The test took too long");
    }

  if (error->domain == ACT_API_ERROR)
    report (task, judge (error), error);
  else
    g_task_return_error (task, error);
}

static void
organisation_checked_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  ActConnectionTest *test = g_task_get_task_data (task);

  if (act_client_check_organisation_finish (ACT_CLIENT (source), result, &error))
    report (task, ACT_CONNECTION_NO_PERMISSION, g_steal_pointer (&test->refusal));
  else if (error->domain == ACT_API_ERROR || test->late)
    report (task, ACT_CONNECTION_NOT_CONFIRMED, g_steal_pointer (&test->refusal));
  else
    fail (task, g_steal_pointer (&error));
}

static void
events_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActEventPage) page = NULL;
  ActConnectionTest *test = g_task_get_task_data (task);

  page = act_client_list_events_finish (ACT_CLIENT (source), result, &error);
  if (page != NULL)
    {
      report (task, ACT_CONNECTION_WORKS, NULL);
    }
  else if (!is_refusal (error))
    {
      fail (task, g_steal_pointer (&error));
    }
  else if (get_token_organisation_id (task) != NULL)
    {
      report (task, ACT_CONNECTION_NO_PERMISSION, g_steal_pointer (&error));
    }
  else
    {
      test->refusal = g_steal_pointer (&error);
      act_client_check_organisation_async (test->client, test->cancellable, organisation_checked_cb,
                                           g_steal_pointer (&task));
    }
}

/* Takes the task. */
static void
list_events (GTask *task)
{
  ActConnectionTest *test = g_task_get_task_data (task);
  ActEventsRequest   request = { .page_size = 1 };

  act_client_list_events_async (test->client, &request, test->cancellable, events_listed_cb, task);
}

static void
signed_in_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  ActConnectionTest *test = g_task_get_task_data (task);
  const char        *typed = act_connection_get_organisation_id (test->connection);

  if (!act_client_sign_in_finish (ACT_CLIENT (source), result, &error))
    fail (task, g_steal_pointer (&error));
  else if (get_token_organisation_id (task) != NULL &&
           !g_str_equal (get_token_organisation_id (task), typed))
    report (task, ACT_CONNECTION_OTHER_ORGANISATION, NULL);
  else
    list_events (g_steal_pointer (&task));
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  ActConnectionTest *test = user_data;

  g_cancellable_cancel (test->cancellable);

  return G_SOURCE_REMOVE;
}

static gboolean
deadline_cb (gpointer user_data)
{
  ActConnectionTest *test = user_data;

  test->late = TRUE;
  g_cancellable_cancel (test->cancellable);

  return G_SOURCE_REMOVE;
}

static void
watch (GTask *task,
       guint  milliseconds)
{
  ActConnectionTest *test = g_task_get_task_data (task);
  GCancellable      *cancellable = g_task_get_cancellable (task);

  test->deadline = g_timeout_source_new (milliseconds);
  g_source_set_callback (test->deadline, deadline_cb, test, NULL);
  g_source_attach (test->deadline, g_task_get_context (task));

  if (cancellable == NULL)
    return;

  test->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (test->cancelled, G_SOURCE_FUNC (cancelled_cb), test, NULL);
  g_source_attach (test->cancelled, g_task_get_context (task));
}

/**
 * act_connection_test_async:
 * @connection: a connection, which need not be kept anywhere
 * @secret: the secret of its key; copied, kept in memory only and overwritten in the end
 * @cancellable: (nullable): a cancellable
 * @callback: called with the outcome
 * @user_data: for @callback
 *
 * Signs in and reads one event, and nothing more. Nothing is repeated, so that somebody who waits knows
 * after seconds, at most 15. Main thread only.
 */
void
act_connection_test_async (ActConnection      *connection,
                           const char         *secret,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  act_connection_test_within_async (connection, secret, MAX_MILLISECONDS, cancellable, callback, user_data);
}

/**
 * act_connection_test_within_async:
 * @connection: a connection
 * @secret: the secret of its key
 * @milliseconds: after which the server counts as one that does not answer
 * @cancellable: (nullable): a cancellable
 * @callback: called with the outcome, for act_connection_test_finish()
 * @user_data: for @callback
 *
 * Does the same within another time.
 */
void
act_connection_test_within_async (ActConnection      *connection,
                                  const char         *secret,
                                  guint               milliseconds,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  ActConnectionTest *test = NULL;
  GTask             *task = NULL;

  g_return_if_fail (connection != NULL);
  g_return_if_fail (secret != NULL);

  test = g_new0 (ActConnectionTest, 1);
  test->connection = act_connection_ref (connection);
  test->client = act_client_new_impatient (connection, secret);
  test->cancellable = g_cancellable_new ();

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_connection_test_async);
  g_task_set_task_data (task, test, (GDestroyNotify) free_test);
  watch (task, milliseconds);
  act_client_sign_in_async (test->client, test->cancellable, signed_in_cb, task);
}

/**
 * act_connection_test_finish:
 * @result: what the callback got
 * @error: return location for %G_IO_ERROR_CANCELLED, and no other error: what does not work is what the
 *   report tells
 *
 * Returns: (transfer full) (nullable): the outcome, or %NULL on error
 */
ActConnectionReport *
act_connection_test_finish (GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
