/* Puts the authorization of an integration right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-authorization-page-private.h"

#include "act-addresses.h"
#include "act-configuration-text.h"
#include "act-page.h"
#include "act-session-abilities.h"

#include <glib/gi18n.h>

static void init_page (ActPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActAuthorizationPage, act_authorization_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static gboolean
shows (ActAuthorizationPage *self,
       const char           *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

static gboolean
is_offline (ActAuthorizationPage *self)
{
  const ActFreshness *freshness = act_configuration_finder_get_freshness (self->finder);

  return freshness != NULL && act_freshness_is_stale (freshness);
}

static const char *
get_save_label (ActAuthorizationPage *self)
{
  g_autofree char *id = act_credential_chooser_dup_id (self->chooser);

  return self->made != NULL && g_strcmp0 (self->made->id, id) == 0 ? _ ("Link Again") : _ ("Save");
}

/* The key may not, or the API cannot: no matter where a credential cannot be made anyway. */
static void
update_create_note (ActAuthorizationPage              *self,
                    const ActIntegrationConfiguration *configuration)
{
  gtk_widget_set_visible (self->create_note_box,
                          !act_ability_note_get_allowed (self->create_note) &&
                              !act_credential_type_needs_consent (configuration->destination));
}

/* Whether Save can be pressed. */
gboolean
act_authorization_page_can_save (ActAuthorizationPage *self)
{
  const ActIntegrationConfiguration *configuration = act_configuration_finder_get_configuration (self->finder);
  g_autofree char                   *id = act_credential_chooser_dup_id (self->chooser);

  if (configuration == NULL || self->is_saving || is_offline (self) ||
      !act_ability_note_get_allowed (self->link_note))
    return FALSE;
  if (act_credential_chooser_is_new (self->chooser))
    return act_ability_note_get_allowed (self->create_note) && self->fields_cancellable == NULL;

  return id != NULL && g_strcmp0 (id, configuration->credentials_id) != 0;
}

/* The form appears below what can be seen. It is scrolled to when it has its place. */
static void
show_form (ActAuthorizationPage *self,
           gboolean              shown)
{
  gboolean appears = shown && !gtk_widget_get_visible (GTK_WIDGET (self->form));

  gtk_widget_set_visible (GTK_WIDGET (self->form), shown);
  self->is_revealing = self->is_revealing || appears;
}

static gboolean
reveal_cb (gpointer user_data)
{
  ActAuthorizationPage *self = user_data;
  GtkAdjustment        *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  self->reveal_source = 0;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return G_SOURCE_REMOVE;
}

/* It cannot be scrolled while places are given out. */
static void
adjustment_changed_cb (ActAuthorizationPage *self)
{
  if (!self->is_revealing || !gtk_widget_get_mapped (GTK_WIDGET (self->form)))
    return;

  self->is_revealing = FALSE;
  if (self->reveal_source == 0)
    self->reveal_source = g_idle_add (reveal_cb, self);
}

/* Makes the form say what can be done. */
void
act_authorization_page_update (ActAuthorizationPage *self)
{
  const ActIntegrationConfiguration *configuration = act_configuration_finder_get_configuration (self->finder);

  if (configuration == NULL)
    return;

  show_form (self, act_credential_chooser_is_new (self->chooser));
  gtk_widget_set_visible (self->offline_note, is_offline (self));
  gtk_widget_set_visible (self->again_button, is_offline (self));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->is_saving);
  gtk_spinner_set_spinning (self->spinner, self->is_saving);
  gtk_widget_set_sensitive (self->credential_box, !self->is_saving);
  gtk_widget_set_sensitive (self->save_button, act_authorization_page_can_save (self));
  gtk_button_set_label (GTK_BUTTON (self->save_button), get_save_label (self));
  update_create_note (self, configuration);
}

