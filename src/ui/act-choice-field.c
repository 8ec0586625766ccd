/* A field of a form: a drop-down, and an entry for what is not in it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-choice-field.h"

#include "act-external-mapping.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActChoiceField
{
  GObject parent_instance;

  AdwComboRow *combo;   /* (owned) */
  ActEntryRow *entry;   /* (owned) */
  GPtrArray   *choices; /* (owned): of char *, what can be chosen, as it was given */
  gboolean     allow_other;
  gboolean     has_blank; /* whether the first item stands for no choice */
  gboolean     is_filling;
  gboolean     is_hidden;
};

G_DEFINE_FINAL_TYPE (ActChoiceField, act_choice_field, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
find_choice (ActChoiceField *self,
             const char     *text,
             guint          *found)
{
  for (guint i = 0; text != NULL && i < self->choices->len; i++)
    {
      if (g_ascii_strcasecmp (g_ptr_array_index (self->choices, i), text) == 0)
        {
          *found = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* The drop-down has the blank item, the choices, and “Other…”, each if there is such a thing. */
static guint
get_other_position (ActChoiceField *self)
{
  return (self->has_blank ? 1 : 0) + self->choices->len;
}

static gboolean
is_entered (ActChoiceField *self)
{
  return self->choices->len == 0 ||
         (self->allow_other && adw_combo_row_get_selected (self->combo) == get_other_position (self));
}

static const char *
get_chosen (ActChoiceField *self)
{
  guint position = adw_combo_row_get_selected (self->combo);

  if (self->has_blank && position-- == 0)
    return NULL;

  return position < self->choices->len ? g_ptr_array_index (self->choices, position) : NULL;
}

/* Whether there is a text that the API would take. */
static gboolean
is_valid (ActChoiceField *self)
{
  g_autofree char *text = act_choice_field_dup_text (self);

  return act_external_mapping_is_valid_text (text);
}

static void
show_rows (ActChoiceField *self)
{
  gboolean invalid = is_entered (self) && !is_valid (self) &&
                     *act_entry_row_get_text (self->entry) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->combo), !self->is_hidden && self->choices->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !self->is_hidden && is_entered (self));

  act_entry_row_set_wrong (self->entry, invalid);
}

static void
changed_cb (ActChoiceField *self)
{
  if (self->is_filling)
    return;

  show_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
fill (ActChoiceField *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  if (self->has_blank)
    gtk_string_list_append (list, _ ("Choose…"));

  for (guint i = 0; i < self->choices->len; i++)
    {
      g_autofree char *safe = act_safe_text_line (g_ptr_array_index (self->choices, i));

      gtk_string_list_append (list, safe);
    }

  if (self->allow_other)
    gtk_string_list_append (list, _ ("Other…"));

  adw_combo_row_set_model (self->combo, G_LIST_MODEL (list));
}

static void
act_choice_field_dispose (GObject *object)
{
  ActChoiceField *self = ACT_CHOICE_FIELD (object);

  g_clear_object (&self->combo);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (act_choice_field_parent_class)->dispose (object);
}

static void
act_choice_field_finalize (GObject *object)
{
  ActChoiceField *self = ACT_CHOICE_FIELD (object);

  g_ptr_array_unref (self->choices);

  G_OBJECT_CLASS (act_choice_field_parent_class)->finalize (object);
}

static void
act_choice_field_class_init (ActChoiceFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_choice_field_dispose;
  object_class->finalize = act_choice_field_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_choice_field_init (ActChoiceField *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_free);
}

/**
 * act_choice_field_new:
 * @combo: the drop-down
 * @entry: the entry
 *
 * Returns: (transfer full): a field with nothing to choose from, so that its text must be entered
 */
ActChoiceField *
act_choice_field_new (AdwComboRow *combo,
                      ActEntryRow *entry)
{
  ActChoiceField *self = NULL;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (combo), NULL);
  g_return_val_if_fail (ACT_IS_ENTRY_ROW (entry), NULL);

  self = g_object_new (ACT_TYPE_CHOICE_FIELD, NULL);
  self->combo = g_object_ref (combo);
  self->entry = g_object_ref (entry);
  g_signal_connect_object (combo, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_rows (self);

  return self;
}

/**
 * act_choice_field_set_choices:
 * @choices: (nullable) (array zero-terminated=1): what there is to choose from
 * @allow_other: whether something else may be entered
 *
 * Offers other choices. The text stays if it is one of them, or was entered and still may be; else
 * there is none.
 */
void
act_choice_field_set_choices (ActChoiceField    *self,
                              const char *const *choices,
                              gboolean           allow_other)
{
  g_autofree char *text = NULL;
  gboolean         was_entered = FALSE;
  guint            found = 0;

  g_return_if_fail (ACT_IS_CHOICE_FIELD (self));

  text = act_choice_field_dup_text (self);
  was_entered = is_entered (self);
  self->is_filling = TRUE;
  g_ptr_array_set_size (self->choices, 0);
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    g_ptr_array_add (self->choices, g_strdup (choices[i]));
  self->allow_other = allow_other;
  self->has_blank = self->choices->len > 1 || allow_other;
  fill (self);
  self->is_filling = FALSE;

  if (!find_choice (self, text, &found) && self->choices->len > 0 && !(was_entered && allow_other))
    g_clear_pointer (&text, g_free);
  act_choice_field_set_text (self, text);
}

/**
 * act_choice_field_set_text:
 * @text: (nullable): the text, or %NULL for none
 *
 * Chooses or enters a text. What is not among the choices and may not be entered joins them, since
 * what the server has must be shown as it is.
 */
void
act_choice_field_set_text (ActChoiceField *self,
                           const char     *text)
{
  g_autofree char *copy = NULL;
  guint            position = 0;

  g_return_if_fail (ACT_IS_CHOICE_FIELD (self));

  copy = g_strdup (text != NULL ? text : "");
  self->is_filling = TRUE;

  if (*copy != '\0' && self->choices->len > 0 && !self->allow_other &&
      !find_choice (self, copy, &position))
    {
      g_ptr_array_add (self->choices, g_strdup (copy));
      self->has_blank = self->has_blank || self->choices->len > 1;
      fill (self);
    }

  if (find_choice (self, copy, &position))
    adw_combo_row_set_selected (self->combo, position + (self->has_blank ? 1 : 0));
  else
    adw_combo_row_set_selected (self->combo, *copy != '\0' ? get_other_position (self) : 0);

  if (is_entered (self))
    act_entry_row_set_text (self->entry, copy);

  self->is_filling = FALSE;
  changed_cb (self);
}

/**
 * act_choice_field_set_hidden:
 * @is_hidden: whether neither row is shown
 *
 * Hides the field while its text cannot be known or is shown elsewhere.
 */
void
act_choice_field_set_hidden (ActChoiceField *self,
                             gboolean        is_hidden)
{
  g_return_if_fail (ACT_IS_CHOICE_FIELD (self));

  self->is_hidden = is_hidden;
  show_rows (self);
}

/**
 * act_choice_field_dup_text:
 *
 * Returns: (transfer full) (nullable): what is chosen or entered, without white space around it
 */
char *
act_choice_field_dup_text (ActChoiceField *self)
{
  g_return_val_if_fail (ACT_IS_CHOICE_FIELD (self), NULL);

  if (is_entered (self))
    return act_external_mapping_trim_text (act_entry_row_get_text (self->entry));

  return g_strdup (get_chosen (self));
}
