/* Ids of events that have none
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-content-id.h"

#include "act-json.h"
#include "sample.h"

#include <string.h>

#define PREFIX "content-"

static char *
make_id (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = act_json_parse (text, &error);

  g_assert_no_error (error);

  return act_content_id_new (json_node_get_object (root));
}

static void
test_form (void)
{
  g_autofree char *id = make_id ("{}");

  g_assert_true (g_str_has_prefix (id, PREFIX));
  g_assert_cmpuint (strlen (id), ==, strlen (PREFIX) + 64);
  g_assert_cmpuint (strspn (id + strlen (PREFIX), "0123456789abcdef"), ==, 64);
}

/* The store keeps these ids, so they must not change from one version of the program to the next. */
static void
test_stays (void)
{
  g_autofree char *id = make_id ("{\"eventName\":\"n\",\"m3terEvent\":{\"a\":[1,2.5,\"x\",true,null]}}");

  g_assert_cmpstr (id, ==, PREFIX "acb6b5364ad71a4b609a60db7632538089455a32be7e86b598f9765a561f6489");
}

static void
test_same (void)
{
  static const char *const samples[] = {
    "{\"a\":{\"b\":1,\"c\":2},\"d\":[]}",
    "{\"d\":[],\"a\":{\"c\":2,\"b\":1}}",
    "{\"d\":[],\"a\":{\"c\":2,\"b\":1},\"id\":\"x\",\"dtActioned\":\"2026-03-04T05:06:07Z\"}",
    " { \"a\" : { \"b\" : 1 , \"c\" : 2 } , \"d\" : [ ] } ",
  };
  g_autofree char *first = make_id (samples[0]);

  for (gsize i = 1; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *id = make_id (samples[i]);

      g_assert_cmpstr (id, ==, first);
    }
}

/* No two of these are one event, however alike they look when written one after the other. */
static void
test_other (void)
{
  static const char *const samples[] = {
    "{}",
    "{\"a\":\"\"}",
    "{\"a\":null}",
    "{\"a\":[]}",
    "{\"a\":{}}",
    "{\"a\":\"b\"}",
    "{\"a\":[\"b\"]}",
    "{\"a\":[[\"b\"]]}",
    "{\"a\":[\"b\",\"c\"]}",
    "{\"a\":[\"c\",\"b\"]}",
    "{\"a\":\"b,c\"}",
    "{\"ab\":\"c\"}",
    "{\"a\":\"bc\"}",
    "{\"a\":{\"b\":\"c\"}}",
    "{\"a\":{\"b\":{}},\"c\":1}",
    "{\"a\":{\"b\":{},\"c\":1}}",
    "{\"a\":1}",
    "{\"a\":\"1\"}",
    "{\"a\":{\"id\":1}}",
  };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      tell_sample (samples[i]);
      g_assert_true (g_hash_table_add (ids, make_id (samples[i])));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/content-id/form", test_form);
  g_test_add_func ("/content-id/stays", test_stays);
  g_test_add_func ("/content-id/same", test_same);
  g_test_add_func ("/content-id/other", test_other);

  return g_test_run ();
}
