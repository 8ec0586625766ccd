/* Why there is no answer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-transport-error.h"

#include <libsoup/soup.h>

/* A name is as long as whoever made the certificate likes. */
#define MAX_NAME_LENGTH 200

static const struct
{
  GTlsCertificateFlags problem;
  const char          *words;
} problem_words[] = {
  { G_TLS_CERTIFICATE_UNKNOWN_CA, "its issuer is not trusted" },
  { G_TLS_CERTIFICATE_BAD_IDENTITY, "it is for another host" },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, "it is not valid yet" },
  { G_TLS_CERTIFICATE_EXPIRED, "it has expired" },
  { G_TLS_CERTIFICATE_REVOKED, "it was revoked" },
  { G_TLS_CERTIFICATE_INSECURE, "its algorithm is not secure" },
  { G_TLS_CERTIFICATE_GENERIC_ERROR, "it cannot be checked" },
};

static void
append_name (GString    *facts,
             const char *what,
             const char *name)
{
  g_autofree char *cut = name != NULL ? g_strndup (name, MAX_NAME_LENGTH) : NULL;
  g_autofree char *valid = cut != NULL ? g_utf8_make_valid (cut, -1) : NULL;

  if (valid == NULL)
    return;

  g_strdelimit (valid, "\r\n", ' ');
  g_string_append_printf (facts, "\n%s: %s", what, valid);
}

static void
append_date (GString    *facts,
             const char *what,
             GDateTime  *date)
{
  g_autofree char *text = date != NULL ? g_date_time_format (date, "%Y-%m-%d %H:%M UTC") : NULL;

  if (text != NULL)
    g_string_append_printf (facts, "\n%s: %s", what, text);
}

static void
append_fingerprint (GString         *facts,
                    GTlsCertificate *certificate)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *digest = NULL;

  g_object_get (certificate, "certificate", &bytes, NULL);
  if (bytes == NULL)
    return;

  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);
  g_string_append (facts, "\nSHA-256:");
  for (gsize i = 0; digest[i] != '\0'; i += 2)
    g_string_append_printf (facts, "%c%c%c", i == 0 ? ' ' : ':', g_ascii_toupper (digest[i]),
                            g_ascii_toupper (digest[i + 1]));
}

static void
append_problems (GString             *facts,
                 GTlsCertificateFlags problems)
{
  const char *separator = "Certificate: ";

  for (gsize i = 0; i < G_N_ELEMENTS (problem_words); i++)
    {
      if ((problems & problem_words[i].problem) != 0)
        {
          g_string_append_printf (facts, "%s%s", separator, problem_words[i].words);
          separator = ", ";
        }
    }
}

static ActApiError
get_code_for_io (int      code,
                 gboolean has_status)
{
  if (code == G_IO_ERROR_TIMED_OUT)
    return ACT_API_ERROR_TIMED_OUT;

  /* Once a status has come, the server was reached and what follows it is what is wrong. */
  return has_status ? ACT_API_ERROR_BAD_RESPONSE : ACT_API_ERROR_OFFLINE;
}

/**
 * act_transport_error_get_code:
 * @cause: what the libraries say; no cancellation
 * @has_status: whether the beginning of an answer had come
 *
 * Returns: what it means
 */
ActApiError
act_transport_error_get_code (const GError *cause,
                              gboolean      has_status)
{
  /* The other side hung up, which says nothing about its certificate. */
  if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_EOF))
    return has_status ? ACT_API_ERROR_BAD_RESPONSE : ACT_API_ERROR_OFFLINE;
  if (cause->domain == G_TLS_ERROR)
    return ACT_API_ERROR_TLS;
  if (cause->domain == G_IO_ERROR)
    return get_code_for_io (cause->code, has_status);
  if (cause->domain == G_RESOLVER_ERROR)
    return ACT_API_ERROR_OFFLINE;

  return ACT_API_ERROR_BAD_RESPONSE;
}

/**
 * act_transport_error_describe_certificate:
 * @certificate: what the server showed
 * @problems: what is wrong with it
 *
 * Returns: (transfer full): what is wrong with a certificate and what it says of itself, a fact a line
 */
char *
act_transport_error_describe_certificate (GTlsCertificate     *certificate,
                                          GTlsCertificateFlags problems)
{
  g_autofree char *subject = g_tls_certificate_get_subject_name (certificate);
  g_autofree char *issuer = g_tls_certificate_get_issuer_name (certificate);
  g_autoptr (GDateTime) from = g_tls_certificate_get_not_valid_before (certificate);
  g_autoptr (GDateTime) until = g_tls_certificate_get_not_valid_after (certificate);
  g_autoptr (GString) facts = g_string_new (NULL);

  append_problems (facts, problems);
  append_name (facts, "Subject", subject);
  append_name (facts, "Issuer", issuer);
  append_date (facts, "Valid from", from);
  append_date (facts, "Valid until", until);
  append_fingerprint (facts, certificate);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/**
 * act_transport_error_new:
 * @request: what was asked
 * @cause: what the libraries say
 * @has_status: whether the beginning of an answer had come
 * @certificate: (nullable): the facts of the server's certificate, if that is why
 *
 * Returns: (transfer full): an error of %ACT_API_ERROR, or @cause itself when it is a cancellation
 */
GError *
act_transport_error_new (ActRequest   *request,
                         const GError *cause,
                         gboolean      has_status,
                         const char   *certificate)
{
  ActApiError      code = ACT_API_ERROR_OFFLINE;
  g_autofree char *call = NULL;
  g_autofree char *reason = NULL;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);

  code = act_transport_error_get_code (cause, has_status);
  call = act_request_describe (request);
  reason = g_strdelimit (g_strdup (cause->message), "\r\n", ' ');
  if (code == ACT_API_ERROR_TLS && certificate != NULL)
    return g_error_new (ACT_API_ERROR, (int) code, "%s: %s\n%s", call, reason, certificate);

  return g_error_new (ACT_API_ERROR, (int) code, "%s: %s", call, reason);
}
