/* The certificate of a private authority, and what there is to know of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that is larger is not read. */
#define ACT_AUTHORITY_MAX_LENGTH ((gsize) 64 * 1024)

#define ACT_AUTHORITY_ERROR (act_authority_error_quark ())

/**
 * ActAuthorityError:
 * @ACT_AUTHORITY_ERROR_TOO_LARGE: no certificate is so large
 * @ACT_AUTHORITY_ERROR_PRIVATE_KEY: there is a private key in it, which must not be copied
 * @ACT_AUTHORITY_ERROR_SEVERAL: there are several certificates in it
 * @ACT_AUTHORITY_ERROR_NOT_A_CERTIFICATE: it is no certificate that can be read
 */
typedef enum
{
  ACT_AUTHORITY_ERROR_TOO_LARGE,
  ACT_AUTHORITY_ERROR_PRIVATE_KEY,
  ACT_AUTHORITY_ERROR_SEVERAL,
  ACT_AUTHORITY_ERROR_NOT_A_CERTIFICATE,
} ActAuthorityError;

/**
 * ActAuthority:
 * @pem: the certificate alone, as PEM
 * @subject: (nullable): whom it names, as it writes that itself, in valid UTF-8
 * @fingerprint: the SHA-256 of the certificate, in pairs of digits
 * @expires: when it ceases to be valid, in milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 *
 * Plain data.
 */
typedef struct
{
  char  *pem;
  char  *subject;
  char  *fingerprint;
  gint64 expires;
} ActAuthority;

GQuark        act_authority_error_quark (void);
ActAuthority *act_authority_parse       (const char    *data,
                                         gsize          length,
                                         GError       **error);
void          act_authority_free        (ActAuthority  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActAuthority, act_authority_free)

G_END_DECLS
