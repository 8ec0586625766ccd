/* What stands where the list would be, while the store of an older version is upgraded
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-progress.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_UPGRADE_PAGE (act_upgrade_page_get_type ())

G_DECLARE_FINAL_TYPE (ActUpgradePage, act_upgrade_page, ACT, UPGRADE_PAGE, GtkWidget)

void act_upgrade_page_set_progress (ActUpgradePage  *self,
                                    ActStep          step,
                                    gint64           done,
                                    gint64           total);
void act_upgrade_page_clear        (ActUpgradePage  *self);

G_END_DECLS
