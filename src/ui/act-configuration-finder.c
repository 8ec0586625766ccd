/* Finds the integration that a page is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-finder.h"

#include "act-configuration-row.h"
#include "act-freshness-label.h"
#include "act-integrations-page.h"
#include "act-load-stack.h"
#include "act-page.h"
#include "act-session-configurations.h"
#include "act-unfound-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ActConfigurationFinder
{
  GtkWidget parent_instance;

  ActSession                  *session;          /* (owned) (nullable) */
  gint64                       row_id;           /* 0: the integration was named from the start */
  char                        *configuration_id; /* (owned) (nullable): once it is known */
  ActEventRecord              *record;           /* (owned) (nullable) */
  ActIntegrationConfiguration *configuration;    /* (owned) (nullable) */
  ActFreshness                *freshness;        /* (owned) (nullable) */
  ActFindingWay                way;
  GCancellable                *cancellable; /* (owned) (nullable): of the read under way */

  ActLoadStack      *loader;
  GtkStack          *stack;
  AdwBin            *content_bin;
  ActFreshnessLabel *choice_freshness;
  GtkListBox        *choices;
};

G_DEFINE_FINAL_TYPE (ActConfigurationFinder, act_configuration_finder, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CONTENT = 1,
} ActConfigurationFinderProperty;

static GParamSpec *props[PROP_CONTENT + 1];

enum
{
  SIGNAL_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cancel (ActConfigurationFinder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
take_configuration (ActConfigurationFinder      *self,
                    ActIntegrationConfiguration *configuration,
                    ActFreshness                *freshness)
{
  g_free (self->configuration_id);
  self->configuration_id = g_strdup (configuration->id);
  act_integration_configuration_free (self->configuration);
  self->configuration = configuration;
  act_freshness_free (self->freshness);
  self->freshness = freshness;

  /* The content is filled before it is shown, so that it can take the focus. */
  g_signal_emit (self, signals[SIGNAL_FOUND], 0);
  gtk_stack_set_visible_child_name (self->stack, "content");
  act_load_stack_show_content (self->loader);
}

static void
show_all_cb (ActConfigurationFinder *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), ACT_TYPE_PAGE);

  if (page != NULL)
    act_page_open (ACT_PAGE (page), act_integrations_page_new (self->session));
}

static void
show_none (ActConfigurationFinder *self)
{
  GtkWidget *view = act_unfound_view_new (self->session, self->record->event->payload);

  act_unfound_view_set_button (ACT_UNFOUND_VIEW (view), _ ("Show All Integrations"));
  g_signal_connect_object (view, "activated", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  act_load_stack_show_none (self->loader, "edit-find-symbolic",
                            _ ("This event does not name its integration"),
                            _ ("Nothing that it says leads to one. You may find it in the list of all integrations."),
                            view);
}

static void
show_choice (ActConfigurationFinder  *self,
             ActConfigurationFinding *finding)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_list_box_remove (self->choices, row);
  for (guint i = 0; i < finding->configurations->len; i++)
    gtk_list_box_append (self->choices, act_configuration_row_new (g_ptr_array_index (finding->configurations, i)));

  g_clear_pointer (&self->freshness, act_freshness_free);
  self->freshness = g_steal_pointer (&finding->freshness);
  act_freshness_label_set_freshness (self->choice_freshness, self->freshness);
  gtk_stack_set_visible_child_name (self->stack, "choice");
  act_load_stack_show_content (self->loader);
}

static void
show_finding (ActConfigurationFinder  *self,
              ActConfigurationFinding *finding)
{
  if (finding->configurations->len > 1)
    {
      show_choice (self, finding);
    }
  else if (finding->configurations->len == 1)
    {
      self->way = finding->way;
      take_configuration (self,
                          act_integration_configuration_copy (g_ptr_array_index (finding->configurations, 0)),
                          g_steal_pointer (&finding->freshness));
    }
  else
    {
      show_none (self);
    }
}

