/* Runs of the program, and a server for them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CommandFixture:
 * @folder: the folder of the user's data, without a store in it
 * @simulator: (nullable): the server, while it runs
 * @ready: what it said when it was ready
 */
typedef struct
{
  char        *folder;
  GSubprocess *simulator;
  JsonNode    *ready;
} CommandFixture;

/**
 * Outcome:
 * @status: what the program exited with, or 128 and the signal that it died of
 * @output: what it printed
 * @errors: what it printed on stderr
 *
 * What came of a run of the program.
 */
typedef struct
{
  int   status;
  char *output;
  char *errors;
} Outcome;

void                 command_set_up           (CommandFixture       *self,
                                               gconstpointer         unused);
void                 command_tear_down        (CommandFixture       *self,
                                               gconstpointer         unused);
const char          *command_get_ready        (CommandFixture       *self,
                                               const char           *member);
void                 command_stop_simulator   (CommandFixture       *self);
void                 command_post             (CommandFixture       *self,
                                               const char           *path,
                                               const char           *body);
GSubprocessLauncher *command_create_launcher  (CommandFixture       *self,
                                               const char           *secret);
Outcome              command_run              (CommandFixture       *self,
                                               const char           *arguments);
Outcome              command_run_with         (GSubprocessLauncher  *launcher,
                                               const char           *arguments,
                                               const char           *secret);
GSubprocess         *command_start            (GSubprocessLauncher  *launcher,
                                               const char           *arguments);
Outcome              command_end              (GSubprocess          *process,
                                               const char           *input,
                                               const char           *secret);
Outcome              command_run_input        (CommandFixture       *self,
                                               const char           *arguments,
                                               const char           *input,
                                               gboolean              has_secret);
char                *command_find_ids         (const char           *list,
                                               guint                 n);
gint64               command_get_number       (const char           *json,
                                               const char           *member);
GSubprocessLauncher *command_launcher_new     (const char           *folder);
char                *command_find_program     (const char           *name);
char                *command_find_store       (CommandFixture       *self);
guint                command_count_lines      (const char           *text);
void                 command_remove_tree      (const char           *path);
void                 outcome_clear            (Outcome              *outcome);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

G_END_DECLS
