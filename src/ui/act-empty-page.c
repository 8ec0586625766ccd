/* What is shown where the list would be, when it is empty
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-empty-page.h"

struct _ActEmptyPage
{
  GtkWidget parent_instance;

  AdwStatusPage *status_page;
  GtkSpinner    *spinner;
  GtkButton     *button;
  GtkButton     *other_button;
  GtkButton     *focused; /* (unowned) (nullable): the button that had the focus before it was hidden */
};

G_DEFINE_FINAL_TYPE (ActEmptyPage, act_empty_page, GTK_TYPE_WIDGET)

/* A way that was tried in vain is offered anew, and whoever took it is there again. */
static void
note_focus (ActEmptyPage *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self->button)))
    self->focused = self->button;
  else if (gtk_widget_has_focus (GTK_WIDGET (self->other_button)))
    self->focused = self->other_button;
}

static void
show_button (ActEmptyPage *self,
             GtkButton    *button,
             const char   *label,
             const char   *action_name)
{
  gtk_button_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_widget_set_visible (GTK_WIDGET (button), TRUE);
  if (self->focused != button)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (button));
  self->focused = NULL;
}

static void
act_empty_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_EMPTY_PAGE);

  G_OBJECT_CLASS (act_empty_page_parent_class)->dispose (object);
}

static void
act_empty_page_class_init (ActEmptyPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_empty_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActEmptyPage, button);
  gtk_widget_class_bind_template_child (widget_class, ActEmptyPage, other_button);
  gtk_widget_class_bind_template_child (widget_class, ActEmptyPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActEmptyPage, status_page);
}

static void
act_empty_page_init (ActEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_empty_page_new:
 *
 * Creates a page.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
act_empty_page_new (void)
{
  return g_object_new (ACT_TYPE_EMPTY_PAGE, NULL);
}

/**
 * act_empty_page_show:
 * @self: a page
 * @icon_name: (nullable): the icon, or %NULL for a spinner: something is under way
 * @title: which kind of empty it is; plain text
 * @description: (nullable): why, and what now; plain text
 *
 * Shows something else, without a button.
 */
void
act_empty_page_show (ActEmptyPage *self,
                     const char   *icon_name,
                     const char   *title,
                     const char   *description)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (ACT_IS_EMPTY_PAGE (self));

  /* Of the two, only the description is parsed as markup. */
  adw_status_page_set_icon_name (self->status_page, icon_name);
  adw_status_page_set_title (self->status_page, title);
  markup = description != NULL ? g_markup_escape_text (description, -1) : NULL;
  adw_status_page_set_description (self->status_page, markup);
  gtk_spinner_set_spinning (self->spinner, icon_name == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), icon_name == NULL);
  act_empty_page_set_button (self, NULL, NULL);
}

/**
 * act_empty_page_set_button:
 * @self: a page
 * @label: (nullable): what the button says, or %NULL for no button
 * @action_name: (nullable): the action that it activates
 *
 * Offers a way out.
 */
void
act_empty_page_set_button (ActEmptyPage *self,
                           const char   *label,
                           const char   *action_name)
{
  g_return_if_fail (ACT_IS_EMPTY_PAGE (self));

  note_focus (self);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->other_button), FALSE);
  if (label != NULL)
    show_button (self, self->button, label, action_name);
}

/**
 * act_empty_page_add_button:
 * @self: a page that has a button
 * @label: what the other button says
 * @action_name: the action that it activates
 *
 * Offers another way out.
 */
void
act_empty_page_add_button (ActEmptyPage *self,
                           const char   *label,
                           const char   *action_name)
{
  g_return_if_fail (ACT_IS_EMPTY_PAGE (self));
  g_return_if_fail (label != NULL);

  show_button (self, self->other_button, label, action_name);
}
