/* Creates, corrects and deletes an external mapping
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-page-private.h"

#include "act-addresses.h"
#include "act-change-text.h"
#include "act-mapping-check.h"
#include "act-mapping-row.h"
#include "act-page.h"
#include "act-run-page.h"
#include "act-session-abilities.h"
#include "act-session-changes.h"

#include <glib/gi18n.h>

static void init_page (ActPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActMappingPage, act_mapping_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static gboolean
shows (ActMappingPage *self,
       const char     *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), name) == 0;
}

static gboolean
is_changed (ActMappingPage *self)
{
  g_autoptr (ActExternalMapping) mapping = act_mapping_form_dup_mapping (self->form);

  return self->filled != NULL && !act_external_mapping_says_the_same (mapping, self->filled);
}

static const char *
get_submit_label (ActMappingPage *self)
{
  if (self->origin == ACT_MAPPING_OF_SERVER)
    return _ ("Save");
  if (act_mapping_page_is_offline (self))
    return _ ("Create When Online");
  if (self->origin == ACT_MAPPING_OF_CHANGE)
    return _ ("Send Again");

  return _ ("Create");
}

static const char *
get_offline_note (ActMappingPage *self)
{
  if (self->origin == ACT_MAPPING_OF_SERVER)
    return _ ("The server cannot be reached. Corrections and deletions cannot wait for it, since "
              "they depend on what the mapping is by then.");

  return _ ("The server cannot be reached. The mapping can wait here, and is created when the "
            "server is back.");
}

static void
show_offline (ActMappingPage *self)
{
  gboolean    is_offline = act_mapping_page_is_offline (self);
  const char *note = is_offline ? get_offline_note (self) : "";

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->offline_note)), note) != 0)
    gtk_label_set_text (GTK_LABEL (self->offline_note), note);
  gtk_widget_set_visible (self->offline_note, is_offline);
}

static void
form_changed_cb (ActMappingPage *self)
{
  if (!shows (self, "form"))
    return;

  act_mapping_page_warn (self);
  act_mapping_page_update (self);
  act_mapping_page_look_up_soon (self);
}

static void
warning_changed_cb (ActMappingPage *self)
{
  act_mapping_page_update (self);
}

static void
update_cb (ActMappingPage *self)
{
  act_mapping_page_update (self);
}

static void
submit_cb (ActMappingPage *self)
{
  act_mapping_page_submit (self);
}

static void
delete_cb (ActMappingPage *self)
{
  act_mapping_page_ask_to_delete (self);
}

static void
give_up_cb (ActMappingPage *self)
{
  act_mapping_page_ask_to_give_up (self);
}

static void
look_again_cb (ActMappingPage *self)
{
  act_mapping_page_look_again (self);
}

static void
keep_theirs_cb (ActMappingPage *self)
{
  act_mapping_page_keep_theirs (self);
}

static void
save_mine_cb (ActMappingPage *self)
{
  act_mapping_page_save_mine (self);
}

static void
try_again_cb (ActMappingPage *self)
{
  act_mapping_page_load (self);
}

static void
existing_activated_cb (ActMappingPage *self,
                       GtkListBoxRow  *row)
{
  const ActExternalMapping *mapping = act_mapping_row_get_mapping (ACT_MAPPING_ROW (row));

  act_page_open (ACT_PAGE (self), act_mapping_page_new_for_mapping (self->session, mapping));
}

static void
replay_cb (ActMappingPage *self)
{
  act_page_open (ACT_PAGE (self), act_run_page_new (self->session, self->row_id));
}

static void
correct_cb (ActMappingPage *self)
{
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_copy (self->sending);

  self->origin = ACT_MAPPING_OF_SERVER;
  act_mapping_page_set_subject (self, mapping);
  act_page_change_title (ACT_PAGE (self));
  act_mapping_page_load (self);
}

static void
add_another_cb (ActMappingPage *self)
{
  self->wants_another = TRUE;
  act_mapping_page_fill_in (self);
}

static void
close_cb (ActMappingPage *self)
{
  act_page_close (ACT_PAGE (self));
}

/* What was read while the server was away is read again when it is back. */
static void
state_changed_cb (ActMappingPage *self)
{
  if (act_session_get_state (self->session) == ACT_SESSION_IDLE && self->is_stale && !self->is_busy)
    {
      self->is_stale = FALSE;
      act_page_refresh (ACT_PAGE (self));
    }

  act_mapping_page_update (self);
}

