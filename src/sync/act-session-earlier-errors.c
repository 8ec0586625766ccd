/* Why an integration was disabled, as far as events tell
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The errors come from the store. What became of their causes is asked of the server: once for each
 * entity, all at the same time, and answered by the store where the server cannot be reached.
 */

#include "act-session-earlier-errors.h"

#include "act-credential-type.h"
#include "act-external-mapping.h"
#include "act-query.h"
#include "act-resource.h"
#include "act-session-configurations.h"
#include "act-session-mappings.h"
#include "act-session-private.h"
#include "act-session-runs.h"

/* A configuration is disabled after ten errors in a row; more than these show what came before. */
#define MAX_CAUSES 50

#define KINDS                               \
  ((1u << ACT_EVENT_KIND_VALIDATION) |      \
   (1u << ACT_EVENT_KIND_MISSING_MAPPING) | \
   (1u << ACT_EVENT_KIND_AUTHENTICATION) |  \
   (1u << ACT_EVENT_KIND_PERFORM))

/* What is asked about one entity. */
typedef struct
{
  GTask     *task;        /* (owned): whom it is asked for */
  char      *entity_type; /* (owned) */
  char      *entity_id;   /* (owned) */
  GPtrArray *things;      /* (owned) (nullable): its mappings or its runs, when they are known */
  gboolean   stale;
} Question;

typedef struct
{
  char                        *configuration_id; /* (owned) */
  ActIntegrationConfiguration *configuration;    /* (owned) (nullable): when it is known */
  gboolean                     stale;            /* whether that is old */
  gint64                       before;
  GPtrArray                   *causes;   /* (owned) */
  GHashTable                  *mappings; /* (owned): questions about mappings by entity */
  GHashTable                  *runs;     /* (owned): questions about runs by entity */
  guint                        pending;
} Inquiry;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->task);
  g_free (question->entity_type);
  g_free (question->entity_id);
  g_clear_pointer (&question->things, g_ptr_array_unref);
  g_free (question);
}

static void
inquiry_free (gpointer data)
{
  Inquiry *inquiry = data;

  g_free (inquiry->configuration_id);
  act_integration_configuration_free (inquiry->configuration);
  g_ptr_array_unref (inquiry->causes);
  g_hash_table_unref (inquiry->mappings);
  g_hash_table_unref (inquiry->runs);
  g_free (inquiry);
}

static void
get_entity (const ActEarlierError *cause,
            const char           **entity_type,
            const char           **entity_id)
{
  const ActEvent *event = cause->record->event;

  *entity_type = event->entity_type;
  *entity_id = event->entity_id;
  if (cause->record->kind == ACT_EVENT_KIND_MISSING_MAPPING)
    act_event_get_unmapped (event, entity_type, entity_id);
}

static GHashTable *
get_questions (Inquiry               *inquiry,
               const ActEarlierError *cause)
{
  switch (cause->record->kind)
    {
    case ACT_EVENT_KIND_MISSING_MAPPING:
      return inquiry->mappings;

    case ACT_EVENT_KIND_VALIDATION:
    case ACT_EVENT_KIND_PERFORM:
      return inquiry->runs;

    case ACT_EVENT_KIND_AUTHENTICATION:
    case ACT_EVENT_KIND_DISABLED:
    case ACT_EVENT_KIND_OTHER:
    default:
      return NULL;
    }
}

/* Returns: (transfer none) (nullable): what was asked about a cause's entity */
static const Question *
find_question (Inquiry               *inquiry,
               const ActEarlierError *cause)
{
  GHashTable      *questions = get_questions (inquiry, cause);
  const char      *entity_type = NULL;
  const char      *entity_id = NULL;
  g_autofree char *entity = NULL;

  if (questions == NULL)
    return NULL;

  get_entity (cause, &entity_type, &entity_id);
  entity = act_resource_make_group (entity_type, entity_id);

  return g_hash_table_lookup (questions, entity);
}

static gboolean
is_of_system (const Inquiry *inquiry,
              const char    *system)
{
  return inquiry->configuration == NULL || inquiry->configuration->destination == NULL ||
         act_credential_fits_system (system, inquiry->configuration->destination);
}

