/* What goes wrong on purpose, and on which call
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-faults.h"

#include <string.h>

#define N_STATUSES 12

typedef struct
{
  const char            *name; /* ends in a dash when a status follows */
  ActSimulatorFault      fault;
  ActSimulatorFaultScope scope;
  gboolean               whole; /* whether it takes the place of the whole answer */
  const char            *description;
} ActSimulatorFaultRow;

#define CALL  ACT_SIMULATOR_FAULT_SCOPE_CALL
#define TOKEN ACT_SIMULATOR_FAULT_SCOPE_TOKEN
#define LIST  ACT_SIMULATOR_FAULT_SCOPE_LIST
#define MARK  ACT_SIMULATOR_FAULT_SCOPE_MARK
#define WRITE ACT_SIMULATOR_FAULT_SCOPE_WRITE

#define CONFIGURATION ACT_SIMULATOR_FAULT_SCOPE_CONFIGURATION
#define CREDENTIAL    ACT_SIMULATOR_FAULT_SCOPE_CREDENTIAL
#define CREDENTIALS   ACT_SIMULATOR_FAULT_SCOPE_CREDENTIALS
#define ENABLE        ACT_SIMULATOR_FAULT_SCOPE_ENABLE
#define LOG           ACT_SIMULATOR_FAULT_SCOPE_LOG
#define MAPPING       ACT_SIMULATOR_FAULT_SCOPE_MAPPING
#define REPLAY        ACT_SIMULATOR_FAULT_SCOPE_REPLAY

static const ActSimulatorFaultRow rows[] = {
  { "status-", ACT_SIMULATOR_FAULT_STATUS, CALL, TRUE, "the call is refused with this status" },
  { "token-", ACT_SIMULATOR_FAULT_STATUS, TOKEN, TRUE, "the call for a token is refused with this status" },
  { "list-", ACT_SIMULATOR_FAULT_STATUS, LIST, TRUE, "a page of events is refused with this status" },
  { "mark-", ACT_SIMULATOR_FAULT_STATUS, MARK, TRUE, "marking an event is refused with this status" },
  { "write-", ACT_SIMULATOR_FAULT_STATUS, WRITE, TRUE, "every change is refused with this status" },
  { "replay-", ACT_SIMULATOR_FAULT_STATUS, REPLAY, TRUE, "replaying a run is refused with this status" },
  { "log-", ACT_SIMULATOR_FAULT_STATUS, LOG, TRUE, "reading the log of a run is refused with this status" },
  { "enable-", ACT_SIMULATOR_FAULT_STATUS, ENABLE, TRUE, "enabling a configuration is refused with this status" },
  { "configuration-", ACT_SIMULATOR_FAULT_STATUS, CONFIGURATION, TRUE, "changing a configuration is refused with this status" },
  { "mapping-", ACT_SIMULATOR_FAULT_STATUS, MAPPING, TRUE, "changing mappings is refused with this status" },
  { "credential-", ACT_SIMULATOR_FAULT_STATUS, CREDENTIAL, TRUE, "changing credentials is refused with this status" },
  { "credentials-", ACT_SIMULATOR_FAULT_STATUS, CREDENTIALS, TRUE, "any call about credentials is refused with this status" },
  { "drop", ACT_SIMULATOR_FAULT_DROP, CALL, TRUE, "the connection closes before the answer" },
  { "hang", ACT_SIMULATOR_FAULT_HANG, CALL, TRUE, "no answer ever comes" },
  { "cut", ACT_SIMULATOR_FAULT_CUT, CALL, TRUE, "the connection closes in the middle of the body" },
  { "slow", ACT_SIMULATOR_FAULT_SLOW, CALL, TRUE, "the body drips" },
  { "malformed", ACT_SIMULATOR_FAULT_MALFORMED, CALL, TRUE, "the body is not JSON" },
  { "bad-utf8", ACT_SIMULATOR_FAULT_BAD_UTF8, CALL, TRUE, "the body is not UTF-8" },
  { "oversized", ACT_SIMULATOR_FAULT_OVERSIZED, CALL, TRUE, "the body has more than 32 MiB" },
  { "gzip-bomb", ACT_SIMULATOR_FAULT_GZIP_BOMB, CALL, TRUE, "the body grows to more than 32 MiB when it is unpacked" },
  { "deep", ACT_SIMULATOR_FAULT_DEEP, CALL, TRUE, "the body is 100,000 arrays, each inside the one before" },
  { "html", ACT_SIMULATOR_FAULT_HTML, CALL, TRUE, "status 200 with a web page" },
  { "redirect", ACT_SIMULATOR_FAULT_REDIRECT, CALL, TRUE, "the call is sent to another server" },
  { "lost-mark", ACT_SIMULATOR_FAULT_LOST_MARK, MARK, FALSE, "the event is marked, the answer is lost" },
  { "lost-write", ACT_SIMULATOR_FAULT_LOST_WRITE, WRITE, FALSE, "the change is made, the answer is lost" },
  { "edit", ACT_SIMULATOR_FAULT_EDIT, CONFIGURATION, FALSE, "somebody else changes a configuration just before it is changed" },
  { "conflict-400", ACT_SIMULATOR_FAULT_CONFLICT_400, WRITE, FALSE, "a change with an old version is refused with 400 instead of 409" },
  { "duplicate", ACT_SIMULATOR_FAULT_DUPLICATE, LIST, FALSE, "a page has an event twice" },
  { "reorder", ACT_SIMULATOR_FAULT_REORDER, LIST, FALSE, "a page is in the reverse order" },
  { "empty-page", ACT_SIMULATOR_FAULT_EMPTY_PAGE, LIST, FALSE, "an empty page that is not the last" },
  { "repeat-token", ACT_SIMULATOR_FAULT_REPEAT_TOKEN, LIST, FALSE, "a page's cursor leads to the same page again" },
  { "change", ACT_SIMULATOR_FAULT_CHANGE, LIST, FALSE, "an event is actioned and one comes before the page is made" },
  { "bad-event", ACT_SIMULATOR_FAULT_BAD_EVENT, LIST, FALSE, "one event of a page has members of the wrong types" },
  { "hide-actioned-ids", ACT_SIMULATOR_FAULT_HIDE_ACTIONED_IDS, LIST, FALSE, "asked for by ids, an actioned event is not answered" },
};

