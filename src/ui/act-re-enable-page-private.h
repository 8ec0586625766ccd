/* What the files of ActReEnablePage share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-ability-note.h"
#include "act-configuration-facts.h"
#include "act-configuration-finder.h"
#include "act-freshness-label.h"
#include "act-problem-box.h"
#include "act-re-enable-page.h"
#include "act-re-enable-result.h"

G_BEGIN_DECLS

struct _ActReEnablePage
{
  GtkWidget parent_instance;

  ActSession   *session;            /* (owned) */
  GCancellable *cancellable;        /* (owned): of what is changed, and of the credentials' list */
  GCancellable *causes_cancellable; /* (owned) (nullable): of the causes that are being looked at */
  GPtrArray    *causes;             /* (owned) (nullable) (element-type ActEarlierError) */
  gboolean      is_changing;

  ActConfigurationFinder *finder;
  GtkStack               *stack;
  ActFreshnessLabel      *freshness;
  ActConfigurationFacts  *facts;
  GtkSpinner             *causes_spinner;
  GtkLabel               *summary;
  GtkListBox             *causes_list;
  ActProblemBox          *problem;
  ActAbilityNote         *note;
  GtkWidget              *offline_note;
  GtkWidget              *authorize_button;
  GtkSpinner             *spinner;
  GtkWidget              *again_button;
  GtkWidget              *enable_button;
  ActReEnableResult      *result;
};

void     act_re_enable_page_update      (ActReEnablePage   *self);
gboolean act_re_enable_page_is_offline  (ActReEnablePage   *self);
gboolean act_re_enable_page_can_enable  (ActReEnablePage   *self);
void     act_re_enable_page_show_result (ActReEnablePage   *self,
                                         ActReEnableOutcome outcome);
void     act_re_enable_page_enable      (ActReEnablePage   *self);

G_END_DECLS
