/* What the files of ActAuthorizationPage share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-ability-note.h"
#include "act-authorization-page.h"
#include "act-authorization-result.h"
#include "act-configuration-facts.h"
#include "act-configuration-finder.h"
#include "act-conflict-view.h"
#include "act-consent-view.h"
#include "act-credential-chooser.h"
#include "act-credential-form.h"
#include "act-freshness-label.h"
#include "act-problem-box.h"
#include "act-session-configurations.h"
#include "act-session-credentials.h"

G_BEGIN_DECLS

struct _ActAuthorizationPage
{
  GtkWidget parent_instance;

  ActSession               *session;            /* (owned) */
  GCancellable             *cancellable;        /* (owned): of what is saved */
  GCancellable             *list_cancellable;   /* (owned) (nullable): of the credentials' list */
  GCancellable             *fields_cancellable; /* (owned) (nullable): of the form's fields */
  GPtrArray                *credentials;        /* (owned) (nullable): as they were read */
  ActCredential            *made;               /* (owned) (nullable): made here, but not linked yet */
  ActConfigurationConflict *conflict;           /* (owned) (nullable): that the user is asked about */
  char                     *linking_id;         /* (owned) (nullable): the credential being linked */
  gboolean                  is_saving;
  gboolean                  is_refreshing; /* whether the page was shown again after another one */
  gboolean                  was_shown;     /* whether an integration was shown before */
  guint                     reveal_source; /* a source id: it is about to be scrolled to */
  gboolean                  is_revealing;  /* whether the form appears, and is to be scrolled to */

  ActConfigurationFinder *finder;
  GtkStack               *stack;
  GtkScrolledWindow      *scroller;
  ActFreshnessLabel      *freshness;
  ActConfigurationFacts  *facts;
  ActConsentView         *consent;
  GtkWidget              *credential_box;
  GtkLabel               *list_note;
  ActCredentialChooser   *chooser;
  ActCredentialForm      *form;
  ActProblemBox          *problem;
  ActAbilityNote         *link_note;
  ActAbilityNote         *create_note;
  GtkWidget              *create_note_box;
  GtkWidget              *offline_note;
  GtkWidget              *help_button;
  GtkSpinner             *spinner;
  GtkWidget              *again_button;
  GtkWidget              *save_button;
  ActConflictView        *conflict_view;
  ActAuthorizationResult *result;
};

void     act_authorization_page_update           (ActAuthorizationPage *self);
gboolean act_authorization_page_can_save         (ActAuthorizationPage *self);
void     act_authorization_page_list_credentials (ActAuthorizationPage *self);
void     act_authorization_page_list_fields      (ActAuthorizationPage *self);
void     act_authorization_page_show_credentials (ActAuthorizationPage *self);
void     act_authorization_page_show_result      (ActAuthorizationPage *self,
                                                  gboolean              already);
void     act_authorization_page_save             (ActAuthorizationPage *self);
void     act_authorization_page_use_theirs       (ActAuthorizationPage *self);
void     act_authorization_page_save_mine        (ActAuthorizationPage *self);

G_END_DECLS
