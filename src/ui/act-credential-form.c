/* The form of a new credential
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-form.h"

#include "act-configuration-text.h"
#include "act-credential-check.h"
#include "act-field-note.h"
#include "act-safe-text.h"
#include "act-secret-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  char        *key;      /* (owned) (nullable): of the call's body; NULL for the name */
  gboolean     required; /* whether it must be filled in */
  gboolean     secret;   /* whether it is sent just as it was entered */
  GtkWidget   *row;      /* (unowned): in the list */
  GtkEditable *entry;    /* (unowned): in it */
  GtkWidget   *note;     /* (unowned): below it */
} FormField;

struct _ActCredentialForm
{
  GtkWidget parent_instance;

  char      *system; /* (owned) (nullable) */
  GStrv      types;  /* (owned) (nullable): to choose from, the first one at first */
  GPtrArray *fields; /* (owned) (element-type FormField): the name is the first */
  gboolean   is_filling;

  GtkListBox  *list;
  AdwComboRow *type_row;
  AdwEntryRow *name_row;
};

G_DEFINE_FINAL_TYPE (ActCredentialForm, act_credential_form, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TYPE_CHANGED,
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
form_field_free (gpointer data)
{
  FormField *field = data;

  g_free (field->key);
  g_free (field);
}

static const char *
get_text (const FormField *field)
{
  return gtk_editable_get_text (field->entry);
}

static const char *
describe_problem (ActCredentialProblem problem)
{
  switch (problem)
    {
    case ACT_CREDENTIAL_PROBLEM_MISSING:
      return _ ("This must be filled in.");

    case ACT_CREDENTIAL_PROBLEM_CONTROL:
      return _ ("This has a line break or another character that cannot be seen. Copy it again without.");

    case ACT_CREDENTIAL_PROBLEM_NONE:
    default:
      return NULL;
    }
}

/* Returns: whether nothing stands against the field */
static gboolean
check_field (const FormField *field)
{
  ActCredentialProblem problem = act_credential_check_value (get_text (field), field->required);

  act_field_note_set (ACT_FIELD_NOTE (field->note), describe_problem (problem));

  return problem == ACT_CREDENTIAL_PROBLEM_NONE;
}

/* While typing, what was wrong is checked again, but nothing is called missing before it is sent. */
static void
entry_changed_cb (ActCredentialForm *self,
                  GtkWidget         *row)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const FormField *field = g_ptr_array_index (self->fields, i);

      if (field->row == row &&
          (gtk_widget_get_visible (field->note) ||
           act_credential_check_value (get_text (field), FALSE) != ACT_CREDENTIAL_PROBLEM_NONE))
        check_field (field);
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
entry_activated_cb (ActCredentialForm *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
type_selected_cb (ActCredentialForm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_TYPE_CHANGED], 0);
}

static void
add_field (ActCredentialForm *self,
           const char        *key,
           gboolean           secret,
           gboolean           required,
           GtkWidget         *row,
           GtkEditable       *entry)
{
  FormField *field = g_new0 (FormField, 1);

  field->key = g_strdup (key);
  field->secret = secret;
  field->required = required;
  field->row = row;
  field->entry = entry;
  field->note = act_field_note_new (row);
  gtk_list_box_append (self->list, field->note);
  g_ptr_array_add (self->fields, field);
}

/* Labels are those of our table, which can be translated, or those that the server gave. */
static char *
dup_label (const ActCredentialField *field)
{
  if (field->label == NULL || *field->label == '\0')
    return act_safe_text_line (field->key);

  return act_safe_text_line (g_dgettext (NULL, field->label));
}

static void
connect_row (ActCredentialForm *self,
             GtkWidget         *row)
{
  g_signal_connect_object (row, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_entry (ActCredentialForm        *self,
           const ActCredentialField *field)
{
  g_autofree char *label = dup_label (field);
  GtkWidget       *row = NULL;
  GtkEditable     *entry = NULL;

  if (field->secret)
    {
      row = act_secret_row_new (label);
      entry = act_secret_row_get_entry (ACT_SECRET_ROW (row));
    }
  else
    {
      row = g_object_new (ADW_TYPE_ENTRY_ROW, "use-markup", FALSE, "title", label, NULL);
      entry = GTK_EDITABLE (row);
    }

  connect_row (self, row);
  gtk_list_box_append (self->list, row);
  add_field (self, field->key, field->secret, field->required, row, entry);
}

/* All but the name. */
static void
remove_entries (ActCredentialForm *self)
{
  while (self->fields->len > 1)
    {
      const FormField *field = g_ptr_array_index (self->fields, self->fields->len - 1);

      g_signal_handlers_disconnect_by_data (field->row, self);
      gtk_editable_set_text (field->entry, "");
      gtk_list_box_remove (self->list, field->row);
      gtk_list_box_remove (self->list, field->note);
      g_ptr_array_set_size (self->fields, (gint) self->fields->len - 1);
    }
}

static void
offer_types (ActCredentialForm *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; self->types[i] != NULL; i++)
    gtk_string_list_take (labels, act_configuration_text_type (self->types[i]));

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->type_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->type_row, 0);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->type_row), g_strv_length (self->types) > 1);
}

static char *
dup_value (const FormField *field)
{
  char *value = g_strdup (get_text (field));

  return field->secret ? value : g_strstrip (value);
}

static void
act_credential_form_dispose (GObject *object)
{
  ActCredentialForm *self = ACT_CREDENTIAL_FORM (object);

  if (self->fields->len > 0)
    remove_entries (self);
  g_ptr_array_set_size (self->fields, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CREDENTIAL_FORM);

  G_OBJECT_CLASS (act_credential_form_parent_class)->dispose (object);
}

