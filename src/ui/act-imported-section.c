/* Changes that came unsent with an imported store, in Pending Changes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-imported-section.h"

#include "act-problem-box.h"
#include "act-session-imported.h"
#include "act-unsent-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ActImportedSection
{
  GtkWidget parent_instance;

  ActSession   *session;     /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */

  GtkBox        *box;
  GtkLabel      *names;
  GtkWidget     *buttons;
  ActProblemBox *problem;
};

G_DEFINE_FINAL_TYPE (ActImportedSection, act_imported_section, GTK_TYPE_WIDGET)

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unsent = act_session_list_imported_finish (ACT_SESSION (source), result, &error);
  ActImportedSection *self = NULL;
  g_autofree char    *names = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_IMPORTED_SECTION (user_data);
  gtk_widget_set_sensitive (self->buttons, TRUE);
  if (unsent == NULL)
    {
      act_problem_box_show_error (self->problem, error);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      return;
    }

  names = act_unsent_text (unsent);
  gtk_label_set_label (self->names, names);
  gtk_widget_set_visible (GTK_WIDGET (self), unsent->len > 0);
}

static void
read_changes (ActImportedSection *self)
{
  act_session_list_imported_async (self->session, self->cancellable, listed_cb, self);
}

static void
end_action (ActImportedSection *self,
            const GError       *error)
{
  if (error != NULL)
    act_problem_box_show_error (self->problem, error);
  else
    act_problem_box_hide (self->problem);

  read_changes (self);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ActImportedSection) self = user_data;
  g_autoptr (GError) error = NULL;

  act_session_send_imported_finish (ACT_SESSION (source), result, NULL, &error);
  if (!g_cancellable_is_cancelled (self->cancellable))
    end_action (self, error);
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ActImportedSection) self = user_data;
  g_autoptr (GError) error = NULL;

  act_session_discard_imported_finish (ACT_SESSION (source), result, &error);
  if (!g_cancellable_is_cancelled (self->cancellable))
    end_action (self, error);
}

static void
send_cb (ActImportedSection *self)
{
  gtk_widget_set_sensitive (self->buttons, FALSE);
  act_session_send_imported_async (self->session, NULL, sent_cb, g_object_ref (self));
}

static void
answered_cb (AdwMessageDialog   *dialog,
             const char         *response,
             ActImportedSection *self)
{
  if (!g_str_equal (response, "discard") || g_cancellable_is_cancelled (self->cancellable))
    return;

  gtk_widget_set_sensitive (self->buttons, FALSE);
  act_session_discard_imported_async (self->session, NULL, discarded_cb, g_object_ref (self));
}

static void
discard_cb (ActImportedSection *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog = NULL;

  dialog = adw_message_dialog_new (window, _ ("Discard the Imported Changes?"),
                                   _ ("They are not sent from this computer. The computer that they "
                                      "came from still has them."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "discard",
                                    _ ("Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
act_imported_section_dispose (GObject *object)
{
  ActImportedSection *self = ACT_IMPORTED_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_IMPORTED_SECTION);

  G_OBJECT_CLASS (act_imported_section_parent_class)->dispose (object);
}

static void
act_imported_section_finalize (GObject *object)
{
  ActImportedSection *self = ACT_IMPORTED_SECTION (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_imported_section_parent_class)->finalize (object);
}

static void
act_imported_section_class_init (ActImportedSectionClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_imported_section_dispose;
  object_class->finalize = act_imported_section_finalize;

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-imported-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ActImportedSection, box);
  gtk_widget_class_bind_template_child (widget_class, ActImportedSection, buttons);
  gtk_widget_class_bind_template_child (widget_class, ActImportedSection, names);
  gtk_widget_class_bind_template_child (widget_class, ActImportedSection, problem);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
act_imported_section_init (ActImportedSection *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_imported_section_new:
 * @session: whose changes
 *
 * Creates the section, which begins to read.
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
act_imported_section_new (ActSession *session)
{
  ActImportedSection *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_IMPORTED_SECTION, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changes-changed", G_CALLBACK (read_changes), self,
                           G_CONNECT_SWAPPED);
  read_changes (self);

  return GTK_WIDGET (self);
}
