/* Tests of sending changes that are not marks: at most one for each thing that the user meant
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-change-push.h"
#include "act-resource-json.h"
#include "act-store-changes.h"
#include "act-store-resources.h"
#include "scripted-fixture.h"

#define ORGANIZATION "/organizations/org"
#define LIST         "GET " ORGANIZATION "/externalmappings/external/Account/a1?pageSize=200"
#define CREATE       "POST " ORGANIZATION "/externalmappings"
#define READ         "GET " ORGANIZATION "/integrationconfigs/c1"
#define ENABLE       "POST " ORGANIZATION "/integrationconfigs/c1/enable"

#define MEMBERS                                                                                               \
  "\"m3terEntity\":\"Account\",\"m3terId\":\"a1\",\"externalSystem\":\"Xero\",\"externalTable\":\"Contact\"," \
  "\"externalId\":\"x1\""
#define MAPPING "{" MEMBERS "}"
#define MADE    "{\"id\":\"m1\",\"version\":1," MEMBERS "}"
#define OTHER                                                                                                \
  "{\"id\":\"m9\",\"version\":1,\"m3terEntity\":\"Account\",\"m3terId\":\"a1\",\"externalSystem\":\"Xero\"," \
  "\"externalTable\":\"Contact\",\"externalId\":\"x9\"}"

#define NONE "{\"data\":[]}"
#define ONE  "{\"data\":[" OTHER "," MADE "]}"
#define TWO  "{\"data\":[" MADE ",{\"id\":\"m2\",\"version\":1," MEMBERS "}]}"

#define DISABLED "{\"id\":\"c1\",\"version\":3,\"enabled\":false}"
#define CHANGED  "{\"id\":\"c1\",\"version\":4,\"enabled\":false}"
#define ENABLED  "{\"id\":\"c1\",\"version\":4,\"enabled\":true}"

#define HOUR_MS 3600000

/* Ends the answers of a case. */
#define END 0
#define CUT 1

typedef struct
{
  guint       status; /* END, CUT, or a status of HTTP */
  const char *body;
} Answer;

typedef struct
{
  ActAbilities  *abilities;
  ActOnce       *once;
  ActChangePush *push;
} Sender;

static void
sender_set_up (Sender          *sender,
               ScriptedFixture *self)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_abilities_load_async (self->store, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  sender->abilities = act_abilities_load_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);
  sender->once = act_once_new ();
  sender->push = act_change_push_new (self->api.client, self->store, sender->abilities, sender->once);
  act_change_push_set_patience (sender->push, 0);
}

static void
sender_clear (Sender *sender)
{
  settle ();
  g_assert_finalize_object (sender->push);
  g_assert_finalize_object (sender->abilities);
  g_assert_finalize_object (sender->once);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sender, sender_clear)

static gint64
add (ScriptedFixture *self,
     ActOutboxAction  action,
     const char      *target,
     const char      *content)
{
  g_autoptr (ActChange) change = act_change_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  change->action = action;
  change->target = g_strdup (target);
  change->content = g_strdup (content);
  act_store_add_change_async (self->store, change, 0, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  id = act_store_add_change_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);

  return id;
}

static void
add_mapping (ScriptedFixture *self)
{
  add (self, ACT_OUTBOX_CREATE_MAPPING, "Account/a1/Xero/Contact", MAPPING);
}

static GPtrArray *
list (ScriptedFixture *self)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *changes = NULL;

  act_store_list_changes_async (self->store, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  changes = act_store_list_changes_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);

  return changes;
}

/* Where the only change stands; done without a word if there is none. */
static ActOutboxState
get_state (ScriptedFixture *self,
           char           **reason)
{
  g_autoptr (GPtrArray) changes = list (self);
  const ActChange *change = NULL;

  if (changes->len == 0)
    return ACT_OUTBOX_DONE;

  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  if (reason != NULL)
    *reason = g_strdup (change->reason);

  return change->state;
}

static void
script (ScriptedFixture *self,
        const Answer    *answers)
{
  for (guint i = 0; answers[i].status != END; i++)
    {
      if (answers[i].status == CUT)
        scripted_server_behave (self->api.server, SCRIPT_DROP);
      else
        client_fixture_answer (&self->api, answers[i].status, answers[i].body != NULL ? answers[i].body : "{}");
    }
}

