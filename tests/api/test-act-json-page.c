/* Pages of things, in every shape in which they may come
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-page.h"

#include "act-api-error.h"
#include "act-json.h"
#include "sample.h"

#include <string.h>

/* A thing is its own text, unless it says that it is bad. */
static gpointer
read_thing (JsonObject *object,
            char       *json)
{
  g_autofree char *text = json;

  return json_object_has_member (object, "bad") ? NULL : g_steal_pointer (&text);
}

static const ActJsonThing thing = { "id", read_thing, g_free };

static ActJsonPage *
read_page (const char *text,
           GError    **error)
{
  g_autoptr (JsonNode) root = act_json_parse (text, NULL);

  g_assert_nonnull (root);

  return act_json_page_read (root, text, &thing, error);
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *text;
    const char *things; /* with bars between them; NULL when it is refused */
    const char *next_token;
  } samples[] = {
    { "{}", "", NULL },
    { "{\"data\":null,\"nextToken\":null}", "", NULL },
    { "{\"data\":[],\"nextToken\":\"\"}", "", NULL },
    { "{\"data\":[{\"id\":\"a\",\"n\":1.10}],\"nextToken\":\"t\"}", "{\"id\":\"a\",\"n\":1.10}", "t" },
    { "{\"\\u0064ata\":[{\"id\":\"a\"}]}", "{\"id\":\"a\"}", NULL },
    { "[]", "", NULL },
    { " [ {\"id\":\"a\"} , {\"id\":\"b\"} ] ", "{\"id\":\"a\"}|{\"id\":\"b\"}", NULL },
    { " {\"id\" : \"a\"} ", "{\"id\" : \"a\"}", NULL },
    { "{\"id\":\"a\",\"data\":[{\"id\":\"b\"}]}", "{\"id\":\"b\"}", NULL },
    { "{\"id\":null}", "", NULL },
    { "[null,7,\"a\",[],{},{\"id\":{}},{\"id\":true},{\"id\":\" \"},{\"id\":\"a\"}]", "{\"id\":\"a\"}", NULL },
    { "[{\"id\":7}]", "{\"id\":7}", NULL },
    { "[{\"id\":\"a\",\"n\":1},{\"id\":\"a\",\"n\":2}]", "{\"id\":\"a\",\"n\":1}", NULL },
    { "[{\"id\":\"a\",\"bad\":1},{\"id\":\"b\"}]", "{\"id\":\"b\"}", NULL },
    { "{\"data\":7}", NULL, NULL },
    { "{\"data\":{\"id\":\"a\"}}", NULL, NULL },
    { "{\"data\":[],\"nextToken\":{}}", NULL, NULL },
    { "{\"data\":[],\"nextToken\":true}", NULL, NULL },
    { "7", NULL, NULL },
    { "null", NULL, NULL },
    { "\"a\"", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ActJsonPage) page = read_page (samples[i].text, &error);
      g_autofree char *joined = NULL;

      tell_sample (samples[i].text);
      if (samples[i].things == NULL)
        {
          g_assert_null (page);
          g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
          continue;
        }

      g_assert_no_error (error);
      g_ptr_array_add (page->things, NULL);
      joined = g_strjoinv ("|", (char **) page->things->pdata);
      g_ptr_array_set_size (page->things, (int) page->things->len - 1);
      g_assert_cmpstr (joined, ==, samples[i].things);
      g_assert_cmpstr (page->next_token, ==, samples[i].next_token);
    }
}

/* What is too long for an address is no id. */
static void
test_long_ids (void)
{
  g_autofree char *longest = g_strnfill (512, 'a');
  g_autofree char *longer = g_strnfill (513, 'b');
  g_autofree char *text = g_strdup_printf ("[{\"id\":\"%s\"},{\"id\":\"%s\"}]", longest, longer);
  g_autoptr (ActJsonPage) page = read_page (text, NULL);

  g_assert_cmpuint (page->things->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (page->things, 0), longest));
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("[{\"id\":\"first\"}");
  g_autoptr (ActJsonPage) page = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, ",{\"id\":%u}", i / 2);
  g_string_append_c (text, ']');

  page = read_page (text->str, NULL);
  g_assert_cmpuint (page->things->len, ==, 50001);
}

static void
test_only (void)
{
  g_autofree char *only = act_json_page_only (read_page ("[{\"id\":\"a\"},{\"id\":\"b\"}]", NULL), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (only, ==, "{\"id\":\"a\"}");
  g_assert_null (act_json_page_only (read_page ("{}", NULL), &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
}

static void
test_take (void)
{
  g_autofree char *next_token = NULL;
  g_autoptr (GPtrArray) things =
      act_json_page_take (read_page ("{\"data\":[{\"id\":\"a\"}],\"nextToken\":\"t\"}", NULL), &next_token);
  g_autoptr (GPtrArray) others = act_json_page_take (read_page ("{\"nextToken\":\"t\"}", NULL), NULL);

  g_assert_cmpuint (things->len, ==, 1);
  g_assert_cmpstr (next_token, ==, "t");
  g_assert_cmpuint (others->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-page/shapes", test_shapes);
  g_test_add_func ("/json-page/long-ids", test_long_ids);
  g_test_add_func ("/json-page/many", test_many);
  g_test_add_func ("/json-page/only", test_only);
  g_test_add_func ("/json-page/take", test_take);

  return g_test_run ();
}
