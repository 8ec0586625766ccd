/* All integrations of the organisation
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-integrations-page.h"

#include "act-configuration-row.h"
#include "act-configuration-text.h"
#include "act-freshness-label.h"
#include "act-integration-page.h"
#include "act-load-stack.h"
#include "act-page.h"
#include "act-run-text.h"
#include "act-search-words.h"
#include "act-session-configurations.h"
#include "act-session-credentials.h"
#include "act-session-last-runs.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActIntegrationsPage
{
  GtkWidget parent_instance;

  ActSession   *session;        /* (owned) */
  GCancellable *cancellable;    /* (owned) (nullable): of the lists that are being read */
  GPtrArray    *configurations; /* (owned) (nullable) (element-type ActIntegrationConfiguration) */
  GHashTable   *credentials;    /* (owned) (element-type utf8 utf8): names by id, from outside */
  GHashTable   *last_runs;      /* (owned) (nullable) (element-type utf8 ActIntegrationRun) */
  GStrv         words;          /* (owned): that are searched for */
  gboolean      is_stale;       /* whether the list comes from the store */

  ActLoadStack      *loader;
  GtkEditable       *search;
  ActFreshnessLabel *freshness;
  GtkListBox        *list;
  GtkWidget         *no_match;
};

static void init_page (ActPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActIntegrationsPage, act_integrations_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

static const char *
get_credential_name (ActIntegrationsPage               *self,
                     const ActIntegrationConfiguration *configuration)
{
  return configuration->credentials_id != NULL
             ? g_hash_table_lookup (self->credentials, configuration->credentials_id)
             : NULL;
}

static char *
describe_credential (ActIntegrationsPage               *self,
                     const ActIntegrationConfiguration *configuration)
{
  ActCredential    credential = { .id = configuration->credentials_id,
                                  .name = (char *) get_credential_name (self, configuration) };
  g_autofree char *name = NULL;

  if (configuration->credentials_id == NULL)
    return g_strdup (_ ("No credential"));

  name = act_configuration_text_credential (&credential);

  /* Translators: %s is the name of a credential */
  return g_strdup_printf (_ ("Credential: %s"), name);
}

/* Returns: (nullable): what became of its last run, where that is known */
static char *
describe_last_run (ActIntegrationsPage               *self,
                   const ActIntegrationConfiguration *configuration)
{
  const ActIntegrationRun *run = NULL;
  g_autofree char         *status = NULL;
  g_autofree char         *when = NULL;
  gint64                   time = 0;

  if (self->last_runs != NULL)
    run = g_hash_table_lookup (self->last_runs, configuration->id);
  if (run == NULL)
    return NULL;

  status = act_run_text_status (run);
  time = act_integration_run_get_time (run);
  if (time == ACT_TIME_UNKNOWN)
    /* Translators: %s is what became of a run, such as "Failed" */
    return g_strdup_printf (_ ("Last run: %s"), status);

  when = act_time_text_short (time, act_time_now ());

  /* Translators: the first is what became of a run, such as "Failed", the second a time */
  return g_strdup_printf (_ ("Last run: %1$s, %2$s"), status, when);
}

static void
show_note (ActIntegrationsPage *self,
           ActConfigurationRow *row)
{
  const ActIntegrationConfiguration *configuration = act_configuration_row_get_configuration (row);
  g_autofree char                   *credential = describe_credential (self, configuration);
  g_autofree char                   *last_run = describe_last_run (self, configuration);
  g_autofree char                   *note = g_strjoin ("\n", credential, last_run, NULL);

  act_configuration_row_set_note (row, note);
}

static ActConfigurationRow *
get_row (ActIntegrationsPage *self,
         guint                index)
{
  return ACT_CONFIGURATION_ROW (gtk_list_box_get_row_at_index (self->list, (int) index));
}

static void
show_notes (ActIntegrationsPage *self)
{
  for (guint i = 0; self->configurations != NULL && i < self->configurations->len; i++)
    show_note (self, get_row (self, i));
}

static gboolean
matches (ActIntegrationsPage               *self,
         const ActIntegrationConfiguration *configuration)
{
  g_autofree char *name = act_configuration_text_name (configuration);
  g_autofree char *subject = act_configuration_text_subject (configuration);
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;
  const char      *credential = get_credential_name (self, configuration);

  all = g_strjoin (" ", name, subject, configuration->id,
                   act_configuration_text_enabled (configuration),
                   act_configuration_text_authorized (configuration), credential, NULL);
  folded = act_search_words_fold (all);

  return act_search_words_match ((const char *const *) self->words, folded);
}

/* Rows stay where they are; those that do not match are hidden. */
static void
search (ActIntegrationsPage *self)
{
  guint n_shown = 0;

  for (guint i = 0; self->configurations != NULL && i < self->configurations->len; i++)
    {
      gboolean shown = matches (self, g_ptr_array_index (self->configurations, i));

      gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), shown);
      n_shown += shown;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), n_shown > 0);
  gtk_widget_set_visible (self->no_match, n_shown == 0);
}

static void
search_changed_cb (ActIntegrationsPage *self)
{
  g_strfreev (self->words);
  self->words = act_search_words_split (gtk_editable_get_text (self->search));
  search (self);
}

/* Escape clears the search, and leaves the page when there is nothing to clear. */
static void
stop_search_cb (ActIntegrationsPage *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "page.leave", NULL);
}

