/* The form of a credential, and the choice of one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-chooser.h"
#include "act-credential-form.h"
#include "act-secret-row.h"
#include "act-ui-resources.h"

#include <adwaita.h>

#define SECRET " s3cr3t "

static void
count_cb (gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
}

/* The nth widget of a type below another one, in the order of reading. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint     *nth)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && (*nth)-- == 0)
        return child;

      found = find (child, type, nth);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get (GtkWidget *widget,
     GType      type,
     guint      nth)
{
  GtkWidget *found = find (widget, type, &nth);

  g_assert_nonnull (found);

  return found;
}

static void
enter (GtkWidget  *widget,
       GType       type,
       guint       nth,
       const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get (widget, type, nth)), text);
}

static ActCredentialForm *
make_form (void)
{
  ActCredentialForm *form = ACT_CREDENTIAL_FORM (g_object_ref_sink (act_credential_form_new ()));
  g_autoptr (GPtrArray) fields = NULL;

  act_credential_form_set_system (form, "Chargebee");
  g_assert_cmpstr (act_credential_form_get_chosen (form), ==, "CHARGEBEE_AUTH");
  fields = act_credential_type_list_fields ("CHARGEBEE_AUTH");
  act_credential_form_set_fields (form, fields);

  return form;
}

static void
fill_in (ActCredentialForm *form)
{
  enter (GTK_WIDGET (form), ADW_TYPE_ENTRY_ROW, 0, " Key ");
  enter (GTK_WIDGET (form), ADW_TYPE_ENTRY_ROW, 1, " acme ");
  enter (GTK_WIDGET (form), GTK_TYPE_PASSWORD_ENTRY, 0, SECRET);
}

static void
test_draft (void)
{
  ActCredentialForm *form = make_form ();
  g_autoptr (ActCredentialDraft) draft = NULL;

  g_assert_false (act_credential_form_has_input (form));
  fill_in (form);
  g_assert_true (act_credential_form_has_input (form));
  draft = act_credential_form_make_draft (form);
  g_assert_nonnull (draft);
  g_assert_cmpstr (draft->type, ==, "CHARGEBEE_AUTH");
  g_assert_cmpstr (draft->destination, ==, "CHARGEBEE");
  g_assert_cmpstr (draft->name, ==, "Key");
  g_assert_cmpuint (draft->keys->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (draft->keys, 0), ==, "site");
  g_assert_cmpstr (g_ptr_array_index (draft->values, 0), ==, "acme");
  g_assert_cmpstr (g_ptr_array_index (draft->keys, 1), ==, "apiKey");
  g_assert_cmpstr (g_ptr_array_index (draft->values, 1), ==, SECRET);

  act_credential_form_wipe (form);
  g_assert_false (act_credential_form_has_input (form));
  g_assert_finalize_object (form);
}

static void
test_invalid (void)
{
  ActCredentialForm *form = make_form ();
  g_autoptr (ActCredentialDraft) draft = NULL;

  g_assert_null (act_credential_form_make_draft (form));
  fill_in (form);
  enter (GTK_WIDGET (form), GTK_TYPE_PASSWORD_ENTRY, 0, "two\nlines");
  g_assert_null (act_credential_form_make_draft (form));
  g_assert_true (gtk_widget_has_css_class (get (GTK_WIDGET (form), ACT_TYPE_SECRET_ROW, 0), "error"));

  enter (GTK_WIDGET (form), GTK_TYPE_PASSWORD_ENTRY, 0, "one line");
  g_assert_false (gtk_widget_has_css_class (get (GTK_WIDGET (form), ACT_TYPE_SECRET_ROW, 0), "error"));
  draft = act_credential_form_make_draft (form);
  g_assert_nonnull (draft);
  g_assert_finalize_object (form);
}

/* Nobody knows what a new system asks for, so the type is a choice. */
static void
test_unknown_system (void)
{
  ActCredentialForm *form = ACT_CREDENTIAL_FORM (g_object_ref_sink (act_credential_form_new ()));
  g_auto (GStrv) types = act_credential_type_dup_all ();
  AdwComboRow *combo = NULL;
  guint        n_changes = 0;

  g_signal_connect_swapped (form, "type-changed", G_CALLBACK (count_cb), &n_changes);
  act_credential_form_set_system (form, "Brand New");
  g_assert_cmpuint (n_changes, ==, 1);
  combo = ADW_COMBO_ROW (get (GTK_WIDGET (form), ADW_TYPE_COMBO_ROW, 0));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (combo)));
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (combo)), ==, g_strv_length (types));
  adw_combo_row_set_selected (combo, 1);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpstr (act_credential_form_get_chosen (form), ==, types[1]);

  /* The same again keeps what is entered. */
  enter (GTK_WIDGET (form), ADW_TYPE_ENTRY_ROW, 0, "Key");
  act_credential_form_set_system (form, "Brand New");
  g_assert_true (act_credential_form_has_input (form));
  g_assert_finalize_object (form);
}

