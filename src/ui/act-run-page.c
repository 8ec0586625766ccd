/* An integration run: what became of it, its log, its history, and running it again
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-page.h"

#include "act-page.h"

#include <glib/gi18n.h>

struct _ActRunPage
{
  GtkWidget parent_instance;

  ActSession *session; /* (owned) */
  gint64      row_id;  /* 0: the run was named by whoever opened the page */
  char       *run_id;  /* (owned) (nullable) */
};

static char *
run_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Integration Run"));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = run_page_dup_title;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ActRunPage, act_run_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static void
act_run_page_dispose (GObject *object)
{
  ActRunPage *self = ACT_RUN_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_RUN_PAGE);

  G_OBJECT_CLASS (act_run_page_parent_class)->dispose (object);
}

static void
act_run_page_finalize (GObject *object)
{
  ActRunPage *self = ACT_RUN_PAGE (object);

  g_free (self->run_id);

  G_OBJECT_CLASS (act_run_page_parent_class)->finalize (object);
}

static void
act_run_page_class_init (ActRunPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_run_page_dispose;
  object_class->finalize = act_run_page_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-run-page.ui");
}

static void
act_run_page_init (ActRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_run_page_new:
 * @session: what to ask
 * @row_id: the row id of the event whose run it is
 *
 * Returns: (transfer floating): a page for the run that the event names, or that is found for it
 */
GtkWidget *
act_run_page_new (ActSession *session,
                  gint64      row_id)
{
  ActRunPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_RUN_PAGE, NULL);
  self->session = g_object_ref (session);
  self->row_id = row_id;

  return GTK_WIDGET (self);
}

/**
 * act_run_page_new_for_run:
 * @session: what to ask
 * @run_id: the run's id
 *
 * Returns: (transfer floating): a page for one run
 */
GtkWidget *
act_run_page_new_for_run (ActSession *session,
                          const char *run_id)
{
  ActRunPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (run_id != NULL, NULL);

  self = g_object_new (ACT_TYPE_RUN_PAGE, NULL);
  self->session = g_object_ref (session);
  self->run_id = g_strdup (run_id);

  return GTK_WIDGET (self);
}
