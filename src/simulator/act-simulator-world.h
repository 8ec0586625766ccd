/* The organisation that the simulator pretends to be
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-faults.h"
#include "act-simulator-options.h"
#include "act-simulator-time.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  ACT_SIMULATOR_SYSTEM_CHARGEBEE,
  ACT_SIMULATOR_SYSTEM_NETSUITE,
  ACT_SIMULATOR_SYSTEM_SALESFORCE,
  ACT_SIMULATOR_SYSTEM_WEBHOOK,
} ActSimulatorSystem;

#define ACT_SIMULATOR_N_SYSTEMS 4
#define ACT_SIMULATOR_N_MAPPED_SYSTEMS 3

/* Events that came after the start, and runs that were replayed, count from here. */
#define ACT_SIMULATOR_FIRST_ADDED G_GUINT64_CONSTANT (0x80000000)

/**
 * ActSimulatorConfiguration:
 * @json: what the API answers
 * @errors: errors in a row
 * @deleted: whether it is gone; its place stays, since events name it by its index
 */
typedef struct
{
  JsonObject *json; /* (owned) */
  guint       errors;
  gboolean    deleted;
} ActSimulatorConfiguration;

/**
 * ActSimulatorCredential:
 * @json: what the API answers; never a secret
 * @good: whether the other system accepts it
 * @deleted: whether it is gone
 */
typedef struct
{
  JsonObject *json; /* (owned) */
  gboolean    good;
  gboolean    deleted;
} ActSimulatorCredential;

/**
 * ActSimulatorWorld:
 *
 * Everything that the simulator knows. What follows from the seed is made when it is asked for; here
 * is only what changed. Used on the simulator's thread alone.
 */
typedef struct
{
  ActSimulatorOptions *options; /* (owned) */
  ActSimulatorFaults  *faults;  /* (owned) */
  guint64              seed;
  guint                n_events;
  gint64               base_ms;
  gint64               clock_ms;
  gint64               clock_started_us;
  guint                n_accounts;
  guint                n_bills_each;
  char                *org_id;         /* (owned) */
  char                *api_key;        /* (owned) */
  char                *api_secret;     /* (owned) */
  char                *key_org_id;     /* (owned) (nullable) whose key it is, if it is another one's; not saved */
  char                *user;           /* (owned) */
  GPtrArray           *configurations; /* (owned) (element-type ActSimulatorConfiguration) */
  GPtrArray           *credentials;    /* (owned) (element-type ActSimulatorCredential) */
  GHashTable          *actioned;       /* (owned) sequence to time, 0 for open again */
  GPtrArray           *added;          /* (owned) (element-type ActSimulatorEvent) newest first */
  guint                n_added;
  GPtrArray           *runs;           /* (owned) (element-type ActSimulatorRun) replays, oldest first */
  GHashTable          *run_edits;      /* (owned) id to the members that a test changed; not saved */
  GHashTable          *run_logs;       /* (owned) id to the log that a test gave, in base64; not saved */
  GPtrArray           *created;        /* (owned) (element-type JsonObject) created mappings */
  GHashTable          *mappings;       /* (owned) id to changed mapping; a null value is a deleted one */
  GPtrArray           *ledger;         /* (owned) (element-type ActSimulatorLedgerEntry) */
  guint                n_created;      /* ids given to what was created */
  guint64              n_calls;        /* since the start; not saved, nor are the two below */
  guint64              n_limited;      /* of these, calls above the limit */
  guint64              n_listed;       /* events in pages */
  gboolean             dirty;          /* whether something changed since it was saved */
} ActSimulatorWorld;

ActSimulatorWorld         *act_simulator_world_new                (const ActSimulatorOptions *options,
                                                                   guint64                    seed,
                                                                   guint                      n_events,
                                                                   gint64                     base_ms);
void                       act_simulator_world_free               (ActSimulatorWorld         *self);
gint64                     act_simulator_world_get_now            (ActSimulatorWorld         *self);
char                      *act_simulator_world_make_new_id        (ActSimulatorWorld         *self) G_GNUC_WARN_UNUSED_RESULT;
ActSimulatorConfiguration *act_simulator_world_get_configuration  (ActSimulatorWorld         *self,
                                                                   guint                      index);
ActSimulatorConfiguration *act_simulator_world_find_configuration (ActSimulatorWorld         *self,
                                                                   const char                *id,
                                                                   guint                     *index);
ActSimulatorCredential    *act_simulator_world_find_credential    (ActSimulatorWorld         *self,
                                                                   const char                *id);
gboolean                   act_simulator_world_is_authorized      (ActSimulatorWorld         *self,
                                                                   ActSimulatorConfiguration *configuration);
int                        act_simulator_world_find_system        (const char                *name);
const char                *act_simulator_world_get_system_name    (ActSimulatorSystem         system);
const char                *act_simulator_world_get_system_table   (ActSimulatorSystem         system);
void                       act_simulator_world_touch              (ActSimulatorWorld         *self,
                                                                   JsonObject                *json);
void                       act_simulator_world_add_audit          (ActSimulatorWorld         *self,
                                                                   JsonObject                *json,
                                                                   gint64                     created_ms,
                                                                   gint64                     modified_ms);

ActSimulatorConfiguration *act_simulator_configuration_new  (JsonObject *json);
ActSimulatorCredential    *act_simulator_credential_new     (JsonObject *json,
                                                             gboolean    good);
void                       act_simulator_configuration_free (ActSimulatorConfiguration *self);
void                       act_simulator_credential_free    (ActSimulatorCredential *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActSimulatorWorld, act_simulator_world_free)

G_END_DECLS
