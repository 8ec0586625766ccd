/* Asks before events are marked as actioned, and names exactly which
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mark-dialog.h"

#include "act-error-text.h"
#include "act-event-text.h"
#include "act-safe-text.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActMarkDialog
{
  AdwMessageDialog parent_instance;

  ActSession          *session;        /* (owned) */
  GSignalGroup        *source_signals; /* (owned) */
  GArray              *asked;          /* (owned): the row ids that it was opened with */
  ActSelectionSummary *named;          /* (owned) (nullable): what the dialog names now */
  gsize                n_hidden;
  GCancellable        *cancellable; /* (owned) (nullable): of the count under way */
  gboolean             is_stale;    /* whether rows changed since that count began */

  GtkWidget *kinds;
  GtkWidget *dates;
  GtkWidget *left_out;
};

G_DEFINE_FINAL_TYPE (ActMarkDialog, act_mark_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  SIGNAL_CONFIRMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void summarise (ActMarkDialog *self);

static void
show_text (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static char *
describe_kinds (const ActSelectionSummary *summary)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint kind = 0; kind < ACT_N_EVENT_KINDS; kind++)
    {
      if (summary->by_kind[kind] == 0)
        continue;

      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: how many events of which kind, such as "5 Run" */
      g_string_append_printf (text,
                              C_ ("events of a kind", "%u %s"),
                              summary->by_kind[kind],
                              act_event_text_kind (kind));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_dates (const ActSelectionSummary *summary)
{
  gint64           now = act_time_now ();
  g_autofree char *oldest = NULL;
  g_autofree char *newest = NULL;

  if (summary->oldest == ACT_TIME_UNKNOWN || summary->newest == ACT_TIME_UNKNOWN)
    return NULL;

  oldest = act_time_text_short (summary->oldest, now);
  newest = act_time_text_short (summary->newest, now);

  if (summary->row_ids->len == 1)
    return g_strdup_printf (_ ("Happened: %s"), newest);

  return g_strdup_printf (_ ("Oldest: %s\nNewest: %s"), oldest, newest);
}

static char *
describe_body (ActMarkDialog *self,
               guint          n_named)
{
  ActConnection   *connection = act_session_get_connection (self->session);
  g_autofree char *name = act_safe_text_line (act_connection_get_name (connection));
  g_autofree char *where = NULL;
  g_autofree char *hidden = NULL;
  guint            n_hidden = MIN (self->n_hidden, n_named);

  where = g_strdup_printf (ngettext ("It belongs to %s.", "They belong to %s.", n_named), name);
  if (n_hidden == 0)
    return g_steal_pointer (&where);

  if (n_named == 1)
    hidden = g_strdup (_ ("It is hidden by the current filter."));
  else
    hidden = g_strdup_printf (ngettext ("%u of them is hidden by the current filter.",
                                        "%u of them are hidden by the current filter.",
                                        n_hidden),
                              n_hidden);

  return g_strjoin ("\n", where, hidden, NULL);
}

static void
show_nothing_left (ActMarkDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  adw_message_dialog_set_heading (dialog, _ ("Nothing to mark as actioned"));
  adw_message_dialog_set_body (dialog,
                               ngettext ("The selected event was actioned meanwhile.",
                                         "The selected events were all actioned meanwhile.",
                                         self->asked->len));
  show_text (self->kinds, NULL);
  show_text (self->dates, NULL);
  show_text (self->left_out, NULL);
  adw_message_dialog_set_response_enabled (dialog, "yes", FALSE);
}

static void
show_named (ActMarkDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  guint             n_named = self->named->row_ids->len;
  guint             n_left_out = self->asked->len - n_named;
  g_autofree char  *heading = NULL;
  g_autofree char  *body = describe_body (self, n_named);
  g_autofree char  *kinds = describe_kinds (self->named);
  g_autofree char  *dates = describe_dates (self->named);
  g_autofree char  *left_out = NULL;

  heading = g_strdup_printf (ngettext ("Mark %u event as actioned?",
                                       "Mark %u events as actioned?",
                                       n_named),
                             n_named);
  if (n_left_out > 0)
    left_out = g_strdup_printf (ngettext ("%u was actioned meanwhile and is not included.",
                                          "%u were actioned meanwhile and are not included.",
                                          n_left_out),
                                n_left_out);

  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, body);
  show_text (self->kinds, kinds);
  show_text (self->dates, dates);
  show_text (self->left_out, left_out);
}

/* The button could not take the focus when the dialog opened; without this, Enter would be Cancel. */
static void
enable_yes (ActMarkDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  GtkWidget        *button = NULL;

  if (adw_message_dialog_get_response_enabled (dialog, "yes"))
    return;

  adw_message_dialog_set_response_enabled (dialog, "yes", TRUE);
  button = gtk_window_get_default_widget (GTK_WINDOW (self));
  if (button != NULL)
    gtk_widget_grab_focus (button);
}

static void
show_error (ActMarkDialog *self,
            const GError  *error)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  g_autoptr (ActErrorText) text = act_error_text_new (error);
  g_autofree char *body = g_strjoin (" ", text->cause, text->advice, NULL);

  g_clear_pointer (&self->named, act_selection_summary_free);
  adw_message_dialog_set_heading (dialog, text->title);
  adw_message_dialog_set_body (dialog, body);
  show_text (self->kinds, NULL);
  show_text (self->dates, NULL);
  show_text (self->left_out, NULL);
  adw_message_dialog_set_response_enabled (dialog, "yes", FALSE);
}

