/* Certificates that are made for a test
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * None is kept in the tree, where it would expire, and where its key would look like a secret.
 */

#include "certificates.h"

#include <glib/gstdio.h>

struct _Certificates
{
  char *folder;
};

static const char *const authority_names[] = { "authority", "other-authority" };

static char *
build_path (Certificates *self,
            const char   *name,
            const char   *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_build_filename (self->folder, file, NULL);
}

static void
run_openssl (Certificates *self,
             ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  const char *argument = NULL;
  va_list     list;
  int         status = 0;

  g_strv_builder_add (builder, "openssl");
  va_start (list, self);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_strv_builder_add (builder, argument);
  va_end (list);
  arguments = g_strv_builder_end (builder);

  g_spawn_sync (self->folder, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                NULL, NULL, &said, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_test_message ("%s", said);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

static void
make_self_signed (Certificates *self,
                  const char   *name,
                  const char   *subject,
                  const char   *extension)
{
  g_autofree char *key = build_path (self, name, ".key");
  g_autofree char *certificate = build_path (self, name, ".pem");

  run_openssl (self, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
               "-days", "2", "-subj", subject, "-utf8", "-addext", extension, "-keyout", key, "-out",
               certificate, NULL);
}

/* With its key, as a server needs it. */
static GTlsCertificate *
load (Certificates *self,
      const char   *name)
{
  g_autofree char *key = build_path (self, name, ".key");
  g_autofree char *path = build_path (self, name, ".pem");
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate = g_tls_certificate_new_from_files (path, key, &error);

  g_assert_no_error (error);

  return certificate;
}

Certificates *
certificates_new (void)
{
  Certificates *self = g_new0 (Certificates, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("certificates-XXXXXX", &error);
  g_assert_no_error (error);
  make_self_signed (self, "authority", "/O=Example/CN=Example Authority", "keyUsage=keyCertSign");
  make_self_signed (self, "other-authority", "/O=Example/CN=Other Authority", "keyUsage=keyCertSign");

  return self;
}

void
certificates_free (Certificates *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);

  g_free (self->folder);
  g_free (self);
}

/* The certificate (PEM) of an authority. */
char *
certificates_dup_authority (Certificates         *self,
                            CertificatesAuthority authority)
{
  g_autofree char *path = build_path (self, authority_names[authority], ".pem");
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* @host is how OpenSSL writes what a certificate is for. With -1 @days it has expired. */
GTlsCertificate *
certificates_make (Certificates         *self,
                   CertificatesAuthority authority,
                   const char           *subject,
                   const char           *host,
                   int                   days)
{
  g_autofree char *signer = build_path (self, authority_names[authority], ".pem");
  g_autofree char *signer_key = build_path (self, authority_names[authority], ".key");
  g_autofree char *key = build_path (self, "server", ".key");
  g_autofree char *request = build_path (self, "server", ".csr");
  g_autofree char *certificate = build_path (self, "server", ".pem");
  g_autofree char *extensions = build_path (self, "server", ".ext");
  g_autofree char *extension = g_strconcat ("subjectAltName=", host, "\n", NULL);
  g_autofree char *life = g_strdup_printf ("%d", days);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (extensions, extension, -1, &error);
  g_assert_no_error (error);
  run_openssl (self, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
               subject, "-utf8", "-keyout", key, "-out", request, NULL);
  run_openssl (self, "x509", "-req", "-in", request, "-CA", signer, "-CAkey", signer_key, "-CAcreateserial",
               "-days", life, "-extfile", extensions, "-out", certificate, NULL);

  return load (self, "server");
}

GTlsCertificate *
certificates_make_self_signed (Certificates *self,
                               const char   *subject)
{
  make_self_signed (self, "self-signed", subject, "subjectAltName=" CERTIFICATES_LOOPBACK);

  return load (self, "self-signed");
}
