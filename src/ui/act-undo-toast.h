/* The toast that undoes the marks that are still held
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_UNDO_TOAST (act_undo_toast_get_type ())

/**
 * ActUndoToast:
 *
 * Shows one toast for as long as marks are held, whatever their number, and lets the session wait
 * while the pointer or the focus is on it. Its button activates `events.undo`.
 */
G_DECLARE_FINAL_TYPE (ActUndoToast, act_undo_toast, ACT, UNDO_TOAST, GObject)

ActUndoToast *act_undo_toast_new                 (AdwToastOverlay *overlay);
void          act_undo_toast_set_connection_name (ActUndoToast    *self,
                                                  const char      *name);
void          act_undo_toast_set_session         (ActUndoToast    *self,
                                                  ActSession      *session);

G_END_DECLS
