/* What the server says now, or else what the store knows of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-known.h"

#include "act-api-error.h"
#include "act-resource-json.h"
#include "act-store-resources.h"
#include "act-time.h"

/* How what is kept of a kind becomes what a front end shows. */
typedef struct
{
  gpointer (*decode) (const char *json,
                      GError    **error);
  GDestroyNotify free_value;
} Form;

/* What a task of this file returns. */
typedef struct
{
  gpointer       value; /* (owned) */
  GDestroyNotify free_value;
  ActFreshness  *freshness; /* (owned) */
  gboolean       complete;  /* whether a list was told to its end */
} Known;

/* What a task waits for. */
typedef struct
{
  ActResourceKind kind;
  Known          *known;  /* (owned) (nullable): while it is being kept */
  GError         *reason; /* (owned) (nullable): why the store is asked */
} Waiting;

static gpointer
decode_run (const char *json,
            GError    **error)
{
  return act_integration_run_from_json (json, error);
}

static gpointer
decode_log (const char *json,
            GError    **error)
{
  return g_bytes_new (json, strlen (json));
}

static gpointer
decode_configuration (const char *json,
                      GError    **error)
{
  return act_integration_configuration_from_json (json, error);
}

static gpointer
decode_mapping (const char *json,
                GError    **error)
{
  return act_external_mapping_from_json (json, error);
}

static gpointer
decode_options (const char *json,
                GError    **error)
{
  return act_mapping_options_from_json (json, error);
}

static gpointer
decode_credential (const char *json,
                   GError    **error)
{
  return act_credential_from_json (json, error);
}

static gpointer
decode_records (const char *json,
                GError    **error)
{
  return act_external_records_from_json (json, error);
}

static const Form forms[] = {
  [ACT_RESOURCE_RUN] = { decode_run, (GDestroyNotify) act_integration_run_free },
  [ACT_RESOURCE_RUN_LOG] = { decode_log, (GDestroyNotify) g_bytes_unref },
  [ACT_RESOURCE_CONFIGURATION] = { decode_configuration,
                                   (GDestroyNotify) act_integration_configuration_free },
  [ACT_RESOURCE_MAPPING] = { decode_mapping, (GDestroyNotify) act_external_mapping_free },
  [ACT_RESOURCE_MAPPING_OPTIONS] = { decode_options, (GDestroyNotify) act_mapping_options_free },
  [ACT_RESOURCE_CREDENTIAL] = { decode_credential, (GDestroyNotify) act_credential_free },
  [ACT_RESOURCE_EXTERNAL_RECORDS] = { decode_records, (GDestroyNotify) g_ptr_array_unref },
};

static Known *
known_new (gpointer       value,
           GDestroyNotify free_value,
           gint64         read_at,
           const GError  *reason)
{
  Known *known = g_new0 (Known, 1);

  known->value = value;
  known->free_value = free_value;
  known->freshness = act_freshness_new (read_at, reason);

  return known;
}

static void
known_free (gpointer data)
{
  Known *known = data;

  if (known->value != NULL && known->free_value != NULL)
    known->free_value (known->value);
  act_freshness_free (known->freshness);
  g_free (known);
}

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_clear_pointer (&waiting->known, known_free);
  g_clear_error (&waiting->reason);
  g_free (waiting);
}

static GTask *
wait_for (GTask          *task,
          ActResourceKind kind,
          Known          *known,
          GError         *reason)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->kind = kind;
  waiting->known = known;
  waiting->reason = reason;
  g_task_set_task_data (task, waiting, waiting_free);

  return task;
}

/**
 * act_known_may_answer:
 * @reason: why the server did not answer
 *
 * Tells whether the store may answer instead: the server could not be asked, or what answered is not
 * the server. A refusal and "not found" are answers.
 *
 * Returns: whether it may
 */
gboolean
act_known_may_answer (const GError *reason)
{
  return act_api_error_is_transient (reason) || act_api_error_is_sign_in (reason) ||
         g_error_matches (reason, ACT_API_ERROR, ACT_API_ERROR_TLS);
}