static void
run (ScriptedFixture *self,
     Sender          *sender,
     ActApiError      expected)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_change_push_run_async (sender->push, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  act_change_push_run_finish (sender->push, outcome.result, &error);
  if (expected == ACT_N_API_ERRORS)
    g_assert_no_error (error);
  else
    g_assert_error (error, ACT_API_ERROR, (int) expected);
}

/* What was asked since @first, with blanks: L, C, R and E for the calls above. */
static char *
dup_calls (ScriptedFixture *self,
           guint            first)
{
  static const struct
  {
    char        letter;
    const char *line;
  } known[] = { { 'L', LIST }, { 'C', CREATE }, { 'R', READ }, { 'E', ENABLE } };
  GString *calls = g_string_new (NULL);

  for (guint i = first; i < scripted_server_count (self->api.server); i++)
    {
      const ScriptRequest *request = scripted_server_get (self->api.server, i);
      g_autofree char     *line = g_strconcat (request->method, " ", request->path, *request->query != '\0' ? "?" : NULL,
                                               request->query, NULL);
      guint                k = 0;

      while (k < G_N_ELEMENTS (known) && strcmp (known[k].line, line) != 0)
        k++;
      if (k == G_N_ELEMENTS (known))
        g_error ("Nobody expected %s", line);
      g_string_append_c (calls, known[k].letter);
    }

  return g_string_free (calls, FALSE);
}

typedef struct
{
  const char     *name;
  Answer          answers[8];
  const char     *calls;
  ActOutboxState  state;
  ActApiError     error; /* ACT_N_API_ERRORS for none */
  ActAbilityState ability;
} Case;

static void
run_case (ScriptedFixture *self,
          const Case      *item,
          ActOutboxAction  action)
{
  g_auto (Sender) sender = { 0 };
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *calls = NULL;
  g_autofree char *reason = NULL;
  ActAbility       ability = action == ACT_OUTBOX_ENABLE ? ACT_ABILITY_ENABLE : ACT_ABILITY_MAPPINGS;
  guint            first = scripted_server_count (self->api.server);
  ActOutboxState   state;
  g_auto (Outcome) discarded = { 0 };
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", item->name);
  sender_set_up (&sender, self);
  act_abilities_check_again (sender.abilities, ability);
  if (action == ACT_OUTBOX_ENABLE)
    add (self, ACT_OUTBOX_ENABLE, "c1", DISABLED);
  else
    add_mapping (self);
  script (self, item->answers);
  run (self, &sender, item->error);

  calls = dup_calls (self, first);
  g_assert_cmpstr (calls, ==, item->calls);
  state = get_state (self, &reason);
  g_assert_cmpint (state, ==, item->state);
  g_assert_cmpint (act_abilities_get (sender.abilities, ability), ==, item->ability);
  if (state == ACT_OUTBOX_REFUSED || state == ACT_OUTBOX_UNSUPPORTED)
    g_assert_nonnull (reason);

  left = list (self);
  if (left->len == 0)
    return;

  act_store_discard_change_async (self->store, ((ActChange *) g_ptr_array_index (left, 0))->id, NULL, outcome_cb,
                                  &discarded);
  outcome_await (&discarded, NULL);
  act_store_discard_change_finish (self->store, discarded.result, &error);
  g_assert_no_error (error);
}

