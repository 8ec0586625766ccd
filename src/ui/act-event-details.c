/* One event in full: what happened, what to do, where it stands, what it names
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-details.h"

#include "act-cause-note.h"
#include "act-event-facts.h"
#include "act-event-text.h"
#include "act-json-view.h"
#include "act-message-label.h"
#include "act-remedy-card.h"
#include "act-safe-text.h"
#include "act-status-chip.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActEventDetails
{
  GtkWidget parent_instance;

  GtkWidget       *box;
  GtkWidget       *icon;
  GtkWidget       *kind;
  GtkWidget       *name;
  ActStatusChip   *status;
  GtkWidget       *status_rest;
  GtkWidget       *refusal;
  ActMessageLabel *message;
  ActRemedyCard   *remedy;
  ActCauseNote    *cause;
  GtkWidget       *buttons;
  GtkWidget       *mark;
  GtkWidget       *take_back;
  ActEventFacts   *facts;
  ActJsonView     *json;
};

G_DEFINE_FINAL_TYPE (ActEventDetails, act_event_details, GTK_TYPE_WIDGET)

static void
show_text (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
show_heading (ActEventDetails      *self,
              const ActEventRecord *record)
{
  g_autofree char *name = act_safe_text_line (record->event->name);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                act_event_kind_get_icon_name (record->kind));
  gtk_label_set_text (GTK_LABEL (self->kind), act_event_text_kind (record->kind));
  gtk_label_set_text (GTK_LABEL (self->name), name);
}

static void
show_status (ActEventDetails      *self,
             const ActEventRecord *record)
{
  g_autofree char *rest = act_status_chip_describe_rest (record, act_time_now ());

  act_status_chip_set_status (self->status, record->status);
  show_text (self->status_rest, rest);
}

static void
show_refusal (ActEventDetails      *self,
              const ActEventRecord *record)
{
  g_autofree char *refusal = NULL;
  g_autofree char *text = NULL;

  if (record->refusal != NULL && *record->refusal != '\0')
    {
      refusal = act_safe_text_line (record->refusal);
      text = g_strdup_printf (_ ("The server said: %s"), refusal);
    }

  show_text (self->refusal, text);
}

/* A mark that the server has not confirmed can always be taken back. */
static gboolean
can_take_back (const ActEventRecord *record)
{
  return record->status == ACT_EVENT_STATUS_PENDING || record->status == ACT_EVENT_STATUS_LOCAL ||
         record->status == ACT_EVENT_STATUS_REFUSED;
}

static void
show_buttons (ActEventDetails      *self,
              const ActEventRecord *record)
{
  gboolean markable = act_event_record_is_markable (record);
  gboolean reversible = can_take_back (record);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->mark), "x", record->row_id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_back), "x", record->row_id);
  gtk_widget_set_visible (self->mark, markable);
  gtk_widget_set_visible (self->take_back, reversible);
  gtk_widget_set_visible (self->buttons, markable || reversible);
}

static void
act_event_details_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_EVENT_DETAILS);

  G_OBJECT_CLASS (act_event_details_parent_class)->dispose (object);
}

static void
act_event_details_class_init (ActEventDetailsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_event_details_dispose;

  g_type_ensure (ACT_TYPE_CAUSE_NOTE);
  g_type_ensure (ACT_TYPE_EVENT_FACTS);
  g_type_ensure (ACT_TYPE_JSON_VIEW);
  g_type_ensure (ACT_TYPE_MESSAGE_LABEL);
  g_type_ensure (ACT_TYPE_REMEDY_CARD);
  g_type_ensure (ACT_TYPE_STATUS_CHIP);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-event-details.ui");
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, box);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, icon);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, kind);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, name);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, status);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, status_rest);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, refusal);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, message);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, remedy);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, buttons);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, cause);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, mark);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, take_back);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, ActEventDetails, json);
}

static void
act_event_details_init (ActEventDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_event_details_new:
 *
 * Returns: (transfer floating): a widget that shows no event yet
 */
GtkWidget *
act_event_details_new (void)
{
  return g_object_new (ACT_TYPE_EVENT_DETAILS, NULL);
}

/**
 * act_event_details_set_look:
 * @self: the details
 * @look: how events are shown
 *
 * Highlights in the event what is highlighted in the list.
 */
void
act_event_details_set_look (ActEventDetails *self,
                            ActRowLook      *look)
{
  g_return_if_fail (ACT_IS_EVENT_DETAILS (self));

  act_message_label_set_look (self->message, look);
}

/**
 * act_event_details_set_record:
 * @record: the event to show; with its payload, if the raw JSON is to be shown
 */
void
act_event_details_set_record (ActEventDetails      *self,
                              const ActEventRecord *record)
{
  g_return_if_fail (ACT_IS_EVENT_DETAILS (self));
  g_return_if_fail (record != NULL);

  show_heading (self, record);
  show_status (self, record);
  show_refusal (self, record);
  show_buttons (self, record);
  act_message_label_set_record (self->message, record);
  act_remedy_card_set_record (self->remedy, record);
  act_event_facts_set_record (self->facts, record);
  act_json_view_set_json (self->json, record->event->payload);
}

/**
 * act_event_details_ask_cause:
 * @self: the details
 * @session: whose event is shown
 * @record: the event
 *
 * Says how many other events have the cause of this one, which may change while it stays as it is.
 */
void
act_event_details_ask_cause (ActEventDetails      *self,
                             ActSession           *session,
                             const ActEventRecord *record)
{
  g_return_if_fail (ACT_IS_EVENT_DETAILS (self));

  act_cause_note_ask (self->cause, session, record);
}
