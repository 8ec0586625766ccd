/* One record of another system, as a list model holds it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-record-item.h"

#include "act-search-words.h"

struct _ActRecordItem
{
  GObject parent_instance;

  char *id;     /* (owned) */
  char *name;   /* (owned) (nullable) */
  char *folded; /* (owned): what a search looks in */
};

G_DEFINE_FINAL_TYPE (ActRecordItem, act_record_item, G_TYPE_OBJECT)

static void
act_record_item_finalize (GObject *object)
{
  ActRecordItem *self = ACT_RECORD_ITEM (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->folded);

  G_OBJECT_CLASS (act_record_item_parent_class)->finalize (object);
}

static void
act_record_item_class_init (ActRecordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_record_item_finalize;
}

static void
act_record_item_init (ActRecordItem *self)
{
}

/**
 * act_record_item_new:
 * @record: a record
 *
 * Returns: (transfer full): an item that holds a copy
 */
ActRecordItem *
act_record_item_new (const ActExternalRecord *record)
{
  ActRecordItem   *self = NULL;
  g_autofree char *both = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (ACT_TYPE_RECORD_ITEM, NULL);
  self->id = g_strdup (record->id);
  self->name = g_strdup (record->name);
  both = g_strjoin (" ", record->id, record->name, NULL);
  self->folded = act_search_words_fold (both);

  return self;
}

/**
 * act_record_item_get_id:
 *
 * Returns: the record's id, as the other system has it
 */
const char *
act_record_item_get_id (ActRecordItem *self)
{
  g_return_val_if_fail (ACT_IS_RECORD_ITEM (self), NULL);

  return self->id;
}

/**
 * act_record_item_get_name:
 *
 * Returns: (nullable): what the record is called, as the other system has it
 */
const char *
act_record_item_get_name (ActRecordItem *self)
{
  g_return_val_if_fail (ACT_IS_RECORD_ITEM (self), NULL);

  return self->name;
}

/**
 * act_record_item_match:
 * @words: (array zero-terminated=1): what act_search_words_split() gave
 *
 * Returns: whether its name and id together have all words
 */
gboolean
act_record_item_match (ActRecordItem     *self,
                       const char *const *words)
{
  g_return_val_if_fail (ACT_IS_RECORD_ITEM (self), FALSE);

  return act_search_words_match (words, self->folded);
}
