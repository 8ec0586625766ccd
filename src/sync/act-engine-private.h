/* What the files of the engine share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-alarm.h"
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
  ActClock      *clock;       /* (owned) */
  ActMeter      *meter;       /* (owned) */
  gboolean       automatic;
  GCancellable  *cancellable; /* (owned): of everything that runs */

  ActSessionState state;
  GError        *error;       /* (owned) (nullable) */
  GError        *mark_error;  /* (owned) (nullable) */

  /* The pass over the open list */
  ActWaitList   *refreshers;  /* (owned): who waits for the pass */
  gboolean       passing;     /* it runs, or waits for the push to end */
  GCancellable  *pass;        /* (owned) (nullable): while it runs */
  gboolean       pass_again;  /* it is begun anew when it has ended */
  ActAlarm      *timer;       /* (owned): the next refresh */
  guint          interval;    /* between two refreshes, in seconds; 0 is by hand */
  guint          failures;    /* since the last success */

  /* The outbox */
  ActWaitList   *senders;     /* (owned): who waits for the outbox */
  ActPush       *push;        /* (owned): of the marks */
  ActChangePush *change_push; /* (owned): of all else, after the marks */
  GError        *push_error;  /* (owned) (nullable): how the marks fared, while all else is sent */
  gboolean       pushing;     /* either runs */
  gboolean       push_again;  /* more came while they ran */
  ActAlarm      *look_again;  /* (owned): until a lost answer is looked for again */

  /* Names and history */
  gboolean       digging;     /* they are being read */
  GCancellable  *dig;         /* (owned) (nullable): while they are */
  guint          n_digs;      /* how many of the two still are */
  GError        *dig_error;   /* (owned) (nullable): why the history was not read to the end */
  gboolean       dig_again;   /* a pass ended meanwhile */

  /* What holds it back */
  ActConditions  conditions;
  gboolean       paused;
  gboolean       anyway;      /* the user does not mind that it costs money or power */
  gboolean       portal;      /* the network asks to sign in first */
  ActAlarm      *sleep_check; /* (owned) */
  gint64         slept;       /* how long the computer had slept when that was last looked at */
  gboolean       stale;       /* it slept since the last pass */

  GTask         *stopping;    /* (owned) (nullable) */
};

/* act-engine.c */
void     act_engine_emit_changed     (ActEngine            *self);
void     act_engine_emit_caught_up   (ActEngine            *self);
void     act_engine_set_state        (ActEngine            *self,
                                      ActSessionState       state,
                                      const GError         *error);
gboolean act_engine_is_ended         (ActEngine            *self);
void     act_engine_check_stopped    (ActEngine            *self);
gboolean act_engine_take_lock        (ActEngine            *self,
                                      GError              **error);
GTask   *act_engine_new_waiter       (ActEngine            *self,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data,
                                      gpointer              source_tag);
void     act_engine_complete_waiters (ActWaitList          *waiters,
                                      const GError         *error);

/* act-engine-passing.c */
void     act_engine_take_failure     (ActEngine            *self,
                                      const GError         *error);
void     act_engine_begin_pass       (ActEngine            *self);
void     act_engine_try_pass         (ActEngine            *self);
void     act_engine_run_pass         (ActEngine            *self);
void     act_engine_stop_pass        (ActEngine            *self,
                                      gboolean              again);

/* act-engine-sending.c */
void     act_engine_start_sending    (ActEngine            *self);
void     act_engine_stop_sending     (ActEngine            *self);
void     act_engine_look_again       (ActEngine            *self);

/* act-engine-digging.c */
void     act_engine_start_digging    (ActEngine            *self);
void     act_engine_stop_digging     (ActEngine            *self);

/* act-engine-conditions.c */
void     act_engine_watch_sleep      (ActEngine            *self);
void     act_engine_check_sleep      (ActEngine            *self);

G_END_DECLS
