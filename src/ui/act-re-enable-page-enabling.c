/* Enables the integration of the page, now or when the server is back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-re-enable-page-private.h"

#include "act-api-error.h"
#include "act-earlier-error-text.h"
#include "act-configuration-text.h"
#include "act-session-changes.h"
#include "act-session-configurations.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const ActIntegrationConfiguration *
get_configuration (ActReEnablePage *self)
{
  return act_configuration_finder_get_configuration (self->finder);
}

static void
set_changing (ActReEnablePage *self,
              gboolean         is_changing)
{
  self->is_changing = is_changing;
  if (is_changing)
    act_problem_box_hide (self->problem);

  act_re_enable_page_update (self);
}

static ActReEnableOutcome
get_outcome (const ActIntegrationConfiguration *configuration,
             gboolean                           was_enabled)
{
  if (was_enabled)
    return ACT_RE_ENABLE_ALREADY;

  return configuration->enabled ? ACT_RE_ENABLE_DONE : ACT_RE_ENABLE_NOT_DONE;
}

/* Where the server has gone meanwhile, reading again shows the way to let it wait. */
static void
show_error (ActReEnablePage *self,
            const GError    *error)
{
  if (act_ability_note_get_allowed (self->note))
    act_problem_box_show_error (self->problem, error);
  if (act_api_error_is_offline (error))
    act_configuration_finder_again (self->finder);
  else
    gtk_widget_grab_focus (self->enable_button);
}

static void
enabled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  gboolean         was_enabled = FALSE;
  ActReEnablePage *self = NULL;

  configuration = act_session_enable_configuration_finish (ACT_SESSION (source), result,
                                                           &was_enabled, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RE_ENABLE_PAGE (user_data);
  if (configuration != NULL)
    act_configuration_finder_set_configuration (self->finder, configuration);

  set_changing (self, FALSE);
  if (configuration == NULL)
    show_error (self, error);
  else
    act_re_enable_page_show_result (self, get_outcome (configuration, was_enabled));
}

static void
queued_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean         queued = FALSE;
  ActReEnablePage *self = NULL;

  queued = act_session_queue_enable_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RE_ENABLE_PAGE (user_data);
  set_changing (self, FALSE);
  if (queued)
    act_re_enable_page_show_result (self, ACT_RE_ENABLE_QUEUED);
  else
    show_error (self, error);
}

static void
enable (ActReEnablePage *self)
{
  gboolean is_offline = act_re_enable_page_is_offline (self);

  set_changing (self, TRUE);
  if (is_offline)
    act_session_queue_enable_async (self->session, get_configuration (self), self->cancellable,
                                    queued_cb, self);
  else
    act_session_enable_configuration_async (self->session, get_configuration (self)->id,
                                            self->cancellable, enabled_cb, self);
}

static void
confirmed_cb (AdwMessageDialog *question,
              const char       *response,
              ActReEnablePage  *self)
{
  if (g_str_equal (response, "enable") && act_re_enable_page_can_enable (self))
    enable (self);
}

static void
ask (ActReEnablePage *self,
     guint            n_unresolved)
{
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = act_configuration_text_name (get_configuration (self));
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkWidget       *question = NULL;

  /* Translators: %s is the name of an integration */
  heading = g_strdup_printf (_ ("Re-enable “%s”?"), name);
  body = g_strdup_printf (ngettext ("%u cause looks unresolved. If it is, the integration will be disabled again after ten more errors.",
                                    "%u causes look unresolved. If they are, the integration will be disabled again after ten more errors.",
                                    n_unresolved),
                          n_unresolved);
  question = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, NULL);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (question), heading);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (question), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question),
                                    "cancel", _ ("_Cancel"),
                                    "enable", _ ("_Re-enable"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (confirmed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

/* Enables it, after a question when causes look unresolved. */
void
act_re_enable_page_enable (ActReEnablePage *self)
{
  guint n_unresolved = 0;

  if (!act_re_enable_page_can_enable (self))
    return;

  if (self->causes != NULL)
    n_unresolved = act_earlier_error_text_count (self->causes, ACT_EARLIER_ERROR_UNRESOLVED);
  if (n_unresolved > 0)
    ask (self, n_unresolved);
  else
    enable (self);
}
