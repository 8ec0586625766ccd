/* Enables an integration that was disabled
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-re-enable-page-private.h"

#include "act-authorization-page.h"
#include "act-earlier-error-row.h"
#include "act-earlier-error-text.h"
#include "act-configuration-text.h"
#include "act-error-text.h"
#include "act-mapping-page.h"
#include "act-page.h"
#include "act-run-page.h"
#include "act-session-earlier-errors.h"
#include "act-session-credentials.h"

#include <glib/gi18n.h>

static void init_page (ActPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActReEnablePage, act_re_enable_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static const ActIntegrationConfiguration *
get_configuration (ActReEnablePage *self)
{
  return act_configuration_finder_get_configuration (self->finder);
}

static gboolean
shows_result (ActReEnablePage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "result") == 0;
}

/* Whether what is shown comes from the store. */
gboolean
act_re_enable_page_is_offline (ActReEnablePage *self)
{
  const ActFreshness *freshness = act_configuration_finder_get_freshness (self->finder);

  return freshness != NULL && act_freshness_is_stale (freshness);
}

/* Whether Re-enable can be pressed. */
gboolean
act_re_enable_page_can_enable (ActReEnablePage *self)
{
  return get_configuration (self) != NULL && !get_configuration (self)->enabled &&
         !self->is_changing && self->causes_cancellable == NULL &&
         act_ability_note_get_allowed (self->note);
}

/* Makes the page say what can be done. */
void
act_re_enable_page_update (ActReEnablePage *self)
{
  gboolean is_offline = act_re_enable_page_is_offline (self);
  gboolean is_looking = self->causes_cancellable != NULL;

  gtk_widget_set_visible (self->offline_note, is_offline);
  gtk_widget_set_visible (self->again_button, is_offline);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->is_changing);
  gtk_spinner_set_spinning (self->spinner, self->is_changing);
  gtk_widget_set_visible (GTK_WIDGET (self->causes_spinner), is_looking);
  gtk_spinner_set_spinning (self->causes_spinner, is_looking);
  gtk_button_set_label (GTK_BUTTON (self->enable_button),
                        is_offline ? _ ("Re-enable When Online") : _ ("Re-enable"));
  gtk_widget_set_sensitive (self->enable_button, act_re_enable_page_can_enable (self));
  gtk_widget_set_sensitive (self->authorize_button, !self->is_changing);

  /* It needs the server, and its room. */
  gtk_widget_set_visible (self->authorize_button, !is_offline);
}

static void
show_causes (ActReEnablePage *self)
{
  g_autofree char *summary = act_earlier_error_text_summary (self->causes);
  GtkWidget       *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->causes_list))) != NULL)
    gtk_list_box_remove (self->causes_list, row);
  for (guint i = 0; i < self->causes->len; i++)
    gtk_list_box_append (self->causes_list, act_earlier_error_row_new (g_ptr_array_index (self->causes, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->causes_list), self->causes->len > 0);
  gtk_label_set_text (self->summary, summary);
}

static void
causes_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) causes = NULL;
  ActReEnablePage *self = NULL;

  causes = act_session_list_earlier_errors_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RE_ENABLE_PAGE (user_data);
  g_clear_object (&self->causes_cancellable);
  if (causes != NULL)
    {
      g_clear_pointer (&self->causes, g_ptr_array_unref);
      self->causes = g_steal_pointer (&causes);
      show_causes (self);
    }
  else
    {
      g_autoptr (ActErrorText) text = act_error_text_new (error);

      gtk_label_set_text (self->summary, text->cause);
    }

  act_re_enable_page_update (self);
}

