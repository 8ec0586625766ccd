/* How the messages of each profile begin
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ActStoreBeginning:
 * @profile: a profile
 * @text: (nullable): what its messages begin with, in small letters; %NULL if it has none
 * @is_whole: whether this is all of them
 * @group: the profiles whose messages come between each other have one group; groups come in the
 *   order of their numbers
 * @common: how many bytes all messages of the group have in common
 *
 * What a shape tells of the order of messages.
 */
typedef struct
{
  gint64   profile;
  char    *text;
  gboolean is_whole;
  guint    group;
  gsize    common;
} ActStoreBeginning;

GArray *act_store_beginnings_read (ActStoreDatabase  *database,
                                   GError           **error);

G_END_DECLS