static char *
act_mapping_page_dup_title (ActPage *page)
{
  switch (ACT_MAPPING_PAGE (page)->origin)
    {
    case ACT_MAPPING_OF_SERVER:
      return g_strdup (_ ("Correct Mapping"));

    case ACT_MAPPING_OF_CHANGE:
      return g_strdup (_ ("Edit and Send Again"));

    case ACT_MAPPING_OF_EVENT:
    case ACT_MAPPING_OF_NOTHING:
    default:
      return g_strdup (_ ("Add Mapping"));
    }
}

static gboolean
act_mapping_page_has_unsaved_input (ActPage *page)
{
  ActMappingPage *self = ACT_MAPPING_PAGE (page);

  return shows (self, "form") && (is_changed (self) || self->is_uncertain);
}

static void
act_mapping_page_refresh (ActPage *page)
{
  ActMappingPage *self = ACT_MAPPING_PAGE (page);

  if (!shows (self, "form"))
    return;

  g_clear_pointer (&self->entity_key, g_free);
  act_mapping_page_look_up (self);
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = act_mapping_page_dup_title;
  iface->has_unsaved_input = act_mapping_page_has_unsaved_input;
  iface->refresh = act_mapping_page_refresh;
}

static void
act_mapping_page_dispose (GObject *object)
{
  ActMappingPage *self = ACT_MAPPING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  act_mapping_page_stop_looking (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_MAPPING_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_mapping_page_parent_class)->dispose (object);
}

static void
act_mapping_page_finalize (GObject *object)
{
  ActMappingPage *self = ACT_MAPPING_PAGE (object);

  g_clear_pointer (&self->record, act_event_record_free);
  g_clear_pointer (&self->configuration, act_integration_configuration_free);
  g_clear_pointer (&self->subject, act_external_mapping_free);
  g_clear_pointer (&self->filled, act_external_mapping_free);
  g_clear_pointer (&self->sending, act_external_mapping_free);
  g_clear_pointer (&self->theirs, act_external_mapping_free);
  g_clear_pointer (&self->options, act_mapping_options_free);
  g_clear_pointer (&self->existing, g_ptr_array_unref);
  g_clear_pointer (&self->freshness, act_freshness_free);
  g_free (self->entity_name);

  G_OBJECT_CLASS (act_mapping_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, load);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, result);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, freshness_label);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, conflict);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, form);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, warning);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, existing_box);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, existing_list);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, problem);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, ability);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, offline_note);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, look_again_button);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, delete_button);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, give_up_button);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, help_button);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActMappingPage, submit_button);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, warning_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, existing_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, replay_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_another_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
