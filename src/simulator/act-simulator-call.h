/* One call of the API: what was asked, and what is answered
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-world.h"

G_BEGIN_DECLS

#define ACT_SIMULATOR_MAX_ARGUMENTS 4

/**
 * ActSimulatorCall:
 * @world: the world
 * @method: the method
 * @path: the path as it was asked for
 * @arguments: what stands in the places of the path that a route leaves open
 * @query: the names and values of the query, in turn
 * @body: (nullable): the body, when it is an object
 * @status: the status of the answer
 * @answer: (nullable): the body of the answer
 * @dropped: whether the answer is lost on its way
 */
typedef struct
{
  ActSimulatorWorld *world;
  const char        *method;
  const char        *path;
  char              *arguments[ACT_SIMULATOR_MAX_ARGUMENTS]; /* (owned) */
  GPtrArray         *query;                                  /* (owned) (element-type utf8) */
  JsonObject        *body;                                   /* (owned) */
  guint              status;
  JsonNode          *answer; /* (owned) */
  gboolean           dropped;
} ActSimulatorCall;

ActSimulatorCall *act_simulator_call_new             (ActSimulatorWorld *world,
                                                      const char        *method,
                                                      const char        *path);
void              act_simulator_call_free            (ActSimulatorCall  *self);
void              act_simulator_call_clear_arguments (ActSimulatorCall  *self);
gboolean          act_simulator_call_set_query       (ActSimulatorCall  *self,
                                                      const char        *query);
gboolean          act_simulator_call_set_body        (ActSimulatorCall  *self,
                                                      const char        *text,
                                                      gsize              length);
const char       *act_simulator_call_get_query       (ActSimulatorCall  *self,
                                                      const char        *name);
GStrv             act_simulator_call_dup_list        (ActSimulatorCall  *self,
                                                      const char        *name);
gboolean          act_simulator_call_get_integer     (ActSimulatorCall  *self,
                                                      const char        *name,
                                                      guint              least,
                                                      guint              most,
                                                      guint              otherwise,
                                                      guint             *value);
gboolean          act_simulator_call_get_boolean     (ActSimulatorCall  *self,
                                                      const char        *name,
                                                      gboolean          *value);
gboolean          act_simulator_call_need_body       (ActSimulatorCall  *self);
const char       *act_simulator_call_get_text        (ActSimulatorCall  *self,
                                                      const char        *name,
                                                      gboolean           required);
gboolean          act_simulator_call_check_version   (ActSimulatorCall  *self,
                                                      JsonObject        *json);
void              act_simulator_call_answer          (ActSimulatorCall  *self,
                                                      JsonNode          *answer);
void              act_simulator_call_answer_object   (ActSimulatorCall  *self,
                                                      JsonObject        *json);
void              act_simulator_call_answer_page     (ActSimulatorCall  *self,
                                                      GPtrArray         *objects,
                                                      guint              most);
void              act_simulator_call_refuse          (ActSimulatorCall  *self,
                                                      guint              status,
                                                      const char        *format,
                                                      ...) G_GNUC_PRINTF (3, 4);
void              act_simulator_call_record          (ActSimulatorCall  *self,
                                                      const char        *id,
                                                      gboolean           changed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActSimulatorCall, act_simulator_call_free)

G_END_DECLS
