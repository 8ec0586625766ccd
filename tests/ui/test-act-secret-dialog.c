/* The dialog for a secret that the keyring does not give
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-secret-dialog.h"
#include "act-ui-resources.h"
#include "connections-fixture.h"

#include <string.h>

#define OF_THIS_SESSION "for this session only"

typedef struct
{
  ConnectionsFixture  base;
  ActConnectionEntry *entry;  /* (owned) */
  GtkWindow          *window; /* (nullable): the dialog, until it closes */
} DialogFixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
check_place (DialogFixture *self,
             ActSecretPlace place)
{
  connections_wait (act_connection_entry_get_secret_place (self->entry) == place);
}

/* As at the next start, when a keyring does not give what it had. */
static void
start_without_secret (DialogFixture *self,
                      ActSecretPlace place)
{
  g_clear_object (&self->entry);
  connections_restart (&self->base);
  self->entry = g_list_model_get_item (G_LIST_MODEL (self->base.connections), 0);
  connections_open (&self->base, self->entry, ACT_SESSION_AUTOMATIC);
  check_place (self, place);
}

static void
set_up (DialogFixture *self,
        gconstpointer  unused)
{
  connections_set_up (&self->base, unused);
  self->entry = g_object_ref (connections_add (&self->base, 0));
}

static void
tear_down (DialogFixture *self,
           gconstpointer  unused)
{
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  settle ();
  g_clear_object (&self->entry);
  connections_tear_down (&self->base, unused);
}

