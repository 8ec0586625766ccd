/* Which authorities a connection trusts
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GIO reads authorities from files only. Theirs is a file in memory here, so that nothing is left behind
 * and nobody can put another one in its place.
 */

/* For memfd_create(). */
#define _GNU_SOURCE

#include "act-trust.h"

#include "act-api-error.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static gboolean
write_all (int         file,
           const char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      ssize_t written = write (file, text, length);

      if (written <= 0)
        return FALSE;
      text += written;
      length -= (gsize) written;
    }

  return TRUE;
}

static void
database_gone_cb (gpointer user_data,
                  GObject *database)
{
  close (GPOINTER_TO_INT (user_data));
}

/* The file is read anew with each connection, so it stays as long as the database does. */
static GTlsDatabase *
read_database (int file)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  GTlsDatabase    *database = g_tls_file_database_new (path, NULL);

  if (database != NULL)
    g_object_weak_ref (G_OBJECT (database), database_gone_cb, GINT_TO_POINTER (file));

  return database;
}

/**
 * act_trust_new_database:
 * @authority: certificates (PEM)
 * @error: return location for %ACT_API_ERROR_TLS
 *
 * Makes what trusts these authorities and no others, those of the system included. Any thread.
 *
 * Returns: (transfer full) (nullable): the database, or %NULL on error
 */
GTlsDatabase *
act_trust_new_database (const char *authority,
                        GError    **error)
{
  g_autoptr (GTlsCertificate) first = NULL;
  GTlsDatabase *database = NULL;
  int           file = -1;

  g_return_val_if_fail (authority != NULL, NULL);

  /* A database of nothing at all is made without a complaint. */
  first = g_tls_certificate_new_from_pem (authority, -1, NULL);
  if (first != NULL)
    file = memfd_create ("actioned-authority", MFD_CLOEXEC);
  if (file >= 0 && write_all (file, authority))
    database = read_database (file);
  if (database != NULL)
    return database;

  if (file >= 0)
    close (file);
  g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_TLS,
                       "the private authority's certificate cannot be read");

  return NULL;
}
