/* What shows an integration, its causes and its conflicts, alone
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-earlier-error-row.h"
#include "act-configuration-facts.h"
#include "act-configuration-row.h"
#include "act-conflict-view.h"
#include "act-difference.h"
#include "act-outcome-heading.h"
#include "act-ui-resources.h"

#include <adwaita.h>

static ActIntegrationConfiguration *
make_configuration (void)
{
  ActIntegrationConfiguration *configuration = act_integration_configuration_new ();

  configuration->id = g_strdup ("c1");
  configuration->name = g_strdup ("<b>Invoices</b>\n& more");
  configuration->destination = g_strdup ("Chargebee");
  configuration->entity_type = g_strdup ("Bill");
  configuration->credentials_id = g_strdup ("k1");
  configuration->json = g_strdup ("{\"id\":\"c1\",\"configData\":{\"site\":\"acme\",\"<i>\":[1,2]}}");

  return configuration;
}

/* How many visible labels below a widget have a text. */
static guint
count_labels (GtkWidget  *widget,
              const char *text)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_visible (child))
        continue;
      if (GTK_IS_LABEL (child) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (child)), text) == 0)
        n++;

      n += count_labels (child, text);
    }

  return n;
}

static void
test_row (void)
{
  g_autoptr (ActIntegrationConfiguration) configuration = make_configuration ();
  GtkWidget *row = g_object_ref_sink (act_configuration_row_new (configuration));

  g_assert_cmpuint (count_labels (row, "<b>Invoices</b> & more"), ==, 1);
  g_assert_cmpuint (count_labels (row, "Chargebee · Bill"), ==, 1);
  g_assert_cmpuint (count_labels (row, "Disabled"), ==, 1);
  g_assert_cmpuint (count_labels (row, "Not authorized"), ==, 1);

  configuration->enabled = TRUE;
  act_configuration_row_set_configuration (ACT_CONFIGURATION_ROW (row), configuration);
  act_configuration_row_set_note (ACT_CONFIGURATION_ROW (row), "A note");
  g_assert_cmpuint (count_labels (row, "Enabled"), ==, 1);
  g_assert_cmpuint (count_labels (row, "A note"), ==, 1);
  g_assert_finalize_object (row);
}

static void
test_facts (void)
{
  g_autoptr (ActIntegrationConfiguration) configuration = make_configuration ();
  GtkWidget             *widget = g_object_ref_sink (act_configuration_facts_new ());
  ActConfigurationFacts *facts = ACT_CONFIGURATION_FACTS (widget);

  act_configuration_facts_set_configuration (facts, configuration);
  g_assert_cmpuint (count_labels (widget, "Credential: k1"), ==, 1);
  act_configuration_facts_set_credential_name (facts, "A <key>");
  g_assert_cmpuint (count_labels (widget, "Credential: A <key>"), ==, 1);
  g_assert_cmpuint (count_labels (widget, "site"), ==, 1);
  g_assert_cmpuint (count_labels (widget, "<i>"), ==, 1);

  /* The same again does not forget the name, nor double the settings. */
  act_configuration_facts_set_configuration (facts, configuration);
  g_assert_cmpuint (count_labels (widget, "Credential: A <key>"), ==, 1);
  g_assert_cmpuint (count_labels (widget, "site"), ==, 1);

  g_clear_pointer (&configuration->credentials_id, g_free);
  act_configuration_facts_set_configuration (facts, configuration);
  g_assert_cmpuint (count_labels (widget, "No credential"), ==, 1);
  g_assert_finalize_object (widget);
}

static void
add_difference (GPtrArray  *differences,
                const char *member,
                const char *before,
                const char *ours,
                const char *theirs)
{
  ActDifference *difference = act_difference_new (member);

  difference->before = g_strdup (before);
  difference->ours = g_strdup (ours);
  difference->theirs = g_strdup (theirs);
  g_ptr_array_add (differences, difference);
}

static void
test_conflict (void)
{
  GtkWidget *widget = g_object_ref_sink (act_conflict_view_new ());
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func ((GDestroyNotify) act_difference_free);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (names, (gpointer) "k1", (gpointer) "Old key");
  add_difference (differences, "integrationCredentialsId", "\"k1\"", "\"k2\"", "\"k1\"");
  add_difference (differences, "configData.site", NULL, NULL, "\"acme\"");
  act_conflict_view_set (ACT_CONFLICT_VIEW (widget), differences, names);
  act_conflict_view_set (ACT_CONFLICT_VIEW (widget), differences, names);

  /* Who has changed nothing has no line. */
  g_assert_cmpuint (count_labels (widget, "Old key"), ==, 1);
  g_assert_cmpuint (count_labels (widget, "k2"), ==, 1);
  g_assert_cmpuint (count_labels (widget, "Setting “site”"), ==, 1);
  g_assert_cmpuint (count_labels (widget, "Nothing"), ==, 1);
  g_assert_cmpuint (count_labels (widget, "acme"), ==, 1);
  g_assert_cmpuint (count_labels (widget, "Yours"), ==, 1);
  g_assert_cmpuint (count_labels (widget, "Theirs"), ==, 1);
  g_assert_finalize_object (widget);
}

static void
test_cause (void)
{
  g_autoptr (ActEventRecord) record = act_event_record_new ();
  g_autoptr (ActEarlierError) cause = NULL;
  GtkWidget *row = NULL;

  record->row_id = 7;
  record->kind = ACT_EVENT_KIND_MISSING_MAPPING;
  record->event = act_event_new ();
  record->event->message = g_strdup ("<b>No</b> mapping");
  cause = act_earlier_error_new (record);
  act_earlier_error_judge (cause, ACT_EARLIER_ERROR_MAPPING_MISSING, FALSE);
  row = g_object_ref_sink (act_earlier_error_row_new (cause));

  g_assert_cmpuint (count_labels (row, "Looks unresolved"), ==, 1);
  g_assert_cmpuint (count_labels (row, "The mapping is still missing."), ==, 1);
  g_assert_cmpuint (count_labels (row, "<b>No</b> mapping"), ==, 1);
  g_assert_cmpint (act_earlier_error_row_get_row_id (ACT_EARLIER_ERROR_ROW (row)), ==, 7);
  g_assert_cmpint (act_earlier_error_row_get_follow_up (ACT_EARLIER_ERROR_ROW (row)), ==, ACT_FOLLOW_UP_ADD_MAPPING);
  g_assert_finalize_object (row);
}

static void
test_heading (void)
{
  GtkWidget *heading = g_object_ref_sink (act_outcome_heading_new ());

  act_outcome_heading_set (ACT_OUTCOME_HEADING (heading), ACT_OUTCOME_WAITING, "Waiting", NULL);
  g_assert_cmpuint (count_labels (heading, "Waiting"), ==, 1);
  act_outcome_heading_set (ACT_OUTCOME_HEADING (heading), ACT_OUTCOME_GOOD, "Done", "All is <well>");
  g_assert_cmpuint (count_labels (heading, "All is <well>"), ==, 1);
  g_assert_finalize_object (heading);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  g_test_add_func ("/configuration-views/row", test_row);
  g_test_add_func ("/configuration-views/facts", test_facts);
  g_test_add_func ("/configuration-views/conflict", test_conflict);
  g_test_add_func ("/configuration-views/cause", test_cause);
  g_test_add_func ("/configuration-views/heading", test_heading);

  return g_test_run ();
}
