/* The certificate of a private authority, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-authority-text.h"

#include "act-event.h"
#include "act-safe-text.h"
#include "act-time-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/**
 * act_authority_text_name:
 * @authority: a certificate
 *
 * Returns: (transfer full): whom it names, made safe to show
 */
char *
act_authority_text_name (const ActAuthority *authority)
{
  g_return_val_if_fail (authority != NULL, NULL);

  if (authority->subject == NULL || *authority->subject == '\0')
    return g_strdup (_ ("A certificate without a name"));

  return act_safe_text_line (authority->subject);
}

/**
 * act_authority_text_expiry:
 * @authority: a certificate
 * @now: the time, in milliseconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): until when it is valid, or that it is no longer; %NULL if it does
 *   not say
 */
char *
act_authority_text_expiry (const ActAuthority *authority,
                           gint64              now)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (authority != NULL, NULL);

  if (authority->expires == ACT_TIME_UNKNOWN)
    return NULL;

  date = act_time_text_spoken (authority->expires, now);
  if (authority->expires < now)
    /* Translators: a date and a time. */
    return g_strdup_printf (_ ("Expired %s"), date);

  /* Translators: a date and a time. */
  return g_strdup_printf (_ ("Valid until %s"), date);
}

/**
 * act_authority_text_problem:
 * @error: why a file is no certificate that can be used, or could not be read
 *
 * Returns: what to say about it
 */
const char *
act_authority_text_problem (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != ACT_AUTHORITY_ERROR)
    return _ ("The file could not be read.");

  switch ((ActAuthorityError) error->code)
    {
    case ACT_AUTHORITY_ERROR_TOO_LARGE:
      return _ ("The file is larger than any certificate.");

    case ACT_AUTHORITY_ERROR_PRIVATE_KEY:
      return _ ("There is a private key in the file, which must stay where it is. Ask for the certificate "
                "alone.");

    case ACT_AUTHORITY_ERROR_SEVERAL:
      return _ ("There are several certificates in the file. Choose one with that of the authority alone.");

    case ACT_AUTHORITY_ERROR_NOT_A_CERTIFICATE:
    default:
      return _ ("The file is no certificate.");
    }
}
