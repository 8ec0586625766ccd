/* Accounts and bills
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-accounts.h"

#include "act-simulator-random.h"

#define DAY_MS   G_GINT64_CONSTANT (86400000)
#define MAX_PAGE 100

/* Names that mean "example" in several languages and scripts, and plants that are no company's. */
static const char *const first_names[] = {
  "Quillwort Analytics",
  "Beispiel Möbelhäuser GmbH",
  "Bramblewick Foods Ltd",
  "架空商事株式会社",
  "Saltmarsh Paper Mill",
  "Ejemplo Peñasco S.A.",
  "Thistledown Freight",
  "شركة المثال للبرمجيات",
  "Marigold & Sons",
  "Příklad Účetní s.r.o.",
  "Dunlin Telemetry",
  "Exempel Ångström AB",
  "Puddleby Cloud Storage",
  "例え話電算サービス",
  "Foxglove Metering",
  "Przykład Żółw Sp. z o.o.",
  "Teasel Robotics",
  "Örnek Işık Yazılım",
  "Harebell Insurance",
  "Пример Логистика",
  "Lapwing Studios",
  "예시 상사",
  "Sorrel & Dock Utilities",
  "Exemple Œuvres Françaises SARL",
};

static const char *const plants[] = {
  "Agrimony",
  "Betony",
  "Campion",
  "Dittander",
  "Eyebright",
  "Fleabane",
  "Goosegrass",
  "Hawkbit",
  "Knapweed",
  "Lungwort",
  "Meadowsweet",
  "Navelwort",
  "Oxlip",
  "Pennywort",
  "Ragwort",
  "Saxifrage",
};
static const char *const trades[] = {
  "Payments",
  "Networks",
  "Bakeries",
  "Software",
  "Shipping",
  "Energy",
  "Media",
  "Diagnostics",
  "Tools",
  "Travel",
};
static const char *const currencies[] = { "USD", "EUR", "GBP", "USD", "SEK", "EUR", "USD", "JPY" };

static guint
get_cents (ActSimulatorWorld *world,
           guint              bill)
{
  return 1500 + act_simulator_random_below_at (world->seed, ACT_SIMULATOR_STREAM_BILL, bill, 4800000);
}

static JsonObject *
describe_account (ActSimulatorWorld *world,
                  guint              account)
{
  g_autofree char *id = act_simulator_account_dup_id (world, account);
  g_autofree char *name = act_simulator_account_dup_name (account);
  g_autofree char *code = act_simulator_account_dup_code (account);
  g_autofree char *email = g_strdup_printf ("billing-%u@example.com", 1001 + account);
  g_autofree char *street = g_strdup_printf ("%u Example Street", 1 + account);
  JsonObject      *json = json_object_new ();
  JsonObject      *address = json_object_new ();

  json_object_set_string_member (json, "id", id);
  json_object_set_int_member (json, "version", 1 + account % 5);
  json_object_set_string_member (json, "name", name);
  json_object_set_string_member (json, "code", code);
  json_object_set_string_member (json, "emailAddress", email);
  json_object_set_string_member (json, "currency", act_simulator_account_get_currency (account));
  json_object_set_string_member (address, "addressLine1", street);
  json_object_set_string_member (address, "locality", "Exampleton");
  json_object_set_object_member (json, "address", address);
  json_object_set_int_member (json, "daysBeforeBillDue", 30);
  json_object_set_object_member (json, "customFields", json_object_new ());
  act_simulator_world_add_audit (world, json, world->base_ms - 500 * DAY_MS, world->base_ms - (40 + account % 90) * DAY_MS);

  return json;
}