static gboolean
has_mapping (const Inquiry *inquiry,
             GPtrArray     *mappings)
{
  for (guint i = 0; i < mappings->len; i++)
    {
      const ActExternalMapping *mapping = g_ptr_array_index (mappings, i);

      if (is_of_system (inquiry, mapping->external_system) &&
          (mapping->configuration_id == NULL ||
           g_str_equal (mapping->configuration_id, inquiry->configuration_id)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_later_success (const Inquiry *inquiry,
                   GPtrArray     *runs,
                   gint64         since)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const ActIntegrationRun *run = g_ptr_array_index (runs, i);

      if (act_run_status_get_outcome (run->status) == ACT_RUN_OUTCOME_SUCCEEDED &&
          is_of_system (inquiry, run->destination) &&
          MAX (act_integration_run_get_time (run), run->completed) > since)
        return TRUE;
    }

  return FALSE;
}

static void
judge_by_answer (const Inquiry   *inquiry,
                 ActEarlierError *cause,
                 const Question  *question)
{
  ActEarlierErrorReason reason = ACT_EARLIER_ERROR_NOT_CHECKED;

  if (question == NULL || question->things == NULL)
    return;

  if (cause->record->kind == ACT_EVENT_KIND_MISSING_MAPPING)
    reason = has_mapping (inquiry, question->things) ? ACT_EARLIER_ERROR_MAPPING_EXISTS : ACT_EARLIER_ERROR_MAPPING_MISSING;
  else
    reason = has_later_success (inquiry, question->things, cause->record->event->time) ? ACT_EARLIER_ERROR_RUN_COMPLETED
                                                                                       : ACT_EARLIER_ERROR_NO_LATER_RUN;
  act_earlier_error_judge (cause, reason, question->stale);
}

static void
judge_authentication (const Inquiry   *inquiry,
                      ActEarlierError *cause)
{
  const ActIntegrationConfiguration *configuration = inquiry->configuration;
  const char                        *failed = cause->record->event->credentials_id;
  ActEarlierErrorReason              reason = ACT_EARLIER_ERROR_AUTHORIZED;

  if (configuration == NULL)
    return;

  if (!configuration->authorized)
    reason = ACT_EARLIER_ERROR_NOT_AUTHORIZED;
  else if (failed != NULL && g_strcmp0 (failed, configuration->credentials_id) != 0)
    reason = ACT_EARLIER_ERROR_CREDENTIAL_REPLACED;
  act_earlier_error_judge (cause, reason, inquiry->stale);
}

static void
judge (GTask *task)
{
  Inquiry *inquiry = g_task_get_task_data (task);

  for (guint i = 0; i < inquiry->causes->len; i++)
    {
      ActEarlierError *cause = g_ptr_array_index (inquiry->causes, i);

      if (cause->record->kind == ACT_EVENT_KIND_AUTHENTICATION)
        judge_authentication (inquiry, cause);
      else
        judge_by_answer (inquiry, cause, find_question (inquiry, cause));
    }
  g_task_return_pointer (task, g_ptr_array_ref (inquiry->causes), (GDestroyNotify) g_ptr_array_unref);
}

/* Takes the freshness. What cannot be read leaves its causes unknown. */
static void
take_answer (Question     *question,
             GPtrArray    *things,
             ActFreshness *freshness)
{
  g_autoptr (GTask) task = g_steal_pointer (&question->task);
  Inquiry *inquiry = g_task_get_task_data (task);

  question->things = things;
  question->stale = freshness != NULL && act_freshness_is_stale (freshness);
  act_freshness_free (freshness);

  inquiry->pending--;
  if (inquiry->pending == 0)
    judge (task);
}

static void
mappings_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  ActFreshness *freshness = NULL;
  GPtrArray    *mappings = NULL;

  mappings = act_session_list_mappings_of_entity_finish (ACT_SESSION (source), result, &freshness, NULL);
  take_answer (user_data, mappings, freshness);
}

static void
runs_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  ActFreshness *freshness = NULL;
  GPtrArray    *runs = NULL;

  runs = act_session_list_runs_finish (ACT_SESSION (source), result, &freshness, NULL);
  take_answer (user_data, runs, freshness);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
add_question (Inquiry               *inquiry,
              const ActEarlierError *cause)
{
  GHashTable *questions = get_questions (inquiry, cause);
  Question   *question = NULL;
  const char *entity_type = NULL;
  const char *entity_id = NULL;

  get_entity (cause, &entity_type, &entity_id);
  if (questions == NULL || is_empty (entity_type) || is_empty (entity_id) ||
      find_question (inquiry, cause) != NULL)
    return;

  question = g_new0 (Question, 1);
  question->entity_type = g_strdup (entity_type);
  question->entity_id = g_strdup (entity_id);
  g_hash_table_insert (questions, act_resource_make_group (entity_type, entity_id), question);
}

static void
ask_all (GTask *task)
{
  ActSession    *self = g_task_get_source_object (task);
  GCancellable  *cancellable = g_task_get_cancellable (task);
  Inquiry       *inquiry = g_task_get_task_data (task);
  GHashTableIter iter;
  gpointer       value = NULL;

  inquiry->pending = g_hash_table_size (inquiry->mappings) + g_hash_table_size (inquiry->runs);
  if (inquiry->pending == 0)
    {
      judge (task);
      return;
    }

  g_hash_table_iter_init (&iter, inquiry->mappings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Question *question = value;

      question->task = g_object_ref (task);
      act_session_list_mappings_of_entity_async (self, question->entity_type, question->entity_id,
                                                 cancellable, mappings_listed_cb, question);
    }

  g_hash_table_iter_init (&iter, inquiry->runs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Question *question = value;

      question->task = g_object_ref (task);
      act_session_list_runs_async (self, question->entity_type, question->entity_id, cancellable,
                                   runs_listed_cb, question);
    }
}

static void
records_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Inquiry *inquiry = g_task_get_task_data (task);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  records = act_row_source_load_finish (ACT_ROW_SOURCE (source), result, &error);
  if (records == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < records->len; i++)
    {
      ActEarlierError *cause = act_earlier_error_new (g_ptr_array_index (records, i));

      g_ptr_array_add (inquiry->causes, cause);
      add_question (inquiry, cause);
    }
  ask_all (task);
}