static void
present (DialogFixture *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  act_secret_dialog_present (NULL, self->base.connections, self->entry);
  self->window = g_list_model_get_item (windows, g_list_model_get_n_items (windows) - 1);
  g_object_unref (self->window);
  g_assert_true (ACT_IS_SECRET_DIALOG (self->window));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  connections_wait (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
}

typedef gboolean (*FitsFunc) (GtkWidget  *widget,
                              const char *text);

static GtkWidget *
find (GtkWidget  *widget,
      FitsFunc    fits,
      const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (fits (widget, text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, fits, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_button (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static gboolean
is_entry (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_PASSWORD_ENTRY (widget);
}

static gboolean
is_wrong (GtkWidget  *widget,
          const char *text)
{
  return gtk_widget_has_css_class (widget, "error");
}

static gboolean
says (DialogFixture *self,
      const char    *text)
{
  return find (GTK_WIDGET (self->window), is_label, text) != NULL;
}

static void
press (GtkWindow  *window,
       const char *label)
{
  GtkWidget *button = find (GTK_WIDGET (window), is_button, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static GtkEditable *
get_entry (DialogFixture *self)
{
  return GTK_EDITABLE (find (GTK_WIDGET (self->window), is_entry, NULL));
}

static void
enter (DialogFixture *self,
       const char    *secret)
{
  gtk_editable_set_text (get_entry (self), secret);
}

static const char *
get_right_secret (DialogFixture *self)
{
  return act_simulator_get_api_secret (self->base.servers[0]);
}

static void
check_kept (DialogFixture *self,
            const char    *secret)
{
  ActConnection *connection = act_connection_entry_get_connection (self->entry);

  g_assert_cmpstr (memory_keyring_get (self->base.keyring, connection), ==, secret);
}

/* What is wrong stays in the dialog; what is right is used, and kept nowhere. */
static void
test_this_session (DialogFixture *self,
                   gconstpointer  code)
{
  gboolean is_locked = GPOINTER_TO_INT (code) == ACT_KEYRING_ERROR_LOCKED;

  memory_keyring_set_failure (self->base.keyring, GPOINTER_TO_INT (code));
  start_without_secret (self, is_locked ? ACT_SECRET_PLACE_LOCKED : ACT_SECRET_PLACE_NO_KEYRING);
  connections_wait_for_state (self->entry, ACT_SESSION_SIGN_IN_NEEDED);
  memory_keyring_put (self->base.keyring, act_connection_entry_get_connection (self->entry),
                      "not asked for");

  present (self);
  g_assert_true (says (self, OF_THIS_SESSION));
  g_assert_true (says (self, "“Server 0”"));
  g_assert_true (says (self, act_simulator_get_api_key (self->base.servers[0])));
  press (self->window, "Use This Session");
  g_assert_true (find (GTK_WIDGET (self->window), is_wrong, NULL) != NULL);

  enter (self, "wrong");
  press (self->window, "Use This Session");
  connections_wait (says (self, "Signing in failed"));

  enter (self, get_right_secret (self));
  g_assert_false (says (self, "Signing in failed"));
  press (self->window, "Use This Session");
  connections_wait (self->window == NULL);
  check_place (self, ACT_SECRET_PLACE_THIS_SESSION);
  check_kept (self, "not asked for");
  connections_wait_until_read (self->entry);
}

static void
test_try_again (DialogFixture *self,
                gconstpointer  unused)
{
  memory_keyring_set_failure (self->base.keyring, ACT_KEYRING_ERROR_LOCKED);
  start_without_secret (self, ACT_SECRET_PLACE_LOCKED);
  present (self);
  press (self->window, "Try Keyring Again");
  settle ();
  g_assert_true (says (self, "The keyring was not opened"));

  memory_keyring_set_failure (self->base.keyring, ACT_KEYRING_ERROR_ABSENT);
  press (self->window, "Try Keyring Again");
  connections_wait (says (self, "No keyring answers"));

  memory_keyring_set_failure (self->base.keyring, -1);
  press (self->window, "Try Keyring Again");
  connections_wait (self->window == NULL);
  check_place (self, ACT_SECRET_PLACE_KEYRING);
}

/* A keyring that is there gets what it does not have. */
static void
test_kept (DialogFixture *self,
           gconstpointer  unused)
{
  memory_keyring_put (self->base.keyring, act_connection_entry_get_connection (self->entry), NULL);
  start_without_secret (self, ACT_SECRET_PLACE_NOWHERE);
  present (self);
  g_assert_false (says (self, OF_THIS_SESSION));
  g_assert_null (find (GTK_WIDGET (self->window), is_button, "Try Keyring Again"));

  enter (self, get_right_secret (self));
  g_signal_emit_by_name (get_entry (self), "activate");
  connections_wait (self->window == NULL);
  check_place (self, ACT_SECRET_PLACE_KEYRING);
  check_kept (self, get_right_secret (self));
}

/* One that then does not take it is done without, when the user says so. */
static void
test_not_kept (DialogFixture *self,
               gconstpointer  unused)
{
  GtkWindow *question = NULL;

  memory_keyring_put (self->base.keyring, act_connection_entry_get_connection (self->entry), NULL);
  start_without_secret (self, ACT_SECRET_PLACE_NOWHERE);
  present (self);
  memory_keyring_set_failure (self->base.keyring, ACT_KEYRING_ERROR_REFUSED);
  enter (self, get_right_secret (self));
  press (self->window, "Keep and Use");
  connections_wait (g_list_model_get_n_items (gtk_window_get_toplevels ()) == 2);

  question = g_list_model_get_item (gtk_window_get_toplevels (), 1);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "this-session");
  gtk_window_destroy (question);
  g_object_unref (question);
  connections_wait (self->window == NULL);
  check_place (self, ACT_SECRET_PLACE_THIS_SESSION);
}

static void
test_pasted (DialogFixture *self,
             gconstpointer  unused)
{
  int position = 0;

  memory_keyring_set_failure (self->base.keyring, ACT_KEYRING_ERROR_LOCKED);
  start_without_secret (self, ACT_SECRET_PLACE_LOCKED);
  present (self);
  gtk_editable_insert_text (gtk_editable_get_delegate (get_entry (self)),
                            "M3TER_API_KEY=other\nM3TER_API_SECRET=pasted\n", -1, &position);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self)), ==, "pasted");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());
  /* GTK 4.8 does not bear a blinking cursor where there is no window manager. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);

#define ADD(name, data, test) \
  g_test_add ("/secret-dialog/" name, DialogFixture, data, set_up, test, tear_down)
  ADD ("locked", GINT_TO_POINTER (ACT_KEYRING_ERROR_LOCKED), test_this_session);
  ADD ("absent", GINT_TO_POINTER (ACT_KEYRING_ERROR_ABSENT), test_this_session);
  ADD ("try-again", NULL, test_try_again);
  ADD ("kept", NULL, test_kept);
  ADD ("not-kept", NULL, test_not_kept);
  ADD ("pasted", NULL, test_pasted);
#undef ADD

  return g_test_run ();
}