static JsonObject *
describe_bill (ActSimulatorWorld *world,
               guint              bill)
{
  guint            account = act_simulator_bill_get_account (world, bill);
  g_autofree char *id = act_simulator_bill_dup_id (world, bill);
  g_autofree char *account_id = act_simulator_account_dup_id (world, account);
  g_autofree char *code = act_simulator_account_dup_code (account);
  g_autofree char *name = act_simulator_bill_dup_name (bill);
  gint64           date = world->base_ms - (28 + (gint64) (bill % world->n_bills_each) * 30) * DAY_MS;
  g_autofree char *billed = act_simulator_format_time (date);
  g_autofree char *due = act_simulator_format_time (date + 30 * DAY_MS);
  JsonObject      *json = json_object_new ();

  billed[10] = '\0';
  due[10] = '\0';

  json_object_set_string_member (json, "id", id);
  json_object_set_int_member (json, "version", 2);
  json_object_set_string_member (json, "accountId", account_id);
  json_object_set_string_member (json, "accountCode", code);
  json_object_set_string_member (json, "externalInvoiceReference", name);
  json_object_set_string_member (json, "billDate", billed);
  json_object_set_string_member (json, "dueDate", due);
  json_object_set_string_member (json, "currencyCode", act_simulator_account_get_currency (account));
  json_object_set_double_member (json, "billTotal", get_cents (world, bill) / 100.0);
  json_object_set_string_member (json, "billingFrequency", "MONTHLY");
  json_object_set_string_member (json, "status", "APPROVED");
  json_object_set_boolean_member (json, "locked", TRUE);
  act_simulator_world_add_audit (world, json, date, date + DAY_MS);

  return json;
}

static gboolean
is_asked_for (GStrv       asked,
              const char *value)
{
  return *asked == NULL || g_strv_contains ((const char *const *) asked, value);
}

/**
 * act_simulator_account_dup_id:
 * @world: a world
 * @account: the index of an account
 *
 * Returns: (transfer full): its id
 */
char *
act_simulator_account_dup_id (ActSimulatorWorld *world,
                              guint              account)
{
  return act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_ACCOUNT, account);
}

/**
 * act_simulator_account_find:
 * @world: a world
 * @id: an id from anywhere
 * @account: (out): return location for the index of the account
 *
 * Returns: whether there is such an account
 */
gboolean
act_simulator_account_find (ActSimulatorWorld *world,
                            const char        *id,
                            guint             *account)
{
  guint32 index = 0;

  if (!act_simulator_find_index (world->seed, ACT_SIMULATOR_STREAM_ACCOUNT, id, &index) || index >= world->n_accounts)
    return FALSE;

  *account = index;

  return TRUE;
}

/**
 * act_simulator_account_dup_name:
 * @account: the index of an account
 *
 * Returns: (transfer full): its name
 */
char *
act_simulator_account_dup_name (guint account)
{
  guint rest = account - (guint) G_N_ELEMENTS (first_names);

  if (account < G_N_ELEMENTS (first_names))
    return g_strdup (first_names[account]);

  if (rest < G_N_ELEMENTS (plants) * G_N_ELEMENTS (trades))
    return g_strdup_printf ("%s %s", plants[rest % G_N_ELEMENTS (plants)],
                            trades[(rest / G_N_ELEMENTS (plants) + rest) % G_N_ELEMENTS (trades)]);

  return g_strdup_printf ("%s %s %u", plants[rest % G_N_ELEMENTS (plants)],
                          trades[(rest / G_N_ELEMENTS (plants)) % G_N_ELEMENTS (trades)],
                          rest / (guint) (G_N_ELEMENTS (plants) * G_N_ELEMENTS (trades)) + 1);
}

/**
 * act_simulator_account_dup_code:
 * @account: the index of an account
 *
 * Returns: (transfer full): its short code
 */
char *
act_simulator_account_dup_code (guint account)
{
  return g_strdup_printf ("AC-%04u", 1001 + account);
}

/**
 * act_simulator_account_get_currency:
 * @account: the index of an account
 *
 * Returns: the currency that it is billed in
 */
const char *
act_simulator_account_get_currency (guint account)
{
  return currencies[account % G_N_ELEMENTS (currencies)];
}

/**
 * act_simulator_bill_at:
 * @world: a world
 * @account: the index of an account
 * @number: any number
 *
 * Returns: the index of one of the account's bills
 */
