/* Pages come and go, and ask before input is lost
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-page-dialog.h"
#include "act-ui-resources.h"

#include "page-fixture.h"

typedef struct
{
  GtkWidget *dialog; /* (weak) */
  GtkWidget *first;  /* (weak) */
  GtkWidget *second; /* (weak) */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  g_set_weak_pointer (&fixture->first, page_fixture_new ("First & <b>"));
  g_set_weak_pointer (&fixture->dialog, act_page_dialog_new (NULL, fixture->first));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));

  while (fixture->dialog != NULL || fixture->first != NULL || fixture->second != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_second (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->second, page_fixture_new ("Second"));
  act_page_open (ACT_PAGE (fixture->first), fixture->second);
}

static void
check_title (Fixture    *fixture,
             const char *title)
{
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->dialog)), ==, title);
}

static void
act (Fixture    *fixture,
     const char *action_name)
{
  g_assert_true (gtk_widget_activate_action (fixture->dialog, action_name, NULL));
}

static AdwMessageDialog *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint       i = 0;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static void
answer (const char *response)
{
  AdwMessageDialog *question = find_question ();

  g_assert_nonnull (question);
  g_object_ref (question);
  adw_message_dialog_response (question, response);

  /* As the dialog's own buttons do. */
  gtk_window_destroy (GTK_WINDOW (question));
  g_object_unref (question);
  while (find_question () != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_titles (Fixture      *fixture,
             gconstpointer unused)
{
  check_title (fixture, "First & <b>");
  open_second (fixture);
  check_title (fixture, "Second");
  page_fixture_set_title (PAGE_FIXTURE (fixture->second), "Second, Changed");
  check_title (fixture, "Second, Changed");

  /* The page below is not the one that the title is about. */
  page_fixture_set_title (PAGE_FIXTURE (fixture->first), "First, Changed");
  check_title (fixture, "Second, Changed");
}

static void
test_back (Fixture      *fixture,
           gconstpointer unused)
{
  open_second (fixture);
  act (fixture, "page.go-back");
  check_title (fixture, "First & <b>");
  g_assert_cmpuint (page_fixture_count_refreshes (PAGE_FIXTURE (fixture->first)), ==, 1);
  while (fixture->second != NULL)
    g_main_context_iteration (NULL, TRUE);

  /* Back never closes the dialog, Escape does. */
  act (fixture, "page.go-back");
  g_assert_nonnull (fixture->dialog);
  act (fixture, "page.leave");
  while (fixture->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_close (Fixture      *fixture,
            gconstpointer unused)
{
  open_second (fixture);
  page_fixture_set_unsaved (PAGE_FIXTURE (fixture->second), TRUE);
  act_page_close (ACT_PAGE (fixture->second));
  check_title (fixture, "First & <b>");

  act_page_close (ACT_PAGE (fixture->first));
  while (fixture->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_asks_before_back (Fixture      *fixture,
                       gconstpointer unused)
{
  open_second (fixture);
  page_fixture_set_unsaved (PAGE_FIXTURE (fixture->second), TRUE);
  act (fixture, "page.go-back");
  check_title (fixture, "Second");
  answer ("cancel");
  check_title (fixture, "Second");

  act (fixture, "page.leave");
  answer ("discard");
  check_title (fixture, "First & <b>");
}

/* A page below may have unsaved input too. */
static void
test_asks_before_closing (Fixture      *fixture,
                          gconstpointer unused)
{
  open_second (fixture);
  page_fixture_set_unsaved (PAGE_FIXTURE (fixture->first), TRUE);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  while (find_question () == NULL)
    g_main_context_iteration (NULL, TRUE);
  answer ("cancel");
  check_title (fixture, "Second");

  gtk_window_close (GTK_WINDOW (fixture->dialog));
  while (find_question () == NULL)
    g_main_context_iteration (NULL, TRUE);
  answer ("discard");
  while (fixture->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_focus (Fixture   *fixture,
           GtkWidget *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->dialog));

  return focus != NULL && gtk_widget_is_ancestor (focus, page);
}

static void
test_focus (Fixture      *fixture,
            gconstpointer unused)
{
  GtkWidget *last = page_fixture_get_last_entry (PAGE_FIXTURE (fixture->first));

  while (!has_focus (fixture, fixture->first))
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (has_focus (fixture, last));
  gtk_widget_grab_focus (last);
  open_second (fixture);
  while (!has_focus (fixture, fixture->second))
    g_main_context_iteration (NULL, TRUE);

  act (fixture, "page.go-back");
  while (!has_focus (fixture, last))
    g_main_context_iteration (NULL, TRUE);
}

/* It goes with its parent, whatever is in it. */
static void
test_parent_closes (Fixture      *fixture,
                    gconstpointer unused)
{
  GtkWidget *parent = gtk_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (fixture->dialog), GTK_WINDOW (parent));
  page_fixture_set_unsaved (PAGE_FIXTURE (fixture->first), TRUE);
  act (fixture, "page.leave");
  gtk_window_destroy (GTK_WINDOW (parent));
  while (fixture->dialog != NULL || find_question () != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  g_test_add ("/page-dialog/titles", Fixture, NULL, set_up, test_titles, tear_down);
  g_test_add ("/page-dialog/back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add ("/page-dialog/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/page-dialog/asks-before-back", Fixture, NULL, set_up, test_asks_before_back,
              tear_down);
  g_test_add ("/page-dialog/asks-before-closing", Fixture, NULL, set_up,
              test_asks_before_closing, tear_down);
  g_test_add ("/page-dialog/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/page-dialog/parent-closes", Fixture, NULL, set_up, test_parent_closes, tear_down);

  return g_test_run ();
}