static void
last_runs_listed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  GHashTable          *last_runs = NULL;
  ActIntegrationsPage *self = NULL;

  last_runs = act_session_list_last_runs_finish (ACT_SESSION (source), result, &error);
  if (last_runs == NULL)
    return;

  self = ACT_INTEGRATIONS_PAGE (user_data);
  g_clear_pointer (&self->last_runs, g_hash_table_unref);
  self->last_runs = last_runs;
  show_notes (self);
}

/* What cannot be listed is shown by its id. */
static void
credentials_listed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) credentials = NULL;
  ActIntegrationsPage *self = NULL;

  credentials = act_session_list_credentials_finish (ACT_SESSION (source), result, NULL, &error);
  if (credentials == NULL)
    return;

  self = ACT_INTEGRATIONS_PAGE (user_data);
  g_hash_table_remove_all (self->credentials);
  for (guint i = 0; i < credentials->len; i++)
    {
      const ActCredential *credential = g_ptr_array_index (credentials, i);

      if (credential->name != NULL)
        g_hash_table_insert (self->credentials, g_strdup (credential->id), g_strdup (credential->name));
    }

  show_notes (self);
}

static void
show_configurations (ActIntegrationsPage *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->configurations->len; i++)
    gtk_list_box_append (self->list, act_configuration_row_new (g_ptr_array_index (self->configurations, i)));

  show_notes (self);
  search (self);
}

static void
take_configurations (ActIntegrationsPage *self,
                     GPtrArray           *configurations)
{
  g_clear_pointer (&self->configurations, g_ptr_array_unref);
  self->configurations = configurations;
  show_configurations (self);
  if (configurations->len == 0)
    act_load_stack_show_none (self->loader, "network-server-symbolic", _ ("No Integrations"),
                              _ ("This organisation has no integration yet. They are set up in the Console."),
                              NULL);
  else
    act_load_stack_show_content (self->loader);

  act_session_list_last_runs_async (self->session, configurations, self->cancellable,
                                    last_runs_listed_cb, self);
  act_session_list_credentials_async (self->session, NULL, self->cancellable,
                                      credentials_listed_cb, self);
}

static void
configurations_listed_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  GPtrArray           *configurations = NULL;
  ActIntegrationsPage *self = NULL;

  configurations = act_session_list_configurations_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_INTEGRATIONS_PAGE (user_data);
  self->is_stale = act_freshness_is_stale (freshness);
  act_freshness_label_set_freshness (self->freshness, freshness);
  if (configurations != NULL)
    take_configurations (self, configurations);
  else
    act_load_stack_show_error (self->loader, error);
}

static void
cancel (ActIntegrationsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (ActIntegrationsPage *self)
{
  cancel (self);
  self->cancellable = g_cancellable_new ();
  if (self->configurations == NULL)
    act_load_stack_show_loading (self->loader);

  act_session_list_configurations_async (self->session, self->cancellable, configurations_listed_cb, self);
}

static void
row_activated_cb (ActIntegrationsPage *self,
                  ActConfigurationRow *row)
{
  const ActIntegrationConfiguration *configuration = act_configuration_row_get_configuration (row);

  act_page_open (ACT_PAGE (self),
                 act_integration_page_new (self->session, configuration->id,
                                           get_credential_name (self, configuration)));
}

static void
try_again_cb (ActIntegrationsPage *self)
{
  load (self);
}

/* What could not be read while the server was away is read when it is back. */
static void
state_changed_cb (ActIntegrationsPage *self)
{
  if (act_session_get_state (self->session) == ACT_SESSION_IDLE && self->is_stale)
    load (self);
}

static char *
integrations_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Integrations"));
}

static gboolean
integrations_page_has_unsaved_input (ActPage *page)
{
  return FALSE;
}

static void
integrations_page_refresh (ActPage *page)
{
  load (ACT_INTEGRATIONS_PAGE (page));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = integrations_page_dup_title;
  iface->has_unsaved_input = integrations_page_has_unsaved_input;
  iface->refresh = integrations_page_refresh;
}

static void
act_integrations_page_dispose (GObject *object)
{
  ActIntegrationsPage *self = ACT_INTEGRATIONS_PAGE (object);

  cancel (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_INTEGRATIONS_PAGE);

  G_OBJECT_CLASS (act_integrations_page_parent_class)->dispose (object);
}

static void
act_integrations_page_finalize (GObject *object)
{
  ActIntegrationsPage *self = ACT_INTEGRATIONS_PAGE (object);

  g_clear_pointer (&self->configurations, g_ptr_array_unref);
  g_clear_pointer (&self->last_runs, g_hash_table_unref);
  g_hash_table_unref (self->credentials);
  g_strfreev (self->words);

  G_OBJECT_CLASS (act_integrations_page_parent_class)->finalize (object);
}

static void
act_integrations_page_class_init (ActIntegrationsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_integrations_page_dispose;
  object_class->finalize = act_integrations_page_finalize;

  g_type_ensure (ACT_TYPE_FRESHNESS_LABEL);
  g_type_ensure (ACT_TYPE_LOAD_STACK);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-integrations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActIntegrationsPage, loader);
  gtk_widget_class_bind_template_child (widget_class, ActIntegrationsPage, search);
  gtk_widget_class_bind_template_child (widget_class, ActIntegrationsPage, freshness);
  gtk_widget_class_bind_template_child (widget_class, ActIntegrationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, ActIntegrationsPage, no_match);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
act_integrations_page_init (ActIntegrationsPage *self)
{
  self->credentials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->words = act_search_words_split (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_integrations_page_new:
 * @session: what to ask
 *
 * Returns: (transfer floating): a page that lists all integrations
 */
GtkWidget *
act_integrations_page_new (ActSession *session)
{
  ActIntegrationsPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_INTEGRATIONS_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}
