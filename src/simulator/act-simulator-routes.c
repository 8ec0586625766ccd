/* Which call is answered by what
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-routes.h"

#include "act-simulator-accounts.h"
#include "act-simulator-configurations.h"
#include "act-simulator-control.h"
#include "act-simulator-credentials.h"
#include "act-simulator-event-calls.h"
#include "act-simulator-mappings.h"
#include "act-simulator-run-calls.h"
#include "act-simulator-run-edits.h"
#include "act-simulator-systems.h"
#include "act-simulator-token.h"

#include <string.h>

typedef struct
{
  const char *method;
  const char *path; /* a star stands for anything */
  void (*answer) (ActSimulatorCall *call);
} ActSimulatorRoute;

/* A path with fewer stars stands before one with more. */
static const ActSimulatorRoute api_routes[] = {
  { "GET", "users/me", act_simulator_token_get_me },
  { "GET", "events", act_simulator_events_list },
  { "GET", "events/types", act_simulator_events_get_types },
  { "GET", "events/fields", act_simulator_events_get_fields },
  { "GET", "events/*", act_simulator_events_get },
  { "PUT", "events/*/actioned", act_simulator_events_mark },
  { "GET", "integrationruns/logs/*", act_simulator_runs_get_log },
  { "GET", "integrationruns/destinations/*", act_simulator_runs_list_of_destination },
  { "POST", "integrationruns/*/replay", act_simulator_runs_start_replay },
  { "GET", "integrationruns/*/latest/*", act_simulator_runs_get_latest },
  { "GET", "integrationruns/*/latest", act_simulator_runs_get_latest_of_many },
  { "GET", "integrationruns/*/*", act_simulator_runs_list },
  { "GET", "integrationruns/*", act_simulator_runs_get },
  { "GET", "integrationconfigs", act_simulator_configurations_list },
  { "POST", "integrationconfigs", act_simulator_configurations_create },
  { "GET", "integrationconfigs/available", act_simulator_systems_get_available },
  { "GET", "integrationconfigs/available/systems", act_simulator_systems_list },
  { "GET", "integrationconfigs/available/*/entities", act_simulator_systems_list_entities },
  { "GET", "integrationconfigs/available/*/auth/*", act_simulator_systems_get_authorization },
  { "GET", "integrationconfigs/values/*/*", act_simulator_systems_get_option_values },
  { "GET", "integrationconfigs/entity/*", act_simulator_configurations_list_of_entity },
  { "POST", "integrationconfigs/*/enable", act_simulator_configurations_enable },
  { "GET", "integrationconfigs/*", act_simulator_configurations_get },
  { "PUT", "integrationconfigs/*", act_simulator_configurations_update },
  { "DELETE", "integrationconfigs/*", act_simulator_configurations_delete },
  { "GET", "integrationcredentials", act_simulator_credentials_list },
  { "POST", "integrationcredentials", act_simulator_credentials_create },
  { "GET", "integrationcredentials/*", act_simulator_credentials_get },
  { "PUT", "integrationcredentials/*", act_simulator_credentials_update },
  { "DELETE", "integrationcredentials/*", act_simulator_credentials_delete },
  { "GET", "integrationdestinations/webhooks", act_simulator_systems_list_webhooks },
  { "GET", "integrationdestinations/webhooks/*", act_simulator_systems_get_webhook },
  { "GET", "externalmappingconfiguration", act_simulator_systems_get_mapping_options },
  { "GET", "externalmappingconfiguration/values/*/*", act_simulator_systems_list_records },
  { "GET", "externalmappingconfiguration/values/*/*/*", act_simulator_systems_list_records },
  { "GET", "externalmappings", act_simulator_mappings_list },
  { "POST", "externalmappings", act_simulator_mappings_create },
  { "GET", "externalmappings/external/*/*", act_simulator_mappings_list_of_entity },
  { "GET", "externalmappings/externalid/*/*/*", act_simulator_mappings_list_of_record },
  { "GET", "externalmappings/*", act_simulator_mappings_get },
  { "PUT", "externalmappings/*", act_simulator_mappings_update },
  { "DELETE", "externalmappings/*", act_simulator_mappings_delete },
  { "GET", "accounts", act_simulator_accounts_list },
  { "GET", "accounts/*", act_simulator_accounts_get },
  { "GET", "bills/*", act_simulator_bills_get },
};

static const ActSimulatorRoute control_routes[] = {
  { "GET", "counts", act_simulator_control_get_counts },
  { "GET", "ledger", act_simulator_control_get_ledger },
  { "GET", "faults", act_simulator_control_get_faults },
  { "POST", "faults", act_simulator_control_set_faults },
  { "POST", "key", act_simulator_token_set_key },
  { "POST", "events", act_simulator_control_add_events },
  { "POST", "events/*/actioned", act_simulator_control_set_actioned },
  { "POST", "integrationruns/*", act_simulator_control_edit_run },
  { "POST", "integrationruns/*/log", act_simulator_control_set_run_log },
  { "POST", "externalmappings", act_simulator_control_add_mapping },
  { "POST", "integrationconfigs/*", act_simulator_control_edit_configuration },
  { "POST", "integrationcredentials/*/good", act_simulator_control_set_good },
};

typedef struct
{
  const char            *path; /* a star stands for anything */
  gboolean               is_read;
  ActSimulatorFaultScope scope;
} ActSimulatorScopeRow;

