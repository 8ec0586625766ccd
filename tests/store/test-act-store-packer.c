/* Payloads are short in the store, and come out of it as they went in
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include "act-store-packer.h"

#include <string.h>

#define N_RANDOM  2000
#define MESSAGE   "The call \"pay\" failed: C:\\temp is full"
#define EVENT_ID  "a9753f31-e4e5-45da-8d58-5da62feee9ac"
#define ENTITY_ID "67bc26e1-9e90-4284-a9b1-284515cc4a93"
#define RUN_ID    "2968915b-b8b7-4939-b70e-9394938dcc11"

static const char *const known[ACT_STORE_N_KNOWN] = { EVENT_ID, MESSAGE, ENTITY_ID, RUN_ID };
static const char *const nothing_known[ACT_STORE_N_KNOWN] = { NULL };

static const char usual[] =
    "{\"id\":\"" EVENT_ID "\",\"eventName\":\"integration.perform.error\",\"eventTime\":\"2026-03-04T05:06:07Z\","
    "\"m3terEvent\":{\"eventData\":{\"newDto\":{\"message\":\"The call \\\"pay\\\" failed: C:\\\\temp is full\","
    "\"destination\":\"NetSuite\",\"entityType\":\"Account\",\"entityId\":\"" ENTITY_ID "\",\"integrationRunId\":\"" RUN_ID "\"}}}}";

static gsize
check_returns (const char *text, const char *const *texts)
{
  g_autoptr (ActStorePacker) packer = act_store_packer_new ();
  gsize              packed_length = 0;
  gsize              length = 0;
  g_autofree guint8 *packed = act_store_packer_pack (packer, text, strlen (text), texts, &packed_length);
  g_autofree guint8 *again = act_store_packer_pack (packer, text, strlen (text), texts, &length);
  g_autofree char   *unpacked = NULL;

  g_assert_cmpmem (packed, packed_length, again, length);
  unpacked = act_store_packer_unpack (packer, packed, packed_length, texts, &length);
  g_assert_cmpmem (unpacked, length, text, strlen (text));

  return packed_length;
}

static void
test_usual (void)
{
  g_assert_cmpuint (check_returns (usual, known), <, sizeof usual / 5);
  check_returns (usual, nothing_known);
}

static void
test_strange (void)
{
  static const char *const texts[] = {
    "",
    "{}",
    "\1\2\1\1",
    "\1a9753f31-e4e5-45da-8d58-5da62feee9ac\2",
    "A9753F31-E4E5-45DA-8D58-5DA62FEEE9AC",
    "a9753f31-e4e5-45da-8d58-5da62feee9a",
    "a9753f31-e4e5-45da-8d58-5da62feee9aca9753f31-e4e5-45da-8d58-5da62feee9ac",
    "gggggggg-e4e5-45da-8d58-5da62feee9ac",
    "\xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x98\x80",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      check_returns (texts[i], known);
      check_returns (texts[i], nothing_known);
    }
}

static char *
make_random_text (GRand *rand)
{
  static const char *const pieces[] = {
    "\"id\":\"",
    EVENT_ID,
    ENTITY_ID,
    RUN_ID,
    "\1",
    "\2",
    "\\\"",
    "message",
    "a9753f31-",
    "\xc3\xa4",
    "{",
    "0",
    "-",
    MESSAGE,
  };
  GString *text = g_string_new (NULL);
  gint32   n_pieces = g_rand_int_range (rand, 0, 60);

  for (gint32 i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *text = make_random_text (rand);

      check_returns (text, i % 2 == 0 ? known : nothing_known);
    }
}

/* Whatever the bytes are, what comes out is text or nothing. */
static void
test_damaged (void)
{
  g_autoptr (ActStorePacker) packer = act_store_packer_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  gsize              packed_length = 0;
  g_autofree guint8 *packed = act_store_packer_pack (packer, usual, strlen (usual), known, &packed_length);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree guint8 *damaged = g_memdup2 (packed, packed_length);
      g_autofree char   *text = NULL;
      gsize              length = (gsize) g_rand_int_range (rand, 0, (gint32) packed_length + 1);

      if (length > 0)
        damaged[g_rand_int_range (rand, 0, (gint32) length)] ^= (guint8) g_rand_int_range (rand, 1, 256);
      text = act_store_packer_unpack (packer, damaged, length, known, &length);
      g_assert_true (text == NULL || g_utf8_validate_len (text, length, NULL));
    }

  check_returns (usual, known);
}

/* What an earlier version of this program kept is read for ever. */
static void
test_kept (void)
{
  static const char kept[] = "AbkCg1qBIU5R8BjrGpiEGJhaGZhZGZhHkR5YRHsYIyiREhPhxIIRXNiTC0YggtMPAA==";
  g_autoptr (ActStorePacker) packer = act_store_packer_new ();
  gsize              kept_length = 0;
  gsize              length = 0;
  g_autofree guint8 *packed = g_base64_decode (kept, &kept_length);
  g_autofree char   *text = act_store_packer_unpack (packer, packed, kept_length, known, &length);

  g_assert_cmpstr (text, ==, usual);
}

static ActEvent *
make_event_with_payload (const char *message, const char *payload)
{
  ActEvent *event = make_event ("a", FIXTURE_TIME);

  g_free (event->message);
  event->message = g_strdup (message);
  g_free (event->payload);
  event->payload = g_strdup (payload);

  return event;
}

static char *
read_payload (ActStore *store)
{
  g_autoptr (ActEventRecord) record = read_record (store, "a");

  return g_strdup (record->event->payload);
}

/* A payload is packed against its row: that may change without it. */
static void
test_changed_row (Fixture *self, gconstpointer unused)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  merge_event (self->store, make_event_with_payload (MESSAGE, usual));
  first = read_payload (self->store);
  g_assert_cmpstr (first, ==, usual);

  merge_event (self->store, make_event_with_payload ("Other words", NULL));
  second = read_payload (self->store);
  g_assert_cmpstr (second, ==, usual);

  g_assert_cmpuint (merge_event (self->store, make_event_with_payload ("Other words", usual)).altered, ==, 0);
  g_assert_cmpuint (merge_event (self->store, make_event_with_payload ("Other words", "{}")).altered, ==, 1);
  third = read_payload (self->store);
  g_assert_cmpstr (third, ==, "{}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/packer/usual", test_usual);
  g_test_add_func ("/store/packer/strange", test_strange);
  g_test_add_func ("/store/packer/random", test_random);
  g_test_add_func ("/store/packer/damaged", test_damaged);
  g_test_add_func ("/store/packer/kept", test_kept);
  g_test_add ("/store/packer/changed-row", Fixture, NULL, fixture_set_up, test_changed_row, fixture_tear_down);

  return g_test_run ();
}
