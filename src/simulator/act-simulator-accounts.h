/* Accounts and bills
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"

G_BEGIN_DECLS

char       *act_simulator_account_dup_id      (ActSimulatorWorld *world,
                                               guint              account);
gboolean    act_simulator_account_find        (ActSimulatorWorld *world,
                                               const char        *id,
                                               guint             *account);
char       *act_simulator_account_dup_name    (guint              account);
char       *act_simulator_account_dup_code    (guint              account);
const char *act_simulator_account_get_currency (guint             account);

guint       act_simulator_bill_at             (ActSimulatorWorld *world,
                                               guint              account,
                                               guint64            number);
char       *act_simulator_bill_dup_id         (ActSimulatorWorld *world,
                                               guint              bill);
gboolean    act_simulator_bill_find           (ActSimulatorWorld *world,
                                               const char        *id,
                                               guint             *bill);
guint       act_simulator_bill_get_account    (ActSimulatorWorld *world,
                                               guint              bill);
char       *act_simulator_bill_dup_name       (guint              bill);
char       *act_simulator_bill_dup_amount     (ActSimulatorWorld *world,
                                               guint              bill);

void        act_simulator_accounts_list       (ActSimulatorCall  *call);
void        act_simulator_accounts_get        (ActSimulatorCall  *call);
void        act_simulator_bills_get           (ActSimulatorCall  *call);

G_END_DECLS