static void
configurations_found_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActConfigurationFinding) finding = NULL;
  ActConfigurationFinder *self = NULL;

  finding = act_session_find_configurations_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_CONFIGURATION_FINDER (user_data);
  g_clear_object (&self->cancellable);
  if (finding != NULL)
    show_finding (self, finding);
  else
    act_load_stack_show_error (self->loader, error);
}

static void
record_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActEventRecord) record = NULL;
  ActConfigurationFinder *self = NULL;

  record = act_session_read_record_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_CONFIGURATION_FINDER (user_data);
  if (record == NULL)
    {
      g_clear_object (&self->cancellable);
      act_load_stack_show_error (self->loader, error);
      return;
    }

  g_clear_pointer (&self->record, act_event_record_free);
  self->record = g_steal_pointer (&record);
  act_session_find_configurations_async (self->session, self->record, self->cancellable,
                                         configurations_found_cb, self);
}

static void
configuration_read_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  ActIntegrationConfiguration *configuration = NULL;
  ActConfigurationFinder      *self = NULL;

  configuration = act_session_read_configuration_finish (ACT_SESSION (source), result, &freshness,
                                                         &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      act_integration_configuration_free (configuration);
      return;
    }

  self = ACT_CONFIGURATION_FINDER (user_data);
  g_clear_object (&self->cancellable);
  if (configuration != NULL)
    take_configuration (self, configuration, g_steal_pointer (&freshness));
  else
    act_load_stack_show_error (self->loader, error);
}

static void
try_again_cb (ActConfigurationFinder *self)
{
  act_configuration_finder_again (self);
}

static void
row_activated_cb (ActConfigurationFinder *self,
                  ActConfigurationRow    *row)
{
  const ActIntegrationConfiguration *chosen = act_configuration_row_get_configuration (row);

  self->way = ACT_FINDING_CHOSEN;
  take_configuration (self, act_integration_configuration_copy (chosen),
                      g_steal_pointer (&self->freshness));
}

static void
act_configuration_finder_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  ActConfigurationFinder *self = ACT_CONFIGURATION_FINDER (object);

  switch ((ActConfigurationFinderProperty) prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (self->content_bin));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_configuration_finder_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  ActConfigurationFinder *self = ACT_CONFIGURATION_FINDER (object);

  switch ((ActConfigurationFinderProperty) prop_id)
    {
    case PROP_CONTENT:
      adw_bin_set_child (self->content_bin, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_configuration_finder_dispose (GObject *object)
{
  ActConfigurationFinder *self = ACT_CONFIGURATION_FINDER (object);

  cancel (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CONFIGURATION_FINDER);

  G_OBJECT_CLASS (act_configuration_finder_parent_class)->dispose (object);
}

static void
act_configuration_finder_finalize (GObject *object)
{
  ActConfigurationFinder *self = ACT_CONFIGURATION_FINDER (object);

  g_free (self->configuration_id);
  act_event_record_free (self->record);
  act_integration_configuration_free (self->configuration);
  act_freshness_free (self->freshness);

  G_OBJECT_CLASS (act_configuration_finder_parent_class)->finalize (object);
}

static void
act_configuration_finder_class_init (ActConfigurationFinderClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = act_configuration_finder_get_property;
  object_class->set_property = act_configuration_finder_set_property;
  object_class->dispose = act_configuration_finder_dispose;
  object_class->finalize = act_configuration_finder_finalize;

  props[PROP_CONTENT] = g_param_spec_object (
      "content", NULL, NULL, GTK_TYPE_WIDGET,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_FRESHNESS_LABEL);
  g_type_ensure (ACT_TYPE_LOAD_STACK);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-configuration-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFinder, loader);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFinder, stack);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFinder, content_bin);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFinder, choice_freshness);
  gtk_widget_class_bind_template_child (widget_class, ActConfigurationFinder, choices);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
