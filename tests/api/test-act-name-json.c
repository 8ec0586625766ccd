/* Names read from what a server may send
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-name-json.h"

#include "act-api-error.h"
#include "act-json.h"
#include "act-name.h"

static gpointer
read_text (const ActJsonDecoder *decoder,
           const char           *text,
           GError              **error)
{
  g_autoptr (JsonNode) root = act_json_parse (text, error);

  return root != NULL ? decoder->read (root, text, error) : NULL;
}

static void
test_event_names (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names =
      read_text (&act_event_names_decoder,
                 "{\"events\":[\"configuration.product.created\",\"integration.perform.error\",null,7,{},"
                 "\"integration.sixth.error\",\"integrationx\",\"\"]}",
                 &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = g_strjoinv (" ", names);
  g_assert_cmpstr (joined, ==, "integration.perform.error integration.sixth.error");
}

static void
test_too_many_event_names (void)
{
  g_autoptr (GString) text = g_string_new ("{\"events\":[\"x\"");
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, ",\"integration.%u\"", i);
  g_string_append (text, "]}");

  names = read_text (&act_event_names_decoder, text->str, NULL);
  g_assert_cmpuint (g_strv_length (names), ==, 100);
}

static void
test_account_names (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names =
      read_text (&act_account_names_decoder,
                 "{\"data\":[{\"id\":\"a\",\"name\":\"Acme\",\"code\":\"x\"},{\"id\":\"b\",\"code\":\"B-1\"},"
                 "{\"id\":\"c\",\"name\":\" \"},{\"name\":\"no id\"},7]}",
                 &error);
  ActName *name = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 2);
  name = g_ptr_array_index (names, 0);
  g_assert_cmpstr (name->id, ==, "a");
  g_assert_cmpstr (name->name, ==, "Acme");
  name = g_ptr_array_index (names, 1);
  g_assert_cmpstr (name->name, ==, "B-1");
}

static void
test_empty_and_bad (void)
{
  static const ActJsonDecoder *const decoders[] = {
    &act_event_names_decoder,
    &act_account_names_decoder,
  };
  static const char *const bad[] = { "[]", "7", "{\"data\":7,\"events\":7}", "{\"data\":{},\"events\":\"x\"}" };

  for (gsize i = 0; i < G_N_ELEMENTS (decoders); i++)
    {
      gpointer data = read_text (decoders[i], "{}", NULL);

      g_assert_nonnull (data);
      decoders[i]->free (data);

      for (gsize j = 0; j < G_N_ELEMENTS (bad); j++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_null (read_text (decoders[i], bad[j], &error));
          g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/name-json/event-names", test_event_names);
  g_test_add_func ("/name-json/too-many-event-names", test_too_many_event_names);
  g_test_add_func ("/name-json/account-names", test_account_names);
  g_test_add_func ("/name-json/empty-and-bad", test_empty_and_bad);

  return g_test_run ();
}