static void
fill_in (ActAuthorizationPage *self)
{
  const ActIntegrationConfiguration *configuration = act_configuration_finder_get_configuration (self->finder);
  gboolean                           consent = act_credential_type_needs_consent (configuration->destination);

  act_freshness_label_set_freshness (self->freshness, act_configuration_finder_get_freshness (self->finder));
  act_freshness_label_set_finding (
      self->freshness, act_configuration_text_finding (act_configuration_finder_get_way (self->finder)));
  act_configuration_facts_set_configuration (self->facts, configuration);
  gtk_widget_set_visible (GTK_WIDGET (self->consent), consent);
  if (consent)
    act_consent_view_set (self->consent, self->session, configuration);
  else
    act_credential_form_set_system (self->form, configuration->destination);

  act_authorization_page_list_credentials (self);
  act_authorization_page_update (self);
}

/* Says what came of it, or that there was nothing to do. */
void
act_authorization_page_show_result (ActAuthorizationPage *self,
                                    gboolean              already)
{
  const ActIntegrationConfiguration *configuration = act_configuration_finder_get_configuration (self->finder);

  act_consent_view_stop (self->consent);
  act_authorization_result_show (
      self->result, self->session, configuration,
      act_credential_chooser_find_name (self->chooser, configuration->credentials_id),
      act_configuration_finder_get_record (self->finder), already);
  gtk_stack_set_visible_child_name (self->stack, "result");
  gtk_widget_child_focus (GTK_WIDGET (self->result), GTK_DIR_TAB_FORWARD);
}

/* The other system may accept the integration again by the time that somebody looks. */
static gboolean
is_put_right_already (ActAuthorizationPage *self)
{
  const ActEventRecord              *record = act_configuration_finder_get_record (self->finder);
  const ActIntegrationConfiguration *configuration = act_configuration_finder_get_configuration (self->finder);

  return record != NULL && record->kind == ACT_EVENT_KIND_AUTHENTICATION && !is_offline (self) &&
         configuration->authorized;
}

static void
found_cb (ActAuthorizationPage *self)
{
  gboolean is_first = !self->was_shown;

  self->was_shown = TRUE;
  if (shows (self, "result"))
    {
      if (self->is_refreshing)
        act_authorization_page_show_result (self, FALSE);
      self->is_refreshing = FALSE;
      return;
    }

  self->is_refreshing = FALSE;
  fill_in (self);
  if (is_first && is_put_right_already (self))
    act_authorization_page_show_result (self, TRUE);
}

static void
changed_cb (ActAuthorizationPage *self)
{
  act_authorization_page_update (self);
}

static void
create_allowed_cb (ActAuthorizationPage *self)
{
  if (act_configuration_finder_get_configuration (self->finder) == NULL)
    return;

  if (!self->is_saving && self->list_cancellable == NULL)
    act_authorization_page_show_credentials (self);
  act_authorization_page_update (self);
}

static void
type_changed_cb (ActAuthorizationPage *self)
{
  act_authorization_page_list_fields (self);
}

static void
authorized_cb (ActAuthorizationPage              *self,
               const ActIntegrationConfiguration *configuration)
{
  act_configuration_finder_set_configuration (self->finder, configuration);
  act_authorization_page_show_result (self, FALSE);
}

static void
enabled_cb (ActAuthorizationPage              *self,
            const ActIntegrationConfiguration *configuration)
{
  act_configuration_finder_set_configuration (self->finder, configuration);
}

static void
save_cb (ActAuthorizationPage *self)
{
  act_authorization_page_save (self);
}

static void
use_theirs_cb (ActAuthorizationPage *self)
{
  act_authorization_page_use_theirs (self);
}

static void
save_mine_cb (ActAuthorizationPage *self)
{
  act_authorization_page_save_mine (self);
}

static void
again_cb (ActAuthorizationPage *self)
{
  act_configuration_finder_again (self->finder);
}

static void
change_cb (ActAuthorizationPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "form");
  fill_in (self);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
close_cb (ActAuthorizationPage *self)
{
  act_page_close (ACT_PAGE (self));
}

/* What could not be read while the server was away is read when it is back. */
static void
state_changed_cb (ActAuthorizationPage *self)
{
  if (act_session_get_state (self->session) == ACT_SESSION_IDLE && is_offline (self) && !self->is_saving)
    act_configuration_finder_again (self->finder);
}

static char *
authorization_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Configure Authorization"));
}

static gboolean
authorization_page_has_unsaved_input (ActPage *page)
{
  ActAuthorizationPage *self = ACT_AUTHORIZATION_PAGE (page);

  return self->is_saving || self->made != NULL || act_credential_form_has_input (self->form);
}

