/* What goes wrong on purpose, and on which call
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ActSimulatorFaults ActSimulatorFaults;

/**
 * ActSimulatorFaultScope:
 * @ACT_SIMULATOR_FAULT_SCOPE_CALL: any call but the one for a token
 * @ACT_SIMULATOR_FAULT_SCOPE_TOKEN: the call for a token
 * @ACT_SIMULATOR_FAULT_SCOPE_LIST: a page of events
 * @ACT_SIMULATOR_FAULT_SCOPE_MARK: marking an event as actioned
 * @ACT_SIMULATOR_FAULT_SCOPE_WRITE: any change, marking included
 * @ACT_SIMULATOR_FAULT_SCOPE_REPLAY: replaying a run
 * @ACT_SIMULATOR_FAULT_SCOPE_LOG: reading the log of a run
 * @ACT_SIMULATOR_FAULT_SCOPE_ENABLE: enabling a configuration
 * @ACT_SIMULATOR_FAULT_SCOPE_CONFIGURATION: changing a configuration
 * @ACT_SIMULATOR_FAULT_SCOPE_MAPPING: creating, changing or deleting a mapping
 * @ACT_SIMULATOR_FAULT_SCOPE_CREDENTIAL: creating, changing or deleting a credential
 * @ACT_SIMULATOR_FAULT_SCOPE_CREDENTIALS: any call about credentials, reading included
 *
 * Which calls a kind of fault counts.
 */
typedef enum
{
  ACT_SIMULATOR_FAULT_SCOPE_CALL,
  ACT_SIMULATOR_FAULT_SCOPE_TOKEN,
  ACT_SIMULATOR_FAULT_SCOPE_LIST,
  ACT_SIMULATOR_FAULT_SCOPE_MARK,
  ACT_SIMULATOR_FAULT_SCOPE_WRITE,
  ACT_SIMULATOR_FAULT_SCOPE_REPLAY,
  ACT_SIMULATOR_FAULT_SCOPE_LOG,
  ACT_SIMULATOR_FAULT_SCOPE_ENABLE,
  ACT_SIMULATOR_FAULT_SCOPE_CONFIGURATION,
  ACT_SIMULATOR_FAULT_SCOPE_MAPPING,
  ACT_SIMULATOR_FAULT_SCOPE_CREDENTIAL,
  ACT_SIMULATOR_FAULT_SCOPE_CREDENTIALS,
} ActSimulatorFaultScope;

typedef enum
{
  ACT_SIMULATOR_FAULT_NONE,
  ACT_SIMULATOR_FAULT_STATUS,
  ACT_SIMULATOR_FAULT_DROP,
  ACT_SIMULATOR_FAULT_HANG,
  ACT_SIMULATOR_FAULT_CUT,
  ACT_SIMULATOR_FAULT_SLOW,
  ACT_SIMULATOR_FAULT_MALFORMED,
  ACT_SIMULATOR_FAULT_BAD_UTF8,
  ACT_SIMULATOR_FAULT_OVERSIZED,
  ACT_SIMULATOR_FAULT_GZIP_BOMB,
  ACT_SIMULATOR_FAULT_DEEP,
  ACT_SIMULATOR_FAULT_HTML,
  ACT_SIMULATOR_FAULT_REDIRECT,
  ACT_SIMULATOR_FAULT_DUPLICATE,
  ACT_SIMULATOR_FAULT_REORDER,
  ACT_SIMULATOR_FAULT_EMPTY_PAGE,
  ACT_SIMULATOR_FAULT_REPEAT_TOKEN,
  ACT_SIMULATOR_FAULT_CHANGE,
  ACT_SIMULATOR_FAULT_BAD_EVENT,
  ACT_SIMULATOR_FAULT_HIDE_ACTIONED_IDS,
  ACT_SIMULATOR_FAULT_LOST_MARK,
  ACT_SIMULATOR_FAULT_LOST_WRITE,
  ACT_SIMULATOR_FAULT_EDIT,
  ACT_SIMULATOR_FAULT_CONFLICT_400,
} ActSimulatorFault;

ActSimulatorFaults *act_simulator_faults_new           (void);
void                act_simulator_faults_free          (ActSimulatorFaults     *self);
gboolean            act_simulator_faults_set           (ActSimulatorFaults     *self,
                                                        const char             *kind,
                                                        guint                   every,
                                                        GError                **error);
gboolean            act_simulator_faults_set_from_text (ActSimulatorFaults     *self,
                                                        const char             *text,
                                                        GError                **error);
guint               act_simulator_faults_get           (ActSimulatorFaults     *self,
                                                        const char             *kind);
gboolean            act_simulator_faults_strike        (ActSimulatorFaults     *self,
                                                        ActSimulatorFault       fault);
ActSimulatorFault   act_simulator_faults_strike_any    (ActSimulatorFaults     *self,
                                                        ActSimulatorFaultScope  scope,
                                                        guint                  *status);
char               *act_simulator_faults_describe      (void) G_GNUC_WARN_UNUSED_RESULT;
GStrv               act_simulator_faults_dup_kinds     (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActSimulatorFaults, act_simulator_faults_free)

G_END_DECLS
