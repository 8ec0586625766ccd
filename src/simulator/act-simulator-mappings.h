/* External mappings: which record of another system is which account
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"

G_BEGIN_DECLS

gboolean act_simulator_mapping_exists           (ActSimulatorWorld *world,
                                                 guint              account,
                                                 int                system);

void     act_simulator_mappings_list            (ActSimulatorCall  *call);
void     act_simulator_mappings_list_of_entity  (ActSimulatorCall  *call);
void     act_simulator_mappings_list_of_record  (ActSimulatorCall  *call);
void     act_simulator_mappings_get             (ActSimulatorCall  *call);
char    *act_simulator_mappings_add             (ActSimulatorCall  *call);
void     act_simulator_mappings_create          (ActSimulatorCall  *call);
void     act_simulator_mappings_update          (ActSimulatorCall  *call);
void     act_simulator_mappings_delete          (ActSimulatorCall  *call);

char    *act_simulator_mapping_dup_external_id  (ActSimulatorWorld *world,
                                                 guint              account,
                                                 ActSimulatorSystem system) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
