/* Events as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No event is dropped for what it lacks, and none spoils the page that it is on.
 */

#include "act-event-json.h"

#include "act-content-id.h"
#include "act-json-slice.h"
#include "act-json.h"
#include "act-payload.h"

#include <string.h>

/* What is longer is not an id, and would not fit into an address. */
#define MAX_ID_LENGTH 512

/* An event is open as long as this is absent, null or empty. What cannot be read as a time says that
 * it is actioned all the same; the time is then the event's own. */
static gint64
read_actioned_time (JsonObject *object,
                    gint64      event_time)
{
  g_autofree char *text = act_json_dup_text (object, "dtActioned");
  gint64           time = act_json_get_time (object, "dtActioned");

  if (time != ACT_TIME_UNKNOWN || (text == NULL && !act_json_get_boolean (object, "dtActioned", FALSE)))
    return time;

  return event_time != ACT_TIME_UNKNOWN ? event_time : 0;
}

static char *
read_id (JsonObject *object)
{
  g_autofree char *id = act_json_dup_text (object, "id");

  return id != NULL && strlen (id) <= MAX_ID_LENGTH ? g_steal_pointer (&id) : act_content_id_new (object);
}

/* Takes the payload. */
static ActEvent *
build_event (JsonObject *object,
             char       *payload)
{
  ActEvent *event = act_event_new ();

  event->id = read_id (object);
  event->name = act_json_dup_text (object, "eventName");
  if (event->name == NULL)
    event->name = g_strdup ("");
  event->time = act_json_get_time (object, "eventTime");
  event->actioned_time = read_actioned_time (object, event->time);
  act_payload_read (json_object_get_member (object, "m3terEvent"), event);
  event->payload = payload;

  return event;
}

static gpointer
read_event (JsonNode   *root,
            const char *text,
            GError    **error)
{
  JsonObject *object = act_json_get_root_object (root, error);

  return object != NULL ? build_event (object, g_strstrip (g_strdup (text))) : NULL;
}

static void
read_events (ActEventPage *page,
             JsonArray    *array,
             const char   *text)
{
  g_autoptr (GPtrArray) slices = act_json_slice_array (text, "data");
  guint length = json_array_get_length (array);

  /* A key that is written in escapes, say. */
  if (slices != NULL && slices->len != length)
    g_clear_pointer (&slices, g_ptr_array_unref);

  for (guint i = 0; i < length; i++)
    {
      JsonObject *object = act_json_get_element (array, i);

      if (object == NULL)
        page->unreadable++;
      else if (slices != NULL)
        g_ptr_array_add (page->events, build_event (object, g_strdup (g_ptr_array_index (slices, i))));
      else
        g_ptr_array_add (page->events,
                         build_event (object, json_to_string (json_array_get_element (array, i), FALSE)));
    }
}

static gpointer
read_page (JsonNode   *root,
           const char *text,
           GError    **error)
{
  g_autoptr (ActEventPage) page = act_event_page_new ();
  JsonObject *object = act_json_get_root_object (root, error);
  JsonArray  *array = NULL;

  /* Neither member is promised. But a cursor that cannot be read must not pass for the end. */
  if (object == NULL || !act_json_find_array (object, "data", &array, error) ||
      !act_json_find_text (object, "nextToken", &page->next_token, error))
    return NULL;

  if (array != NULL)
    read_events (page, array, text);

  return g_steal_pointer (&page);
}

const ActJsonDecoder act_event_decoder = { read_event, (GDestroyNotify) act_event_free };
const ActJsonDecoder act_event_page_decoder = { read_page, (GDestroyNotify) act_event_page_free };
