/* Connections that were opened: written down, read again, and what a file may hold instead
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-list.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("actioned-list-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "connections.ini", NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static ActConnection *
create_connection (const char *name,
                   const char *organisation)
{
  g_autoptr (GError) error = NULL;
  ActConnection *connection = NULL;

  connection = act_connection_new (name, "https://api.example.com/v1", organisation, "key", &error);
  g_assert_no_error (error);

  return connection;
}

static void
test_remember (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (ActConnection) one = create_connection ("One [with; = odd \\ signs]\xe2\x80\xae", "org-1");
  g_autoptr (ActConnection) other = create_connection (NULL, "org-2");
  g_autoptr (GPtrArray) none = act_connection_list_load (self->folder);
  g_autoptr (GPtrArray) both = NULL;
  GStatBuf facts;
  GStatBuf later;

  g_assert_cmpuint (none->len, ==, 0);
  act_connection_list_remember (self->folder, one);
  act_connection_list_remember (self->folder, other);
  g_assert_cmpint (g_stat (self->path, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0077, ==, 0);
  act_connection_list_remember (self->folder, one);
  g_assert_cmpint (g_stat (self->path, &later), ==, 0);
  g_assert_cmpuint (later.st_ino, ==, facts.st_ino);

  both = act_connection_list_load (self->folder);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpstr (act_connection_get_name (both->pdata[0]), ==, act_connection_get_name (one));
  g_assert_cmpstr (act_connection_get_id (both->pdata[0]), ==, act_connection_get_id (one));
  g_assert_cmpstr (act_connection_get_base_url (both->pdata[0]), ==, "https://api.example.com/v1");
  g_assert_cmpstr (act_connection_get_organisation_id (both->pdata[1]), ==, "org-2");
  g_assert_cmpstr (act_connection_get_key_id (both->pdata[1]), ==, "key");
}

static void
test_find (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (ActConnection) one = create_connection ("Acme", "org-1");
  g_autoptr (ActConnection) other = create_connection ("ACME", "org-2");
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) by_name = NULL;
  g_autoptr (GPtrArray) by_id = NULL;
  g_autoptr (GPtrArray) by_organisation = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_ptr_array_add (all, one);
  g_ptr_array_add (all, other);
  by_name = act_connection_list_find (all, "acme");
  by_id = act_connection_list_find (all, act_connection_get_id (other));
  by_organisation = act_connection_list_find (all, "org-1");
  none = act_connection_list_find (all, "");

  g_assert_cmpuint (by_name->len, ==, 2);
  g_assert_cmpuint (by_id->len, ==, 1);
  g_assert_true (by_id->pdata[0] == other);
  g_assert_cmpuint (by_organisation->len, ==, 1);
  g_assert_true (by_organisation->pdata[0] == one);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_any_file (Fixture      *self,
               gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "no key file",
    "[a]\nbase-url=ftp://x\norganization-id=o\nkey-id=k\n",
    "[a]\nbase-url=https://x\n",
    "[a]\nbase-url=http://example.com\norganization-id=o\nkey-id=k\n",
    "[a]\nname=\\x\nbase-url=https://x\norganization-id=\\n\nkey-id=k\n",
    "[\xff]\n\xff=\xff\n",
  };
  g_autoptr (ActConnection) one = create_connection ("One", "org-1");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) after = NULL;

      g_assert_true (g_file_set_contents (self->path, texts[i], -1, NULL));
      before = act_connection_list_load (self->folder);
      g_assert_cmpuint (before->len, ==, 0);
      act_connection_list_remember (self->folder, one);
      after = act_connection_list_load (self->folder);
      g_assert_cmpuint (after->len, ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/connection-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("remember", test_remember);
  ADD ("find", test_find);
  ADD ("any-file", test_any_file);
#undef ADD

  return g_test_run ();
}
