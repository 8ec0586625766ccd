/* Fields of credentials, in every shape in which they may come
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-json.h"

#include "act-api-error.h"
#include "sample.h"

static char *
tell_fields (GPtrArray *fields)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const ActCredentialField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (text, "%s%s=%s%s%s", i > 0 ? "; " : "", field->key, field->label,
                              field->secret ? " secret" : "", field->required ? " required" : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *json;
    const char *told;
  } samples[] = {
    { "[]", "" },
    { "{}", "" },
    { "[{\"name\":\"site\",\"label\":\"Site\",\"type\":\"STRING\",\"required\":true,\"secret\":false},"
      "{\"name\":\"apiKey\",\"label\":\"API key\",\"type\":\"STRING\",\"required\":true,\"secret\":true}]",
      "site=Site required; apiKey=API key secret required" },
    { "[{\"key\":\"a\",\"name\":\"An A\"},{\"id\":\"b\",\"name\":\"A B\"},{\"id\":\"7-7\",\"name\":\"c\",\"displayName\":\"A C\"}]",
      "a=An A; b=A B; c=A C" },
    { "{\"configSettings\":[{\"name\":\"a\"}]}", "a=a" },
    { "{\"authConfigOptions\":{\"configSettings\":[{\"name\":\"a\"}]}}", "a=a" },
    { "[{\"name\":\"CHARGEBEE\",\"settings\":[{\"name\":\"a\"}]}]", "a=a" },
    { "{\"data\":[{\"name\":\"a\"}],\"nextToken\":null}", "a=a" },
    { "[{\"name\":\"region\",\"options\":[{\"id\":\"us\"},{\"id\":\"eu\"}]}]", "region=region" },
    { "[{\"name\":\"a\",\"type\":\"PASSWORD\"},{\"name\":\"b\",\"inputType\":\"Secret_Text\"},{\"name\":\"c\",\"sensitive\":true}]",
      "a=a secret; b=b secret; c=c secret" },
    { "[{\"name\":\"clientSecret\"},{\"name\":\"apiKey\",\"secret\":false},{\"name\":\"site\"}]",
      "clientSecret=clientSecret secret; apiKey=apiKey; site=site" },
    { "[{\"name\":\"a\",\"mandatory\":true},{\"name\":\"b\",\"optional\":false},{\"name\":\"c\",\"required\":\"yes\"},"
      "{\"name\":\"d\",\"optional\":true}]",
      "a=a required; b=b required; c=c; d=d" },
    { "[{\"name\":\"type\"},{\"name\":\"destination\"},{\"name\":\"name\"},{\"name\":\"a\"}]", "a=a" },
    { "[{\"name\":\"a\",\"label\":\"1\"},{\"name\":\"a\",\"label\":\"2\"}]", "a=1" },
    { "[null,7,\"a\",[],{},{\"name\":null},{\"name\":{}},{\"name\":\"two words\"},{\"name\":\"\"},{\"name\":\"a\\\"b\"}]", "" },
    { "[[[[{\"name\":\"a\"}]]]]", "a=a" },
    { "[[[[[[{\"name\":\"a\"}]]]]]]", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) fields = act_json_decode_text (samples[i].json, &act_credential_fields_decoder, &error);
      g_autofree char *told = NULL;

      tell_sample (samples[i].json);
      g_assert_no_error (error);
      told = tell_fields (fields);
      g_assert_cmpstr (told, ==, samples[i].told);
    }
}

static void
test_refused (void)
{
  static const char *const samples[] = { "7", "null", "\"a\"", "", "[" };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (act_json_decode_text (samples[i], &act_credential_fields_decoder, &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
    }
}

/* A form with thousands of entries is none. */
static void
test_many (void)
{
  g_autoptr (GString) json = g_string_new ("[{\"name\":\"a\"}");
  g_autoptr (GPtrArray) fields = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (json, ",{\"name\":\"a%u\"}", i);
  g_string_append_c (json, ']');

  fields = act_json_decode_text (json->str, &act_credential_fields_decoder, NULL);
  g_assert_cmpuint (fields->len, ==, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/credential-fields-json/shapes", test_shapes);
  g_test_add_func ("/credential-fields-json/refused", test_refused);
  g_test_add_func ("/credential-fields-json/many", test_many);

  return g_test_run ();
}
