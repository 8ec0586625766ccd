/* The words that tell what a number or a quoted text beside them is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-words.h"

#include <stdlib.h>
#include <string.h>

#define STATUS   ACT_CAUSE_WORD_STATUS
#define ANSWER   ACT_CAUSE_WORD_ANSWER
#define FAULT    ACT_CAUSE_WORD_FAULT
#define CODE     ACT_CAUSE_WORD_CODE
#define OF_CODE  ACT_CAUSE_WORD_OF_CODE
#define LINK     ACT_CAUSE_WORD_LINK
#define TEXT     ACT_CAUSE_WORD_TEXT
#define DOCUMENT ACT_CAUSE_WORD_DOCUMENT
#define PART     ACT_CAUSE_WORD_PART

typedef struct
{
  const char *word;
  guint       flags;
} Meaning;

/* Sorted, in lower case. */
static const Meaning meanings[] = {
  { "a", LINK | OF_CODE },
  { "ac", DOCUMENT },
  { "acc", DOCUMENT },
  { "acct", DOCUMENT },
  { "an", LINK },
  { "answer", ANSWER },
  { "answered", ANSWER | TEXT },
  { "answers", ANSWER | TEXT },
  { "argument", PART | TEXT },
  { "attribute", PART | TEXT },
  { "bill", DOCUMENT },
  { "cause", TEXT },
  { "cn", DOCUMENT },
  { "code", CODE },
  { "column", PART | TEXT },
  { "cus", DOCUMENT },
  { "cust", DOCUMENT },
  { "customer", DOCUMENT },
  { "description", TEXT },
  { "detail", TEXT },
  { "details", TEXT },
  { "doc", DOCUMENT },
  { "err", FAULT | OF_CODE | TEXT },
  { "errno", FAULT },
  { "error", FAULT | OF_CODE | TEXT },
  { "exception", FAULT | OF_CODE | TEXT },
  { "exit", OF_CODE },
  { "failure", OF_CODE | TEXT },
  { "fault", FAULT | OF_CODE | TEXT },
  { "field", PART | TEXT },
  { "fields", PART | TEXT },
  { "header", PART | TEXT },
  { "hresult", FAULT },
  { "http", STATUS | OF_CODE },
  { "https", STATUS },
  { "id", DOCUMENT },
  { "inv", DOCUMENT },
  { "invoice", DOCUMENT },
  { "is", LINK },
  { "item", DOCUMENT },
  { "line", DOCUMENT },
  { "message", TEXT },
  { "method", PART | TEXT },
  { "msg", TEXT },
  { "no", DOCUMENT },
  { "nr", DOCUMENT },
  { "of", LINK },
  { "ora", FAULT },
  { "ord", DOCUMENT },
  { "order", DOCUMENT },
  { "param", PART | TEXT },
  { "parameter", PART | TEXT },
  { "pay", DOCUMENT },
  { "permission", PART | TEXT },
  { "plan", DOCUMENT },
  { "po", DOCUMENT },
  { "prod", DOCUMENT },
  { "property", PART | TEXT },
  { "qty", DOCUMENT },
  { "reason", OF_CODE | TEXT },
  { "ref", DOCUMENT },
  { "replied", ANSWER | TEXT },
  { "responded", ANSWER | TEXT },
  { "response", STATUS | OF_CODE | TEXT },
  { "result", OF_CODE | TEXT },
  { "return", OF_CODE },
  { "returned", ANSWER | OF_CODE | TEXT },
  { "returns", ANSWER | TEXT },
  { "row", DOCUMENT },
  { "said", TEXT },
  { "says", TEXT },
  { "scope", PART | TEXT },
  { "sku", DOCUMENT },
  { "so", DOCUMENT },
  { "sqlcode", FAULT },
  { "sqlstate", FAULT },
  { "status", STATUS | OF_CODE | TEXT },
  { "sub", DOCUMENT },
  { "table", PART | TEXT },
  { "the", LINK },
  { "tier", DOCUMENT },
  { "tns", FAULT },
  { "txn", DOCUMENT },
  { "type", PART | TEXT },
  { "user", DOCUMENT },
  { "usr", DOCUMENT },
  { "was", LINK },
  { "with", LINK | OF_CODE },
};

#undef STATUS
#undef ANSWER
#undef FAULT
#undef CODE
#undef OF_CODE
#undef LINK
#undef TEXT
#undef DOCUMENT
#undef PART

/* Currencies, months, days of the week, parts of the day and time zones: beside a number they are a
 * part of it. Sorted. */
