/* What people are shown of the members of configurations
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-name.h"
#include "act-resource-json.h"
#include "sample.h"

#include <string.h>

static char *
tell_differences (const char *before,
                  const char *ours,
                  const char *theirs)
{
  g_autoptr (GPtrArray) differences = act_integration_configuration_list_differences (before, ours, theirs);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const ActDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (text, "%s%s: %s, %s, %s", i > 0 ? "; " : "", difference->member,
                              difference->before != NULL ? difference->before : "-",
                              difference->ours != NULL ? difference->ours : "-",
                              difference->theirs != NULL ? difference->theirs : "-");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_differences (void)
{
  static const struct
  {
    const char *before;
    const char *ours;
    const char *theirs;
    const char *told;
  } samples[] = {
    { "{\"a\":1}", "{\"a\":1}", "{\"a\":1}", "" },
    { "{\"a\":1,\"version\":1,\"dtLastModified\":\"x\",\"lastModifiedBy\":\"x\",\"dtCreated\":\"x\",\"createdBy\":\"x\"}",
      "{\"a\":1,\"version\":2}", "{\"a\":1,\"version\":3}", "" },
    { "{\"name\":\"A\",\"enabled\":false}", "{\"name\":\"A\",\"enabled\":false}", "{\"name\":\"B\",\"enabled\":true}",
      "name: \"A\", \"A\", \"B\"; enabled: false, false, true" },
    { "{\"integrationCredentialsId\":\"old\"}", "{\"integrationCredentialsId\":\"new\"}", "{\"integrationCredentialsId\":\"old\"}",
      "integrationCredentialsId: \"old\", \"new\", \"old\"" },
    { "{}", "{}", "{\"a\":[1,{\"b\":2}]}", "a: -, -, [1,{\"b\":2}]" },
    { "{\"a\":null}", "{}", "{\"a\":null}", "" },
    { "{\"a\":{\"x\":1,\"y\":2}}", "{\"a\":{\"y\":2,\"x\":1}}", "{\"a\":{\"x\":1,\"y\":2}}", "" },
    { "{\"configData\":{\"a\":1,\"b\":2}}", "{\"configData\":{\"a\":1,\"b\":2}}", "{\"configData\":{\"a\":1,\"c\":3}}",
      "configData.b: 2, 2, -; configData.c: -, -, 3" },
    { "{\"configData\":{\"a\":1}}", "{\"configData\":7}", "{}", "configData: {\"a\":1}, 7, -" },
    { "{\"configData\":{\"version\":1}}", "{}", "{}", "configData.version: 1, -, -" },
    { "{\"configData\":{\"apiKey\":\"canary\",\"n\":{\"secret\":[\"canary\",1,true]}}}", "{}", "{\"configData\":{\"apiKey\":\"other\"}}",
      "configData.apiKey: \"•••\", -, \"•••\"; configData.n: {\"secret\":[\"•••\",\"•••\",true]}, -, -" },
    { "{\"configData\":{\"apiKey\":\"canary\"}}", "{\"configData\":{\"apiKey\":\"canary\"}}", "{\"configData\":{\"apiKey\":\"other\"}}",
      "configData.apiKey: \"•••\", \"•••\", \"•••\"" },
    { "{\"configData\":{\"apiKey\":\"•••\",\"n\":{\"secret\":\"•••\",\"a\":1}}}", "{\"configData\":{\"apiKey\":\"•••\",\"n\":{\"secret\":\"•••\",\"a\":1}}}",
      "{\"configData\":{\"apiKey\":\"canary\",\"n\":{\"secret\":\"canary\",\"a\":1}}}", "" },
    { "{\"configData\":{\"n\":{\"secret\":\"•••\",\"a\":1}}}", "{\"configData\":{\"n\":{\"secret\":\"•••\",\"a\":1}}}",
      "{\"configData\":{\"n\":{\"secret\":\"canary\",\"a\":2}}}",
      "configData.n: {\"secret\":\"•••\",\"a\":1}, {\"secret\":\"•••\",\"a\":1}, {\"secret\":\"•••\",\"a\":2}" },
    { "[]", "{", "{\"a\":1}", "a: -, -, 1" },
    { NULL, NULL, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *told = tell_differences (samples[i].before, samples[i].ours, samples[i].theirs);

      tell_sample (samples[i].theirs);
      g_assert_cmpstr (told, ==, samples[i].told);
      g_assert_null (strstr (told, "canary"));
    }
}

static void
test_settings (void)
{
  static const struct
  {
    const char *json;
    const char *told;
  } samples[] = {
    { "{\"configData\":{\"site\":\"example\",\"draft\":true,\"limit\":7,\"none\":null,\"list\":[1, \"a\"],\"o\":{\"b\":1}}}",
      "site=example draft=true limit=7 none=null list=[1,\"a\"] o={\"b\":1}" },
    { "{\"configData\":{\"apiKey\":\"canary\",\"clientSecret\":\"canary\",\"accessToken\":7,\"PASSWORD\":\"canary\","
      "\"vendorAuthCode\":\"canary\",\"useToken\":false}}",
      "apiKey=••• clientSecret=••• accessToken=••• PASSWORD=••• vendorAuthCode=••• useToken=false" },
    { "{\"configData\":{\"a\":{\"token\":{\"x\":\"canary\"},\"credentialsId\":\"k\"}}}",
      "a={\"token\":{\"x\":\"•••\"},\"credentialsId\":\"k\"}" },
    { "{\"configData\":[1]}", "" },
    { "{\"configData\":null}", "" },
    { "{}", "" },
    { "[]", "" },
    { "{", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GPtrArray) settings = act_integration_configuration_list_settings (samples[i].json);
      g_autoptr (GString) told = g_string_new (NULL);

      tell_sample (samples[i].json);
      for (guint j = 0; j < settings->len; j++)
        {
          const ActName *setting = g_ptr_array_index (settings, j);

          g_string_append_printf (told, "%s%s=%s", j > 0 ? " " : "", setting->id, setting->name);
        }
      g_assert_cmpstr (told->str, ==, samples[i].told);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/configuration-members/differences", test_differences);
  g_test_add_func ("/configuration-members/settings", test_settings);

  return g_test_run ();
}
