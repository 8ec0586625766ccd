/* How far the store has followed the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActMarkAbility:
 * @ACT_MARK_ABILITY_UNKNOWN: no event was marked yet
 * @ACT_MARK_ABILITY_WORKS: the API has accepted a mark
 * @ACT_MARK_ABILITY_NONE: the API refuses the call for everybody
 *
 * Whether a connection can mark events. The values are stored and must not be renumbered.
 */
typedef enum
{
  ACT_MARK_ABILITY_UNKNOWN = 0,
  ACT_MARK_ABILITY_WORKS = 1,
  ACT_MARK_ABILITY_NONE = 2,
} ActMarkAbility;

/**
 * ActPosition:
 * @as_of: when the open list was last read, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @full_at: when it was last read in full, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @history_complete: whether the actioned events were once read to the end
 * @history_at: what happened before it is or will be read when @history_complete is, milliseconds
 *   since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @event_names: (nullable) (array zero-terminated=1): the event names that the API last named
 * @found_names: (nullable) (array zero-terminated=1): event names that it did not name and that
 *   events have
 * @mark_ability: whether events can be marked
 * @mark_error_code: the #ActApiError that said so, when @mark_ability is %ACT_MARK_ABILITY_NONE
 * @mark_error_message: (nullable): and its message
 *
 * What a connection has learned of its server, kept in the store. Main thread.
 */
typedef struct
{
  gint64         as_of;
  gint64         full_at;
  gboolean       history_complete;
  gint64         history_at;
  char         **event_names;
  char         **found_names;
  ActMarkAbility mark_ability;
  int            mark_error_code;
  char          *mark_error_message;
} ActPosition;

ActPosition *act_position_new             (void);
void         act_position_free            (ActPosition          *self);
GError      *act_position_dup_mark_error  (const ActPosition    *self);
void         act_position_set_cannot_mark (ActPosition          *self,
                                           const GError         *error);
void         act_position_add_names       (ActPosition          *self,
                                           GPtrArray            *names);
GPtrArray   *act_position_list_names      (const ActPosition    *self);
char        *act_position_to_text         (const ActPosition    *self);
ActPosition *act_position_new_from_text   (const char           *text);
void         act_position_load_async      (ActStore             *store,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
ActPosition *act_position_load_finish     (ActStore             *store,
                                           GAsyncResult         *result,
                                           GError              **error);
void         act_position_save_async      (const ActPosition    *self,
                                           ActStore             *store,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     act_position_save_finish     (ActStore             *store,
                                           GAsyncResult         *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActPosition, act_position_free)

G_END_DECLS