static const char *const joining[] = {
  "AED", "AFN", "ALL", "AM", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN",
  "Apr", "April", "Aug", "August",
  "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BST", "BTN", "BWP",
  "BYN", "BZD",
  "CAD", "CDF", "CEST", "CET", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK",
  "DJF", "DKK", "DOP", "DZD", "Dec", "December",
  "EDT", "EGP", "ERN", "EST", "ETB", "EUR",
  "FJD", "FKP", "Feb", "February", "Fri", "Friday",
  "GBP", "GEL", "GHS", "GIP", "GMD", "GMT", "GNF", "GTQ", "GYD",
  "HKD", "HNL", "HTG", "HUF",
  "IDR", "ILS", "INR", "IQD", "IRR", "ISK",
  "JMD", "JOD", "JPY", "Jan", "January", "Jul", "July", "Jun", "June",
  "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT",
  "LAK", "LBP", "LKR", "LRD", "LSL", "LYD",
  "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN",
  "Mar", "March", "May", "Mon", "Monday",
  "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "Nov", "November",
  "OMR", "Oct", "October",
  "PAB", "PDT", "PEN", "PGK", "PHP", "PKR", "PLN", "PM", "PST", "PYG",
  "QAR", "RON", "RSD", "RUB", "RWF",
  "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SYP", "SZL",
  "Sat", "Saturday", "Sep", "Sept", "September", "Sun", "Sunday",
  "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "Thu", "Thursday", "Tue", "Tuesday",
  "UAH", "UGX", "USD", "UTC", "UYU", "UZS",
  "VED", "VES", "VND", "VUV",
  "WST", "Wed", "Wednesday",
  "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWL",
  "am", "pm"
};

/* What is glued to a number and measures it. Sorted. */
static const char *const units[] = {
  "B", "GB", "GiB", "K", "KB", "KiB", "M", "MB", "MiB", "TB", "TiB",
  "d", "days", "h", "hours", "hrs", "k", "kB", "m", "min", "mins", "ms", "nd", "ns", "rd",
  "s", "sec", "secs", "st", "th", "us", "x"
};

/* How the phrases begin that follow a status of HTTP. */
static const char *const reasons[] = {
  "Bad Gateway", "Bad Request", "Client Error", "Conflict", "Content Too", "Expectation",
  "Failed Dependency", "Forbidden", "Gateway", "Gone", "HTTP Version", "Insufficient Storage",
  "Internal", "Length Required", "Locked", "Loop Detected", "Method Not", "Misdirected",
  "Network Authentication", "Not Acceptable", "Not Extended", "Not Found", "Not Implemented",
  "Payload Too", "Payment Required", "Precondition", "Proxy Authentication", "Range Not",
  "Request Entity", "Request Header", "Request Timeout", "Server Error", "Service Unavailable",
  "Too Early", "Too Many", "URI Too", "Unauthorized", "Unavailable", "Unprocessable", "Unsupported",
  "Upgrade Required"
};

typedef struct
{
  const char *text;
  gsize       length;
} Piece;

static int
compare_piece (const Piece *piece,
               const char  *word)
{
  int order = strncmp (piece->text, word, piece->length);

  return order != 0 || word[piece->length] == '\0' ? order : -1;
}

static int
compare_word (const void *key,
              const void *element)
{
  return compare_piece (key, *(const char *const *) element);
}

static int
compare_meaning (const void *key,
                 const void *element)
{
  return compare_piece (key, ((const Meaning *) element)->word);
}

static gboolean
is_among (const char        *word,
          gsize              length,
          const char *const *words,
          gsize              n_words)
{
  Piece piece = { word, length };

  return bsearch (&piece, words, n_words, sizeof *words, compare_word) != NULL;
}

/**
 * act_cause_words_look_up:
 * @word: ASCII letters in whatever case
 * @length: how many
 *
 * Any thread.
 *
 * Returns: #ActCauseWord flags; 0 for a word that means nothing
 */
guint
act_cause_words_look_up (const char *word,
                         gsize       length)
{
  char           lower[ACT_CAUSE_WORD_MAX_LENGTH];
  Piece          piece = { lower, length };
  const Meaning *found = NULL;

  if (length == 0 || length > sizeof lower)
    return 0;

  for (gsize i = 0; i < length; i++)
    lower[i] = g_ascii_tolower (word[i]);
  found = bsearch (&piece, meanings, G_N_ELEMENTS (meanings), sizeof *meanings, compare_meaning);

  return found != NULL ? found->flags : 0;
}

/**
 * act_cause_words_join_number:
 * @word: ASCII letters
 * @length: how many
 *
 * Any thread.
 *
 * Returns: whether the word is a part of the number beside it, as a currency or a month is
 */
gboolean
act_cause_words_join_number (const char *word,
                             gsize       length)
{
  return length >= 2 && length <= 9 && is_among (word, length, joining, G_N_ELEMENTS (joining));
}

/**
 * act_cause_words_are_unit:
 * @word: ASCII letters that are glued to a number
 * @length: how many
 *
 * Any thread.
 *
 * Returns: whether they measure the number
 */
gboolean
act_cause_words_are_unit (const char *word,
                          gsize       length)
{
  return length <= 5 && is_among (word, length, units, G_N_ELEMENTS (units));
}

/**
 * act_cause_words_begin_reason:
 * @text: what follows a number
 * @length: its length, bytes
 *
 * Any thread.
 *
 * Returns: whether it goes on as the name of an HTTP status does
 */
gboolean
act_cause_words_begin_reason (const char *text,
                              gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      gsize n = strlen (reasons[i]);

      if (n <= length && memcmp (reasons[i], text, n) == 0)
        return TRUE;
    }

  return FALSE;
}
