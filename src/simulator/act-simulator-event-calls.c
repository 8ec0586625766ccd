/* The calls about events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-event-calls.h"

#include "act-simulator-accounts.h"
#include "act-simulator-payload.h"
#include "act-simulator-random.h"

#include <string.h>

#define MAX_PAGE   100
#define MAX_IDS    100
#define N_CHANGING 200

typedef struct
{
  const char *type;    /* (nullable) */
  const char *name;    /* (nullable) */
  const char *account; /* (nullable) */
  guint       account_index;
  gboolean    include_actioned;
  gboolean    nothing;
} ActSimulatorFilter;

/* Where a page begins: behind an event, or after a number of events. */
typedef struct
{
  gboolean set;
  gboolean by_offset;
  gint64   time_ms;
  guint32  sequence;
  guint64  offset;
} ActSimulatorCursor;

static const char *const other_filters[] = {
  "eventType",
  "eventName",
  "accountId",
  "includeActioned",
  "notificationId",
  "notificationCode",
  "resourceId",
};

static const char *const event_types[] = {
  "Notification",
  "IntegrationEvent",
  "IngestValidationFailure",
  "DataExportJobFailure",
};

static const char *
get_type (const char *event_name)
{
  if (g_str_has_prefix (event_name, "integration."))
    return "IntegrationEvent";
  if (g_str_has_prefix (event_name, "ingest."))
    return "IngestValidationFailure";
  if (g_str_has_prefix (event_name, "dataexport."))
    return "DataExportJobFailure";

  return "Notification";
}

static gboolean
read_filter (ActSimulatorCall   *call,
             ActSimulatorFilter *filter)
{
  gboolean known = FALSE;

  filter->type = act_simulator_call_get_query (call, "eventType");
  filter->name = act_simulator_call_get_query (call, "eventName");
  filter->account = act_simulator_call_get_query (call, "accountId");

  for (guint i = 0; i < G_N_ELEMENTS (event_types); i++)
    known |= g_strcmp0 (filter->type, event_types[i]) == 0;
  if (filter->type != NULL && !known)
    {
      act_simulator_call_refuse (call, 400, "eventType must be Notification, IntegrationEvent, "
                                            "IngestValidationFailure or DataExportJobFailure.");
      return FALSE;
    }

  if (filter->account != NULL && !act_simulator_account_find (call->world, filter->account, &filter->account_index))
    filter->nothing = TRUE;

  /* No event of this organisation comes from a notification. */
  if (act_simulator_call_get_query (call, "notificationId") != NULL ||
      act_simulator_call_get_query (call, "notificationCode") != NULL ||
      act_simulator_call_get_query (call, "resourceId") != NULL)
    filter->nothing = TRUE;

  return act_simulator_call_get_boolean (call, "includeActioned", &filter->include_actioned);
}

static gboolean
matches (const ActSimulatorFilter *filter,
         const ActSimulatorEvent  *event)
{
  const char *name = act_simulator_event_get_name (event);

  return (filter->include_actioned || event->actioned_ms == 0) &&
         (filter->name == NULL || strcmp (filter->name, name) == 0) &&
         (filter->type == NULL || strcmp (filter->type, get_type (name)) == 0) &&
         (filter->account == NULL || filter->account_index == event->account);
}

static char *
write_cursor (ActSimulatorWorld       *world,
              const ActSimulatorEvent *last,
              guint64                  offset,
              guint                    variant)
{
  g_autofree char *text = NULL;

  if (world->options->offset_cursor)
    text = g_strdup_printf ("o:%" G_GUINT64_FORMAT ":%u:", offset, variant);
  else
    text = g_strdup_printf ("k:%" G_GINT64_FORMAT ":%u:%u", last->time_ms, last->sequence, variant);

  return g_base64_encode ((const guchar *) text, strlen (text));
}

