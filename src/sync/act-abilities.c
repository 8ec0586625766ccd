/* What is known of the changes that the key and the server allow
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-abilities.h"

#include "act-api-error.h"

#define KEY "abilities"

struct _ActAbilities
{
  GObject parent_instance;

  ActStore       *store; /* (owned) */
  ActAbilityState states[ACT_N_ABILITIES];
};

G_DEFINE_FINAL_TYPE (ActAbilities, act_abilities, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!act_store_set_value_finish (ACT_STORE (source), result, &error))
    g_info ("What the key may do was not kept: %s", error->message);
}

/* One digit an ability, in their order, so that a later ability reads as unknown. */
static char *
write_states (ActAbilities *self)
{
  char *text = g_new0 (char, ACT_N_ABILITIES + 1);

  for (guint i = 0; i < ACT_N_ABILITIES; i++)
    text[i] = (char) ('0' + self->states[i]);

  return text;
}

static void
read_states (ActAbilities *self,
             const char   *text)
{
  for (guint i = 0; text != NULL && i < ACT_N_ABILITIES && text[i] != '\0'; i++)
    {
      int state = text[i] - '0';

      if (state >= ACT_ABILITY_STATE_UNKNOWN && state <= ACT_ABILITY_STATE_MISSING)
        self->states[i] = (ActAbilityState) state;
    }
}

static void
set_state (ActAbilities   *self,
           ActAbility      ability,
           ActAbilityState state)
{
  g_autofree char *text = NULL;

  if (self->states[ability] == state)
    return;

  self->states[ability] = state;
  text = write_states (self);
  act_store_set_value_async (self->store, KEY, text, NULL, saved_cb, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
act_abilities_finalize (GObject *object)
{
  ActAbilities *self = ACT_ABILITIES (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (act_abilities_parent_class)->finalize (object);
}

static void
act_abilities_class_init (ActAbilitiesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_abilities_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACT_TYPE_ABILITIES, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_abilities_init (ActAbilities *self)
{
}

static void
value_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ActAbilities) self = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  text = act_store_get_value_finish (ACT_STORE (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self = g_object_new (ACT_TYPE_ABILITIES, NULL);
  self->store = g_object_ref (ACT_STORE (source));
  read_states (self, text);
  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

/**
 * act_abilities_load_async:
 * @store: an open store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads what a store keeps of the abilities. What it does not know, or cannot be read, is unknown,
 * so that it is learned again.
 */
void
act_abilities_load_async (ActStore           *store,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_abilities_load_async);
  act_store_get_value_async (store, KEY, cancellable, value_read_cb, task);
}

/**
 * act_abilities_load_finish:
 * @store: the store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the abilities
 */
ActAbilities *
act_abilities_load_finish (ActStore     *store,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * act_abilities_get:
 * @self: abilities
 * @ability: one of them
 *
 * Returns: what is known of it
 */
ActAbilityState
act_abilities_get (ActAbilities *self,
                   ActAbility    ability)
{
  g_return_val_if_fail (ACT_IS_ABILITIES (self), ACT_ABILITY_STATE_UNKNOWN);
  g_return_val_if_fail (ability < ACT_N_ABILITIES, ACT_ABILITY_STATE_UNKNOWN);

  return self->states[ability];
}

/**
 * act_abilities_learn:
 * @self: abilities
 * @ability: what was tried
 * @error: (nullable): with what it failed, %NULL if it succeeded
 * @may_be_missing: whether "not found" can only mean that the server has no such call, since what
 *   the call was about surely exists
 *
 * Learns from a change that was tried. An error that says nothing about the ability, such as a lost
 * connection, changes nothing.
 */
void
act_abilities_learn (ActAbilities *self,
                     ActAbility    ability,
                     const GError *error,
                     gboolean      may_be_missing)
{
  g_return_if_fail (ACT_IS_ABILITIES (self));
  g_return_if_fail (ability < ACT_N_ABILITIES);

  if (error == NULL)
    set_state (self, ability, ACT_ABILITY_STATE_WORKS);
  else if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN))
    set_state (self, ability, ACT_ABILITY_STATE_FORBIDDEN);
  else if (may_be_missing && (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND) ||
                              g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_ALLOWED)))
    set_state (self, ability, ACT_ABILITY_STATE_MISSING);
}

/**
 * act_abilities_check_again:
 * @self: abilities
 * @ability: one of them
 *
 * Forgets what is known of it, so that it is offered and can be tried again.
 */
void
act_abilities_check_again (ActAbilities *self,
                           ActAbility    ability)
{
  g_return_if_fail (ACT_IS_ABILITIES (self));
  g_return_if_fail (ability < ACT_N_ABILITIES);

  set_state (self, ability, ACT_ABILITY_STATE_UNKNOWN);
}
