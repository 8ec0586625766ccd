/* The offer marks exactly what it counted, and takes it back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mark-offer.h"
#include "act-ui-resources.h"

#include "session-fixture.h"

#include <adwaita.h>

static GtkWidget *
find_widget (GtkWidget  *widget,
             GType       type,
             const char *text)
{
  GtkWidget       *child = NULL;
  g_autofree char *label = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_object_get (widget, "label", &label, NULL);
      if (g_strcmp0 (label, text) == 0)
        return widget;
    }

  for (child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  Fixture      session;
  GtkWidget   *window;
  GtkWidget   *offer;
  ActRelation *relation;
} OfferFixture;

static void
set_up (OfferFixture *fixture,
        gconstpointer unused)
{
  fixture_set_up (&fixture->session, NULL);
  fixture_open (&fixture->session, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (&fixture->session);
  fixture->window = gtk_window_new ();
  fixture->offer = act_mark_offer_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->offer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->relation = act_relation_new (1u << ACT_EVENT_KIND_MISSING_MAPPING);
}

static void
tear_down (OfferFixture *fixture,
           gconstpointer unused)
{
  g_clear_pointer (&fixture->relation, act_relation_free);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_tear_down (&fixture->session, NULL);
}

static guint
count_open (OfferFixture *fixture)
{
  g_autoptr (ActCounts) counts = fixture_count (&fixture->session);

  return counts->open_by_kind[ACT_EVENT_KIND_MISSING_MAPPING];
}

static GtkWidget *
wait_for_button (OfferFixture *fixture,
                 const char   *label)
{
  GtkWidget *button = NULL;

  wait_until ((button = find_widget (fixture->window, GTK_TYPE_BUTTON, label)) != NULL);

  return button;
}

static GtkWidget *
offer (OfferFixture *fixture,
       guint         n_events)
{
  g_autofree char *label = g_strdup_printf (
      n_events == 1 ? "Mark %u Event as Actioned" : "Mark %u Events as Actioned", n_events);

  return wait_for_button (fixture, label);
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static void
test_marks (OfferFixture *fixture,
            gconstpointer unused)
{
  guint            n_events = count_open (fixture);
  g_autofree char *done = g_strdup_printf ("%u events marked as actioned", n_events);
  GtkWidget       *button = NULL;

  g_assert_cmpuint (n_events, >, 1);
  act_mark_offer_set (ACT_MARK_OFFER (fixture->offer), fixture->session.session,
                      fixture->relation, "All of them.");
  button = offer (fixture, n_events);
  g_assert_nonnull (find_widget (fixture->window, GTK_TYPE_LABEL, "All of them."));

  /* A second press while the first is under way does nothing. */
  click (button);
  click (button);
  wait_until (find_widget (fixture->window, GTK_TYPE_LABEL, done) != NULL);
  g_assert_cmpuint (count_open (fixture), ==, 0);
  g_assert_cmpuint (act_session_get_counts (fixture->session.session)->held, ==, n_events);

  click (wait_for_button (fixture, "Undo"));
  offer (fixture, n_events);
  g_assert_cmpuint (count_open (fixture), ==, n_events);
  g_assert_null (find_widget (fixture->window, GTK_TYPE_LABEL, done));
}

/* Once the marks are sent they cannot be undone, which the offer does not pretend. */
static void
test_undo_ends (OfferFixture *fixture,
                gconstpointer unused)
{
  g_autofree char *done = NULL;
  guint            n_events = count_open (fixture);

  done = g_strdup_printf ("%u events marked as actioned", n_events);
  act_mark_offer_set (ACT_MARK_OFFER (fixture->offer), fixture->session.session,
                      fixture->relation, NULL);
  click (offer (fixture, n_events));
  wait_for_button (fixture, "Undo");
  act_session_end_undo_time (fixture->session.session);
  wait_until (find_widget (fixture->window, GTK_TYPE_BUTTON, "Undo") == NULL);
  g_assert_nonnull (find_widget (fixture->window, GTK_TYPE_LABEL, done));
}

/* What is marked elsewhere meanwhile is offered no more. */
static void
test_counts_again (OfferFixture *fixture,
                   gconstpointer unused)
{
  guint n_events = count_open (fixture);

  act_mark_offer_set (ACT_MARK_OFFER (fixture->offer), fixture->session.session,
                      fixture->relation, NULL);
  offer (fixture, n_events);
  while (count_open (fixture) == n_events)
    {
      g_autoptr (GArray) row_ids = fixture_mark_first (&fixture->session, 1, 3600);

      g_assert_cmpuint (row_ids->len, ==, 1);
    }

  offer (fixture, count_open (fixture));
}

static void
test_none (OfferFixture *fixture,
           gconstpointer unused)
{
  fixture->relation->until = 0;
  act_mark_offer_set (ACT_MARK_OFFER (fixture->offer), fixture->session.session,
                      fixture->relation, NULL);

  /* Another count takes as long, and comes after it. */
  g_assert_cmpuint (count_open (fixture), >, 0);
  g_assert_false (gtk_widget_get_visible (fixture->offer));
}

/* What was asked for is done even when the dialog closes at once. */
static void
test_closed_at_once (OfferFixture *fixture,
                     gconstpointer unused)
{
  act_mark_offer_set (ACT_MARK_OFFER (fixture->offer), fixture->session.session,
                      fixture->relation, NULL);
  click (offer (fixture, count_open (fixture)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  wait_until (count_open (fixture) == 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  g_test_add ("/mark-offer/marks", OfferFixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/mark-offer/undo-ends", OfferFixture, NULL, set_up, test_undo_ends, tear_down);
  g_test_add ("/mark-offer/counts-again", OfferFixture, NULL, set_up, test_counts_again,
              tear_down);
  g_test_add ("/mark-offer/none", OfferFixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/mark-offer/closed-at-once", OfferFixture, NULL, set_up, test_closed_at_once,
              tear_down);

  return g_test_run ();
}