static void
list_causes (ActReEnablePage *self)
{
  const ActEventRecord *record = act_configuration_finder_get_record (self->finder);
  gint64                before = ACT_TIME_UNKNOWN;

  if (record != NULL && record->kind == ACT_EVENT_KIND_DISABLED)
    before = act_event_record_get_time (record);

  g_cancellable_cancel (self->causes_cancellable);
  g_clear_object (&self->causes_cancellable);
  self->causes_cancellable = g_cancellable_new ();
  act_session_list_earlier_errors_async (self->session, get_configuration (self)->id, before,
                                         self->causes_cancellable, causes_listed_cb, self);
}

/* Its name only; the id is shown in any case. */
static void
credentials_listed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) credentials = NULL;
  ActReEnablePage *self = NULL;

  credentials = act_session_list_credentials_finish (ACT_SESSION (source), result, NULL, &error);
  if (credentials == NULL)
    return;

  self = ACT_RE_ENABLE_PAGE (user_data);
  for (guint i = 0; i < credentials->len; i++)
    {
      const ActCredential *credential = g_ptr_array_index (credentials, i);

      if (g_strcmp0 (credential->id, get_configuration (self)->credentials_id) == 0)
        act_configuration_facts_set_credential_name (self->facts, credential->name);
    }
}

static void
fill_in (ActReEnablePage *self)
{
  act_freshness_label_set_freshness (self->freshness, act_configuration_finder_get_freshness (self->finder));
  act_freshness_label_set_finding (
      self->freshness, act_configuration_text_finding (act_configuration_finder_get_way (self->finder)));
  act_configuration_facts_set_configuration (self->facts, get_configuration (self));
  act_session_list_credentials_async (self->session, get_configuration (self)->destination,
                                      self->cancellable, credentials_listed_cb, self);
  list_causes (self);
  act_re_enable_page_update (self);
}

/* Says what came of it, or that there was nothing to do. */
void
act_re_enable_page_show_result (ActReEnablePage   *self,
                                ActReEnableOutcome outcome)
{
  act_re_enable_result_show (self->result, self->session, outcome, get_configuration (self),
                             act_configuration_finder_get_record (self->finder));
  gtk_stack_set_visible_child_name (self->stack, "result");
  gtk_widget_child_focus (GTK_WIDGET (self->result), GTK_DIR_TAB_FORWARD);
}

static void
found_cb (ActReEnablePage *self)
{
  if (shows_result (self) || self->is_changing)
    return;

  fill_in (self);
  if (get_configuration (self)->enabled && !act_re_enable_page_is_offline (self))
    act_re_enable_page_show_result (self, ACT_RE_ENABLE_ALREADY);
}

static void
open_cause (ActReEnablePage *self,
            gint64           row_id,
            ActFollowUp      follow_up)
{
  switch (follow_up)
    {
    case ACT_FOLLOW_UP_ADD_MAPPING:
      act_page_open (ACT_PAGE (self), act_mapping_page_new (self->session, row_id));
      break;

    case ACT_FOLLOW_UP_CONFIGURE_AUTHORIZATION:
      act_page_open (ACT_PAGE (self), act_authorization_page_new (self->session, row_id));
      break;

    case ACT_FOLLOW_UP_VIEW_RUN:
    case ACT_FOLLOW_UP_RE_ENABLE:
    case ACT_FOLLOW_UP_NONE:
    default:
      act_page_open (ACT_PAGE (self), act_run_page_new (self->session, row_id));
    }
}

static void
cause_activated_cb (ActReEnablePage    *self,
                    ActEarlierErrorRow *row)
{
  open_cause (self, act_earlier_error_row_get_row_id (row), act_earlier_error_row_get_follow_up (row));
}

static void
authorize_cb (ActReEnablePage *self)
{
  if (get_configuration (self) != NULL)
    act_page_open (ACT_PAGE (self),
                   act_authorization_page_new_for_configuration (self->session, get_configuration (self)->id));
}

static void
again_cb (ActReEnablePage *self)
{
  act_configuration_finder_again (self->finder);
}

static void
allowed_cb (ActReEnablePage *self)
{
  act_re_enable_page_update (self);
}

static void
enable_cb (ActReEnablePage *self)
{
  act_re_enable_page_enable (self);
}

