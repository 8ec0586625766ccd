/* The changes that the simulator accepted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-world.h"

G_BEGIN_DECLS

/**
 * ActSimulatorLedgerEntry:
 * @method: the method of the call
 * @path: its path
 * @id: the id of what was to be changed
 * @status: what was answered
 * @changed: whether anything is different after it
 */
typedef struct
{
  char    *method; /* (owned) */
  char    *path;   /* (owned) */
  char    *id;     /* (owned) */
  guint    status;
  gboolean changed;
} ActSimulatorLedgerEntry;

void      act_simulator_ledger_add        (ActSimulatorWorld       *world,
                                           const char              *method,
                                           const char              *path,
                                           const char              *id,
                                           guint                    status,
                                           gboolean                 changed);
JsonNode *act_simulator_ledger_to_json    (ActSimulatorWorld       *world) G_GNUC_WARN_UNUSED_RESULT;
void      act_simulator_ledger_entry_free (ActSimulatorLedgerEntry *self);

G_END_DECLS
