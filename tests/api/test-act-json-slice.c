/* JSON text cut out of JSON text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-slice.h"

#include "sample.h"

typedef struct
{
  const char *text;
  const char *slices; /* with bars between them; NULL when there is no array */
} Sample;

static const Sample samples[] = {
  { "{\"data\":[]}", "" },
  { "{\"data\":[1,2]}", "1|2" },
  { " { \"data\" : [ 1 , 2 ] } ", "1|2" },
  { "{\"data\":[{\"a\":[1,2]},\"x,]\",null]}", "{\"a\":[1,2]}|\"x,]\"|null" },
  { "{\"data\":[{\"a\":\"\\\"}\"},{}]}", "{\"a\":\"\\\"}\"}|{}" },
  { "{\"data\":[{\"n\":1.10,\"n\":12345678901234567890}]}", "{\"n\":1.10,\"n\":12345678901234567890}" },
  { "{\"a\":{\"data\":[9]},\"data\":[1]}", "1" },
  { "{\"a\":\"\\\"data\\\":[9]\",\"data\":[1],\"b\":2}", "1" },
  { "{\"data\":[1],\"data\":[2,3]}", "2|3" },
  { "{\"data\":[1],\"data\":null}", NULL },
  { "{\"database\":[9]}", NULL },
  { "{\"data\":{}}", NULL },
  { "{}", NULL },
  { "[1]", NULL },
  { "\"data\"", NULL },
  { "", NULL },
};

static void
test_samples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GPtrArray) slices = act_json_slice_array (samples[i].text, "data");
      g_autofree char *joined = NULL;

      tell_sample (samples[i].text);
      if (slices != NULL)
        {
          g_ptr_array_add (slices, NULL);
          joined = g_strjoinv ("|", (char **) slices->pdata);
        }
      g_assert_cmpstr (joined, ==, samples[i].slices);
    }
}

/* It is only called with text that was parsed, but must end and keep within the text with any. */
static void
test_noise (void)
{
  static const char marks[] = "{}[]:,\"\\ a";
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260305);

  for (guint i = 0; i < 50000; i++)
    {
      g_autoptr (GString) noise = g_string_new ("{\"data\":[");
      g_autoptr (GPtrArray) slices = NULL;
      g_autoptr (GPtrArray) members = NULL;
      gint length = g_rand_int_range (rand, 0, 20);

      for (gint j = 0; j < length; j++)
        g_string_append_c (noise, marks[g_rand_int_range (rand, 0, sizeof marks - 1)]);

      slices = act_json_slice_array (noise->str, "data");
      g_assert_true (slices == NULL || slices->len <= noise->len);
      members = act_json_slice_members (noise->str);
      g_assert_true (members == NULL || members->len <= noise->len);
    }
}

/* The text itself may be the array. */
static void
test_root (void)
{
  static const Sample roots[] = {
    { "[]", "" },
    { " [ 1 , {\"data\":[2]} ] ", "1|{\"data\":[2]}" },
    { "{\"data\":[1]}", NULL },
    { "7", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autoptr (GPtrArray) slices = act_json_slice_array (roots[i].text, NULL);
      g_autofree char *joined = NULL;

      tell_sample (roots[i].text);
      if (slices != NULL)
        {
          g_ptr_array_add (slices, NULL);
          joined = g_strjoinv ("|", (char **) slices->pdata);
        }
      g_assert_cmpstr (joined, ==, roots[i].slices);
    }
}

static void
test_members (void)
{
  static const Sample objects[] = {
    { "{}", "" },
    { " { \"a\" : 1 , \"b\" : [ {} ] } ", "\"a\"=1|\"b\"=[ {} ]" },
    { "{\"a\":\"},\",\"a\":1.10}", "\"a\"=\"},\"|\"a\"=1.10" },
    { "{\"\\u0061\\\"\":null}", "\"\\u0061\\\"\"=null" },
    { "[1]", NULL },
    { "{\"a\"}", NULL },
    { "{\"a\":1", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_autoptr (GPtrArray) members = act_json_slice_members (objects[i].text);
      g_autoptr (GString) joined = g_string_new (NULL);

      tell_sample (objects[i].text);
      for (guint j = 0; members != NULL && j < members->len; j++)
        {
          const ActJsonMember *member = g_ptr_array_index (members, j);

          g_string_append_printf (joined, "%s%s=%s", j > 0 ? "|" : "", member->key, member->value);
        }
      g_assert_cmpstr (members != NULL ? joined->str : NULL, ==, objects[i].slices);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-slice/samples", test_samples);
  g_test_add_func ("/json-slice/noise", test_noise);
  g_test_add_func ("/json-slice/root", test_root);
  g_test_add_func ("/json-slice/members", test_members);

  return g_test_run ();
}
