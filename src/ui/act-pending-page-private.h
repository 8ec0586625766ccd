/* What the files of Pending Changes share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-pending-page.h"
#include "act-pending.h"
#include "act-problem-box.h"

G_BEGIN_DECLS

struct _ActPendingPage
{
  GtkWidget parent_instance;

  ActSession   *session;     /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  GtkWidget    *by_kind[ACT_N_PENDING_KINDS];
  GtkWidget    *imported;
  GPtrArray    *groups;  /* (owned) (nullable) (element-type ActPendingGroup) */
  GPtrArray    *changes; /* (owned) (nullable) (element-type ActChange) */
  guint         timer;   /* until it is read again */
  gboolean      is_reading;
  gboolean      read_again;
  gboolean      has_read;

  GtkWidget     *load;
  GtkWidget     *sections;
  ActProblemBox *problem;
};

void act_pending_page_read            (ActPendingPage *self);
void act_pending_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
