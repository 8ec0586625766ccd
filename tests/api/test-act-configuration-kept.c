/* What is kept of configurations
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-resource-json.h"
#include "sample.h"

static void
test_hidden (void)
{
  static const struct
  {
    const char *json;
    const char *hidden;
  } samples[] = {
    { "{\"id\":\"c\", \"configData\":{\"limit\":1.10}}", "{\"id\":\"c\",\"configData\":{\"limit\":1.10}}" },
    { "{\"configData\":{\"apiKey\":\"canary\",\"site\":\"a\"},\"id\":\"c\",\"integrationCredentialsId\":\"k\"}",
      "{\"configData\":{\"apiKey\":\"•••\",\"site\":\"a\"},\"id\":\"c\",\"integrationCredentialsId\":\"k\"}" },
    { "{\"secret\":{\"n\":-1.50,\"on\":true,\"none\":null,\"list\":[\"canary\",[7]],\"empty\":[],\"o\":{}},\"big\":1e999}",
      "{\"secret\":{\"n\":\"•••\",\"on\":true,\"none\":null,\"list\":[\"•••\",[\"•••\"]],\"empty\":[],\"o\":{}},\"big\":1e999}" },
    { "{\"client\\u0053ecret\":\"canary\",\"list\":[{\"token\":7}]}",
      "{\"client\\u0053ecret\":\"•••\",\"list\":[{\"token\":\"•••\"}]}" },
    { "{}", "{}" },
    { "[]", NULL },
    { "{", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *hidden = act_integration_configuration_hide_secrets (samples[i].json);

      tell_sample (samples[i].json);
      g_assert_cmpstr (hidden, ==, samples[i].hidden);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/configuration-kept/hidden", test_hidden);

  return g_test_run ();
}
