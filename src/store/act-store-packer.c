/* Payloads made short for the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most of a payload stands in its row already or is the same in all of them. So it is deflated
 * against a dictionary: words that payloads share, and texts of the row itself, which change only
 * together with the payload. Ids in the form of a UUID are 16 bytes before that.
 *
 * A packed payload is a byte for the version, the length of what was deflated as a number of seven
 * bits a byte, lowest first, and the deflated bytes. What was released is never changed: a better
 * dictionary is another version.
 */

#include "act-store-packer.h"

#include <string.h>
#include <zlib.h>

#define VERSION 1

/* Stand for a UUID of 16 bytes that follow, and for the byte that follows. No JSON has these bytes. */
#define MARK_UUID   '\1'
#define MARK_ESCAPE '\2'

#define UUID_LENGTH 36
#define FIRST_DASH  8
#define UUID_BYTES  16

/* Half the memory that zlib takes by default, most of which is cleared for each payload. */
#define LEVEL        6
#define MEMORY_LEVEL 5

#define MAX_LENGTH (64 * 1024 * 1024)
#define MAX_KNOWN  4096
#define MAX_VARINT 5
#define SLACK      32

static const char dictionary_1[] =
    "\"dtActioned\":\"2026-\",\"dtCreated\":\"2026-\",\"dtLastModified\":\"2026-\",\"version\":1,"
    "\"createdBy\":\"\",\"lastModifiedBy\":\"\",\"credentialsId\":\"\",\"destinationId\":\"\","
    "\"integrationCredentialsId\":\"\",\"externalSystem\":\"\",\"m3terEntity\":\"\",\"m3terId\":\"\","
    "\"errorMessage\":\"\",\"runId\":\"\",\"integrationConfigurationId\":\"\",\"errorCode\":\"\","
    "\"status\":\"ERROR\",\"FAILED\",\"error\":{\"code\":\"},\"new\":{\"old\":{\"data\":{\"payload\":"
    "null,true,false,\"eventName\":\"integration.disabled\",\"integration.missing.mapping.error\","
    "\"integration.validation.error\",\"integration.authentication.error\","
    "\"Webhook\",\"Salesforce\",\"Chargebee\",\"NetSuite\",\"Notification\",\"Bill\",\"Account\","
    "\"entityType\":\"Account\",\"entityId\":\"\",\"accountId\":\"\",\"integrationRunId\":\"\"}}}}"
    "\",\"eventName\":\"integration.perform.error\",\"eventTime\":\"2026-0\",\"m3terEvent\":"
    "{\"eventData\":{\"newDto\":{\"message\":\"\",\"orgId\":\"\",\"destination\":\"\","
    "\"integrationConfigId\":\"{\"id\":\"";

struct _ActStorePacker
{
  z_stream    deflating;
  z_stream    inflating;
  GByteArray *dictionary; /* (owned) */
  GByteArray *shortened;  /* (owned) */
};

static gboolean
read_uuid (const char *text,
           gsize       length,
           guint8     *bytes)
{
  guint n_digits = 0;

  if (length < UUID_LENGTH || text[8] != '-' || text[13] != '-' || text[18] != '-' ||
      text[23] != '-')
    return FALSE;

  for (guint i = 0; i < UUID_LENGTH; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (i == 8 || i == 13 || i == 18 || i == 23)
        continue;
      if (digit < 0 || g_ascii_isupper (text[i]))
        return FALSE;
      bytes[n_digits / 2] = (guint8) (n_digits % 2 == 0 ? digit << 4 : bytes[n_digits / 2] | digit);
      n_digits++;
    }

  return TRUE;
}

static gsize
skip_to_dash (const char *text,
              gsize       from,
              gsize       length)
{
  const char *dash = NULL;

  if (length - from < UUID_LENGTH)
    return length;

  dash = memchr (text + from + FIRST_DASH, '-', length - from - FIRST_DASH);

  return dash != NULL ? (gsize) (dash - text) - FIRST_DASH : length;
}

