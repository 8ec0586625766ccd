/* Lets one choose which credential an integration uses
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-chooser.h"

#include "act-credential-row.h"

#include <adwaita.h>

struct _ActCredentialChooser
{
  GtkWidget parent_instance;

  GPtrArray      *rows;    /* (owned) (element-type ActCredentialRow): rows of @list, in order */
  GtkCheckButton *nothing; /* (owned): stands for no choice, and is never shown */

  GtkWidget   *box;
  GtkWidget   *spinner;
  GtkListBox  *list;
  GtkWidget   *id_list;
  AdwEntryRow *id_entry;
};

G_DEFINE_FINAL_TYPE (ActCredentialChooser, act_credential_chooser, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static ActCredentialRow *
get_chosen (ActCredentialChooser *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (act_credential_row_get_chosen (g_ptr_array_index (self->rows, i)))
        return g_ptr_array_index (self->rows, i);
    }

  return NULL;
}

/* The row of the new credential has no id. */
static ActCredentialRow *
find_row (ActCredentialChooser *self,
          const char           *credentials_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_strcmp0 (act_credential_row_get_id (g_ptr_array_index (self->rows, i)), credentials_id) == 0)
        return g_ptr_array_index (self->rows, i);
    }

  return NULL;
}

static void
changed (ActCredentialChooser *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
chosen_cb (ActCredentialChooser *self)
{
  /* An id that was entered stands for a choice too. */
  gtk_editable_set_text (GTK_EDITABLE (self->id_entry), "");
  changed (self);
}

static void
id_changed_cb (ActCredentialChooser *self)
{
  changed (self);
}

static void
entry_activated_cb (ActCredentialChooser *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static ActCredentialRow *
add_row (ActCredentialChooser *self,
         const ActCredential  *credential,
         gboolean              in_use,
         guint                 position)
{
  GtkWidget *row = act_credential_row_new (credential, in_use, self->nothing);

  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->list, row, (int) position);
  g_ptr_array_insert (self->rows, (int) position, row);

  return ACT_CREDENTIAL_ROW (row);
}

static void
clear (ActCredentialChooser *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      g_signal_handlers_disconnect_by_data (row, self);
      gtk_list_box_remove (self->list, row);
    }

  g_ptr_array_set_size (self->rows, 0);
}

static void
act_credential_chooser_dispose (GObject *object)
{
  ActCredentialChooser *self = ACT_CREDENTIAL_CHOOSER (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->nothing);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CREDENTIAL_CHOOSER);

  G_OBJECT_CLASS (act_credential_chooser_parent_class)->dispose (object);
}

static void
act_credential_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (ACT_CREDENTIAL_CHOOSER (object)->rows);

  G_OBJECT_CLASS (act_credential_chooser_parent_class)->finalize (object);
}