static void
test_mapping (ScriptedFixture *self,
              gconstpointer    unused)
{
  static const Case cases[] = {
    { "made", { { 200, NONE }, { 200, MADE } }, "LC", ACT_OUTBOX_DONE, ACT_N_API_ERRORS, ACT_ABILITY_STATE_WORKS },
    { "there before", { { 200, ONE } }, "L", ACT_OUTBOX_DONE, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "wrong", { { 200, NONE }, { 400, "{\"message\":\"No such record\"}" } }, "LC", ACT_OUTBOX_REFUSED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "conflict", { { 200, NONE }, { 409 } }, "LC", ACT_OUTBOX_REFUSED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "forbidden", { { 200, NONE }, { 403 }, { 403 } }, "LCC", ACT_OUTBOX_REFUSED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_FORBIDDEN },
    { "no such call", { { 200, NONE }, { 405 } }, "LC", ACT_OUTBOX_UNSUPPORTED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_MISSING },
    { "not to be read", { { 403 } }, "L", ACT_OUTBOX_REFUSED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "sign-in page", { { 302 } }, "L", ACT_OUTBOX_READY, ACT_API_ERROR_NOT_JSON, ACT_ABILITY_STATE_UNKNOWN },
    { "lost and made", { { 200, NONE }, { CUT }, { 200, ONE } }, "LCL", ACT_OUTBOX_DONE, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "503 and made", { { 200, NONE }, { 503 }, { 200, ONE } }, "LCL", ACT_OUTBOX_DONE, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "lost and not made", { { 200, NONE }, { CUT }, { 200, NONE }, { 200, NONE }, { 200, MADE } }, "LCLLC", ACT_OUTBOX_DONE, ACT_N_API_ERRORS, ACT_ABILITY_STATE_WORKS },
    { "lost twice", { { 200, NONE }, { CUT }, { 200, NONE }, { 200, NONE }, { 503 }, { 200, NONE } }, "LCLLCL", ACT_OUTBOX_REFUSED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "lost and unclear", { { 200, NONE }, { 503 }, { 302 } }, "LCL", ACT_OUTBOX_UNKNOWN, ACT_API_ERROR_NOT_JSON, ACT_ABILITY_STATE_UNKNOWN },
    { "lost and twice there", { { 200, NONE }, { 503 }, { 200, TWO } }, "LCL", ACT_OUTBOX_DONE, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    run_case (self, &cases[i], ACT_OUTBOX_CREATE_MAPPING);
}

static void
test_enable (ScriptedFixture *self,
             gconstpointer    unused)
{
  static const Case cases[] = {
    { "enabled", { { 200, DISABLED }, { 200, ENABLED }, { 200, ENABLED } }, "RER", ACT_OUTBOX_DONE, ACT_N_API_ERRORS, ACT_ABILITY_STATE_WORKS },
    { "enabled before", { { 200, ENABLED } }, "R", ACT_OUTBOX_DONE, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "changed", { { 200, CHANGED } }, "R", ACT_OUTBOX_REFUSED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "gone", { { 404 } }, "R", ACT_OUTBOX_REFUSED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "sign-in page", { { 302 } }, "R", ACT_OUTBOX_READY, ACT_API_ERROR_NOT_JSON, ACT_ABILITY_STATE_UNKNOWN },
    { "forbidden", { { 200, DISABLED }, { 403 }, { 403 } }, "REE", ACT_OUTBOX_REFUSED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_FORBIDDEN },
    { "no such call", { { 200, DISABLED }, { 404 } }, "RE", ACT_OUTBOX_UNSUPPORTED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_MISSING },
    { "wrong", { { 200, DISABLED }, { 400 } }, "RE", ACT_OUTBOX_REFUSED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "lost and enabled", { { 200, DISABLED }, { CUT }, { 200, ENABLED } }, "RER", ACT_OUTBOX_DONE, ACT_N_API_ERRORS, ACT_ABILITY_STATE_UNKNOWN },
    { "lost and disabled", { { 200, DISABLED }, { CUT }, { 200, DISABLED } }, "RER", ACT_OUTBOX_READY, ACT_API_ERROR_UNCERTAIN, ACT_ABILITY_STATE_UNKNOWN },
    { "still disabled", { { 200, DISABLED }, { 200, DISABLED }, { 200, DISABLED } }, "RER", ACT_OUTBOX_REFUSED, ACT_N_API_ERRORS, ACT_ABILITY_STATE_WORKS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    run_case (self, &cases[i], ACT_OUTBOX_ENABLE);
}

/* A server gets its time before anything is sent again. */
static void
test_patience (ScriptedFixture *self,
               gconstpointer    unused)
{
  static const Answer lost[] = { { 200, NONE }, { 503 }, { 200, NONE }, { END } };
  static const Answer found[] = { { 200, ONE }, { END } };
  g_auto (Sender) sender = { 0 };
  g_autofree char *calls = NULL;

  sender_set_up (&sender, self);
  act_change_push_set_patience (sender.push, HOUR_MS);
  add_mapping (self);
  script (self, lost);
  run (self, &sender, ACT_N_API_ERRORS);
  g_assert_cmpint (get_state (self, NULL), ==, ACT_OUTBOX_UNKNOWN);
  g_assert_cmpint (act_change_push_get_wait (sender.push), >, 0);
  g_assert_cmpint (act_change_push_get_wait (sender.push), <=, HOUR_MS);

  script (self, found);
  run (self, &sender, ACT_N_API_ERRORS);
  g_assert_cmpint (get_state (self, NULL), ==, ACT_OUTBOX_DONE);
  g_assert_cmpint (act_change_push_get_wait (sender.push), ==, 0);
  calls = dup_calls (self, 0);
  g_assert_cmpstr (calls, ==, "LCLL");
}

/* Two of the same are told of, as long as the user has not seen it. */
static void
test_twice (ScriptedFixture *self,
            gconstpointer    unused)
{
  static const Answer answers[] = { { 200, NONE }, { 503 }, { 200, TWO }, { END } };
  g_auto (Sender) sender = { 0 };
  g_autoptr (GPtrArray) changes = NULL;
  const ActChange *change = NULL;

  sender_set_up (&sender, self);
  add_mapping (self);
  script (self, answers);
  run (self, &sender, ACT_N_API_ERRORS);
  changes = list (self);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->state, ==, ACT_OUTBOX_DONE);
  g_assert_cmpstr (change->reason, ==, ACT_CHANGE_REASON_TWICE);
}

static void
test_changed_meanwhile (ScriptedFixture *self,
                        gconstpointer    unused)
{
  static const Answer answers[] = { { 200, CHANGED }, { END } };
  g_auto (Sender) sender = { 0 };
  g_autofree char *reason = NULL;

  sender_set_up (&sender, self);
  add (self, ACT_OUTBOX_ENABLE, "c1", DISABLED);
  script (self, answers);
  run (self, &sender, ACT_N_API_ERRORS);
  g_assert_cmpint (get_state (self, &reason), ==, ACT_OUTBOX_REFUSED);
  g_assert_cmpstr (reason, ==, ACT_CHANGE_REASON_CHANGED);
}

/* A dialog makes the same just now. */
static void
test_busy (ScriptedFixture *self,
           gconstpointer    unused)
{
  static const Answer answers[] = { { 200, NONE }, { 200, MADE }, { 200, ENABLED }, { END } };
  g_auto (Sender) sender = { 0 };
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_from_json (MAPPING, NULL);
  char            *whats[] = { act_once_describe_mapping (mapping), act_once_describe_configuration ("c1") };
  g_autofree char *calls = NULL;

  sender_set_up (&sender, self);
  add_mapping (self);
  add (self, ACT_OUTBOX_ENABLE, "c1", DISABLED);
  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    g_assert_true (act_once_begin (sender.once, whats[i]));
  run (self, &sender, ACT_N_API_ERRORS);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 0);
  g_assert_cmpint (act_change_push_get_wait (sender.push), >, 0);

  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    act_once_end (sender.once, whats[i]);
  script (self, answers);
  run (self, &sender, ACT_N_API_ERRORS);
  calls = dup_calls (self, 0);
  g_assert_cmpstr (calls, ==, "LCR");
  g_assert_cmpint (get_state (self, NULL), ==, ACT_OUTBOX_DONE);

  /* Nothing is under way any more. */
  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    {
      g_assert_true (act_once_begin (sender.once, whats[i]));
      g_free (whats[i]);
    }
}

/* One after the other, and what is refused holds up nobody. */
static void
test_order (ScriptedFixture *self,
            gconstpointer    unused)
{
  static const Answer answers[] = { { 200, NONE }, { 400 }, { 200, DISABLED }, { 200, ENABLED }, { 200, ENABLED }, { END } };
  g_auto (Sender) sender = { 0 };
  g_autofree char *calls = NULL;

  sender_set_up (&sender, self);
  add_mapping (self);
  add (self, ACT_OUTBOX_ENABLE, "c1", DISABLED);
  script (self, answers);
  run (self, &sender, ACT_N_API_ERRORS);
  calls = dup_calls (self, 0);
  g_assert_cmpstr (calls, ==, "LCRER");
  g_assert_cmpint (get_state (self, NULL), ==, ACT_OUTBOX_REFUSED);
}

/* The key fails for all of them, so the others are not tried. */
static void
test_sign_in (ScriptedFixture *self,
              gconstpointer    unused)
{
  g_auto (Sender) sender = { 0 };
  g_autoptr (GPtrArray) changes = NULL;

  sender_set_up (&sender, self);
  add_mapping (self);
  add (self, ACT_OUTBOX_ENABLE, "c1", DISABLED);
  scripted_server_answer_token (self->api.server, 401, "{}");
  run (self, &sender, ACT_API_ERROR_TOKEN_REFUSED);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 0);
  changes = list (self);
  g_assert_cmpint (((ActChange *) g_ptr_array_index (changes, 0))->state, ==, ACT_OUTBOX_WAITING_FOR_SIGN_IN);
  g_assert_cmpuint (((ActChange *) g_ptr_array_index (changes, 0))->attempts, ==, 0);
  g_assert_cmpint (((ActChange *) g_ptr_array_index (changes, 1))->state, ==, ACT_OUTBOX_READY);
}

static void
test_unreadable (ScriptedFixture *self,
                 gconstpointer    unused)
{
  g_auto (Sender) sender = { 0 };
  g_autoptr (GPtrArray) changes = NULL;

  sender_set_up (&sender, self);
  add (self, ACT_OUTBOX_CREATE_MAPPING, "no json", "{");
  add (self, ACT_OUTBOX_CREATE_MAPPING, "half a mapping", "{\"m3terEntity\":\"Account\"}");
  add (self, ACT_OUTBOX_ENABLE, "nothing", NULL);
  run (self, &sender, ACT_N_API_ERRORS);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 0);
  changes = list (self);
  g_assert_cmpuint (changes->len, ==, 3);
  for (guint i = 0; i < changes->len; i++)
    g_assert_cmpint (((ActChange *) g_ptr_array_index (changes, i))->state, ==, ACT_OUTBOX_REFUSED);
}

