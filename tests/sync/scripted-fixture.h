/* A client with a server that follows a script, and a store that is empty at first
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-api-error.h"
#include "act-position.h"
#include "act-session.h"
#include "act-time.h"
#include "client-fixture.h"

G_BEGIN_DECLS

#define SCRIPT_EVENTS FIXTURE_EVENTS "?pageSize=100&eventType=IntegrationEvent&includeActioned="

/* 2026-03-04T05:00:00Z, and minutes after it. */
#define SCRIPT_MINUTE(n) (G_GINT64_CONSTANT (1772600400000) + (n) * G_GINT64_CONSTANT (60000))

typedef struct
{
  ClientFixture api;
  char         *directory;
  ActStore     *store;
  ActPosition  *position;
} ScriptedFixture;

void scripted_fixture_set_up      (ScriptedFixture *self,
                                   gconstpointer    data);
void scripted_fixture_tear_down   (ScriptedFixture *self,
                                   gconstpointer    data);

/* What the server says. An event is named by a letter, which is its id, and in upper case it is
 * actioned; it happened as many minutes after five as it stands in the alphabet. */
void scripted_fixture_answer      (ScriptedFixture *self,
                                   guint            status);
void scripted_fixture_answer_page (ScriptedFixture *self,
                                   const char      *letters,
                                   const char      *next_token);
void scripted_fixture_answer_one  (ScriptedFixture *self,
                                   char             letter);

/* What was asked: what is left out of @lines of the script's end was not asked. */
void scripted_fixture_expect      (ScriptedFixture *self,
                                   ...) G_GNUC_NULL_TERMINATED;

/* What the store knows. */
void scripted_fixture_fill        (ScriptedFixture *self,
                                   const char      *letters);
ActEventStatus scripted_fixture_get_status (ScriptedFixture *self,
                                            char             letter);
ActEventRecord *scripted_fixture_read      (ScriptedFixture *self,
                                            char             letter);
ActEventRecord *scripted_fixture_read_row  (ScriptedFixture *self,
                                            gint64           row_id);
char *scripted_fixture_dup_letters (ScriptedFixture *self);
char *scripted_fixture_get_value   (ScriptedFixture *self,
                                    const char      *key);
gint64 scripted_fixture_mark       (ScriptedFixture *self,
                                    char             letter);
GPtrArray *scripted_fixture_claim  (ScriptedFixture *self,
                                    ActOutboxState   from);
guint scripted_fixture_count       (ScriptedFixture *self,
                                    ActOutboxState   state);

/* A session on this client and this store, without an engine. */
ActSession *scripted_fixture_new_session (ScriptedFixture *self);

#define SCRIPTED_FIXTURE_ADD(path, function)                                         \
  g_test_add (path, ScriptedFixture, NULL, scripted_fixture_set_up, function,        \
              scripted_fixture_tear_down)

G_END_DECLS
