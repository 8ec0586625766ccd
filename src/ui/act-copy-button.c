/* A button that copies a text and shows that it did
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-copy-button.h"

#include <glib/gi18n.h>

#define SHOW_COPIED_MILLISECONDS 1500

struct _ActCopyButton
{
  GtkButton parent_instance;

  char   *label;          /* (owned) (nullable) */
  char   *text;           /* (owned) (nullable) */
  GBytes *bytes;          /* (owned) (nullable): instead of the text */
  guint   copied_timeout; /* a source id */
};

G_DEFINE_FINAL_TYPE (ActCopyButton, act_copy_button, GTK_TYPE_BUTTON)

static void
show_copied (ActCopyButton *self,
             gboolean       copied)
{
  gtk_button_set_icon_name (GTK_BUTTON (self),
                            copied ? "object-select-symbolic" : "edit-copy-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), copied ? _ ("Copied") : self->label);
}

static gboolean
copied_timeout_cb (gpointer user_data)
{
  ActCopyButton *self = user_data;

  self->copied_timeout = 0;
  show_copied (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
copy_bytes (ActCopyButton *self)
{
  g_autoptr (GdkContentProvider) provider = NULL;

  provider = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", self->bytes);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

static void
act_copy_button_clicked (GtkButton *button)
{
  ActCopyButton *self = ACT_COPY_BUTTON (button);

  if (self->bytes != NULL)
    copy_bytes (self);
  else if (self->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  else
    return;

  show_copied (self, TRUE);
  g_clear_handle_id (&self->copied_timeout, g_source_remove);
  self->copied_timeout = g_timeout_add (SHOW_COPIED_MILLISECONDS, copied_timeout_cb, self);
}

static void
act_copy_button_dispose (GObject *object)
{
  ActCopyButton *self = ACT_COPY_BUTTON (object);

  g_clear_handle_id (&self->copied_timeout, g_source_remove);

  G_OBJECT_CLASS (act_copy_button_parent_class)->dispose (object);
}

static void
act_copy_button_finalize (GObject *object)
{
  ActCopyButton *self = ACT_COPY_BUTTON (object);

  g_free (self->label);
  g_free (self->text);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (act_copy_button_parent_class)->finalize (object);
}

static void
act_copy_button_class_init (ActCopyButtonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkButtonClass *button_class = GTK_BUTTON_CLASS (klass);

  object_class->dispose = act_copy_button_dispose;
  object_class->finalize = act_copy_button_finalize;

  button_class->clicked = act_copy_button_clicked;
}

static void
act_copy_button_init (ActCopyButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  show_copied (self, FALSE);
}

/**
 * act_copy_button_new:
 *
 * Returns: (transfer floating): a button that copies nothing yet
 */
GtkWidget *
act_copy_button_new (void)
{
  return g_object_new (ACT_TYPE_COPY_BUTTON, NULL);
}

/**
 * act_copy_button_set_label:
 * @label: (nullable): what the button is called, for its tooltip and for assistive technology
 */
void
act_copy_button_set_label (ActCopyButton *self,
                           const char    *label)
{
  char *copy = g_strdup (label);

  g_return_if_fail (ACT_IS_COPY_BUTTON (self));

  g_free (self->label);
  self->label = copy;

  if (self->copied_timeout == 0)
    show_copied (self, FALSE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "",
                                  -1);
}

/**
 * act_copy_button_set_text:
 * @text: (nullable): what the button copies; without it the button cannot be pressed
 */
void
act_copy_button_set_text (ActCopyButton *self,
                          const char    *text)
{
  char *copy = g_strdup (text);

  g_return_if_fail (ACT_IS_COPY_BUTTON (self));

  g_free (self->text);
  self->text = copy;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  gtk_widget_set_sensitive (GTK_WIDGET (self), text != NULL);
}

/**
 * act_copy_button_set_bytes:
 * @bytes: (nullable): what the button copies; UTF-8, not ended by a zero
 *
 * As act_copy_button_set_text(), for a text so large that it should not be copied more than once.
 */
void
act_copy_button_set_bytes (ActCopyButton *self,
                           GBytes        *bytes)
{
  g_return_if_fail (ACT_IS_COPY_BUTTON (self));

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self), bytes != NULL);
}
