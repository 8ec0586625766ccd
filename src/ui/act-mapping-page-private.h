/* What the files of ActMappingPage share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-ability-note.h"
#include "act-event-record.h"
#include "act-freshness-label.h"
#include "act-integration-configuration.h"
#include "act-load-stack.h"
#include "act-mapping-conflict.h"
#include "act-mapping-form.h"
#include "act-mapping-page.h"
#include "act-mapping-result.h"
#include "act-mapping-warning.h"
#include "act-problem-box.h"
#include "act-session-mappings.h"

G_BEGIN_DECLS

/**
 * ActMappingOrigin:
 * @ACT_MAPPING_OF_EVENT: an event lacks it
 * @ACT_MAPPING_OF_SERVER: it exists, and is to be corrected or deleted
 * @ACT_MAPPING_OF_CHANGE: it was to be created, and is to be sent again
 * @ACT_MAPPING_OF_NOTHING: the form begins empty
 *
 * Where the mapping of the form comes from.
 */
typedef enum
{
  ACT_MAPPING_OF_EVENT,
  ACT_MAPPING_OF_SERVER,
  ACT_MAPPING_OF_CHANGE,
  ACT_MAPPING_OF_NOTHING,
} ActMappingOrigin;

struct _ActMappingPage
{
  GtkWidget parent_instance;

  ActSession      *session;     /* (owned) (nullable) */
  GCancellable    *cancellable; /* (owned): of all calls but the look-ups */
  ActMappingOrigin origin;
  gint64           row_id;    /* of the event */
  gint64           change_id; /* of the change that is to be replaced, or 0 */
  gboolean         may_be_on_its_way; /* whether that change may be sent at any moment */

  ActEventRecord              *record;        /* (owned) (nullable): the event */
  ActIntegrationConfiguration *configuration; /* (owned) (nullable): that it can be tied to */

  ActExternalMapping *subject;      /* (owned): what the form begins with */
  ActExternalMapping *filled;       /* (owned) (nullable): what the form said before the user came */
  ActExternalMapping *sending;      /* (owned) (nullable): what is under way, or is not certain */
  ActExternalMapping *theirs;       /* (owned) (nullable): what somebody else made of it */
  ActMappingOptions  *options;      /* (owned) (nullable) */
  GPtrArray          *existing;     /* (owned) (nullable): the entity's mappings */
  ActFreshness       *freshness;    /* (owned) (nullable): of these */
  char               *entity_name;  /* (owned) (nullable) */
  const char         *finding;      /* (nullable): how the entity is known, in words */
  guint               n_readings;   /* what the form waits for */
  gboolean            is_stale;     /* whether the server could not be asked the last time */
  gboolean            is_busy;      /* whether something is being changed */
  gboolean            is_uncertain; /* whether it may have been created */
  gboolean            wants_another; /* whether the user wants one more than there is */

  /* Look-ups that follow the fields. */
  GCancellable *records_cancellable; /* (owned) (nullable) */
  GCancellable *entity_cancellable;  /* (owned) (nullable) */
  GCancellable *other_cancellable;   /* (owned) (nullable) */
  char         *records_key;         /* (owned) (nullable): for what records were asked */
  char         *entity_key;          /* (owned) (nullable): for which entity mappings were asked */
  char         *other_key;           /* (owned) (nullable): for which record mappings were asked */
  guint         look_up_timeout;     /* a source id */

  GtkWidget          *stack;
  ActLoadStack       *load;
  ActMappingResult   *result;
  ActFreshnessLabel  *freshness_label;
  ActMappingConflict *conflict;
  ActMappingForm     *form;
  ActMappingWarning  *warning;
  GtkWidget          *existing_box;
  GtkWidget          *existing_list;
  ActProblemBox      *problem;
  ActAbilityNote     *ability;
  GtkWidget          *offline_note;
  GtkWidget          *look_again_button;
  GtkWidget          *delete_button;
  GtkWidget          *give_up_button;
  GtkWidget          *spinner;
  GtkWidget          *help_button;
  GtkWidget          *submit_button;
};

/* act-mapping-page.c */
gboolean act_mapping_page_is_offline    (ActMappingPage           *self);
void     act_mapping_page_update        (ActMappingPage           *self);
void     act_mapping_page_show_form     (ActMappingPage           *self);
void     act_mapping_page_show_existing (ActMappingPage           *self);
void     act_mapping_page_warn          (ActMappingPage           *self);
void     act_mapping_page_show_result   (ActMappingPage           *self,
                                         ActMappingOutcome         outcome,
                                         const ActExternalMapping *mapping);
void     act_mapping_page_set_subject   (ActMappingPage           *self,
                                         const ActExternalMapping *mapping);

/* act-mapping-page-loading.c */
void     act_mapping_page_load          (ActMappingPage           *self);
void     act_mapping_page_fill_in       (ActMappingPage           *self);
void     act_mapping_page_take_existing (ActMappingPage           *self,
                                         GPtrArray                *existing,
                                         ActFreshness             *freshness);

/* act-mapping-page-looking.c */
void     act_mapping_page_look_up       (ActMappingPage           *self);
void     act_mapping_page_know_entity   (ActMappingPage           *self);
void     act_mapping_page_look_up_soon  (ActMappingPage           *self);
void     act_mapping_page_stop_looking  (ActMappingPage           *self);

/* act-mapping-page-giving-up.c */
void     act_mapping_page_ask_to_give_up (ActMappingPage          *self);

/* act-mapping-page-sending.c */
void     act_mapping_page_submit        (ActMappingPage           *self);
void     act_mapping_page_look_again    (ActMappingPage           *self);
void     act_mapping_page_ask_to_delete (ActMappingPage           *self);
void     act_mapping_page_keep_theirs   (ActMappingPage           *self);
void     act_mapping_page_save_mine     (ActMappingPage           *self);

G_END_DECLS