static gboolean
read_cursor (ActSimulatorCall   *call,
             ActSimulatorCursor *cursor)
{
  const char        *token = act_simulator_call_get_query (call, "nextToken");
  g_autofree guchar *decoded = NULL;
  g_autofree char   *text = NULL;
  g_auto (GStrv) parts = NULL;
  gsize   length = 0;
  guint64 sequence = 0;

  if (token == NULL)
    return TRUE;

  decoded = g_base64_decode (token, &length);
  text = g_strndup ((const char *) decoded, length);
  parts = g_strsplit (text, ":", -1);
  cursor->set = TRUE;

  if (g_strv_length (parts) == 4 && strcmp (parts[0], "o") == 0 &&
      g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXINT64, &cursor->offset, NULL))
    {
      cursor->by_offset = TRUE;
      return TRUE;
    }

  if (g_strv_length (parts) == 4 && strcmp (parts[0], "k") == 0 &&
      g_ascii_string_to_signed (parts[1], 10, G_MININT64, G_MAXINT64, &cursor->time_ms, NULL) &&
      g_ascii_string_to_unsigned (parts[2], 10, 0, G_MAXUINT32, &sequence, NULL))
    {
      cursor->sequence = (guint32) sequence;
      return TRUE;
    }

  act_simulator_call_refuse (call, 400, "nextToken is not one that this call gave.");

  return FALSE;
}

/* Returns one event more than the page holds when there is one. */
static GArray *
collect (ActSimulatorWorld        *world,
         const ActSimulatorFilter *filter,
         const ActSimulatorCursor *cursor,
         guint                     size)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (ActSimulatorEvent));
  ActSimulatorEventIter iter;
  ActSimulatorEvent     event;
  guint64               skip = cursor->by_offset ? cursor->offset : 0;

  if (filter->nothing)
    return g_steal_pointer (&events);

  act_simulator_event_iter_init (&iter, world);
  if (cursor->set && !cursor->by_offset)
    act_simulator_event_iter_seek (&iter, cursor->time_ms, cursor->sequence);

  while (events->len <= size && act_simulator_event_iter_next (&iter, &event))
    {
      if (!matches (filter, &event))
        continue;
      if (skip > 0)
        skip--;
      else
        g_array_append_val (events, event);
    }

  return g_steal_pointer (&events);
}

/* Somebody else actions an event and another one comes, while the list is being read. */
static void
change_world (ActSimulatorWorld *world)
{
  ActSimulatorEventIter iter;
  ActSimulatorEvent     event;
  guint                 skip = act_simulator_random_below_at (world->seed, ACT_SIMULATOR_STREAM_CHANGE,
                                                              world->n_added, N_CHANGING);
  gint64                oldest_ms = 0;
  gint64                newest_ms = 0;

  act_simulator_event_iter_init (&iter, world);
  while (act_simulator_event_iter_next (&iter, &event))
    {
      if (event.actioned_ms == 0 && skip-- == 0)
        {
          act_simulator_events_action (world, &event, TRUE);
          break;
        }
    }

  act_simulator_events_get_range (world, &oldest_ms, &newest_ms);
  act_simulator_events_add (world, MAX (act_simulator_world_get_now (world), newest_ms + 1));
}

/* The id stays, so that the event can still be told from the others. */
static void
spoil_event (JsonObject *json,
             guint       variant)
{
  switch (variant % 4)
    {
    case 0:
      json_object_set_int_member (json, "eventTime", 20260304);
      json_object_set_null_member (json, "eventName");
      break;

    case 1:
      json_object_set_string_member (json, "m3terEvent", "only a text");
      json_object_set_boolean_member (json, "dtActioned", FALSE);
      break;

    case 2:
      json_object_set_array_member (json, "m3terEvent", json_array_new ());
      json_object_remove_member (json, "eventTime");
      break;

    default:
      json_object_set_null_member (json, "m3terEvent");
      json_object_set_string_member (json, "eventTime", "yesterday");
      break;
    }
}

