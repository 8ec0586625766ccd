/* What is shown while there is no connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-welcome-page.h"

struct _ActWelcomePage
{
  GtkWidget parent_instance;

  GtkWidget *status_page;
  GtkLabel  *problem;
  GtkWidget *connect_button;
  GtkWidget *demo_button;
};

G_DEFINE_FINAL_TYPE (ActWelcomePage, act_welcome_page, GTK_TYPE_WIDGET)

static gboolean
act_welcome_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ACT_WELCOME_PAGE (widget)->connect_button);
}

static void
act_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (act_welcome_page_parent_class)->dispose (object);
}

static void
act_welcome_page_class_init (ActWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_welcome_page_dispose;
  widget_class->grab_focus = act_welcome_page_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActWelcomePage, connect_button);
  gtk_widget_class_bind_template_child (widget_class, ActWelcomePage, demo_button);
  gtk_widget_class_bind_template_child (widget_class, ActWelcomePage, problem);
  gtk_widget_class_bind_template_child (widget_class, ActWelcomePage, status_page);
}

static void
act_welcome_page_init (ActWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_welcome_page_new:
 *
 * Returns: (transfer floating): a page that offers the demo too
 */
GtkWidget *
act_welcome_page_new (void)
{
  return g_object_new (ACT_TYPE_WELCOME_PAGE, NULL);
}

/**
 * act_welcome_page_set_problem:
 * @self: a page
 * @problem: (nullable): why the connection that was asked for cannot be had, plain text
 *
 * Says something, or nothing, above what it offers.
 */
void
act_welcome_page_set_problem (ActWelcomePage *self,
                              const char     *problem)
{
  g_return_if_fail (ACT_IS_WELCOME_PAGE (self));

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/**
 * act_welcome_page_set_can_start_demo:
 * @self: a page
 * @can_start_demo: whether there is a demo
 *
 * Offers the demo or does not.
 */
void
act_welcome_page_set_can_start_demo (ActWelcomePage *self,
                                     gboolean        can_start_demo)
{
  g_return_if_fail (ACT_IS_WELCOME_PAGE (self));

  gtk_widget_set_visible (self->demo_button, can_start_demo);
}
