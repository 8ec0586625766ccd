/* Which addresses from outside may be opened, and where they lead
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-web-address.h"

static void
test_allowed (void)
{
  static const struct
  {
    const char *text;
    const char *host;
  } cases[] = {
    { "https://acme.chargebee.com/d/invoices/1?x=%20y#z", "acme.chargebee.com" },
    { "HTTPS://acme.chargebee.com", "acme.chargebee.com" },
    { "http://localhost:8080/a", "localhost:8080" },
    { "https://example.com:443/", "example.com" },
    { "https://example.com:80/", "example.com:80" },
    { "https://[::1]:8443/", "[::1]:8443" },
    { "https://b\303\274cher.example/", "xn--bcher-kva.example" },
    { "https://\320\260pple.example/", "xn--pple-43d.example" },
    { "https://evil%2eexample/", "evil.example" },
    { "https://example.com/?next=javascript:alert(1)", "example.com" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *host = NULL;
      g_autofree char *address = act_web_address_check (cases[i].text, &host);

      g_assert_cmpstr (address, ==, cases[i].text);
      g_assert_cmpstr (host, ==, cases[i].host);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    NULL,
    "",
    "javascript:alert(1)",
    "javascript://example.com/%0aalert(1)",
    "file:///etc/passwd",
    "ftp://example.com/",
    "data:text/html,x",
    "example.com",
    "//example.com/",
    "https:",
    "https:example.com",
    "https:///path",
    "https://acme.chargebee.com@evil.example/",
    "https://user:secret@evil.example/",
    "https://exa mple.com/",
    " https://example.com/",
    "https://example.com/\n",
    "https://example.com\\@evil.example/",
    "https://example.com/\xff",
    "https://evil%2fexample/",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *host = NULL;
      g_autofree char *address = act_web_address_check (cases[i], &host);

      if (address != NULL)
        g_test_message ("%s was let through", cases[i]);
      g_assert_null (address);
      g_assert_null (host);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/web-address/allowed", test_allowed);
  g_test_add_func ("/web-address/refused", test_refused);

  return g_test_run ();
}