#undef CALL
#undef TOKEN
#undef LIST
#undef MARK
#undef WRITE
#undef CONFIGURATION
#undef CREDENTIAL
#undef CREDENTIALS
#undef ENABLE
#undef LOG
#undef MAPPING
#undef REPLAY

static const guint statuses[N_STATUSES] = { 400, 401, 403, 404, 405, 413, 429, 500, 501, 502, 503, 504 };

typedef struct
{
  guint every[N_STATUSES]; /* a fault that has no status uses the first */
  guint count[N_STATUSES];
} ActSimulatorFaultCounter;

struct _ActSimulatorFaults
{
  ActSimulatorFaultCounter counters[G_N_ELEMENTS (rows)];
};

static gboolean
has_status (const ActSimulatorFaultRow *row)
{
  return row->fault == ACT_SIMULATOR_FAULT_STATUS;
}

static gboolean
find_status (const char *text,
             guint      *slot)
{
  for (guint i = 0; i < N_STATUSES; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%u", statuses[i]);

      if (strcmp (text, digits) == 0)
        {
          *slot = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_kind (const char *kind,
           guint      *row,
           guint      *slot)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      *row = i;
      *slot = 0;

      if (!has_status (&rows[i]) && strcmp (kind, rows[i].name) == 0)
        return TRUE;
      if (has_status (&rows[i]) && g_str_has_prefix (kind, rows[i].name) &&
          find_status (kind + strlen (rows[i].name), slot))
        return TRUE;
    }

  return FALSE;
}

static gboolean
count_call (ActSimulatorFaultCounter *counter,
            guint                     slot)
{
  if (counter->every[slot] == 0)
    return FALSE;

  counter->count[slot]++;

  return counter->count[slot] % counter->every[slot] == 0;
}

/**
 * act_simulator_faults_new:
 *
 * Returns: (transfer full): a set of faults, all of them off
 */
ActSimulatorFaults *
act_simulator_faults_new (void)
{
  return g_new0 (ActSimulatorFaults, 1);
}

/**
 * act_simulator_faults_free:
 * @self: (transfer full): faults
 *
 * Frees the set.
 */
void
act_simulator_faults_free (ActSimulatorFaults *self)
{
  g_free (self);
}

/**
 * act_simulator_faults_set:
 * @self: faults
 * @kind: the name of a kind, such as `status-500`
 * @every: every how many calls it happens: 1 is always, 0 is never
 * @error: return location for a #GError of the domain %G_OPTION_ERROR
 *
 * Switches a kind of fault on or off, and begins to count its calls from the start.
 *
 * Returns: whether there is such a kind
 */
gboolean
act_simulator_faults_set (ActSimulatorFaults *self,
                          const char         *kind,
                          guint               every,
                          GError            **error)
{
  guint row = 0;
  guint slot = 0;

  if (!find_kind (kind, &row, &slot))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "There is no fault of the kind “%s”.", kind);
      return FALSE;
    }

  self->counters[row].every[slot] = every;
  self->counters[row].count[slot] = 0;

  return TRUE;
}

