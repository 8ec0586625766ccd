/* A Secret Service on the session bus that does what a test tells it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "scripted-keyring.h"

#include <string.h>

#define BUS_NAME   "org.freedesktop.secrets"
#define ROOT       "/org/freedesktop/secrets"
#define COLLECTION ROOT "/collection/login"
#define ALIAS      ROOT "/aliases/default"
#define INTERFACE  "org.freedesktop.Secret."

static const char description[] =
    "<node>"
    "<interface name='org.freedesktop.Secret.Service'>"
    "<method name='OpenSession'><arg direction='in' type='s'/><arg direction='in' type='v'/>"
    "<arg direction='out' type='v'/><arg direction='out' type='o'/></method>"
    "<method name='SearchItems'><arg direction='in' type='a{ss}'/>"
    "<arg direction='out' type='ao'/><arg direction='out' type='ao'/></method>"
    "<method name='Unlock'><arg direction='in' type='ao'/>"
    "<arg direction='out' type='ao'/><arg direction='out' type='o'/></method>"
    "<method name='GetSecrets'><arg direction='in' type='ao'/><arg direction='in' type='o'/>"
    "<arg direction='out' type='a{o(oayays)}'/></method>"
    "<property name='Collections' type='ao' access='read'/>"
    "</interface>"
    "<interface name='org.freedesktop.Secret.Collection'>"
    "<method name='CreateItem'><arg direction='in' type='a{sv}'/>"
    "<arg direction='in' type='(oayays)'/><arg direction='in' type='b'/>"
    "<arg direction='out' type='o'/><arg direction='out' type='o'/></method>"
    "</interface>"
    "<interface name='org.freedesktop.Secret.Item'>"
    "<method name='Delete'><arg direction='out' type='o'/></method>"
    "<property name='Locked' type='b' access='read'/>"
    "<property name='Attributes' type='a{ss}' access='read'/>"
    "<property name='Label' type='s' access='read'/>"
    "<property name='Created' type='t' access='read'/>"
    "<property name='Modified' type='t' access='read'/>"
    "</interface>"
    "<interface name='org.freedesktop.Secret.Prompt'>"
    "<method name='Prompt'><arg direction='in' type='s'/></method>"
    "<method name='Dismiss'/>"
    "<signal name='Completed'><arg type='b'/><arg type='v'/></signal>"
    "</interface>"
    "</node>";

typedef struct
{
  char     *path;
  guint     registration;
  GVariant *attributes;
  char     *label;
  char     *secret;
} Item;

static const GDBusInterfaceVTable vtable;

static guint export(ScriptedKeyring *self,
                    const char      *path,
                    const char      *interface)
{
  g_autoptr (GError) error = NULL;
  g_autofree char    *name = g_strconcat (INTERFACE, interface, NULL);
  GDBusInterfaceInfo *info = g_dbus_node_info_lookup_interface (self->interfaces, name);
  guint               id = g_dbus_connection_register_object (self->connection, path, info, &vtable,
                                                              self, NULL, &error);

  g_assert_no_error (error);

  return id;
}

static void
free_item (gpointer data)
{
  Item *item = data;

  g_free (item->path);
  g_variant_unref (item->attributes);
  g_free (item->label);
  g_free (item->secret);
  g_free (item);
}

static const char *
get_attribute (Item       *item,
               const char *name)
{
  const char *value = NULL;

  g_variant_lookup (item->attributes, name, "&s", &value);

  return value;
}

static gboolean
has_attributes (Item     *item,
                GVariant *wanted)
{
  GVariantIter iter;
  const char  *name = NULL;
  const char  *value = NULL;

  g_variant_iter_init (&iter, wanted);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    {
      if (g_strcmp0 (get_attribute (item, name), value) != 0)
        return FALSE;
    }

  return TRUE;
}

static Item *
find_item (ScriptedKeyring *self,
           const char      *path)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = self->items->pdata[i];

      if (g_str_equal (item->path, path))
        return item;
    }

  return NULL;
}

static Item *
find_key (ScriptedKeyring *self,
          const char      *key_id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (g_strcmp0 (get_attribute (self->items->pdata[i], "key-id"), key_id) == 0)
        return self->items->pdata[i];
    }

  return NULL;
}

static Item *
add_item (ScriptedKeyring *self,
          GVariant        *attributes)
{
  Item *item = g_new0 (Item, 1);

  item->path = g_strdup_printf (COLLECTION "/%u", ++self->n_objects);
  item->attributes = g_variant_ref_sink (attributes);
  item->registration = export(self, item->path, "Item");
  g_ptr_array_add (self->items, item);

  return item;
}

static void
remove_item (ScriptedKeyring *self,
             Item            *item)
{
  g_dbus_connection_unregister_object (self->connection, item->registration);
  g_ptr_array_remove (self->items, item);
}

/* What the bus tells the others is what happens when a process is killed. */
static void
die (ScriptedKeyring *self)
{
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
}