static void
authorization_page_refresh (ActPage *page)
{
  ActAuthorizationPage *self = ACT_AUTHORIZATION_PAGE (page);

  if (self->is_saving || shows (self, "conflict"))
    return;

  self->is_refreshing = TRUE;
  act_configuration_finder_again (self->finder);
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = authorization_page_dup_title;
  iface->has_unsaved_input = authorization_page_has_unsaved_input;
  iface->refresh = authorization_page_refresh;
}

static void
act_authorization_page_dispose (GObject *object)
{
  ActAuthorizationPage *self = ACT_AUTHORIZATION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->list_cancellable);
  g_clear_object (&self->list_cancellable);
  g_cancellable_cancel (self->fields_cancellable);
  g_clear_object (&self->fields_cancellable);
  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_AUTHORIZATION_PAGE);

  G_OBJECT_CLASS (act_authorization_page_parent_class)->dispose (object);
}

static void
act_authorization_page_finalize (GObject *object)
{
  ActAuthorizationPage *self = ACT_AUTHORIZATION_PAGE (object);

  g_clear_pointer (&self->credentials, g_ptr_array_unref);
  g_clear_pointer (&self->conflict, act_configuration_conflict_free);
  act_credential_free (self->made);
  g_free (self->linking_id);

  G_OBJECT_CLASS (act_authorization_page_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (ACT_TYPE_ABILITY_NOTE);
  g_type_ensure (ACT_TYPE_AUTHORIZATION_RESULT);
  g_type_ensure (ACT_TYPE_CONFIGURATION_FACTS);
  g_type_ensure (ACT_TYPE_CONFIGURATION_FINDER);
  g_type_ensure (ACT_TYPE_CONFLICT_VIEW);
  g_type_ensure (ACT_TYPE_CONSENT_VIEW);
  g_type_ensure (ACT_TYPE_CREDENTIAL_CHOOSER);
  g_type_ensure (ACT_TYPE_CREDENTIAL_FORM);
  g_type_ensure (ACT_TYPE_FRESHNESS_LABEL);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, finder);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, freshness);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, facts);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, consent);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, credential_box);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, list_note);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, form);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, problem);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, link_note);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, create_note);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, create_note_box);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, offline_note);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, help_button);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, conflict_view);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorizationPage, result);
}

static void
act_authorization_page_class_init (ActAuthorizationPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_authorization_page_dispose;
  object_class->finalize = act_authorization_page_finalize;

  ensure_types ();
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-authorization-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, authorized_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_allowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enabled_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_theirs_cb);
}

static void
act_authorization_page_init (ActAuthorizationPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_link_button_set_uri (GTK_LINK_BUTTON (self->help_button), ACT_ADDRESS_HELP_CREDENTIALS);
}

static ActAuthorizationPage *
make_page (ActSession *session)
{
  ActAuthorizationPage *self = g_object_new (ACT_TYPE_AUTHORIZATION_PAGE, NULL);

  self->session = g_object_ref (session);
  act_ability_note_set (self->link_note, session, ACT_ABILITY_CONFIGURATIONS);
  act_ability_note_set (self->create_note, session, ACT_ABILITY_CREDENTIALS);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * act_authorization_page_new:
 * @session: what to ask
 * @row_id: the row id of the event whose integration it is
 *
 * Returns: (transfer floating): a page for the integration that the event names, or that is found
 *   for it
 */
GtkWidget *
act_authorization_page_new (ActSession *session,
                            gint64      row_id)
{
  ActAuthorizationPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = make_page (session);
  act_configuration_finder_find (self->finder, session, row_id);

  return GTK_WIDGET (self);
}

/**
 * act_authorization_page_new_for_configuration:
 * @session: what to ask
 * @configuration_id: the integration configuration's id
 *
 * Returns: (transfer floating): a page for one integration
 */
GtkWidget *
act_authorization_page_new_for_configuration (ActSession *session,
                                              const char *configuration_id)
{
  ActAuthorizationPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (configuration_id != NULL, NULL);

  self = make_page (session);
  act_configuration_finder_read (self->finder, session, configuration_id);

  return GTK_WIDGET (self);
}