static const ActSimulatorScopeRow scopes[] = {
  { "events", TRUE, ACT_SIMULATOR_FAULT_SCOPE_LIST },
  { "events/*/*", FALSE, ACT_SIMULATOR_FAULT_SCOPE_MARK },
  { "integrationruns/logs/*", TRUE, ACT_SIMULATOR_FAULT_SCOPE_LOG },
  { "integrationruns/*/replay", FALSE, ACT_SIMULATOR_FAULT_SCOPE_REPLAY },
  { "integrationconfigs/*/enable", FALSE, ACT_SIMULATOR_FAULT_SCOPE_ENABLE },
  { "integrationconfigs/*", FALSE, ACT_SIMULATOR_FAULT_SCOPE_CONFIGURATION },
  { "integrationcredentials", TRUE, ACT_SIMULATOR_FAULT_SCOPE_CREDENTIALS },
  { "integrationcredentials/*", TRUE, ACT_SIMULATOR_FAULT_SCOPE_CREDENTIALS },
  { "integrationcredentials", FALSE, ACT_SIMULATOR_FAULT_SCOPE_CREDENTIAL },
  { "integrationcredentials/*", FALSE, ACT_SIMULATOR_FAULT_SCOPE_CREDENTIAL },
  { "externalmappings", FALSE, ACT_SIMULATOR_FAULT_SCOPE_MAPPING },
  { "externalmappings/*", FALSE, ACT_SIMULATOR_FAULT_SCOPE_MAPPING },
};

static gboolean
fits (const char *pattern,
      GStrv       segments)
{
  for (; *segments != NULL; segments++)
    {
      gsize length = strcspn (pattern, "/");

      if (length == 0 || **segments == '\0')
        return FALSE;
      if (*pattern != '*' && (strlen (*segments) != length || strncmp (pattern, *segments, length) != 0))
        return FALSE;

      pattern += length;
      if (*pattern == '/')
        pattern++;
    }

  return *pattern == '\0';
}

static gboolean
matches (ActSimulatorCall *call,
         const char       *pattern,
         GStrv             segments)
{
  g_auto (GStrv) words = g_strsplit (pattern, "/", -1);
  guint n_arguments = 0;

  act_simulator_call_clear_arguments (call);
  if (!fits (pattern, segments))
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!g_str_equal (words[i], "*"))
        continue;

      g_assert (n_arguments < ACT_SIMULATOR_MAX_ARGUMENTS);
      call->arguments[n_arguments++] = g_strdup (segments[i]);
    }

  return TRUE;
}

/**
 * act_simulator_routes_answer:
 * @call: a call
 * @place: what kind of call it is
 * @segments: the path behind what all of this kind have in common, unescaped
 *
 * Answers the call.
 */
void
act_simulator_routes_answer (ActSimulatorCall *call,
                             ActSimulatorPlace place,
                             GStrv             segments)
{
  const ActSimulatorRoute *routes = place == ACT_SIMULATOR_PLACE_API ? api_routes : control_routes;
  guint                    n_routes = G_N_ELEMENTS (api_routes);
  gboolean                 known = FALSE;

  if (place == ACT_SIMULATOR_PLACE_CONTROL)
    n_routes = G_N_ELEMENTS (control_routes);

  for (guint i = 0; i < n_routes; i++)
    {
      if (!matches (call, routes[i].path, segments))
        continue;

      known = TRUE;
      if (strcmp (call->method, routes[i].method) == 0)
        {
          routes[i].answer (call);
          return;
        }
    }

  if (known)
    act_simulator_call_refuse (call, 405, "This path cannot be called with %s.", call->method);
  else
    act_simulator_call_refuse (call, 404, "There is nothing at this path.");
}

/* Returns the narrowest kind of fault that is about nothing but this path. */
static ActSimulatorFaultScope
find_scope (const char *method,
            GStrv       segments)
{
  gboolean is_read = strcmp (method, "GET") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      if (scopes[i].is_read == is_read && fits (scopes[i].path, segments))
        return scopes[i].scope;
    }

  return is_read ? ACT_SIMULATOR_FAULT_SCOPE_CALL : ACT_SIMULATOR_FAULT_SCOPE_WRITE;
}

/**
 * act_simulator_routes_list_scopes:
 * @method: the method of a call of the API
 * @segments: the path behind the organisation
 * @found: (array fixed-size=4): return location for what kinds of fault can happen on it, the
 *   narrowest first
 *
 * Returns: how many there are
 */
guint
act_simulator_routes_list_scopes (const char            *method,
                                  GStrv                  segments,
                                  ActSimulatorFaultScope found[ACT_SIMULATOR_MAX_SCOPES])
{
  ActSimulatorFaultScope scope = find_scope (method, segments);
  guint                  n = 0;

  found[n++] = scope;
  if (scope == ACT_SIMULATOR_FAULT_SCOPE_CREDENTIAL)
    found[n++] = ACT_SIMULATOR_FAULT_SCOPE_CREDENTIALS;
  if (strcmp (method, "GET") != 0 && scope != ACT_SIMULATOR_FAULT_SCOPE_WRITE)
    found[n++] = ACT_SIMULATOR_FAULT_SCOPE_WRITE;
  if (scope != ACT_SIMULATOR_FAULT_SCOPE_CALL)
    found[n++] = ACT_SIMULATOR_FAULT_SCOPE_CALL;

  return n;
}