static GVariant *
open_session (ScriptedKeyring *self,
              GVariant        *parameters)
{
  const char      *algorithm = NULL;
  g_autofree char *path = g_strdup_printf (ROOT "/session/%u", ++self->n_objects);

  g_variant_get (parameters, "(&sv)", &algorithm, NULL);
  if (!g_str_equal (algorithm, "plain"))
    return NULL;

  return g_variant_new ("(vo)", g_variant_new_string (""), path);
}

static GVariant *
search_items (ScriptedKeyring *self,
              GVariant        *parameters)
{
  g_autoptr (GVariant) wanted = g_variant_get_child_value (parameters, 0);
  GVariantBuilder found;
  GVariantBuilder none;

  g_variant_builder_init (&found, G_VARIANT_TYPE ("ao"));
  g_variant_builder_init (&none, G_VARIANT_TYPE ("ao"));
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = self->items->pdata[i];

      if (has_attributes (item, wanted))
        g_variant_builder_add (&found, "o", item->path);
    }

  return self->is_locked ? g_variant_new ("(aoao)", &none, &found)
                         : g_variant_new ("(aoao)", &found, &none);
}

static GVariant *
ask_to_unlock (ScriptedKeyring *self,
               GVariant        *parameters)
{
  g_autoptr (GVariant) paths = g_variant_get_child_value (parameters, 0);
  g_autofree char *prompt = NULL;

  if (!self->is_locked)
    return g_variant_new ("(@aoo)", paths, "/");

  prompt = g_strdup_printf (ROOT "/prompt/%u", ++self->n_objects);
  export(self, prompt, "Prompt");

  return g_variant_new ("(@aoo)", g_variant_new_objv (NULL, 0), prompt);
}

static GVariant *
get_secrets (ScriptedKeyring *self,
             GVariant        *parameters)
{
  g_autoptr (GVariantIter) paths = NULL;
  const char     *path = NULL;
  const char     *session = NULL;
  GVariantBuilder secrets;

  g_variant_get (parameters, "(ao&o)", &paths, &session);
  g_variant_builder_init (&secrets, G_VARIANT_TYPE ("a{o(oayays)}"));
  while (!self->is_locked && g_variant_iter_next (paths, "&o", &path))
    {
      Item     *item = find_item (self, path);
      GVariant *value = g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, item->secret,
                                                   strlen (item->secret), 1);

      g_variant_builder_add (&secrets, "{o(o@ay@ays)}", path, session,
                             g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "", 0, 1), value,
                             "text/plain");
    }

  return g_variant_new ("(a{o(oayays)})", &secrets);
}

static GVariant *
create_item (ScriptedKeyring *self,
             GVariant        *parameters)
{
  g_autoptr (GVariant) properties = g_variant_get_child_value (parameters, 0);
  g_autoptr (GVariant) secret = g_variant_get_child_value (parameters, 1);
  g_autoptr (GVariant) value = g_variant_get_child_value (secret, 2);
  g_autoptr (GVariant) attributes = NULL;
  gsize       length = 0;
  const char *bytes = g_variant_get_fixed_array (value, &length, 1);
  Item       *item = NULL;

  attributes = g_variant_lookup_value (properties, INTERFACE "Item.Attributes",
                                       G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < self->items->len && item == NULL; i++)
    {
      if (has_attributes (self->items->pdata[i], attributes))
        item = self->items->pdata[i];
    }
  if (item == NULL && self->forgets)
    return g_variant_new ("(oo)", COLLECTION "/0", "/");
  if (item == NULL)
    item = add_item (self, attributes);

  g_free (item->secret);
  item->secret = g_strndup (bytes, length);
  g_free (item->label);
  item->label = NULL;
  g_variant_lookup (properties, INTERFACE "Item.Label", "s", &item->label);

  return g_variant_new ("(oo)", item->path, "/");
}

