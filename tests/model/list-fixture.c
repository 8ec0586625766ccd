/* A list of events, and what a view does with it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-fixture.h"

#define LARGEST_SPLICE 4096

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  ListFixture  *f = user_data;
  const gint64 *ids = NULL;
  gsize         n_ids = 0;

  f->n_changes++;
  g_assert_true (removed > 0 || added > 0);

  /* A view that loses many rows and gets many in one signal reads all of them. */
  g_assert_true (removed == 0 || added == 0 || MAX (removed, added) <= LARGEST_SPLICE);
  g_assert_cmpuint (position + removed, <=, f->mirror->len);
  if (removed > 0)
    g_array_remove_range (f->mirror, position, removed);

  ids = act_event_list_get_row_ids (f->list, &n_ids);
  if (added > 0)
    g_array_insert_vals (f->mirror, position, ids + position, added);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, f->mirror->len);
  g_assert_cmpmem (ids, n_ids * sizeof (gint64), f->mirror->data,
                   f->mirror->len * sizeof (gint64));
}

static void
replaced_cb (ListFixture *f)
{
  f->n_replaced++;
}

static void
loading_cb (ListFixture *f)
{
  f->n_loading++;
}

void
list_fixture_set_up (ListFixture  *f,
                     gconstpointer data)
{
  f->source = g_object_new (MEMORY_TYPE_SOURCE, NULL);
  f->list = act_event_list_new (ACT_ROW_SOURCE (f->source));
  f->mirror = g_array_new (FALSE, FALSE, sizeof (gint64));
  f->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_signal_connect (f->list, "items-changed", G_CALLBACK (items_changed_cb), f);
  g_signal_connect_swapped (f->list, "replaced", G_CALLBACK (replaced_cb), f);
  g_signal_connect_swapped (f->list, "notify::loading", G_CALLBACK (loading_cb), f);
}

void
list_fixture_tear_down (ListFixture  *f,
                        gconstpointer data)
{
  g_hash_table_unref (f->held);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->list);
  g_assert_finalize_object (f->source);
  g_array_unref (f->mirror);
}

static gboolean
is_settled (ListFixture *f)
{
  gsize         n_ids = 0;
  const gint64 *ids = act_event_list_get_row_ids (f->list, &n_ids);

  if (act_event_list_get_loading (f->list) || n_ids != f->source->ids->len)
    return FALSE;

  for (gsize i = 0; i < n_ids; i++)
    {
      if (ids[i] != g_array_index (f->source->ids, gint64, i))
        return FALSE;
    }

  return TRUE;
}

/* Awaits, with the test's own time-out as the cap. */
void
list_fixture_settle (ListFixture *f)
{
  while (!is_settled (f))
    g_main_context_iteration (NULL, TRUE);
}

void
list_fixture_show (ListFixture *f)
{
  g_autoptr (ActQuery) query = act_query_new ();

  act_event_list_set_query (f->list, query);
  list_fixture_settle (f);
}

ActEventRow *
list_fixture_hold (ListFixture *f,
                   guint        position)
{
  ActEventRow *row = g_list_model_get_item (G_LIST_MODEL (f->list), position);
  gint64      *key = g_new (gint64, 1);

  g_assert_nonnull (row);
  *key = act_event_row_get_row_id (row);
  g_hash_table_replace (f->held, key, row);

  return row;
}

static gboolean
says (MemorySource *source,
      ActEventRow  *row)
{
  const ActEventRecord *record = act_event_row_get_record (row);
  gint64                id = act_event_row_get_row_id (row);
  g_autofree char      *message =
      g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (source->messages, &id)));

  return record != NULL && record->row_id == id && g_strcmp0 (record->event->message, message) == 0;
}

void
list_fixture_await_record (ListFixture *f,
                           ActEventRow *row)
{
  while (!says (f->source, row))
    g_main_context_iteration (NULL, TRUE);
}
