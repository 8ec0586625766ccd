/* Tests of what is told of by notifications, as the desktop gets them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-notifier.h"

#include "act-time.h"
#include "connections-fixture.h"

#define SERVICE          "org.gtk.Notifications"
#define SERVICE_PATH     "/org/gtk/Notifications"
#define APPLICATION      "io.github.actioned.Test"
#define DEFAULT_ACTION   "app.show-connection"
#define MS_BETWEEN       G_GINT64_CONSTANT (1000)
#define MS_OF_THREE_DAYS G_GINT64_CONSTANT (259200000)

static const char SERVICE_XML[] =
    "<node>"
    "  <interface name='org.gtk.Notifications'>"
    "    <method name='AddNotification'>"
    "      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "    </method>"
    "    <method name='RemoveNotification'>"
    "      <arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "    </method>"
    "  </interface>"
    "</node>";

/* The desktop: it has one notification at most, since all have one id. */
typedef struct
{
  ConnectionsFixture  connections;
  GApplication       *application;
  GDBusConnection    *bus;
  guint               registration;
  guint               name;
  ActConnectionEntry *entry;
  ActNotifier        *notifier;
  char               *title; /* (nullable): of the notification that is shown */
  guint               n_added;
  guint               n_removed;
  gboolean            has_name;
} Fixture;

/* Ends with the process, as the connection to it does. */
static GTestDBus *test_bus;

static void
take_notification (Fixture  *self,
                   GVariant *parameters)
{
  const char *application = NULL;
  const char *id = NULL;
  const char *action = NULL;
  const char *target = NULL;
  const char *expected = act_connection_get_id (act_connection_entry_get_connection (self->entry));
  g_autoptr (GVariant) notification = NULL;

  g_variant_get (parameters, "(&s&s@a{sv})", &application, &id, &notification);
  g_assert_cmpstr (application, ==, APPLICATION);
  g_assert_cmpstr (id, ==, expected);
  g_assert_true (g_variant_lookup (notification, "default-action", "&s", &action));
  g_assert_cmpstr (action, ==, DEFAULT_ACTION);
  g_assert_true (g_variant_lookup (notification, "default-action-target", "&s", &target));
  g_assert_cmpstr (target, ==, expected);
  g_assert_false (g_variant_lookup (notification, "body", "&s", NULL));

  g_clear_pointer (&self->title, g_free);
  g_assert_true (g_variant_lookup (notification, "title", "s", &self->title));
  self->n_added++;
}

static void
method_call_cb (GDBusConnection       *bus,
                const char            *sender,
                const char            *object_path,
                const char            *interface_name,
                const char            *method_name,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  Fixture    *self = user_data;
  const char *application = NULL;

  g_variant_get_child (parameters, 0, "&s", &application);
  if (g_str_equal (method_name, "AddNotification"))
    {
      take_notification (self, parameters);
    }
  else if (g_str_equal (application, APPLICATION))
    {
      g_clear_pointer (&self->title, g_free);
      self->n_removed++;
    }

  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
name_acquired_cb (GDBusConnection *bus,
                  const char      *name,
                  gpointer         user_data)
{
  Fixture *self = user_data;

  self->has_name = TRUE;
}

static void
start_desktop (Fixture *self)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  g_autoptr (GDBusNodeInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  info = g_dbus_node_info_new_for_xml (SERVICE_XML, &error);
  g_assert_no_error (error);
  self->registration = g_dbus_connection_register_object (self->bus, SERVICE_PATH, info->interfaces[0],
                                                          &vtable, self, NULL, &error);
  g_assert_no_error (error);
  self->name = g_bus_own_name_on_connection (self->bus, SERVICE, G_BUS_NAME_OWNER_FLAGS_NONE,
                                             name_acquired_cb, NULL, self, NULL);
  connections_wait (self->has_name);
}

static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  start_desktop (self);
  self->application = g_application_new (APPLICATION, G_APPLICATION_NON_UNIQUE);
  g_application_register (self->application, NULL, &error);
  g_assert_no_error (error);
  connections_set_up (&self->connections, NULL);
  self->entry = g_object_ref (connections_add (&self->connections, 0));
  self->notifier = act_notifier_new (self->application, self->entry);
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  if (self->notifier != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->notifier));
  g_clear_object (&self->entry);
  connections_tear_down (&self->connections, NULL);
  g_bus_unown_name (self->name);
  g_dbus_connection_unregister_object (self->bus, self->registration);
  g_clear_object (&self->application);
  g_clear_object (&self->bus);
  g_clear_pointer (&self->title, g_free);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *is_called = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  g_assert_no_error (error);
  *is_called = TRUE;
}

