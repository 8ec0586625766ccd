/* What can be done about a change that waits
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending-menu.h"

#include <glib/gi18n.h>

/* The kind, from and to when, and the entry of a scope, as the target of an action. */
#define SCOPE_FORMAT "(ixxx)"

/**
 * act_pending_menu_make_target:
 * @scope: some marks
 *
 * Returns: (transfer floating): the marks as an action of the dialog takes them
 */
GVariant *
act_pending_menu_make_target (const ActPendingScope *scope)
{
  return g_variant_new (SCOPE_FORMAT, (gint32) scope->kind, scope->from, scope->to,
                        scope->entry_id);
}

/**
 * act_pending_menu_read_target:
 * @target: what act_pending_menu_make_target() made
 * @scope: (out caller-allocates): return location for the marks
 *
 * Tells which marks an action is about.
 */
void
act_pending_menu_read_target (GVariant        *target,
                              ActPendingScope *scope)
{
  gint32 kind = 0;

  g_variant_get (target, SCOPE_FORMAT, &kind, &scope->from, &scope->to, &scope->entry_id);
  scope->kind = (ActPendingKind) kind;
}

/**
 * act_pending_menu_can_retry:
 * @kind: how marks stand
 *
 * Returns: whether they can be tried again
 */
gboolean
act_pending_menu_can_retry (ActPendingKind kind)
{
  return kind != ACT_PENDING_WAITING;
}

/**
 * act_pending_menu_can_take_back:
 * @kind: how marks stand
 *
 * Of what was sent without an answer the server may know.
 *
 * Returns: whether they can be taken back
 */
gboolean
act_pending_menu_can_take_back (ActPendingKind kind)
{
  return kind != ACT_PENDING_LOST;
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/**
 * act_pending_menu_new_for_marks:
 * @scope: the marks
 * @row_id: the event's row if it is one mark, or 0
 * @is_sending: whether they are being sent
 *
 * Returns: (transfer full): a menu of what can be done about marks
 */
GMenuModel *
act_pending_menu_new_for_marks (const ActPendingScope *scope,
                                gint64                 row_id,
                                gboolean               is_sending)
{
  GMenu *menu = g_menu_new ();

  if (row_id != 0)
    append (menu, _ ("Show Event"), "pending.show-event", g_variant_new_int64 (row_id));
  if (act_pending_menu_can_retry (scope->kind))
    append (menu, _ ("Try Again"), "pending.retry", act_pending_menu_make_target (scope));
  if (act_pending_menu_can_take_back (scope->kind) && !is_sending)
    append (menu, _ ("Take Back"), "pending.take-back", act_pending_menu_make_target (scope));

  return G_MENU_MODEL (menu);
}

/* An integration that was changed meanwhile is looked at again instead of being sent again. */
static gboolean
can_retry (const ActChange *change)
{
  if (change->state == ACT_OUTBOX_WAITING_FOR_SIGN_IN || change->state == ACT_OUTBOX_UNSUPPORTED)
    return TRUE;

  return change->state == ACT_OUTBOX_REFUSED && change->action == ACT_OUTBOX_CREATE_MAPPING;
}

/**
 * act_pending_menu_new_for_change:
 * @change: a change that is no mark
 *
 * Returns: (transfer full): a menu of what can be done about it
 */
GMenuModel *
act_pending_menu_new_for_change (const ActChange *change)
{
  GMenu   *menu = g_menu_new ();
  gboolean is_done = change->state == ACT_OUTBOX_DONE;
  gboolean is_sending = change->state == ACT_OUTBOX_SENDING ||
                        change->state == ACT_OUTBOX_VERIFYING;

  if (change->action == ACT_OUTBOX_ENABLE)
    append (menu, _ ("Show Integration"), "pending.open-change", g_variant_new_int64 (change->id));
  else if (is_done)
    append (menu, _ ("External Mappings"), "pending.open-change", g_variant_new_int64 (change->id));
  else if (!is_sending)
    append (menu, _ ("Edit…"), "pending.open-change", g_variant_new_int64 (change->id));

  if (can_retry (change))
    append (menu, _ ("Try Again"), "pending.retry-change", g_variant_new_int64 (change->id));
  if (is_done)
    append (menu, _ ("Remove From List"), "pending.discard-change",
            g_variant_new_int64 (change->id));
  else if (!is_sending)
    append (menu, _ ("Discard…"), "pending.discard-change", g_variant_new_int64 (change->id));

  return G_MENU_MODEL (menu);
}
