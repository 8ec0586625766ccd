/* The latest run of what an event is about, to see whether a follow-up helped
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RUN_CHECK (act_run_check_get_type ())

/**
 * ActRunCheck:
 *
 * Says what became of the latest run of the entity that an event is about, and opens it, where it can
 * be replayed. Hidden while there is no such run. It belongs in a page.
 */
G_DECLARE_FINAL_TYPE (ActRunCheck, act_run_check, ACT, RUN_CHECK, GtkWidget)

GtkWidget *act_run_check_new (void);
void       act_run_check_set (ActRunCheck          *self,
                              ActSession           *session,
                              const ActEventRecord *record);

G_END_DECLS
