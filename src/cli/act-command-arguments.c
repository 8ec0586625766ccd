/* What the command line of a command says
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-command-arguments.h"

#include "act-search-text.h"
#include "act-time-text.h"
#include "act-time.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/**
 * act_command_arguments_clear:
 * @self: arguments
 *
 * Frees what they hold.
 */
void
act_command_arguments_clear (ActCommandArguments *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->base_url, g_free);
  g_clear_pointer (&self->connection, g_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->words, g_strfreev);
}

static void
add_entry (GOptionContext    *context,
           const GOptionEntry entry)
{
  const GOptionEntry entries[] = { entry, { NULL } };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
add_own_entries (GOptionContext      *context,
                 ActCommandArguments *self,
                 ActCommandOptions    options)
{
  if (options & ACT_COMMAND_HAS_SEARCH)
    add_entry (context, (GOptionEntry){ "search", 0, 0, G_OPTION_ARG_STRING, &self->search,
                                        N_ ("Only events that this search finds, as in the window"),
                                        N_ ("QUERY") });
  if (options & ACT_COMMAND_HAS_ACTIONED)
    add_entry (context, (GOptionEntry){ "include-actioned", 0, 0, G_OPTION_ARG_NONE,
                                        &self->include_actioned, N_ ("Actioned events too"), NULL });
  if (options & ACT_COMMAND_HAS_JSON)
    add_entry (context, (GOptionEntry){ "json", 0, 0, G_OPTION_ARG_NONE, &self->json,
                                        N_ ("Print one JSON object a line"), NULL });
  if (options & ACT_COMMAND_HAS_FORMAT)
    add_entry (context, (GOptionEntry){ "format", 0, 0, G_OPTION_ARG_STRING, &self->format,
                                        N_ ("How the file is written: csv or json"),
                                        N_ ("FORMAT") });
  if (options & ACT_COMMAND_HAS_YES)
    add_entry (context, (GOptionEntry){ "yes", 0, 0, G_OPTION_ARG_NONE, &self->yes,
                                        N_ ("Do not ask"), NULL });
}

/**
 * act_command_arguments_create_context:
 * @self: where to put what is parsed
 * @words: (nullable): how the words that are no options are called
 * @options: which options there are beside those of every command
 *
 * Returns: (transfer full): what parses a command line
 */
GOptionContext *
act_command_arguments_create_context (ActCommandArguments *self,
                                      const char          *words,
                                      ActCommandOptions    options)
{
  GOptionContext    *context = g_option_context_new (words);
  const GOptionEntry entries[] = {
    { "connection", 0, 0, G_OPTION_ARG_STRING, &self->connection,
      N_ ("The connection to work on, by name or id"), N_ ("NAME") },
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &self->base_url,
      N_ ("The server to speak to, instead of ACTIONED_BASE_URL"), N_ ("URL") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &self->demo,
      N_ ("Work on the built-in demo, which needs no network"), NULL },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &self->verbose,
      N_ ("Print each request on standard error"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->words, NULL, NULL },
    { NULL },
  };

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  add_own_entries (context, self, options);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return context;
}

/**
 * act_command_arguments_count_words:
 * @self: arguments
 *
 * Returns: how many words are no options
 */
guint
act_command_arguments_count_words (const ActCommandArguments *self)
{
  return self->words != NULL ? g_strv_length (self->words) : 0;
}

/* The zone whose days are meant is the one that the window shows, if that was ever set up. */
static GTimeZone *
get_zone (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, ACT_APPLICATION_ID, TRUE);
  if (schema != NULL && g_settings_schema_has_key (schema, "time-zone"))
    {
      settings = g_settings_new_full (schema, NULL, NULL);
      act_time_text_set_utc (g_settings_get_enum (settings, "time-zone") == 1);
    }

  return act_time_text_get_zone ();
}

/**
 * act_command_arguments_create_query:
 * @self: arguments
 * @complaint: (out) (transfer full): return location for what is wrong with the search
 *
 * Makes a query of what is searched for.
 *
 * Returns: (transfer full) (nullable): the query
 */
ActQuery *
act_command_arguments_create_query (const ActCommandArguments *self,
                                    char                     **complaint)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GTimeZone) zone = get_zone ();
  g_autoptr (ActSearch) search = act_search_parse (self->search);

  *complaint = act_search_text_problems (search);
  if (*complaint != NULL)
    return NULL;

  query->include_actioned = self->include_actioned;
  if (!act_search_is_empty (search))
    query->search = act_search_resolve (search, act_time_now (), zone);

  return g_steal_pointer (&query);
}
