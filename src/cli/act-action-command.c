/* The command that marks events as actioned
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-action-command.h"

#include "act-api-error.h"
#include "act-command-input.h"
#include "act-command-session.h"
#include "act-safe-text.h"
#include "act-session-finding.h"
#include "act-store-error.h"

#include <glib/gi18n.h>

#define STANDARD_INPUT "-"

/* How many ids that are not known are named. */
#define MAX_NAMED 10

static gboolean
wants_input (const ActCommandArguments *arguments)
{
  return arguments->search == NULL &&
         (arguments->words == NULL ||
          g_strv_contains ((const char *const *) arguments->words, STANDARD_INPUT));
}

static char *
find_complaint (const ActCommandArguments *arguments)
{
  g_autofree char *search = g_strdup (arguments->search);
  gboolean         at_terminal = act_command_input_is_terminal ();

  if (search != NULL && arguments->words != NULL)
    return g_strdup (_ ("Give ids or --search, not both."));
  if (search != NULL && *g_strstrip (search) == '\0')
    return g_strdup (_ ("The search is empty, and would find every event."));
  if (search == NULL && arguments->words == NULL && at_terminal)
    return g_strdup (_ ("Give the ids of events, or --search."));
  if (!arguments->yes && (!at_terminal || wants_input (arguments)))
    return g_strdup (_ ("There is nobody to ask, so --yes is needed."));

  return NULL;
}

/* Each id once, in the order of their first time. */
static GPtrArray *
gather_ids (const ActCommandTarget    *target,
            const ActCommandArguments *arguments)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; arguments->words != NULL && arguments->words[i] != NULL; i++)
    {
      if (!g_str_equal (arguments->words[i], STANDARD_INPUT))
        g_ptr_array_add (all, g_strdup (arguments->words[i]));
    }
  if (wants_input (arguments) &&
      !act_command_input_read_words (all, target->cancellable, &error))
    {
      act_command_print_error (error);
      g_ptr_array_unref (ids);
      return NULL;
    }

  for (guint i = 0; i < all->len; i++)
    {
      if (g_hash_table_add (seen, g_ptr_array_index (all, i)))
        g_ptr_array_add (ids, g_strdup (g_ptr_array_index (all, i)));
    }
  g_ptr_array_add (ids, NULL);

  return ids;
}

/* All or none: whoever has a wrong id may have a wrong list, or the wrong connection. */
static gboolean
check_known (GPtrArray *ids,
             GArray    *row_ids)
{
  guint n_unknown = 0;

  for (guint i = 0; i < row_ids->len; i++)
    {
      g_autofree char *id = NULL;

      if (g_array_index (row_ids, gint64, i) != 0)
        continue;

      id = act_safe_text_line (g_ptr_array_index (ids, i));
      if (n_unknown++ < MAX_NAMED)
        g_printerr (_ ("actioned: There is no event “%s” on this computer.\n"), id);
    }

  if (n_unknown > 0)
    g_printerr (ngettext ("actioned: %u id is not known, so nothing was marked.\n",
                          "actioned: %u ids are not known, so nothing was marked.\n", n_unknown),
                n_unknown);

  return n_unknown == 0;
}

static gboolean
find_by_ids (const ActCommandTarget *target,
             ActSession             *session,
             GPtrArray              *ids,
             GArray                **row_ids)
{
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GError) error = NULL;

  act_session_find_events_async (session, (const char *const *) ids->pdata, target->cancellable,
                                 act_command_take_result, &found);
  *row_ids = act_session_find_events_finish (session, act_command_wait (&found), &error);
  if (*row_ids == NULL)
    act_command_print_error (error);

  return *row_ids != NULL && check_known (ids, *row_ids);
}

static ActSelectionSummary *
summarise (const ActCommandTarget *target,
           ActSession             *session,
           GArray                 *row_ids)
{
  g_autoptr (GAsyncResult) summarised = NULL;
  g_autoptr (GError) error = NULL;
  ActSelectionSummary *summary = NULL;

  act_session_summarise_async (session, (const gint64 *) (gpointer) row_ids->data, row_ids->len,
                               target->cancellable, act_command_take_result, &summarised);
  summary = act_session_summarise_finish (session, act_command_wait (&summarised), &error);
  if (summary == NULL)
    act_command_print_error (error);

  return summary;
}

static gboolean
confirm (const ActCommandTarget    *target,
         const ActCommandArguments *arguments,
         guint                      n_events,
         guint                      n_others)
{
  g_autofree char *name = act_safe_text_line (act_connection_get_name (act_connection_entry_get_connection (target->entry)));
  g_autofree char *organisation =
      act_safe_text_line (act_connection_get_organisation_id (act_connection_entry_get_connection (target->entry)));

  /* Translators: the name of a connection, and the id of an organisation. */
  g_printerr (_ ("Connection: %s, organisation %s\n"), name, organisation);
  if (n_others > 0)
    g_printerr (ngettext ("%u event is actioned already.\n", "%u events are actioned already.\n",
                          n_others),
                n_others);
  g_printerr (ngettext ("%u event is to be marked as actioned.\n",
                        "%u events are to be marked as actioned.\n", n_events),
              n_events);

  return n_events == 0 || arguments->yes ||
         act_command_input_ask (_ ("Mark as actioned?"), target->cancellable);
}

