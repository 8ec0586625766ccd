/* A Secret Service on the session bus that does what a test tells it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ScriptedAnswer:
 * @SCRIPTED_ANSWER_OPEN: gives the password
 * @SCRIPTED_ANSWER_DISMISS: closes the question
 * @SCRIPTED_ANSWER_NONE: goes for lunch; the question closes when the service is told to close it
 * @SCRIPTED_ANSWER_STUCK: as before, but the question does not close either
 * @SCRIPTED_ANSWER_DIE: the service dies while it asks
 *
 * What the user does when the keyring asks to be opened.
 */
typedef enum
{
  SCRIPTED_ANSWER_OPEN,
  SCRIPTED_ANSWER_DISMISS,
  SCRIPTED_ANSWER_NONE,
  SCRIPTED_ANSWER_STUCK,
  SCRIPTED_ANSWER_DIE,
} ScriptedAnswer;

/**
 * ScriptedKeyring:
 * @is_locked: whether it has to be opened first
 * @answer: what the user does then
 * @refuse_at: (nullable): the method that it refuses
 * @refusal: the name of the error with which it does
 * @die_at: (nullable): the method in the middle of which it dies
 * @silent_at: (nullable): the method that it never answers; "*" for all
 * @forgets: whether it only says that it keeps what it is given
 * @n_asked: how often the user was asked
 * @n_dismissed: how often a question was closed by who had it asked
 * @n_silent: how many calls wait for ever
 */
typedef struct
{
  gboolean         is_locked;
  ScriptedAnswer   answer;
  const char      *refuse_at;
  const char      *refusal;
  const char      *die_at;
  const char      *silent_at;
  gboolean         forgets;
  guint            n_asked;
  guint            n_dismissed;
  guint            n_silent;

  GDBusConnection *connection;
  GDBusNodeInfo   *interfaces;
  GPtrArray       *items;
  guint            n_objects;
} ScriptedKeyring;

ScriptedKeyring *scripted_keyring_new       (void);
void             scripted_keyring_free      (ScriptedKeyring *self);
void             scripted_keyring_add       (ScriptedKeyring *self,
                                             const char      *base_url,
                                             const char      *organisation,
                                             const char      *key_id,
                                             const char      *secret);
guint            scripted_keyring_count     (ScriptedKeyring *self);
const char      *scripted_keyring_get_label (ScriptedKeyring *self,
                                             const char      *key_id);
const char      *scripted_keyring_get_value (ScriptedKeyring *self,
                                             const char      *key_id);
char            *scripted_keyring_list      (ScriptedKeyring *self,
                                             const char      *key_id);

G_END_DECLS
