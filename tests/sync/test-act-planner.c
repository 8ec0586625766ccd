/* Tests of what the server's word means
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-planner.h"
#include "act-time.h"

#include <gio/gio.h>

#define CONFIRMED_AT G_GINT64_CONSTANT (1772600767000)
#define SOONER       (CONFIRMED_AT - 1)
#define LATER        (CONFIRMED_AT + 1)

static const ActEventStatus all_statuses[] = {
  ACT_EVENT_STATUS_OPEN,
  ACT_EVENT_STATUS_REOPENED,
  ACT_EVENT_STATUS_REFUSED,
  ACT_EVENT_STATUS_OPEN_GONE,
  ACT_EVENT_STATUS_PENDING,
  ACT_EVENT_STATUS_LOCAL,
  ACT_EVENT_STATUS_ACTIONED,
  ACT_EVENT_STATUS_ELSEWHERE,
  ACT_EVENT_STATUS_ACTIONED_GONE,
};

static ActEventStatus
merge (const ActLocalState *local,
       gboolean             actioned,
       gint64               asked_at)
{
  g_autoptr (ActEvent) event = act_event_new ();

  event->id = g_strdup ("e");
  event->actioned_time = actioned ? CONFIRMED_AT : ACT_TIME_UNKNOWN;

  return act_planner_merge (local, event, asked_at);
}

static ActLocalState
make_local (ActEventStatus status)
{
  return (ActLocalState){
    .status = status,
    .actioned_time = ACT_TIME_UNKNOWN,
    .confirmed_at = ACT_TIME_UNKNOWN,
  };
}

static void
test_never_seen (void)
{
  g_assert_cmpint (merge (NULL, FALSE, LATER), ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpint (merge (NULL, TRUE, LATER), ==, ACT_EVENT_STATUS_ELSEWHERE);
}

static void
test_confirmed_then_open (void)
{
  ActLocalState local = make_local (ACT_EVENT_STATUS_ACTIONED);

  local.confirmed_at = CONFIRMED_AT;
  g_assert_cmpint (merge (&local, FALSE, LATER), ==, ACT_EVENT_STATUS_REOPENED);

  /* The other order: the page was asked for before the server confirmed the mark. */
  g_assert_cmpint (merge (&local, FALSE, SOONER), ==, ACT_EVENT_STATUS_ACTIONED);
  g_assert_cmpint (merge (&local, FALSE, CONFIRMED_AT), ==, ACT_EVENT_STATUS_ACTIONED);

  local.status = ACT_EVENT_STATUS_ELSEWHERE;
  g_assert_cmpint (merge (&local, FALSE, LATER), ==, ACT_EVENT_STATUS_REOPENED);
  g_assert_cmpint (merge (&local, FALSE, SOONER), ==, ACT_EVENT_STATUS_ELSEWHERE);

  local.status = ACT_EVENT_STATUS_REOPENED;
  g_assert_cmpint (merge (&local, FALSE, LATER), ==, ACT_EVENT_STATUS_REOPENED);
  g_assert_cmpint (merge (&local, TRUE, LATER), ==, ACT_EVENT_STATUS_ELSEWHERE);
}

/* Whatever the list says and whenever it was asked for, what the user did is kept until the server
 * has confirmed it. */
