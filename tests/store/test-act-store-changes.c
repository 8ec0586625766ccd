/* Changes that are not marks: made, replaced, claimed, settled, given up
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-changes.h"
#include "store-fixture.h"

static gint64
try_add (ActStore *store, ActOutboxAction action, const char *target, const char *content, gint64 replaced_id, GError **error)
{
  g_autoptr (ActChange) change = act_change_new ();
  g_autoptr (GAsyncResult) result = NULL;

  change->action = action;
  change->target = g_strdup (target);
  change->content = g_strdup (content);
  act_store_add_change_async (store, change, replaced_id, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return act_store_add_change_finish (store, result, error);
}

static gint64
add (ActStore *store, ActOutboxAction action, const char *target, const char *content, gint64 replaced_id)
{
  g_autoptr (GError) error = NULL;
  gint64 id = try_add (store, action, target, content, replaced_id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

static gint64
add_mapping (ActStore *store, const char *target, const char *content)
{
  return add (store, ACT_OUTBOX_CREATE_MAPPING, target, content, 0);
}

static GPtrArray *
list (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *changes = NULL;

  act_store_list_changes_async (store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  changes = act_store_list_changes_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (changes);

  return changes;
}

static ActChange *
claim_change (ActStore *store, gint64 after_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActChange *change = NULL;

  act_store_claim_change_async (store, after_id, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_claim_change_finish (store, result, &change, &error));
  g_assert_no_error (error);

  return change;
}

static void
settle_change (ActStore *store, gint64 id, ActOutboxState state, const char *reason)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_settle_change_async (store, id, state, reason, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_settle_change_finish (store, result, &error));
  g_assert_no_error (error);
}

static gboolean
try_discard (ActStore *store, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_discard_change_async (store, id, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return act_store_discard_change_finish (store, result, error);
}

static void
discard (ActStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_discard (store, id, &error));
  g_assert_no_error (error);
}

/* Brings the only change to @state as a sender would. */
static void
bring_to (ActStore *store, gint64 id, ActOutboxState state)
{
  g_autoptr (ActChange) change = NULL;

  if (state == ACT_OUTBOX_READY)
    return;

  change = claim_change (store, id - 1);
  g_assert_cmpint (change->id, ==, id);
  if (state != ACT_OUTBOX_SENDING)
    settle_change (store, id, state, state == ACT_OUTBOX_DONE ? NULL : "Why");
}

static void
test_add_and_list (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) changes = NULL;
  const ActChange *first = NULL;
  const ActChange *second = NULL;

  add_mapping (self->store, "Account/a1/Xero/Contacts", "{\"a\":1}");
  add (self->store, ACT_OUTBOX_ENABLE, "c1", "{\"version\":3}", 0);
  fixture_reopen (self);

  changes = list (self->store);
  g_assert_cmpuint (changes->len, ==, 2);
  first = g_ptr_array_index (changes, 0);
  second = g_ptr_array_index (changes, 1);
  g_assert_cmpint (first->action, ==, ACT_OUTBOX_CREATE_MAPPING);
  g_assert_cmpstr (first->target, ==, "Account/a1/Xero/Contacts");
  g_assert_cmpstr (first->content, ==, "{\"a\":1}");
  g_assert_cmpint (first->state, ==, ACT_OUTBOX_READY);
  g_assert_cmpuint (first->attempts, ==, 0);
  g_assert_cmpint (first->created, >, FIXTURE_TIME);
  g_assert_cmpint (first->since, ==, first->created);
  g_assert_null (first->reason);
  g_assert_cmpint (second->action, ==, ACT_OUTBOX_ENABLE);
  g_assert_cmpstr (second->target, ==, "c1");
  g_assert_cmpint (second->id, >, first->id);
}

