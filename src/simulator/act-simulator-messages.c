/* The errors that can happen in the simulator's world, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-messages.h"

#include <string.h>

#define VALIDATION     ACT_SIMULATOR_KIND_VALIDATION
#define MAPPING        ACT_SIMULATOR_KIND_MAPPING
#define AUTHENTICATION ACT_SIMULATOR_KIND_AUTHENTICATION
#define PERFORM        ACT_SIMULATOR_KIND_PERFORM
#define DISABLED       ACT_SIMULATOR_KIND_DISABLED
#define ANY            ACT_SIMULATOR_WHO_ANY
#define THREE          ACT_SIMULATOR_WHO_THREE
#define UNMAPPED       ACT_SIMULATOR_WHO_UNMAPPED

/* The configurations are, in order: Chargebee invoices, Chargebee invoices (EU), NetSuite invoices,
 * NetSuite customers, Salesforce accounts, Usage alerts. */
const ActSimulatorMessage act_simulator_messages[] = {
  { VALIDATION, 0, 6, THREE, "ERROR", TRUE,
    "Chargebee did not accept {bill} for \"{account}\": the custom field \"cf_cost_centre\" is required and has no value. "
    "Add \"cf_cost_centre\" to the account's custom fields, then run the integration again." },
  { VALIDATION, 0, 2, ANY, "ERROR", TRUE,
    "Chargebee did not accept {bill} for \"{account}\": the currency {currency} is not enabled on this site. "
    "Enable the currency in Chargebee under Settings, or correct the currency of the account, then run the integration again." },
  { VALIDATION, 0, 2, ANY, "ERROR", TRUE,
    "{bill} for \"{account}\" cannot be sent to Chargebee. Line 4 (\"API calls, tier 3\") has a quantity of 0.0000004, which Chargebee rounds to nothing; "
    "line 7 (\"Storage\") has no description, and Chargebee needs one for each line; and the billing address has no country, so that no tax can be worked out. "
    "Round or merge the small quantity, describe the line in the pricing plan, complete the address of the account, and then run the integration again. "
    "Other bills for this account will be refused for the same reasons until the address is complete." },
  { VALIDATION, 1, 2, ANY, "ERROR", TRUE,
    "Chargebee did not accept {bill} for \"{account}\": the VAT number \"{code}\" is not valid in the country of the billing address. "
    "Correct the VAT number or the country on the account, then run the integration again." },
  { VALIDATION, 2, 3, ANY, "ERROR", TRUE,
    "NetSuite does not know the item \"{code}-USAGE\", which {bill} for \"{account}\" has. "
    "Create the item in NetSuite, or map the product to one that exists, then run the integration again." },
  { VALIDATION, 2, 2, ANY, "ERROR", TRUE,
    "The subsidiary of \"{account}\" is inactive in NetSuite, so {bill} over {amount} was not created. "
    "Make the subsidiary active, or move the customer to another one, then run the integration again." },
  { VALIDATION, 4, 2, ANY, "ERROR", TRUE,
    "Salesforce did not accept \"{account}\": the billing state \"n/a\" is not in the list of states (FIELD_INTEGRITY_EXCEPTION). "
    "Correct the region in the account's address, then run the integration again." },

  { MAPPING, 0, 5, UNMAPPED, "ERROR", TRUE,
    "\"{account}\" has no external mapping to a Chargebee customer, so {bill} was not sent. "
    "Create an external mapping from this account to its customer in Chargebee, then run the integration again." },
  { MAPPING, 1, 2, UNMAPPED, "ERROR", TRUE,
    "\"{account}\" has no external mapping to a customer of the Chargebee site for the EU, so {bill} was not sent. "
    "Create an external mapping from this account to its customer in Chargebee, then run the integration again." },
  { MAPPING, 2, 3, UNMAPPED, "ERROR", TRUE,
    "No NetSuite customer is mapped to \"{account}\" ({code}); {bill} over {amount} waits. "
    "Create an external mapping from this account to its customer in NetSuite, then run the integration again." },
  { MAPPING, 4, 3, UNMAPPED, "ERROR", TRUE,
    "No Salesforce account is mapped to \"{account}\" ({code}). "
    "Create an external mapping from this account to its account in Salesforce, then run the integration again." },

  { AUTHENTICATION, 2, 4, ANY, "AUTH_FAILED", FALSE,
    "NetSuite refused to sign in \"{integration}\": the certificate of the integration record has expired (INVALID_LOGIN_ATTEMPT). "
    "Upload a new certificate in NetSuite under Setup, Integration, OAuth 2.0 Client Credentials, make a new credential with its key id, and choose it for this integration." },
  { AUTHENTICATION, 3, 2, ANY, "AUTH_FAILED", FALSE,
    "NetSuite refused to sign in \"{integration}\": the role no longer has the permission to log in with access tokens. "
    "Ask a NetSuite administrator to give the role this permission, or choose a credential of another role." },
  { AUTHENTICATION, 0, 2, ANY, "AUTH_FAILED", FALSE,
    "Chargebee refused the API key of \"{integration}\" (api_authentication_failed). "
    "The key may have been replaced in Chargebee: make a credential with the new key and choose it for this integration." },
  { AUTHENTICATION, 4, 2, ANY, "AUTH_FAILED", FALSE,
    "Salesforce no longer accepts the consent of \"{integration}\" (invalid_grant: expired access/refresh token). "
    "Sign in to Salesforce again from the integration's page." },
  { AUTHENTICATION, 5, 1, ANY, "AUTH_FAILED", FALSE,
    "The webhook of \"{integration}\" answered 401 Unauthorized. "
    "Check that the receiver knows the key that requests are signed with, or make a new one." },

  { PERFORM, 0, 3, ANY, "ERROR", FALSE,
    "Chargebee answered 503 Service Unavailable to {bill} for \"{account}\", three times in 15 minutes. "
    "Look at Chargebee's status page, and run the integration again when it works." },
  { PERFORM, 0, 2, ANY, "INVOICE_ALREADY_PAID", TRUE,
    "The invoice for {bill} of \"{account}\" is already paid in Chargebee and can no longer be changed. "
    "Issue a credit note in Chargebee for the difference of {amount}, then mark this event as actioned." },
  { PERFORM, 2, 3, ANY, "ACCOUNTING_PERIOD_CLOSED", TRUE,
    "The accounting period {period} is closed in NetSuite, so {bill} for \"{account}\" was not posted. "
    "Ask Finance to open the period again, or move the date of the bill into an open one, then run the integration again." },
  { PERFORM, 2, 2, ANY, "TIMEOUT_LIMIT_EXCEEDED", FALSE,
    "NetSuite did not answer within 300 seconds while {bill} for \"{account}\" was being created, and the bill has 1,204 lines. "
    "First look in NetSuite whether the invoice exists after all, for a second run would create it again. "
    "If it does not, run the integration again outside office hours, or turn on grouping of lines in the integration's settings." },
  { PERFORM, 4, 2, ANY, "RATE_LIMIT_RETRY", FALSE,
    "Salesforce's limit of API requests for today is used up; \"{account}\" was not updated (REQUEST_LIMIT_EXCEEDED). "
    "Wait until tomorrow or buy more requests, then run the integration again." },
  { PERFORM, 5, 3, ANY, "ERROR", FALSE,
    "The webhook of \"{integration}\" answered 500 Internal Server Error to a notification of the usage of \"{account}\" ({code}). "
    "Ask those who run the receiver for the cause, then run the integration again." },

  { DISABLED, 5, 3, ANY, "DISABLED", FALSE,
    "\"{integration}\" was disabled after 10 errors in a row. The last of them: the webhook answered 500 Internal Server Error. "
    "Look at the earlier errors, put their cause right, and then enable the integration again." },
  { DISABLED, 3, 2, ANY, "DISABLED", FALSE,
    "\"{integration}\" was disabled after 10 errors in a row. The last of them: NetSuite refused to sign in. "
    "Choose a credential that works, and then enable the integration again." },
  { DISABLED, 1, 1, ANY, "DISABLED", FALSE,
    "\"{integration}\" was disabled after 10 errors in a row. The last of them: the VAT number of an account is not valid. "
    "Look at the earlier errors, put their cause right, and then enable the integration again." },
};

