/* One integration, and what can be done about it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-integration-page.h"

#include "act-authorization-page.h"
#include "act-configuration-facts.h"
#include "act-configuration-finder.h"
#include "act-freshness-label.h"
#include "act-page.h"
#include "act-re-enable-page.h"
#include "act-session-credentials.h"

#include <glib/gi18n.h>

struct _ActIntegrationPage
{
  GtkWidget parent_instance;

  ActSession   *session;         /* (owned) */
  GCancellable *cancellable;     /* (owned) (nullable): of the credentials that are being listed */
  char         *credential_name; /* (owned) (nullable): until they are */

  ActConfigurationFinder *finder;
  ActFreshnessLabel      *freshness;
  ActConfigurationFacts  *facts;
  GtkWidget              *enable_button;
};

static void init_page (ActPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActIntegrationPage, act_integration_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static const ActIntegrationConfiguration *
get_configuration (ActIntegrationPage *self)
{
  return act_configuration_finder_get_configuration (self->finder);
}

static void
cancel (ActIntegrationPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Its name only; the id is shown in any case. */
static void
credentials_listed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) credentials = NULL;
  ActIntegrationPage *self = NULL;

  credentials = act_session_list_credentials_finish (ACT_SESSION (source), result, NULL, &error);
  if (credentials == NULL)
    return;

  self = ACT_INTEGRATION_PAGE (user_data);
  for (guint i = 0; i < credentials->len; i++)
    {
      const ActCredential *credential = g_ptr_array_index (credentials, i);

      if (g_strcmp0 (credential->id, get_configuration (self)->credentials_id) == 0)
        act_configuration_facts_set_credential_name (self->facts, credential->name);
    }
}

static void
found_cb (ActIntegrationPage *self)
{
  const ActIntegrationConfiguration *configuration = get_configuration (self);

  act_freshness_label_set_freshness (self->freshness, act_configuration_finder_get_freshness (self->finder));
  act_configuration_facts_set_configuration (self->facts, configuration);
  if (self->credential_name != NULL)
    act_configuration_facts_set_credential_name (self->facts, self->credential_name);
  g_clear_pointer (&self->credential_name, g_free);
  gtk_widget_set_visible (self->enable_button, !configuration->enabled);

  cancel (self);
  self->cancellable = g_cancellable_new ();
  act_session_list_credentials_async (self->session, configuration->destination, self->cancellable,
                                      credentials_listed_cb, self);
}

static void
authorize_cb (ActIntegrationPage *self)
{
  act_page_open (ACT_PAGE (self),
                 act_authorization_page_new_for_configuration (self->session, get_configuration (self)->id));
}

static void
enable_cb (ActIntegrationPage *self)
{
  act_page_open (ACT_PAGE (self),
                 act_re_enable_page_new_for_configuration (self->session, get_configuration (self)->id));
}

static char *
integration_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Integration"));
}

static gboolean
integration_page_has_unsaved_input (ActPage *page)
{
  return FALSE;
}

static void
integration_page_refresh (ActPage *page)
{
  act_configuration_finder_again (ACT_INTEGRATION_PAGE (page)->finder);
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = integration_page_dup_title;
  iface->has_unsaved_input = integration_page_has_unsaved_input;
  iface->refresh = integration_page_refresh;
}

static void
act_integration_page_dispose (GObject *object)
{
  ActIntegrationPage *self = ACT_INTEGRATION_PAGE (object);

  cancel (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_INTEGRATION_PAGE);

  G_OBJECT_CLASS (act_integration_page_parent_class)->dispose (object);
}

static void
act_integration_page_finalize (GObject *object)
{
  g_free (ACT_INTEGRATION_PAGE (object)->credential_name);

  G_OBJECT_CLASS (act_integration_page_parent_class)->finalize (object);
}

static void
act_integration_page_class_init (ActIntegrationPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_integration_page_dispose;
  object_class->finalize = act_integration_page_finalize;

  g_type_ensure (ACT_TYPE_CONFIGURATION_FACTS);
  g_type_ensure (ACT_TYPE_CONFIGURATION_FINDER);
  g_type_ensure (ACT_TYPE_FRESHNESS_LABEL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-integration-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActIntegrationPage, finder);
  gtk_widget_class_bind_template_child (widget_class, ActIntegrationPage, freshness);
  gtk_widget_class_bind_template_child (widget_class, ActIntegrationPage, facts);
  gtk_widget_class_bind_template_child (widget_class, ActIntegrationPage, enable_button);
  gtk_widget_class_bind_template_callback (widget_class, authorize_cb);
  gtk_widget_class_bind_template_callback (widget_class, enable_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
}

static void
act_integration_page_init (ActIntegrationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_integration_page_new:
 * @session: what to ask
 * @configuration_id: the integration configuration's id
 * @credential_name: (nullable): what its credential is called, if that is known already
 *
 * Returns: (transfer floating): a page for one integration
 */
GtkWidget *
act_integration_page_new (ActSession *session,
                          const char *configuration_id,
                          const char *credential_name)
{
  ActIntegrationPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (configuration_id != NULL, NULL);

  self = g_object_new (ACT_TYPE_INTEGRATION_PAGE, NULL);
  self->session = g_object_ref (session);
  self->credential_name = g_strdup (credential_name);
  act_configuration_finder_read (self->finder, session, configuration_id);

  return GTK_WIDGET (self);
}
