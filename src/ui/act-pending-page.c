/* Pending Changes: what waits for the server and what it refused
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending-page.h"

#include "act-imported-section.h"
#include "act-load-stack.h"
#include "act-mapping-page.h"
#include "act-mappings-page.h"
#include "act-page.h"
#include "act-pending-menu.h"
#include "act-pending-section.h"
#include "act-problem-box.h"
#include "act-re-enable-page.h"
#include "act-session-changes.h"
#include "act-session-pending.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* While marks are being sent the store changes all the time. */
#define MILLISECONDS_BETWEEN_READINGS 250

struct _ActPendingPage
{
  GtkWidget parent_instance;

  ActSession   *session;     /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  GtkWidget    *by_kind[ACT_N_PENDING_KINDS];
  GtkWidget    *imported;
  GPtrArray    *groups;  /* (owned) (nullable) (element-type ActPendingGroup) */
  GPtrArray    *changes; /* (owned) (nullable) (element-type ActChange) */
  guint         timer;   /* until it is read again */
  gboolean      is_reading;
  gboolean      read_again;
  gboolean      has_read;

  GtkWidget     *load;
  GtkWidget     *sections;
  ActProblemBox *problem;
};

enum
{
  SIGNAL_SHOW_EVENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void init_page (ActPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActPendingPage, act_pending_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

/* What needs the user's eye stands above what waits by itself. */
static const ActPendingKind order[] = {
  ACT_PENDING_REFUSED,
  ACT_PENDING_LOST,
  ACT_PENDING_LOCAL,
  ACT_PENDING_SIGN_IN,
  ACT_PENDING_WAITING,
};

static void read_groups (ActPendingPage *self);

static void
show (ActPendingPage *self)
{
  self->has_read = TRUE;
  for (guint i = 0; i < ACT_N_PENDING_KINDS; i++)
    act_pending_section_show (ACT_PENDING_SECTION (self->by_kind[i]), self->groups, self->changes);

  if (self->groups->len + self->changes->len > 0 || gtk_widget_get_visible (self->imported))
    act_load_stack_show_content (ACT_LOAD_STACK (self->load));
  else
    act_load_stack_show_none (ACT_LOAD_STACK (self->load), "object-select-symbolic",
                              _ ("No Pending Changes"),
                              _ ("The server has everything that was changed on this computer."),
                              NULL);
}

static void
imported_cb (ActPendingPage *self)
{
  if (self->has_read)
    show (self);
}

static void
end_reading (ActPendingPage *self,
             const GError   *error)
{
  self->is_reading = FALSE;
  if (error != NULL && !self->has_read)
    act_load_stack_show_error (ACT_LOAD_STACK (self->load), error);
  else if (error != NULL)
    act_problem_box_show_error (self->problem, error);
  else
    show (self);

  if (self->read_again)
    read_groups (self);
}

static void
changes_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  ActPendingPage *self = NULL;

  changes = act_session_list_changes_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_PENDING_PAGE (user_data);
  if (changes != NULL)
    {
      g_clear_pointer (&self->changes, g_ptr_array_unref);
      self->changes = g_steal_pointer (&changes);
    }
  end_reading (self, error);
}

static void
groups_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  ActPendingPage *self = NULL;

  groups = act_session_list_pending_groups_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_PENDING_PAGE (user_data);
  if (groups == NULL)
    {
      end_reading (self, error);
      return;
    }

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&groups);
  act_session_list_changes_async (self->session, self->cancellable, changes_listed_cb, self);
}

static void
read_groups (ActPendingPage *self)
{
  self->read_again = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  act_session_list_pending_groups_async (self->session, self->cancellable, groups_listed_cb, self);
}

static gboolean
time_to_read_cb (gpointer user_data)
{
  ActPendingPage *self = user_data;

  self->timer = 0;
  read_groups (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (ActPendingPage *self)
{
  if (self->timer != 0)
    return;

  self->timer = g_timeout_add (MILLISECONDS_BETWEEN_READINGS, time_to_read_cb, self);
  g_source_set_name_by_id (self->timer, "[actioned] pending changes");
}

static void
read_again_cb (ActPendingPage *self)
{
  act_load_stack_show_loading (ACT_LOAD_STACK (self->load));
  read_groups (self);
}

/* What was asked for has ended; the list shows what came of it. */
static void
end_action (ActPendingPage *self,
            const GError   *error)
{
  if (error != NULL)
    act_problem_box_show_error (self->problem, error);
  else
    act_problem_box_hide (self->problem);

  read_groups (self);
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
  g_signal_emit (widget, signals[SIGNAL_SHOW_EVENT], 0, g_variant_get_int64 (parameter));
}

static char *
act_pending_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Pending Changes"));
}

static void
act_pending_page_refresh (ActPage *page)
{
  read_groups (ACT_PENDING_PAGE (page));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = act_pending_page_dup_title;
  iface->refresh = act_pending_page_refresh;
}

static void
act_pending_page_dispose (GObject *object)
{
  ActPendingPage *self = ACT_PENDING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_PENDING_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_pending_page_parent_class)->dispose (object);
}

static void
act_pending_page_finalize (GObject *object)
{
  ActPendingPage *self = ACT_PENDING_PAGE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (act_pending_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
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

static void
act_pending_page_class_init (ActPendingPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_pending_page_dispose;
  object_class->finalize = act_pending_page_finalize;

  signals[SIGNAL_SHOW_EVENT] = g_signal_new ("show-event", ACT_TYPE_PENDING_PAGE,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             1, G_TYPE_INT64);

  g_type_ensure (ACT_TYPE_LOAD_STACK);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-pending-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActPendingPage, load);
  gtk_widget_class_bind_template_child (widget_class, ActPendingPage, sections);
  gtk_widget_class_bind_template_child (widget_class, ActPendingPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, read_again_cb);
  install_actions (widget_class);
}

static void
act_pending_page_init (ActPendingPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_sections (ActPendingPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      self->by_kind[order[i]] = act_pending_section_new (self->session, order[i]);
      gtk_box_append (GTK_BOX (self->sections), self->by_kind[order[i]]);
    }

  self->imported = act_imported_section_new (self->session);
  g_signal_connect_object (self->imported, "notify::visible", G_CALLBACK (imported_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->sections), self->imported);
}

/**
 * act_pending_page_new:
 * @session: whose changes
 *
 * Creates a page with what waits and what was refused, which follows what comes of it.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_pending_page_new (ActSession *session)
{
  ActPendingPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_PENDING_PAGE, NULL);
  self->session = g_object_ref (session);
  add_sections (self);
  g_signal_connect_object (act_session_get_row_source (session), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changes-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_again_cb (self);

  return GTK_WIDGET (self);
}