/**
 * act_simulator_faults_set_from_text:
 * @self: faults
 * @text: a word of the form KIND:N
 * @error: return location for a #GError of the domain %G_OPTION_ERROR
 *
 * Does what act_simulator_faults_set() does.
 *
 * Returns: whether the word could be understood
 */
gboolean
act_simulator_faults_set_from_text (ActSimulatorFaults *self,
                                    const char         *text,
                                    GError            **error)
{
  const char      *colon = strrchr (text, ':');
  g_autofree char *kind = NULL;
  guint64          every = 0;

  if (colon == NULL || !g_ascii_string_to_unsigned (colon + 1, 10, 0, G_MAXINT, &every, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "A fault is written KIND:N, not “%s”.", text);
      return FALSE;
    }

  kind = g_strndup (text, (gsize) (colon - text));

  return act_simulator_faults_set (self, kind, (guint) every, error);
}

/**
 * act_simulator_faults_get:
 * @self: faults
 * @kind: the name of a kind
 *
 * Returns: every how many calls it happens, 0 for never
 */
guint
act_simulator_faults_get (ActSimulatorFaults *self,
                          const char         *kind)
{
  guint row = 0;
  guint slot = 0;

  return find_kind (kind, &row, &slot) ? self->counters[row].every[slot] : 0;
}

/**
 * act_simulator_faults_strike:
 * @self: faults
 * @fault: a fault without a status
 *
 * Counts a call that this fault may happen on.
 *
 * Returns: whether it happens now
 */
gboolean
act_simulator_faults_strike (ActSimulatorFaults *self,
                             ActSimulatorFault   fault)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].fault == fault && !has_status (&rows[i]))
        return count_call (&self->counters[i], 0);
    }

  return FALSE;
}

/**
 * act_simulator_faults_strike_any:
 * @self: faults
 * @scope: what kind of call this is
 * @status: (out): return location for the status of %ACT_SIMULATOR_FAULT_STATUS
 *
 * Counts a call for every fault that takes the place of the whole answer.
 *
 * Returns: the fault that happens now, or %ACT_SIMULATOR_FAULT_NONE
 */
ActSimulatorFault
act_simulator_faults_strike_any (ActSimulatorFaults    *self,
                                 ActSimulatorFaultScope scope,
                                 guint                 *status)
{
  ActSimulatorFault fault = ACT_SIMULATOR_FAULT_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].scope != scope || !rows[i].whole)
        continue;

      for (guint slot = 0; slot < (has_status (&rows[i]) ? N_STATUSES : 1); slot++)
        {
          if (count_call (&self->counters[i], slot) && fault == ACT_SIMULATOR_FAULT_NONE)
            {
              fault = rows[i].fault;
              *status = statuses[slot];
            }
        }
    }

  return fault;
}

/**
 * act_simulator_faults_describe:
 *
 * Returns: (transfer full): lines that name and describe every kind, for `--help`
 */
char *
act_simulator_faults_describe (void)
{
  g_autoptr (GString) text = g_string_new ("Kinds of fault (KIND:N is every Nth call, 1 always, 0 never):\n");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = has_status (&rows[i]) ? g_strconcat (rows[i].name, "STATUS", NULL)
                                                    : g_strdup (rows[i].name);

      g_string_append_printf (text, "  %-20s %s\n", name, rows[i].description);
    }

  g_string_append (text, "STATUS is one of");
  for (guint i = 0; i < N_STATUSES; i++)
    g_string_append_printf (text, " %u", statuses[i]);
  g_string_append (text, ".\n");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * act_simulator_faults_dup_kinds:
 *
 * Returns: (transfer full): the names of all kinds
 */
GStrv
act_simulator_faults_dup_kinds (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint slot = 0; slot < (has_status (&rows[i]) ? N_STATUSES : 1); slot++)
        {
          g_autofree char *name = has_status (&rows[i]) ? g_strdup_printf ("%s%u", rows[i].name, statuses[slot])
                                                        : g_strdup (rows[i].name);

          g_strv_builder_add (builder, name);
        }
    }

  return g_strv_builder_end (builder);
}