static JsonArray *
make_data (ActSimulatorWorld *world,
           GArray            *events,
           guint              n)
{
  g_autoptr (JsonArray) data = json_array_new ();
  gboolean reversed = act_simulator_faults_strike (world->faults, ACT_SIMULATOR_FAULT_REORDER);
  gboolean spoilt = act_simulator_faults_strike (world->faults, ACT_SIMULATOR_FAULT_BAD_EVENT);

  for (guint i = 0; i < n; i++)
    {
      guint                    place = reversed ? n - 1 - i : i;
      const ActSimulatorEvent *event = &g_array_index (events, ActSimulatorEvent, place);
      JsonObject              *json = act_simulator_event_to_json (world, event);

      if (spoilt && i == n / 2)
        spoil_event (json, event->sequence);
      json_array_add_object_element (data, json);
    }

  return g_steal_pointer (&data);
}

static void
answer_page (ActSimulatorCall         *call,
             GArray                   *events,
             const ActSimulatorCursor *cursor,
             guint                     size)
{
  ActSimulatorWorld  *world = call->world;
  ActSimulatorFaults *faults = world->faults;
  const char         *token = act_simulator_call_get_query (call, "nextToken");
  guint               n = MIN (events->len, size);
  gboolean            more = events->len > size;
  gboolean            twice = act_simulator_faults_strike (faults, ACT_SIMULATOR_FAULT_DUPLICATE) && n > 1;
  gboolean            empty = act_simulator_faults_strike (faults, ACT_SIMULATOR_FAULT_EMPTY_PAGE) && cursor->set;
  gboolean            again = act_simulator_faults_strike (faults, ACT_SIMULATOR_FAULT_REPEAT_TOKEN) && cursor->set;
  JsonObject         *page = json_object_new ();
  JsonArray          *data = NULL;

  /* Nothing is lost: what the copy pushes off the page comes with the next one. */
  if (twice && n == size)
    {
      n--;
      more = TRUE;
    }
  if (empty)
    n = 0;

  data = make_data (world, events, n);
  world->n_listed += n;
  if (twice && n > 0)
    json_array_add_object_element (data, act_simulator_event_to_json (world, &g_array_index (events, ActSimulatorEvent, 0)));
  json_object_set_array_member (page, "data", data);

  if (again)
    {
      json_object_set_string_member (page, "nextToken", token);
    }
  else if (empty)
    {
      ActSimulatorEvent place = { .time_ms = cursor->time_ms, .sequence = cursor->sequence };
      g_autofree char  *next = write_cursor (world, &place, cursor->offset, (guint) g_str_hash (token) % 1000 + 1);

      json_object_set_string_member (page, "nextToken", next);
    }
  else if (more)
    {
      g_autofree char *next = write_cursor (world, &g_array_index (events, ActSimulatorEvent, n - 1), cursor->offset + n, 0);

      json_object_set_string_member (page, "nextToken", next);
    }
  else if (world->options->empty_next_token)
    {
      json_object_set_string_member (page, "nextToken", "");
    }

  act_simulator_call_answer_object (call, page);
}

static void
answer_ids (ActSimulatorCall *call,
            GStrv             ids)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean    hide = act_simulator_faults_strike (call->world->faults, ACT_SIMULATOR_FAULT_HIDE_ACTIONED_IDS);
  JsonObject *page = NULL;
  JsonArray  *data = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (other_filters); i++)
    {
      if (act_simulator_call_get_query (call, other_filters[i]) != NULL)
        {
          act_simulator_call_refuse (call, 400, "ids cannot be used with %s.", other_filters[i]);
          return;
        }
    }
  if (g_strv_length (ids) > MAX_IDS)
    {
      act_simulator_call_refuse (call, 400, "At most %d ids can be asked for.", MAX_IDS);
      return;
    }

  data = json_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    {
      ActSimulatorEvent event;

      if (g_hash_table_add (seen, ids[i]) && act_simulator_event_find (call->world, ids[i], &event) &&
          !(hide && event.actioned_ms != 0))
        json_array_add_object_element (data, act_simulator_event_to_json (call->world, &event));
    }

  page = json_object_new ();
  json_object_set_array_member (page, "data", data);
  act_simulator_call_answer_object (call, page);
}