static void
rows_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GError) error = NULL;

  row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (source), result, &error);
  if (row_ids == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (row_ids->len == 0)
    judge (task);
  else
    act_row_source_load_async (ACT_ROW_SOURCE (source), (const gint64 *) (gpointer) row_ids->data,
                               row_ids->len, ACT_ROW_LOAD_NONE, cancellable, records_loaded_cb,
                               g_steal_pointer (&task));
}

/* A configuration that cannot be read has its errors all the same. */
static void
configuration_read_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  ActSession *self = ACT_SESSION (source);
  GTask      *task = user_data;
  Inquiry    *inquiry = g_task_get_task_data (task);
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (ActQuery) query = act_query_new ();

  inquiry->configuration = act_session_read_configuration_finish (self, result, &freshness, NULL);
  inquiry->stale = freshness != NULL && act_freshness_is_stale (freshness);

  query->include_actioned = TRUE;
  query->kinds = KINDS;
  query->configuration_id = g_strdup (inquiry->configuration_id);
  query->before = inquiry->before;
  act_row_source_query_async (act_session_get_row_source (self), query, MAX_CAUSES,
                              g_task_get_cancellable (task), rows_listed_cb, task);
}

/**
 * act_session_list_earlier_errors_async:
 * @self: a session
 * @configuration_id: an integration configuration
 * @before: only errors older than this, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the errors for which a configuration was disabled, open and actioned, and finds out of each
 * whether its cause looks put right.
 */
void
act_session_list_earlier_errors_async (ActSession         *self,
                                       const char         *configuration_id,
                                       gint64              before,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  GTask   *task = NULL;
  Inquiry *inquiry = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (configuration_id != NULL && *configuration_id != '\0');

  inquiry = g_new0 (Inquiry, 1);
  inquiry->configuration_id = g_strdup (configuration_id);
  inquiry->before = before;
  inquiry->causes = g_ptr_array_new_with_free_func ((GDestroyNotify) act_earlier_error_free);
  inquiry->mappings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, question_free);
  inquiry->runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, question_free);
  task = act_session_new_task (self, cancellable, callback, user_data, act_session_list_earlier_errors_async);
  g_task_set_task_data (task, inquiry, inquiry_free);
  act_session_read_configuration_async (self, configuration_id, cancellable, configuration_read_cb, task);
}

/**
 * act_session_list_earlier_errors_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActEarlierError): the causes, newest first, perhaps none
 */
GPtrArray *
act_session_list_earlier_errors_finish (ActSession   *self,
                                        GAsyncResult *result,
                                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