static void
act_credential_chooser_class_init (ActCredentialChooserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_credential_chooser_dispose;
  object_class->finalize = act_credential_chooser_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-credential-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ActCredentialChooser, box);
  gtk_widget_class_bind_template_child (widget_class, ActCredentialChooser, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActCredentialChooser, list);
  gtk_widget_class_bind_template_child (widget_class, ActCredentialChooser, id_list);
  gtk_widget_class_bind_template_child (widget_class, ActCredentialChooser, id_entry);
  gtk_widget_class_bind_template_callback (widget_class, id_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
act_credential_chooser_init (ActCredentialChooser *self)
{
  self->rows = g_ptr_array_new ();
  self->nothing = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_credential_chooser_new:
 *
 * Returns: (transfer floating): a chooser that shows that it is waiting for its credentials
 */
GtkWidget *
act_credential_chooser_new (void)
{
  return g_object_new (ACT_TYPE_CREDENTIAL_CHOOSER, NULL);
}

/**
 * act_credential_chooser_set_credentials:
 * @self: a chooser
 * @credentials: (element-type ActCredential): what there is to choose from
 * @in_use: (nullable): the id of the one that is in use
 * @can_create: whether a new one can be made
 *
 * Shows credentials. What was chosen before stays so if it is still there; otherwise it is the one in
 * use.
 */
void
act_credential_chooser_set_credentials (ActCredentialChooser *self,
                                        GPtrArray            *credentials,
                                        const char           *in_use,
                                        gboolean              can_create)
{
  g_autofree char  *chosen_id = NULL;
  gboolean          was_new = FALSE;
  ActCredentialRow *row = NULL;

  g_return_if_fail (ACT_IS_CREDENTIAL_CHOOSER (self));
  g_return_if_fail (credentials != NULL);

  chosen_id = act_credential_chooser_dup_id (self);
  was_new = act_credential_chooser_is_new (self);
  clear (self);
  for (guint i = 0; i < credentials->len; i++)
    {
      const ActCredential *credential = g_ptr_array_index (credentials, i);

      add_row (self, credential, g_strcmp0 (credential->id, in_use) == 0, self->rows->len);
    }
  if (can_create)
    add_row (self, NULL, FALSE, self->rows->len);

  if (chosen_id != NULL)
    row = find_row (self, chosen_id);
  else if (was_new)
    row = find_row (self, NULL);
  if (row == NULL && in_use != NULL)
    row = find_row (self, in_use);
  if (row != NULL)
    act_credential_row_choose (row);

  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->rows->len > 0);
  gtk_widget_set_visible (self->id_list, FALSE);
  changed (self);
}

/**
 * act_credential_chooser_ask_for_id:
 * @self: a chooser
 * @can_create: whether a new one can be made
 *
 * Lets one enter an id, since it is not known what there is to choose from.
 */
void
act_credential_chooser_ask_for_id (ActCredentialChooser *self,
                                   gboolean              can_create)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_return_if_fail (ACT_IS_CREDENTIAL_CHOOSER (self));

  act_credential_chooser_set_credentials (self, nothing, NULL, can_create);
  gtk_widget_set_visible (self->id_list, TRUE);
}

/**
 * act_credential_chooser_add:
 * @self: a chooser
 * @credential: one that was just made
 *
 * Adds a credential as the first one and chooses it.
 */
void
act_credential_chooser_add (ActCredentialChooser *self,
                            const ActCredential  *credential)
{
  ActCredentialRow *row = NULL;

  g_return_if_fail (ACT_IS_CREDENTIAL_CHOOSER (self));
  g_return_if_fail (credential != NULL);

  row = find_row (self, credential->id);
  if (row == NULL)
    row = add_row (self, credential, FALSE, 0);

  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  act_credential_row_choose (row);
}

/**
 * act_credential_chooser_dup_id:
 * @self: a chooser
 *
 * Returns: (transfer full) (nullable): the id of the credential that is chosen or entered
 */
char *
act_credential_chooser_dup_id (ActCredentialChooser *self)
{
  ActCredentialRow *row = NULL;
  g_autofree char  *entered = NULL;

  g_return_val_if_fail (ACT_IS_CREDENTIAL_CHOOSER (self), NULL);

  entered = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->id_entry))));
  if (gtk_widget_get_visible (self->id_list) && *entered != '\0')
    return g_steal_pointer (&entered);

  row = get_chosen (self);

  return row != NULL ? g_strdup (act_credential_row_get_id (row)) : NULL;
}

/**
 * act_credential_chooser_find_name:
 * @self: a chooser
 * @credentials_id: (nullable): a credential
 *
 * Returns: (nullable): what it is called, if it is one of those that can be chosen
 */
const char *
act_credential_chooser_find_name (ActCredentialChooser *self,
                                  const char           *credentials_id)
{
  ActCredentialRow *row = NULL;

  g_return_val_if_fail (ACT_IS_CREDENTIAL_CHOOSER (self), NULL);

  row = credentials_id != NULL ? find_row (self, credentials_id) : NULL;

  return row != NULL ? act_credential_row_get_name (row) : NULL;
}

/**
 * act_credential_chooser_is_new:
 * @self: a chooser
 *
 * Returns: whether a new credential is to be made
 */
gboolean
act_credential_chooser_is_new (ActCredentialChooser *self)
{
  ActCredentialRow *row = NULL;
  g_autofree char  *id = NULL;

  g_return_val_if_fail (ACT_IS_CREDENTIAL_CHOOSER (self), FALSE);

  id = act_credential_chooser_dup_id (self);
  row = get_chosen (self);

  return id == NULL && row != NULL && act_credential_row_get_id (row) == NULL;
}
