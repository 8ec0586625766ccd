/* Something that follow-ups of open events show: what it is, and whether the store has it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-need.h"

#include "act-resource-json.h"
#include "act-run-pages.h"
#include "act-store-resources.h"
#include "act-time.h"

/* What is older is read again. */
#define FRESH_MS         (6 * G_GINT64_CONSTANT (3600000))
#define FRESH_RUNNING_MS (15 * G_GINT64_CONSTANT (60000))

/* What the store has of a need. */
typedef struct
{
  ActNeedKind        kind;
  gboolean           kept;
  gboolean           fresh;
  ActIntegrationRun *run; /* (owned) (nullable) */
} Look;

/**
 * act_need_new:
 * @kind: what it is
 * @run_id: (nullable): the run
 * @entity_type: (nullable): the entity
 * @entity_id: (nullable): the entity's id
 *
 * Returns: (transfer full): a need of nobody yet
 */
ActNeed *
act_need_new (ActNeedKind kind,
              const char *run_id,
              const char *entity_type,
              const char *entity_id)
{
  ActNeed *self = g_new0 (ActNeed, 1);

  self->kind = kind;
  self->run_id = g_strdup (run_id);
  self->entity_type = g_strdup (entity_type);
  self->entity_id = g_strdup (entity_id);
  self->events = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/**
 * act_need_free:
 * @self: (transfer full): a need
 *
 * Frees it.
 */
void
act_need_free (ActNeed *self)
{
  g_free (self->run_id);
  g_free (self->entity_type);
  g_free (self->entity_id);
  g_array_unref (self->events);
  g_free (self);
}

/**
 * act_need_make_key:
 * @self: a need
 *
 * Returns: (transfer full): a text that is the same for the same need only
 */
char *
act_need_make_key (const ActNeed *self)
{
  g_autofree char *entity = act_resource_make_group (self->entity_type, self->entity_id);

  /* The run says it all, whatever the event thinks that it is of. */
  if (self->run_id != NULL)
    return g_strdup_printf ("%d\nrun\n%s", (int) self->kind, self->run_id);

  return g_strdup_printf ("%d\nentity\n%s", (int) self->kind, entity);
}

/* What the name is of that is needed. */
static ActNameKind
get_name_kind (const ActNeed *self)
{
  return g_ascii_strcasecmp (self->entity_type, "Bill") == 0 ? ACT_NAME_BILL : ACT_NAME_ACCOUNT;
}

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->run, act_integration_run_free);
  g_free (look);
}

/* What was read in what is the future now was read who knows when. */
static gboolean
is_younger (gint64 read_at,
            gint64 age_ms)
{
  gint64 now = act_time_now ();

  return read_at != ACT_TIME_UNKNOWN && read_at <= now && now - read_at < age_ms;
}

/* A run that has ended does not change any more. */
static void
take_run (Look              *look,
          const ActResource *resource)
{
  ActIntegrationRun *run = act_integration_run_from_json (resource->json, NULL);

  if (run == NULL)
    return;

  g_clear_pointer (&look->run, act_integration_run_free);
  look->run = run;
  look->kept = TRUE;
  look->fresh = act_run_status_is_final (run->status) ||
                is_younger (resource->read_at, FRESH_RUNNING_MS);
}

static ActResource *
find_newest_run (GPtrArray *resources)
{
  ActResource *newest = NULL;
  gint64       newest_time = ACT_TIME_UNKNOWN;

  for (guint i = 0; i < resources->len; i++)
    {
      ActResource *resource = g_ptr_array_index (resources, i);
      g_autoptr (ActIntegrationRun) run = act_integration_run_from_json (resource->json, NULL);
      gint64 time = run != NULL ? act_integration_run_get_time (run) : ACT_TIME_UNKNOWN;

      if (run != NULL && (newest == NULL || time > newest_time))
        {
          newest = resource;
          newest_time = time;
        }
    }

  return newest;
}

/* The latest run of an entity may be another one by now, also when the one that was has ended. */
static void
take_list (Look      *look,
           GPtrArray *resources,
           gint64     listed_at)
{
  const ActResource *newest = NULL;

  if (look->kind != ACT_NEED_RUN)
    {
      look->kept = listed_at != ACT_TIME_UNKNOWN;
      look->fresh = is_younger (listed_at, FRESH_MS);
      return;
    }

  newest = find_newest_run (resources);
  if (newest == NULL)
    return;

  take_run (look, newest);
  look->fresh = look->fresh && is_younger (newest->read_at, FRESH_MS);
}

