/* What two versions of the same thing disagree about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActDifference:
 * @member: the member, as the API writes it
 * @before: (nullable): what it was when it was read
 * @ours: (nullable): what we want it to be
 * @theirs: (nullable): what somebody else made of it meanwhile
 *
 * Values are JSON on one line, so that texts have quotes. Plain data that may cross threads.
 */
typedef struct
{
  char *member;
  char *before;
  char *ours;
  char *theirs;
} ActDifference;

ActDifference *act_difference_new  (const char    *member);
void           act_difference_free (ActDifference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActDifference, act_difference_free)

G_END_DECLS
