/* A page that a test tells what to say
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-fixture.h"

struct _PageFixture
{
  GtkWidget parent_instance;

  char      *title; /* (owned) */
  gboolean   unsaved;
  guint      n_refreshes;
  GtkWidget *first; /* (owned) */
  GtkWidget *last;  /* (owned) */
};

static void page_fixture_iface_init (ActPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PageFixture,
                               page_fixture,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, page_fixture_iface_init))

static char *
page_fixture_dup_title (ActPage *page)
{
  return g_strdup (PAGE_FIXTURE (page)->title);
}

static gboolean
page_fixture_has_unsaved_input (ActPage *page)
{
  return PAGE_FIXTURE (page)->unsaved;
}

static void
page_fixture_refresh (ActPage *page)
{
  PAGE_FIXTURE (page)->n_refreshes++;
}

static void
page_fixture_iface_init (ActPageInterface *iface)
{
  iface->dup_title = page_fixture_dup_title;
  iface->has_unsaved_input = page_fixture_has_unsaved_input;
  iface->refresh = page_fixture_refresh;
}

static void
page_fixture_dispose (GObject *object)
{
  PageFixture *self = PAGE_FIXTURE (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->last, gtk_widget_unparent);

  G_OBJECT_CLASS (page_fixture_parent_class)->dispose (object);
}

static void
page_fixture_finalize (GObject *object)
{
  g_free (PAGE_FIXTURE (object)->title);

  G_OBJECT_CLASS (page_fixture_parent_class)->finalize (object);
}

static void
page_fixture_class_init (PageFixtureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = page_fixture_dispose;
  G_OBJECT_CLASS (klass)->finalize = page_fixture_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
page_fixture_init (PageFixture *self)
{
  self->first = gtk_entry_new ();
  gtk_widget_set_parent (self->first, GTK_WIDGET (self));
  self->last = gtk_entry_new ();
  gtk_widget_set_parent (self->last, GTK_WIDGET (self));
}

GtkWidget *
page_fixture_new (const char *title)
{
  PageFixture *self = g_object_new (PAGE_TYPE_FIXTURE, NULL);

  self->title = g_strdup (title);

  return GTK_WIDGET (self);
}

void
page_fixture_set_title (PageFixture *self,
                        const char  *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
  act_page_change_title (ACT_PAGE (self));
}

void
page_fixture_set_unsaved (PageFixture *self,
                          gboolean     unsaved)
{
  self->unsaved = unsaved;
}

guint
page_fixture_count_refreshes (PageFixture *self)
{
  return self->n_refreshes;
}

GtkWidget *
page_fixture_get_last_entry (PageFixture *self)
{
  return self->last;
}
