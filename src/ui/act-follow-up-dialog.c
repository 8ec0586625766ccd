/* What an event names for its follow-up
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-follow-up-dialog.h"

#include "act-error-text.h"
#include "act-event-facts.h"
#include "act-event-text.h"
#include "act-json-view.h"
#include "act-message-label.h"
#include "act-remedy-card.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActFollowUpDialog
{
  AdwWindow parent_instance;

  GCancellable *cancellable; /* (owned) (nullable) */

  GtkWidget       *stack;
  GtkWidget       *error_page;
  GtkWidget       *name;
  GtkWidget       *missing;
  ActEventFacts   *facts;
  ActMessageLabel *message;
  ActRemedyCard   *remedy;
  ActJsonView     *json;
};

G_DEFINE_FINAL_TYPE (ActFollowUpDialog, act_follow_up_dialog, ADW_TYPE_WINDOW)

/* What the follow-up needs and the event does not name, in words. */
static const char *
get_missing (const ActEventRecord *record)
{
  const ActEvent *event = record->event;

  switch (act_event_kind_get_follow_up (record->kind))
    {
    case ACT_FOLLOW_UP_VIEW_RUN:
      return event->run_id == NULL ? _ ("This event does not name its run.") : NULL;

    case ACT_FOLLOW_UP_ADD_MAPPING:
      return event->entity_id == NULL ? _ ("This event does not name what has no mapping.") : NULL;

    case ACT_FOLLOW_UP_CONFIGURE_AUTHORIZATION:
    case ACT_FOLLOW_UP_RE_ENABLE:
      return event->configuration_id == NULL ? _ ("This event does not name its integration.")
                                             : NULL;

    case ACT_FOLLOW_UP_NONE:
    default:
      return NULL;
    }
}

static void
show_title (ActFollowUpDialog    *self,
            const ActEventRecord *record)
{
  ActFollowUp follow_up = act_event_kind_get_follow_up (record->kind);

  if (follow_up != ACT_FOLLOW_UP_NONE)
    gtk_window_set_title (GTK_WINDOW (self), act_event_text_follow_up (follow_up));
}

static void
show_record (ActFollowUpDialog    *self,
             const ActEventRecord *record)
{
  g_autofree char *name = act_safe_text_line (record->event->name);
  const char      *missing = get_missing (record);

  show_title (self, record);
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->missing), missing != NULL ? missing : "");
  gtk_widget_set_visible (self->missing, missing != NULL);
  act_event_facts_set_record (self->facts, record);
  act_message_label_set_record (self->message, record);
  act_remedy_card_set_record (self->remedy, record);
  act_json_view_set_json (self->json, record->event->payload);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "event");
}

static void
show_error (ActFollowUpDialog *self,
            const GError      *error)
{
  g_autoptr (ActErrorText) text = act_error_text_new (error);
  g_autofree char *title = g_markup_escape_text (text->title, -1);
  g_autofree char *words = g_strjoin (" ", text->cause, text->advice, NULL);
  g_autofree char *description = g_markup_escape_text (words, -1);

  adw_status_page_set_title (ADW_STATUS_PAGE (self->error_page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error_page), description);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "error");
}

static void
record_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActEventRecord) record = NULL;

  record = act_session_read_record_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (record != NULL)
    show_record (ACT_FOLLOW_UP_DIALOG (user_data), record);
  else
    show_error (ACT_FOLLOW_UP_DIALOG (user_data), error);
}

static void
act_follow_up_dialog_dispose (GObject *object)
{
  ActFollowUpDialog *self = ACT_FOLLOW_UP_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_FOLLOW_UP_DIALOG);

  G_OBJECT_CLASS (act_follow_up_dialog_parent_class)->dispose (object);
}

static void
act_follow_up_dialog_class_init (ActFollowUpDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_follow_up_dialog_dispose;

  g_type_ensure (ACT_TYPE_EVENT_FACTS);
  g_type_ensure (ACT_TYPE_JSON_VIEW);
  g_type_ensure (ACT_TYPE_MESSAGE_LABEL);
  g_type_ensure (ACT_TYPE_REMEDY_CARD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-follow-up-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActFollowUpDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ActFollowUpDialog, error_page);
  gtk_widget_class_bind_template_child (widget_class, ActFollowUpDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ActFollowUpDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, ActFollowUpDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, ActFollowUpDialog, message);
  gtk_widget_class_bind_template_child (widget_class, ActFollowUpDialog, remedy);
  gtk_widget_class_bind_template_child (widget_class, ActFollowUpDialog, json);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_follow_up_dialog_init (ActFollowUpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_follow_up_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @session: where the event is
 * @row_id: the event's row id
 *
 * Returns: (transfer floating): a dialog that begins to read the event
 */
GtkWidget *
act_follow_up_dialog_new (GtkWindow  *parent,
                          ActSession *session,
                          gint64      row_id)
{
  ActFollowUpDialog *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_FOLLOW_UP_DIALOG, "transient-for", parent, NULL);
  self->cancellable = g_cancellable_new ();
  act_session_read_record_async (session, row_id, self->cancellable, record_read_cb, self);

  return GTK_WIDGET (self);
}
