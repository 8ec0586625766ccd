/* A dialog that shows pages, one on top of the other
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-page-dialog.h"

#include "act-page-stack.h"

#include <glib/gi18n.h>

struct _ActPageDialog
{
  AdwWindow parent_instance;

  GtkWidget    *back_button;
  ActPageStack *pages;
  char         *connection_name; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ActPageDialog, act_page_dialog, ADW_TYPE_WINDOW)

static void
pages_changed_cb (ActPageDialog *self)
{
  ActPage         *top = act_page_stack_get_top (self->pages);
  g_autofree char *title = NULL;
  g_autofree char *named = NULL;

  gtk_widget_set_visible (self->back_button, act_page_stack_get_depth (self->pages) > 1);
  if (top == NULL)
    return;

  title = act_page_dup_title (top);
  if (self->connection_name != NULL)
    /* Translators: the title of a dialog, and the name of the connection that it is about. */
    named = g_strdup_printf (_ ("%1$s · %2$s"), title, self->connection_name);

  gtk_window_set_title (GTK_WINDOW (self), named != NULL ? named : title);
}

static void
pages_emptied_cb (ActPageDialog *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
go_back_action_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ActPageDialog *self = ACT_PAGE_DIALOG (widget);

  if (act_page_stack_get_depth (self->pages) > 1)
    act_page_stack_go_back (self->pages);
}

/* Escape goes back one page, and from the first one out of the dialog. */
static void
leave_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  act_page_stack_go_back (ACT_PAGE_DIALOG (widget)->pages);
}

static gboolean
act_page_dialog_close_request (GtkWindow *window)
{
  ActPageDialog *self = ACT_PAGE_DIALOG (window);

  if (!act_page_stack_confirm_clear (self->pages))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (act_page_dialog_parent_class)->close_request (window);
}

/* The first field of the page is what the user came for, and not the header bar. */
static void
act_page_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (act_page_dialog_parent_class)->map (widget);
  gtk_widget_child_focus (GTK_WIDGET (ACT_PAGE_DIALOG (widget)->pages), GTK_DIR_TAB_FORWARD);
}

static void
act_page_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_PAGE_DIALOG);

  G_OBJECT_CLASS (act_page_dialog_parent_class)->dispose (object);
}

static void
act_page_dialog_finalize (GObject *object)
{
  g_free (ACT_PAGE_DIALOG (object)->connection_name);

  G_OBJECT_CLASS (act_page_dialog_parent_class)->finalize (object);
}

static void
act_page_dialog_class_init (ActPageDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_page_dialog_dispose;
  object_class->finalize = act_page_dialog_finalize;
  widget_class->map = act_page_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = act_page_dialog_close_request;

  g_type_ensure (ACT_TYPE_PAGE_STACK);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-page-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActPageDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, ActPageDialog, pages);
  gtk_widget_class_bind_template_callback (widget_class, pages_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_emptied_cb);
  gtk_widget_class_install_action (widget_class, "page.go-back", NULL, go_back_action_cb);
  gtk_widget_class_install_action (widget_class, "page.leave", NULL, leave_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.go-back",
                                       NULL);
}

static void
act_page_dialog_init (ActPageDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_page_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @page: (transfer floating): a widget that implements #ActPage: the first page
 *
 * Creates a dialog. It closes when its first page does.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
act_page_dialog_new (GtkWindow *parent,
                     GtkWidget *page)
{
  ActPageDialog *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_PAGE (page), NULL);

  self = g_object_new (ACT_TYPE_PAGE_DIALOG, "transient-for", parent, NULL);
  act_page_dialog_push (self, page);

  return GTK_WIDGET (self);
}

/**
 * act_page_dialog_set_connection_name:
 * @self: a dialog
 * @name: (nullable): the connection that it is about, where there are others
 *
 * Names the connection in the title.
 */
void
act_page_dialog_set_connection_name (ActPageDialog *self,
                                     const char    *name)
{
  char *copy = g_strdup (name);

  g_return_if_fail (ACT_IS_PAGE_DIALOG (self));

  g_free (self->connection_name);
  self->connection_name = copy;
  pages_changed_cb (self);
}

/**
 * act_page_dialog_push:
 * @self: a dialog
 * @page: (transfer floating): a widget that implements #ActPage
 *
 * Shows a page on top of the others.
 */
void
act_page_dialog_push (ActPageDialog *self,
                      GtkWidget     *page)
{
  g_return_if_fail (ACT_IS_PAGE_DIALOG (self));

  act_page_stack_push (self->pages, page);
}
