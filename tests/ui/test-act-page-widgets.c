/* What pages share says what it should, in text and never as markup
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-ability-note.h"
#include "act-api-error.h"
#include "act-freshness-label.h"
#include "act-load-stack.h"
#include "act-problem-box.h"
#include "act-time.h"
#include "act-ui-resources.h"

#include "session-fixture.h"

#include <adwaita.h>

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  GtkWidget *child = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return FALSE;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, text))
        return TRUE;
    }

  return FALSE;
}

static GError *
new_error (ActApiError code,
           const char *words)
{
  return g_error_new (ACT_API_ERROR, (int) code, "POST: no\n%s", words);
}

/* Any leak, and any child that is left behind, is a fatal warning. */
static void
finish (GtkWidget *widget)
{
  g_object_ref_sink (widget);
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  g_object_unref (widget);
  g_assert_null (widget);
}

static void
try_again_cb (ActLoadStack *stack,
              guint        *n_times)
{
  (*n_times)++;
}

static void
test_load_stack (void)
{
  GtkWidget    *widget = act_load_stack_new ();
  ActLoadStack *stack = ACT_LOAD_STACK (widget);
  GtkWidget    *content = gtk_label_new ("Content");
  guint         n_times = 0;
  g_autoptr (GError) error = new_error (ACT_API_ERROR_BAD_REQUEST, "<b>Words & more</b>");

  g_object_ref_sink (widget);
  g_object_set (widget, "content", content, NULL);
  g_signal_connect (widget, "try-again", G_CALLBACK (try_again_cb), &n_times);
  g_assert_false (says (widget, "Content"));
  act_load_stack_show_loading (stack);
  act_load_stack_show_content (stack);
  g_assert_true (says (widget, "Content"));
  act_load_stack_show_error (stack, error);
  g_assert_false (says (widget, "Content"));
  g_assert_true (says (widget, "The server refused this"));
  g_assert_true (says (widget, "<b>Words & more</b>"));
  act_load_stack_show_none (stack, "edit-find-symbolic", "None & <i>nothing</i>", NULL,
                            gtk_button_new_with_label ("Child"));
  g_assert_true (says (widget, "None & <i>nothing</i>"));
  g_assert_true (says (widget, "Child"));
  act_load_stack_show_none (stack, "edit-find-symbolic", "None", "Why < what", NULL);
  g_assert_true (says (widget, "Why < what"));
  g_assert_false (says (widget, "Child"));
  g_assert_finalize_object (widget);
}

static void
test_problem_box (void)
{
  GtkWidget *widget = act_problem_box_new ();
  g_autoptr (GError) error = new_error (ACT_API_ERROR_FORBIDDEN, "<b>Scope</b>");

  g_assert_false (gtk_widget_get_visible (widget));
  act_problem_box_show_error (ACT_PROBLEM_BOX (widget), error);
  g_assert_true (says (widget, "Your key may not do this"));
  g_assert_true (says (widget, "Ask an administrator"));
  g_assert_true (says (widget, "<b>Scope</b>"));
  act_problem_box_show_text (ACT_PROBLEM_BOX (widget), "Title", NULL);
  g_assert_true (says (widget, "Title"));
  g_assert_false (says (widget, "Scope"));
  act_problem_box_hide (ACT_PROBLEM_BOX (widget));
  g_assert_false (gtk_widget_get_visible (widget));
  finish (widget);
}

static void
test_freshness_label (void)
{
  GtkWidget         *widget = act_freshness_label_new ();
  ActFreshnessLabel *label = ACT_FRESHNESS_LABEL (widget);
  g_autoptr (GError) error = new_error (ACT_API_ERROR_OFFLINE, "no route");
  g_autoptr (ActFreshness) fresh = act_freshness_new (act_time_now (), NULL);
  g_autoptr (ActFreshness) stale = act_freshness_new (act_time_now (), error);

  act_freshness_label_set_freshness (label, fresh);
  g_assert_false (gtk_widget_get_visible (widget));
  act_freshness_label_set_freshness (label, stale);
  g_assert_true (says (widget, "Offline"));
  g_assert_true (says (widget, "As of "));
  act_freshness_label_set_finding (label, "Named by the event");
  g_assert_true (says (widget, "Named by the event"));
  act_freshness_label_set_freshness (label, fresh);
  g_assert_false (says (widget, "Offline"));
  g_assert_true (says (widget, "Named by the event"));
  act_freshness_label_set_finding (label, NULL);
  act_freshness_label_set_freshness (label, NULL);
  g_assert_false (gtk_widget_get_visible (widget));
  finish (widget);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *child = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
allowed_cb (ActAbilityNote *note,
            GParamSpec     *pspec,
            guint          *n_times)
{
  (*n_times)++;
}

static void
test_ability_note (Fixture      *fixture,
                   gconstpointer unused)
{
  GtkWidget      *widget = act_ability_note_new ();
  ActAbilityNote *note = ACT_ABILITY_NOTE (widget);
  guint           n_times = 0;
  g_autoptr (GError) forbidden = new_error (ACT_API_ERROR_FORBIDDEN, "no");
  g_autoptr (GError) missing = new_error (ACT_API_ERROR_NOT_ALLOWED, "no");

  fixture_open (fixture, ACT_SESSION_FLAGS_NONE);
  g_assert_false (act_ability_note_get_allowed (note));
  act_ability_note_set (note, fixture->session, ACT_ABILITY_REPLAY);
  g_assert_true (act_ability_note_get_allowed (note));
  g_assert_false (gtk_widget_get_visible (widget));

  g_signal_connect (note, "notify::allowed", G_CALLBACK (allowed_cb), &n_times);
  act_session_learn_ability (fixture->session, ACT_ABILITY_MAPPINGS, forbidden, FALSE);
  g_assert_cmpuint (n_times, ==, 0);
  act_session_learn_ability (fixture->session, ACT_ABILITY_REPLAY, forbidden, FALSE);
  g_assert_cmpuint (n_times, ==, 1);
  g_assert_false (act_ability_note_get_allowed (note));
  g_assert_true (says (widget, "Your key may not change this. Ask an administrator."));
  g_assert_null (find_button (widget, "Open in Console"));

  g_signal_emit_by_name (find_button (widget, "Check Again"), "clicked");
  g_assert_true (act_ability_note_get_allowed (note));
  g_assert_false (gtk_widget_get_visible (widget));

  act_session_learn_ability (fixture->session, ACT_ABILITY_REPLAY, missing, TRUE);
  g_assert_false (act_ability_note_get_allowed (note));
  g_assert_true (says (widget, "This API cannot replay runs."));
  g_assert_nonnull (find_button (widget, "Open in Console"));
  g_assert_null (find_button (widget, "Check Again"));
  finish (widget);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  g_test_add_func ("/page-widgets/load-stack", test_load_stack);
  g_test_add_func ("/page-widgets/problem-box", test_problem_box);
  g_test_add_func ("/page-widgets/freshness-label", test_freshness_label);
  g_test_add ("/page-widgets/ability-note", Fixture, NULL, fixture_set_up, test_ability_note,
              fixture_tear_down);

  return g_test_run ();
}
