/* One of the errors for which an integration was disabled
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-earlier-error-row.h"

#include "act-earlier-error-text.h"
#include "act-event-text.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActEarlierErrorRow
{
  GtkListBoxRow parent_instance;

  gint64       row_id;
  ActEventKind kind;

  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *reason;
  GtkLabel *message;
  GtkLabel *when;
};

G_DEFINE_FINAL_TYPE (ActEarlierErrorRow, act_earlier_error_row, GTK_TYPE_LIST_BOX_ROW)

typedef struct
{
  const char *icon_name;
  const char *style;
} CauseLook;

static const CauseLook looks[] = {
  [ACT_EARLIER_ERROR_UNKNOWN] = { "dialog-question-symbolic", "dim-label" },
  [ACT_EARLIER_ERROR_UNRESOLVED] = { "dialog-warning-symbolic", "warning" },
  [ACT_EARLIER_ERROR_RESOLVED] = { "emblem-ok-symbolic", "success" },
};

static char *
describe_when (const ActEventRecord *record)
{
  gint64           time = act_event_record_get_time (record);
  g_autofree char *when = NULL;

  when = time != ACT_TIME_UNKNOWN ? act_time_text_short (time, act_time_now ()) : NULL;

  return g_strjoin (" · ", act_event_text_kind (record->kind), when, NULL);
}

static void
show_cause (ActEarlierErrorRow    *self,
            const ActEarlierError *cause)
{
  g_autofree char *message = act_event_text_message (cause->record);
  g_autofree char *when = describe_when (cause->record);
  g_autofree char *name = NULL;
  const char      *state = act_earlier_error_text_state (cause->state);

  gtk_image_set_from_icon_name (self->icon, looks[cause->state].icon_name);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), looks[cause->state].style);
  gtk_label_set_text (self->state, state);
  gtk_label_set_text (self->reason, act_earlier_error_text_reason (cause->reason));
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL && *message != '\0');
  gtk_label_set_text (self->when, when);

  name = g_strjoin (", ", state, when, message, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
act_earlier_error_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_EARLIER_ERROR_ROW);

  G_OBJECT_CLASS (act_earlier_error_row_parent_class)->dispose (object);
}

static void
act_earlier_error_row_class_init (ActEarlierErrorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_earlier_error_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-earlier-error-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActEarlierErrorRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ActEarlierErrorRow, state);
  gtk_widget_class_bind_template_child (widget_class, ActEarlierErrorRow, reason);
  gtk_widget_class_bind_template_child (widget_class, ActEarlierErrorRow, message);
  gtk_widget_class_bind_template_child (widget_class, ActEarlierErrorRow, when);
}

static void
act_earlier_error_row_init (ActEarlierErrorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_earlier_error_row_new:
 * @cause: what it shows
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
act_earlier_error_row_new (const ActEarlierError *cause)
{
  ActEarlierErrorRow *self = NULL;

  g_return_val_if_fail (cause != NULL, NULL);

  self = g_object_new (ACT_TYPE_EARLIER_ERROR_ROW, NULL);
  self->row_id = cause->record->row_id;
  self->kind = cause->record->kind;
  show_cause (self, cause);

  return GTK_WIDGET (self);
}

/**
 * act_earlier_error_row_get_row_id:
 * @self: a row
 *
 * Returns: the row id of the event
 */
gint64
act_earlier_error_row_get_row_id (ActEarlierErrorRow *self)
{
  g_return_val_if_fail (ACT_IS_EARLIER_ERROR_ROW (self), 0);

  return self->row_id;
}

/**
 * act_earlier_error_row_get_follow_up:
 * @self: a row
 *
 * Returns: what a person does about such an event
 */
ActFollowUp
act_earlier_error_row_get_follow_up (ActEarlierErrorRow *self)
{
  g_return_val_if_fail (ACT_IS_EARLIER_ERROR_ROW (self), ACT_FOLLOW_UP_NONE);

  return act_event_kind_get_follow_up (self->kind);
}
