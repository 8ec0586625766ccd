/* Tasks that wait for the same thing, in their order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActWaitList:
 *
 * A queue from which a task leaves by itself when it is cancelled. Main thread only.
 */
typedef struct _ActWaitList ActWaitList;

ActWaitList *act_wait_list_new      (void);
void         act_wait_list_free     (ActWaitList *self);
void         act_wait_list_push     (ActWaitList *self,
                                     GTask       *task);
GTask       *act_wait_list_pop      (ActWaitList *self);
gboolean     act_wait_list_is_empty (ActWaitList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActWaitList, act_wait_list_free)

G_END_DECLS
