/* Creates, corrects and deletes an external mapping
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-page.h"

#include "act-page.h"

#include <glib/gi18n.h>

struct _ActMappingPage
{
  GtkWidget parent_instance;

  ActSession *session; /* (owned) */
};

static char *
mapping_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Add Mapping"));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = mapping_page_dup_title;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ActMappingPage, act_mapping_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static void
act_mapping_page_dispose (GObject *object)
{
  ActMappingPage *self = ACT_MAPPING_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_MAPPING_PAGE);

  G_OBJECT_CLASS (act_mapping_page_parent_class)->dispose (object);
}

static void
act_mapping_page_class_init (ActMappingPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mapping_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mapping-page.ui");
}

static void
act_mapping_page_init (ActMappingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_page (ActSession *session)
{
  ActMappingPage *self = g_object_new (ACT_TYPE_MAPPING_PAGE, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * act_mapping_page_new:
 * @session: what to ask
 * @row_id: the row id of an event that lacks a mapping
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_mapping_page_new (ActSession *session, gint64 row_id)
{
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  return make_page (session);
}

/**
 * act_mapping_page_new_for_mapping:
 * @session: what to ask
 * @mapping: a mapping to correct or delete
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_mapping_page_new_for_mapping (ActSession *session, const ActExternalMapping *mapping)
{
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  return make_page (session);
}

/**
 * act_mapping_page_new_for_change:
 * @session: what to ask
 * @change: a mapping that was to be created
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_mapping_page_new_for_change (ActSession *session, const ActChange *change)
{
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  return make_page (session);
}

/**
 * act_mapping_page_new_empty:
 * @session: what to ask
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_mapping_page_new_empty (ActSession *session)
{
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  return make_page (session);
}