static GPtrArray *
make_credentials (guint n)
{
  GPtrArray *credentials = g_ptr_array_new_with_free_func ((GDestroyNotify) act_credential_free);

  for (guint i = 0; i < n; i++)
    {
      ActCredential *credential = act_credential_new ();

      credential->id = g_strdup_printf ("k%u", i);
      credential->name = g_strdup_printf ("<b>Key %u", i);
      g_ptr_array_add (credentials, credential);
    }

  return credentials;
}

static void
expect_chosen (ActCredentialChooser *chooser,
               const char           *expected,
               gboolean              is_new)
{
  g_autofree char *id = act_credential_chooser_dup_id (chooser);

  g_assert_cmpstr (id, ==, expected);
  g_assert_cmpint (act_credential_chooser_is_new (chooser), ==, is_new);
}

static void
choose (ActCredentialChooser *chooser,
        guint                 nth)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (GTK_WIDGET (chooser), GTK_TYPE_CHECK_BUTTON, nth)), TRUE);
}

static void
test_chooser (void)
{
  ActCredentialChooser *chooser = ACT_CREDENTIAL_CHOOSER (g_object_ref_sink (act_credential_chooser_new ()));
  g_autoptr (GPtrArray) two = make_credentials (2);
  g_autoptr (GPtrArray) three = make_credentials (3);
  g_autoptr (GPtrArray) none = make_credentials (0);

  expect_chosen (chooser, NULL, FALSE);
  act_credential_chooser_set_credentials (chooser, two, "k1", TRUE);
  expect_chosen (chooser, "k1", FALSE);
  g_assert_cmpstr (act_credential_chooser_find_name (chooser, "k0"), ==, "<b>Key 0");
  g_assert_null (act_credential_chooser_find_name (chooser, "k2"));

  /* The list may be read again at any time. */
  choose (chooser, 2);
  expect_chosen (chooser, NULL, TRUE);
  act_credential_chooser_set_credentials (chooser, three, "k1", TRUE);
  expect_chosen (chooser, NULL, TRUE);
  choose (chooser, 0);
  act_credential_chooser_set_credentials (chooser, two, "k1", FALSE);
  expect_chosen (chooser, "k0", FALSE);

  /* One that was just made is chosen, and stands there once. */
  act_credential_chooser_add (chooser, g_ptr_array_index (three, 2));
  act_credential_chooser_add (chooser, g_ptr_array_index (three, 2));
  expect_chosen (chooser, "k2", FALSE);

  /* The one in use need not be among them. */
  act_credential_chooser_set_credentials (chooser, none, "elsewhere", TRUE);
  expect_chosen (chooser, NULL, FALSE);
  g_assert_finalize_object (chooser);
}

static void
test_id (void)
{
  ActCredentialChooser *chooser = ACT_CREDENTIAL_CHOOSER (g_object_ref_sink (act_credential_chooser_new ()));

  act_credential_chooser_ask_for_id (chooser, TRUE);
  expect_chosen (chooser, NULL, FALSE);
  enter (GTK_WIDGET (chooser), ADW_TYPE_ENTRY_ROW, 0, " k7 ");
  expect_chosen (chooser, "k7", FALSE);
  choose (chooser, 0);
  expect_chosen (chooser, NULL, TRUE);
  g_assert_finalize_object (chooser);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  g_test_add_func ("/credential-form/draft", test_draft);
  g_test_add_func ("/credential-form/invalid", test_invalid);
  g_test_add_func ("/credential-form/unknown-system", test_unknown_system);
  g_test_add_func ("/credential-chooser/choice", test_chooser);
  g_test_add_func ("/credential-chooser/id", test_id);

  return g_test_run ();
}
