/* An event's whole message, to read and to copy from
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-message-label.h"

#include "act-event-text.h"

/* A message is a sentence or two. A label lays out its whole text at once, so a message that is
 * meant to choke it goes on in the raw JSON, which is said below it. */
#define MAX_CHARACTERS 16384

struct _ActMessageLabel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *message;
  GtkWidget *goes_on;

  ActRowLook *look; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ActMessageLabel, act_message_label, GTK_TYPE_WIDGET)

static void
show_matches (ActMessageLabel *self)
{
  GtkLabel *label = GTK_LABEL (self->message);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->look == NULL)
    return;

  attributes = act_row_look_make_attributes (self->look, ACT_SEARCH_WORDS, gtk_label_get_text (label));
  gtk_label_set_attributes (label, attributes);
}

static void
act_message_label_dispose (GObject *object)
{
  g_clear_object (&ACT_MESSAGE_LABEL (object)->look);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_MESSAGE_LABEL);

  G_OBJECT_CLASS (act_message_label_parent_class)->dispose (object);
}

static void
act_message_label_class_init (ActMessageLabelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_message_label_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-message-label.ui");
  gtk_widget_class_bind_template_child (widget_class, ActMessageLabel, box);
  gtk_widget_class_bind_template_child (widget_class, ActMessageLabel, message);
  gtk_widget_class_bind_template_child (widget_class, ActMessageLabel, goes_on);
}

static void
act_message_label_init (ActMessageLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_message_label_new:
 *
 * Returns: (transfer floating): a label without a message
 */
GtkWidget *
act_message_label_new (void)
{
  return g_object_new (ACT_TYPE_MESSAGE_LABEL, NULL);
}

/**
 * act_message_label_set_look:
 * @self: a label
 * @look: how events are shown
 *
 * Highlights in the message what is highlighted in the list.
 */
void
act_message_label_set_look (ActMessageLabel *self,
                            ActRowLook      *look)
{
  g_return_if_fail (ACT_IS_MESSAGE_LABEL (self));
  g_return_if_fail (ACT_IS_ROW_LOOK (look));
  g_return_if_fail (self->look == NULL);

  self->look = g_object_ref (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (show_matches), self, G_CONNECT_SWAPPED);
  show_matches (self);
}

/**
 * act_message_label_set_record:
 * @record: the event whose message is to be shown
 */
void
act_message_label_set_record (ActMessageLabel      *self,
                              const ActEventRecord *record)
{
  g_autofree char *message = NULL;
  gboolean         goes_on = FALSE;

  g_return_if_fail (ACT_IS_MESSAGE_LABEL (self));
  g_return_if_fail (record != NULL);

  message = act_event_text_message (record);
  goes_on = g_utf8_strlen (message, -1) > MAX_CHARACTERS;
  if (goes_on)
    *g_utf8_offset_to_pointer (message, MAX_CHARACTERS) = '\0';

  /* The same text again would drop what is selected in it. */
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->message)), message) != 0)
    gtk_label_set_text (GTK_LABEL (self->message), message);
  show_matches (self);
  gtk_widget_set_visible (self->goes_on, goes_on);
}
