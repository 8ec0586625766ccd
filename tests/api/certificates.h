/* Certificates that are made for a test
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Two authorities, and whatever they are asked to sign. */
typedef struct _Certificates Certificates;

typedef enum
{
  CERTIFICATES_AUTHORITY,
  CERTIFICATES_OTHER_AUTHORITY,
} CertificatesAuthority;

#define CERTIFICATES_LOOPBACK "IP:127.0.0.1"

Certificates    *certificates_new              (void);
void             certificates_free             (Certificates          *self);
char            *certificates_dup_authority    (Certificates          *self,
                                                CertificatesAuthority  authority);
GTlsCertificate *certificates_make             (Certificates          *self,
                                                CertificatesAuthority  authority,
                                                const char            *subject,
                                                const char            *host,
                                                int                    days);
GTlsCertificate *certificates_make_self_signed (Certificates          *self,
                                                const char            *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Certificates, certificates_free)

G_END_DECLS
