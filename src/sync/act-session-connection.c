/* What a session follows while it is open: the key, and what is set for its connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-private.h"

#include "act-session-progress.h"

/* Brings what works for the session to what its connection says. */
void
act_session_apply_connection (ActSession *self)
{
  act_client_set_connection (self->client, self->connection);
  act_session_set_request_ceiling (self, act_connection_get_request_ceiling (self->connection));
  act_session_set_refresh_minutes (self, act_connection_get_refresh_minutes (self->connection));
}

static gboolean
is_same_call (ActConnection *one,
              ActConnection *other)
{
  return g_str_equal (act_connection_get_mark_method (one), act_connection_get_mark_method (other)) &&
         g_str_equal (act_connection_get_mark_path (one), act_connection_get_mark_path (other));
}

/* Returns whether it may mark now what it could not mark before. */
static gboolean
take (ActSession    *self,
      ActConnection *connection)
{
  g_autoptr (ActConnection) former = self->connection;

  self->connection = act_connection_ref (connection);
  act_session_apply_connection (self);
  act_session_notify_connection (self);
  if (g_strcmp0 (act_connection_get_console_address (former),
                 act_connection_get_console_address (connection)) != 0)
    g_signal_emit_by_name (self, "console-changed");

  return !is_same_call (former, connection) ||
         !g_str_equal (act_connection_get_key_id (former), act_connection_get_key_id (connection));
}

/* What another key, or another call, was refused says nothing of this one. */
static void
forget_refusals (ActSession *self)
{
  for (guint i = 0; i < ACT_N_ABILITIES; i++)
    act_abilities_check_again (self->abilities, (ActAbility) i);

  if (act_engine_get_mark_error (self->engine) != NULL)
    act_engine_offer_marks_again (self->engine);
  else
    act_engine_forget_cannot_mark (self->engine);
}

/**
 * act_session_set_connection:
 * @self: an open session
 * @connection: its connection with other settings: the same id, base URL, organisation and key
 *
 * Follows what was edited: each setting takes effect at once. The property `connection` changes.
 */
void
act_session_set_connection (ActSession    *self,
                            ActConnection *connection)
{
  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (connection != NULL);
  g_return_if_fail (g_str_equal (act_connection_get_id (connection),
                                 act_connection_get_id (self->connection)));
  g_return_if_fail (g_str_equal (act_connection_get_key_id (connection),
                                 act_connection_get_key_id (self->connection)));

  if (connection != self->connection && take (self, connection))
    forget_refusals (self);
}

/**
 * act_session_set_credentials:
 * @self: an open session
 * @connection: its connection, perhaps with another key
 * @secret: (nullable): the secret of the key; copied to where it is used, never kept on disk
 *
 * Takes a key that was rotated, a secret that has been found, or none any more. Changes that waited
 * for a sign-in are sent after the next refresh, which an automatic session begins at once.
 */
void
act_session_set_credentials (ActSession    *self,
                             ActConnection *connection,
                             const char    *secret)
{
  gboolean other_key = FALSE;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (connection != NULL);
  g_return_if_fail (g_str_equal (act_connection_get_id (connection),
                                 act_connection_get_id (self->connection)));

  act_client_set_key (self->client, act_connection_get_key_id (connection), secret);
  if (connection != self->connection)
    other_key = take (self, connection);
  act_engine_follow_key (self->engine);
  if (other_key)
    forget_refusals (self);
}
