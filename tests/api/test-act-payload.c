/* What is found in payloads, one shape after the other
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-payload.h"

typedef struct
{
  const char *name;
  const char *payload;
  const char *found;
} Shape;

static const Shape shapes[] = {
  {
      "null",
      "null",
      "",
  },
  {
      "number",
      "7",
      "message=7",
  },
  {
      "boolean",
      "true",
      "",
  },
  {
      "text",
      "\"It broke\"",
      "message=It broke",
  },
  {
      "blank-text",
      "\"  \"",
      "",
  },
  {
      "empty-array",
      "[]",
      "",
  },
  {
      "array-of-arrays",
      "[[],[[]]]",
      "",
  },
  {
      "array-of-texts",
      "[null,\"It broke\",\"again\"]",
      "message=It broke",
  },
  {
      "array-of-objects",
      "[{\"message\":\"It broke\"},{\"message\":\"again\"}]",
      "message=It broke",
  },
  {
      "empty",
      "{}",
      "",
  },
  {
      "flat",
      "{\"message\":\"m\",\"integrationRunId\":\"r\",\"integrationConfigId\":\"c\",\"integrationCredentialsId\":\"k\","
      "\"entityType\":\"Bill\",\"entityId\":\"e\",\"destination\":\"d\",\"destinationId\":\"di\",\"accountId\":\"a\"}",
      "message=m destination=d destination-id=di configuration=c credentials=k type=Bill entity=e account=a run=r",
  },
  {
      "event-data",
      "{\"eventData\":{\"message\":\"m\",\"runId\":\"r\"}}",
      "message=m run=r",
  },
  {
      "new-dto",
      "{\"eventData\":{\"newDto\":{\"message\":\"m\",\"configId\":\"c\"}}}",
      "message=m configuration=c",
  },
  {
      "new",
      "{\"eventData\":{\"new\":{\"message\":\"m\",\"system\":\"d\"}}}",
      "message=m destination=d",
  },
  {
      "new-dto-at-the-top",
      "{\"newDto\":{\"message\":\"m\"}}",
      "message=m",
  },
  {
      "several-places",
      "{\"message\":\"m\",\"eventData\":{\"message\":\"x\",\"runId\":\"r\",\"newDto\":{\"runId\":\"x\",\"destination\":\"d\"}}}",
      "message=m destination=d run=r",
  },
  {
      "other-names",
      "{\"errorMessage\":\"m\",\"runId\":\"r\",\"integrationConfigurationId\":\"c\",\"m3terEntity\":\"Bill\","
      "\"m3terId\":\"e\",\"externalSystem\":\"d\"}",
      "message=m destination=d configuration=c type=Bill entity=e run=r",
  },
  {
      "the-better-name-wins",
      "{\"reason\":\"x\",\"description\":\"x\",\"eventData\":{\"errorMessage\":\"m\"}}",
      "message=m",
  },
  {
      "any-case",
      "{\"EVENTDATA\":{\"NewDTO\":{\"MESSAGE\":\"m\",\"entitytype\":\"Bill\"}}}",
      "message=m type=Bill",
  },
  {
      "exact-case-first",
      "{\"Message\":\"x\",\"message\":\"m\"}",
      "message=m",
  },
  {
      "wrong-types",
      "{\"message\":[1],\"entityId\":42,\"entityType\":true,\"destination\":{},\"accountId\":null,\"eventData\":\"x\"}",
      "entity=42",
  },
  {
      "wrong-type-then-right",
      "{\"message\":null,\"error\":\"m\"}",
      "message=m",
  },
  {
      "blank-then-right",
      "{\"message\":\"\",\"eventData\":{\"message\":\"m\"}}",
      "message=m",
  },
  {
      "error-object",
      "{\"error\":{\"code\":7,\"message\":\"m\"}}",
      "message=m",
  },
  {
      "run-object",
      "{\"integrationRun\":{\"id\":\"r\",\"status\":\"ERROR\"}}",
      "run=r",
  },
  {
      "run-object-deep",
      "{\"eventData\":{\"newDto\":{\"Run\":{\"ID\":\"r\"}}}}",
      "run=r",
  },
  {
      "run-id-before-object",
      "{\"run\":{\"id\":\"x\"},\"runId\":\"r\"}",
      "run=r",
  },
  {
      "run-not-object",
      "{\"run\":\"x\",\"runs\":[{\"id\":\"x\"}]}",
      "",
  },
  {
      "account",
      "{\"entityType\":\"Account\",\"entityId\":\"a\"}",
      "type=Account entity=a account=a",
  },
  {
      "account-without-entity-id",
      "{\"entityType\":\"account\",\"accountId\":\"a\"}",
      "type=account entity=a account=a",
  },
  {
      "bill-of-account",
      "{\"entityType\":\"Bill\",\"accountId\":\"a\",\"billId\":\"b\"}",
      "type=Bill entity=b account=a",
  },
  {
      "account-alone",
      "{\"accountId\":\"a\"}",
      "type=Account entity=a account=a",
  },
  {
      "bill-alone",
      "{\"billId\":\"b\"}",
      "type=Bill entity=b",
  },
  {
      "bill-and-account",
      "{\"accountId\":\"a\",\"billId\":\"b\"}",
      "type=Bill entity=b account=a",
  },
  {
      "another-entity",
      "{\"entityType\":\"Notification\",\"accountId\":\"a\"}",
      "type=Notification account=a",
  },
};

static void
add (GString    *summary,
     const char *field,
     const char *text)
{
  if (text != NULL)
    g_string_append_printf (summary, "%s%s=%s", summary->len > 0 ? " " : "", field, text);
}

static char *
summarise (const ActEvent *event)
{
  g_autoptr (GString) summary = g_string_new (NULL);

  add (summary, "message", event->message);
  add (summary, "destination", event->destination);
  add (summary, "destination-id", event->destination_id);
  add (summary, "configuration", event->configuration_id);
  add (summary, "credentials", event->credentials_id);
  add (summary, "type", event->entity_type);
  add (summary, "entity", event->entity_id);
  add (summary, "account", event->account_id);
  add (summary, "run", event->run_id);

  return g_string_free (g_steal_pointer (&summary), FALSE);
}

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (JsonNode) payload = json_from_string (shape->payload, NULL);
  g_autoptr (ActEvent) event = act_event_new ();
  g_autofree char *found = NULL;

  g_assert_nonnull (payload);
  act_payload_read (payload, event);

  found = summarise (event);
  g_assert_cmpstr (found, ==, shape->found);
}

static void
test_absent (void)
{
  g_autoptr (ActEvent) event = act_event_new ();

  act_payload_read (NULL, event);
  g_assert_null (event->message);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strconcat ("/payload/", shapes[i].name, NULL);

      g_test_add_data_func (path, &shapes[i], test_shape);
    }
  g_test_add_func ("/payload/absent", test_absent);

  return g_test_run ();
}
