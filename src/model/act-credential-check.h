/* What stands against the values of a new credential
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-credential-type.h"

G_BEGIN_DECLS

/**
 * ActCredentialProblem:
 * @ACT_CREDENTIAL_PROBLEM_NONE: nothing
 * @ACT_CREDENTIAL_PROBLEM_MISSING: it is needed and not there
 * @ACT_CREDENTIAL_PROBLEM_CONTROL: it has a line break or another control character, as what was
 *   copied from somewhere often has
 *
 * What stands against one value, as far as it can be told without the server.
 */
typedef enum
{
  ACT_CREDENTIAL_PROBLEM_NONE,
  ACT_CREDENTIAL_PROBLEM_MISSING,
  ACT_CREDENTIAL_PROBLEM_CONTROL,
} ActCredentialProblem;

ActCredentialProblem act_credential_check_value (const char *value,
                                                 gboolean    required);

G_END_DECLS
