/* One credential that can be chosen
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-row.h"

#include "act-check-button.h"
#include "act-configuration-text.h"
#include "act-event.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActCredentialRow
{
  AdwActionRow parent_instance;

  ActCredential *credential; /* (owned) (nullable) */

  GtkCheckButton *button;
  GtkWidget      *in_use;
};

G_DEFINE_FINAL_TYPE (ActCredentialRow, act_credential_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
describe (const ActCredential *credential)
{
  g_autofree char *type = act_configuration_text_type (credential->type);
  g_autofree char *time = NULL;
  g_autofree char *made = NULL;

  if (credential->created == ACT_TIME_UNKNOWN)
    return g_steal_pointer (&type);

  time = act_time_text_short (credential->created, act_time_now ());
  /* Translators: %s is a date and time */
  made = g_strdup_printf (_ ("Made %s"), time);

  return type != NULL ? g_strjoin (" · ", type, made, NULL) : g_steal_pointer (&made);
}

static void
show_texts (ActCredentialRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (self->credential != NULL)
    {
      title = act_configuration_text_credential (self->credential);
      subtitle = describe (self->credential);
    }
  else
    {
      title = g_strdup (_ ("New Credential"));
      subtitle = g_strdup (_ ("Its secrets go to the server and are kept nowhere else"));
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
toggled_cb (ActCredentialRow *self)
{
  if (act_credential_row_get_chosen (self))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
act_credential_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CREDENTIAL_ROW);

  G_OBJECT_CLASS (act_credential_row_parent_class)->dispose (object);
}

static void
act_credential_row_finalize (GObject *object)
{
  act_credential_free (ACT_CREDENTIAL_ROW (object)->credential);

  G_OBJECT_CLASS (act_credential_row_parent_class)->finalize (object);
}

static void
act_credential_row_class_init (ActCredentialRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_credential_row_dispose;
  object_class->finalize = act_credential_row_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_CHECK_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-credential-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActCredentialRow, button);
  gtk_widget_class_bind_template_child (widget_class, ActCredentialRow, in_use);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
act_credential_row_init (ActCredentialRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_credential_row_new:
 * @credential: (nullable): what it stands for; copied; %NULL for one that is to be made
 * @in_use: whether the integration uses it now
 * @group: a button of the same choice
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
act_credential_row_new (const ActCredential *credential,
                        gboolean             in_use,
                        GtkCheckButton      *group)
{
  ActCredentialRow *self = NULL;

  g_return_val_if_fail (GTK_IS_CHECK_BUTTON (group), NULL);

  self = g_object_new (ACT_TYPE_CREDENTIAL_ROW, NULL);
  if (credential != NULL)
    self->credential = act_credential_copy (credential);
  gtk_check_button_set_group (self->button, group);
  gtk_widget_set_visible (self->in_use, in_use);
  show_texts (self);

  return GTK_WIDGET (self);
}

/**
 * act_credential_row_get_id:
 * @self: a row
 *
 * Returns: (nullable): the id of its credential
 */
const char *
act_credential_row_get_id (ActCredentialRow *self)
{
  g_return_val_if_fail (ACT_IS_CREDENTIAL_ROW (self), NULL);

  return self->credential != NULL ? self->credential->id : NULL;
}

/**
 * act_credential_row_get_name:
 * @self: a row
 *
 * Returns: (nullable): what its credential is called, from outside
 */
const char *
act_credential_row_get_name (ActCredentialRow *self)
{
  g_return_val_if_fail (ACT_IS_CREDENTIAL_ROW (self), NULL);

  return self->credential != NULL ? self->credential->name : NULL;
}

/**
 * act_credential_row_get_chosen:
 * @self: a row
 *
 * Returns: whether it is the one of its group that is chosen
 */
gboolean
act_credential_row_get_chosen (ActCredentialRow *self)
{
  g_return_val_if_fail (ACT_IS_CREDENTIAL_ROW (self), FALSE);

  return gtk_check_button_get_active (self->button);
}

/**
 * act_credential_row_choose:
 * @self: a row
 *
 * Chooses it.
 */
void
act_credential_row_choose (ActCredentialRow *self)
{
  g_return_if_fail (ACT_IS_CREDENTIAL_ROW (self));

  gtk_check_button_set_active (self->button, TRUE);
}
