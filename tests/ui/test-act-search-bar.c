/* The search, its completion and the filters beside it, as widgets alone
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-date-filter.h"
#include "act-destination-filter.h"
#include "act-facets.h"
#include "act-kind-filter.h"
#include "act-row-look.h"
#include "act-search-bar.h"
#include "act-search-completion.h"
#include "act-ui-resources.h"

#include <adwaita.h>

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_each_keystroke (void)
{
  ActSearchBar *bar = g_object_ref_sink (ACT_SEARCH_BAR (act_search_bar_new ()));
  guint         n_changes = 0;

  g_signal_connect_swapped (bar, "notify::search", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (act_search_is_empty (act_search_bar_get_search (bar)));
  act_search_bar_set_text (bar, "na");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (act_search_bar_get_active (bar));

  /* Blanks search for nothing else. */
  act_search_bar_set_text (bar, "na ");
  g_assert_cmpuint (n_changes, ==, 1);

  act_search_bar_set_text (bar, "");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_false (act_search_bar_get_active (bar));
  g_assert_true (act_search_is_empty (act_search_bar_get_search (bar)));

  /* A bar that is closed searches for nothing. */
  act_search_bar_set_text (bar, "name:perform");
  act_search_bar_set_active (bar, FALSE);
  g_assert_cmpstr (act_search_bar_get_text (bar), ==, "");
  g_assert_true (act_search_is_empty (act_search_bar_get_search (bar)));
  g_object_unref (bar);
}

typedef struct
{
  char *text;
  guint cursor;
} Chosen;

static void
chosen_cb (ActSearchCompletion *completion, const char *text, guint cursor, Chosen *chosen)
{
  g_free (chosen->text);
  chosen->text = g_strdup (text);
  chosen->cursor = cursor;
}

static void
test_keys_of_completion (void)
{
  GtkWidget           *window = gtk_window_new ();
  GtkWidget           *entry = gtk_search_entry_new ();
  ActSearchCompletion *completion = ACT_SEARCH_COMPLETION (act_search_completion_new ());
  Chosen               chosen = { NULL, 0 };
  g_autoptr (GPtrArray) suggestions = act_search_suggestions_list ("i", 1, NULL);
  g_autoptr (GPtrArray) none = act_search_suggestions_list ("xyz", 3, NULL);

  gtk_window_set_child (GTK_WINDOW (window), entry);
  gtk_widget_set_parent (GTK_WIDGET (completion), entry);
  act_search_completion_set_entry (completion, entry);
  g_signal_connect (completion, "chosen", G_CALLBACK (chosen_cb), &chosen);
  gtk_window_present (GTK_WINDOW (window));

  /* What is not shown takes no key. */
  g_assert_false (act_search_completion_handle_key (completion, GDK_KEY_Down, 0));

  /* Enter takes the search as it is typed until something is selected. */
  act_search_completion_show (completion, suggestions);
  g_assert_true (act_search_completion_is_shown (completion));
  g_assert_false (act_search_completion_handle_key (completion, GDK_KEY_Return, 0));
  g_assert_false (act_search_completion_handle_key (completion, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Down, 0));
  g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Down, 0));
  g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Return, 0));
  g_assert_cmpstr (chosen.text, ==, "id:");
  g_assert_cmpuint (chosen.cursor, ==, 3);
  g_assert_false (act_search_completion_is_shown (completion));

  /* Past the last one, nothing is selected; Tab takes the first. */
  act_search_completion_show (completion, suggestions);
  for (guint i = 0; i < suggestions->len + 1; i++)
    g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Down, 0));
  g_assert_false (act_search_completion_handle_key (completion, GDK_KEY_Return, 0));
  g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Tab, 0));
  g_assert_cmpstr (chosen.text, ==, "is:");

  act_search_completion_show (completion, suggestions);
  g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Escape, 0));
  g_assert_false (act_search_completion_is_shown (completion));
  act_search_completion_show (completion, suggestions);
  act_search_completion_show (completion, none);
  g_assert_false (act_search_completion_is_shown (completion));

  gtk_widget_unparent (GTK_WIDGET (completion));
  gtk_window_destroy (GTK_WINDOW (window));
  g_free (chosen.text);
}