/**
 * act_simulator_events_list:
 * @call: a call
 *
 * Answers `GET events`.
 */
void
act_simulator_events_list (ActSimulatorCall *call)
{
  ActSimulatorFilter filter = { 0 };
  ActSimulatorCursor cursor = { 0 };
  g_autoptr (GArray) events = NULL;
  g_auto (GStrv) ids = act_simulator_call_dup_list (call, "ids");
  guint size = 0;

  if (!act_simulator_call_get_integer (call, "pageSize", 1, MAX_PAGE, MAX_PAGE, &size))
    return;
  if (*ids != NULL)
    {
      answer_ids (call, ids);
      return;
    }
  if (!read_filter (call, &filter) || !read_cursor (call, &cursor))
    return;

  if (act_simulator_faults_strike (call->world->faults, ACT_SIMULATOR_FAULT_CHANGE))
    change_world (call->world);

  events = collect (call->world, &filter, &cursor, size);
  answer_page (call, events, &cursor, size);
}

/**
 * act_simulator_events_get:
 * @call: a call
 *
 * Answers `GET events/{id}`.
 */
void
act_simulator_events_get (ActSimulatorCall *call)
{
  ActSimulatorEvent event;

  if (act_simulator_event_find (call->world, call->arguments[0], &event))
    act_simulator_call_answer_object (call, act_simulator_event_to_json (call->world, &event));
  else
    act_simulator_call_refuse (call, 404, "There is no event with this id.");
}

/**
 * act_simulator_events_get_types:
 * @call: a call
 *
 * Answers `GET events/types`.
 */
void
act_simulator_events_get_types (ActSimulatorCall *call)
{
  JsonObject *json = json_object_new ();
  JsonArray  *names = json_array_new ();

  for (guint i = 0; i < ACT_SIMULATOR_N_KINDS; i++)
    json_array_add_string_element (names, act_simulator_get_event_name ((ActSimulatorKind) i));
  json_array_add_string_element (names, "ingest.validation.failure");
  json_array_add_string_element (names, "dataexport.job.failure");

  json_object_set_array_member (json, "events", names);
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_events_get_fields:
 * @call: a call
 *
 * Answers `GET events/fields`.
 */
void
act_simulator_events_get_fields (ActSimulatorCall *call)
{
  const char *asked = act_simulator_call_get_query (call, "eventName");
  JsonObject *json = json_object_new ();
  JsonObject *names = json_object_new ();

  for (guint i = 0; i < ACT_SIMULATOR_N_KINDS; i++)
    {
      const char *name = act_simulator_get_event_name ((ActSimulatorKind) i);

      if (asked == NULL || strcmp (asked, name) == 0)
        json_object_set_object_member (names, name, act_simulator_event_describe_fields ());
    }

  json_object_set_object_member (json, "events", names);
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_events_mark:
 * @call: a call
 *
 * Answers `PUT events/{id}/actioned`. To do it again is no error.
 */
void
act_simulator_events_mark (ActSimulatorCall *call)
{
  ActSimulatorEvent event;
  gboolean          changed = FALSE;

  if (!act_simulator_event_find (call->world, call->arguments[0], &event))
    {
      act_simulator_call_refuse (call, 404, "There is no event with this id.");
      return;
    }

  changed = act_simulator_events_action (call->world, &event, TRUE);
  act_simulator_event_find (call->world, call->arguments[0], &event);
  act_simulator_call_answer_object (call, act_simulator_event_to_json (call->world, &event));
  act_simulator_call_record (call, call->arguments[0], changed);

  if (act_simulator_faults_strike (call->world->faults, ACT_SIMULATOR_FAULT_LOST_MARK))
    call->dropped = TRUE;
}
