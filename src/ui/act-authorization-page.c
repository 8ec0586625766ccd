/* Puts the authorization of an integration right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-authorization-page.h"

#include "act-page.h"

#include <glib/gi18n.h>

struct _ActAuthorizationPage
{
  GtkWidget parent_instance;

  ActSession *session; /* (owned) */
};

static char *
authorization_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Configure Authorization"));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = authorization_page_dup_title;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ActAuthorizationPage, act_authorization_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static void
act_authorization_page_dispose (GObject *object)
{
  ActAuthorizationPage *self = ACT_AUTHORIZATION_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_AUTHORIZATION_PAGE);

  G_OBJECT_CLASS (act_authorization_page_parent_class)->dispose (object);
}

static void
act_authorization_page_class_init (ActAuthorizationPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_authorization_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-authorization-page.ui");
}

static void
act_authorization_page_init (ActAuthorizationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_authorization_page_new:
 * @session: what to ask
 * @row_id: the row id of the event whose integration it is
 *
 * Returns: (transfer floating): a page for the integration that the event names, or that is found
 *   for it
 */
GtkWidget *
act_authorization_page_new (ActSession *session,
                            gint64      row_id)
{
  ActAuthorizationPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_AUTHORIZATION_PAGE, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * act_authorization_page_new_for_configuration:
 * @session: what to ask
 * @configuration_id: the integration configuration's id
 *
 * Returns: (transfer floating): a page for one integration
 */
GtkWidget *
act_authorization_page_new_for_configuration (ActSession *session,
                                              const char *configuration_id)
{
  ActAuthorizationPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (configuration_id != NULL, NULL);

  self = g_object_new (ACT_TYPE_AUTHORIZATION_PAGE, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}
