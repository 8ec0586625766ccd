/* What the files of the engine share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change-push.h"
#include "act-engine.h"
#include "act-push.h"
#include "act-wait-list.h"

G_BEGIN_DECLS

struct _ActEngine
{
  GObject        parent_instance;

  ActClient     *client;      /* (owned) */
  ActStore      *store;       /* (owned) */
  ActPosition   *position;    /* (owned) */
  ActAbilities  *abilities;   /* (owned) */
  gboolean       automatic;
  GCancellable  *cancellable; /* (owned): of everything that runs */

  ActSessionState state;
  GError        *error;       /* (owned) (nullable) */
  GError        *mark_error;  /* (owned) (nullable) */

  ActWaitList   *refreshers;  /* (owned): who waits for the pass */
  ActWaitList   *senders;     /* (owned): who waits for the outbox */
  gboolean       passing;     /* a pass over the open list runs, or waits for the push to end */
  ActPush       *push;        /* (owned): of the marks */
  ActChangePush *change_push; /* (owned): of all else, after the marks */
  GError        *push_error;  /* (owned) (nullable): how the marks fared, while all else is sent */
  gboolean       pushing;     /* either runs */
  gboolean       push_again;  /* more came while they ran */
  GSource       *look_again;  /* (owned) (nullable): until a lost answer is looked for again */
  gboolean       digging;     /* names and history are being read */
  gboolean       dig_again;   /* a pass ended meanwhile */

  GSource       *timer;       /* (owned) (nullable): the next refresh */
  guint          failures;    /* since the last success */
  GTask         *stopping;    /* (owned) (nullable) */
};

void     act_engine_emit_changed     (ActEngine            *self);
gboolean act_engine_is_ended         (ActEngine            *self);
void     act_engine_check_stopped    (ActEngine            *self);
gboolean act_engine_take_lock        (ActEngine            *self,
                                      GError              **error);
void     act_engine_take_failure     (ActEngine            *self,
                                      const GError         *error);
GTask   *act_engine_new_waiter       (ActEngine            *self,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data,
                                      gpointer              source_tag);
void     act_engine_complete_waiters (ActWaitList          *waiters,
                                      const GError         *error);
void     act_engine_begin_pass       (ActEngine            *self);
void     act_engine_run_pass         (ActEngine            *self);
void     act_engine_start_sending    (ActEngine            *self);
void     act_engine_stop_sending     (ActEngine            *self);
void     act_engine_stop_looking     (ActEngine            *self);

G_END_DECLS