static void
test_unconfirmed_mark (void)
{
  static const struct
  {
    ActOutboxState state;
    ActEventStatus status;
  } marks[] = {
    { ACT_OUTBOX_HELD, ACT_EVENT_STATUS_PENDING },
    { ACT_OUTBOX_READY, ACT_EVENT_STATUS_PENDING },
    { ACT_OUTBOX_SENDING, ACT_EVENT_STATUS_PENDING },
    { ACT_OUTBOX_VERIFYING, ACT_EVENT_STATUS_PENDING },
    { ACT_OUTBOX_REFUSED, ACT_EVENT_STATUS_REFUSED },
    { ACT_OUTBOX_UNSUPPORTED, ACT_EVENT_STATUS_LOCAL },
    { ACT_OUTBOX_UNKNOWN, ACT_EVENT_STATUS_PENDING },
    { ACT_OUTBOX_WAITING_FOR_SIGN_IN, ACT_EVENT_STATUS_PENDING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      ActLocalState local = make_local (marks[i].status);

      local.has_mark = TRUE;
      local.mark_state = marks[i].state;
      g_assert_cmpint (merge (&local, FALSE, SOONER), ==, marks[i].status);
      g_assert_cmpint (merge (&local, FALSE, G_MAXINT64), ==, marks[i].status);
    }
}

static void
test_listed_as_actioned (void)
{
  ActLocalState local = make_local (ACT_EVENT_STATUS_PENDING);

  /* It is not known yet whose mark that is. */
  local.has_mark = TRUE;
  local.mark_state = ACT_OUTBOX_SENDING;
  g_assert_cmpint (merge (&local, TRUE, LATER), ==, ACT_EVENT_STATUS_PENDING);
  local.mark_state = ACT_OUTBOX_VERIFYING;
  g_assert_cmpint (merge (&local, TRUE, LATER), ==, ACT_EVENT_STATUS_PENDING);

  /* Ours was not sent, so somebody else was faster. */
  local.mark_state = ACT_OUTBOX_READY;
  g_assert_cmpint (merge (&local, TRUE, LATER), ==, ACT_EVENT_STATUS_ELSEWHERE);

  local = make_local (ACT_EVENT_STATUS_ACTIONED);
  g_assert_cmpint (merge (&local, TRUE, LATER), ==, ACT_EVENT_STATUS_ACTIONED);
  local = make_local (ACT_EVENT_STATUS_ACTIONED_GONE);
  g_assert_cmpint (merge (&local, TRUE, LATER), ==, ACT_EVENT_STATUS_ACTIONED);
}

static void
test_gone_and_back (void)
{
  ActLocalState local = make_local (ACT_EVENT_STATUS_OPEN_GONE);

  g_assert_cmpint (merge (&local, FALSE, LATER), ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpint (merge (&local, TRUE, LATER), ==, ACT_EVENT_STATUS_ELSEWHERE);
}

/* An event is never shown as the opposite of what the server said last, unless there is a mark. */
static void
test_every_status (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_statuses); i++)
    {
      ActLocalState local = make_local (all_statuses[i]);

      local.confirmed_at = CONFIRMED_AT;
      g_assert_true (act_event_status_is_actioned (merge (&local, TRUE, LATER)));
      g_assert_false (act_event_status_is_actioned (merge (&local, FALSE, LATER)));
    }
}

static void
test_judge_mark (void)
{
  static const struct
  {
    ActApiError    code;
    ActMarkOutcome outcome;
  } rows[] = {
    { ACT_API_ERROR_OFFLINE, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_TIMED_OUT, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_TLS, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_TOKEN_REFUSED, ACT_MARK_SIGN_IN },
    { ACT_API_ERROR_UNAUTHORIZED, ACT_MARK_SIGN_IN },
    { ACT_API_ERROR_FORBIDDEN, ACT_MARK_ASK },
    { ACT_API_ERROR_NOT_FOUND, ACT_MARK_ASK },
    { ACT_API_ERROR_NOT_ALLOWED, ACT_MARK_ASK },
    { ACT_API_ERROR_CONFLICT, ACT_MARK_REFUSED },
    { ACT_API_ERROR_BAD_REQUEST, ACT_MARK_REFUSED },
    { ACT_API_ERROR_PAGE_TOO_LARGE, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_RATE_LIMITED, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_SERVER, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_NOT_JSON, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_BAD_RESPONSE, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_TOO_LARGE, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_TOO_DEEP, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_REPEATED_TOKEN, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_UNCERTAIN, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_OTHER_API, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_REDIRECTED, ACT_MARK_RETRY_LATER },
    { ACT_API_ERROR_NO_SECRET, ACT_MARK_SIGN_IN },
  };
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

  G_STATIC_ASSERT (G_N_ELEMENTS (rows) == ACT_N_API_ERRORS);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (ACT_API_ERROR, (int) rows[i].code, "");

      g_assert_cmpint (act_planner_judge_mark (error), ==, rows[i].outcome);
    }
  g_assert_cmpint (act_planner_judge_mark (cancelled), ==, ACT_MARK_RETRY_LATER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/planner/never-seen", test_never_seen);
  g_test_add_func ("/planner/confirmed-then-open", test_confirmed_then_open);
  g_test_add_func ("/planner/unconfirmed-mark", test_unconfirmed_mark);
  g_test_add_func ("/planner/listed-as-actioned", test_listed_as_actioned);
  g_test_add_func ("/planner/gone-and-back", test_gone_and_back);
  g_test_add_func ("/planner/every-status", test_every_status);
  g_test_add_func ("/planner/judge-mark", test_judge_mark);

  return g_test_run ();
}
