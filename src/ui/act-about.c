/* Who made this, its version and its licence
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-about.h"

#include "act-versions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * act_about_describe_versions:
 *
 * For a report of a bug. Nothing of a connection is in it.
 *
 * Returns: (transfer full): the program and its libraries with their versions, one a line
 */
char *
act_about_describe_versions (void)
{
  g_autofree char *versions = act_versions_describe ();

  return g_strdup_printf ("%sGTK %u.%u.%u\nlibadwaita %u.%u.%u\n",
                          versions,
                          gtk_get_major_version (),
                          gtk_get_minor_version (),
                          gtk_get_micro_version (),
                          adw_get_major_version (),
                          adw_get_minor_version (),
                          adw_get_micro_version ());
}

/**
 * act_about_show:
 * @parent: (nullable): the window that it belongs to
 *
 * Shows the window about the application.
 */
void
act_about_show (GtkWindow *parent)
{
  g_autofree char *libraries = act_about_describe_versions ();

  adw_show_about_window (parent,
                         "application-icon", ACT_APPLICATION_ID,
                         "application-name", _ ("Actioned"),
                         "comments", _ ("Resolve integration errors"),
                         "copyright", _ ("© The Actioned contributors"),
                         "debug-info", libraries,
                         "debug-info-filename", "actioned-debug-info.txt",
                         "developer-name", _ ("The Actioned contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _ ("translator-credits"),
                         "version", ACT_VERSION,
                         NULL);
}
