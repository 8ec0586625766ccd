/* What a test of a connection has found, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-report.h"
#include "act-connection.h"

G_BEGIN_DECLS

/**
 * ActConnectionOffer:
 * @ACT_CONNECTION_OFFER_NONE: something has to be corrected first
 * @ACT_CONNECTION_OFFER_OTHER_ORGANISATION: take the organisation that the key is for
 * @ACT_CONNECTION_OFFER_KEEP: go on all the same: nothing speaks against what was entered
 *
 * What can be done about it by a button.
 */
typedef enum
{
  ACT_CONNECTION_OFFER_NONE,
  ACT_CONNECTION_OFFER_OTHER_ORGANISATION,
  ACT_CONNECTION_OFFER_KEEP,
} ActConnectionOffer;

/**
 * ActConnectionReportText:
 * @title: what it comes to
 * @text: why, and what now
 * @detail: (nullable): what the server or the system said, made safe to show
 * @offer: what can be done about it
 *
 * All texts are translated and plain, never markup, and never hold a secret.
 */
typedef struct
{
  char              *title;
  char              *text;
  char              *detail;
  ActConnectionOffer offer;
} ActConnectionReportText;

ActConnectionReportText *act_connection_report_text_new  (const ActConnectionReport *report,
                                                          ActConnection             *connection,
                                                          const char                *known_name,
                                                          gboolean                   is_new);
void                     act_connection_report_text_free (ActConnectionReportText   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActConnectionReportText, act_connection_report_text_free)

G_END_DECLS