static void
complete (ScriptedKeyring *self,
          const char      *prompt,
          gboolean         is_dismissed)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  GVariant *result = NULL;

  for (guint i = 0; !is_dismissed && i < self->items->len; i++)
    g_ptr_array_add (paths, ((Item *) self->items->pdata[i])->path);
  if (!is_dismissed && paths->len == 0)
    g_ptr_array_add (paths, (gpointer) ALIAS);

  result = g_variant_new_objv ((const char *const *) paths->pdata, paths->len);
  g_dbus_connection_emit_signal (self->connection, NULL, prompt, INTERFACE "Prompt", "Completed",
                                 g_variant_new ("(bv)", is_dismissed, result), NULL);
}

static GVariant *
ask (ScriptedKeyring *self,
     const char      *prompt)
{
  self->n_asked++;
  if (self->answer == SCRIPTED_ANSWER_OPEN)
    self->is_locked = FALSE;

  if (self->answer == SCRIPTED_ANSWER_DIE)
    die (self);
  else if (self->answer == SCRIPTED_ANSWER_OPEN || self->answer == SCRIPTED_ANSWER_DISMISS)
    complete (self, prompt, self->answer == SCRIPTED_ANSWER_DISMISS);

  return g_variant_new ("()");
}

static GVariant *
dismiss (ScriptedKeyring *self,
         const char      *prompt)
{
  self->n_dismissed++;
  if (self->answer != SCRIPTED_ANSWER_STUCK)
    complete (self, prompt, TRUE);

  return g_variant_new ("()");
}

static GVariant *
answer_call (ScriptedKeyring *self,
             const char      *path,
             const char      *method,
             GVariant        *parameters)
{
  if (g_str_equal (method, "OpenSession"))
    return open_session (self, parameters);
  if (g_str_equal (method, "SearchItems"))
    return search_items (self, parameters);
  if (g_str_equal (method, "Unlock"))
    return ask_to_unlock (self, parameters);
  if (g_str_equal (method, "GetSecrets"))
    return get_secrets (self, parameters);
  if (g_str_equal (method, "Prompt"))
    return ask (self, path);
  if (g_str_equal (method, "Dismiss"))
    return dismiss (self, path);
  if (g_str_equal (method, "CreateItem"))
    return self->is_locked ? NULL : create_item (self, parameters);

  g_assert_cmpstr (method, ==, "Delete");
  remove_item (self, find_item (self, path));

  return g_variant_new ("(o)", "/");
}

static gboolean
is_at (const char *place,
       const char *method)
{
  return g_strcmp0 (place, "*") == 0 || g_strcmp0 (place, method) == 0;
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *path,
                const char            *interface,
                const char            *method,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  ScriptedKeyring *self = user_data;
  GVariant        *answer = NULL;

  if (is_at (self->silent_at, method))
    {
      self->n_silent++;
      g_object_unref (invocation);
      return;
    }
  if (is_at (self->die_at, method))
    die (self);
  if (is_at (self->refuse_at, method))
    {
      g_dbus_method_invocation_return_dbus_error (invocation, self->refusal, "It will not");
      return;
    }

  answer = answer_call (self, path, method, parameters);
  if (answer != NULL)
    g_dbus_method_invocation_return_value (invocation, answer);
  else if (g_str_equal (method, "CreateItem"))
    g_dbus_method_invocation_return_dbus_error (invocation, INTERFACE "Error.IsLocked", "Locked");
  else
    g_dbus_method_invocation_return_dbus_error (
        invocation, "org.freedesktop.DBus.Error.NotSupported", "Not this algorithm");
}

