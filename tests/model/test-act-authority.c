/* Files that are a certificate, and files that are not
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-authority.h"

#include <string.h>

/* Made with openssl for this test; nobody has its key. */
#define CERTIFICATE                                                    \
  "-----BEGIN CERTIFICATE-----\n"                                      \
  "MIIBrzCCAVWgAwIBAgIUOzTodoyUWsMFvrctigqzoVjaklEwCgYIKoZIzj0EAwIw\n" \
  "LTEUMBIGA1UECgwLRXhhbXBsZSBMdGQxFTATBgNVBAMMDEV4YW1wbGUgUm9vdDAe\n" \
  "Fw0yNjExMjUxOTMxMzdaFw0zNjExMjIxOTMxMzdaMC0xFDASBgNVBAoMC0V4YW1w\n" \
  "bGUgTHRkMRUwEwYDVQQDDAxFeGFtcGxlIFJvb3QwWTATBgcqhkjOPQIBBggqhkjO\n" \
  "PQMBBwNCAAT0ePu79d44zRXo2QYMA+60P+TmorxBOmqjjoUlufm8AGN4k7Rjp+Xj\n" \
  "WIPEuypMeHoFGmhWQTs42bae7RYfLXano1MwUTAdBgNVHQ4EFgQUUGXbIWG/uFCD\n" \
  "fo+zlSn/Q+CR1nIwHwYDVR0jBBgwFoAUUGXbIWG/uFCDfo+zlSn/Q+CR1nIwDwYD\n" \
  "VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBwb3Wfyz7iAIsn9/mKmAEi\n" \
  "Jbbt8tSmeW4L93CtmKjLHgIhAIzh62iJK2mul7JoFzqQ9SIXmXGGp98qHAV4ssSK\n" \
  "48eZ\n"                                                             \
  "-----END CERTIFICATE-----\n"

#define FINGERPRINT \
  "B9:A6:C3:42:F7:09:4D:D1:E5:0A:1A:4E:84:9B:12:D0:2A:2B:51:E8:5B:6C:50:DC:5F:79:81:4C:6B:92:14:DF"

static void
assert_example (const ActAuthority *authority)
{
  g_assert_nonnull (authority);
  g_assert_nonnull (strstr (authority->subject, "Example Root"));
  g_assert_cmpstr (authority->fingerprint, ==, FINGERPRINT);
  g_assert_cmpint (authority->expires, ==, G_GINT64_CONSTANT (2110995097000));
}

static void
assert_refused (const char       *data,
                gsize             length,
                ActAuthorityError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActAuthority) authority = act_authority_parse (data, length, &error);

  g_assert_error (error, ACT_AUTHORITY_ERROR, (int) code);
  g_assert_null (authority);
}

/* Nothing but the certificate is kept of a file. */
static void
test_pem (void)
{
  const char *text = "Ask Accounting before you pass this on.\r\n" CERTIFICATE "A remark\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (ActAuthority) authority = act_authority_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  assert_example (authority);
  g_assert_true (g_str_has_prefix (authority->pem, "-----BEGIN CERTIFICATE-----"));
  g_assert_null (strstr (authority->pem, "Accounting"));
  g_assert_null (strstr (authority->pem, "remark"));
}

static void
test_binary (void)
{
  g_autoptr (GString) base64 = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (CERTIFICATE, "\n", -1);
  g_autofree guchar *data = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActAuthority) authority = NULL;
  g_autoptr (ActAuthority) again = NULL;
  gsize length = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      if (**line != '-')
        g_string_append (base64, *line);
    }
  data = g_base64_decode (base64->str, &length);
  authority = act_authority_parse ((const char *) data, length, &error);
  g_assert_no_error (error);
  assert_example (authority);

  again = act_authority_parse (authority->pem, strlen (authority->pem), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->pem, ==, authority->pem);

  assert_refused ((const char *) data, length / 2, ACT_AUTHORITY_ERROR_NOT_A_CERTIFICATE);
}

static void
test_refused (void)
{
  g_autofree char *large = g_strnfill (ACT_AUTHORITY_MAX_LENGTH + 1, '\n');
  const char      *with_key = CERTIFICATE "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n";
  const char *two = CERTIFICATE CERTIFICATE;
  const char                   *damaged = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  const char                   *cut = "-----BEGIN CERTIFICATE-----\nMIIBrzCCAVWgAwIBAgIUOzTodoy";

  memcpy (large, CERTIFICATE, strlen (CERTIFICATE));
  assert_refused (large, ACT_AUTHORITY_MAX_LENGTH + 1, ACT_AUTHORITY_ERROR_TOO_LARGE);
  assert_refused (with_key, strlen (with_key), ACT_AUTHORITY_ERROR_PRIVATE_KEY);
  assert_refused (two, strlen (two), ACT_AUTHORITY_ERROR_SEVERAL);
  assert_refused (damaged, strlen (damaged), ACT_AUTHORITY_ERROR_NOT_A_CERTIFICATE);
  assert_refused (cut, strlen (cut), ACT_AUTHORITY_ERROR_NOT_A_CERTIFICATE);
  assert_refused ("", 0, ACT_AUTHORITY_ERROR_NOT_A_CERTIFICATE);
  assert_refused ("\0\0\0", 3, ACT_AUTHORITY_ERROR_NOT_A_CERTIFICATE);
  assert_refused ("Some text\n", 10, ACT_AUTHORITY_ERROR_NOT_A_CERTIFICATE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/authority/pem", test_pem);
  g_test_add_func ("/authority/binary", test_binary);
  g_test_add_func ("/authority/refused", test_refused);

  return g_test_run ();
}
