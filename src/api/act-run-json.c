/* Integration runs as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-json.h"

#include "act-api-error.h"
#include "act-event.h"
#include "act-json-page.h"
#include "act-json.h"
#include "act-resource-json.h"

#include <string.h>

/* It is documented that a run says of which run it is a replay, but not where. */
static const char *const original_members[] = {
  "originalIntegrationRunId",
  "replayedFromIntegrationRunId",
  "replayedIntegrationRunId",
  "replayOfIntegrationRunId",
  "replayedFromId",
  "replayedFrom",
  "originalRunId",
};

static char *
read_original (JsonObject *object)
{
  for (gsize i = 0; i < G_N_ELEMENTS (original_members); i++)
    {
      char *id = act_json_dup_text (object, original_members[i]);

      if (id != NULL)
        return id;
    }

  return NULL;
}

/* Takes the text. */
static gpointer
read_thing (JsonObject *object,
            char       *json)
{
  ActIntegrationRun *run = act_integration_run_new ();

  run->id = act_json_dup_text (object, "id");
  run->version = act_json_get_integer (object, "version", 0);
  run->entity_type = act_json_dup_text (object, "entityType");
  run->entity_id = act_json_dup_text (object, "entityId");
  run->status_name = act_json_dup_text (object, "status");
  run->status = act_run_status_from_name (run->status_name);
  run->destination = act_json_dup_text (object, "destination");
  run->destination_id = act_json_dup_text (object, "destinationId");
  run->error = act_json_dup_text (object, "error");
  run->url = act_json_dup_text (object, "url");
  run->external_id = act_json_dup_text (object, "externalId");
  run->parent_id = act_json_dup_text (object, "parentIntegrationRunId");
  run->original_id = read_original (object);
  run->started = act_json_get_time (object, "dtStarted");
  run->completed = act_json_get_time (object, "dtCompleted");
  run->created = act_json_get_time (object, "dtCreated");
  run->json = json;

  return run;
}

static const ActJsonThing thing = { "id", read_thing, (GDestroyNotify) act_integration_run_free };

static gpointer
read_page (JsonNode   *root,
           const char *text,
           GError    **error)
{
  return act_json_page_read (root, text, &thing, error);
}

static gpointer
read_run (JsonNode   *root,
          const char *text,
          GError    **error)
{
  ActJsonPage *page = act_json_page_read (root, text, &thing, error);

  return page != NULL ? act_json_page_only (page, error) : NULL;
}

static gpointer
read_latest_run (JsonNode   *root,
                 const char *text,
                 GError    **error)
{
  g_autoptr (ActJsonPage) page = act_json_page_read (root, text, &thing, error);
  const ActIntegrationRun *latest = NULL;

  if (page == NULL)
    return NULL;

  for (guint i = 0; i < page->things->len; i++)
    {
      const ActIntegrationRun *run = g_ptr_array_index (page->things, i);

      if (latest == NULL || act_integration_run_get_time (run) > act_integration_run_get_time (latest))
        latest = run;
    }

  if (latest != NULL)
    return act_integration_run_copy (latest);

  /* An empty list means the same as 404. */
  g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND, "there is no run");

  return NULL;
}

/* Brings the alphabet for addresses to the usual one and drops what only breaks lines. Returns %FALSE
 * at anything else, which the decoder would skip in silence. */
static gboolean
clean_base64 (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      char c = *from == '-' ? '+' : *from == '_' ? '/'
                                                 : *from;

      if (g_ascii_isspace (c))
        continue;
      if (!g_ascii_isalnum (c) && strchr ("+/=", c) == NULL)
        return FALSE;
      *to++ = c;
    }
  *to = '\0';

  /* Padding may be left out, and is of no use but at the end. */
  to = strchr (text, '=');
  if (to != NULL && to[strspn (to, "=")] != '\0')
    return FALSE;
  if (to != NULL)
    *to = '\0';

  return strlen (text) % 4 != 1;
}

static GBytes *
decode_base64 (const char *text)
{
  g_autofree char *clean = g_malloc (strlen (text) + 4);
  guchar          *data = NULL;
  gsize            size = 0;

  strcpy (clean, text);
  if (!clean_base64 (clean))
    return NULL;

  for (size = strlen (clean); size % 4 != 0; size++)
    {
      clean[size] = '=';
      clean[size + 1] = '\0';
    }
  if (size == 0)
    return g_bytes_new (NULL, 0);

  data = g_base64_decode (clean, &size);

  return g_bytes_new_take (data, size);
}

static gpointer
read_log (JsonNode   *root,
          const char *text,
          GError    **error)
{
  JsonObject      *object = act_json_get_root_object (root, error);
  g_autofree char *payload = NULL;
  GBytes          *log = NULL;

  if (object == NULL)
    return NULL;

  /* The capital is the API's; empty members may be left out. */
  if (!act_json_find_text (object, "Payload", &payload, error) ||
      (payload == NULL && !act_json_find_text (object, "payload", &payload, error)))
    return NULL;

  log = decode_base64 (payload != NULL ? payload : "");
  if (log == NULL)
    g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE, "Payload is not base64");

  return log;
}

const ActJsonDecoder act_run_decoder = { read_run, (GDestroyNotify) act_integration_run_free };
const ActJsonDecoder act_latest_run_decoder = { read_latest_run, (GDestroyNotify) act_integration_run_free };
const ActJsonDecoder act_run_page_decoder = { read_page, (GDestroyNotify) act_json_page_free };
const ActJsonDecoder act_run_log_decoder = { read_log, (GDestroyNotify) g_bytes_unref };

/**
 * act_integration_run_from_json:
 * @json: a run as the API writes it, from anywhere
 * @error: return location for an error of %ACT_API_ERROR
 *
 * Reads what was kept of a run. Any thread.
 *
 * Returns: (transfer full) (nullable): the run, or %NULL on error
 */
ActIntegrationRun *
act_integration_run_from_json (const char *json,
                               GError    **error)
{
  return act_json_decode_text (json, &act_run_decoder, error);
}