static GVariant *
get_property_cb (GDBusConnection *connection,
                 const char      *sender,
                 const char      *path,
                 const char      *interface,
                 const char      *name,
                 GError         **error,
                 gpointer         user_data)
{
  ScriptedKeyring *self = user_data;
  Item            *item = find_item (self, path);

  if (g_str_equal (name, "Collections"))
    return g_variant_new_objv ((const char *[]){ COLLECTION }, 1);
  if (g_str_equal (name, "Locked"))
    return g_variant_new_boolean (self->is_locked);
  if (g_str_equal (name, "Attributes"))
    return g_variant_ref (item->attributes);
  if (g_str_equal (name, "Label"))
    return g_variant_new_string (item->label != NULL ? item->label : "");

  return g_variant_new_uint64 (0);
}

static const GDBusInterfaceVTable vtable = { method_call_cb, get_property_cb, NULL, { NULL } };

static void
take_name (ScriptedKeyring *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  guint32 code = 0;

  answer = g_dbus_connection_call_sync (
      self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "RequestName", g_variant_new ("(su)", BUS_NAME, 0), G_VARIANT_TYPE ("(u)"),
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(u)", &code);
  g_assert_cmpuint (code, ==, 1);
}

/**
 * scripted_keyring_new:
 *
 * Returns: (transfer full): an open keyring with nothing in it, which the session bus knows
 */
ScriptedKeyring *
scripted_keyring_new (void)
{
  ScriptedKeyring *self = g_new0 (ScriptedKeyring, 1);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;

  self->items = g_ptr_array_new_with_free_func (free_item);
  self->interfaces = g_dbus_node_info_new_for_xml (description, &error);
  g_assert_no_error (error);
  /* A connection of its own, as a process of its own would have. */
  self->connection = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_set_exit_on_close (self->connection, FALSE);
  export(self, ROOT, "Service");
  export(self, COLLECTION, "Collection");
  export(self, ALIAS, "Collection");
  take_name (self);

  return self;
}

/**
 * scripted_keyring_free:
 * @self: (transfer full): a keyring
 *
 * Takes it off the bus, if it lives, and frees it.
 */
void
scripted_keyring_free (ScriptedKeyring *self)
{
  die (self);
  g_object_unref (self->connection);
  g_dbus_node_info_unref (self->interfaces);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * scripted_keyring_add:
 * @self: a keyring
 * @base_url: an attribute
 * @organisation: an attribute
 * @key_id: an attribute
 * @secret: the secret
 *
 * Puts a secret in.
 */
void
scripted_keyring_add (ScriptedKeyring *self,
                      const char      *base_url,
                      const char      *organisation,
                      const char      *key_id,
                      const char      *secret)
{
  GVariantBuilder builder;
  Item           *item = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", "xdg:schema", ACT_APPLICATION_ID);
  g_variant_builder_add (&builder, "{ss}", "base-url", base_url);
  g_variant_builder_add (&builder, "{ss}", "organization-id", organisation);
  g_variant_builder_add (&builder, "{ss}", "key-id", key_id);
  item = add_item (self, g_variant_builder_end (&builder));
  item->secret = g_strdup (secret);
}

/**
 * scripted_keyring_count:
 * @self: a keyring
 *
 * Returns: how many secrets it keeps
 */
guint
scripted_keyring_count (ScriptedKeyring *self)
{
  return self->items->len;
}

/**
 * scripted_keyring_get_label:
 * @self: a keyring
 * @key_id: an attribute
 *
 * Returns: (nullable): what the secret of the key is called
 */
const char *
scripted_keyring_get_label (ScriptedKeyring *self,
                            const char      *key_id)
{
  Item *item = find_key (self, key_id);

  return item != NULL ? item->label : NULL;
}

/**
 * scripted_keyring_get_value:
 * @self: a keyring
 * @key_id: an attribute
 *
 * Returns: (nullable): the secret of the key
 */
const char *
scripted_keyring_get_value (ScriptedKeyring *self,
                            const char      *key_id)
{
  Item *item = find_key (self, key_id);

  return item != NULL ? item->secret : NULL;
}

/**
 * scripted_keyring_list:
 * @self: a keyring
 * @key_id: an attribute
 *
 * Returns: (transfer full): the attributes of the secret of the key
 */
char *
scripted_keyring_list (ScriptedKeyring *self,
                       const char      *key_id)
{
  return g_variant_print (find_key (self, key_id)->attributes, FALSE);
}
