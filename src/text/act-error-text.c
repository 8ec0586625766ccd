/* What went wrong, in words for people: title, cause, what now, button
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-error-text.h"

#include "act-api-error.h"
#include "act-connection.h"
#include "act-error-text-table.h"
#include "act-keyring-error.h"
#include "act-port-error.h"
#include "act-safe-text.h"
#include "act-store-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_DETAIL 2000

static ActErrorTopic
get_topic (const GError *error)
{
  if (error->domain == ACT_API_ERROR)
    return ACT_ERROR_TOPIC_API;
  if (error->domain == ACT_STORE_ERROR)
    return ACT_ERROR_TOPIC_STORE;
  if (error->domain == ACT_PORT_ERROR)
    return ACT_ERROR_TOPIC_PORT;
  if (error->domain == ACT_CONNECTION_ERROR)
    return ACT_ERROR_TOPIC_CONNECTION;
  if (error->domain == ACT_KEYRING_ERROR)
    return ACT_ERROR_TOPIC_KEYRING;
  if (error->domain == G_IO_ERROR)
    return ACT_ERROR_TOPIC_IO;

  return ACT_ERROR_TOPIC_ANY;
}

static char *
build_space_detail (gint64 needed,
                    gint64 available)
{
  g_autofree char *needed_text = g_format_size ((guint64) needed);
  g_autofree char *available_text = g_format_size ((guint64) MAX (available, 0));

  /* Translators: two sizes, as in “1.2 GB”. */
  return g_strdup_printf (_ ("%s are needed, and %s are free."), needed_text, available_text);
}

/* The first line of an API error is for logs; what the server said follows it. What the system says
 * about itself is all there is, and our own words about a connection add nothing. */
static char *
build_detail (const GError *error)
{
  const char      *detail = error->message != NULL ? error->message : "";
  g_autofree char *safe = NULL;
  gint64           needed = 0;
  gint64           available = 0;

  if (act_store_error_get_space (error, &needed, &available))
    return build_space_detail (needed, available);

  if (error->domain == ACT_CONNECTION_ERROR ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;

  if (error->domain == ACT_API_ERROR)
    {
      const char *line_break = strchr (detail, '\n');

      detail = line_break != NULL ? line_break + 1 : "";
    }

  safe = g_strstrip (act_safe_text_block_n (detail, MAX_DETAIL));

  return *safe != '\0' ? g_steal_pointer (&safe) : NULL;
}

static ActErrorText *
build_text (const ActErrorTextRow *row,
            const GError          *error)
{
  ActErrorText *self = g_new0 (ActErrorText, 1);
  const char   *label = act_error_remedy_get_label (row->remedy);

  self->title = g_strdup (_ (row->title));
  self->cause = g_strdup (_ (row->cause));
  self->advice = g_strdup (_ (row->advice));
  self->detail = build_detail (error);
  self->button = label != NULL ? g_strdup (_ (label)) : NULL;
  self->remedy = row->remedy;

  return self;
}

/* The topic's own row where it has one, which only API errors have. */
static ActErrorText *
build_text_about (ActErrorTopic topic,
                  const GError *error)
{
  const ActErrorTextRow *row = NULL;

  if (error->domain == ACT_API_ERROR)
    row = act_error_text_find_row (topic, error->code);
  if (row == NULL || row->topic != topic)
    row = act_error_text_find_row (get_topic (error), error->code);

  return build_text (row, error);
}

/**
 * act_error_text_new:
 * @error: an error of any domain
 *
 * Words an error. Any thread.
 *
 * Returns: (transfer full): the message
 */
ActErrorText *
act_error_text_new (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return build_text (act_error_text_find_row (get_topic (error), error->code), error);
}

/**
 * act_error_text_new_for_marking:
 * @error: why the call that marks events failed
 *
 * Words an error of the call that marks events: that this organisation's API does not accept it, or
 * else as act_error_text_new() does. Any thread.
 *
 * Returns: (transfer full): the message
 */
ActErrorText *
act_error_text_new_for_marking (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return build_text_about (ACT_ERROR_TOPIC_MARKING, error);
}

/**
 * act_error_text_new_for_changing:
 * @error: why a call of a follow-up failed
 *
 * Words an error of a call that reads or changes a run, a mapping, an integration or a credential:
 * where that means something else than for the list of events, or else as act_error_text_new() does.
 * Any thread.
 *
 * Returns: (transfer full): the message
 */
ActErrorText *
act_error_text_new_for_changing (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return build_text_about (ACT_ERROR_TOPIC_CHANGING, error);
}

/**
 * act_error_text_new_for_command:
 * @error: why a command of the command line failed
 *
 * Words an error as act_error_text_new() does, but for what would be tried again by itself: a command
 * has ended. Any thread.
 *
 * Returns: (transfer full): the message
 */
ActErrorText *
act_error_text_new_for_command (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return build_text_about (ACT_ERROR_TOPIC_COMMAND, error);
}

/**
 * act_error_text_free:
 * @self: (transfer full) (nullable): a message
 *
 * Frees a message. Any thread.
 */
void
act_error_text_free (ActErrorText *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->cause);
  g_free (self->advice);
  g_free (self->detail);
  g_free (self->button);
  g_free (self);
}

/**
 * act_error_text_to_string:
 * @self: a message
 *
 * Writes a message to be printed or copied: title, cause, advice and detail, a line each.
 *
 * Returns: (transfer full): the text, without a line break at its end
 */
char *
act_error_text_to_string (ActErrorText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strjoin ("\n", self->title, self->cause, self->advice, self->detail, NULL);
}
