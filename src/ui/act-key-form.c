/* The rows in which an access key is entered
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-key-form.h"

#include "act-connection-field-text.h"
#include "act-entry-row.h"
#include "act-secret-row.h"

struct _ActKeyForm
{
  GtkWidget parent_instance;

  GtkWidget    *list;
  ActEntryRow  *key_id;
  ActSecretRow *secret;
};

G_DEFINE_FINAL_TYPE (ActKeyForm, act_key_form, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SUBMIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (ActKeyForm *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
submit_cb (ActKeyForm *self)
{
  g_signal_emit (self, signals[SIGNAL_SUBMIT], 0);
}

static gboolean
act_key_form_grab_focus (GtkWidget *widget)
{
  ActEntryRow *key_id = ACT_KEY_FORM (widget)->key_id;

  act_entry_row_focus (key_id);
  /* Another key takes the place of the one that is there, also when it is typed. */
  gtk_editable_select_region (act_entry_row_get_editable (key_id), 0, -1);

  return TRUE;
}

static void
act_key_form_dispose (GObject *object)
{
  ActKeyForm *self = ACT_KEY_FORM (object);

  if (self->secret != NULL)
    act_key_form_wipe (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_KEY_FORM);

  G_OBJECT_CLASS (act_key_form_parent_class)->dispose (object);
}

static void
act_key_form_class_init (ActKeyFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_key_form_dispose;
  widget_class->grab_focus = act_key_form_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SUBMIT] = g_signal_new ("submit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_ENTRY_ROW);
  g_type_ensure (ACT_TYPE_SECRET_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/actioned/Actioned/ui/act-key-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ActKeyForm, key_id);
  gtk_widget_class_bind_template_child (widget_class, ActKeyForm, list);
  gtk_widget_class_bind_template_child (widget_class, ActKeyForm, secret);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
}

static void
act_key_form_init (ActKeyForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  act_entry_row_set_check (self->key_id, act_connection_field_text_key_id);
  act_secret_row_set_check (self->secret, act_connection_field_text_secret);
}

/**
 * act_key_form_new:
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
act_key_form_new (void)
{
  return g_object_new (ACT_TYPE_KEY_FORM, NULL);
}

/**
 * act_key_form_watch:
 * @self: a form
 * @catcher: what is to keep blocks of variables out of its entries
 *
 * Lets a catcher watch the entries.
 */
void
act_key_form_watch (ActKeyForm      *self,
                    ActPasteCatcher *catcher)
{
  g_return_if_fail (ACT_IS_KEY_FORM (self));

  act_paste_catcher_watch (catcher, act_entry_row_get_editable (self->key_id));
  act_paste_catcher_watch (catcher, act_secret_row_get_entry (self->secret));
}

/**
 * act_key_form_fill:
 * @self: a form
 * @key_id: (nullable): the key id, or %NULL to leave it as it is
 * @secret: (nullable): the secret, or %NULL to leave it as it is
 *
 * Enters a key, or a part of it.
 */
void
act_key_form_fill (ActKeyForm *self,
                   const char *key_id,
                   const char *secret)
{
  g_return_if_fail (ACT_IS_KEY_FORM (self));

  if (key_id != NULL)
    act_entry_row_set_text (self->key_id, key_id);
  if (secret != NULL)
    gtk_editable_set_text (act_secret_row_get_entry (self->secret), secret);
}

/**
 * act_key_form_get_key_id:
 * @self: a form
 *
 * Returns: (transfer none): what is entered, perhaps with blanks around it
 */
const char *
act_key_form_get_key_id (ActKeyForm *self)
{
  g_return_val_if_fail (ACT_IS_KEY_FORM (self), NULL);

  return act_entry_row_get_text (self->key_id);
}

/**
 * act_key_form_get_secret:
 * @self: a form
 *
 * Returns: (transfer none): what is entered; it goes with the next change, and is not to be copied
 */
const char *
act_key_form_get_secret (ActKeyForm *self)
{
  g_return_val_if_fail (ACT_IS_KEY_FORM (self), NULL);

  return gtk_editable_get_text (act_secret_row_get_entry (self->secret));
}

/**
 * act_key_form_check:
 * @self: a form
 *
 * Says at the fields what is wrong, and puts the focus into the first such field.
 *
 * Returns: whether nothing is
 */
gboolean
act_key_form_check (ActKeyForm *self)
{
  gboolean key_id_is_right = FALSE;
  gboolean secret_is_right = FALSE;

  g_return_val_if_fail (ACT_IS_KEY_FORM (self), FALSE);

  key_id_is_right = act_entry_row_check (self->key_id);
  secret_is_right = act_secret_row_check (self->secret);
  if (!key_id_is_right)
    act_entry_row_focus (self->key_id);
  else if (!secret_is_right)
    gtk_widget_grab_focus (GTK_WIDGET (self->secret));

  return key_id_is_right && secret_is_right;
}

/**
 * act_key_form_wipe:
 * @self: a form
 *
 * Empties it. The entry of the secret overwrites what it held.
 */
void
act_key_form_wipe (ActKeyForm *self)
{
  g_return_if_fail (ACT_IS_KEY_FORM (self));

  act_key_form_fill (self, "", "");
  act_entry_row_set_problem (self->key_id, NULL);
  act_secret_row_set_problem (self->secret, NULL);
}
