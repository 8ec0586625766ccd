/* How an answer leaves: as it should, or broken on purpose
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-faults.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

void act_simulator_transport_send  (SoupServerMessage *message,
                                    guint              status,
                                    const char        *text,
                                    ActSimulatorFault  fault,
                                    guint              slow_ms);
void act_simulator_transport_close (SoupServerMessage *message);

G_END_DECLS