/* What there is to choose from becomes known after a field was typed. */
static void
test_late_values (void)
{
  GtkWidget           *window = gtk_window_new ();
  GtkWidget           *entry = gtk_search_entry_new ();
  ActSearchCompletion *completion = ACT_SEARCH_COMPLETION (act_search_completion_new ());
  g_autoptr (ActFacets) facets = act_facets_new ();
  g_autoptr (GPtrArray) none = act_search_suggestions_list ("destination:", 12, facets);
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) two = NULL;

  act_facets_add (facets->destinations, "Chargebee", 3);
  one = act_search_suggestions_list ("destination:", 12, facets);
  act_facets_add (facets->destinations, "NetSuite", 1);
  two = act_search_suggestions_list ("destination:", 12, facets);
  g_assert_cmpuint (none->len, ==, 0);

  gtk_window_set_child (GTK_WINDOW (window), entry);
  gtk_widget_set_parent (GTK_WIDGET (completion), entry);
  act_search_completion_set_entry (completion, entry);
  gtk_window_present (GTK_WINDOW (window));

  /* Nobody has asked. */
  act_search_completion_update (completion, one);
  g_assert_false (act_search_completion_is_shown (completion));

  act_search_completion_show (completion, none);
  g_assert_false (act_search_completion_is_shown (completion));
  act_search_completion_update (completion, one);
  g_assert_true (act_search_completion_is_shown (completion));

  /* What is selected stays so. */
  g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Down, 0));
  act_search_completion_update (completion, two);
  g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Down, 0));
  g_assert_false (act_search_completion_handle_key (completion, GDK_KEY_Return, 0));
  act_search_completion_update (completion, two);
  g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Up, 0));
  g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Up, 0));
  g_assert_true (act_search_completion_handle_key (completion, GDK_KEY_Escape, 0));

  /* They were sent away. */
  act_search_completion_update (completion, one);
  g_assert_false (act_search_completion_is_shown (completion));

  gtk_widget_unparent (GTK_WIDGET (completion));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_check (GtkWidget *widget, guint *n)
{
  if (GTK_IS_CHECK_BUTTON (widget) && (*n)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
tick (gpointer widget, guint n)
{
  GtkWidget *check = find_check (widget, &n);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static void
test_destinations (void)
{
  ActDestinationFilter *filter = g_object_ref_sink (ACT_DESTINATION_FILTER (act_destination_filter_new ()));
  g_autoptr (ActFacets) facets = act_facets_new ();
  g_autoptr (ActFacets) fewer = act_facets_new ();
  const char *const *chosen = NULL;
  guint              n_changes = 0;

  g_signal_connect_swapped (filter, "notify::destinations", G_CALLBACK (count_cb), &n_changes);
  g_assert_null (act_destination_filter_get_destinations (filter));
  act_facets_add (facets->destinations, "Chargebee", 3);
  act_facets_add (facets->destinations, "<b>NetSuite</b> & co", 1);
  act_facets_add (facets->destinations, "", 1);
  act_destination_filter_set_facets (filter, facets->destinations);
  g_assert_cmpuint (n_changes, ==, 0);

  tick (filter, 1);
  g_assert_cmpuint (n_changes, ==, 1);
  chosen = act_destination_filter_get_destinations (filter);
  g_assert_cmpuint (g_strv_length ((char **) chosen), ==, 1);
  g_assert_cmpstr (chosen[0], ==, "<b>NetSuite</b> & co");

  /* What is chosen stays, though nothing has it any more. */
  act_facets_add (fewer->destinations, "Chargebee", 3);
  act_destination_filter_set_facets (filter, fewer->destinations);
  g_assert_cmpuint (n_changes, ==, 1);
  chosen = act_destination_filter_get_destinations (filter);
  g_assert_cmpstr (chosen[0], ==, "<b>NetSuite</b> & co");

  act_destination_filter_clear (filter);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_null (act_destination_filter_get_destinations (filter));
  g_object_unref (filter);
}

static void
test_periods (void)
{
  static const char *const expected[] = {
    "during:today",
    "after:-7d",
    "during:this-month",
    "during:last-month",
  };
  ActDateFilter *filter = g_object_ref_sink (ACT_DATE_FILTER (act_date_filter_new ()));

  g_assert_null (act_date_filter_get_text (filter));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (ActSearch) search = NULL;
      guint n_problems = 0;

      tick (filter, i + 1);
      g_assert_cmpstr (act_date_filter_get_text (filter), ==, expected[i]);
      search = act_search_parse (expected[i]);
      act_search_get_problems (search, &n_problems);
      g_assert_cmpuint (n_problems, ==, 0);
    }

  act_date_filter_clear (filter);
  g_assert_null (act_date_filter_get_text (filter));
  g_object_unref (filter);
}

static gboolean
is_background (PangoAttribute *attribute, gpointer unused)
{
  return attribute->klass->type == PANGO_ATTR_BACKGROUND;
}

static void
assert_highlights (ActRowLook *look, const char *text, guint n_expected)
{
  g_autoptr (PangoAttrList) attributes = act_row_look_make_attributes (look, ACT_SEARCH_WORDS, text);
  g_autoptr (PangoAttrList) found = pango_attr_list_filter (attributes, is_background, NULL);
  GSList *list = found != NULL ? pango_attr_list_get_attributes (found) : NULL;

  g_assert_cmpuint (g_slist_length (list), ==, n_expected);
  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
}

static void
test_highlights (void)
{
  g_autoptr (ActRowLook) look = act_row_look_new ();
  g_autoptr (ActSearch) search = act_search_parse ("fail -wrong");
  guint n_changes = 0;

  g_signal_connect_swapped (look, "changed", G_CALLBACK (count_cb), &n_changes);
  assert_highlights (look, "failed and failing", 0);
  act_row_look_set_search (look, search);
  act_row_look_set_search (look, search);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_highlights (look, "failed and failing", 2);
  assert_highlights (look, "wrong <b>fail</b> שגיאה", 1);
  assert_highlights (look, NULL, 0);
  act_row_look_set_search (look, NULL);
  assert_highlights (look, "failed", 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  g_test_add_func ("/ui/search-bar/each-keystroke", test_each_keystroke);
  g_test_add_func ("/ui/search-bar/keys-of-completion", test_keys_of_completion);
  g_test_add_func ("/ui/search-bar/late-values", test_late_values);
  g_test_add_func ("/ui/search-bar/destinations", test_destinations);
  g_test_add_func ("/ui/search-bar/periods", test_periods);
  g_test_add_func ("/ui/search-bar/highlights", test_highlights);

  return g_test_run ();
}
