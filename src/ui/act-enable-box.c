/* Asks whether an integration that is disabled is to be enabled
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-enable-box.h"

#include "act-ability-note.h"
#include "act-problem-box.h"
#include "act-session-configurations.h"

#include <glib/gi18n.h>

struct _ActEnableBox
{
  GtkWidget parent_instance;

  ActSession   *session;          /* (owned) (nullable) */
  char         *configuration_id; /* (owned) (nullable) */
  GCancellable *cancellable;      /* (owned) (nullable): while it is being enabled */

  GtkWidget      *box;
  GtkLabel       *text;
  GtkSpinner     *spinner;
  GtkWidget      *button;
  ActProblemBox  *problem;
  ActAbilityNote *note;
};

G_DEFINE_FINAL_TYPE (ActEnableBox, act_enable_box, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ENABLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update (ActEnableBox *self)
{
  gboolean is_enabling = self->cancellable != NULL;

  gtk_widget_set_sensitive (self->button, !is_enabling && act_ability_note_get_allowed (self->note));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_enabling);
  gtk_spinner_set_spinning (self->spinner, is_enabling);
}

static void
cancel (ActEnableBox *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_enabled (ActEnableBox                *self,
              ActIntegrationConfiguration *configuration)
{
  if (configuration->enabled)
    {
      gtk_label_set_text (self->text, _ ("The integration is enabled."));
      gtk_widget_set_visible (self->button, FALSE);
      g_signal_emit (self, signals[SIGNAL_ENABLED], 0, configuration);
    }
  else
    {
      act_problem_box_show_text (self->problem, _ ("The integration is still disabled"),
                                 _ ("The server accepted the call, but says that nothing has changed."));
    }
}

static void
enabled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  ActEnableBox *self = NULL;

  configuration = act_session_enable_configuration_finish (ACT_SESSION (source), result, NULL,
                                                           &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_ENABLE_BOX (user_data);
  g_clear_object (&self->cancellable);
  update (self);
  if (configuration != NULL)
    show_enabled (self, configuration);
  else if (act_ability_note_get_allowed (self->note))
    act_problem_box_show_error (self->problem, error);
}

static void
enable_cb (ActEnableBox *self)
{
  if (self->session == NULL || self->cancellable != NULL)
    return;

  act_problem_box_hide (self->problem);
  self->cancellable = g_cancellable_new ();
  update (self);
  act_session_enable_configuration_async (self->session, self->configuration_id, self->cancellable,
                                          enabled_cb, self);
}

static void
allowed_cb (ActEnableBox *self)
{
  update (self);
}

static void
act_enable_box_dispose (GObject *object)
{
  ActEnableBox *self = ACT_ENABLE_BOX (object);

  cancel (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_ENABLE_BOX);

  G_OBJECT_CLASS (act_enable_box_parent_class)->dispose (object);
}

static void
act_enable_box_finalize (GObject *object)
{
  g_free (ACT_ENABLE_BOX (object)->configuration_id);

  G_OBJECT_CLASS (act_enable_box_parent_class)->finalize (object);
}

static void
act_enable_box_class_init (ActEnableBoxClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_enable_box_dispose;
  object_class->finalize = act_enable_box_finalize;

  signals[SIGNAL_ENABLED] = g_signal_new ("enabled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          ACT_TYPE_INTEGRATION_CONFIGURATION |
                                              G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (ACT_TYPE_ABILITY_NOTE);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_css_name (widget_class, "enablebox");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-enable-box.ui");
  gtk_widget_class_bind_template_child (widget_class, ActEnableBox, box);
  gtk_widget_class_bind_template_child (widget_class, ActEnableBox, text);
  gtk_widget_class_bind_template_child (widget_class, ActEnableBox, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActEnableBox, button);
  gtk_widget_class_bind_template_child (widget_class, ActEnableBox, problem);
  gtk_widget_class_bind_template_child (widget_class, ActEnableBox, note);
  gtk_widget_class_bind_template_callback (widget_class, allowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enable_cb);
}

static void
act_enable_box_init (ActEnableBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_enable_box_new:
 *
 * Returns: (transfer floating): a hidden box
 */
GtkWidget *
act_enable_box_new (void)
{
  return g_object_new (ACT_TYPE_ENABLE_BOX, NULL);
}

/**
 * act_enable_box_set:
 * @self: a box
 * @session: what to ask
 * @configuration: the integration
 *
 * Asks whether the integration is to be enabled, if it is disabled.
 */
void
act_enable_box_set (ActEnableBox                      *self,
                    ActSession                        *session,
                    const ActIntegrationConfiguration *configuration)
{
  g_return_if_fail (ACT_IS_ENABLE_BOX (self));
  g_return_if_fail (ACT_IS_SESSION (session));
  g_return_if_fail (configuration != NULL);

  cancel (self);
  g_set_object (&self->session, session);
  g_free (self->configuration_id);
  self->configuration_id = g_strdup (configuration->id);
  act_ability_note_set (self->note, session, ACT_ABILITY_ENABLE);
  act_problem_box_hide (self->problem);
  gtk_label_set_text (self->text, _ ("This integration is disabled: nothing is sent until it is enabled. Enable it now?"));
  gtk_widget_set_visible (self->button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), !configuration->enabled);
  update (self);
}
