/* What things of an organisation are called, as the API writes it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-name-json.h"

#include "act-api-error.h"
#include "act-json.h"
#include "act-name.h"

#include <string.h>

#define EVENT_NAME_PREFIX "integration."

/* Each name is listed by calls of its own, so a server does not get to name thousands. */
#define MAX_EVENT_NAMES 100

static gpointer
read_event_names (JsonNode   *root,
                  const char *text,
                  GError    **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  JsonObject *object = act_json_get_root_object (root, error);
  JsonArray  *array = NULL;
  guint       n_names = 0;

  if (object == NULL || !act_json_find_array (object, "events", &array, error))
    return NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array) && n_names < MAX_EVENT_NAMES; i++)
    {
      g_autofree char *name = act_json_node_dup_text (json_array_get_element (array, i));

      if (name != NULL && g_str_has_prefix (name, EVENT_NAME_PREFIX))
        {
          g_strv_builder_add (names, name);
          n_names++;
        }
    }

  return g_strv_builder_end (names);
}

/* Returns %NULL for an account that has neither. */
static char *
read_account_name (JsonObject *object)
{
  char *name = act_json_dup_text (object, "name");

  return name != NULL ? name : act_json_dup_text (object, "code");
}

static gpointer
read_account_names (JsonNode   *root,
                    const char *text,
                    GError    **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  JsonObject *object = act_json_get_root_object (root, error);
  JsonArray  *array = NULL;

  if (object == NULL || !act_json_find_array (object, "data", &array, error))
    return NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject      *element = act_json_get_element (array, i);
      g_autofree char *id = element != NULL ? act_json_dup_text (element, "id") : NULL;
      g_autofree char *name = element != NULL ? read_account_name (element) : NULL;

      if (id != NULL && name != NULL)
        g_ptr_array_add (names, act_name_new (id, name));
    }

  return g_steal_pointer (&names);
}

static gpointer
read_account (JsonNode   *root,
              const char *text,
              GError    **error)
{
  JsonObject *object = act_json_get_root_object (root, error);
  char       *name = object != NULL ? read_account_name (object) : NULL;

  if (object != NULL && name == NULL)
    g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND, "the account has no name");

  return name;
}

/* Only the date of a time; anything else is none. */
static char *
read_date (JsonObject        *object,
           const char *const *members)
{
  for (gsize i = 0; members[i] != NULL; i++)
    {
      g_autofree char *text = act_json_dup_text (object, members[i]);

      if (text != NULL && g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T|$)", text, 0, 0))
        return g_strndup (text, strlen ("YYYY-MM-DD"));
    }

  return NULL;
}

static char *
read_dates (JsonObject *object)
{
  static const char *const starts[] = { "startDate", "startDateTimeUTC", "dtStart", NULL };
  static const char *const ends[] = { "endDate", "endDateTimeUTC", "dtEnd", NULL };
  static const char *const dates[] = { "billDate", "externalInvoiceDate", NULL };
  g_autofree char         *start = read_date (object, starts);
  g_autofree char         *end = read_date (object, ends);

  if (start != NULL && end != NULL)
    return g_strdup_printf ("%s – %s", start, end);

  return read_date (object, dates);
}

static gpointer
read_bill (JsonNode   *root,
           const char *text,
           GError    **error)
{
  JsonObject   *object = act_json_get_root_object (root, error);
  ActBillFacts *bill = NULL;

  if (object == NULL)
    return NULL;

  bill = g_new0 (ActBillFacts, 1);
  bill->account_id = act_json_dup_text (object, "accountId");
  bill->account_name = act_json_dup_text (object, "accountName");
  bill->account_code = act_json_dup_text (object, "accountCode");
  bill->dates = read_dates (object);

  return bill;
}

const ActJsonDecoder act_event_names_decoder = { read_event_names, (GDestroyNotify) g_strfreev };
const ActJsonDecoder act_account_names_decoder = { read_account_names, (GDestroyNotify) g_ptr_array_unref };
const ActJsonDecoder act_account_name_decoder = { read_account, g_free };
const ActJsonDecoder act_bill_facts_decoder = { read_bill, (GDestroyNotify) act_bill_facts_free };

/**
 * act_bill_facts_free:
 * @self: (transfer full) (nullable): facts
 */
void
act_bill_facts_free (ActBillFacts *self)
{
  if (self == NULL)
    return;

  g_free (self->account_id);
  g_free (self->account_name);
  g_free (self->account_code);
  g_free (self->dates);
  g_free (self);
}
