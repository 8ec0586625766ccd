/* The list of connections on disk: written by several, and whatever the file may hold instead
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_WRITERS     4
#define N_CONNECTIONS 10

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  self->folder = g_dir_make_tmp ("actioned-list-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "connections.ini", NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }

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
put (Fixture       *self,
     ActConnection *connection)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (act_connection_file_put (self->folder, connection, &error));
  g_assert_no_error (error);
}

static void
check_names (Fixture    *self,
             const char *names)
{
  g_autoptr (GPtrArray) connections = act_connection_file_load (self->folder);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < connections->len; i++)
    g_string_append (found, act_connection_get_name (g_ptr_array_index (connections, i)));
  g_assert_cmpstr (found->str, ==, names);
}

static void
test_put (Fixture      *self,
          gconstpointer unused)
{
  g_autoptr (ActConnection) one = create_connection ("One [with; = odd \\ signs]\xe2\x80\xae", "org-1");
  g_autoptr (ActConnection) other = create_connection (NULL, "org-2");
  g_autoptr (GPtrArray) none = act_connection_file_load (self->folder);
  g_autoptr (GPtrArray) both = NULL;
  GStatBuf facts;
  GStatBuf later;

  g_assert_cmpuint (none->len, ==, 0);
  put (self, one);
  put (self, other);
  g_assert_cmpint (g_stat (self->path, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0077, ==, 0);

  /* What is written down already is not written again. */
  put (self, one);
  g_assert_cmpint (g_stat (self->path, &later), ==, 0);
  g_assert_cmpuint (later.st_ino, ==, facts.st_ino);

  both = act_connection_file_load (self->folder);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpstr (act_connection_get_name (both->pdata[0]), ==, act_connection_get_name (one));
  g_assert_cmpstr (act_connection_get_id (both->pdata[0]), ==, act_connection_get_id (one));
  g_assert_cmpstr (act_connection_get_base_url (both->pdata[0]), ==, "https://api.example.com/v1");
  g_assert_cmpstr (act_connection_get_organisation_id (both->pdata[1]), ==, "org-2");
  g_assert_cmpstr (act_connection_get_key_id (both->pdata[1]), ==, "key");
}

static void
test_order (Fixture      *self,
            gconstpointer unused)
{
  g_autoptr (ActConnection) a = create_connection ("a", "org-a");
  g_autoptr (ActConnection) b = create_connection ("b", "org-b");
  g_autoptr (ActConnection) c = create_connection ("c", "org-c");
  const char *ids[] = { act_connection_get_id (c), "nobody", act_connection_get_id (a), NULL };
  g_autoptr (GError) error = NULL;

  put (self, a);
  put (self, b);
  put (self, c);
  check_names (self, "abc");

  /* Somebody else has added one that is not named here. */
  g_assert_true (act_connection_file_order (self->folder, ids, &error));
  check_names (self, "cab");
  put (self, a);
  check_names (self, "cab");
  g_assert_true (act_connection_file_remove (self->folder, act_connection_get_id (a), &error));
  check_names (self, "cb");
  g_assert_true (act_connection_file_remove (self->folder, act_connection_get_id (a), &error));
  g_assert_no_error (error);
}

/* What a later version or a person has written stays. */
static void
test_unknown_stays (Fixture      *self,
                    gconstpointer unused)
{
  static const char text[] = "# A remark\n"
                             "[Somebody's name]\n"
                             "base-url=https://api.example.com/v1/\n"
                             "organization-id=org-1\n"
                             "key-id=key\n"
                             "later-setting=7\n"
                             "\n"
                             "[no connection]\n"
                             "what=ever\n";
  g_autoptr (ActConnection) one = create_connection ("One", "org-1");
  g_autoptr (ActConnection) other = create_connection ("Other", "org-2");
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  put (self, one);
  put (self, other);
  check_names (self, "OneOther");
  g_assert_true (g_file_get_contents (self->path, &after, NULL, NULL));
  g_assert_nonnull (strstr (after, "# A remark"));
  g_assert_nonnull (strstr (after, "[Somebody's name]\n"));
  g_assert_nonnull (strstr (after, "later-setting=7\n"));
  g_assert_nonnull (strstr (after, "[no connection]\nwhat=ever\n"));
}

/* One server and one organisation are one connection, whatever the group is called. */
static void
test_twice (Fixture      *self,
            gconstpointer unused)
{
  static const char text[] = "[a]\nname=First\nbase-url=https://x.example\norganization-id=o\nkey-id=k\n"
                             "[b]\nname=Second\nbase-url=HTTPS://X.example:443/\norganization-id=o\n"
                             "key-id=k\n";
  g_autoptr (GPtrArray) found = act_connection_file_parse (text, strlen (text));
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (act_connection_get_name (found->pdata[0]), ==, "First");
  id = g_strdup (act_connection_get_id (found->pdata[0]));
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  g_assert_true (act_connection_file_remove (self->folder, id, &error));
  check_names (self, "");
}

static void
test_settings (Fixture      *self,
               gconstpointer unused)
{
  static const char text[] =
      "[a]\nbase-url=https://x\norganization-id=o\nkey-id=k\ncolour=violet\nrefresh-minutes=-1\n"
      "request-ceiling=99999999999999999999\nconsole-address=javascript:alert(1)\nnotifications=perhaps\n";
  g_autoptr (GPtrArray) found = act_connection_file_parse (text, strlen (text));
  ActConnection *connection = NULL;

  g_assert_cmpuint (found->len, ==, 1);
  connection = found->pdata[0];
  g_assert_cmpint (act_connection_get_colour (connection), ==, ACT_CONNECTION_COLOUR_BLUE);
  g_assert_cmpuint (act_connection_get_refresh_minutes (connection), ==, 5);
  g_assert_cmpuint (act_connection_get_request_ceiling (connection), ==, 10);
  g_assert_null (act_connection_get_console_address (connection));
  g_assert_true (act_connection_get_notify (connection));
}

