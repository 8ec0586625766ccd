/* One organisation: its base URL, key id and settings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ACT_CONNECTION_ERROR (act_connection_error_quark ())

/**
 * ActConnectionError:
 * @ACT_CONNECTION_ERROR_URL: the base URL cannot be read
 * @ACT_CONNECTION_ERROR_INSECURE: the base URL is http and not loopback
 * @ACT_CONNECTION_ERROR_INCOMPLETE: organisation id, key id or secret is missing
 * @ACT_CONNECTION_ERROR_CALL: the call that marks events is not a path on the same origin
 */
typedef enum
{
  ACT_CONNECTION_ERROR_URL,
  ACT_CONNECTION_ERROR_INSECURE,
  ACT_CONNECTION_ERROR_INCOMPLETE,
  ACT_CONNECTION_ERROR_CALL,
} ActConnectionError;

#define ACT_TYPE_CONNECTION (act_connection_get_type ())

/**
 * ActConnection:
 *
 * An immutable description of how to reach one organisation. It never holds a secret. Reference
 * counted, may cross threads.
 */
typedef struct _ActConnection ActConnection;

GQuark         act_connection_error_quark         (void);
GType          act_connection_get_type            (void) G_GNUC_CONST;
ActConnection *act_connection_new                 (const char     *name,
                                                   const char     *base_url,
                                                   const char     *organisation_id,
                                                   const char     *key_id,
                                                   GError        **error);
ActConnection *act_connection_new_with_mark_call  (const char     *name,
                                                   const char     *base_url,
                                                   const char     *organisation_id,
                                                   const char     *key_id,
                                                   const char     *method,
                                                   const char     *path,
                                                   GError        **error);
ActConnection *act_connection_copy_with_id        (ActConnection  *self,
                                                   const char     *id);
ActConnection *act_connection_ref                 (ActConnection  *self);
void           act_connection_unref               (ActConnection  *self);
const char    *act_connection_get_id              (ActConnection  *self);
const char    *act_connection_get_name            (ActConnection  *self);
const char    *act_connection_get_base_url        (ActConnection  *self);
const char    *act_connection_get_organisation_id (ActConnection  *self);
const char    *act_connection_get_key_id          (ActConnection  *self);
const char    *act_connection_get_mark_method     (ActConnection  *self);
char          *act_connection_build_mark_path     (ActConnection  *self,
                                                   const char     *event_id);
gboolean       act_connection_is_loopback         (const char     *host);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActConnection, act_connection_unref)

G_END_DECLS
