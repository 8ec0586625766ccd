/* The rows of a connection's form, and what is pasted into them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-authority-row.h"
#include "act-key-form.h"
#include "act-secret-row.h"
#include "act-ui-resources.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SECRET "s3cr3t"
#define BLOCK  "export M3TER_ORG_ID=\"org\"\nexport M3TER_API_KEY=key\r\nM3TER_API_SECRET=" SECRET "\n"

/* Made with openssl for this test; nobody has its key. */
#define CERTIFICATE                                                    \
  "-----BEGIN CERTIFICATE-----\n"                                      \
  "MIIBrzCCAVWgAwIBAgIUOzTodoyUWsMFvrctigqzoVjaklEwCgYIKoZIzj0EAwIw\n" \
  "LTEUMBIGA1UECgwLRXhhbXBsZSBMdGQxFTATBgNVBAMMDEV4YW1wbGUgUm9vdDAe\n" \
  "Fw0yNjExMjUxOTMxMzdaFw0zNjExMjIxOTMxMzdaMC0xFDASBgNVBAoMC0V4YW1w\n" \
  "bGUgTHRkMRUwEwYDVQQDDAxFeGFtcGxlIFJvb3QwWTATBgcqhkjOPQIBBggqhkjO\n" \
  "PQMBBwNCAAT0ePu79d44zRXo2QYMA+60P+TmorxBOmqjjoUlufm8AGN4k7Rjp+Xj\n" \
  "WIPEuypMeHoFGmhWQTs42bae7RYfLXano1MwUTAdBgNVHQ4EFgQUUGXbIWG/uFCD\n" \
  "fo+zlSn/Q+CR1nIwHwYDVR0jBBgwFoAUUGXbIWG/uFCDfo+zlSn/Q+CR1nIwDwYD\n" \
  "VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBwb3Wfyz7iAIsn9/mKmAEi\n" \
  "Jbbt8tSmeW4L93CtmKjLHgIhAIzh62iJK2mul7JoFzqQ9SIXmXGGp98qHAV4ssSK\n" \
  "48eZ\n"                                                             \
  "-----END CERTIFICATE-----\n"

typedef struct
{
  GtkWidget       *window;
  ActKeyForm      *form;
  ActPasteCatcher *catcher;
  GtkEditable     *key_id;
  GtkEditable     *secret;
  guint            n_pasted;
  char            *organisation_id;
} FormFixture;

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A label that is shown. */
static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, words))
        return TRUE;
    }

  return FALSE;
}

static void
pasted_cb (ActPasteCatcher    *catcher,
           ActConnectionPaste *paste,
           FormFixture        *fixture)
{
  fixture->n_pasted++;
  g_free (fixture->organisation_id);
  fixture->organisation_id = g_strdup (paste->organisation_id);
  act_key_form_fill (fixture->form, paste->key_id, paste->secret);
}

static void
set_up (FormFixture  *fixture,
        gconstpointer unused)
{
  fixture->window = gtk_window_new ();
  fixture->form = ACT_KEY_FORM (act_key_form_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->form));
  fixture->catcher = act_paste_catcher_new ();
  g_signal_connect (fixture->catcher, "pasted", G_CALLBACK (pasted_cb), fixture);
  act_key_form_watch (fixture->form, fixture->catcher);
  fixture->key_id = GTK_EDITABLE (find (GTK_WIDGET (fixture->form), GTK_TYPE_ENTRY));
  fixture->secret = GTK_EDITABLE (find (GTK_WIDGET (fixture->form), GTK_TYPE_PASSWORD_ENTRY));
}

static void
tear_down (FormFixture  *fixture,
           gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->catcher);
  g_free (fixture->organisation_id);
}

static void
insert (GtkEditable *editable,
        const char  *text)
{
  int position = 0;

  gtk_editable_insert_text (gtk_editable_get_delegate (editable), text, -1, &position);
}

static void
assert_key (FormFixture *fixture,
            const char  *key_id,
            const char  *secret)
{
  g_assert_cmpstr (act_key_form_get_key_id (fixture->form), ==, key_id);
  g_assert_cmpstr (act_key_form_get_secret (fixture->form), ==, secret);
}

/* Wherever a block is put in, each value goes where it belongs, and nothing else stays. */
static void
test_pasted (FormFixture  *fixture,
             gconstpointer unused)
{
  insert (fixture->key_id, "old");
  insert (fixture->key_id, BLOCK);
  assert_key (fixture, "key", SECRET);
  g_assert_cmpstr (fixture->organisation_id, ==, "org");
  g_assert_cmpuint (fixture->n_pasted, ==, 1);

  act_key_form_wipe (fixture->form);
  insert (fixture->secret, BLOCK);
  assert_key (fixture, "key", SECRET);
  g_assert_cmpuint (fixture->n_pasted, ==, 2);
}

