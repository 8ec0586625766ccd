/* What a thing of the organisation is called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActNameKind:
 * @ACT_NAME_INTEGRATION: an integration configuration's name
 * @ACT_NAME_ACCOUNT: an account's name
 * @ACT_NAME_BILL: what a bill is called: its account's name and its dates
 *
 * What the name belongs to. The values are stored and must not be renumbered.
 */
typedef enum
{
  ACT_NAME_INTEGRATION = 0,
  ACT_NAME_ACCOUNT = 1,
  ACT_NAME_BILL = 2,
} ActNameKind;

/**
 * ActName:
 * @id: the thing's id
 * @name: what it is called
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  char *id;
  char *name;
} ActName;

ActName *act_name_new  (const char *id,
                        const char *name);
void     act_name_free (ActName    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActName, act_name_free)

G_END_DECLS
