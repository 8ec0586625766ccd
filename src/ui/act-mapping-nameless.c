/* An event that does not name what has no mapping
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-nameless.h"

#include "act-console.h"
#include "act-json-view.h"
#include "act-message-label.h"

struct _ActMappingNameless
{
  GtkWidget parent_instance;

  ActSession *session; /* (owned) (nullable) */

  ActMessageLabel *message;
  ActJsonView     *json;
};

G_DEFINE_FINAL_TYPE (ActMappingNameless, act_mapping_nameless, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_FILL_IN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
fill_in_cb (ActMappingNameless *self)
{
  g_signal_emit (self, signals[SIGNAL_FILL_IN], 0);
}

static void
open_console_cb (ActMappingNameless *self)
{
  if (self->session != NULL)
    act_console_open (GTK_WIDGET (self), self->session);
}

static void
act_mapping_nameless_dispose (GObject *object)
{
  ActMappingNameless *self = ACT_MAPPING_NAMELESS (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_MAPPING_NAMELESS);

  G_OBJECT_CLASS (act_mapping_nameless_parent_class)->dispose (object);
}

static void
act_mapping_nameless_class_init (ActMappingNamelessClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mapping_nameless_dispose;

  signals[SIGNAL_FILL_IN] = g_signal_new ("fill-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_JSON_VIEW);
  g_type_ensure (ACT_TYPE_MESSAGE_LABEL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mapping-nameless.ui");
  gtk_widget_class_bind_template_child (widget_class, ActMappingNameless, message);
  gtk_widget_class_bind_template_child (widget_class, ActMappingNameless, json);
  gtk_widget_class_bind_template_callback (widget_class, fill_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_console_cb);
}

static void
act_mapping_nameless_init (ActMappingNameless *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_mapping_nameless_new:
 *
 * Returns: (transfer floating): a widget without an event
 */
GtkWidget *
act_mapping_nameless_new (void)
{
  return g_object_new (ACT_TYPE_MAPPING_NAMELESS, NULL);
}

/**
 * act_mapping_nameless_set_record:
 * @session: where the event is
 * @record: an event with its payload
 *
 * Shows an event.
 */
void
act_mapping_nameless_set_record (ActMappingNameless   *self,
                                 ActSession           *session,
                                 const ActEventRecord *record)
{
  g_return_if_fail (ACT_IS_MAPPING_NAMELESS (self));
  g_return_if_fail (ACT_IS_SESSION (session));
  g_return_if_fail (record != NULL);

  g_set_object (&self->session, session);
  act_message_label_set_record (self->message, record);
  act_json_view_set_json (self->json, record->event->payload);
}
