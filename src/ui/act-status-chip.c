/* Where an event stands: an icon and a word
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-status-chip.h"

#include "act-event-text.h"

#include <string.h>

struct _ActStatusChip
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *word;
};

G_DEFINE_FINAL_TYPE (ActStatusChip, act_status_chip, GTK_TYPE_WIDGET)

static const char *
get_style_class (ActEventStatus status)
{
  switch (status)
    {
    case ACT_EVENT_STATUS_REFUSED:
    case ACT_EVENT_STATUS_REOPENED:
      return "warning";

    case ACT_EVENT_STATUS_PENDING:
    case ACT_EVENT_STATUS_LOCAL:
      return "accent";

    case ACT_EVENT_STATUS_ACTIONED:
    case ACT_EVENT_STATUS_ELSEWHERE:
    case ACT_EVENT_STATUS_ACTIONED_GONE:
      return "success";

    case ACT_EVENT_STATUS_OPEN:
    case ACT_EVENT_STATUS_OPEN_GONE:
    default:
      return "quiet";
    }
}

static const char *
skip_word (const char    *whole,
           ActEventStatus status)
{
  const char *word = act_event_text_status (status);
  const char *rest = whole;

  if (g_str_has_prefix (rest, word))
    rest += strlen (word);
  if (g_str_has_prefix (rest, " · "))
    rest += strlen (" · ");

  return rest;
}

static void
act_status_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_STATUS_CHIP);

  G_OBJECT_CLASS (act_status_chip_parent_class)->dispose (object);
}

static void
act_status_chip_class_init (ActStatusChipClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_status_chip_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statuschip");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-status-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, ActStatusChip, box);
  gtk_widget_class_bind_template_child (widget_class, ActStatusChip, icon);
  gtk_widget_class_bind_template_child (widget_class, ActStatusChip, word);
}

static void
act_status_chip_init (ActStatusChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_status_chip_new:
 *
 * Returns: (transfer floating): a chip that is empty until act_status_chip_set_status()
 */
GtkWidget *
act_status_chip_new (void)
{
  return g_object_new (ACT_TYPE_STATUS_CHIP, NULL);
}

/**
 * act_status_chip_set_status:
 * @status: where the event stands
 */
void
act_status_chip_set_status (ActStatusChip *self,
                            ActEventStatus status)
{
  const char *classes[2] = { get_style_class (status), NULL };

  g_return_if_fail (ACT_IS_STATUS_CHIP (self));

  gtk_widget_set_css_classes (self->box, classes);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), act_status_chip_get_icon_name (status));
  gtk_label_set_text (GTK_LABEL (self->word), act_event_text_status (status));
}

/**
 * act_status_chip_get_icon_name:
 * @status: where an event stands
 *
 * Returns: the name of a symbolic icon for it
 */
const char *
act_status_chip_get_icon_name (ActEventStatus status)
{
  switch (status)
    {
    case ACT_EVENT_STATUS_REFUSED:
      return "dialog-warning-symbolic";

    case ACT_EVENT_STATUS_REOPENED:
      return "edit-undo-symbolic";

    case ACT_EVENT_STATUS_PENDING:
      return "document-open-recent-symbolic";

    case ACT_EVENT_STATUS_LOCAL:
      return "computer-symbolic";

    case ACT_EVENT_STATUS_ACTIONED:
    case ACT_EVENT_STATUS_ELSEWHERE:
    case ACT_EVENT_STATUS_ACTIONED_GONE:
      return "object-select-symbolic";

    case ACT_EVENT_STATUS_OPEN:
    case ACT_EVENT_STATUS_OPEN_GONE:
    default:
      return "radio-symbolic";
    }
}

/**
 * act_status_chip_get_reason:
 * @status: where an event stands
 *
 * Says how the status came to be, beside the chip's word.
 *
 * Returns: (nullable): the text, translated, or %NULL when the word says it all
 */
const char *
act_status_chip_get_reason (ActEventStatus status)
{
  const char *rest = skip_word (act_event_text_status_whole (status), status);

  return *rest != '\0' ? rest : NULL;
}

/**
 * act_status_chip_describe_rest:
 * @record: an event's record
 * @now: the time by which this year is known
 *
 * Says what stands beside the chip's word: since when, and how the status came to be.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when the word says it all
 */
char *
act_status_chip_describe_rest (const ActEventRecord *record,
                               gint64                now)
{
  g_autofree char *whole = NULL;
  const char      *rest = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  whole = act_event_text_status_detail (record, now);
  rest = skip_word (whole, record->status);

  return *rest != '\0' ? g_strdup (rest) : NULL;
}