/* Whatever state the one before is in, there is one or an error that says why. */
static void
test_add_again (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    ActOutboxState state;
    gboolean       gives_way;
    gboolean       gives_way_when_named;
  } cases[] = {
    { ACT_OUTBOX_READY, TRUE, TRUE },
    { ACT_OUTBOX_SENDING, FALSE, FALSE },
    { ACT_OUTBOX_REFUSED, TRUE, TRUE },
    { ACT_OUTBOX_UNSUPPORTED, TRUE, TRUE },
    { ACT_OUTBOX_UNKNOWN, FALSE, TRUE },
    { ACT_OUTBOX_WAITING_FOR_SIGN_IN, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *target = g_strdup_printf ("Account/a%u/Xero/Contacts", i);
      gint64           id = add_mapping (self->store, target, "old");

      for (guint named = 0; named < 2; named++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) before = list (self->store);
          g_autoptr (GPtrArray) after = NULL;
          gboolean expected = named ? cases[i].gives_way_when_named : cases[i].gives_way;
          gint64   new_id;

          bring_to (self->store, id, named && !cases[i].gives_way ? ACT_OUTBOX_READY : cases[i].state);
          new_id = try_add (self->store, ACT_OUTBOX_CREATE_MAPPING, target, "new", named ? id : 0, &error);
          after = list (self->store);
          g_assert_cmpuint (after->len, ==, before->len);
          if (expected)
            {
              const ActChange *change = g_ptr_array_index (after, after->len - 1);

              g_assert_no_error (error);
              g_assert_cmpint (new_id, >, id);
              g_assert_cmpstr (change->content, ==, "new");
              g_assert_cmpint (change->state, ==, ACT_OUTBOX_READY);
              g_assert_cmpuint (change->attempts, ==, 0);
              id = new_id;
            }
          else
            {
              g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
              g_assert_cmpint (new_id, ==, 0);
            }
        }
    }
}

static void
test_replace_other_target (Fixture *self, gconstpointer unused)
{
  gint64 refused = add_mapping (self->store, "Account/a1/Xero/Contacts", "old");
  g_autoptr (GPtrArray) changes = NULL;

  bring_to (self->store, refused, ACT_OUTBOX_REFUSED);
  add (self->store, ACT_OUTBOX_CREATE_MAPPING, "Account/a1/Xero/Items", "new", refused);
  changes = list (self->store);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((ActChange *) g_ptr_array_index (changes, 0))->content, ==, "new");
}

/* What cannot be replaced is left as it was, and nothing is added. */
static void
test_replace_busy (Fixture *self, gconstpointer unused)
{
  gint64 sending = add_mapping (self->store, "Account/a1/Xero/Contacts", "old");
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  bring_to (self->store, sending, ACT_OUTBOX_SENDING);
  g_assert_cmpint (try_add (self->store, ACT_OUTBOX_CREATE_MAPPING, "Account/a1/Xero/Items", "new", sending, &error), ==, 0);
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  changes = list (self->store);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((ActChange *) g_ptr_array_index (changes, 0))->content, ==, "old");
}

static void
test_claim (Fixture *self, gconstpointer unused)
{
  gint64 ids[3];
  g_autoptr (ActChange) first = NULL;
  g_autoptr (ActChange) second = NULL;
  g_autoptr (ActChange) third = NULL;
  g_autoptr (ActChange) fourth = NULL;
  g_autoptr (ActChange) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *target = g_strdup_printf ("c%u", i);

      ids[i] = add (self->store, ACT_OUTBOX_ENABLE, target, "{}", 0);
    }
  bring_to (self->store, ids[1], ACT_OUTBOX_UNKNOWN);

  first = claim_change (self->store, 0);
  g_assert_cmpint (first->id, ==, ids[0]);
  g_assert_cmpint (first->state, ==, ACT_OUTBOX_SENDING);
  g_assert_cmpuint (first->attempts, ==, 1);
  second = claim_change (self->store, first->id);
  g_assert_cmpint (second->id, ==, ids[1]);
  g_assert_cmpint (second->state, ==, ACT_OUTBOX_UNKNOWN);
  g_assert_cmpuint (second->attempts, ==, 1);
  g_assert_cmpstr (second->reason, ==, "Why");
  g_assert_cmpint (second->since, >, FIXTURE_TIME);
  third = claim_change (self->store, second->id);
  g_assert_cmpint (third->id, ==, ids[2]);
  fourth = claim_change (self->store, third->id);
  g_assert_null (fourth);

  /* What is being sent is given to nobody else; what was not sent does not count as sent. */
  settle_change (self->store, ids[0], ACT_OUTBOX_READY, NULL);
  again = claim_change (self->store, 0);
  g_assert_cmpint (again->id, ==, ids[0]);
  g_assert_cmpuint (again->attempts, ==, 1);
}