guint
act_simulator_bill_at (ActSimulatorWorld *world,
                       guint              account,
                       guint64            number)
{
  return account * world->n_bills_each + (guint) (number % world->n_bills_each);
}

/**
 * act_simulator_bill_dup_id:
 * @world: a world
 * @bill: the index of a bill
 *
 * Returns: (transfer full): its id
 */
char *
act_simulator_bill_dup_id (ActSimulatorWorld *world,
                           guint              bill)
{
  return act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_BILL, bill);
}

/**
 * act_simulator_bill_find:
 * @world: a world
 * @id: an id from anywhere
 * @bill: (out): return location for the index of the bill
 *
 * Returns: whether there is such a bill
 */
gboolean
act_simulator_bill_find (ActSimulatorWorld *world,
                         const char        *id,
                         guint             *bill)
{
  guint32 index = 0;

  if (!act_simulator_find_index (world->seed, ACT_SIMULATOR_STREAM_BILL, id, &index) ||
      index >= world->n_accounts * world->n_bills_each)
    return FALSE;

  *bill = index;

  return TRUE;
}

/**
 * act_simulator_bill_get_account:
 * @world: a world
 * @bill: the index of a bill
 *
 * Returns: the index of the account that it is for
 */
guint
act_simulator_bill_get_account (ActSimulatorWorld *world,
                                guint              bill)
{
  return bill / world->n_bills_each;
}

/**
 * act_simulator_bill_dup_name:
 * @bill: the index of a bill
 *
 * Returns: (transfer full): what people call it
 */
char *
act_simulator_bill_dup_name (guint bill)
{
  return g_strdup_printf ("Bill %u", 104000 + bill);
}

/**
 * act_simulator_bill_dup_amount:
 * @world: a world
 * @bill: the index of a bill
 *
 * Returns: (transfer full): its amount and currency
 */
char *
act_simulator_bill_dup_amount (ActSimulatorWorld *world,
                               guint              bill)
{
  guint       cents = get_cents (world, bill);
  const char *currency = act_simulator_account_get_currency (act_simulator_bill_get_account (world, bill));

  if (cents >= 100000)
    return g_strdup_printf ("%u,%03u.%02u %s", cents / 100000, cents / 100 % 1000, cents % 100, currency);

  return g_strdup_printf ("%u.%02u %s", cents / 100, cents % 100, currency);
}

/**
 * act_simulator_accounts_list:
 * @call: a call
 *
 * Answers `GET accounts`.
 */
void
act_simulator_accounts_list (ActSimulatorCall *call)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_auto (GStrv) ids = act_simulator_call_dup_list (call, "ids");
  g_auto (GStrv) codes = act_simulator_call_dup_list (call, "codes");

  for (guint i = 0; i < call->world->n_accounts; i++)
    {
      g_autofree char *id = act_simulator_account_dup_id (call->world, i);
      g_autofree char *code = act_simulator_account_dup_code (i);

      if (is_asked_for (ids, id) && is_asked_for (codes, code))
        g_ptr_array_add (accounts, describe_account (call->world, i));
    }

  act_simulator_call_answer_page (call, accounts, MAX_PAGE);
}

/**
 * act_simulator_accounts_get:
 * @call: a call
 *
 * Answers `GET accounts/{id}`.
 */
void
act_simulator_accounts_get (ActSimulatorCall *call)
{
  guint account = 0;

  if (act_simulator_account_find (call->world, call->arguments[0], &account))
    act_simulator_call_answer_object (call, describe_account (call->world, account));
  else
    act_simulator_call_refuse (call, 404, "There is no account with this id.");
}

/**
 * act_simulator_bills_get:
 * @call: a call
 *
 * Answers `GET bills/{id}`.
 */
void
act_simulator_bills_get (ActSimulatorCall *call)
{
  guint bill = 0;

  if (act_simulator_bill_find (call->world, call->arguments[0], &bill))
    act_simulator_call_answer_object (call, describe_bill (call->world, bill));
  else
    act_simulator_call_refuse (call, 404, "There is no bill with this id.");
}
