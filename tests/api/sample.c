/* Samples told in a test's log
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample.h"

/* Says which sample is tried. Samples are hostile, and logs end up in XML, which has no way to write
 * most control characters. */
void
tell_sample (const char *sample)
{
  g_autofree char *shown = g_strescape (sample != NULL ? sample : "(none)", NULL);

  g_test_message ("%s", shown);
}