/* What is left out is not overwritten: it is set aside with all that the file had. */
static void
test_any_file (Fixture      *self,
               gconstpointer unused)
{
  static const struct
  {
    const char *text;
    gboolean    is_damaged;
  } samples[] = {
    { "", FALSE },
    { "no key file", TRUE },
    { "[a]\nbase-url=ftp://x\norganization-id=o\nkey-id=k\n", FALSE },
    { "[a]\nbase-url=https://x\n", FALSE },
    { "[a]\nbase-url=http://example.com\norganization-id=o\nkey-id=k\n", FALSE },
    { "[a]\nname=\\x\nbase-url=https://x\norganization-id=\\n\nkey-id=k\n", FALSE },
    { "[a]\nbase-url=https://x\norganization-id=o\nkey-id=k\nmark-method=GET\n", FALSE },
    { "[a]\nbase-url=https://x\norganization-id=o\nkey-id=k\nmark-path=//evil/{id}\n", FALSE },
    { "[a]\nbase-url=https://x\norganization-id=o\nkey-id=k\nauthority=none\n", FALSE },
    { "[\xff]\n\xff=\xff\n", FALSE },
    { "[a]\nbase-url=https://x\norganization-id=", FALSE },
    { "[unfinished\n", TRUE },
  };
  g_autoptr (ActConnection) one = create_connection ("One", "org-1");

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GPtrArray) before = NULL;
      g_autofree char *aside = NULL;
      g_autofree char *content = NULL;
      g_autoptr (GDir) folder = NULL;
      const char *name = NULL;

      g_test_message ("%u", i);
      g_assert_true (g_file_set_contents (self->path, samples[i].text, -1, NULL));
      before = act_connection_file_load (self->folder);
      g_assert_cmpuint (before->len, ==, 0);
      put (self, one);
      check_names (self, "One");

      folder = g_dir_open (self->folder, 0, NULL);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          if (strstr (name, ".set-aside-") != NULL)
            aside = g_build_filename (self->folder, name, NULL);
        }
      g_assert_cmpint (aside != NULL, ==, samples[i].is_damaged);
      if (aside != NULL)
        {
          g_assert_true (g_file_get_contents (aside, &content, NULL, NULL));
          g_assert_cmpstr (content, ==, samples[i].text);
          g_assert_cmpint (g_unlink (aside), ==, 0);
        }
    }
}

static void
test_enormous (Fixture      *self,
               gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *filling = g_strnfill (5 * 1024 * 1024, '#');
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (ActConnection) one = create_connection ("One", "org-1");

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text,
                            "[%u]\nbase-url=https://x.example\norganization-id=o%u\nkey-id=k\n", i, i);
  found = act_connection_file_parse (text->str, text->len);
  g_assert_cmpuint (found->len, ==, 1000);

  g_assert_true (g_file_set_contents (self->path, filling, -1, NULL));
  none = act_connection_file_load (self->folder);
  g_assert_cmpuint (none->len, ==, 0);
  put (self, one);
  check_names (self, "One");
}

/* One that opens it would wait for a writer for ever. */
static void
test_no_file (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (ActConnection) one = create_connection ("One", "org-1");
  g_autoptr (GPtrArray) none = NULL;

  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  none = act_connection_file_load (self->folder);
  g_assert_cmpuint (none->len, ==, 0);
  put (self, one);
  check_names (self, "One");
}

static void
test_unwritable (Fixture      *self,
                 gconstpointer unused)
{
  g_autofree char *below = g_build_filename (self->path, "below", NULL);
  g_autoptr (ActConnection) one = create_connection ("One", "org-1");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  g_assert_false (act_connection_file_put (below, one, &error));
  g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
}

/* Whoever finds another one writing for long tries again, as a person does. */
static gboolean
write_one (Fixture *self,
           guint    number,
           guint    i)
{
  g_autofree char *organisation = g_strdup_printf ("org-%u-%u", number, i);
  g_autoptr (ActConnection) connection = create_connection (NULL, organisation);
  g_autoptr (GError) error = NULL;

  while (!act_connection_file_put (self->folder, connection, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
        return FALSE;

      g_clear_error (&error);
    }

  return TRUE;
}

static void
write_many (Fixture *self,
            guint    number)
{
  for (guint i = 0; i < N_CONNECTIONS; i++)
    {
      if (!write_one (self, number, i))
        _exit (1);
    }

  _exit (0);
}

/* Windows and commands write at the same time, and nothing gets lost. */
static void
test_processes (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; i < N_WRITERS; i++)
    {
      pid_t child = fork ();

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        write_many (self, i);
    }

  for (guint i = 0; i < N_WRITERS; i++)
    {
      int status = -1;

      g_assert_cmpint (wait (&status), >, 0);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }

  all = act_connection_file_load (self->folder);
  g_assert_cmpuint (all->len, ==, N_WRITERS * N_CONNECTIONS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/connection-file/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("put", test_put);
  ADD ("order", test_order);
  ADD ("unknown-stays", test_unknown_stays);
  ADD ("twice", test_twice);
  ADD ("settings", test_settings);
  ADD ("any-file", test_any_file);
  ADD ("enormous", test_enormous);
  ADD ("no-file", test_no_file);
  ADD ("unwritable", test_unwritable);
  ADD ("processes", test_processes);
#undef ADD

  return g_test_run ();
}
