/* Tells whether two errors are one and the same fault
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * docs/causes.md describes it; whoever changes what comes out raises the version.
 */

#include "act-cause-signature.h"

#include "act-cause-template.h"

#include <string.h>

/* Half of a SHA-256: short enough for an index, and no two causes ever share it. */
#define SIGNATURE_LENGTH 32

static void
add_field (GChecksum  *checksum,
           char        tag,
           const char *text)
{
  g_checksum_update (checksum, (const guchar *) &tag, 1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_update (checksum, (const guchar *) "", 1);
}

static char *
make_template (const ActEvent *event)
{
  const char *ids[6] = { NULL };
  gsize       n = 0;

  if (event->message == NULL)
    return g_strdup ("");

  if (event->id != NULL)
    ids[n++] = event->id;
  if (event->entity_id != NULL)
    ids[n++] = event->entity_id;
  if (event->account_id != NULL)
    ids[n++] = event->account_id;
  if (event->run_id != NULL)
    ids[n++] = event->run_id;
  if (event->credentials_id != NULL)
    ids[n++] = event->credentials_id;

  return act_cause_template_make (event->message, ids);
}

/**
 * act_cause_signature_make:
 * @event: an event
 *
 * Makes what all events of the same cause share, from event name, integration configuration (or
 * destination where there is none) and message. It depends on nothing else, and costs a few
 * microseconds for a message of usual length and a bounded time for any. Any thread.
 *
 * Returns: (transfer full): 32 hexadecimal digits
 */
char *
act_cause_signature_make (const ActEvent *event)
{
  g_autoptr (GChecksum) checksum = NULL;
  g_autofree char *template = NULL;
  char *signature = NULL;

  g_return_val_if_fail (event != NULL, NULL);

  template = make_template (event);
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  add_field (checksum, 'n', event->name);
  if (event->configuration_id != NULL)
    add_field (checksum, 'c', event->configuration_id);
  else
    add_field (checksum, 'd', event->destination);
  add_field (checksum, 'm', template);

  signature = g_strdup (g_checksum_get_string (checksum));
  signature[SIGNATURE_LENGTH] = '\0';

  return signature;
}

/**
 * act_cause_signature_make_message:
 * @message: (nullable): a message, of any content
 *
 * Takes out of a message what differs between events of the same fault: ids, numbers, times,
 * amounts, e-mail addresses and quoted names become "#". Any thread.
 *
 * Returns: (transfer full): the rest
 */
char *
act_cause_signature_make_message (const char *message)
{
  return message != NULL ? act_cause_template_make (message, NULL) : g_strdup ("");
}
