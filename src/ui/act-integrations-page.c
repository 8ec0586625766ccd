/* All integrations of the organisation
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-integrations-page.h"

#include "act-page.h"

#include <glib/gi18n.h>

struct _ActIntegrationsPage
{
  GtkWidget parent_instance;

  ActSession *session; /* (owned) */
};

static char *
integrations_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Integrations"));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = integrations_page_dup_title;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ActIntegrationsPage, act_integrations_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static void
act_integrations_page_dispose (GObject *object)
{
  ActIntegrationsPage *self = ACT_INTEGRATIONS_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_INTEGRATIONS_PAGE);

  G_OBJECT_CLASS (act_integrations_page_parent_class)->dispose (object);
}

static void
act_integrations_page_class_init (ActIntegrationsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_integrations_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-integrations-page.ui");
}

static void
act_integrations_page_init (ActIntegrationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_integrations_page_new:
 * @session: what to ask
 *
 * Returns: (transfer floating): a page that lists all integrations
 */
GtkWidget *
act_integrations_page_new (ActSession *session)
{
  ActIntegrationsPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_INTEGRATIONS_PAGE, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}
