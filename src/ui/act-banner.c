/* What the user must know about the connection, one thing at a time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-banner.h"

struct _ActBanner
{
  GtkWidget parent_instance;

  GtkRevealer   *revealer;
  GtkBox        *box;
  GtkImage      *image;
  GtkLabel      *title;
  GtkLabel      *text;
  GtkButton     *button;
  GtkButton     *second_button;
  GtkMenuButton *details_button;
  GtkLabel      *details;
  GtkButton     *close_button;
};

G_DEFINE_FINAL_TYPE (ActBanner, act_banner, GTK_TYPE_WIDGET)

static void
copy_cb (GtkButton *button,
         ActBanner *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->details));
}

/* A label that can be selected takes the focus, and all of it is selected. */
static void
details_shown_cb (GtkWidget *popover,
                  ActBanner *self)
{
  gtk_label_select_region (self->details, 0, 0);
}

static void
close_cb (GtkButton *button,
          ActBanner *self)
{
  g_signal_emit_by_name (self, "closed");
}

static void
act_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_BANNER);

  G_OBJECT_CLASS (act_banner_parent_class)->dispose (object);
}

static void
act_banner_class_init (ActBannerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_banner_dispose;

  g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, ActBanner, box);
  gtk_widget_class_bind_template_child (widget_class, ActBanner, button);
  gtk_widget_class_bind_template_child (widget_class, ActBanner, close_button);
  gtk_widget_class_bind_template_child (widget_class, ActBanner, details);
  gtk_widget_class_bind_template_child (widget_class, ActBanner, details_button);
  gtk_widget_class_bind_template_child (widget_class, ActBanner, image);
  gtk_widget_class_bind_template_child (widget_class, ActBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, ActBanner, second_button);
  gtk_widget_class_bind_template_child (widget_class, ActBanner, text);
  gtk_widget_class_bind_template_child (widget_class, ActBanner, title);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_shown_cb);
}

static void
act_banner_init (ActBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_banner_new:
 *
 * Creates a hidden banner.
 *
 * Returns: (transfer floating): the banner
 */
GtkWidget *
act_banner_new (void)
{
  return g_object_new (ACT_TYPE_BANNER, NULL);
}

/**
 * act_banner_show:
 * @self: a banner
 * @icon_name: the icon that goes with the title
 * @title: what happened
 * @text: (nullable): why, and what now
 *
 * Shows the banner. Its buttons stay as they are until they are set, so that one that is offered
 * again keeps the focus, and what was opened by it stays open.
 */
void
act_banner_show (ActBanner  *self,
                 const char *icon_name,
                 const char *title,
                 const char *text)
{
  g_return_if_fail (ACT_IS_BANNER (self));

  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL && *text != '\0');
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * act_banner_hide:
 * @self: a banner
 *
 * Hides the banner.
 */
void
act_banner_hide (ActBanner *self)
{
  g_return_if_fail (ACT_IS_BANNER (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
set_button (GtkButton  *button,
            const char *label,
            const char *action_name)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL)
    return;

  gtk_button_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
}

/**
 * act_banner_set_button:
 * @self: a banner
 * @label: (nullable): what the button says, or %NULL for no button
 * @action_name: (nullable): the action that it activates
 *
 * Offers a way out.
 */
void
act_banner_set_button (ActBanner  *self,
                       const char *label,
                       const char *action_name)
{
  g_return_if_fail (ACT_IS_BANNER (self));

  set_button (self->button, label, action_name);
}

/**
 * act_banner_set_second_button:
 * @self: a banner
 * @label: (nullable): what the button says, or %NULL for no button
 * @action_name: (nullable): the action that it activates
 *
 * Offers another way out, before the first one.
 */
void
act_banner_set_second_button (ActBanner  *self,
                              const char *label,
                              const char *action_name)
{
  g_return_if_fail (ACT_IS_BANNER (self));

  set_button (self->second_button, label, action_name);
}

/**
 * act_banner_set_details:
 * @self: a banner
 * @details: (nullable): the whole message
 *
 * Offers the whole message, to be read and copied.
 */
void
act_banner_set_details (ActBanner  *self,
                        const char *details)
{
  g_return_if_fail (ACT_IS_BANNER (self));

  gtk_label_set_label (self->details, details != NULL ? details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->details_button), details != NULL);
}

/**
 * act_banner_set_closable:
 * @self: a banner
 * @closable: whether it can be closed
 *
 * Says whether the user may close it.
 */
void
act_banner_set_closable (ActBanner *self,
                         gboolean   closable)
{
  g_return_if_fail (ACT_IS_BANNER (self));

  gtk_widget_set_visible (GTK_WIDGET (self->close_button), closable);
}

/**
 * act_banner_set_narrow:
 * @self: a banner
 * @narrow: whether the buttons have no room beside the text
 *
 * Puts the buttons under the text.
 */
void
act_banner_set_narrow (ActBanner *self,
                       gboolean   narrow)
{
  g_return_if_fail (ACT_IS_BANNER (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
