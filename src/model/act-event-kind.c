/* The kinds of integration error event, one row of a table each
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-kind.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *event_name; /* (nullable) */
  const char *label;
  const char *icon_name;
  const char *remedy;
  ActFollowUp follow_up;
} ActEventKindRow;

/* The texts are only marked here; the front ends translate them. */
static const ActEventKindRow kinds[ACT_N_EVENT_KINDS] = {
  [ACT_EVENT_KIND_VALIDATION] = {
      "integration.validation.error",
      NC_ ("event kind", "Validation"),
      "dialog-error-symbolic",
      N_ ("Correct the data that the other system did not accept, then run the integration again."),
      ACT_FOLLOW_UP_VIEW_RUN,
  },
  [ACT_EVENT_KIND_MISSING_MAPPING] = {
      "integration.missingaccountmapping.error",
      NC_ ("event kind", "Missing mapping"),
      "insert-link-symbolic",
      N_ ("Add the external mapping that tells which record of the other system belongs to this "
          "one, then run the integration again."),
      ACT_FOLLOW_UP_ADD_MAPPING,
  },
  [ACT_EVENT_KIND_AUTHENTICATION] = {
      "integration.authentication.error",
      NC_ ("event kind", "Authentication"),
      "dialog-password-symbolic",
      N_ ("Check the credential that this integration uses: the other system did not accept it."),
      ACT_FOLLOW_UP_CONFIGURE_AUTHORIZATION,
  },
  [ACT_EVENT_KIND_PERFORM] = {
      "integration.perform.error",
      NC_ ("event kind", "Run"),
      "dialog-warning-symbolic",
      N_ ("Look at the run to see what the other system answered, put that right, then run the "
          "integration again."),
      ACT_FOLLOW_UP_VIEW_RUN,
  },
  [ACT_EVENT_KIND_DISABLED] = {
      "integration.disabled.error",
      NC_ ("event kind", "Disabled"),
      "action-unavailable-symbolic",
      N_ ("An integration is disabled after ten errors in a row: look at its earlier errors first "
          "and put their cause right, then enable it again."),
      ACT_FOLLOW_UP_RE_ENABLE,
  },
  [ACT_EVENT_KIND_OTHER] = {
      NULL,
      NC_ ("event kind", "Other"),
      "dialog-information-symbolic",
      N_ ("Read the message and the raw event: this kind of event is not known here."),
      ACT_FOLLOW_UP_NONE,
  },
};

static const char *const follow_up_labels[] = {
  [ACT_FOLLOW_UP_NONE] = NULL,
  [ACT_FOLLOW_UP_VIEW_RUN] = N_ ("View run"),
  [ACT_FOLLOW_UP_ADD_MAPPING] = N_ ("Add Mapping"),
  [ACT_FOLLOW_UP_CONFIGURE_AUTHORIZATION] = N_ ("Configure Authorization"),
  [ACT_FOLLOW_UP_RE_ENABLE] = N_ ("Re-enable"),
};

static const ActEventKindRow *
get_row (ActEventKind kind)
{
  if ((guint) kind >= ACT_N_EVENT_KINDS)
    return &kinds[ACT_EVENT_KIND_OTHER];

  return &kinds[kind];
}

/**
 * act_event_kind_from_name:
 * @event_name: (nullable): an event name, as the API writes it
 *
 * Finds the kind of an event name. Any thread.
 *
 * Returns: the kind, %ACT_EVENT_KIND_OTHER for a name that is not in the table
 */
ActEventKind
act_event_kind_from_name (const char *event_name)
{
  for (guint kind = 0; kind < ACT_N_EVENT_KINDS; kind++)
    {
      if (kinds[kind].event_name != NULL && g_strcmp0 (kinds[kind].event_name, event_name) == 0)
        return (ActEventKind) kind;
    }

  return ACT_EVENT_KIND_OTHER;
}

/**
 * act_event_kind_get_event_name:
 * @kind: a kind
 *
 * Returns: (nullable): the event name, as the API writes it; %NULL for %ACT_EVENT_KIND_OTHER
 */
const char *
act_event_kind_get_event_name (ActEventKind kind)
{
  return get_row (kind)->event_name;
}

/**
 * act_event_kind_get_label:
 * @kind: a kind
 *
 * Returns: what the kind is called, not translated
 */
const char *
act_event_kind_get_label (ActEventKind kind)
{
  return get_row (kind)->label;
}

/**
 * act_event_kind_get_icon_name:
 * @kind: a kind
 *
 * Returns: the name of a symbolic icon
 */
const char *
act_event_kind_get_icon_name (ActEventKind kind)
{
  return get_row (kind)->icon_name;
}

/**
 * act_event_kind_get_remedy:
 * @kind: a kind
 *
 * Returns: one sentence on what to do, not translated
 */
const char *
act_event_kind_get_remedy (ActEventKind kind)
{
  return get_row (kind)->remedy;
}

/**
 * act_event_kind_get_follow_up:
 * @kind: a kind
 *
 * Returns: what a person does next about it
 */
ActFollowUp
act_event_kind_get_follow_up (ActEventKind kind)
{
  return get_row (kind)->follow_up;
}

/**
 * act_follow_up_get_label:
 * @follow_up: a follow-up
 *
 * Returns: (nullable): the label of its button, not translated; %NULL for %ACT_FOLLOW_UP_NONE
 */
const char *
act_follow_up_get_label (ActFollowUp follow_up)
{
  if ((guint) follow_up >= G_N_ELEMENTS (follow_up_labels))
    return NULL;

  return follow_up_labels[follow_up];
}
