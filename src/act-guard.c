/* Keeping what is in memory to this process
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-guard.h"

#include <sys/prctl.h>
#include <sys/resource.h>

/**
 * act_guard_against_cores:
 *
 * A crash leaves no file with what was in memory. To be called first of all.
 */
void
act_guard_against_cores (void)
{
  const struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) != 0)
    g_warning ("Core dumps cannot be turned off");
}

/**
 * act_guard_against_readers:
 *
 * Other programs of the user can neither trace this process nor read its memory and its environment.
 * Nor can the desktop's portals look into `/proc` to see which program it is, which they do when
 * they are first spoken to: the window has done that when it has started.
 */
void
act_guard_against_readers (void)
{
  if (prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
    g_warning ("Other programs can read the memory of this one");
}