static void
append_shortened (GByteArray *shortened,
                  const char *text,
                  gsize       length)
{
  gsize    from = 0;
  gsize    i = 0;
  guint8   mark[1 + UUID_BYTES] = { MARK_UUID };
  gboolean has_marks = memchr (text, MARK_UUID, length) != NULL ||
                       memchr (text, MARK_ESCAPE, length) != NULL;

  while (i < length)
    {
      /* Nothing can begin before the first dash of a UUID would stand in its place. */
      if (!has_marks)
        i = skip_to_dash (text, i, length);
      if (i == length)
        break;

      if (read_uuid (text + i, length - i, mark + 1))
        {
          g_byte_array_append (shortened, (const guint8 *) text + from, (guint) (i - from));
          g_byte_array_append (shortened, mark, sizeof mark);
          i += UUID_LENGTH;
          from = i;
        }
      else if (text[i] == MARK_UUID || text[i] == MARK_ESCAPE)
        {
          const guint8 escape = MARK_ESCAPE;

          g_byte_array_append (shortened, (const guint8 *) text + from, (guint) (i - from));
          g_byte_array_append (shortened, &escape, 1);
          from = i;
          i++;
        }
      else
        {
          i++;
        }
    }

  g_byte_array_append (shortened, (const guint8 *) text + from, (guint) (length - from));
}

static void
append_uuid (GString      *text,
             const guint8 *bytes)
{
  static const char digits[] = "0123456789abcdef";

  for (guint i = 0; i < UUID_BYTES; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        g_string_append_c (text, '-');
      g_string_append_c (text, digits[bytes[i] >> 4]);
      g_string_append_c (text, digits[bytes[i] & 15]);
    }
}

/* Returns NULL if the bytes are none that were shortened. */
static char *
lengthen (const GByteArray *shortened,
          gsize            *length)
{
  GString *text = g_string_sized_new (shortened->len * 2);
  gboolean good = TRUE;
  guint    i = 0;

  while (good && i < shortened->len)
    {
      guint8 byte = shortened->data[i++];

      if (byte == MARK_UUID)
        {
          good = shortened->len - i >= UUID_BYTES;
          if (good)
            append_uuid (text, shortened->data + i);
          i += UUID_BYTES;
        }
      else if (byte == MARK_ESCAPE)
        {
          good = i < shortened->len;
          if (good)
            g_string_append_c (text, (char) shortened->data[i++]);
        }
      else
        {
          g_string_append_c (text, (char) byte);
        }
    }

  good = good && g_utf8_validate_len (text->str, text->len, NULL);
  *length = text->len;

  return g_string_free (text, !good);
}

/* As a text stands in JSON, as far as most of them have anything to escape. */
static void
append_known (GByteArray *dictionary,
              const char *text)
{
  const char *end = text + strnlen (text, MAX_KNOWN);

  while (text < end)
    {
      gsize         plain = strcspn (text, "\"\\");
      gsize         n = MIN (plain, (gsize) (end - text));
      const guint8 *bytes = NULL;

      append_shortened (dictionary, text, n);
      text += n;
      if (text == end)
        break;

      bytes = (const guint8 *) (*text == '"' ? "\\\"" : "\\\\");
      g_byte_array_append (dictionary, bytes, 2);
      text++;
    }
}

static void
fill_dictionary (ActStorePacker    *self,
                 const char *const *known)
{
  static const guint order[ACT_STORE_N_KNOWN] = { 1, 2, 3, 0 };

  g_byte_array_set_size (self->dictionary, 0);
  g_byte_array_append (self->dictionary, (const guint8 *) dictionary_1, sizeof dictionary_1 - 1);
  for (guint i = 0; i < ACT_STORE_N_KNOWN; i++)
    {
      if (known[order[i]] != NULL)
        append_known (self->dictionary, known[order[i]]);
    }
}

/* A connection may read for ever and never write, and zlib's memory is large. */
static void
begin_deflating (ActStorePacker    *self,
                 const char *const *known)
{
  int code = self->deflating.state != NULL
                 ? deflateReset (&self->deflating)
                 : deflateInit2 (&self->deflating, LEVEL, Z_DEFLATED, -MAX_WBITS, MEMORY_LEVEL,
                                 Z_DEFAULT_STRATEGY);

  g_assert (code == Z_OK);
  fill_dictionary (self, known);
  deflateSetDictionary (&self->deflating, self->dictionary->data, self->dictionary->len);
}

static void
begin_inflating (ActStorePacker    *self,
                 const char *const *known)
{
  int code = self->inflating.state != NULL ? inflateReset (&self->inflating)
                                           : inflateInit2 (&self->inflating, -MAX_WBITS);

  g_assert (code == Z_OK);
  fill_dictionary (self, known);
  inflateSetDictionary (&self->inflating, self->dictionary->data, self->dictionary->len);
}

