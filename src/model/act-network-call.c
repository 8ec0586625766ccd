/* One request that was sent, for support
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-network-call.h"

#include <string.h>

/* Ids are shorter; what is longer came from somewhere else. */
#define MAX_PATH_LENGTH 500

struct _ActNetworkCall
{
  GObject           parent_instance;
  gint64            started;
  char             *method; /* (owned) */
  char             *path;   /* (owned) */
  guint             status;
  ActNetworkProblem problem;
  guint             milliseconds;
  gsize             n_bytes;
};

G_DEFINE_FINAL_TYPE (ActNetworkCall, act_network_call, G_TYPE_OBJECT)

/* Escaped once more where it is not: nothing that a terminal or a mail could take for anything else
 * than letters. */
static void
append_safely (GString *path,
               char     c)
{
  if (g_ascii_isgraph (c))
    g_string_append_c (path, c);
  else
    g_string_append_printf (path, "%%%02X", (guint) (guchar) c);
}

/* The names of parameters tell what was asked for; their values may be anything. */
static char *
build_path (const char *target)
{
  g_autoptr (GString) path = g_string_new (NULL);
  gboolean is_query = FALSE;
  gboolean is_value = FALSE;

  for (const char *c = target; *c != '\0' && path->len < MAX_PATH_LENGTH; c++)
    {
      is_value = is_query && *c != '&' && (is_value || *c == '=');
      is_query = is_query || *c == '?';
      if (!is_value)
        append_safely (path, *c);
    }
  if (path->len >= MAX_PATH_LENGTH)
    g_string_append (path, "...");

  return g_string_free (g_steal_pointer (&path), FALSE);
}

static void
act_network_call_finalize (GObject *object)
{
  ActNetworkCall *self = ACT_NETWORK_CALL (object);

  g_free (self->method);
  g_free (self->path);

  G_OBJECT_CLASS (act_network_call_parent_class)->finalize (object);
}

static void
act_network_call_class_init (ActNetworkCallClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = act_network_call_finalize;
}

static void
act_network_call_init (ActNetworkCall *self)
{
}

/**
 * act_network_call_new:
 * @started: when it was sent, milliseconds since 1970 UTC
 * @method: the HTTP method
 * @target: the path and perhaps the query, escaped; only the names of the query's parameters are kept
 * @status: the HTTP status, or 0 when none came
 * @problem: why no whole answer came
 * @milliseconds: how long it took
 * @n_bytes: how many bytes of the body came, unpacked
 *
 * Any thread.
 *
 * Returns: (transfer full): a call
 */
ActNetworkCall *
act_network_call_new (gint64            started,
                      const char       *method,
                      const char       *target,
                      guint             status,
                      ActNetworkProblem problem,
                      guint             milliseconds,
                      gsize             n_bytes)
{
  ActNetworkCall *self = NULL;

  g_return_val_if_fail (method != NULL, NULL);
  g_return_val_if_fail (target != NULL, NULL);

  self = g_object_new (ACT_TYPE_NETWORK_CALL, NULL);
  self->started = started;
  self->method = g_strdup (method);
  self->path = build_path (target);
  self->status = status;
  self->problem = problem;
  self->milliseconds = milliseconds;
  self->n_bytes = n_bytes;

  return self;
}

/**
 * act_network_call_get_started:
 * @self: a call
 *
 * Returns: when it was sent, milliseconds since 1970 UTC
 */
gint64
act_network_call_get_started (ActNetworkCall *self)
{
  g_return_val_if_fail (ACT_IS_NETWORK_CALL (self), 0);

  return self->started;
}

/**
 * act_network_call_get_method:
 * @self: a call
 *
 * Returns: the HTTP method
 */
const char *
act_network_call_get_method (ActNetworkCall *self)
{
  g_return_val_if_fail (ACT_IS_NETWORK_CALL (self), NULL);

  return self->method;
}

/**
 * act_network_call_get_path:
 * @self: a call
 *
 * Returns: the path, and the names of the query's parameters after a question mark; printable ASCII
 */
const char *
act_network_call_get_path (ActNetworkCall *self)
{
  g_return_val_if_fail (ACT_IS_NETWORK_CALL (self), NULL);

  return self->path;
}

/**
 * act_network_call_get_status:
 * @self: a call
 *
 * Returns: the HTTP status, or 0 when none came
 */
guint
act_network_call_get_status (ActNetworkCall *self)
{
  g_return_val_if_fail (ACT_IS_NETWORK_CALL (self), 0);

  return self->status;
}

/**
 * act_network_call_get_problem:
 * @self: a call
 *
 * Returns: why no whole answer came
 */
ActNetworkProblem
act_network_call_get_problem (ActNetworkCall *self)
{
  g_return_val_if_fail (ACT_IS_NETWORK_CALL (self), ACT_NETWORK_PROBLEM_NONE);

  return self->problem;
}

/**
 * act_network_call_get_duration:
 * @self: a call
 *
 * Returns: how many milliseconds it took
 */
guint
act_network_call_get_duration (ActNetworkCall *self)
{
  g_return_val_if_fail (ACT_IS_NETWORK_CALL (self), 0);

  return self->milliseconds;
}

/**
 * act_network_call_get_n_bytes:
 * @self: a call
 *
 * Returns: how many bytes of the body came, unpacked
 */
gsize
act_network_call_get_n_bytes (ActNetworkCall *self)
{
  g_return_val_if_fail (ACT_IS_NETWORK_CALL (self), 0);

  return self->n_bytes;
}
