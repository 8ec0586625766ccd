/* What a test of a connection has found
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActConnectionVerdict:
 * @ACT_CONNECTION_WORKS: events can be read, and the organisation is the one that was typed
 * @ACT_CONNECTION_KEY_REFUSED: the token call was refused: key id or secret are wrong
 * @ACT_CONNECTION_OTHER_ORGANISATION: the token is for another organisation
 * @ACT_CONNECTION_NO_PERMISSION: the organisation is confirmed, and events may not be read
 * @ACT_CONNECTION_NOT_CONFIRMED: refused, and the token does not say which organisation it is for
 * @ACT_CONNECTION_NO_NETWORK: the server could not be reached
 * @ACT_CONNECTION_SIGN_IN_TO_NETWORK: the network asks to sign in first
 * @ACT_CONNECTION_NOT_TRUSTED: the server's certificate is not good
 * @ACT_CONNECTION_OTHER_API: what answers is not this kind of API
 * @ACT_CONNECTION_SERVER_FAILS: the server answers, but with faults of its own
 */
typedef enum
{
  ACT_CONNECTION_WORKS,
  ACT_CONNECTION_KEY_REFUSED,
  ACT_CONNECTION_OTHER_ORGANISATION,
  ACT_CONNECTION_NO_PERMISSION,
  ACT_CONNECTION_NOT_CONFIRMED,
  ACT_CONNECTION_NO_NETWORK,
  ACT_CONNECTION_SIGN_IN_TO_NETWORK,
  ACT_CONNECTION_NOT_TRUSTED,
  ACT_CONNECTION_OTHER_API,
  ACT_CONNECTION_SERVER_FAILS,
} ActConnectionVerdict;

/**
 * ActConnectionReport:
 * @verdict: what it comes to
 * @organisation_id: (nullable): the organisation that the token is for, checked to be an id
 * @error: (nullable): what the server or the network said
 *
 * The outcome of act_connection_test_async().
 */
typedef struct
{
  ActConnectionVerdict verdict;
  char                *organisation_id;
  GError              *error;
} ActConnectionReport;

ActConnectionReport *act_connection_report_new  (ActConnectionVerdict  verdict);
void                 act_connection_report_free (ActConnectionReport  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActConnectionReport, act_connection_report_free)

G_END_DECLS
