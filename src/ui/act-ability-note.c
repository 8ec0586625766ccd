/* Why a button does nothing
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-ability-note.h"

#include "act-console.h"

#include <glib/gi18n.h>

struct _ActAbilityNote
{
  GtkWidget parent_instance;

  ActSession *session; /* (owned) (nullable) */
  ActAbility  ability;
  gboolean    allowed;

  GtkWidget *box;
  GtkLabel  *text;
  GtkWidget *check_button;
  GtkWidget *console_button;
};

G_DEFINE_FINAL_TYPE (ActAbilityNote, act_ability_note, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ALLOWED = 1,
} ActAbilityNoteProperty;

static GParamSpec *props[PROP_ALLOWED + 1];

/* What the server does not offer, in words. */
static const char *
get_missing (ActAbility ability)
{
  switch (ability)
    {
    case ACT_ABILITY_REPLAY:
      return _ ("This API cannot replay runs. The Console may be able to.");

    case ACT_ABILITY_MAPPINGS:
      return _ ("This API cannot create mappings. The Console may be able to.");

    case ACT_ABILITY_MAPPING_CHANGES:
      return _ ("This API cannot change mappings. The Console may be able to.");

    case ACT_ABILITY_CONFIGURATIONS:
      return _ ("This API cannot change integrations. The Console may be able to.");

    case ACT_ABILITY_ENABLE:
      return _ ("This API cannot enable integrations. The Console may be able to.");

    case ACT_ABILITY_CREDENTIALS:
      return _ ("This API cannot create credentials. The Console may be able to.");

    default:
      g_return_val_if_reached ("");
    }
}

static void
update (ActAbilityNote *self)
{
  ActAbilityState state = ACT_ABILITY_STATE_UNKNOWN;
  gboolean        allowed = FALSE;
  const char     *text = "";

  if (self->session != NULL)
    state = act_session_get_ability (self->session, self->ability);

  if (state == ACT_ABILITY_STATE_FORBIDDEN)
    text = _ ("Your key may not change this. Ask an administrator.");
  else if (state == ACT_ABILITY_STATE_MISSING)
    text = get_missing (self->ability);

  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (self->check_button, state == ACT_ABILITY_STATE_FORBIDDEN);
  gtk_widget_set_visible (self->console_button, state == ACT_ABILITY_STATE_MISSING);
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0');

  allowed = self->session != NULL && act_ability_state_is_offered (state);
  if (self->allowed == allowed)
    return;

  self->allowed = allowed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ALLOWED]);
}

static void
abilities_changed_cb (ActSession     *session,
                      ActAbilityNote *self)
{
  update (self);
}

static void
check_again_cb (ActAbilityNote *self)
{
  if (self->session == NULL)
    return;

  act_session_check_ability_again (self->session, self->ability);
  update (self);
}

static void
open_console_cb (ActAbilityNote *self)
{
  if (self->session != NULL)
    act_console_open (GTK_WIDGET (self), self->session);
}

static void
act_ability_note_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ActAbilityNote *self = ACT_ABILITY_NOTE (object);

  switch ((ActAbilityNoteProperty) prop_id)
    {
    case PROP_ALLOWED:
      g_value_set_boolean (value, self->allowed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_ability_note_dispose (GObject *object)
{
  ActAbilityNote *self = ACT_ABILITY_NOTE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_ABILITY_NOTE);

  G_OBJECT_CLASS (act_ability_note_parent_class)->dispose (object);
}

static void
act_ability_note_class_init (ActAbilityNoteClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = act_ability_note_get_property;
  object_class->dispose = act_ability_note_dispose;

  props[PROP_ALLOWED] = g_param_spec_boolean ("allowed", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                  G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-ability-note.ui");
  gtk_widget_class_bind_template_child (widget_class, ActAbilityNote, box);
  gtk_widget_class_bind_template_child (widget_class, ActAbilityNote, text);
  gtk_widget_class_bind_template_child (widget_class, ActAbilityNote, check_button);
  gtk_widget_class_bind_template_child (widget_class, ActAbilityNote, console_button);
  gtk_widget_class_bind_template_callback (widget_class, check_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_console_cb);
}

static void
act_ability_note_init (ActAbilityNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_ability_note_new:
 *
 * Returns: (transfer floating): a hidden note
 */
GtkWidget *
act_ability_note_new (void)
{
  return g_object_new (ACT_TYPE_ABILITY_NOTE, NULL);
}

/**
 * act_ability_note_set:
 * @self: a note
 * @session: whose server and key are asked
 * @ability: what the button beside the note does
 *
 * Says whether the button may be pressed, from now on.
 */
void
act_ability_note_set (ActAbilityNote *self,
                      ActSession     *session,
                      ActAbility      ability)
{
  g_return_if_fail (ACT_IS_ABILITY_NOTE (self));
  g_return_if_fail (ACT_IS_SESSION (session));

  if (self->session == session && self->ability == ability)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_set_object (&self->session, session);
  self->ability = ability;
  g_signal_connect_object (session, "abilities-changed", G_CALLBACK (abilities_changed_cb), self,
                           0);
  update (self);
}

/**
 * act_ability_note_get_allowed:
 * @self: a note
 *
 * Returns: whether the button may be pressed as far as key and server go
 */
gboolean
act_ability_note_get_allowed (ActAbilityNote *self)
{
  g_return_val_if_fail (ACT_IS_ABILITY_NOTE (self), FALSE);

  return self->allowed;
}
