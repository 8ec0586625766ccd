/* What can be done with the pending changes: retried, taken back, discarded, opened
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending-page-private.h"

#include "act-mapping-page.h"
#include "act-mappings-page.h"
#include "act-page.h"
#include "act-pending-menu.h"
#include "act-re-enable-page.h"
#include "act-session-changes.h"
#include "act-session-pending.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What was asked for has ended; the list shows what came of it. */
static void
end_action (ActPendingPage *self,
            const GError   *error)
{
  if (error != NULL)
    act_problem_box_show_error (self->problem, error);
  else
    act_problem_box_hide (self->problem);

  act_pending_page_read (self);
}

static void
retried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  act_session_retry_finish (ACT_SESSION (source), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end_action (ACT_PENDING_PAGE (user_data), error);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;

  rows = act_session_take_back_finish (ACT_SESSION (source), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end_action (ACT_PENDING_PAGE (user_data), error);
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  act_session_discard_change_finish (ACT_SESSION (source), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end_action (ACT_PENDING_PAGE (user_data), error);
}

static const ActChange *
find_change (ActPendingPage *self,
             gint64          id)
{
  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      const ActChange *change = g_ptr_array_index (self->changes, i);

      if (change->id == id)
        return change;
    }

  return NULL;
}

static void
retry_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ActPendingPage *self = ACT_PENDING_PAGE (widget);
  ActPendingScope scope = { 0 };

  act_pending_menu_read_target (parameter, &scope);
  act_session_retry_pending_async (self->session, &scope, self->cancellable, retried_cb, self);
}

static void
retry_change_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ActPendingPage *self = ACT_PENDING_PAGE (widget);

  act_session_retry_change_async (self->session, g_variant_get_int64 (parameter),
                                  self->cancellable, retried_cb, self);
}

/* An integration that is to be looked at again is not sent with the others. */
static gboolean
is_retried_with_others (const ActChange *change,
                        ActPendingKind   kind)
{
  if (change->state == ACT_OUTBOX_DONE || act_pending_kind_from_state (change->state) != kind)
    return FALSE;

  return kind != ACT_PENDING_REFUSED || change->action == ACT_OUTBOX_CREATE_MAPPING;
}

static void
retry_all_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  ActPendingPage *self = ACT_PENDING_PAGE (widget);
  ActPendingKind  kind = (ActPendingKind) g_variant_get_int32 (parameter);
  ActPendingScope all = act_pending_scope_of_all (kind);

  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      const ActChange *change = g_ptr_array_index (self->changes, i);

      if (is_retried_with_others (change, kind))
        act_session_retry_change_async (self->session, change->id, self->cancellable, retried_cb,
                                        self);
    }

  act_session_retry_pending_async (self->session, &all, self->cancellable, retried_cb, self);
}

/* How many marks a scope has, as far as the page knows. */
static guint
count_marks (ActPendingPage        *self,
             const ActPendingScope *scope)
{
  guint n = 0;

  if (scope->entry_id != 0)
    return 1;

  for (guint i = 0; self->groups != NULL && i < self->groups->len; i++)
    {
      const ActPendingGroup *group = g_ptr_array_index (self->groups, i);

      if (group->scope.kind == scope->kind && group->scope.from >= scope->from &&
          group->scope.to <= scope->to)
        n += group->count - group->n_sending;
    }

  return n;
}

/* A question, and what is done when it is answered with yes. */
typedef struct
{
  ActPendingPage *page; /* (unowned): the question goes with its window */
  ActPendingScope scope;
  gint64          change_id;
} Question;

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  ActPendingPage *self = question->page;

  if (g_strcmp0 (response, "yes") != 0 || g_cancellable_is_cancelled (self->cancellable))
    return;

  if (question->change_id != 0)
    act_session_discard_change_async (self->session, question->change_id, self->cancellable,
                                      discarded_cb, self);
  else
    act_session_take_back_pending_async (self->session, &question->scope, self->cancellable,
                                         taken_back_cb, self);
}

static void
free_question (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->page);
  g_free (question);
}

static void
ask (ActPendingPage        *self,
     const char            *heading,
     const char            *body,
     const char            *yes,
     const ActPendingScope *scope,
     gint64                 change_id)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog = adw_message_dialog_new (window, heading, body);
  Question  *question = g_new0 (Question, 1);

  question->page = g_object_ref (self);
  question->change_id = change_id;
  if (scope != NULL)
    question->scope = *scope;

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "no", _ ("Cancel"), "yes", yes,
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "yes",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "no");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "no");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* One is taken back at once; many are not ticked again easily. */
static void
take_back_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  ActPendingPage  *self = ACT_PENDING_PAGE (widget);
  ActPendingScope  scope = { 0 };
  guint            n = 0;
  g_autofree char *heading = NULL;

  act_pending_menu_read_target (parameter, &scope);
  n = count_marks (self, &scope);
  if (n <= 1)
    {
      act_session_take_back_pending_async (self->session, &scope, self->cancellable, taken_back_cb,
                                           self);
      return;
    }

  heading = g_strdup_printf (ngettext ("Take back the mark of %u event?",
                                       "Take back the marks of %u events?", n),
                             n);
  ask (self, heading, _ ("They will be NOT ACTIONED again. What is on its way to the server stays."),
       _ ("Take Back"), &scope, 0);
}

static void
discard_change_action_cb (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  ActPendingPage  *self = ACT_PENDING_PAGE (widget);
  const ActChange *change = find_change (self, g_variant_get_int64 (parameter));

  if (change == NULL)
    return;

  if (change->state == ACT_OUTBOX_DONE)
    act_session_discard_change_async (self->session, change->id, self->cancellable, discarded_cb,
                                      self);
  else if (change->action == ACT_OUTBOX_ENABLE)
    ask (self, _ ("Discard this change?"), _ ("The integration will not be enabled."),
         _ ("Discard"), NULL, change->id);
  else
    ask (self, _ ("Discard this change?"),
         _ ("The mapping will not be created, and what you entered is lost."), _ ("Discard"), NULL,
         change->id);
}

static void
open_change_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  ActPendingPage  *self = ACT_PENDING_PAGE (widget);
  const ActChange *change = find_change (self, g_variant_get_int64 (parameter));

  if (change == NULL)
    return;

  if (change->action == ACT_OUTBOX_ENABLE)
    act_page_open (ACT_PAGE (self),
                   act_re_enable_page_new_for_configuration (self->session, change->target));
  else if (change->state == ACT_OUTBOX_DONE)
    act_page_open (ACT_PAGE (self), act_mappings_page_new (self->session));
  else
    act_page_open (ACT_PAGE (self), act_mapping_page_new_for_change (self->session, change));
}

static void
show_event_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  g_signal_emit_by_name (widget, "show-event", g_variant_get_int64 (parameter));
}

void
act_pending_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "pending.discard-change", "x",
                                   discard_change_action_cb);
  gtk_widget_class_install_action (widget_class, "pending.open-change", "x", open_change_action_cb);
  gtk_widget_class_install_action (widget_class, "pending.retry", "(ixxx)", retry_action_cb);
  gtk_widget_class_install_action (widget_class, "pending.retry-all", "i", retry_all_action_cb);
  gtk_widget_class_install_action (widget_class, "pending.retry-change", "x",
                                   retry_change_action_cb);
  gtk_widget_class_install_action (widget_class, "pending.show-event", "x", show_event_action_cb);
  gtk_widget_class_install_action (widget_class, "pending.take-back", "(ixxx)",
                                   take_back_action_cb);
}
