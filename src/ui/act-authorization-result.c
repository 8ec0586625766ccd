/* What came of an authorization, and what to do next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-authorization-result.h"

#include "act-configuration-text.h"
#include "act-enable-box.h"
#include "act-event-kind.h"
#include "act-mark-offer.h"
#include "act-outcome-heading.h"
#include "act-run-check.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActAuthorizationResult
{
  GtkWidget parent_instance;

  GtkWidget         *box;
  ActOutcomeHeading *heading;
  ActEnableBox      *enable_box;
  ActRunCheck       *run_check;
  ActMarkOffer      *offer;
};

G_DEFINE_FINAL_TYPE (ActAuthorizationResult, act_authorization_result, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGE,
  SIGNAL_CLOSE,
  SIGNAL_ENABLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
change_cb (ActAuthorizationResult *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGE], 0);
}

static void
close_cb (ActAuthorizationResult *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
enabled_cb (ActAuthorizationResult      *self,
            ActIntegrationConfiguration *configuration)
{
  g_signal_emit (self, signals[SIGNAL_ENABLED], 0, configuration);
}

static const char *
get_title (const ActIntegrationConfiguration *configuration,
           gboolean                           already)
{
  if (!configuration->authorized)
    return _ ("Saved, but Not Authorized");

  return already ? _ ("Already Authorized on the Server") : _ ("Authorized");
}

static void
show_heading (ActAuthorizationResult            *self,
              const ActIntegrationConfiguration *configuration,
              const char                        *credential_name,
              gboolean                           already)
{
  g_autofree char *name = act_configuration_text_name (configuration);
  g_autofree char *credential = NULL;
  g_autofree char *text = NULL;

  if (credential_name == NULL || *credential_name == '\0')
    {
      /* Translators: %s is the name of an integration */
      text = g_strdup_printf (configuration->authorized ? _ ("The other system accepts “%s”.")
                                                        : _ ("The other system does not accept “%s” yet."),
                              name);
    }
  else
    {
      credential = act_safe_text_line (credential_name);
      /* Translators: the first is the name of an integration, the second that of a credential */
      text = g_strdup_printf (configuration->authorized ? _ ("“%1$s” uses “%2$s”, and the other system accepts it.")
                                                        : _ ("“%1$s” uses “%2$s”, but the other system does not accept it yet."),
                              name, credential);
    }

  act_outcome_heading_set (self->heading,
                           configuration->authorized ? ACT_OUTCOME_GOOD : ACT_OUTCOME_BAD,
                           get_title (configuration, already), text);
}

/* Nothing is put right before the other system accepts the integration. */
static void
offer_marks (ActAuthorizationResult            *self,
             ActSession                        *session,
             const ActIntegrationConfiguration *configuration,
             const ActEventRecord              *record)
{
  g_autoptr (ActRelation) relation = act_relation_new (1u << ACT_EVENT_KIND_AUTHENTICATION);
  g_autofree char *name = act_configuration_text_name (configuration);
  g_autofree char *which = NULL;

  relation->configuration_id = g_strdup (configuration->id);
  if (record != NULL && record->kind == ACT_EVENT_KIND_AUTHENTICATION)
    relation->row_id = record->row_id;

  /* Translators: %s is the name of an integration */
  which = g_strdup_printf (_ ("All open authentication errors of “%s”"), name);
  act_mark_offer_set (self->offer, configuration->authorized ? session : NULL, relation, which);
}

static void
act_authorization_result_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_AUTHORIZATION_RESULT);

  G_OBJECT_CLASS (act_authorization_result_parent_class)->dispose (object);
}

static void
act_authorization_result_class_init (ActAuthorizationResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_authorization_result_dispose;

  signals[SIGNAL_CHANGE] = g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENABLED] = g_signal_new ("enabled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          ACT_TYPE_INTEGRATION_CONFIGURATION |
                                              G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (ACT_TYPE_ENABLE_BOX);
  g_type_ensure (ACT_TYPE_MARK_OFFER);
  g_type_ensure (ACT_TYPE_OUTCOME_HEADING);
  g_type_ensure (ACT_TYPE_RUN_CHECK);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-authorization-result.ui");
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationResult, box);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationResult, heading);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationResult, enable_box);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationResult, run_check);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationResult, offer);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, enabled_cb);
}

static void
act_authorization_result_init (ActAuthorizationResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_authorization_result_new:
 *
 * Returns: (transfer floating): a result that says nothing yet
 */
GtkWidget *
act_authorization_result_new (void)
{
  return g_object_new (ACT_TYPE_AUTHORIZATION_RESULT, NULL);
}

/**
 * act_authorization_result_show:
 * @self: a result
 * @session: what to ask
 * @configuration: the integration as the server has it now
 * @credential_name: (nullable): what its credential is called, from outside
 * @record: (nullable): the event that it began with
 * @already: whether the other system accepted the integration before anything was done here
 *
 * Shows what came of it.
 */
void
act_authorization_result_show (ActAuthorizationResult            *self,
                               ActSession                        *session,
                               const ActIntegrationConfiguration *configuration,
                               const char                        *credential_name,
                               const ActEventRecord              *record,
                               gboolean                           already)
{
  g_return_if_fail (ACT_IS_AUTHORIZATION_RESULT (self));
  g_return_if_fail (ACT_IS_SESSION (session));
  g_return_if_fail (configuration != NULL);

  show_heading (self, configuration, credential_name, already);
  act_enable_box_set (self->enable_box, session, configuration);
  act_run_check_set (self->run_check, session, record);
  offer_marks (self, session, configuration, record);
}