static void
close_cb (ActReEnablePage *self)
{
  act_page_close (ACT_PAGE (self));
}

/* What could not be read while the server was away is read when it is back. */
static void
state_changed_cb (ActReEnablePage *self)
{
  if (act_session_get_state (self->session) == ACT_SESSION_IDLE && act_re_enable_page_is_offline (self) &&
      !self->is_changing && !shows_result (self))
    act_configuration_finder_again (self->finder);
}

static char *
re_enable_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Re-enable"));
}

static gboolean
re_enable_page_has_unsaved_input (ActPage *page)
{
  return FALSE;
}

static void
re_enable_page_refresh (ActPage *page)
{
  ActReEnablePage *self = ACT_RE_ENABLE_PAGE (page);

  if (!self->is_changing && !shows_result (self))
    act_configuration_finder_again (self->finder);
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = re_enable_page_dup_title;
  iface->has_unsaved_input = re_enable_page_has_unsaved_input;
  iface->refresh = re_enable_page_refresh;
}

static void
act_re_enable_page_dispose (GObject *object)
{
  ActReEnablePage *self = ACT_RE_ENABLE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->causes_cancellable);
  g_clear_object (&self->causes_cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_RE_ENABLE_PAGE);

  G_OBJECT_CLASS (act_re_enable_page_parent_class)->dispose (object);
}

static void
act_re_enable_page_finalize (GObject *object)
{
  g_clear_pointer (&ACT_RE_ENABLE_PAGE (object)->causes, g_ptr_array_unref);

  G_OBJECT_CLASS (act_re_enable_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, finder);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, freshness);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, facts);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, causes_spinner);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, summary);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, causes_list);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, problem);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, note);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, offline_note);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, authorize_button);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, again_button);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, enable_button);
  gtk_widget_class_bind_template_child (widget_class, ActReEnablePage, result);
}

static void
act_re_enable_page_class_init (ActReEnablePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_re_enable_page_dispose;
  object_class->finalize = act_re_enable_page_finalize;

  g_type_ensure (ACT_TYPE_ABILITY_NOTE);
  g_type_ensure (ACT_TYPE_CONFIGURATION_FACTS);
  g_type_ensure (ACT_TYPE_CONFIGURATION_FINDER);
  g_type_ensure (ACT_TYPE_FRESHNESS_LABEL);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  g_type_ensure (ACT_TYPE_RE_ENABLE_RESULT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-re-enable-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, allowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, authorize_cb);
  gtk_widget_class_bind_template_callback (widget_class, cause_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, enable_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
}

static void
act_re_enable_page_init (ActReEnablePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static ActReEnablePage *
make_page (ActSession *session)
{
  ActReEnablePage *self = g_object_new (ACT_TYPE_RE_ENABLE_PAGE, NULL);

  self->session = g_object_ref (session);
  act_ability_note_set (self->note, session, ACT_ABILITY_ENABLE);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * act_re_enable_page_new:
 * @session: what to ask
 * @row_id: the row id of the event whose integration it is
 *
 * Returns: (transfer floating): a page for the integration that the event names, or that is found
 *   for it
 */
GtkWidget *
act_re_enable_page_new (ActSession *session,
                        gint64      row_id)
{
  ActReEnablePage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = make_page (session);
  act_configuration_finder_find (self->finder, session, row_id);

  return GTK_WIDGET (self);
}

/**
 * act_re_enable_page_new_for_configuration:
 * @session: what to ask
 * @configuration_id: the integration configuration's id
 *
 * Returns: (transfer floating): a page for one integration
 */
GtkWidget *
act_re_enable_page_new_for_configuration (ActSession *session,
                                          const char *configuration_id)
{
  ActReEnablePage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (configuration_id != NULL, NULL);

  self = make_page (session);
  act_configuration_finder_read (self->finder, session, configuration_id);

  return GTK_WIDGET (self);
}