/**
 * act_known_new_list:
 *
 * Returns: (transfer full) (element-type ActResource): a list for act_known_add()
 */
GPtrArray *
act_known_new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) act_resource_free);
}

/**
 * act_known_add:
 * @resources: (element-type ActResource): what is to be kept
 * @id: (nullable): the id of one more
 * @group: (nullable): its group, where @resources are of several
 * @json: (nullable): what the server said of it, never with a secret
 *
 * Adds what the server has just said. What has no id or no text is left out.
 */
void
act_known_add (GPtrArray  *resources,
               const char *id,
               const char *group,
               const char *json)
{
  ActResource *resource = NULL;

  g_return_if_fail (resources != NULL);

  if (id == NULL || json == NULL)
    return;

  resource = act_resource_new (id, json, act_time_now ());
  resource->group = g_strdup (group);
  g_ptr_array_add (resources, resource);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Waiting *waiting = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_put_resources_finish (ACT_STORE (source), result, &error))
    g_info ("What the server said was not kept: %s", error->message);
  g_task_return_pointer (task, g_steal_pointer (&waiting->known), known_free);
}

/**
 * act_known_keep:
 * @task: (transfer full): a task for act_known_finish(), whose data is replaced
 * @store: a store
 * @kind: what it is
 * @group: (nullable): the group of all of @resources
 * @resources: (transfer full) (element-type ActResource): what is to be kept
 * @complete: whether these are all of the group
 * @value: (transfer full): what the task returns
 * @free_value: frees @value
 *
 * Keeps what the server said, and returns it as fresh. A store that cannot keep it is no reason not
 * to show it. Main thread.
 */
void
act_known_keep (GTask          *task,
                ActStore       *store,
                ActResourceKind kind,
                const char     *group,
                GPtrArray      *resources,
                gboolean        complete,
                gpointer        value,
                GDestroyNotify  free_value)
{
  g_autofree char *its_group = g_strdup (group); /* it may be the task's */
  Known           *known = known_new (value, free_value, act_time_now (), NULL);

  known->complete = complete;
  act_store_put_resources_async (store, kind, its_group, resources, complete, NULL, kept_cb,
                                 wait_for (task, kind, known, NULL));
  g_ptr_array_unref (resources);
}

static void
return_from_store (GTask         *task,
                   gpointer       value,
                   GDestroyNotify free_value,
                   gint64         read_at,
                   gboolean       complete)
{
  Waiting *waiting = g_task_get_task_data (task);
  Known   *known = NULL;

  if (value == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&waiting->reason));
      return;
    }

  known = known_new (value, free_value, read_at, waiting->reason);
  known->complete = complete;
  g_task_return_pointer (task, known, known_free);
}

static gpointer
decode (ActResourceKind    kind,
        const ActResource *resource)
{
  g_autoptr (GError) error = NULL;
  gpointer value = forms[kind].decode (resource->json, &error);

  if (value == NULL)
    g_debug ("What is kept of %s cannot be read: %s", resource->id, error->message);

  return value;
}

static void
one_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Waiting *waiting = g_task_get_task_data (task);
  g_autoptr (ActResource) resource = NULL;
  gpointer value = NULL;

  resource = act_store_read_resource_finish (ACT_STORE (source), result, NULL);
  if (resource != NULL)
    value = decode (waiting->kind, resource);
  return_from_store (task, value, forms[waiting->kind].free_value,
                     resource != NULL ? resource->read_at : ACT_TIME_UNKNOWN, TRUE);
}

/**
 * act_known_answer_one:
 * @task: (transfer full): a task for act_known_finish(), whose data is replaced
 * @store: a store
 * @kind: what it is
 * @id: its id
 * @reason: (transfer full): why the server did not answer
 *
 * Returns what the store has of something, with its age. Fails with @reason when the store has
 * nothing or may not answer. Main thread.
 */
void
act_known_answer_one (GTask          *task,
                      ActStore       *store,
                      ActResourceKind kind,
                      const char     *id,
                      GError         *reason)
{
  g_autofree char *its_id = g_strdup (id); /* it may be the task's */

  if (!act_known_may_answer (reason))
    {
      g_task_return_error (task, reason);
      g_object_unref (task);
      return;
    }

  act_store_read_resource_async (store, kind, its_id, g_task_get_cancellable (task), one_read_cb,
                                 wait_for (task, kind, NULL, reason));
}