/* An answer that was lost counts, whatever comes after it. */
static void
test_attempts (Fixture *self, gconstpointer unused)
{
  gint64 id = add_mapping (self->store, "Account/a1/Xero/Contacts", "{}");
  g_autoptr (ActChange) change = NULL;

  bring_to (self->store, id, ACT_OUTBOX_UNKNOWN);
  settle_change (self->store, id, ACT_OUTBOX_READY, NULL);
  change = claim_change (self->store, 0);
  g_assert_cmpuint (change->attempts, ==, 2);
}

static void
test_apart_from_marks (Fixture *self, gconstpointer unused)
{
  gint64 ids[3];
  g_autoptr (GPtrArray) ready = NULL;
  g_autoptr (GPtrArray) unknown = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (ActChange) change = NULL;

  merge_many (self->store, 2);
  ids[0] = add (self->store, ACT_OUTBOX_ENABLE, "c0", "{}", 0);
  ids[1] = add (self->store, ACT_OUTBOX_ENABLE, "c1", "{}", 0);
  ids[2] = add (self->store, ACT_OUTBOX_ENABLE, "c2", "{}", 0);
  mark (self->store, "e0", 0);

  change = claim_change (self->store, ids[2]);
  g_assert_null (change);
  ready = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (ready->len, ==, 1);
  g_assert_cmpint (((ActOutboxEntry *) g_ptr_array_index (ready, 0))->action, ==, ACT_OUTBOX_MARK_ACTIONED);

  bring_to (self->store, ids[0], ACT_OUTBOX_UNKNOWN);
  bring_to (self->store, ids[1], ACT_OUTBOX_REFUSED);
  bring_to (self->store, ids[2], ACT_OUTBOX_WAITING_FOR_SIGN_IN);
  unknown = claim (self->store, ACT_OUTBOX_UNKNOWN, 0);
  g_assert_cmpuint (unknown->len, ==, 0);

  g_assert_cmpuint (retry (self->store, ACT_OUTBOX_UNKNOWN), ==, 0);
  g_assert_cmpuint (retry (self->store, ACT_OUTBOX_REFUSED), ==, 0);
  g_assert_cmpuint (retry (self->store, ACT_OUTBOX_WAITING_FOR_SIGN_IN), ==, 1);
  changes = list (self->store);
  g_assert_cmpint (((ActChange *) g_ptr_array_index (changes, 0))->state, ==, ACT_OUTBOX_UNKNOWN);
  g_assert_cmpint (((ActChange *) g_ptr_array_index (changes, 1))->state, ==, ACT_OUTBOX_REFUSED);
  g_assert_cmpstr (((ActChange *) g_ptr_array_index (changes, 1))->reason, ==, "Why");
  g_assert_cmpint (((ActChange *) g_ptr_array_index (changes, 2))->state, ==, ACT_OUTBOX_READY);
}

/* A process ended while it was sending. */
static void
test_recover (Fixture *self, gconstpointer unused)
{
  gint64 mapping = add_mapping (self->store, "Account/a1/Xero/Contacts", "{}");
  gint64 enable = add (self->store, ACT_OUTBOX_ENABLE, "c1", "{}", 0);
  g_autoptr (GPtrArray) ready = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const ActChange *first = NULL;

  merge_many (self->store, 1);
  mark (self->store, "e0", 0);
  ready = claim (self->store, ACT_OUTBOX_READY, 0);
  bring_to (self->store, mapping, ACT_OUTBOX_SENDING);
  bring_to (self->store, enable, ACT_OUTBOX_SENDING);
  fixture_reopen (self);

  changes = list (self->store);
  first = g_ptr_array_index (changes, 0);
  g_assert_cmpint (first->state, ==, ACT_OUTBOX_UNKNOWN);
  g_assert_cmpint (first->since, >=, first->created);
  g_assert_cmpuint (first->attempts, ==, 1);
  g_assert_cmpint (((ActChange *) g_ptr_array_index (changes, 1))->state, ==, ACT_OUTBOX_READY);
  g_clear_pointer (&ready, g_ptr_array_unref);
  ready = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (ready->len, ==, 1);
}

