/* When a call that failed is worth repeating
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-retry.h"

#include "act-api-error.h"

#include <libsoup/soup.h>

#define MAX_RETRIES       3
#define SHORT_RETRIES     1
#define FIRST_DELAY       G_GINT64_CONSTANT (500)
#define FIRST_LIMIT_DELAY G_GINT64_CONSTANT (1000)
#define MAX_DELAY         G_GINT64_CONSTANT (8000)
#define MAX_RETRY_AFTER   G_GINT64_CONSTANT (60)
#define JITTER            0.25

static gint64
get_backoff (gint64 first,
             guint  attempts)
{
  return MIN (first << MIN (attempts - 1, 8), MAX_DELAY);
}

static gint64
get_jittered_backoff (guint attempts)
{
  gint64 delay = get_backoff (FIRST_DELAY, attempts);

  return delay - (gint64) ((double) delay * JITTER * g_random_double ());
}

/* Returns seconds, or -1 when the header says nothing that can be read. */
static gint64
read_retry_after (const char *header,
                  gint64      now)
{
  g_autoptr (GDateTime) date = NULL;
  guint64 seconds = 0;

  if (header == NULL)
    return -1;

  if (g_ascii_isdigit (*header))
    return g_ascii_string_to_unsigned (header, 10, 0, G_MAXINT, &seconds, NULL) ? (gint64) seconds : -1;

  date = soup_date_time_new_from_http_string (header);

  return date != NULL ? MAX (g_date_time_to_unix (date) - now, 0) : -1;
}

static guint
get_max_retries (const ActFailure *failure)
{
  if (failure->status != 0)
    return failure->status == 408 || failure->status == 429 ||
                   (failure->status >= 500 && failure->status != 501 && failure->status != 511)
               ? MAX_RETRIES
               : 0;

  /* Without a connection, and after a long time already, people should be told soon. */
  if (g_error_matches (failure->error, ACT_API_ERROR, ACT_API_ERROR_TIMED_OUT))
    return SHORT_RETRIES;
  if (g_error_matches (failure->error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE))
    return failure->was_connected ? MAX_RETRIES : SHORT_RETRIES;

  return g_error_matches (failure->error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE) ? MAX_RETRIES : 0;
}

/**
 * act_retry_get_pause:
 * @failure: an answer with the status 429
 *
 * Decides how long other calls wait when this one is not repeated.
 *
 * Returns: milliseconds
 */
gint64
act_retry_get_pause (const ActFailure *failure)
{
  gint64 seconds = -1;

  g_return_val_if_fail (failure != NULL, 0);

  seconds = read_retry_after (failure->retry_after, failure->now);

  return seconds >= 0 && seconds < MAX_RETRY_AFTER ? seconds * 1000 : FIRST_LIMIT_DELAY;
}

/**
 * act_retry_get_delay:
 * @failure: what happened
 *
 * Decides whether to send a call again. A server that wants more than a minute is not asked again
 * here: the caller comes back some time anyway.
 *
 * Returns: after how many milliseconds, or %ACT_RETRY_NEVER
 */
gint64
act_retry_get_delay (const ActFailure *failure)
{
  gint64 seconds = -1;

  g_return_val_if_fail (failure != NULL && failure->attempts > 0, ACT_RETRY_NEVER);

  if (!failure->is_idempotent || failure->attempts > get_max_retries (failure))
    return ACT_RETRY_NEVER;

  seconds = read_retry_after (failure->retry_after, failure->now);
  if (seconds >= MAX_RETRY_AFTER)
    return ACT_RETRY_NEVER;
  if (seconds >= 0)
    return seconds * 1000;

  if (failure->status == 429)
    return get_backoff (FIRST_LIMIT_DELAY, failure->attempts);

  return get_jittered_backoff (failure->attempts);
}
