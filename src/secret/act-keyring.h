/* Where secrets are kept
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"
#include "act-keyring-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_KEYRING (act_keyring_get_type ())

/**
 * ActKeyring:
 *
 * Keeps one secret for each base URL, organisation and key id: a connection with another base URL does
 * not find it. Main thread only.
 */
G_DECLARE_INTERFACE (ActKeyring, act_keyring, ACT, KEYRING, GObject)

struct _ActKeyringInterface
{
  GTypeInterface parent_interface;

  void     (*look_up_async)  (ActKeyring           *self,
                              ActConnection        *connection,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
  char    *(*look_up_finish) (ActKeyring           *self,
                              GAsyncResult         *result,
                              GError              **error);
  void     (*store_async)    (ActKeyring           *self,
                              ActConnection        *connection,
                              const char           *secret,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
  gboolean (*store_finish)   (ActKeyring           *self,
                              GAsyncResult         *result,
                              GError              **error);
  void     (*clear_async)    (ActKeyring           *self,
                              ActConnection        *connection,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
  gboolean (*clear_finish)   (ActKeyring           *self,
                              GAsyncResult         *result,
                              GError              **error);
};

ActKeyring *act_keyring_new_for_system (void);
ActKeyring *act_keyring_new_silent     (void);

/* A secret that is not kept is %NULL without an error. It is wiped with act_keyring_free_secret(). */
void        act_keyring_look_up_async  (ActKeyring           *self,
                                        ActConnection        *connection,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
char       *act_keyring_look_up_finish (ActKeyring           *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void        act_keyring_free_secret    (char                 *secret);

void        act_keyring_store_async    (ActKeyring           *self,
                                        ActConnection        *connection,
                                        const char           *secret,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean    act_keyring_store_finish   (ActKeyring           *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/* Of every key of the connection's base URL and organisation. */
void        act_keyring_clear_async    (ActKeyring           *self,
                                        ActConnection        *connection,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean    act_keyring_clear_finish   (ActKeyring           *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
