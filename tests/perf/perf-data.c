/* Stores of many events, and the same events as lines of JSON
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A store is made by the calls that a synchronisation makes, in the order in which a server lists:
 * newest first, in pages of a hundred, several pages a transaction.
 */

#include "perf-data.h"

#include "perf-wait.h"

#include "act-event-json.h"
#include "act-planner.h"
#include "act-simulator-accounts.h"
#include "act-simulator-payload.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>

#define SEED             1
#define EVENTS_A_PAGE    100
#define PAGES_AT_ONCE    40
#define ADDRESS          "http://127.0.0.1:9"
#define ORGANISATION_ID  "00000000-0000-4000-8000-000000000001"
#define KEY_ID           "bench"
#define DEFAULT_N_EVENTS 10000

/* What the making of a store works on. */
typedef struct
{
  PerfData             *data;
  ActSimulatorWorld    *world;
  ActSimulatorEventIter iter;
  FILE                 *lines;
  ActStore             *store;
  GPtrArray            *pages; /* (nullable): that are not merged yet */
} Making;

static void
keep_name (GPtrArray *names,
           char      *id,
           char      *name)
{
  g_ptr_array_add (names, act_name_new (id, name));
  g_free (id);
  g_free (name);
}

static void
put_names (ActStore   *store,
           ActNameKind kind,
           GPtrArray  *names)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_put_names_async (store, kind, names, NULL, perf_keep_result_cb, &result);
  act_store_put_names_finish (store, perf_wait (&result), &error);
  perf_fail_on (error);
}

static void
put_all_names (Making *making)
{
  g_autoptr (GPtrArray) accounts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  g_autoptr (GPtrArray) integrations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);

  for (guint i = 0; i < making->world->n_accounts; i++)
    keep_name (accounts, act_simulator_account_dup_id (making->world, i),
               act_simulator_account_dup_name (i));
  put_names (making->store, ACT_NAME_ACCOUNT, accounts);

  for (guint i = 0; i < making->world->configurations->len; i++)
    {
      JsonObject *json = act_simulator_world_get_configuration (making->world, i)->json;

      g_ptr_array_add (integrations,
                       act_name_new (json_object_get_string_member (json, "id"),
                                     json_object_get_string_member (json, "name")));
    }
  put_names (making->store, ACT_NAME_INTEGRATION, integrations);
}

static void
merge (Making *making)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (making->pages == NULL)
    return;

  act_store_merge_pages_async (making->store, g_steal_pointer (&making->pages), 0,
                               act_planner_merge, NULL, NULL, NULL, perf_keep_result_cb, &result);
  act_store_merge_pages_finish (making->store, perf_wait (&result), NULL, &error);
  perf_fail_on (error);
}

/* What the server would send, also written to the file of lines. */
static char *
write_page (Making *making,
            guint   n_events)
{
  GString *page = g_string_new ("{\"data\":[");

  for (guint i = 0; i < n_events; i++)
    {
      ActSimulatorEvent event;
      g_autoptr (JsonNode) node = json_node_alloc ();
      g_autofree char *line = NULL;

      if (!act_simulator_event_iter_next (&making->iter, &event))
        break;

      json_node_init (node, JSON_NODE_OBJECT);
      json_node_take_object (node, act_simulator_event_to_json (making->world, &event));
      line = json_to_string (node, FALSE);
      making->data->json_bytes += (double) strlen (line);
      fprintf (making->lines, "%s\n", line);
      g_string_append_printf (page, "%s%s", i > 0 ? "," : "", line);
    }

  g_string_append (page, "]}");

  return g_string_free (page, FALSE);
}

static void
add_page (Making *making,
          guint   n_events)
{
  g_autofree char *text = write_page (making, n_events);
  g_autoptr (GError) error = NULL;
  double        began = perf_cpu_us ();
  ActEventPage *page = act_json_decode_text (text, &act_event_page_decoder, &error);

  perf_fail_on (error);
  page->asked_at = PERF_NOW_MS;
  if (making->pages == NULL)
    making->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_page_free);
  g_ptr_array_add (making->pages, page);
  if (making->pages->len == PAGES_AT_ONCE)
    merge (making);

  making->data->cpu_us += perf_cpu_us () - began;
}

