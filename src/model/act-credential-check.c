/* What stands against the values of a new credential
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-check.h"

static gboolean
is_blank (const char *value)
{
  for (const char *c = value; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!g_unichar_isspace (g_utf8_get_char (c)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_control (const char *value)
{
  for (const char *c = value; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (c)))
        return TRUE;
    }

  return FALSE;
}

/**
 * act_credential_check_value:
 * @value: what was entered, valid UTF-8; no copy of it is made
 * @required: whether it must be filled in
 *
 * Checks a value before it is sent. Any thread.
 *
 * Returns: what stands against it
 */
ActCredentialProblem
act_credential_check_value (const char *value,
                            gboolean    required)
{
  g_return_val_if_fail (value != NULL, ACT_CREDENTIAL_PROBLEM_MISSING);

  if (has_control (value))
    return ACT_CREDENTIAL_PROBLEM_CONTROL;
  if (required && is_blank (value))
    return ACT_CREDENTIAL_PROBLEM_MISSING;

  return ACT_CREDENTIAL_PROBLEM_NONE;
}
