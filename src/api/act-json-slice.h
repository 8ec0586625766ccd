/* JSON text cut out of JSON text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActJsonMember:
 * @key: its name as it is written, with its quotation marks
 * @value: its value as it is written
 */
typedef struct
{
  char *key;
  char *value;
} ActJsonMember;

GPtrArray *act_json_slice_array   (const char    *text,
                                   const char    *member);
GPtrArray *act_json_slice_members (const char    *text);
void       act_json_member_free   (ActJsonMember *self);

G_END_DECLS
