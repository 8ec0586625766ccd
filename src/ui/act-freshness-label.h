/* How old something is that the server could not be asked about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-finding.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_FRESHNESS_LABEL (act_freshness_label_get_type ())

/**
 * ActFreshnessLabel:
 *
 * A line that says how the thing on a page was found, and, when it comes from the store because the
 * server could not be asked, as of when it is. Hidden when there is nothing to say.
 */
G_DECLARE_FINAL_TYPE (ActFreshnessLabel, act_freshness_label, ACT, FRESHNESS_LABEL, GtkWidget)

GtkWidget *act_freshness_label_new           (void);
void       act_freshness_label_set_freshness (ActFreshnessLabel  *self,
                                              const ActFreshness *freshness);
void       act_freshness_label_set_finding   (ActFreshnessLabel  *self,
                                              const char         *text);

G_END_DECLS