static void
test_done (Fixture *self, gconstpointer unused)
{
  gint64 quiet = add_mapping (self->store, "Account/a1/Xero/Contacts", "{}");
  gint64 telling = add_mapping (self->store, "Account/a2/Xero/Contacts", "{}");
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) none = NULL;

  bring_to (self->store, quiet, ACT_OUTBOX_DONE);
  bring_to (self->store, telling, ACT_OUTBOX_SENDING);
  settle_change (self->store, telling, ACT_OUTBOX_DONE, "There are two now");

  /* Done stays done. */
  settle_change (self->store, quiet, ACT_OUTBOX_READY, NULL);
  changes = list (self->store);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (((ActChange *) g_ptr_array_index (changes, 0))->id, ==, telling);
  g_assert_cmpstr (((ActChange *) g_ptr_array_index (changes, 0))->reason, ==, "There are two now");

  discard (self->store, telling);
  none = list (self->store);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_discard (Fixture *self, gconstpointer unused)
{
  static const ActOutboxState states[] = {
    ACT_OUTBOX_READY,
    ACT_OUTBOX_REFUSED,
    ACT_OUTBOX_UNSUPPORTED,
    ACT_OUTBOX_UNKNOWN,
    ACT_OUTBOX_WAITING_FOR_SIGN_IN,
  };
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      id = add (self->store, ACT_OUTBOX_ENABLE, "c1", "{}", 0);
      bring_to (self->store, id, states[i]);
      discard (self->store, id);
      discard (self->store, id);
    }
  left = list (self->store);
  g_assert_cmpuint (left->len, ==, 0);

  id = add (self->store, ACT_OUTBOX_ENABLE, "c1", "{}", 0);
  bring_to (self->store, id, ACT_OUTBOX_SENDING);
  g_assert_false (try_discard (self->store, id, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);

  /* A mark is nothing that is discarded. */
  merge_many (self->store, 1);
  mark (self->store, "e0", 0);
  discard (self->store, id + 1);
  entries = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (entries->len, ==, 1);
}

static void
test_counts (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    ActOutboxState state;
    guint          waiting;
    guint          refused;
  } cases[] = {
    { ACT_OUTBOX_READY, 2, 0 },
    { ACT_OUTBOX_SENDING, 2, 0 },
    { ACT_OUTBOX_UNKNOWN, 2, 0 },
    { ACT_OUTBOX_WAITING_FOR_SIGN_IN, 2, 0 },
    { ACT_OUTBOX_REFUSED, 1, 1 },
    { ACT_OUTBOX_UNSUPPORTED, 1, 1 },
    { ACT_OUTBOX_DONE, 1, 0 },
  };

  merge_many (self->store, 1);
  mark (self->store, "e0", 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = add (self->store, ACT_OUTBOX_ENABLE, "c1", "{}", 0);
      g_autoptr (ActCounts) counts = NULL;
      g_autoptr (ActCounts) before = count (self->store);

      self->n_changed = 0;
      bring_to (self->store, id, cases[i].state);
      counts = count (self->store);
      g_assert_cmpuint (counts->waiting, ==, cases[i].waiting);
      g_assert_cmpuint (counts->refused_changes, ==, cases[i].refused);
      g_assert_cmpuint (counts->refused, ==, 0);
      g_assert_cmpuint (counts->local, ==, 0);
      if (!act_counts_equal (before, counts))
        g_assert_cmpuint (self->n_changed, >, 0);
      if (cases[i].state == ACT_OUTBOX_SENDING)
        settle_change (self->store, id, ACT_OUTBOX_READY, NULL);
      discard (self->store, id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/changes/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("add-and-list", test_add_and_list);
  ADD ("add-again", test_add_again);
  ADD ("replace-other-target", test_replace_other_target);
  ADD ("replace-busy", test_replace_busy);
  ADD ("claim", test_claim);
  ADD ("attempts", test_attempts);
  ADD ("apart-from-marks", test_apart_from_marks);
  ADD ("recover", test_recover);
  ADD ("done", test_done);
  ADD ("discard", test_discard);
  ADD ("counts", test_counts);
#undef ADD

  return g_test_run ();
}