static void
summarised_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActSelectionSummary) summary = NULL;
  ActMarkDialog *self = NULL;

  summary = act_session_summarise_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MARK_DIALOG (user_data);
  g_clear_object (&self->cancellable);

  if (summary == NULL)
    {
      show_error (self, error);
      return;
    }

  g_clear_pointer (&self->named, act_selection_summary_free);
  self->named = g_steal_pointer (&summary);

  if (self->named->row_ids->len == 0)
    {
      show_nothing_left (self);
      return;
    }

  show_named (self);
  enable_yes (self);

  if (self->is_stale)
    summarise (self);
}

/* What was named once is asked about again, so that nothing that came later is ever in it. */
static void
summarise (ActMarkDialog *self)
{
  GArray *row_ids = self->named != NULL ? self->named->row_ids : self->asked;

  self->is_stale = FALSE;
  self->cancellable = g_cancellable_new ();
  act_session_summarise_async (self->session,
                               (const gint64 *) row_ids->data,
                               row_ids->len,
                               self->cancellable,
                               summarised_cb,
                               self);
}

static void
source_changed_cb (ActMarkDialog *self)
{
  if (self->cancellable != NULL)
    self->is_stale = TRUE;
  else
    summarise (self);
}

static void
act_mark_dialog_response (AdwMessageDialog *dialog,
                          const char       *response)
{
  ActMarkDialog *self = ACT_MARK_DIALOG (dialog);

  if (g_str_equal (response, "yes") && self->named != NULL && self->named->row_ids->len > 0)
    g_signal_emit (self, signals[SIGNAL_CONFIRMED], 0, self->named->row_ids);
}

static void
act_mark_dialog_dispose (GObject *object)
{
  ActMarkDialog *self = ACT_MARK_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->source_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_MARK_DIALOG);

  G_OBJECT_CLASS (act_mark_dialog_parent_class)->dispose (object);
}

static void
act_mark_dialog_finalize (GObject *object)
{
  ActMarkDialog *self = ACT_MARK_DIALOG (object);

  g_clear_pointer (&self->asked, g_array_unref);
  g_clear_pointer (&self->named, act_selection_summary_free);

  G_OBJECT_CLASS (act_mark_dialog_parent_class)->finalize (object);
}

static void
act_mark_dialog_class_init (ActMarkDialogClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass        *widget_class = GTK_WIDGET_CLASS (klass);
  AdwMessageDialogClass *dialog_class = ADW_MESSAGE_DIALOG_CLASS (klass);

  object_class->dispose = act_mark_dialog_dispose;
  object_class->finalize = act_mark_dialog_finalize;

  dialog_class->response = act_mark_dialog_response;

  /**
   * ActMarkDialog::confirmed:
   * @row_ids: (element-type gint64): exactly the events that the dialog named
   *
   * The person said Yes.
   */
  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            1,
                                            G_TYPE_ARRAY);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mark-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActMarkDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, ActMarkDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, ActMarkDialog, left_out);
}

static void
act_mark_dialog_init (ActMarkDialog *self)
{
  self->source_signals = g_signal_group_new (ACT_TYPE_ROW_SOURCE);
  g_signal_group_connect_swapped (self->source_signals,
                                  "changed",
                                  G_CALLBACK (source_changed_cb),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_mark_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @session: where the events are
 * @row_ids: (element-type gint64): the events that are to be marked; copied
 * @n_hidden: how many of them the current filter hides
 *
 * Returns: (transfer floating): a dialog that begins to count; Yes can be pressed when it has
 */
GtkWidget *
act_mark_dialog_new (GtkWindow  *parent,
                     ActSession *session,
                     GArray     *row_ids,
                     gsize       n_hidden)
{
  ActMarkDialog *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (row_ids != NULL, NULL);

  self = g_object_new (ACT_TYPE_MARK_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->asked = g_array_copy (row_ids);
  self->n_hidden = n_hidden;
  g_signal_group_set_target (self->source_signals, act_session_get_row_source (session));
  summarise (self);

  return GTK_WIDGET (self);
}