static void
act_credential_form_finalize (GObject *object)
{
  ActCredentialForm *self = ACT_CREDENTIAL_FORM (object);

  g_free (self->system);
  g_strfreev (self->types);
  g_ptr_array_unref (self->fields);

  G_OBJECT_CLASS (act_credential_form_parent_class)->finalize (object);
}

static void
act_credential_form_class_init (ActCredentialFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_credential_form_dispose;
  object_class->finalize = act_credential_form_finalize;

  signals[SIGNAL_TYPE_CHANGED] = g_signal_new ("type-changed", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-credential-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ActCredentialForm, list);
  gtk_widget_class_bind_template_child (widget_class, ActCredentialForm, type_row);
  gtk_widget_class_bind_template_child (widget_class, ActCredentialForm, name_row);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_selected_cb);
}

static void
act_credential_form_init (ActCredentialForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (form_field_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_field (self, NULL, FALSE, TRUE, GTK_WIDGET (self->name_row), GTK_EDITABLE (self->name_row));
}

/**
 * act_credential_form_new:
 *
 * Returns: (transfer floating): a form for no type yet
 */
GtkWidget *
act_credential_form_new (void)
{
  return g_object_new (ACT_TYPE_CREDENTIAL_FORM, NULL);
}

/**
 * act_credential_form_set_system:
 * @self: a form
 * @system: (nullable): the other system, as configurations name it
 *
 * Begins a credential of a system. The type follows from the system where that is known; otherwise
 * all types are offered. Emits `type-changed`.
 */
void
act_credential_form_set_system (ActCredentialForm *self,
                                const char        *system)
{
  const char *type = NULL;

  g_return_if_fail (ACT_IS_CREDENTIAL_FORM (self));

  if (self->types != NULL && g_strcmp0 (self->system, system) == 0)
    return;

  g_free (self->system);
  self->system = g_strdup (system);
  type = act_credential_type_for_system (system);
  g_clear_pointer (&self->types, g_strfreev);
  act_credential_form_wipe (self);
  if (type == NULL)
    {
      self->types = act_credential_type_dup_all ();
    }
  else
    {
      self->types = g_new0 (char *, 2);
      self->types[0] = g_strdup (type);
    }

  offer_types (self);
  g_signal_emit (self, signals[SIGNAL_TYPE_CHANGED], 0);
}

/**
 * act_credential_form_get_chosen:
 * @self: a form
 *
 * Returns: (nullable): the type that is chosen, as the API writes it
 */
const char *
act_credential_form_get_chosen (ActCredentialForm *self)
{
  guint selected = 0;

  g_return_val_if_fail (ACT_IS_CREDENTIAL_FORM (self), NULL);

  selected = adw_combo_row_get_selected (self->type_row);

  return self->types != NULL && selected < g_strv_length (self->types) ? self->types[selected]
                                                                       : NULL;
}

/**
 * act_credential_form_set_fields:
 * @self: a form
 * @fields: (element-type ActCredentialField): what the type asks for
 *
 * Shows empty fields; the name stays.
 */
void
act_credential_form_set_fields (ActCredentialForm *self,
                                GPtrArray         *fields)
{
  g_return_if_fail (ACT_IS_CREDENTIAL_FORM (self));
  g_return_if_fail (fields != NULL);

  remove_entries (self);
  for (guint i = 0; i < fields->len; i++)
    add_entry (self, g_ptr_array_index (fields, i));
}

/**
 * act_credential_form_has_input:
 * @self: a form
 *
 * Returns: whether anything is entered
 */
gboolean
act_credential_form_has_input (ActCredentialForm *self)
{
  g_return_val_if_fail (ACT_IS_CREDENTIAL_FORM (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    {
      if (*get_text (g_ptr_array_index (self->fields, i)) != '\0')
        return TRUE;
    }

  return FALSE;
}

/**
 * act_credential_form_make_draft:
 * @self: a form
 *
 * Checks what is entered and makes a draft of it. What is wrong is said at the fields, and the first
 * of them takes the focus.
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL when something is wrong
 */
ActCredentialDraft *
act_credential_form_make_draft (ActCredentialForm *self)
{
  g_autoptr (ActCredentialDraft) draft = NULL;
  g_autofree char *destination = NULL;
  g_autofree char *name = NULL;
  GtkWidget       *wrong = NULL;

  g_return_val_if_fail (ACT_IS_CREDENTIAL_FORM (self), NULL);
  g_return_val_if_fail (act_credential_form_get_chosen (self) != NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const FormField *field = g_ptr_array_index (self->fields, i);

      if (!check_field (field) && wrong == NULL)
        wrong = field->row;
    }
  if (wrong != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return NULL;
    }

  destination = act_credential_destination_name (self->system);
  name = dup_value (g_ptr_array_index (self->fields, 0));
  draft = act_credential_draft_new (act_credential_form_get_chosen (self), destination, name);
  for (guint i = 1; i < self->fields->len; i++)
    {
      const FormField *field = g_ptr_array_index (self->fields, i);

      if (*get_text (field) != '\0')
        act_credential_draft_take (draft, field->key, dup_value (field));
    }

  return g_steal_pointer (&draft);
}

/**
 * act_credential_form_wipe:
 * @self: a form
 *
 * Empties it. The entries of secrets overwrite what they held.
 */
void
act_credential_form_wipe (ActCredentialForm *self)
{
  g_return_if_fail (ACT_IS_CREDENTIAL_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    {
      const FormField *field = g_ptr_array_index (self->fields, i);

      gtk_editable_set_text (field->entry, "");
      act_field_note_set (ACT_FIELD_NOTE (field->note), NULL);
    }
}