static void
test_not_pasted (FormFixture  *fixture,
                 gconstpointer unused)
{
  g_autofree char *large = g_strnfill (ACT_CONNECTION_PASTE_MAX_LENGTH + 1, 'x');

  insert (fixture->key_id, "AKEY");
  insert (fixture->secret, "a=b");
  assert_key (fixture, "AKEY", "a=b");
  insert (fixture->key_id, large);
  assert_key (fixture, "AKEY", "a=b");
  g_assert_cmpuint (fixture->n_pasted, ==, 0);

  /* What is of no use here is not put on the screen either. */
  insert (fixture->key_id, "M3TER_API_TOKEN=" SECRET);
  assert_key (fixture, "AKEY", "a=b");

  /* A value that looks like a block is a value. */
  insert (fixture->key_id, "M3TER_API_KEY=M3TER_ORG_ID=x");
  assert_key (fixture, "M3TER_ORG_ID=x", "a=b");
}

static void
test_checked (FormFixture  *fixture,
              gconstpointer unused)
{
  GtkWidget *form = GTK_WIDGET (fixture->form);

  g_assert_false (says (form, "missing"));
  g_assert_false (act_key_form_check (fixture->form));
  g_assert_true (says (form, "The key id is missing."));
  g_assert_true (says (form, "The secret is missing."));

  gtk_editable_set_text (fixture->key_id, "two words");
  g_assert_false (says (form, "The key id is missing."));
  g_assert_true (says (form, "No id looks like this."));
  gtk_editable_set_text (fixture->key_id, "key");
  g_assert_false (says (form, "No id looks like this."));
  gtk_editable_set_text (fixture->secret, SECRET " ");
  g_assert_false (act_key_form_check (fixture->form));
  gtk_editable_set_text (fixture->secret, SECRET);
  g_assert_true (act_key_form_check (fixture->form));

  /* Nothing is held against what is only being typed. */
  act_key_form_wipe (fixture->form);
  gtk_editable_set_text (fixture->key_id, "two words");
  g_assert_false (says (form, "No id looks like this."));
}

/* The password's own buffer is what overwrites it. */
static void
test_wiped (FormFixture  *fixture,
            gconstpointer unused)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (fixture->secret));

  act_key_form_fill (fixture->form, "key", SECRET);
  g_assert_true (GTK_IS_PASSWORD_ENTRY_BUFFER (gtk_text_get_buffer (text)));
  g_assert_false (gtk_text_get_visibility (text));
  g_assert_false (gtk_editable_get_enable_undo (fixture->secret));
  act_key_form_wipe (fixture->form);
  assert_key (fixture, "", "");

  /* A form that goes leaves nothing in it. */
  act_key_form_fill (fixture->form, "key", SECRET);
  g_object_ref (text);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");
  g_object_unref (text);
}

static void
count_cb (gpointer data)
{
  (*(guint *) data)++;
}

static void
test_authority (void)
{
  GtkWidget       *row = g_object_ref_sink (act_authority_row_new ());
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "authority-XXXXXX", NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_close (g_mkstemp (path), NULL);
  file = g_file_new_for_path (path);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &n_changes);

  /* A file of which the certificate is the smallest part is not read to its end. */
  g_file_set_contents (path, "-----BEGIN PRIVATE KEY-----", -1, &error);
  g_assert_no_error (error);
  act_authority_row_read_file (ACT_AUTHORITY_ROW (row), file);
  while (!says (row, "private key"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (truncate (path, (goffset) 1 << 32), ==, 0);
  act_authority_row_read_file (ACT_AUTHORITY_ROW (row), file);
  while (!says (row, "larger than any"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (act_authority_row_get_pem (ACT_AUTHORITY_ROW (row)));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_true (says (row, "None."));

  g_assert_cmpint (g_unlink (path), ==, 0);
  act_authority_row_read_file (ACT_AUTHORITY_ROW (row), file);
  while (!says (row, "could not be read"))
    g_main_context_iteration (NULL, TRUE);

  g_file_set_contents (path, CERTIFICATE, -1, &error);
  g_assert_no_error (error);
  act_authority_row_read_file (ACT_AUTHORITY_ROW (row), file);
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (says (row, "Example Root"));
  g_assert_true (says (row, "SHA-256 B9:A6:C3:42:F7:09"));
  g_assert_true (says (row, "Valid until 22 November 2036"));
  g_assert_false (says (row, "could not be read"));

  /* Its content was copied: the file is not needed any more. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (g_str_has_prefix (act_authority_row_get_pem (ACT_AUTHORITY_ROW (row)), "-----BEGIN"));

  act_authority_row_set_pem (ACT_AUTHORITY_ROW (row), "nonsense");
  g_assert_null (act_authority_row_get_pem (ACT_AUTHORITY_ROW (row)));
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  g_test_add ("/key-form/pasted", FormFixture, NULL, set_up, test_pasted, tear_down);
  g_test_add ("/key-form/not-pasted", FormFixture, NULL, set_up, test_not_pasted, tear_down);
  g_test_add ("/key-form/checked", FormFixture, NULL, set_up, test_checked, tear_down);
  g_test_add ("/key-form/wiped", FormFixture, NULL, set_up, test_wiped, tear_down);
  g_test_add_func ("/key-form/authority", test_authority);

  return g_test_run ();
}
