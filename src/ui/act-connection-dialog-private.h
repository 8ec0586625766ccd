/* What the files of ActConnectionDialog share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-authority-row.h"
#include "act-connection-dialog.h"
#include "act-connection-outcome.h"
#include "act-connection-trial.h"
#include "act-entry-row.h"
#include "act-key-form.h"

G_BEGIN_DECLS

struct _ActConnectionDialog
{
  AdwWindow            parent_instance;

  ActConnections      *connections; /* (owned) */
  ActConnectionTrial  *trial;       /* (owned) */
  ActPasteCatcher     *catcher;     /* (owned) */
  GCancellable        *cancellable; /* (owned) */
  ActConnectionEntry  *existing;    /* (owned) (nullable): which is what was entered */
  gboolean             keep;        /* whether it is added once it works */
  gboolean             is_adding;

  GtkWidget           *cancel_button;
  GtkWidget           *back_button;
  GtkWidget           *connect_button;
  GtkStack            *stack;
  GtkWidget           *form;
  GtkAdjustment       *scrolled;
  ActConnectionOutcome *outcome;
  ActEntryRow         *name;
  ActEntryRow         *organisation;
  ActEntryRow         *base_url;
  ActKeyForm          *key_form;
  ActAuthorityRow     *authority;
};

ActConnection *act_connection_dialog_make_connection (ActConnectionDialog  *self,
                                                      GError              **error);
gboolean       act_connection_dialog_check           (ActConnectionDialog  *self);

void           act_connection_dialog_start           (ActConnectionDialog  *self,
                                                      gboolean              keep);
void           act_connection_dialog_finish_test     (ActConnectionDialog  *self,
                                                      gboolean              passed);
void           act_connection_dialog_accept_offer    (ActConnectionDialog  *self);
void           act_connection_dialog_forget_test     (ActConnectionDialog  *self);

G_END_DECLS