/**
 * act_store_packer_new:
 *
 * Returns: (transfer full): a packer
 */
ActStorePacker *
act_store_packer_new (void)
{
  ActStorePacker *self = g_new0 (ActStorePacker, 1);

  self->dictionary = g_byte_array_new ();
  self->shortened = g_byte_array_new ();

  return self;
}

/**
 * act_store_packer_free:
 * @self: (transfer full): a packer
 */
void
act_store_packer_free (ActStorePacker *self)
{
  if (self->deflating.state != NULL)
    deflateEnd (&self->deflating);
  if (self->inflating.state != NULL)
    inflateEnd (&self->inflating);
  g_byte_array_unref (self->dictionary);
  g_byte_array_unref (self->shortened);
  g_free (self);
}

static gsize
write_head (guint8 *head,
            gsize   length)
{
  gsize n = 0;

  head[n++] = VERSION;
  while (length >= 0x80)
    {
      head[n++] = (guint8) (length | 0x80);
      length >>= 7;
    }
  head[n++] = (guint8) length;

  return n;
}

/* Returns how long the head is, 0 if it is none of ours. */
static gsize
read_head (const guint8 *packed,
           gsize         packed_length,
           gsize        *length)
{
  *length = 0;
  if (packed_length < 2 || packed[0] != VERSION)
    return 0;

  for (gsize i = 1; i < packed_length && i <= MAX_VARINT; i++)
    {
      *length |= (gsize) (packed[i] & 0x7f) << (7 * (i - 1));
      if ((packed[i] & 0x80) == 0)
        return *length <= MAX_LENGTH ? i + 1 : 0;
    }

  return 0;
}

/**
 * act_store_packer_pack:
 * @self: a packer
 * @text: a payload, in UTF-8
 * @length: its length in bytes
 * @known: (array fixed-size=4) (element-type utf8): texts of its row, each of which may be %NULL
 * @packed_length: (out): return location for the length of what is returned
 *
 * The same arguments give the same bytes.
 *
 * Returns: (transfer full) (nullable): the packed payload; %NULL if it is longer than is packed
 */
guint8 *
act_store_packer_pack (ActStorePacker    *self,
                       const char        *text,
                       gsize              length,
                       const char *const *known,
                       gsize             *packed_length)
{
  z_stream *stream = &self->deflating;
  guint8   *packed = NULL;
  gsize     head = 0;
  gsize     room = 0;

  if (length > MAX_LENGTH / 2)
    return NULL;

  g_byte_array_set_size (self->shortened, 0);
  append_shortened (self->shortened, text, length);
  begin_deflating (self, known);
  room = deflateBound (stream, self->shortened->len) + SLACK;
  packed = g_malloc (room);
  head = write_head (packed, self->shortened->len);

  stream->next_in = self->shortened->data;
  stream->avail_in = self->shortened->len;
  stream->next_out = packed + head;
  stream->avail_out = (uInt) (room - head);
  if (deflate (stream, Z_FINISH) != Z_STREAM_END)
    g_assert_not_reached ();

  *packed_length = (gsize) (stream->next_out - packed);

  return packed;
}

/**
 * act_store_packer_unpack:
 * @self: a packer
 * @packed: bytes from a store, which may be any
 * @packed_length: their number
 * @known: (array fixed-size=4) (element-type utf8): what they were packed with
 * @length: (out): return location for the length of the text
 *
 * Returns: (transfer full) (nullable): the payload in valid UTF-8; %NULL if the bytes are damaged
 */
char *
act_store_packer_unpack (ActStorePacker    *self,
                         const guint8      *packed,
                         gsize              packed_length,
                         const char *const *known,
                         gsize             *length)
{
  z_stream *stream = &self->inflating;
  gsize     shortened_length = 0;
  gsize     head = read_head (packed, packed_length, &shortened_length);

  if (head == 0 || packed_length > MAX_LENGTH)
    return NULL;

  begin_inflating (self, known);
  g_byte_array_set_size (self->shortened, (guint) shortened_length + 1); /* zlib wants an address */
  g_byte_array_set_size (self->shortened, (guint) shortened_length);

  stream->next_in = (Bytef *) packed + head;
  stream->avail_in = (uInt) (packed_length - head);
  stream->next_out = self->shortened->data;
  stream->avail_out = self->shortened->len;
  if (inflate (stream, Z_FINISH) != Z_STREAM_END || stream->avail_out != 0)
    return NULL;

  return lengthen (self->shortened, length);
}