static gint64
find_oldest (GPtrArray *resources)
{
  gint64 oldest = ACT_TIME_UNKNOWN;

  for (guint i = 0; i < resources->len; i++)
    {
      const ActResource *resource = g_ptr_array_index (resources, i);

      if (oldest == ACT_TIME_UNKNOWN || resource->read_at < oldest)
        oldest = resource->read_at;
    }

  return oldest;
}

static GPtrArray *
decode_all (ActResourceKind kind,
            GPtrArray      *resources)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (forms[kind].free_value);

  for (guint i = 0; i < resources->len; i++)
    {
      gpointer value = decode (kind, g_ptr_array_index (resources, i));

      if (value != NULL)
        g_ptr_array_add (values, value);
    }

  return values;
}

/* A list that the server never told may still have members that it told one by one. An empty one
 * that it never told says nothing. */
static void
list_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Waiting *waiting = g_task_get_task_data (task);
  g_autoptr (GPtrArray) resources = NULL;
  g_autoptr (GPtrArray) values = NULL;
  gint64   listed_at = ACT_TIME_UNKNOWN;
  gboolean complete = FALSE;

  resources = act_store_list_resources_finish (ACT_STORE (source), result, &listed_at, NULL);
  if (resources != NULL)
    values = decode_all (waiting->kind, resources);
  complete = listed_at != ACT_TIME_UNKNOWN;
  if (values != NULL && values->len == 0 && listed_at == ACT_TIME_UNKNOWN)
    g_clear_pointer (&values, g_ptr_array_unref);
  if (values != NULL && listed_at == ACT_TIME_UNKNOWN)
    listed_at = find_oldest (resources);

  return_from_store (task, g_steal_pointer (&values), (GDestroyNotify) g_ptr_array_unref, listed_at,
                     complete);
}

/**
 * act_known_answer_list:
 * @task: (transfer full): a task for act_known_finish(), whose data is replaced
 * @store: a store
 * @kind: what it is
 * @group: (nullable): the group, %NULL for all of the kind
 * @reason: (transfer full): why the server did not answer
 *
 * Returns the list that the store has, with its age. Fails with @reason when the store was never told
 * or may not answer. Main thread.
 */
void
act_known_answer_list (GTask          *task,
                       ActStore       *store,
                       ActResourceKind kind,
                       const char     *group,
                       GError         *reason)
{
  g_autofree char *its_group = g_strdup (group); /* it may be the task's */

  if (!act_known_may_answer (reason))
    {
      g_task_return_error (task, reason);
      g_object_unref (task);
      return;
    }

  act_store_list_resources_async (store, kind, its_group, g_task_get_cancellable (task), list_read_cb,
                                  wait_for (task, kind, NULL, reason));
}

/**
 * act_known_finish:
 * @result: a task that a function of this file returned from
 * @freshness: (out) (optional) (transfer full): how fresh it is
 * @error: return location for the server's error, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was read
 */
gpointer
act_known_finish (GAsyncResult  *result,
                  ActFreshness **freshness,
                  GError       **error)
{
  return act_known_finish_list (result, freshness, NULL, error);
}

/**
 * act_known_finish_list:
 * @result: a task that a function of this file returned from
 * @freshness: (out) (optional) (transfer full): how fresh it is
 * @complete: (out) (optional): whether the server told the list to its end
 * @error: return location for the server's error, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was read
 */
gpointer
act_known_finish_list (GAsyncResult  *result,
                       ActFreshness **freshness,
                       gboolean      *complete,
                       GError       **error)
{
  Known   *known = g_task_propagate_pointer (G_TASK (result), error);
  gpointer value = NULL;

  if (known == NULL)
    return NULL;

  value = g_steal_pointer (&known->value);
  if (freshness != NULL)
    *freshness = g_steal_pointer (&known->freshness);
  if (complete != NULL)
    *complete = known->complete;
  known_free (known);

  return value;
}
