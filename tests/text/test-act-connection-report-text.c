/* Every verdict on a connection has words of its own
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-connection-report-text.h"

#include <string.h>

#define N_VERDICTS (ACT_CONNECTION_SERVER_FAILS + 1)

static ActConnectionReportText *
word (ActConnectionVerdict verdict,
      const char          *organisation_id,
      const char          *known_name,
      gboolean             is_new)
{
  g_autoptr (ActConnectionReport) report = act_connection_report_new (verdict);
  g_autoptr (ActConnection) connection = act_connection_new ("Acme", "https://a.example", "org-1", "key",
                                                             NULL);

  report->organisation_id = g_strdup (organisation_id);

  return act_connection_report_text_new (report, connection, known_name, is_new);
}

static void
test_distinct (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint verdict = 0; verdict < N_VERDICTS; verdict++)
    {
      g_autoptr (ActConnectionReportText) text = word ((ActConnectionVerdict) verdict, "org-2", NULL, TRUE);

      g_assert_nonnull (text->title);
      g_assert_nonnull (text->text);
      g_assert_true (g_hash_table_add (titles, g_strdup (text->title)));
    }
}

static void
test_documented (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "docs", "messages.md", NULL);
  g_autofree char *document = NULL;

  g_assert_true (g_file_get_contents (path, &document, NULL, NULL));
  for (guint verdict = 0; verdict < N_VERDICTS; verdict++)
    {
      g_autoptr (ActConnectionReportText) text = word ((ActConnectionVerdict) verdict, "org-2", NULL, TRUE);
      g_autofree char *row = verdict == ACT_CONNECTION_OTHER_ORGANISATION
                                 ? g_strdup_printf ("- **%s.** ", text->title)
                                 : g_strdup_printf ("- **%s.** %s", text->title, text->text);

      if (strstr (document, row) == NULL)
        g_test_fail_printf ("docs/messages.md lacks: %s", row);
    }
}

/* What is wrong in every case is never kept; what was not found out may be, but not in the place of a key
 * that is known to be one of the organisation. */
static void
test_offers (void)
{
  static const ActConnectionOffer offers[N_VERDICTS] = {
    [ACT_CONNECTION_OTHER_ORGANISATION] = ACT_CONNECTION_OFFER_OTHER_ORGANISATION,
    [ACT_CONNECTION_NO_PERMISSION] = ACT_CONNECTION_OFFER_KEEP,
    [ACT_CONNECTION_NOT_CONFIRMED] = ACT_CONNECTION_OFFER_KEEP,
    [ACT_CONNECTION_NO_NETWORK] = ACT_CONNECTION_OFFER_KEEP,
    [ACT_CONNECTION_SIGN_IN_TO_NETWORK] = ACT_CONNECTION_OFFER_KEEP,
    [ACT_CONNECTION_SERVER_FAILS] = ACT_CONNECTION_OFFER_KEEP,
  };

  for (guint verdict = 0; verdict < N_VERDICTS; verdict++)
    {
      g_autoptr (ActConnectionReportText) added = word ((ActConnectionVerdict) verdict, "org-2", NULL, TRUE);
      g_autoptr (ActConnectionReportText) edited = word ((ActConnectionVerdict) verdict, "org-2", NULL,
                                                         FALSE);

      g_assert_cmpint (added->offer, ==, offers[verdict]);
      if (verdict == ACT_CONNECTION_NO_PERMISSION)
        g_assert_cmpint (edited->offer, ==, ACT_CONNECTION_OFFER_KEEP);
      else
        g_assert_cmpint (edited->offer, ==, ACT_CONNECTION_OFFER_NONE);
    }
}

static void
test_other_organisation (void)
{
  g_autoptr (ActConnectionReportText) added = word (ACT_CONNECTION_OTHER_ORGANISATION, "org-2\xe2\x80\xae",
                                                    NULL, TRUE);
  g_autoptr (ActConnectionReportText) edited = word (ACT_CONNECTION_OTHER_ORGANISATION, "org-2", "Be\nta",
                                                     FALSE);

  g_assert_nonnull (strstr (added->text, "a key of org-2[U+202E], and not of org-1."));
  g_assert_nonnull (strstr (edited->text, "a key of “Be ta” (org-2), and not of “Acme”"));
}

static void
test_detail (void)
{
  g_autoptr (ActConnectionReport) report = act_connection_report_new (ACT_CONNECTION_NO_PERMISSION);
  g_autoptr (ActConnection) connection = act_connection_new (NULL, "https://a.example", "o", "k", NULL);
  g_autoptr (ActConnectionReportText) text = NULL;

  report->error = g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN,
                                       "GET /events: 403\nNot\x1b[1m you");
  text = act_connection_report_text_new (report, connection, NULL, TRUE);
  g_assert_cmpstr (text->detail, ==, "Not␛[1m you");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection-report-text/distinct", test_distinct);
  g_test_add_func ("/connection-report-text/documented", test_documented);
  g_test_add_func ("/connection-report-text/offers", test_offers);
  g_test_add_func ("/connection-report-text/other-organisation", test_other_organisation);
  g_test_add_func ("/connection-report-text/detail", test_detail);

  return g_test_run ();
}
