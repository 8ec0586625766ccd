/* The built-in demo: a simulator in this process, and a folder of its own
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-demo.h"

#include "act-simulator.h"
#include "act-time.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

struct _ActDemo
{
  char         *folder;    /* (owned) */
  char         *now;       /* (owned) (nullable): ISO 8601 */
  ActSimulator *simulator; /* (owned) (nullable): while it runs */
  int           lock;      /* of the folder, or -1 */
};

/* One process at a time: two servers would write over each other's state. */
static gboolean
lock_folder (ActDemo *self,
             GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "lock", NULL);

  if (self->lock >= 0)
    return TRUE;

  if (g_mkdir_with_parents (self->folder, 0700) == 0)
    self->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (self->lock < 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _ ("The demo's folder %s cannot be used: %s"), self->folder,
                   g_strerror (code));
      return FALSE;
    }

  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;

  g_close (self->lock, NULL);
  self->lock = -1;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                       _ ("The demo is already open in another window."));

  return FALSE;
}

static gboolean
fill_options (ActDemo             *self,
              ActSimulatorOptions *options,
              GError             **error)
{
  options->state_file = g_build_filename (self->folder, "server.json", NULL);
  /* What somebody has left to look at is still there when they come back from a holiday. */
  options->retention_days = 0;

  if (self->now == NULL || act_time_parse_iso8601 (self->now, &options->now_ms))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("“%s” is not a time like 2026-03-04T14:02:00Z."), self->now);

  return FALSE;
}

static gboolean
start_simulator (ActDemo *self,
                 GError **error)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (ActSimulator) simulator = NULL;

  if (!fill_options (self, options, error))
    return FALSE;

  simulator = act_simulator_new (options);
  if (!act_simulator_start (simulator, error))
    return FALSE;

  self->simulator = g_steal_pointer (&simulator);

  return TRUE;
}

static void
stop_simulator (ActDemo *self)
{
  if (self->simulator != NULL)
    act_simulator_stop (self->simulator);
  g_clear_object (&self->simulator);
}

static gboolean
connect_launch (ActDemo   *self,
                ActLaunch *launch,
                GError   **error)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (ActConnection) demo = NULL;

  connection = act_connection_new (_ ("Demo"),
                                   act_simulator_get_base_url (self->simulator),
                                   act_simulator_get_org_id (self->simulator),
                                   act_simulator_get_api_key (self->simulator), error);
  if (connection == NULL)
    return FALSE;

  /* The server has another port each time, and the store stays. */
  demo = act_connection_copy_with_id (connection, "demo");
  act_launch_set_connection (launch, demo, act_simulator_get_api_secret (self->simulator));
  g_free (launch->directory);
  launch->directory = g_strdup (self->folder);
  launch->is_demo = TRUE;

  return TRUE;
}

static gboolean
remove_files (ActDemo *self,
              GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, error);
  const char *name = NULL;

  if (folder == NULL)
    return FALSE;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (g_str_equal (name, "lock") || g_unlink (path) == 0 || errno == EISDIR)
        continue;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _ ("%s cannot be removed: %s"), path, g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

/**
 * act_demo_new:
 * @now: (nullable): the time that the demo's events are relative to when it begins, in ISO 8601
 *
 * Returns: (transfer full): a demo that is not started
 */
ActDemo *
act_demo_new (const char *now)
{
  ActDemo *self = g_new0 (ActDemo, 1);

  self->folder = g_build_filename (g_get_user_data_dir (), "actioned", "demo", NULL);
  self->now = g_strdup (now);
  self->lock = -1;

  return self;
}

/**
 * act_demo_free:
 * @self: (transfer full): a demo
 *
 * Stops its server and frees it.
 */
void
act_demo_free (ActDemo *self)
{
  stop_simulator (self);
  if (self->lock >= 0)
    g_close (self->lock, NULL);
  g_free (self->folder);
  g_free (self->now);
  g_free (self);
}

/**
 * act_demo_start:
 * @launch: the launch that becomes one of the demo
 * @demo: an #ActDemo
 * @error: of %G_IO_ERROR, with a message for people
 *
 * An [callback@LaunchFunc] that starts the demo where it was left.
 *
 * Returns: whether it started
 */
gboolean
act_demo_start (ActLaunch *launch,
                gpointer   demo,
                GError   **error)
{
  ActDemo *self = demo;

  g_return_val_if_fail (launch != NULL, FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  if (!lock_folder (self, error))
    return FALSE;

  if (self->simulator == NULL && !start_simulator (self, error))
    return FALSE;

  return connect_launch (self, launch, error);
}

/**
 * act_demo_reset:
 * @launch: the launch of the demo; no session is open
 * @demo: an #ActDemo
 * @error: of %G_IO_ERROR or %G_FILE_ERROR, with a message for people
 *
 * An [callback@LaunchFunc] that forgets everything that was done, here and on the demo's server.
 *
 * Returns: whether it begins anew
 */
gboolean
act_demo_reset (ActLaunch *launch,
                gpointer   demo,
                GError   **error)
{
  ActDemo *self = demo;

  g_return_val_if_fail (launch != NULL, FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  if (!lock_folder (self, error))
    return FALSE;

  stop_simulator (self);
  if (remove_files (self, error))
    return act_demo_start (launch, demo, error);

  /* What is left goes on: the window would be without a server otherwise. */
  act_demo_start (launch, demo, NULL);

  return FALSE;
}
