/* What the command line of a command says
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActCommandOptions:
 * @ACT_COMMAND_HAS_JSON: `--json`
 * @ACT_COMMAND_HAS_SEARCH: `--search`
 * @ACT_COMMAND_HAS_ACTIONED: `--include-actioned`
 * @ACT_COMMAND_HAS_YES: `--yes`
 * @ACT_COMMAND_HAS_FORMAT: `--format`
 *
 * Which options a command has beside those that all have.
 */
typedef enum
{
  ACT_COMMAND_HAS_JSON = 1 << 0,
  ACT_COMMAND_HAS_SEARCH = 1 << 1,
  ACT_COMMAND_HAS_ACTIONED = 1 << 2,
  ACT_COMMAND_HAS_YES = 1 << 3,
  ACT_COMMAND_HAS_FORMAT = 1 << 4,
} ActCommandOptions;

/**
 * ActCommandArguments:
 * @base_url: (nullable): the server to speak to
 * @connection: (nullable): the connection's name or id
 * @demo: whether to work on the demo
 * @verbose: whether each request is printed
 * @json: whether to print JSON
 * @search: (nullable): what is searched for
 * @include_actioned: whether actioned events are in it
 * @yes: whether not to ask
 * @format: (nullable): the format's name
 * @words: (nullable) (array zero-terminated=1): what is no option
 *
 * Plain data, which begins with zeroes.
 */
typedef struct
{
  char    *base_url;
  char    *connection;
  gboolean demo;
  gboolean verbose;
  gboolean json;
  char    *search;
  gboolean include_actioned;
  gboolean yes;
  char    *format;
  char   **words;
} ActCommandArguments;

void            act_command_arguments_clear          (ActCommandArguments       *self);
GOptionContext *act_command_arguments_create_context (ActCommandArguments       *self,
                                                      const char                *words,
                                                      ActCommandOptions          options);
guint           act_command_arguments_count_words    (const ActCommandArguments *self);
ActQuery       *act_command_arguments_create_query   (const ActCommandArguments *self,
                                                      char                     **complaint);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ActCommandArguments, act_command_arguments_clear)

G_END_DECLS
