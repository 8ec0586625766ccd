/* The certificate of a private authority, and what there is to know of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-authority.h"

#include "act-event.h"

#include <gio/gio.h>
#include <string.h>

#define CERTIFICATE_BEGINS "-----BEGIN CERTIFICATE-----"

G_DEFINE_QUARK (act_authority_error, act_authority_error)

/* A file may have zero bytes in it. */
static guint
count (const char *data,
       gsize       length,
       const char *word)
{
  gsize word_length = strlen (word);
  guint found = 0;

  for (gsize i = 0; i + word_length <= length; i++)
    {
      if (memcmp (data + i, word, word_length) == 0)
        found++;
    }

  return found;
}

/* What is not text is taken for the binary form, in which some systems hand certificates out. */
static GTlsCertificate *
read_certificate (const char *data,
                  gsize       length,
                  GError    **error)
{
  g_autoptr (GByteArray) bytes = NULL;

  if (count (data, length, CERTIFICATE_BEGINS) > 0)
    return g_tls_certificate_new_from_pem (data, (gssize) length, error);

  bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *) data, (guint) length);

  return g_initable_new (g_tls_backend_get_certificate_type (g_tls_backend_get_default ()), NULL,
                         error, "certificate", bytes, NULL);
}

static char *
build_fingerprint (GTlsCertificate *certificate)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *digits = NULL;
  GString         *text = g_string_new (NULL);

  g_object_get (certificate, "certificate", &bytes, NULL);
  digits = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);
  for (gsize i = 0; digits[i] != '\0'; i++)
    {
      if (i > 0 && i % 2 == 0)
        g_string_append_c (text, ':');
      g_string_append_c (text, g_ascii_toupper (digits[i]));
    }

  return g_string_free (text, FALSE);
}

static ActAuthority *
build_authority (GTlsCertificate *certificate)
{
  ActAuthority    *self = g_new0 (ActAuthority, 1);
  g_autofree char *subject = g_tls_certificate_get_subject_name (certificate);
  g_autoptr (GDateTime) expires = g_tls_certificate_get_not_valid_after (certificate);

  g_object_get (certificate, "certificate-pem", &self->pem, NULL);
  self->subject = subject != NULL ? g_utf8_make_valid (subject, -1) : NULL;
  self->fingerprint = build_fingerprint (certificate);
  self->expires = expires != NULL ? g_date_time_to_unix (expires) * 1000 : ACT_TIME_UNKNOWN;

  return self;
}

static gboolean
check (const char *data,
       gsize       length,
       GError    **error)
{
  if (length > ACT_AUTHORITY_MAX_LENGTH)
    g_set_error_literal (error, ACT_AUTHORITY_ERROR, ACT_AUTHORITY_ERROR_TOO_LARGE,
                         "It is too large for a certificate");
  else if (count (data, length, "PRIVATE KEY") > 0)
    g_set_error_literal (error, ACT_AUTHORITY_ERROR, ACT_AUTHORITY_ERROR_PRIVATE_KEY,
                         "There is a private key in it");
  else if (count (data, length, CERTIFICATE_BEGINS) > 1)
    g_set_error_literal (error, ACT_AUTHORITY_ERROR, ACT_AUTHORITY_ERROR_SEVERAL,
                         "There are several certificates in it");
  else
    return TRUE;

  return FALSE;
}

/**
 * act_authority_parse:
 * @data: what is in a file, perhaps anything
 * @length: how many bytes that are
 * @error: return location for an error of %ACT_AUTHORITY_ERROR
 *
 * Reads one certificate, in PEM or in its binary form. Whether it is an authority's, and still valid, is
 * for the one who uses it to say. Any thread.
 *
 * Returns: (transfer full) (nullable): the certificate, or %NULL on error
 */
ActAuthority *
act_authority_parse (const char *data,
                     gsize       length,
                     GError    **error)
{
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  if (!check (data, length, error))
    return NULL;

  certificate = read_certificate (data, length, &reason);
  if (certificate == NULL)
    {
      g_set_error (error, ACT_AUTHORITY_ERROR, ACT_AUTHORITY_ERROR_NOT_A_CERTIFICATE,
                   "It is no certificate: %s", reason->message);
      return NULL;
    }

  return build_authority (certificate);
}

/**
 * act_authority_free:
 * @self: (transfer full) (nullable): a certificate
 *
 * Frees it.
 */
void
act_authority_free (ActAuthority *self)
{
  if (self == NULL)
    return;

  g_free (self->pem);
  g_free (self->subject);
  g_free (self->fingerprint);
  g_free (self);
}
