/* What the files of the sender of marks share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-push.h"

G_BEGIN_DECLS

/* The API lists up to so many ids at once. */
#define ACT_PUSH_IDS_AT_ONCE 100

struct _ActPush
{
  GObject parent_instance;

  ActClient   *client;     /* (owned) */
  ActStore    *store;      /* (owned) */
  ActPosition *position;   /* (unowned): the caller keeps it for as long as this */
  GTask       *task;       /* (owned) (nullable): while it runs */
  GError      *error;      /* (owned) (nullable): the first failure */
  gboolean     halted;     /* what is not on its way is put back, and nothing is taken any more */

  /* Sending */
  GQueue       waiting;    /* (owned) (element-type ActOutboxEntry): taken, not sent yet */
  guint        in_flight;
  gboolean     claiming;   /* more are being taken */
  gboolean     dry;        /* there are no more that this run has not tried */
  GHashTable  *put_back;   /* (owned): the ids of marks that this run has put back */
  GArray      *refusals;   /* (owned): the ids of marks that were refused in a row, like this key */

  /* Reading back */
  gboolean     reading;
  gboolean     readable;   /* there may be marks that were accepted and are not read back */
  guint        n_accepted; /* since the last reading began */
  GHashTable  *lapses;     /* (owned): by a mark's id, how often it was accepted and did not last */
};

void     act_push_note_error     (ActPush              *self,
                                  const GError         *error);
void     act_push_note_put_back  (ActPush              *self,
                                  gint64                entry_id);
void     act_push_advance        (ActPush              *self);

/* act-push-shipment.c */
void     act_push_ship           (ActPush              *self,
                                  ActOutboxEntry       *entry);
void     act_push_put_back       (ActPush              *self,
                                  ActOutboxEntry       *entry);

/* act-push-reading.c */
void     act_push_read_back      (ActPush              *self);

G_END_DECLS
