/* What came of a follow-up, in large letters
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_OUTCOME_HEADING (act_outcome_heading_get_type ())

/**
 * ActOutcomeLook:
 * @ACT_OUTCOME_GOOD: all is well now
 * @ACT_OUTCOME_WAITING: it will be
 * @ACT_OUTCOME_BAD: it is not
 */
typedef enum
{
  ACT_OUTCOME_GOOD,
  ACT_OUTCOME_WAITING,
  ACT_OUTCOME_BAD,
} ActOutcomeLook;

/**
 * ActOutcomeHeading:
 *
 * An icon, a title and a sentence at the top of a result, announced to assistive technology.
 */
G_DECLARE_FINAL_TYPE (ActOutcomeHeading, act_outcome_heading, ACT, OUTCOME_HEADING, GtkWidget)

GtkWidget *act_outcome_heading_new (void);
void       act_outcome_heading_set (ActOutcomeHeading *self,
                                    ActOutcomeLook     look,
                                    const char        *title,
                                    const char        *text);

G_END_DECLS
