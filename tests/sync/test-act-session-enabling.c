/* Configurations enabled on a simulated server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-session-abilities.h"
#include "act-session-configurations.h"
#include "session-fixture.h"

static ActIntegrationConfiguration *
enable (Fixture    *self,
        const char *id,
        gboolean   *was_enabled,
        GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_enable_configuration_async (self->session, id, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_enable_configuration_finish (self->session, result, was_enabled, error);
}

static void
test_enable (Fixture      *self,
             gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autoptr (ActIntegrationConfiguration) enabled = NULL;
  g_autoptr (ActIntegrationConfiguration) again = NULL;
  gboolean was_enabled = TRUE;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "Usage alerts");
  g_assert_false (before->enabled);
  enabled = enable (self, before->id, &was_enabled, &error);
  g_assert_no_error (error);
  g_assert_true (enabled->enabled);
  g_assert_false (was_enabled);
  fixture_check_changes (self, "POST", 1);
  g_assert_cmpint (act_session_get_ability (self->session, ACT_ABILITY_ENABLE), ==,
                   ACT_ABILITY_STATE_WORKS);

  again = enable (self, before->id, &was_enabled, &error);
  g_assert_no_error (error);
  g_assert_true (again->enabled);
  g_assert_true (was_enabled);
  fixture_check_changes (self, NULL, 1);
}

static void
test_enable_lost (Fixture      *self,
                  gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autoptr (ActIntegrationConfiguration) enabled = NULL;
  gboolean was_enabled = TRUE;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "Usage alerts");
  fixture_set_fault (self, "lost-write", 1);
  enabled = enable (self, before->id, &was_enabled, &error);
  g_assert_no_error (error);
  g_assert_true (enabled->enabled);
  g_assert_false (was_enabled);
  fixture_check_changes (self, "POST", 1);
}

static void
test_enable_failed (Fixture      *self,
                    gconstpointer unused)
{
  static const struct
  {
    const char     *fault;
    ActApiError     code;
    ActAbilityState state;
  } samples[] = {
    { "write-503", ACT_API_ERROR_SERVER, ACT_ABILITY_STATE_UNKNOWN },
    { "write-400", ACT_API_ERROR_BAD_REQUEST, ACT_ABILITY_STATE_UNKNOWN },
    { "write-403", ACT_API_ERROR_FORBIDDEN, ACT_ABILITY_STATE_FORBIDDEN },
    { "write-404", ACT_API_ERROR_NOT_FOUND, ACT_ABILITY_STATE_MISSING },
    { "write-501", ACT_API_ERROR_NOT_ALLOWED, ACT_ABILITY_STATE_MISSING },
  };
  g_autoptr (ActIntegrationConfiguration) before = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "Usage alerts");
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      act_session_check_ability_again (self->session, ACT_ABILITY_ENABLE);
      fixture_set_fault (self, samples[i].fault, 1);
      g_assert_null (enable (self, before->id, NULL, &error));
      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
      g_assert_cmpint (act_session_get_ability (self->session, ACT_ABILITY_ENABLE), ==,
                       samples[i].state);
      fixture_set_fault (self, samples[i].fault, 0);
    }
  fixture_check_changes (self, NULL, 0);
}

/* The configuration is read, the call is lost, and the second look finds nothing. */
static void
test_enable_uncertain (Fixture      *self,
                       gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "Usage alerts");
  fixture_set_fault (self, "lost-write", 1);
  fixture_set_fault (self, "status-404", 3);
  g_assert_null (enable (self, before->id, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
  fixture_check_changes (self, "POST", 1);
}

static void
test_enable_twice_at_once (Fixture      *self,
                           gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autoptr (ActIntegrationConfiguration) enabled = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "Usage alerts");
  act_session_enable_configuration_async (self->session, before->id, NULL, keep_result_cb, &first);
  act_session_enable_configuration_async (self->session, before->id, NULL, keep_result_cb, &second);
  wait_until (first != NULL && second != NULL);
  g_assert_null (act_session_enable_configuration_finish (self->session, second, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&error);
  enabled = act_session_enable_configuration_finish (self->session, first, NULL, &error);
  g_assert_no_error (error);
  fixture_check_changes (self, "POST", 1);
}

#define ADD(name, function)                                                       \
  g_test_add ("/session-enabling/" name, Fixture, NULL, fixture_set_up, function, \
              fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("enable", test_enable);
  ADD ("lost", test_enable_lost);
  ADD ("failed", test_enable_failed);
  ADD ("uncertain", test_enable_uncertain);
  ADD ("twice-at-once", test_enable_twice_at_once);

  return g_test_run ();
}
