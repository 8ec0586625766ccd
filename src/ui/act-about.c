/* Who made this, its version and its licence
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* For a report of a bug. Nothing of the connection is in it. */
static char *
describe_libraries (void)
{
  return g_strdup_printf ("Actioned %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n",
                          ACT_VERSION,
                          gtk_get_major_version (),
                          gtk_get_minor_version (),
                          gtk_get_micro_version (),
                          adw_get_major_version (),
                          adw_get_minor_version (),
                          adw_get_micro_version (),
                          glib_major_version,
                          glib_minor_version,
                          glib_micro_version);
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
  g_autofree char *libraries = describe_libraries ();

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
