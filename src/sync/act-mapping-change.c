/* Creates a mapping that waited in the outbox, once
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entity's mappings are always read first. What one of them says already needs no call. A create
 * whose answer was lost is not repeated before the server has had its time to make it, and then once.
 */

#include "act-mapping-change.h"

#include "act-client-mappings.h"
#include "act-mapping-pages.h"
#include "act-resource-json.h"
#include "act-time.h"

/* So often it is sent, however many answers are lost. */
#define MOST_ATTEMPTS 2

typedef struct
{
  ActAbilities       *abilities; /* (owned) */
  ActOnce            *once;      /* (owned) */
  char               *what;      /* (owned) (nullable): once it is under way */
  ActChange          *change;    /* (owned) */
  ActExternalMapping *mapping;   /* (owned) */
  gint64              patience_ms;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  g_clear_object (&sending->abilities);
  g_clear_object (&sending->once);
  g_free (sending->what);
  act_change_free (sending->change);
  act_external_mapping_free (sending->mapping);
  g_free (sending);
}

/* Returns: whether nobody else does the same */
static gboolean
begin (Sending *sending,
       char    *what)
{
  if (act_once_begin (sending->once, what))
    sending->what = what;
  else
    g_free (what);

  return sending->what != NULL;
}

/* Takes the outcome. */
static void
answer (GTask            *task,
        ActChangeOutcome *outcome)
{
  Sending *sending = g_task_get_task_data (task);

  if (sending->what != NULL)
    act_once_end (sending->once, sending->what);
  g_task_return_pointer (task, outcome, (GDestroyNotify) act_change_outcome_free);
}

static ActChangeOutcome *
make_done (ActExternalMapping *mapping,
           const char         *reason)
{
  ActChangeOutcome *outcome = act_change_outcome_new (ACT_OUTBOX_DONE, reason);

  outcome->kind = ACT_RESOURCE_MAPPING;
  outcome->resources = act_mapping_pages_make_resources (&mapping, 1);

  return outcome;
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (ActExternalMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;

  mapping = act_client_create_mapping_finish (ACT_CLIENT (source), result, &error);
  act_abilities_learn (sending->abilities, ACT_ABILITY_MAPPINGS, error, TRUE);
  if (mapping != NULL)
    answer (task, make_done (mapping, NULL));
  else
    answer (task, act_change_outcome_new_for_change (sending->change, error));
}

static ActExternalMapping *
find_same (GPtrArray                *mappings,
           const ActExternalMapping *mapping,
           guint                    *n_found)
{
  ActExternalMapping *first = NULL;

  *n_found = 0;
  for (guint i = 0; i < mappings->len; i++)
    {
      ActExternalMapping *other = g_ptr_array_index (mappings, i);

      if (!act_external_mapping_says_the_same (other, mapping))
        continue;

      if (first == NULL)
        first = other;
      (*n_found)++;
    }

  return first;
}

/* A clock that was set back has no say. */
static gint64
get_wait (const Sending *sending)
{
  gint64 elapsed = act_time_now () - sending->change->since;

  return elapsed >= 0 && elapsed < sending->patience_ms ? sending->patience_ms - elapsed : 0;
}

static ActChangeOutcome *
judge_missing (const Sending *sending)
{
  ActChangeOutcome *outcome = NULL;

  if (get_wait (sending) > 0)
    {
      outcome = act_change_outcome_new (ACT_OUTBOX_UNKNOWN, sending->change->reason);
      outcome->wait_ms = get_wait (sending);
      return outcome;
    }

  if (sending->change->attempts < MOST_ATTEMPTS)
    return act_change_outcome_new (ACT_OUTBOX_READY, NULL);

  return act_change_outcome_new (ACT_OUTBOX_REFUSED, ACT_CHANGE_REASON_NOT_THERE);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending            *sending = g_task_get_task_data (task);
  GCancellable       *cancellable = g_task_get_cancellable (task);
  ActExternalMapping *found = NULL;
  guint               n_found = 0;
  gboolean            lost = sending->change->state == ACT_OUTBOX_UNKNOWN;
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (GError) error = NULL;

  mappings = act_pages_list_finish (ACT_CLIENT (source), result, NULL, &error);
  if (mappings == NULL)
    {
      answer (task, act_change_outcome_new_for_look (sending->change, error));
      return;
    }

  found = find_same (mappings, sending->mapping, &n_found);
  if (found != NULL)
    answer (task, make_done (found, lost && n_found > 1 ? ACT_CHANGE_REASON_TWICE : NULL));
  else if (lost)
    answer (task, judge_missing (sending));
  else
    act_client_create_mapping_async (ACT_CLIENT (source), sending->mapping,
                                     cancellable, created_cb,
                                     g_steal_pointer (&task));
}

static gboolean
is_whole (const ActExternalMapping *mapping)
{
  return mapping->entity_type != NULL && mapping->entity_id != NULL &&
         mapping->external_system != NULL && mapping->external_table != NULL &&
         mapping->external_id != NULL;
}

/**
 * act_mapping_change_async:
 * @client: a client
 * @abilities: told what the answer says about all mappings
 * @once: what is changed by others just now
 * @change: a mapping to be created, that was claimed; copied
 * @patience_ms: for how long a server may still make what it was asked for, milliseconds
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Creates the mapping of a change that is being sent, or looks for the one whose answer was lost.
 */
void
act_mapping_change_async (ActClient          *client,
                          ActAbilities       *abilities,
                          ActOnce            *once,
                          const ActChange    *change,
                          gint64              patience_ms,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Sending *sending = NULL;

  g_return_if_fail (ACT_IS_CLIENT (client));
  g_return_if_fail (change != NULL);

  sending = g_new0 (Sending, 1);
  sending->abilities = g_object_ref (abilities);
  sending->once = g_object_ref (once);
  sending->change = act_change_copy (change);
  sending->patience_ms = patience_ms;
  sending->mapping = change->content != NULL ? act_external_mapping_from_json (change->content, NULL)
                                             : NULL;

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_mapping_change_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, sending, sending_free);
  if (sending->mapping == NULL || !is_whole (sending->mapping))
    answer (task, act_change_outcome_new (ACT_OUTBOX_REFUSED, ACT_CHANGE_REASON_NOT_READABLE));
  else if (!begin (sending, act_once_describe_mapping (sending->mapping)))
    answer (task, act_change_outcome_new_for_busy (change));
  else
    act_mapping_pages_list_of_entity_async (client, sending->mapping->entity_type,
                                            sending->mapping->entity_id, cancellable, listed_cb,
                                            g_steal_pointer (&task));
}

/**
 * act_mapping_change_finish:
 * @result: the result
 *
 * Returns: (transfer full): what came of it
 */
ActChangeOutcome *
act_mapping_change_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, act_mapping_change_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
