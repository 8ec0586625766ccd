/* The kinds of integration error event, one row of a table each
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActEventKind:
 * @ACT_EVENT_KIND_VALIDATION: integration.validation.error
 * @ACT_EVENT_KIND_MISSING_MAPPING: integration.missingaccountmapping.error
 * @ACT_EVENT_KIND_AUTHENTICATION: integration.authentication.error
 * @ACT_EVENT_KIND_PERFORM: integration.perform.error
 * @ACT_EVENT_KIND_DISABLED: integration.disabled.error
 * @ACT_EVENT_KIND_OTHER: any other event name
 *
 * What an event name means to us. The values are stored and must not be renumbered.
 *
 * The five names are those of the API's `events/types` sample; any other name is shown as it is.
 */
typedef enum
{
  ACT_EVENT_KIND_VALIDATION,
  ACT_EVENT_KIND_MISSING_MAPPING,
  ACT_EVENT_KIND_AUTHENTICATION,
  ACT_EVENT_KIND_PERFORM,
  ACT_EVENT_KIND_DISABLED,
  ACT_EVENT_KIND_OTHER,
} ActEventKind;

#define ACT_N_EVENT_KINDS (ACT_EVENT_KIND_OTHER + 1)

/**
 * ActFollowUp:
 * @ACT_FOLLOW_UP_NONE: nothing but reading
 * @ACT_FOLLOW_UP_VIEW_RUN: look at the failed run
 * @ACT_FOLLOW_UP_ADD_MAPPING: create the missing external mapping
 * @ACT_FOLLOW_UP_CONFIGURE_AUTHORIZATION: put the integration's authorization right
 * @ACT_FOLLOW_UP_RE_ENABLE: enable the integration again
 *
 * What a person does next about an event.
 */
typedef enum
{
  ACT_FOLLOW_UP_NONE,
  ACT_FOLLOW_UP_VIEW_RUN,
  ACT_FOLLOW_UP_ADD_MAPPING,
  ACT_FOLLOW_UP_CONFIGURE_AUTHORIZATION,
  ACT_FOLLOW_UP_RE_ENABLE,
} ActFollowUp;

ActEventKind  act_event_kind_from_name      (const char   *event_name);
const char   *act_event_kind_get_event_name (ActEventKind  kind);
const char   *act_event_kind_get_label      (ActEventKind  kind);
const char   *act_event_kind_get_icon_name  (ActEventKind  kind);
const char   *act_event_kind_get_remedy     (ActEventKind  kind);
ActFollowUp   act_event_kind_get_follow_up  (ActEventKind  kind);
const char   *act_follow_up_get_label       (ActFollowUp   follow_up);

G_END_DECLS
