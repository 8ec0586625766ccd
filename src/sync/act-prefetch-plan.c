/* What is needed to follow up open events without a network
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-prefetch-plan.h"

struct _ActPrefetchPlan
{
  GPtrArray  *needs;   /* (owned) (element-type ActNeed): in the order in which they are asked for */
  GHashTable *by_key;  /* (owned) (element-type utf8 ActNeed) */
  GArray     *missing; /* (owned) (element-type guint): how much each event lacks */
  guint       ready;
  gboolean    logs;
};

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_event (const ActNeed *need,
           guint          event)
{
  for (guint i = need->events->len; i > 0; i--)
    {
      if (g_array_index (need->events, guint, i - 1) == event)
        return TRUE;
    }

  return FALSE;
}

/* Takes the need. */
static void
require (ActPrefetchPlan *self,
         guint            event,
         ActNeed         *need)
{
  char    *key = act_need_make_key (need);
  ActNeed *known = g_hash_table_lookup (self->by_key, key);

  if (known == NULL)
    {
      g_ptr_array_add (self->needs, need);
      g_hash_table_insert (self->by_key, key, need);
    }
  else
    {
      act_need_free (need);
      g_free (key);
      need = known;
    }

  if (has_event (need, event))
    return;

  g_array_append_val (need->events, event);
  if (!need->kept && g_array_index (self->missing, guint, event)++ == 0)
    self->ready--;
}

static void
require_name (ActPrefetchPlan *self,
              guint            event,
              const char      *entity_type,
              const char      *entity_id)
{
  if (has_text (entity_id) && has_text (entity_type) &&
      (g_ascii_strcasecmp (entity_type, "Account") == 0 ||
       g_ascii_strcasecmp (entity_type, "Bill") == 0))
    require (self, event, act_need_new (ACT_NEED_NAME, NULL, entity_type, entity_id));
}

static void
require_mapping (ActPrefetchPlan *self,
                 guint            event_index,
                 const ActEvent  *event)
{
  const char *entity_type = NULL;
  const char *entity_id = NULL;

  if (!act_event_get_unmapped (event, &entity_type, &entity_id))
    return;

  require_name (self, event_index, entity_type, entity_id);
  require (self, event_index, act_need_new (ACT_NEED_MAPPINGS, NULL, entity_type, entity_id));
}

static void
require_all (ActPrefetchPlan      *self,
             guint                 event_index,
             const ActEventRecord *record,
             gboolean              credentials)
{
  const ActEvent *event = record->event;
  gboolean        has_entity = has_text (event->entity_type) && has_text (event->entity_id);
  const char     *entity_type = has_entity ? event->entity_type : NULL;
  const char     *entity_id = has_entity ? event->entity_id : NULL;

  require (self, event_index, act_need_new (ACT_NEED_CONFIGURATIONS, NULL, NULL, NULL));
  if (record->kind == ACT_EVENT_KIND_AUTHENTICATION && credentials)
    require (self, event_index, act_need_new (ACT_NEED_CREDENTIALS, NULL, NULL, NULL));
  if (record->kind == ACT_EVENT_KIND_MISSING_MAPPING)
    require (self, event_index, act_need_new (ACT_NEED_MAPPING_OPTIONS, NULL, NULL, NULL));

  if (has_text (event->run_id))
    require (self, event_index, act_need_new (ACT_NEED_RUN, event->run_id, entity_type, entity_id));
  else if (has_entity)
    require (self, event_index, act_need_new (ACT_NEED_RUN, NULL, entity_type, entity_id));
  if (has_entity)
    require_name (self, event_index, entity_type, entity_id);
  if (record->kind == ACT_EVENT_KIND_MISSING_MAPPING)
    require_mapping (self, event_index, event);
}

/**
 * act_prefetch_plan_new:
 * @records: (element-type ActEventRecord): open events, the most important first
 * @credentials: whether credentials can be listed
 * @logs: whether logs of runs are wanted too
 *
 * Returns: (transfer full): what they need, of which nothing is kept yet
 */
ActPrefetchPlan *
act_prefetch_plan_new (GPtrArray *records,
                       gboolean   credentials,
                       gboolean   logs)
{
  ActPrefetchPlan *self = g_new0 (ActPrefetchPlan, 1);

  self->needs = g_ptr_array_new_with_free_func ((GDestroyNotify) act_need_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->missing = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->missing, records->len);
  self->ready = records->len;
  self->logs = logs;
  for (guint i = 0; i < records->len; i++)
    require_all (self, i, g_ptr_array_index (records, i), credentials);

  return self;
}

/**
 * act_prefetch_plan_free:
 * @self: (transfer full) (nullable): a plan
 *
 * Frees it.
 */
void
act_prefetch_plan_free (ActPrefetchPlan *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->needs);
  g_array_unref (self->missing);
  g_free (self);
}

/**
 * act_prefetch_plan_get_n_needs:
 * @self: a plan
 *
 * Returns: how many needs there are; act_prefetch_plan_set_run() adds some
 */
guint
act_prefetch_plan_get_n_needs (ActPrefetchPlan *self)
{
  return self->needs->len;
}

/**
 * act_prefetch_plan_get_need:
 * @self: a plan
 * @i: which one
 *
 * Returns: (transfer none): the need
 */
ActNeed *
act_prefetch_plan_get_need (ActPrefetchPlan *self,
                            guint            i)
{
  return g_ptr_array_index (self->needs, i);
}

/**
 * act_prefetch_plan_set_kept:
 * @self: a plan
 * @need: one of its needs
 *
 * Says that the store has it, or that there is nothing to have.
 */
void
act_prefetch_plan_set_kept (ActPrefetchPlan *self,
                            ActNeed         *need)
{
  if (need->kept)
    return;

  need->kept = TRUE;
  for (guint i = 0; i < need->events->len; i++)
    {
      guint event = g_array_index (need->events, guint, i);

      if (--g_array_index (self->missing, guint, event) == 0)
        self->ready++;
    }
}

/**
 * act_prefetch_plan_set_run:
 * @self: a plan
 * @need: one of its needs, of the kind %ACT_NEED_RUN
 * @run: the run
 *
 * Says which run it is, so that the events that need it need also its log, if logs are wanted and it is
 * whole, and what its entity is called.
 */
void
act_prefetch_plan_set_run (ActPrefetchPlan         *self,
                           ActNeed                 *need,
                           const ActIntegrationRun *run)
{
  for (guint i = 0; i < need->events->len; i++)
    {
      guint event = g_array_index (need->events, guint, i);

      require_name (self, event, run->entity_type, run->entity_id);
      if (self->logs && act_run_status_is_final (run->status))
        require (self, event, act_need_new (ACT_NEED_LOG, run->id, NULL, NULL));
    }
}

/**
 * act_prefetch_plan_get_ready:
 * @self: a plan
 *
 * Returns: how many events have all that they need
 */
guint
act_prefetch_plan_get_ready (ActPrefetchPlan *self)
{
  return self->ready;
}

/**
 * act_prefetch_plan_get_total:
 * @self: a plan
 *
 * Returns: how many events there are
 */
guint
act_prefetch_plan_get_total (ActPrefetchPlan *self)
{
  return self->missing->len;
}
