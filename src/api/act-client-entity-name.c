/* The calls about what one entity is called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-private.h"

#include "act-name-json.h"

#define SEPARATOR " · "

static ActBillFacts *
get_bill (GTask *task)
{
  return g_task_get_task_data (task);
}

static void
return_bill_name (GTask      *task,
                  const char *account)
{
  const ActBillFacts *bill = get_bill (task);

  if (account == NULL && bill->dates == NULL)
    g_task_return_new_error (task, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND, "the bill says nothing to call it by");
  else if (account == NULL || bill->dates == NULL)
    g_task_return_pointer (task, g_strdup (account != NULL ? account : bill->dates), g_free);
  else
    g_task_return_pointer (task, g_strconcat (account, SEPARATOR, bill->dates, NULL), g_free);
}

/* A name that would be fuller later is not given out now, since it is kept. */
static gboolean
may_be_found_later (const GError *error)
{
  return error->domain != ACT_API_ERROR || act_api_error_is_transient (error) || act_api_error_is_sign_in (error);
}

static void
account_of_bill_read_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = act_client_data_finish (ACT_CLIENT (source), result, account_of_bill_read_cb, &error);

  if (name != NULL)
    return_bill_name (task, name);
  else if (may_be_found_later (error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    return_bill_name (task, get_bill (task)->account_code);
}

/* Takes the task. */
static void
read_account (GTask              *task,
              const char         *account_id,
              GAsyncReadyCallback callback)
{
  ActClient  *self = g_task_get_source_object (task);
  const char *segments[] = { "accounts", account_id, NULL };
  g_autoptr (ActRequest) call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);

  act_client_call_async (self, call, &act_account_name_decoder, callback, g_task_get_cancellable (task),
                         callback, task);
}

static void
account_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *name = act_client_data_finish (ACT_CLIENT (source), result, account_read_cb, &error);

  if (name != NULL)
    g_task_return_pointer (task, name, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
bill_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  ActBillFacts *bill = act_client_data_finish (ACT_CLIENT (source), result, bill_read_cb, &error);

  if (bill == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_set_task_data (task, bill, (GDestroyNotify) act_bill_facts_free);
  if (bill->account_name == NULL && bill->account_id != NULL)
    read_account (g_steal_pointer (&task), bill->account_id, account_of_bill_read_cb);
  else
    return_bill_name (task, bill->account_name != NULL ? bill->account_name : bill->account_code);
}

/* Takes the task. */
static void
read_bill (GTask      *task,
           const char *bill_id)
{
  ActClient  *self = g_task_get_source_object (task);
  const char *segments[] = { "bills", bill_id, NULL };
  g_autoptr (ActRequest) call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);

  act_client_call_async (self, call, &act_bill_facts_decoder, bill_read_cb, g_task_get_cancellable (task),
                         bill_read_cb, task);
}

/**
 * act_client_read_entity_name_async:
 * @self: a client
 * @entity_type: a type of entity, in any case, from outside
 * @entity_id: an entity's id, from outside
 * @cancellable: (nullable): a cancellable
 * @callback: called with the name
 * @user_data: for @callback
 *
 * Reads what an account or a bill is called: an account's name or code; of a bill, which has no name,
 * its account's name and its dates, which takes a second call. %ACT_API_ERROR_NOT_FOUND means that
 * there is no such entity, or that entities of this type have no names here. Main thread only.
 */
void
act_client_read_entity_name_async (ActClient          *self,
                                   const char         *entity_type,
                                   const char         *entity_id,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (entity_type != NULL);
  g_return_if_fail (entity_id != NULL && *entity_id != '\0');

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_client_read_entity_name_async);

  if (g_ascii_strcasecmp (entity_type, "Account") == 0)
    read_account (g_steal_pointer (&task), entity_id, account_read_cb);
  else if (g_ascii_strcasecmp (entity_type, "Bill") == 0)
    read_bill (g_steal_pointer (&task), entity_id);
  else
    g_task_return_new_error (task, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND, "entities of this type have no names here");
}

/**
 * act_client_read_entity_name_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, _NOT_FOUND also for what has no name; or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the name, or %NULL on error
 */
char *
act_client_read_entity_name_finish (ActClient    *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (ACT_IS_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == act_client_read_entity_name_async, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
