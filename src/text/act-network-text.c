/* Requests that were sent, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-network-text.h"

#include "act-safe-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

static const char *
get_problem (ActNetworkProblem problem)
{
  switch (problem)
    {
    case ACT_NETWORK_PROBLEM_NO_CONNECTION:
      /* Translators: what came of a request */
      return _ ("no connection");

    case ACT_NETWORK_PROBLEM_TIMED_OUT:
      /* Translators: what came of a request */
      return _ ("timed out");

    case ACT_NETWORK_PROBLEM_NOT_TRUSTED:
      /* Translators: what came of a request: the server's certificate is not good */
      return _ ("not trusted");

    case ACT_NETWORK_PROBLEM_TOO_LARGE:
      /* Translators: what came of a request: its answer has more bytes than are accepted */
      return _ ("too large");

    case ACT_NETWORK_PROBLEM_CUT:
      /* Translators: what came of a request: its answer broke off */
      return _ ("cut off");

    case ACT_NETWORK_PROBLEM_CANCELLED:
      /* Translators: what came of a request: the program stopped waiting for it */
      return _ ("stopped");

    case ACT_NETWORK_PROBLEM_NONE:
    default:
      return NULL;
    }
}

/**
 * act_network_text_status:
 * @call: a call
 *
 * Returns: (transfer full): the status, why no whole answer came, or both
 */
char *
act_network_text_status (ActNetworkCall *call)
{
  guint       status = 0;
  const char *problem = NULL;

  g_return_val_if_fail (ACT_IS_NETWORK_CALL (call), NULL);

  status = act_network_call_get_status (call);
  problem = get_problem (act_network_call_get_problem (call));
  if (problem == NULL)
    return g_strdup_printf ("%u", status);
  if (status == 0)
    return g_strdup (problem);

  /* Translators: an HTTP status, and what came of the answer, as in "200, cut off" */
  return g_strdup_printf (_ ("%1$u, %2$s"), status, problem);
}

/**
 * act_network_text_line:
 * @call: a call
 *
 * Writes a call as it is copied and printed: time, method, path, status, how long it took, and how many
 * bytes came, with tabs between them, so that it can be sorted and counted.
 *
 * Returns: (transfer full): a line without its end
 */
char *
act_network_text_line (ActNetworkCall *call)
{
  g_autofree char *time = NULL;
  g_autofree char *status = NULL;

  g_return_val_if_fail (ACT_IS_NETWORK_CALL (call), NULL);

  time = act_time_format_iso8601 (act_network_call_get_started (call));
  status = act_network_text_status (call);

  return g_strdup_printf ("%s\t%s\t%s\t%s\t%u ms\t%" G_GSIZE_FORMAT " B", time,
                          act_network_call_get_method (call), act_network_call_get_path (call), status,
                          act_network_call_get_duration (call), act_network_call_get_n_bytes (call));
}

static void
print_cb (GListModel *log,
          guint       position,
          guint       n_removed,
          guint       n_added,
          const char *name)
{
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (ActNetworkCall) call = g_list_model_get_item (log, position + i);
      g_autofree char *line = act_network_text_line (call);

      if (name != NULL)
        g_printerr ("%s\t%s\n", name, line);
      else
        g_printerr ("%s\n", line);
    }
}

static void
free_name (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/**
 * act_network_text_print:
 * @log: a log
 * @name: (nullable): what stands before each line, where there are several logs
 *
 * Prints each call from now on on standard error, for as long as the log lives.
 */
void
act_network_text_print (ActNetworkLog *log,
                        const char    *name)
{
  char *safe_name = NULL;

  g_return_if_fail (ACT_IS_NETWORK_LOG (log));

  if (name != NULL)
    safe_name = act_safe_text_line (name);
  g_signal_connect_data (log, "items-changed", G_CALLBACK (print_cb), safe_name, free_name, 0);
}
