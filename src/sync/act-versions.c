/* What this program is made of, for support
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-versions.h"

#include "act-libraries.h"

/**
 * act_versions_describe:
 *
 * Nothing of a connection is in it. Any thread.
 *
 * Returns: (transfer full): the program and the libraries below the front ends with their versions, one
 *   a line
 */
char *
act_versions_describe (void)
{
  g_autofree char *libraries = act_libraries_describe ();

  return g_strconcat ("Actioned " ACT_VERSION "\n", libraries, NULL);
}
