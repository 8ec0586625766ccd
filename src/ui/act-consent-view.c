/* Leads to the Console where a person must consent, and waits for it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-consent-view.h"

#include "act-configuration-watch.h"
#include "act-console.h"
#include "act-error-text.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActConsentView
{
  GtkWidget parent_instance;

  ActSession            *session;          /* (owned) (nullable) */
  char                  *configuration_id; /* (owned) (nullable) */
  ActConfigurationWatch *watch;            /* (owned) (nullable): while it waits */

  GtkWidget  *box;
  GtkLabel   *title;
  GtkLabel   *text;
  GtkWidget  *waiting_box;
  GtkSpinner *spinner;
  GtkWidget  *icon;
  GtkLabel   *state;
  GtkWidget  *check_button;
};

G_DEFINE_FINAL_TYPE (ActConsentView, act_consent_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_AUTHORIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_state (ActConsentView *self,
            const char     *text,
            gboolean        waiting)
{
  gtk_label_set_text (self->state, text);
  gtk_spinner_set_spinning (self->spinner, waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), waiting);
  gtk_widget_set_visible (self->icon, !waiting);
  gtk_widget_set_visible (self->check_button, !waiting);
  gtk_widget_set_visible (self->waiting_box, TRUE);
}

static void
show_waiting (ActConsentView *self)
{
  const GError *error = act_configuration_watch_get_error (self->watch);

  if (error == NULL)
    {
      show_state (self, _ ("Waiting until you have signed in. This page notices it by itself."), TRUE);
    }
  else
    {
      g_autoptr (ActErrorText) text = act_error_text_new_for_changing (error);
      g_autofree char *words = NULL;

      /* Translators: %s is why the server cannot be asked, such as "Offline" */
      words = g_strdup_printf (_ ("Waiting until you have signed in. The server cannot be asked now: %s."), text->title);
      show_state (self, words, TRUE);
    }
}

static void
show_failure (ActConsentView *self)
{
  const GError *error = act_configuration_watch_get_error (self->watch);
  g_autoptr (ActErrorText) text = NULL;
  g_autofree char *words = NULL;

  if (error == NULL)
    {
      show_state (self, _ ("Not authorized yet"), FALSE);
      return;
    }

  text = act_error_text_new_for_changing (error);
  words = g_strjoin (" ", text->cause, text->advice, NULL);
  show_state (self, words, FALSE);
}

static void
watch_changed_cb (ActConsentView *self)
{
  const ActIntegrationConfiguration *configuration = NULL;
  g_autoptr (ActConfigurationWatch) watch = NULL;

  switch (act_configuration_watch_get_state (self->watch))
    {
    case ACT_CONFIGURATION_WATCH_AUTHORIZED:
      watch = g_object_ref (self->watch);
      configuration = act_configuration_watch_get_configuration (watch);
      act_consent_view_stop (self);
      g_signal_emit (self, signals[SIGNAL_AUTHORIZED], 0, configuration);
      break;

    case ACT_CONFIGURATION_WATCH_TIMED_OUT:
      show_state (self, _ ("Not authorized yet"), FALSE);
      break;

    case ACT_CONFIGURATION_WATCH_FAILED:
      show_failure (self);
      break;

    case ACT_CONFIGURATION_WATCH_WAITING:
    default:
      show_waiting (self);
      break;
    }
}

static void
drop_watch (ActConsentView *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
}

static void
start_watch (ActConsentView *self)
{
  drop_watch (self);
  self->watch = act_configuration_watch_new (self->session, self->configuration_id);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (watch_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_waiting (self);
}

static void
open_console_cb (ActConsentView *self)
{
  if (self->session == NULL)
    return;

  act_console_open (GTK_WIDGET (self), self->session);
  start_watch (self);
}

static void
check_again_cb (ActConsentView *self)
{
  if (self->session != NULL)
    start_watch (self);
}

static void
act_consent_view_dispose (GObject *object)
{
  ActConsentView *self = ACT_CONSENT_VIEW (object);

  drop_watch (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CONSENT_VIEW);

  G_OBJECT_CLASS (act_consent_view_parent_class)->dispose (object);
}

static void
act_consent_view_finalize (GObject *object)
{
  g_free (ACT_CONSENT_VIEW (object)->configuration_id);

  G_OBJECT_CLASS (act_consent_view_parent_class)->finalize (object);
}

static void
act_consent_view_class_init (ActConsentViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_consent_view_dispose;
  object_class->finalize = act_consent_view_finalize;

  signals[SIGNAL_AUTHORIZED] = g_signal_new ("authorized", G_TYPE_FROM_CLASS (klass),
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                             ACT_TYPE_INTEGRATION_CONFIGURATION |
                                                 G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_css_name (widget_class, "consentview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-consent-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConsentView, box);
  gtk_widget_class_bind_template_child (widget_class, ActConsentView, title);
  gtk_widget_class_bind_template_child (widget_class, ActConsentView, text);
  gtk_widget_class_bind_template_child (widget_class, ActConsentView, waiting_box);
  gtk_widget_class_bind_template_child (widget_class, ActConsentView, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActConsentView, icon);
  gtk_widget_class_bind_template_child (widget_class, ActConsentView, state);
  gtk_widget_class_bind_template_child (widget_class, ActConsentView, check_button);
  gtk_widget_class_bind_template_callback (widget_class, check_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_console_cb);
}

static void
act_consent_view_init (ActConsentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_consent_view_new:
 *
 * Returns: (transfer floating): a view of no system yet
 */
GtkWidget *
act_consent_view_new (void)
{
  return g_object_new (ACT_TYPE_CONSENT_VIEW, NULL);
}

/**
 * act_consent_view_set:
 * @self: a view
 * @session: whose Console to open, and what to ask
 * @configuration: the integration that is to be authorized
 *
 * Says which system wants a person's consent. Nothing waits before the Console was opened.
 */
void
act_consent_view_set (ActConsentView                    *self,
                      ActSession                        *session,
                      const ActIntegrationConfiguration *configuration)
{
  g_autofree char *system = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ACT_IS_CONSENT_VIEW (self));
  g_return_if_fail (ACT_IS_SESSION (session));
  g_return_if_fail (configuration != NULL && configuration->destination != NULL);

  if (g_strcmp0 (self->configuration_id, configuration->id) != 0)
    act_consent_view_stop (self);

  g_set_object (&self->session, session);
  g_free (self->configuration_id);
  self->configuration_id = g_strdup (configuration->id);

  system = act_safe_text_line (configuration->destination);
  /* Translators: %s is another system, such as Salesforce */
  title = g_strdup_printf (_ ("Sign in to %s in the Console"), system);
  text = g_strdup_printf (_ ("%s wants a person's consent in a browser, so there is no form for it here."), system);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
}

/**
 * act_consent_view_stop:
 * @self: a view
 *
 * Waits no more.
 */
void
act_consent_view_stop (ActConsentView *self)
{
  g_return_if_fail (ACT_IS_CONSENT_VIEW (self));

  drop_watch (self);
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (self->waiting_box, FALSE);
  gtk_widget_set_visible (self->check_button, FALSE);
}