/* The store answers in order, and so does the bus: what was to come has come afterwards. */
static void
settle (Fixture *self)
{
  gboolean is_called = FALSE;

  if (act_connection_entry_get_session (self->entry) != NULL)
    {
      g_autoptr (GArray) row_ids = connections_list (self->entry);
      (void) row_ids;
    }

  g_dbus_connection_call (self->bus, SERVICE, SERVICE_PATH, SERVICE, "RemoveNotification",
                          g_variant_new ("(ss)", "somebody.else", "id"), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, called_cb, &is_called);
  connections_wait (is_called);
}

static void
refresh (Fixture *self)
{
  ActSession *session = act_connection_entry_get_session (self->entry);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_session_refresh_async (session, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  act_session_refresh_finish (session, result, &error);
  g_assert_no_error (error);
  settle (self);
}

static void
open_connection (Fixture *self)
{
  connections_open (&self->connections, self->entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (self->entry);
  refresh (self);
}

static gint64
get_newest_time (Fixture *self)
{
  g_autoptr (GArray) row_ids = connections_list (self->entry);
  gint64 newest = 0;

  for (guint i = 0; i < row_ids->len; i++)
    newest = MAX (newest, g_array_index (row_ids, gint64, i));

  return newest >> 20;
}

/* They are open, and younger than all that is known. */
static void
add_new (Fixture *self,
         guint    n)
{
  gint64 newest = get_newest_time (self);

  act_simulator_add_events (self->connections.servers[0], n, newest + MS_BETWEEN,
                            newest + (n + 1) * MS_BETWEEN, FALSE);
}

static void
bring_new (Fixture *self,
           guint    n)
{
  add_new (self, n);
  refresh (self);
}

static void
edit_switch (Fixture *self,
             gboolean on)
{
  g_autoptr (ActConnectionSettings) settings =
      act_connection_dup_settings (act_connection_entry_get_connection (self->entry));
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  settings->notify = on;
  connection = act_connection_new_from_settings (settings, &error);
  g_assert_no_error (error);
  act_connections_edit (self->connections.connections, self->entry, connection, &error);
  g_assert_no_error (error);
  settle (self);
}

/* All that it brings is old, however often it is read, and what comes is old if it happened long ago. */
static void
test_first_synchronisation (Fixture      *self,
                            gconstpointer unused)
{
  gint64 newest = 0;

  open_connection (self);
  refresh (self);
  newest = get_newest_time (self);
  act_simulator_add_events (self->connections.servers[0], 5, newest - MS_OF_THREE_DAYS,
                            newest - MS_OF_THREE_DAYS / 2, FALSE);
  refresh (self);
  g_assert_cmpuint (self->n_added, ==, 0);
  g_assert_cmpuint (self->n_removed, ==, 0);
}

static void
test_one_for_all (Fixture      *self,
                  gconstpointer unused)
{
  open_connection (self);
  bring_new (self, 1);
  g_assert_cmpstr (self->title, ==, "1 new error in Server 0");
  refresh (self);
  g_assert_cmpuint (self->n_added, ==, 1);

  bring_new (self, 2);
  g_assert_cmpstr (self->title, ==, "3 new errors in Server 0");
  g_assert_cmpuint (self->n_added, ==, 2);
  g_assert_cmpuint (self->n_removed, ==, 0);
}

/* What somebody else has put right before we saw it is nothing to tell of. */
static void
test_actioned_ones (Fixture      *self,
                    gconstpointer unused)
{
  gint64 newest = 0;

  open_connection (self);
  newest = get_newest_time (self);
  act_simulator_add_events (self->connections.servers[0], 3, newest + MS_BETWEEN, newest + 4 * MS_BETWEEN,
                            TRUE);
  refresh (self);
  g_assert_cmpuint (self->n_added, ==, 0);
}

static void
test_watched (Fixture      *self,
              gconstpointer unused)
{
  open_connection (self);
  act_notifier_set_watched (self->notifier, TRUE);
  bring_new (self, 2);
  g_assert_cmpuint (self->n_added, ==, 0);

  act_notifier_set_watched (self->notifier, FALSE);
  refresh (self);
  g_assert_cmpuint (self->n_added, ==, 0);
  bring_new (self, 2);
  g_assert_cmpstr (self->title, ==, "2 new errors in Server 0");

  act_notifier_set_watched (self->notifier, TRUE);
  settle (self);
  g_assert_null (self->title);
  g_assert_cmpuint (self->n_removed, ==, 1);

  /* What was seen is not counted again. */
  act_notifier_set_watched (self->notifier, FALSE);
  bring_new (self, 1);
  g_assert_cmpstr (self->title, ==, "1 new error in Server 0");
}

/* Undo opens events again, and they are no new ones. */
static void
test_marks (Fixture      *self,
            gconstpointer unused)
{
  ActSession *session = NULL;
  g_autoptr (GArray) old = NULL;
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  open_connection (self);
  session = act_connection_entry_get_session (self->entry);
  old = connections_mark (self->entry, 2, 3600);
  refresh (self);
  act_session_undo_async (session, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  refresh (self);
  g_assert_cmpuint (self->n_added, ==, 0);

  bring_new (self, 2);
  g_assert_cmpuint (self->n_added, ==, 1);
  marked = connections_mark (self->entry, 2, 3600);
  connections_wait (self->title == NULL);
  g_assert_cmpuint (self->n_removed, ==, 1);

  g_clear_object (&result);
  act_session_undo_async (session, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  refresh (self);
  g_assert_cmpuint (self->n_added, ==, 1);
}

static void
test_switch (Fixture      *self,
             gconstpointer unused)
{
  open_connection (self);
  edit_switch (self, FALSE);
  bring_new (self, 2);
  g_assert_cmpuint (self->n_added, ==, 0);

  edit_switch (self, TRUE);
  refresh (self);
  g_assert_cmpuint (self->n_added, ==, 0);
  bring_new (self, 1);
  g_assert_cmpstr (self->title, ==, "1 new error in Server 0");

  edit_switch (self, FALSE);
  g_assert_null (self->title);
}

static void
test_closed (Fixture      *self,
             gconstpointer unused)
{
  open_connection (self);
  bring_new (self, 1);
  g_assert_nonnull (self->title);
  connections_close (&self->connections, self->entry);
  settle (self);
  g_assert_null (self->title);
}

/* What came since the program ran last is new. */
static void
test_next_start (Fixture      *self,
                 gconstpointer unused)
{
  open_connection (self);
  add_new (self, 2);
  connections_close (&self->connections, self->entry);
  connections_open (&self->connections, self->entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (self->entry);
  refresh (self);
  g_assert_cmpstr (self->title, ==, "2 new errors in Server 0");
}

static void
test_removed (Fixture      *self,
              gconstpointer unused)
{
  open_connection (self);
  bring_new (self, 1);
  g_assert_nonnull (self->title);
  g_assert_finalize_object (g_steal_pointer (&self->notifier));
  settle (self);
  g_assert_null (self->title);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (test_bus);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/notifier/first-synchronisation", test_first_synchronisation);
  ADD ("/notifier/one-for-all", test_one_for_all);
  ADD ("/notifier/actioned-ones", test_actioned_ones);
  ADD ("/notifier/watched", test_watched);
  ADD ("/notifier/marks", test_marks);
  ADD ("/notifier/switch", test_switch);
  ADD ("/notifier/closed", test_closed);
  ADD ("/notifier/next-start", test_next_start);
  ADD ("/notifier/removed", test_removed);

  return g_test_run ();
}
