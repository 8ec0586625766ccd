/* Which integration configurations an event may be about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-match.h"

#include "act-credential-type.h"
#include "act-integration-configuration.h"

/* How much more one fact says than all those below it. */
enum
{
  POINT_ENTITY_ID = 1,
  POINT_ENTITY_TYPE = 2,
  POINT_DESTINATION = 4,
  POINT_DESTINATION_ID = 8,
};

typedef struct
{
  const ActIntegrationConfiguration *configuration;
  guint                              points;
  guint                              place; /* where it stood in the list */
} Candidate;

/**
 * act_configuration_match_new:
 * @event: an event
 *
 * Takes what an event says of its configuration, other than its id.
 *
 * Returns: (transfer full): what is known
 */
ActConfigurationMatch *
act_configuration_match_new (const ActEvent *event)
{
  ActConfigurationMatch *self = NULL;

  g_return_val_if_fail (event != NULL, NULL);

  self = g_new0 (ActConfigurationMatch, 1);
  self->destination = g_strdup (event->destination);
  self->destination_id = g_strdup (event->destination_id);
  self->entity_type = g_strdup (event->entity_type);
  self->entity_id = g_strdup (event->entity_id);

  return self;
}

/**
 * act_configuration_match_free:
 * @self: (transfer full) (nullable): what is known
 *
 * Frees it.
 */
void
act_configuration_match_free (ActConfigurationMatch *self)
{
  if (self == NULL)
    return;

  g_free (self->destination);
  g_free (self->destination_id);
  g_free (self->entity_type);
  g_free (self->entity_id);
  g_free (self);
}

static void
prefer (char      **text,
        const char *other)
{
  if (other == NULL)
    return;

  g_free (*text);
  *text = g_strdup (other);
}

/**
 * act_configuration_match_add_run:
 * @self: what is known
 * @run: the run that the event names
 *
 * Adds what a run says. It is documented, which payloads are not, so it counts for more.
 */
void
act_configuration_match_add_run (ActConfigurationMatch   *self,
                                 const ActIntegrationRun *run)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (run != NULL);

  prefer (&self->destination, run->destination);
  prefer (&self->destination_id, run->destination_id);
  prefer (&self->entity_type, run->entity_type);
  prefer (&self->entity_id, run->entity_id);
}

/**
 * act_configuration_match_is_empty:
 * @self: what is known
 *
 * Returns: whether nothing is known by which one configuration could be told from another
 */
gboolean
act_configuration_match_is_empty (const ActConfigurationMatch *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->destination == NULL && self->destination_id == NULL;
}

static gboolean
is_same (const char *left,
         const char *right)
{
  return left != NULL && right != NULL && g_ascii_strcasecmp (left, right) == 0;
}

static gboolean
differs (const char *left,
         const char *right)
{
  return left != NULL && right != NULL && g_ascii_strcasecmp (left, right) != 0;
}

/* Returns 0 for one that is of another destination. */
static guint
count_points (const ActConfigurationMatch       *self,
              const ActIntegrationConfiguration *configuration)
{
  guint points = 0;

  if (self->destination != NULL && !act_credential_fits_system (configuration->destination, self->destination))
    return 0;
  if (differs (self->destination_id, configuration->destination_id))
    return 0;

  if (self->destination != NULL)
    points += POINT_DESTINATION;
  if (is_same (self->destination_id, configuration->destination_id))
    points += POINT_DESTINATION_ID;
  if (points == 0)
    return 0;

  if (is_same (self->entity_type, configuration->entity_type))
    points += POINT_ENTITY_TYPE;
  if (is_same (self->entity_id, configuration->entity_id))
    points += POINT_ENTITY_ID;

  return points;
}

static int
compare (gconstpointer left,
         gconstpointer right)
{
  const Candidate *a = left;
  const Candidate *b = right;

  if (a->points != b->points)
    return a->points > b->points ? -1 : 1;

  return a->place < b->place ? -1 : 1;
}

/**
 * act_configuration_match_filter:
 * @self: what is known
 * @configurations: (element-type ActIntegrationConfiguration): all configurations
 *
 * Finds those that fit. Some events name another entity than the one that their run was for, the
 * account of a bill for example, so the entity's type narrows the choice only where something is left.
 *
 * Returns: (transfer full) (element-type ActIntegrationConfiguration): copies of those that fit, best
 *   first
 */
GPtrArray *
act_configuration_match_filter (const ActConfigurationMatch *self,
                                GPtrArray                   *configurations)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *fitting = NULL;
  gboolean   has_type = FALSE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (configurations != NULL, NULL);

  for (guint i = 0; i < configurations->len; i++)
    {
      Candidate candidate = { g_ptr_array_index (configurations, i), 0, i };

      candidate.points = count_points (self, candidate.configuration);
      has_type = has_type || (candidate.points & POINT_ENTITY_TYPE) != 0;
      if (candidate.points > 0)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare);

  fitting = g_ptr_array_new_with_free_func ((GDestroyNotify) act_integration_configuration_free);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (!has_type || (candidate->points & POINT_ENTITY_TYPE) != 0)
        g_ptr_array_add (fitting, act_integration_configuration_copy (candidate->configuration));
    }

  return fitting;
}