static void
list_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Look  *look = g_task_get_task_data (task);
  gint64 listed_at = ACT_TIME_UNKNOWN;
  g_autoptr (GPtrArray) resources = NULL;
  g_autoptr (GError) error = NULL;

  resources = act_store_list_resources_finish (ACT_STORE (source), result, &listed_at, &error);
  if (resources == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_list (look, resources, listed_at);
  g_task_return_boolean (task, look->kept);
}

static void
resource_found_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Look  *look = g_task_get_task_data (task);
  gint64 read_at = act_store_find_resource_finish (ACT_STORE (source), result, NULL);

  /* The log of a run that has ended does not change any more. */
  look->kept = read_at != ACT_TIME_UNKNOWN;
  look->fresh = look->kept && (look->kind == ACT_NEED_LOG || is_younger (read_at, FRESH_MS));
  g_task_return_boolean (task, look->kept);
}

static void
run_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Look *look = g_task_get_task_data (task);
  g_autoptr (ActResource) resource = NULL;

  resource = act_store_read_resource_finish (ACT_STORE (source), result, NULL);
  if (resource != NULL)
    take_run (look, resource);
  g_task_return_boolean (task, look->kept);
}

static void
name_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Look            *look = g_task_get_task_data (task);
  g_autofree char *name = act_store_read_name_finish (ACT_STORE (source), result, NULL);

  look->kept = name != NULL;
  look->fresh = look->kept;
  g_task_return_boolean (task, look->kept);
}

/**
 * act_need_look_async:
 * @self: a need
 * @store: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks whether the store has it.
 */
void
act_need_look_async (const ActNeed      *self,
                     ActStore           *store,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  GTask           *task = g_task_new (store, cancellable, callback, user_data);
  Look            *look = g_new0 (Look, 1);
  g_autofree char *group = act_resource_make_group (self->entity_type, self->entity_id);

  look->kind = self->kind;
  g_task_set_source_tag (task, act_need_look_async);
  g_task_set_task_data (task, look, look_free);
  switch (self->kind)
    {
    case ACT_NEED_CONFIGURATIONS:
      act_store_list_resources_async (store, ACT_RESOURCE_CONFIGURATION, "", cancellable,
                                      list_read_cb, task);
      break;

    case ACT_NEED_CREDENTIALS:
      act_store_list_resources_async (store, ACT_RESOURCE_CREDENTIAL, "", cancellable, list_read_cb,
                                      task);
      break;

    case ACT_NEED_MAPPINGS:
      act_store_list_resources_async (store, ACT_RESOURCE_MAPPING, group, cancellable, list_read_cb,
                                      task);
      break;

    case ACT_NEED_MAPPING_OPTIONS:
      act_store_find_resource_async (store, ACT_RESOURCE_MAPPING_OPTIONS, "", cancellable,
                                     resource_found_cb, task);
      break;

    case ACT_NEED_LOG:
      act_store_find_resource_async (store, ACT_RESOURCE_RUN_LOG, self->run_id, cancellable,
                                     resource_found_cb, task);
      break;

    case ACT_NEED_RUN:
      if (self->run_id != NULL)
        act_store_read_resource_async (store, ACT_RESOURCE_RUN, self->run_id, cancellable,
                                       run_read_cb, task);
      else
        act_store_list_resources_async (store, ACT_RESOURCE_RUN, group, cancellable, list_read_cb,
                                        task);
      break;

    case ACT_NEED_NAME:
    default:
      act_store_read_name_async (store, get_name_kind (self), self->entity_id, cancellable,
                                 name_read_cb, task);
      break;
    }
}

/**
 * act_need_look_finish:
 * @result: the result
 * @fresh: (out): return location for whether it need not be asked for
 * @run: (out) (transfer full) (nullable): return location for the run, of %ACT_NEED_RUN
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the store has it
 */
gboolean
act_need_look_finish (GAsyncResult       *result,
                      gboolean           *fresh,
                      ActIntegrationRun **run,
                      GError            **error)
{
  Look *look = g_task_get_task_data (G_TASK (result));

  *fresh = look->fresh;
  *run = g_steal_pointer (&look->run);

  return g_task_propagate_boolean (G_TASK (result), error);
}
