/* Numbers and ids that follow from a seed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActSimulatorStream:
 *
 * What a number or an id is for, so that a run and an event with the same index differ.
 */
typedef enum
{
  ACT_SIMULATOR_STREAM_ORGANISATION,
  ACT_SIMULATOR_STREAM_KEY,
  ACT_SIMULATOR_STREAM_USER,
  ACT_SIMULATOR_STREAM_EVENT,
  ACT_SIMULATOR_STREAM_EVENT_TIME,
  ACT_SIMULATOR_STREAM_EVENT_KIND,
  ACT_SIMULATOR_STREAM_EVENT_MESSAGE,
  ACT_SIMULATOR_STREAM_EVENT_ACCOUNT,
  ACT_SIMULATOR_STREAM_EVENT_SHAPE,
  ACT_SIMULATOR_STREAM_EVENT_ACTIONED,
  ACT_SIMULATOR_STREAM_RUN,
  ACT_SIMULATOR_STREAM_EARLIER_RUN,
  ACT_SIMULATOR_STREAM_LATER_RUN,
  ACT_SIMULATOR_STREAM_ACCOUNT,
  ACT_SIMULATOR_STREAM_BILL,
  ACT_SIMULATOR_STREAM_NOTIFICATION,
  ACT_SIMULATOR_STREAM_CONFIGURATION,
  ACT_SIMULATOR_STREAM_CREDENTIAL,
  ACT_SIMULATOR_STREAM_DESTINATION,
  ACT_SIMULATOR_STREAM_MAPPING,
  ACT_SIMULATOR_STREAM_CHANGE,
} ActSimulatorStream;

guint64  act_simulator_random_at       (guint64            seed,
                                        ActSimulatorStream stream,
                                        guint64            index);
guint    act_simulator_random_below_at (guint64            seed,
                                        ActSimulatorStream stream,
                                        guint64            index,
                                        guint              limit);
char    *act_simulator_make_id         (guint64            seed,
                                        ActSimulatorStream stream,
                                        guint32            index) G_GNUC_WARN_UNUSED_RESULT;
gboolean act_simulator_find_index      (guint64            seed,
                                        ActSimulatorStream stream,
                                        const char        *id,
                                        guint32           *index);

G_END_DECLS
