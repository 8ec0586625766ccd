/* Changes that are under way, so that none is made twice at the same time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-once.h"

struct _ActOnce
{
  GObject parent_instance;

  GHashTable *under_way; /* (owned) (element-type utf8) */
};

G_DEFINE_FINAL_TYPE (ActOnce, act_once, G_TYPE_OBJECT)

static void
act_once_finalize (GObject *object)
{
  g_clear_pointer (&ACT_ONCE (object)->under_way, g_hash_table_unref);

  G_OBJECT_CLASS (act_once_parent_class)->finalize (object);
}

static void
act_once_class_init (ActOnceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_once_finalize;
}

static void
act_once_init (ActOnce *self)
{
  self->under_way = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * act_once_new:
 *
 * Returns: (transfer full): a list that is empty
 */
ActOnce *
act_once_new (void)
{
  return g_object_new (ACT_TYPE_ONCE, NULL);
}

/**
 * act_once_begin:
 * @self: the changes that are under way
 * @what: which change of what
 *
 * Returns: whether it may be made; then act_once_end() must follow
 */
gboolean
act_once_begin (ActOnce    *self,
                const char *what)
{
  g_return_val_if_fail (ACT_IS_ONCE (self), FALSE);
  g_return_val_if_fail (what != NULL, FALSE);

  return g_hash_table_add (self->under_way, g_strdup (what));
}

/**
 * act_once_end:
 * @self: the changes that are under way
 * @what: what act_once_begin() was called with
 *
 * Says that the change has ended, whatever came of it.
 */
void
act_once_end (ActOnce    *self,
              const char *what)
{
  g_return_if_fail (ACT_IS_ONCE (self));
  g_return_if_fail (what != NULL);

  g_hash_table_remove (self->under_way, what);
}

/**
 * act_once_describe_mapping:
 * @mapping: a mapping that is yet to be created, or one that is there
 *
 * Returns: (transfer full): what making or changing it is called here
 */
char *
act_once_describe_mapping (const ActExternalMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, NULL);

  if (mapping->id != NULL)
    return g_strconcat ("mapping\n", mapping->id, NULL);

  return g_strjoin ("\n", "mapping", mapping->entity_type, mapping->entity_id,
                    mapping->external_system, mapping->external_table, mapping->external_id, NULL);
}

/**
 * act_once_describe_configuration:
 * @configuration_id: an integration configuration
 *
 * Returns: (transfer full): what changing or enabling it is called here
 */
char *
act_once_describe_configuration (const char *configuration_id)
{
  g_return_val_if_fail (configuration_id != NULL, NULL);

  return g_strconcat ("configuration\n", configuration_id, NULL);
}