static void
make_events (Making *making)
{
  guint n_left = making->data->n_events;

  act_simulator_event_iter_init (&making->iter, making->world);
  while (n_left > 0)
    {
      guint n = MIN (n_left, EVENTS_A_PAGE);

      add_page (making, n);
      n_left -= n;
    }
  merge (making);
  put_all_names (making);
}

static void
make_data (PerfData *self)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autofree char *unfinished = g_strconcat (self->lines_path, ".part", NULL);
  Making           making = { .data = self };

  options->now_ms = PERF_NOW_MS;
  options->retention_days = 0;
  making.world = act_simulator_world_new (options, SEED, self->n_events, PERF_NOW_MS);
  making.lines = fopen (unfinished, "w");
  if (making.lines == NULL)
    g_error ("%s cannot be written", unfinished);

  g_remove (self->store_path);
  making.store = perf_data_open (self);
  make_events (&making);
  perf_store_close (making.store);
  fclose (making.lines);
  act_simulator_world_free (making.world);

  /* The file of lines stands for the whole: a making that was cut off is begun anew. */
  g_rename (unfinished, self->lines_path);
}

static PerfData *
describe (const char *home,
          guint       n_events)
{
  PerfData        *self = g_new0 (PerfData, 1);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  self->n_events = n_events;
  self->connection = act_connection_new ("Bench", ADDRESS, ORGANISATION_ID, KEY_ID, &error);
  perf_fail_on (error);
  self->home = g_strdup (home);
  self->directory = g_build_filename (home, "actioned", NULL);
  name = g_strconcat (act_connection_get_id (self->connection), ".db", NULL);
  self->store_path = g_build_filename (self->directory, name, NULL);
  self->lines_path = g_build_filename (home, "events.jsonl", NULL);
  g_mkdir_with_parents (self->directory, 0700);

  return self;
}

/* Finds the data of @n_events in @folder, or makes it. */
PerfData *
perf_data_new (const char *folder,
               guint       n_events)
{
  g_autofree char *number = g_strdup_printf ("%u", n_events);
  g_autofree char *home = g_build_filename (folder, number, NULL);
  PerfData        *self = describe (home, n_events);
  GStatBuf         status;

  if (g_stat (self->lines_path, &status) != 0)
    make_data (self);
  else
    self->json_bytes = (double) status.st_size - n_events;

  return self;
}

/* PROGRAM FOLDER N_EVENTS, as each benchmark is started. */
PerfData *
perf_data_from_args (int    argc,
                     char **argv)
{
  if (argc < 2)
    {
      g_printerr ("Usage: %s FOLDER [N_EVENTS]\n", argv[0]);
      exit (EXIT_FAILURE);
    }

  return perf_data_new (argv[1], argc > 2 ? (guint) atoi (argv[2]) : DEFAULT_N_EVENTS);
}

void
perf_data_free (PerfData *self)
{
  if (self == NULL)
    return;

  g_free (self->home);
  g_free (self->directory);
  g_free (self->store_path);
  g_free (self->lines_path);
  g_clear_pointer (&self->connection, act_connection_unref);
  g_free (self);
}

ActStore *
perf_data_open (PerfData *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActStore *store = NULL;

  act_store_open_async (self->store_path, NULL, NULL, NULL, perf_keep_result_cb, &result);
  store = act_store_open_finish (perf_wait (&result), &error);
  perf_fail_on (error);

  return store;
}

/* A store of its own for what writes into it; the next copy of the name takes its place. */
PerfData *
perf_data_copy_store (PerfData   *self,
                      const char *name)
{
  g_autofree char *home = g_build_filename (self->home, name, NULL);
  PerfData        *copy = describe (home, self->n_events);
  g_autofree char *wal = g_strconcat (copy->store_path, "-wal", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (self->store_path);
  g_autoptr (GFile) to = g_file_new_for_path (copy->store_path);
  g_autoptr (GError) error = NULL;

  g_remove (wal);
  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  perf_fail_on (error);

  return copy;
}

void
perf_store_close (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_close_async (store, NULL, perf_keep_result_cb, &result);
  act_store_close_finish (store, perf_wait (&result), &error);
  perf_fail_on (error);
  g_object_unref (store);
}
