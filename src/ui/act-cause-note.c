/* That other open events have the same cause as the one that is shown
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-note.h"

#include "act-cause.h"
#include "act-event-text.h"
#include "act-session-causes.h"

#include <glib/gi18n.h>

struct _ActCauseNote
{
  GtkWidget parent_instance;

  GCancellable *cancellable; /* (owned) (nullable): of the question under way */
  gint64        row_id;      /* the event that was asked about last */
  char         *message;     /* (owned) (nullable): what it says */

  GtkWidget *box;
  GtkLabel  *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (ActCauseNote, act_cause_note, GTK_TYPE_WIDGET)

static void
cancel (ActCauseNote *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_others (ActCauseNote *self,
             gint64        cause,
             guint         n_others)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), cause != 0 && n_others > 0);
  if (cause == 0 || n_others == 0)
    return;

  if (n_others >= ACT_MAX_COUNTED_OF_CAUSE - 1)
    text = g_strdup_printf (ngettext ("At least %'u other open event with this cause",
                                      "At least %'u other open events with this cause", n_others),
                            n_others);
  else
    text = g_strdup_printf (ngettext ("%'u other open event with this cause",
                                      "%'u other open events with this cause", n_others),
                            n_others);

  gtk_label_set_label (self->label, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "(xs)", cause, self->message);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  ActCauseNote *self = NULL;
  gint64        cause = 0;
  guint         n_others = 0;

  if (!act_session_count_cause_finish (ACT_SESSION (source), result, &cause, &n_others, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;

      g_debug ("The other events of a cause cannot be counted: %s", error->message);
    }

  self = ACT_CAUSE_NOTE (user_data);
  g_clear_object (&self->cancellable);
  show_others (self, cause, n_others);
}

static void
act_cause_note_dispose (GObject *object)
{
  ActCauseNote *self = ACT_CAUSE_NOTE (object);

  cancel (self);
  g_clear_pointer (&self->message, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CAUSE_NOTE);

  G_OBJECT_CLASS (act_cause_note_parent_class)->dispose (object);
}

static void
act_cause_note_class_init (ActCauseNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_cause_note_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-cause-note.ui");
  gtk_widget_class_bind_template_child (widget_class, ActCauseNote, box);
  gtk_widget_class_bind_template_child (widget_class, ActCauseNote, button);
  gtk_widget_class_bind_template_child (widget_class, ActCauseNote, label);
}

static void
act_cause_note_init (ActCauseNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_cause_note_new:
 *
 * Returns: (transfer floating): a note that is not seen
 */
GtkWidget *
act_cause_note_new (void)
{
  return g_object_new (ACT_TYPE_CAUSE_NOTE, NULL);
}

/**
 * act_cause_note_ask:
 * @self: a note
 * @session: whose event it is
 * @record: the event
 *
 * Asks how many other events have its cause, and is seen if there are any. What is shown about the
 * same event stays until the answer is there.
 */
void
act_cause_note_ask (ActCauseNote         *self,
                    ActSession           *session,
                    const ActEventRecord *record)
{
  g_return_if_fail (ACT_IS_CAUSE_NOTE (self));
  g_return_if_fail (ACT_IS_SESSION (session));
  g_return_if_fail (record != NULL);

  cancel (self);
  if (self->row_id != record->row_id)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->row_id = record->row_id;
  g_free (self->message);
  self->message = act_event_text_message (record);
  self->cancellable = g_cancellable_new ();
  act_session_count_cause_async (session, record->row_id, self->cancellable, counted_cb, self);
}
