/* The page of a run is let go of at any moment, and takes its calls with it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-page.h"
#include "act-run-log-page.h"
#include "act-run-page.h"
#include "act-ui-resources.h"

#include "session-fixture.h"

#include <adwaita.h>

typedef struct
{
  Fixture    session;
  GtkWidget *window;
  gint64     row_id; /* of an event that names its run */
  char      *run_id; /* (owned) */
} PageFixture;

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  gboolean found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
                   g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_label (child, text);

  return found;
}

static gboolean
has_list (GtkWidget *widget)
{
  gboolean found = GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_list (child);

  return found;
}

static void
find_event (PageFixture *self)
{
  g_autoptr (GArray) row_ids = fixture_list (&self->session, FALSE);

  for (guint i = 0; i < row_ids->len && self->run_id == NULL; i++)
    {
      gint64 row_id = g_array_index (row_ids, gint64, i);
      g_autoptr (ActEventRecord) record = fixture_read (&self->session, row_id);

      if (record->event->run_id == NULL)
        continue;

      self->row_id = row_id;
      self->run_id = g_strdup (record->event->run_id);
    }

  g_assert_nonnull (self->run_id);
}

static void
set_up (PageFixture  *self,
        gconstpointer unused)
{
  fixture_set_up (&self->session, NULL);
  fixture_open (&self->session, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (&self->session);
  find_event (self);

  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 700);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (PageFixture  *self,
           gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self->run_id);
  fixture_tear_down (&self->session, NULL);
}

static void
show_page (PageFixture *self,
           GtkWidget   *page)
{
  gtk_window_set_child (GTK_WINDOW (self->window), page);
}

/* What still waits for an answer would keep the page, or be told the answer without it. */
static void
take_away (PageFixture *self)
{
  GtkWidget *page = gtk_window_get_child (GTK_WINDOW (self->window));

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  wait_until (page == NULL);
}

static void
test_shown (PageFixture  *self,
            gconstpointer unused)
{
  g_autofree char *title = NULL;

  show_page (self, act_run_page_new (self->session.session, self->row_id));
  wait_until (has_label (self->window, "Named by the event"));
  g_assert_true (has_label (self->window, self->run_id));

  title = act_page_dup_title (ACT_PAGE (gtk_window_get_child (GTK_WINDOW (self->window))));
  g_assert_cmpstr (title, ==, "Integration Run");
  take_away (self);
}

static void
test_refreshed (PageFixture  *self,
                gconstpointer unused)
{
  show_page (self, act_run_page_new_for_run (self->session.session, self->run_id));
  wait_until (has_label (self->window, self->run_id));

  act_page_refresh (ACT_PAGE (gtk_window_get_child (GTK_WINDOW (self->window))));
  act_page_refresh (ACT_PAGE (gtk_window_get_child (GTK_WINDOW (self->window))));
  wait_until (has_label (self->window, "History"));
  take_away (self);
}

/* At every step of reading. */
static void
test_taken_away_while_reading (PageFixture  *self,
                               gconstpointer unused)
{
  gboolean was_read = FALSE;

  for (guint n_turns = 0; !was_read; n_turns++)
    {
      show_page (self, act_run_page_new (self->session.session, self->row_id));
      for (guint i = 0; i < n_turns && !was_read; i++)
        {
          g_main_context_iteration (NULL, TRUE);
          was_read = has_label (self->window, self->run_id);
        }
      take_away (self);
    }
}

static void
test_log_taken_away_while_reading (PageFixture  *self,
                                   gconstpointer unused)
{
  gboolean was_read = FALSE;

  for (guint n_turns = 0; !was_read; n_turns++)
    {
      show_page (self, act_run_log_page_new (self->session.session, self->run_id));
      for (guint i = 0; i < n_turns && !was_read; i++)
        {
          g_main_context_iteration (NULL, TRUE);
          was_read = has_list (self->window);
        }
      take_away (self);
    }
}

static void
add_test (const char *path,
          void (*test) (PageFixture *, gconstpointer))
{
  g_test_add (path, PageFixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  add_test ("/run-page/shown", test_shown);
  add_test ("/run-page/refreshed", test_refreshed);
  add_test ("/run-page/taken-away-while-reading", test_taken_away_while_reading);
  add_test ("/run-page/log-taken-away-while-reading", test_log_taken_away_while_reading);

  return g_test_run ();
}