act_mapping_page_class_init (ActMappingPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mapping_page_dispose;
  object_class->finalize = act_mapping_page_finalize;

  g_type_ensure (ACT_TYPE_ABILITY_NOTE);
  g_type_ensure (ACT_TYPE_FRESHNESS_LABEL);
  g_type_ensure (ACT_TYPE_LOAD_STACK);
  g_type_ensure (ACT_TYPE_MAPPING_CONFLICT);
  g_type_ensure (ACT_TYPE_MAPPING_FORM);
  g_type_ensure (ACT_TYPE_MAPPING_RESULT);
  g_type_ensure (ACT_TYPE_MAPPING_WARNING);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mapping-page.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
act_mapping_page_init (ActMappingPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->subject = act_external_mapping_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_link_button_set_uri (GTK_LINK_BUTTON (self->help_button), ACT_ADDRESS_HELP_MAPPINGS);
}

/* Whether a mapping would have to wait: nothing that is sent now would arrive. */
gboolean
act_mapping_page_is_offline (ActMappingPage *self)
{
  return self->is_stale || act_session_get_state (self->session) == ACT_SESSION_OFFLINE;
}

/* What a page is for may become something else while it is shown. */
static gboolean
is_allowed (ActMappingPage *self)
{
  act_ability_note_set (self->ability, self->session,
                        self->origin == ACT_MAPPING_OF_SERVER ? ACT_ABILITY_MAPPING_CHANGES
                                                              : ACT_ABILITY_MAPPINGS);

  return act_ability_note_get_allowed (self->ability);
}

/* Shows what can be pressed. */
void
act_mapping_page_update (ActMappingPage *self)
{
  gboolean is_correction = self->origin == ACT_MAPPING_OF_SERVER;
  gboolean is_free = !self->is_busy && !self->is_uncertain && self->theirs == NULL &&
                     is_allowed (self);
  gboolean can_correct = !act_mapping_page_is_offline (self);
  gboolean can_submit = is_free && act_mapping_form_is_valid (self->form) &&
                        act_mapping_warning_is_settled (self->warning);

  if (is_correction)
    can_submit = can_submit && can_correct && is_changed (self);

  gtk_button_set_label (GTK_BUTTON (self->submit_button), get_submit_label (self));
  gtk_widget_set_sensitive (self->submit_button, can_submit);
  gtk_widget_set_visible (self->submit_button, !self->is_uncertain);
  gtk_widget_set_visible (self->look_again_button, self->is_uncertain);
  gtk_widget_set_sensitive (self->look_again_button, !self->is_busy);
  gtk_widget_set_visible (self->delete_button, is_correction);
  gtk_widget_set_sensitive (self->delete_button, is_free && can_correct);
  gtk_widget_set_visible (self->give_up_button, self->change_id != 0 && !self->may_be_on_its_way);
  gtk_widget_set_sensitive (self->give_up_button, !self->is_busy && !self->is_uncertain);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !self->is_busy && !self->is_uncertain);
  gtk_widget_set_sensitive (GTK_WIDGET (self->conflict), !self->is_busy);
  gtk_widget_set_visible (self->spinner, self->is_busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->is_busy);
  show_offline (self);
}

/* Lists the entity's mappings, but for the one of the form. */
void
act_mapping_page_show_existing (ActMappingPage *self)
{
  GtkListBox *list = GTK_LIST_BOX (self->existing_list);
  GtkWidget  *row = NULL;
  guint       n_shown = 0;

  while ((row = gtk_widget_get_first_child (self->existing_list)) != NULL)
    gtk_list_box_remove (list, row);

  for (guint i = 0; self->existing != NULL && i < self->existing->len; i++)
    {
      const ActExternalMapping *mapping = g_ptr_array_index (self->existing, i);

      if (self->subject->id != NULL && g_strcmp0 (self->subject->id, mapping->id) == 0)
        continue;

      gtk_list_box_append (list, act_mapping_row_new (mapping, self->entity_name));
      n_shown++;
    }

  gtk_widget_set_visible (self->existing_box, n_shown > 0);
}

/* Warns of the mapping that would be doubled. */
void
act_mapping_page_warn (ActMappingPage *self)
{
  g_autoptr (ActExternalMapping) mapping = act_mapping_form_dup_mapping (self->form);

  act_mapping_warning_set_duplicate (self->warning,
                                     act_mapping_check_find_duplicate (self->existing, mapping));
}

/* Shows the form as it is. */
void
act_mapping_page_show_form (ActMappingPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "form");
  act_freshness_label_set_freshness (self->freshness_label, self->freshness);
  act_freshness_label_set_finding (self->freshness_label, self->finding);
  act_mapping_page_show_existing (self);
  act_mapping_page_warn (self);
  act_mapping_page_update (self);
}

