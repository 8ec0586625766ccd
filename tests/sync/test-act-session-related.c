/* Tests of finding the events that a follow-up has put right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-related.h"
#include "session-fixture.h"

static GArray *
list_related (Fixture           *self,
              const ActRelation *relation)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *row_ids = NULL;

  act_session_list_related_async (self->session, relation, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  row_ids = act_session_list_related_finish (self->session, result, &error);
  g_assert_no_error (error);

  return row_ids;
}

static char *
dup_configuration (Fixture *self,
                   gint64   row_id)
{
  g_autoptr (ActEventRecord) record = fixture_read (self, row_id);

  return g_strdup (record->event->configuration_id);
}

/* All open events of a configuration; once they are marked, none. */
static void
test_configuration (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (ActRelation) relation = act_relation_new ((1u << ACT_N_EVENT_KINDS) - 1);
  g_autoptr (GArray) open = NULL;
  g_autoptr (GArray) related = NULL;
  g_autoptr (GArray) left = NULL;
  guint n_expected = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  open = fixture_list (self, FALSE);
  for (guint i = 0; i < open->len && relation->configuration_id == NULL; i++)
    relation->configuration_id = dup_configuration (self, g_array_index (open, gint64, i));
  for (guint i = 0; i < open->len; i++)
    {
      g_autofree char *id = dup_configuration (self, g_array_index (open, gint64, i));

      if (g_strcmp0 (id, relation->configuration_id) == 0)
        n_expected++;
    }

  related = list_related (self, relation);
  g_assert_cmpuint (n_expected, >, 0);
  g_assert_cmpuint (related->len, ==, n_expected);

  fixture_mark (self, related, 0);
  left = list_related (self, relation);
  g_assert_cmpuint (left->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sync/session-related/configuration", Fixture, NULL, fixture_set_up,
              test_configuration, fixture_tear_down);

  return g_test_run ();
}
