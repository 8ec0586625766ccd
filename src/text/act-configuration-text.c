/* Integration configurations and credentials in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-configuration-text.h"

#include "act-credential-type.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define SETTING_PREFIX "configData."

typedef struct
{
  const char *member;
  const char *label;
} MemberRow;

/* The members of a configuration that people know by another name than the API's. */
static const MemberRow members[] = {
  { "name", N_ ("Name") },
  { "destination", N_ ("Destination") },
  { "destinationId", N_ ("Destination ID") },
  { "entityType", N_ ("Entity type") },
  { "entityId", N_ ("Entity ID") },
  { "integrationCredentialsId", N_ ("Credential") },
  { "enabled", N_ ("Enabled") },
  { "authorized", N_ ("Authorized") },
};

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* A JSON text that reads the same without its quotes. */
static gboolean
is_plain_text (const char *json)
{
  return g_str_has_prefix (json, "\"") && strlen (json) > 2 && strchr (json, '\\') == NULL;
}

/**
 * act_configuration_text_name:
 * @configuration: a configuration
 *
 * Names a configuration: by its name, or by what it joins, or by its id.
 *
 * Returns: (transfer full): the text, safe to show
 */
char *
act_configuration_text_name (const ActIntegrationConfiguration *configuration)
{
  g_autofree char *subject = NULL;

  g_return_val_if_fail (configuration != NULL, NULL);

  if (!is_empty (configuration->name))
    return act_safe_text_line (configuration->name);

  subject = act_configuration_text_subject (configuration);
  if (*subject != '\0')
    return g_steal_pointer (&subject);

  return act_safe_text_id (configuration->id);
}

/**
 * act_configuration_text_subject:
 * @configuration: a configuration
 *
 * Says what a configuration joins: the other system and the type of entity.
 *
 * Returns: (transfer full): the text, safe to show; empty when neither is known
 */
char *
act_configuration_text_subject (const ActIntegrationConfiguration *configuration)
{
  g_autofree char *destination = NULL;
  g_autofree char *entity_type = NULL;

  g_return_val_if_fail (configuration != NULL, NULL);

  if (!is_empty (configuration->destination))
    destination = act_safe_text_line (configuration->destination);
  if (!is_empty (configuration->entity_type))
    entity_type = act_safe_text_line (configuration->entity_type);

  if (destination == NULL || entity_type == NULL)
    return g_strconcat (destination != NULL ? destination : "", entity_type, NULL);

  return g_strjoin (" · ", destination, entity_type, NULL);
}

/**
 * act_configuration_text_enabled:
 * @configuration: a configuration
 *
 * Returns: whether it runs, in a word
 */
const char *
act_configuration_text_enabled (const ActIntegrationConfiguration *configuration)
{
  g_return_val_if_fail (configuration != NULL, NULL);

  return configuration->enabled ? C_ ("integration", "Enabled") : C_ ("integration", "Disabled");
}

/**
 * act_configuration_text_authorized:
 * @configuration: a configuration
 *
 * Returns: whether the other system accepts it, in a word or two
 */
const char *
act_configuration_text_authorized (const ActIntegrationConfiguration *configuration)
{
  g_return_val_if_fail (configuration != NULL, NULL);

  return configuration->authorized ? C_ ("integration", "Authorized")
                                   : C_ ("integration", "Not authorized");
}

/**
 * act_configuration_text_credential:
 * @credential: a credential
 *
 * Names a credential: by its name, or by its id.
 *
 * Returns: (transfer full): the text, safe to show
 */
char *
act_configuration_text_credential (const ActCredential *credential)
{
  g_return_val_if_fail (credential != NULL, NULL);

  return is_empty (credential->name) ? act_safe_text_id (credential->id)
                                     : act_safe_text_line (credential->name);
}

/**
 * act_configuration_text_type:
 * @type: (nullable): a type of credential, as the API writes it
 *
 * Returns: (transfer full) (nullable): what people call it, or the type itself, safe to show
 */
char *
act_configuration_text_type (const char *type)
{
  const char *label = act_credential_type_get_label (type);

  /* The one that no form can make. */
  if (g_strcmp0 (type, "OAUTH_CODE") == 0)
    return g_strdup (_ ("Consent in a browser"));
  if (label != NULL)
    return g_strdup (g_dgettext (NULL, label));

  return is_empty (type) ? NULL : act_safe_text_line (type);
}

/**
 * act_configuration_text_member:
 * @member: a member of a configuration, or of its settings after `configData.`
 *
 * Returns: (transfer full): what people call it, or the member itself, safe to show
 */
char *
act_configuration_text_member (const char *member)
{
  g_return_val_if_fail (member != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (g_str_equal (members[i].member, member))
        return g_strdup (_ (members[i].label));
    }

  if (g_str_has_prefix (member, SETTING_PREFIX) && member[strlen (SETTING_PREFIX)] != '\0')
    {
      g_autofree char *setting = act_safe_text_line (member + strlen (SETTING_PREFIX));

      /* Translators: %s is the name of a setting, as the server writes it */
      return g_strdup_printf (_ ("Setting “%s”"), setting);
    }

  return act_safe_text_line (member);
}

/**
 * act_configuration_text_value:
 * @json: (nullable): a value, JSON on one line
 *
 * Returns: (transfer full): the value for people who do not read JSON, safe to show
 */
char *
act_configuration_text_value (const char *json)
{
  if (is_empty (json) || g_str_equal (json, "null") || g_str_equal (json, "\"\""))
    /* Translators: what a setting is, of which there is none */
    return g_strdup (C_ ("value", "Nothing"));
  if (g_str_equal (json, "true"))
    return g_strdup (C_ ("value", "Yes"));
  if (g_str_equal (json, "false"))
    return g_strdup (C_ ("value", "No"));

  if (is_plain_text (json))
    {
      g_autofree char *text = g_strndup (json + 1, strlen (json) - 2);

      return act_safe_text_line (text);
    }

  return act_safe_text_line (json);
}

/**
 * act_configuration_text_finding:
 * @way: how a configuration was found
 *
 * Returns: (nullable): the way in words; %NULL when there is nothing to say
 */
const char *
act_configuration_text_finding (ActFindingWay way)
{
  switch (way)
    {
    case ACT_FINDING_NAMED:
      return _ ("Named by the event");

    case ACT_FINDING_MATCHED:
    case ACT_FINDING_LATEST_RUN:
      return _ ("The only integration that fits what the event names");

    case ACT_FINDING_CHOSEN:
      return _ ("Chosen by you");

    case ACT_FINDING_NONE:
    default:
      return NULL;
    }
}
