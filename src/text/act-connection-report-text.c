/* What a test of a connection has found, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-connection-report-text.h"

#include "act-error-text.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

typedef struct
{
  const char        *title;
  const char        *text;
  ActConnectionOffer offer;
} Row;

static const Row rows[] = {
  [ACT_CONNECTION_WORKS] = {
      N_ ("The connection works"),
      N_ ("The key is good, and events can be read with it."),
      ACT_CONNECTION_OFFER_NONE,
  },
  [ACT_CONNECTION_KEY_REFUSED] = {
      N_ ("The key was refused"),
      N_ ("The server does not accept this key id with this secret, and does not say which of the two is "
          "wrong. Copy both again. If the secret is lost, make a new key for the service user in the "
          "Console."),
      ACT_CONNECTION_OFFER_NONE,
  },
  [ACT_CONNECTION_OTHER_ORGANISATION] = {
      N_ ("The key belongs to another organisation"),
      NULL,
      ACT_CONNECTION_OFFER_OTHER_ORGANISATION,
  },
  [ACT_CONNECTION_NO_PERMISSION] = {
      N_ ("The service user may not read events"),
      N_ ("The key is good and belongs to this organisation, but the server refuses events to it (403). "
          "Ask an administrator of m3ter to give the service user the permission."),
      ACT_CONNECTION_OFFER_KEEP,
  },
  [ACT_CONNECTION_NOT_CONFIRMED] = {
      N_ ("The server refuses access, for one of two reasons"),
      N_ ("Either the service user may not read events, or the key belongs to another organisation. The "
          "server answers both alike (403), and the key does not say whose it is. Check the organisation "
          "id first, then ask an administrator of m3ter for the permission."),
      ACT_CONNECTION_OFFER_KEEP,
  },
  [ACT_CONNECTION_NO_NETWORK] = {
      N_ ("The server cannot be reached"),
      N_ ("So it is not known whether the key is good. Check the address, and whether this computer has a "
          "network."),
      ACT_CONNECTION_OFFER_KEEP,
  },
  [ACT_CONNECTION_SIGN_IN_TO_NETWORK] = {
      N_ ("A web page answered, and not the API"),
      N_ ("Either this network asks you to sign in, as those of hotels and trains do, or the base URL is that "
          "of another kind of page, such as the Console. Check the address, or open any web page to sign in, "
          "then try again."),
      ACT_CONNECTION_OFFER_KEEP,
  },
  [ACT_CONNECTION_NOT_TRUSTED] = {
      N_ ("The server’s certificate is not good"),
      N_ ("So nothing was sent to it. Check the address and this computer’s clock. If the certificate comes "
          "from an authority of your own, choose that under Private Authority."),
      ACT_CONNECTION_OFFER_NONE,
  },
  [ACT_CONNECTION_OTHER_API] = {
      N_ ("This is not the API of m3ter"),
      N_ ("Something answers at this address, but not as the API does. Check the address: it is not that of "
          "the Console, and usually https://api.m3ter.com."),
      ACT_CONNECTION_OFFER_NONE,
  },
  [ACT_CONNECTION_SERVER_FAILS] = {
      N_ ("The server has a fault"),
      N_ ("So it is not known whether the key is good. Try again in a while."),
      ACT_CONNECTION_OFFER_KEEP,
  },
};

/* By the name that the user has given it, if it has one; an id alone tells nobody much. */
static char *
build_other_organisation (const ActConnectionReport *report,
                          ActConnection             *connection,
                          const char                *known_name,
                          gboolean                   is_new)
{
  g_autofree char *id = act_safe_text_id (report->organisation_id);
  g_autofree char *name = act_safe_text_line (known_name);
  g_autofree char *wanted = act_safe_text_id (act_connection_get_organisation_id (connection));
  g_autofree char *actual = NULL;

  /* Translators: the name of an organisation, then its id. */
  actual = known_name != NULL ? g_strdup_printf (_ ("“%s” (%s)"), name, id) : g_steal_pointer (&id);
  if (is_new)
    /* Translators: two organisations, by their ids. */
    return g_strdup_printf (_ ("It is a key of %s, and not of %s. Take that organisation, or enter a key of "
                               "the one that you want."),
                            actual, wanted);

  /* Translators: an organisation by its name or id, and what the user calls another one. */
  return g_strdup_printf (_ ("It is a key of %s, and not of “%s”, so nothing was changed. Enter a key of the "
                             "right organisation."),
                          actual, act_connection_get_name (connection));
}

/* A new connection may be right though that was not found out. A key that takes the place of another one
 * must have shown whose it is. */
static ActConnectionOffer
choose_offer (const ActConnectionReport *report,
              gboolean                   is_new)
{
  ActConnectionOffer offer = rows[report->verdict].offer;

  return is_new || report->verdict == ACT_CONNECTION_NO_PERMISSION ? offer : ACT_CONNECTION_OFFER_NONE;
}

static char *
build_detail (const ActConnectionReport *report)
{
  g_autoptr (ActErrorText) text = NULL;

  if (report->error == NULL)
    return NULL;

  text = act_error_text_new (report->error);

  return g_steal_pointer (&text->detail);
}

/**
 * act_connection_report_text_new:
 * @report: what was found
 * @connection: what was tested
 * @known_name: (nullable): what the user calls the organisation that the key turned out to be for
 * @is_new: whether it is to be added, and its organisation may still be another
 *
 * Words a report. Any thread.
 *
 * Returns: (transfer full): the words
 */
ActConnectionReportText *
act_connection_report_text_new (const ActConnectionReport *report,
                                ActConnection             *connection,
                                const char                *known_name,
                                gboolean                   is_new)
{
  ActConnectionReportText *self = NULL;
  const Row               *row = NULL;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail ((guint) report->verdict < G_N_ELEMENTS (rows), NULL);
  g_return_val_if_fail (connection != NULL, NULL);

  row = &rows[report->verdict];
  self = g_new0 (ActConnectionReportText, 1);
  self->title = g_strdup (_ (row->title));
  self->text = row->text != NULL ? g_strdup (_ (row->text))
                                 : build_other_organisation (report, connection, known_name, is_new);
  self->detail = build_detail (report);
  self->offer = choose_offer (report, is_new);

  return self;
}

/**
 * act_connection_report_text_free:
 * @self: (transfer full) (nullable): the words
 *
 * Frees them.
 */
void
act_connection_report_text_free (ActConnectionReportText *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->text);
  g_free (self->detail);
  g_free (self);
}