/* What was made can be shown offline. */
static void
test_kept (ScriptedFixture *self,
           gconstpointer    unused)
{
  static const Answer answers[] = { { 200, NONE }, { 200, MADE }, { END } };
  g_auto (Sender) sender = { 0 };
  g_autoptr (ActResource) kept = NULL;
  g_autofree char *group = act_resource_make_group ("Account", "a1");

  sender_set_up (&sender, self);
  add_mapping (self);
  script (self, answers);
  run (self, &sender, ACT_N_API_ERRORS);
  while (kept == NULL)
    {
      g_auto (Outcome) outcome = { 0 };

      act_store_read_resource_async (self->store, ACT_RESOURCE_MAPPING, "m1", NULL, outcome_cb, &outcome);
      outcome_await (&outcome, NULL);
      kept = act_store_read_resource_finish (self->store, outcome.result, NULL);
    }
  g_assert_cmpstr (kept->group, ==, group);
  g_assert_nonnull (strstr (kept->json, "\"externalId\":\"x1\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SCRIPTED_FIXTURE_ADD ("/sync/change-push/mapping", test_mapping);
  SCRIPTED_FIXTURE_ADD ("/sync/change-push/enable", test_enable);
  SCRIPTED_FIXTURE_ADD ("/sync/change-push/patience", test_patience);
  SCRIPTED_FIXTURE_ADD ("/sync/change-push/twice", test_twice);
  SCRIPTED_FIXTURE_ADD ("/sync/change-push/changed-meanwhile", test_changed_meanwhile);
  SCRIPTED_FIXTURE_ADD ("/sync/change-push/busy", test_busy);
  SCRIPTED_FIXTURE_ADD ("/sync/change-push/order", test_order);
  SCRIPTED_FIXTURE_ADD ("/sync/change-push/sign-in", test_sign_in);
  SCRIPTED_FIXTURE_ADD ("/sync/change-push/unreadable", test_unreadable);
  SCRIPTED_FIXTURE_ADD ("/sync/change-push/kept", test_kept);

  return g_test_run ();
}