act_configuration_finder_init (ActConfigurationFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_configuration_finder_new:
 *
 * Returns: (transfer floating): a finder that looks for nothing yet
 */
GtkWidget *
act_configuration_finder_new (void)
{
  return g_object_new (ACT_TYPE_CONFIGURATION_FINDER, NULL);
}

/**
 * act_configuration_finder_find:
 * @self: a finder
 * @session: what to ask
 * @row_id: the row id of an event
 *
 * Looks for the integration that an event is about.
 */
void
act_configuration_finder_find (ActConfigurationFinder *self,
                               ActSession             *session,
                               gint64                  row_id)
{
  g_return_if_fail (ACT_IS_CONFIGURATION_FINDER (self));
  g_return_if_fail (ACT_IS_SESSION (session));

  g_set_object (&self->session, session);
  self->row_id = row_id;
  act_configuration_finder_again (self);
}

/**
 * act_configuration_finder_read:
 * @self: a finder
 * @session: what to ask
 * @configuration_id: an integration configuration
 *
 * Reads an integration that is known.
 */
void
act_configuration_finder_read (ActConfigurationFinder *self,
                               ActSession             *session,
                               const char             *configuration_id)
{
  g_return_if_fail (ACT_IS_CONFIGURATION_FINDER (self));
  g_return_if_fail (ACT_IS_SESSION (session));
  g_return_if_fail (configuration_id != NULL);

  g_set_object (&self->session, session);
  self->configuration_id = g_strdup (configuration_id);
  act_configuration_finder_again (self);
}

/**
 * act_configuration_finder_again:
 * @self: a finder
 *
 * Reads the integration again, or looks for it again while it is not known.
 */
void
act_configuration_finder_again (ActConfigurationFinder *self)
{
  g_return_if_fail (ACT_IS_CONFIGURATION_FINDER (self));
  g_return_if_fail (self->session != NULL);

  cancel (self);
  self->cancellable = g_cancellable_new ();
  if (self->configuration == NULL)
    act_load_stack_show_loading (self->loader);

  if (self->configuration_id != NULL)
    act_session_read_configuration_async (self->session, self->configuration_id, self->cancellable,
                                          configuration_read_cb, self);
  else
    act_session_read_record_async (self->session, self->row_id, self->cancellable, record_read_cb,
                                   self);
}

/**
 * act_configuration_finder_set_configuration:
 * @self: a finder
 * @configuration: the integration as the server has it now; copied
 *
 * Takes what somebody else has read or changed. Emits `found`.
 */
void
act_configuration_finder_set_configuration (ActConfigurationFinder            *self,
                                            const ActIntegrationConfiguration *configuration)
{
  g_return_if_fail (ACT_IS_CONFIGURATION_FINDER (self));
  g_return_if_fail (configuration != NULL);

  cancel (self);
  take_configuration (self, act_integration_configuration_copy (configuration), NULL);
}

/**
 * act_configuration_finder_get_record:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): the event, if it began with one
 */
const ActEventRecord *
act_configuration_finder_get_record (ActConfigurationFinder *self)
{
  g_return_val_if_fail (ACT_IS_CONFIGURATION_FINDER (self), NULL);

  return self->record;
}

/**
 * act_configuration_finder_get_configuration:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): the integration, once it is found
 */
const ActIntegrationConfiguration *
act_configuration_finder_get_configuration (ActConfigurationFinder *self)
{
  g_return_val_if_fail (ACT_IS_CONFIGURATION_FINDER (self), NULL);

  return self->configuration;
}

/**
 * act_configuration_finder_get_freshness:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): how fresh the integration is; %NULL for fresh
 */
const ActFreshness *
act_configuration_finder_get_freshness (ActConfigurationFinder *self)
{
  g_return_val_if_fail (ACT_IS_CONFIGURATION_FINDER (self), NULL);

  return self->freshness;
}

/**
 * act_configuration_finder_get_way:
 * @self: a finder
 *
 * Returns: how it was found; %ACT_FINDING_NONE when it was named from the start
 */
ActFindingWay
act_configuration_finder_get_way (ActConfigurationFinder *self)
{
  g_return_val_if_fail (ACT_IS_CONFIGURATION_FINDER (self), ACT_FINDING_NONE);

  return self->way;
}