#undef VALIDATION
#undef MAPPING
#undef AUTHENTICATION
#undef PERFORM
#undef DISABLED
#undef ANY
#undef THREE
#undef UNMAPPED

static const char *const event_names[ACT_SIMULATOR_N_KINDS] = {
  [ACT_SIMULATOR_KIND_VALIDATION] = "integration.validation.error",
  [ACT_SIMULATOR_KIND_MAPPING] = "integration.missingaccountmapping.error",
  [ACT_SIMULATOR_KIND_AUTHENTICATION] = "integration.authentication.error",
  [ACT_SIMULATOR_KIND_PERFORM] = "integration.perform.error",
  [ACT_SIMULATOR_KIND_DISABLED] = "integration.disabled.error",
};

/**
 * act_simulator_get_n_messages:
 *
 * Returns: how many entries act_simulator_messages has
 */
guint
act_simulator_get_n_messages (void)
{
  return G_N_ELEMENTS (act_simulator_messages);
}

/**
 * act_simulator_get_event_name:
 * @kind: a kind of event
 *
 * Returns: its name, as the API writes it
 */
const char *
act_simulator_get_event_name (ActSimulatorKind kind)
{
  g_return_val_if_fail ((guint) kind < ACT_SIMULATOR_N_KINDS, NULL);

  return event_names[kind];
}