static gboolean
mark (const ActCommandTarget *target,
      ActSession             *session,
      GArray                 *row_ids)
{
  g_autoptr (GAsyncResult) marked = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_marked = 0;

  act_session_mark_async (session, (const gint64 *) (gpointer) row_ids->data, row_ids->len, 0,
                          target->cancellable, act_command_take_result, &marked);
  if (!act_session_mark_finish (session, act_command_wait (&marked), &n_marked, &error))
    {
      act_command_print_error (error);
      return FALSE;
    }

  g_print (ngettext ("%u event is marked as actioned.\n", "%u events are marked as actioned.\n",
                     n_marked),
           (guint) n_marked);

  return TRUE;
}

static ActCounts *
count (const ActCommandTarget *target,
       ActSession             *session)
{
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (GError) error = NULL;
  ActCounts *counts = NULL;

  act_session_count_async (session, target->cancellable, act_command_take_result, &counted);
  counts = act_session_count_finish (session, act_command_wait (&counted), &error);
  if (counts == NULL)
    act_command_print_error (error);

  return counts;
}

/* What waits is safe: a window sends it that has the store open, or the next “actioned sync”. */
static gboolean
is_reason_to_wait (const GError *error)
{
  return g_error_matches (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
}

static gboolean
send (const ActCommandTarget *target,
      ActSession             *session)
{
  g_autoptr (GAsyncResult) sent = NULL;
  g_autoptr (GError) error = NULL;

  /* Without it the marks wait, which is said. */
  if (!act_command_find_secret (target, NULL))
    return TRUE;

  act_session_send_async (session, target->cancellable, act_command_take_result, &sent);
  if (act_session_send_finish (session, act_command_wait (&sent), &error) ||
      is_reason_to_wait (error))
    return TRUE;

  act_command_print_error (error);

  return FALSE;
}

static gboolean
mark_and_send (const ActCommandTarget *target,
               ActSession             *session,
               GArray                 *row_ids)
{
  g_autoptr (ActCounts) before = count (target, session);
  g_autoptr (ActCounts) after = NULL;
  gboolean success = FALSE;

  if (before == NULL || !mark (target, session, row_ids))
    return FALSE;

  success = send (target, session);
  after = count (target, session);
  if (after == NULL)
    return FALSE;

  if (after->waiting > 0)
    g_print (ngettext ("%u change is waiting. A window that is open sends it, or “actioned sync”.\n",
                       "%u changes are waiting. A window that is open sends them, or “actioned "
                       "sync”.\n",
                       after->waiting),
             after->waiting);
  if (after->local > before->local)
    g_printerr ("%s", _ ("actioned: This organisation's API does not accept marking, so the marks "
                         "are kept on this computer.\n"));
  if (after->refused > before->refused)
    g_printerr (ngettext ("actioned: The server refused %u mark; “actioned pending” says why.\n",
                          "actioned: The server refused %u marks; “actioned pending” says why.\n",
                          after->refused - before->refused),
                after->refused - before->refused);

  return success && after->local <= before->local && after->refused <= before->refused;
}

static gboolean
action (const ActCommandTarget    *target,
        const ActCommandArguments *arguments,
        ActSession                *session,
        GArray                    *row_ids)
{
  g_autoptr (ActSelectionSummary) summary = summarise (target, session, row_ids);

  if (summary == NULL)
    return FALSE;
  if (!confirm (target, arguments, summary->row_ids->len, row_ids->len - summary->row_ids->len))
    {
      g_printerr ("%s", _ ("actioned: Nothing was marked.\n"));
      return FALSE;
    }

  return summary->row_ids->len == 0 || mark_and_send (target, session, summary->row_ids);
}

/**
 * act_action_command_run:
 * @target: the store, and the server if its secret is there
 * @arguments: what the command line says: ids, `-` for those of standard input, or a search
 *
 * Marks events as actioned after it said which connection that is and how many they are. Sends the
 * marks if it can; if not, they wait.
 *
 * Returns: %ACT_COMMAND_DONE if they are marked, and the server refused none
 */
ActCommandExit
act_action_command_run (const ActCommandTarget    *target,
                        const ActCommandArguments *arguments)
{
  g_autofree char *complaint = find_complaint (arguments);
  g_autoptr (ActQuery) query = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GArray) row_ids = NULL;
  ActSession *session = NULL;
  gboolean    success = FALSE;

  if (complaint == NULL)
    query = act_command_arguments_create_query (arguments, &complaint);
  if (query == NULL)
    return act_command_complain (complaint);

  ids = gather_ids (target, arguments);
  session = ids != NULL ? act_command_open (target) : NULL;
  if (session == NULL)
    return ACT_COMMAND_FAILED;

  success = (arguments->search != NULL ? act_command_query (target, session, query, &row_ids)
                                       : find_by_ids (target, session, ids, &row_ids)) &&
            action (target, arguments, session, row_ids);

  return act_command_close (target) && success ? ACT_COMMAND_DONE : ACT_COMMAND_FAILED;
}