/* Ends in what came of it. */
void
act_mapping_page_show_result (ActMappingPage           *self,
                              ActMappingOutcome         outcome,
                              const ActExternalMapping *mapping)
{
  ActExternalMapping *copy = act_external_mapping_copy (mapping);

  act_mapping_page_stop_looking (self);
  g_clear_pointer (&self->sending, act_external_mapping_free);
  self->sending = copy;
  self->is_busy = FALSE;
  self->is_uncertain = FALSE;
  act_problem_box_hide (self->problem);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "result");
  act_mapping_result_show (self->result, self->session, outcome, copy, self->entity_name,
                           self->record != NULL);
}

/* Begins with another mapping. */
void
act_mapping_page_set_subject (ActMappingPage           *self,
                              const ActExternalMapping *mapping)
{
  ActExternalMapping *copy = act_external_mapping_copy (mapping);

  g_clear_pointer (&self->subject, act_external_mapping_free);
  self->subject = copy;
}

static ActMappingPage *
make_page (ActSession      *session,
           ActMappingOrigin origin)
{
  ActMappingPage *self = g_object_new (ACT_TYPE_MAPPING_PAGE, NULL);

  self->session = g_object_ref (session);
  self->origin = origin;
  g_signal_connect_object (session, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * act_mapping_page_new:
 * @session: what to ask
 * @row_id: the row id of an event that lacks a mapping
 *
 * Creates a page for the mapping that an event lacks.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_mapping_page_new (ActSession *session,
                      gint64      row_id)
{
  ActMappingPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = make_page (session, ACT_MAPPING_OF_EVENT);
  self->row_id = row_id;
  act_mapping_page_load (self);

  return GTK_WIDGET (self);
}

/**
 * act_mapping_page_new_for_mapping:
 * @session: what to ask
 * @mapping: a mapping; copied
 *
 * Creates a page on which a mapping is corrected or deleted.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_mapping_page_new_for_mapping (ActSession               *session,
                                  const ActExternalMapping *mapping)
{
  ActMappingPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (mapping != NULL, NULL);

  self = make_page (session, ACT_MAPPING_OF_SERVER);
  act_mapping_page_set_subject (self, mapping);
  act_mapping_page_load (self);

  return GTK_WIDGET (self);
}

/* Whether a change may be sent at any moment, so that it must not be sent from here as well. */
static gboolean
may_be_sent (ActOutboxState state)
{
  return state == ACT_OUTBOX_HELD || state == ACT_OUTBOX_READY || state == ACT_OUTBOX_SENDING ||
         state == ACT_OUTBOX_VERIFYING || state == ACT_OUTBOX_WAITING_FOR_SIGN_IN;
}

/**
 * act_mapping_page_new_for_change:
 * @session: what to ask
 * @change: a mapping that was to be created; copied
 *
 * Creates a page on which a mapping that the server refused is corrected and sent again. Sending it
 * takes the place of the change.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_mapping_page_new_for_change (ActSession      *session,
                                 const ActChange *change)
{
  ActMappingPage *self = NULL;
  g_autoptr (ActExternalMapping) mapping = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (change != NULL, NULL);

  self = make_page (session, ACT_MAPPING_OF_CHANGE);
  self->change_id = change->id;
  self->may_be_on_its_way = may_be_sent (change->state);
  mapping = act_session_get_mapping_of_change (change);
  if (mapping != NULL)
    act_mapping_page_set_subject (self, mapping);

  if (change->reason != NULL)
    {
      g_autofree char *reason = act_change_text_reason (change);

      act_problem_box_show_text (self->problem, _ ("The mapping was not created"), reason);
    }

  act_mapping_page_load (self);

  return GTK_WIDGET (self);
}

/**
 * act_mapping_page_new_empty:
 * @session: what to ask
 *
 * Creates a page whose form is empty.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_mapping_page_new_empty (ActSession *session)
{
  ActMappingPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = make_page (session, ACT_MAPPING_OF_NOTHING);
  act_mapping_page_load (self);

  return GTK_WIDGET (self);
}