/**
 * act_simulator_pick_message:
 * @kind: a kind of event
 * @number: any number
 *
 * Picks a message of a kind by its weight.
 *
 * Returns: the index of the message
 */
guint
act_simulator_pick_message (ActSimulatorKind kind,
                            guint            number)
{
  guint total = 0;
  guint last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (act_simulator_messages); i++)
    {
      if (act_simulator_messages[i].kind == kind)
        total += act_simulator_messages[i].weight;
    }

  number %= MAX (total, 1);

  for (guint i = 0; i < G_N_ELEMENTS (act_simulator_messages); i++)
    {
      if (act_simulator_messages[i].kind != kind)
        continue;

      last = i;
      if (number < act_simulator_messages[i].weight)
        break;
      number -= act_simulator_messages[i].weight;
    }

  return last;
}

/**
 * act_simulator_find_message:
 * @kind: a kind of event
 * @configuration: the index of a configuration
 *
 * Finds what such an event of this configuration says, or else of any.
 *
 * Returns: the index of the message
 */
guint
act_simulator_find_message (ActSimulatorKind kind,
                            guint            configuration)
{
  for (guint i = 0; i < G_N_ELEMENTS (act_simulator_messages); i++)
    {
      if (act_simulator_messages[i].kind == kind && act_simulator_messages[i].configuration == configuration)
        return i;
    }

  return act_simulator_pick_message (kind, 0);
}

/**
 * act_simulator_fill_in:
 * @text: a text with names in braces
 * @words: (array zero-terminated=1): name, word, name, word, and so on
 *
 * Puts words in the place of names.
 *
 * Returns: (transfer full): the text with its words
 */
char *
act_simulator_fill_in (const char        *text,
                       const char *const *words)
{
  g_autoptr (GString) filled = g_string_new (text);

  for (guint i = 0; words[i] != NULL; i += 2)
    g_string_replace (filled, words[i], words[i + 1], 0);

  return g_string_free (g_steal_pointer (&filled), FALSE);
}
