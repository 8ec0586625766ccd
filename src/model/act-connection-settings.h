/* What can be set for a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActConnectionColour:
 *
 * What tells connections apart at a glance, beside their names. The nicks in `connections.ini` are the
 * names in lower case.
 */
typedef enum
{
  ACT_CONNECTION_COLOUR_BLUE,
  ACT_CONNECTION_COLOUR_GREEN,
  ACT_CONNECTION_COLOUR_YELLOW,
  ACT_CONNECTION_COLOUR_ORANGE,
  ACT_CONNECTION_COLOUR_RED,
  ACT_CONNECTION_COLOUR_PURPLE,
  ACT_CONNECTION_COLOUR_BROWN,
  ACT_CONNECTION_COLOUR_GREY,
} ActConnectionColour;

#define ACT_N_CONNECTION_COLOURS (ACT_CONNECTION_COLOUR_GREY + 1)

/**
 * ActConnectionSettings:
 * @name: (nullable): what the user calls it; the host's name if there is none
 * @base_url: the server; `https`, or `http` on loopback
 * @organisation_id: the organisation's id
 * @key_id: the id of the access key
 * @colour: a colour
 * @refresh_minutes: the minutes between refreshes, 0: only at the start and when asked
 * @request_ceiling: the most requests a second
 * @mark_method: the method of the call that marks events: PUT, POST or PATCH
 * @mark_path: its path after the base URL, with `{id}` and perhaps `{orgId}` in it
 * @console_address: (nullable): the address of the Console, `https`
 * @notify: whether new events are told of by notifications
 * @authority: (nullable): the certificate (PEM) of a private authority, which alone is trusted then
 *
 * Plain data, to be filled and turned into a connection, which checks it. It never holds a secret.
 */
typedef struct
{
  char               *name;
  char               *base_url;
  char               *organisation_id;
  char               *key_id;
  ActConnectionColour colour;
  guint               refresh_minutes;
  guint               request_ceiling;
  char               *mark_method;
  char               *mark_path;
  char               *console_address;
  gboolean            notify;
  char               *authority;
} ActConnectionSettings;

ActConnectionSettings *act_connection_settings_new  (void);
ActConnectionSettings *act_connection_settings_copy (const ActConnectionSettings *self);
void                   act_connection_settings_free (ActConnectionSettings       *self);

const char            *act_connection_colour_get_nick (ActConnectionColour  colour);
gboolean               act_connection_colour_from_nick (const char          *nick,
                                                        ActConnectionColour *colour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActConnectionSettings, act_connection_settings_free)

G_END_DECLS
