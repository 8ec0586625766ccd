/* How a connection is, for those who show it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry.h"

G_BEGIN_DECLS

/**
 * ActEntryCondition:
 * @ACT_ENTRY_WELL: nothing is to be said of it
 * @ACT_ENTRY_OPENING: its store is being opened
 * @ACT_ENTRY_OFFLINE: its server could not be reached
 * @ACT_ENTRY_FAILING: its server was reached, and events could not be read
 * @ACT_ENTRY_REFUSED: changes were refused, or are on this computer only
 * @ACT_ENTRY_NEEDS_SECRET: its secret is not known
 * @ACT_ENTRY_NEEDS_KEY: its key does not work
 * @ACT_ENTRY_NOT_OPENED: its store could not be opened
 *
 * From %ACT_ENTRY_REFUSED on, the user has to do something.
 */
typedef enum
{
  ACT_ENTRY_WELL,
  ACT_ENTRY_OPENING,
  ACT_ENTRY_OFFLINE,
  ACT_ENTRY_FAILING,
  ACT_ENTRY_REFUSED,
  ACT_ENTRY_NEEDS_SECRET,
  ACT_ENTRY_NEEDS_KEY,
  ACT_ENTRY_NOT_OPENED,
} ActEntryCondition;

#define ACT_TYPE_ENTRY_WATCH (act_entry_watch_get_type ())

/**
 * ActEntryWatch:
 *
 * Follows an entry and its session. The signal `changed` says that something that it tells may be
 * another.
 */
G_DECLARE_FINAL_TYPE (ActEntryWatch, act_entry_watch, ACT, ENTRY_WATCH, GObject)

ActEntryWatch      *act_entry_watch_new           (ActConnectionEntry *entry);
ActConnectionEntry *act_entry_watch_get_entry     (ActEntryWatch      *self);
ActEntryCondition   act_entry_watch_get_condition (ActEntryWatch      *self);
char               *act_entry_watch_dup_name      (ActEntryWatch      *self);
char               *act_entry_watch_dup_summary   (ActEntryWatch      *self);

const char         *act_entry_condition_get_icon  (ActEntryCondition   condition);
const char         *act_entry_condition_get_text  (ActEntryCondition   condition);

G_END_DECLS
