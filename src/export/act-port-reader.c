/* Reads a store's file, which may hold anything
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-port-reader.h"

#include "act-port-error.h"

#include <string.h>

#define CHUNK_BYTES (256 * 1024)

/* How much one transaction of the store gets. */
#define ROWS_A_BATCH  1000
#define BYTES_A_BATCH (8 * 1024 * 1024)

/* A small file can be unpacked to a very large one. */
#define MAX_BYTES (G_GINT64_CONSTANT (64) * 1024 * 1024 * 1024)

struct _ActPortReader
{
  GFile        *file;     /* (owned) */
  GInputStream *base;     /* (owned) (nullable): the file itself */
  GInputStream *stream;   /* (owned) (nullable): what is packed in it */
  GByteArray   *buffer;   /* (owned): what was read and is not used yet */
  gsize         used;     /* how much of it is */
  gsize         searched; /* how much of the rest holds no line break */
  GChecksum    *sum;      /* (owned) */
  ActPortHead  *head;     /* (owned) (nullable): once it is open */
  ActPortRow   *activity; /* (owned) (nullable): whose items may follow */
  gint64        n_lines;
  gint64        n_bytes;
  gint64        size;
  gboolean      ended; /* the stream */
  gboolean      done;  /* all was read, and is whole */
};

/**
 * act_port_reader_new:
 * @file: a file
 *
 * Any thread.
 *
 * Returns: (transfer full): a reader that is not open
 */
ActPortReader *
act_port_reader_new (GFile *file)
{
  ActPortReader *self = g_new0 (ActPortReader, 1);

  self->file = g_object_ref (file);
  self->buffer = g_byte_array_new ();
  self->sum = g_checksum_new (G_CHECKSUM_SHA256);

  return self;
}

/**
 * act_port_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Any thread.
 */
void
act_port_reader_free (ActPortReader *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->stream);
  g_clear_object (&self->base);
  g_object_unref (self->file);
  g_byte_array_unref (self->buffer);
  g_checksum_free (self->sum);
  act_port_head_free (self->head);
  act_port_row_free (self->activity);
  g_free (self);
}

static gboolean
set_too_large (GError **error)
{
  g_set_error_literal (error, ACT_PORT_ERROR, ACT_PORT_ERROR_TOO_LARGE,
                       "The file, or a line of it, is too large");

  return FALSE;
}

static gboolean
fill_buffer (ActPortReader *self,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GError) reason = NULL;
  gsize  kept;
  gssize n;

  if (self->used > 0)
    {
      g_byte_array_remove_range (self->buffer, 0, (guint) self->used);
      self->used = 0;
    }

  kept = self->buffer->len;
  if (kept > ACT_PORT_MAX_LINE || self->n_bytes > MAX_BYTES)
    return set_too_large (error);

  g_byte_array_set_size (self->buffer, (guint) (kept + CHUNK_BYTES));
  n = g_input_stream_read (self->stream, self->buffer->data + kept, CHUNK_BYTES, cancellable, &reason);
  g_byte_array_set_size (self->buffer, (guint) (kept + (gsize) MAX (n, 0)));
  if (n >= 0)
    {
      self->ended = n == 0;
      self->n_bytes += n;
      return TRUE;
    }

  /* What cannot be unpacked was cut off or altered. */
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ||
      g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    g_set_error (error, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED, "%s", reason->message);
  else
    g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

/* A line without its break, valid until the next one is read; NULL with no error at the end. */
static const char *
read_line (ActPortReader *self,
           gsize         *length,
           GCancellable  *cancellable,
           GError       **error)
{
  while (TRUE)
    {
      gsize       left = self->buffer->len - self->used;
      const char *line = left > 0 ? (const char *) self->buffer->data + self->used : "";
      const char *end = NULL;

      if (left > self->searched)
        end = memchr (line + self->searched, '\n', left - self->searched);
      if (end != NULL)
        {
          *length = (gsize) (end - line);
          self->used += *length + 1;
          self->searched = 0;
          self->n_lines++;
          return line;
        }

      self->searched = left;
      if (self->ended && left == 0)
        return NULL;
      if (self->ended)
        {
          g_set_error_literal (error, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED, "The file was cut off");
          return NULL;
        }
      if (!fill_buffer (self, cancellable, error))
        return NULL;
    }
}

static ActPortObject *
read_object (ActPortReader *self,
             const char   **line,
             gsize         *length,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GError) reason = NULL;
  ActPortObject *object = NULL;

  *line = read_line (self, length, cancellable, &reason);
  if (*line != NULL)
    object = act_port_object_parse (*line, *length, &reason);
  else if (reason == NULL)
    g_set_error_literal (&reason, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED, "The file was cut off");

  if (object == NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&reason), "Line %" G_GINT64_FORMAT ": ",
                                self->n_lines + (*line == NULL));

  return object;
}

static void
add_to_sum (ActPortReader *self,
            const char    *line,
            gsize          length)
{
  g_checksum_update (self->sum, (const guchar *) line, (gssize) length + 1);
}

/* The file says what it is by its first bytes. */
static gboolean
open_stream (ActPortReader *self,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFileInputStream) file = g_file_read (self->file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GConverter) unpacker = NULL;
  GBufferedInputStream *buffered = NULL;
  const guchar         *bytes = NULL;
  gsize                 n = 0;

  if (file == NULL)
    return FALSE;

  info = g_file_input_stream_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  self->size = info != NULL ? g_file_info_get_size (info) : 0;
  self->base = G_INPUT_STREAM (g_steal_pointer (&file));
  self->stream = g_buffered_input_stream_new (self->base);
  buffered = G_BUFFERED_INPUT_STREAM (self->stream);
  if (g_buffered_input_stream_fill (buffered, -1, cancellable, error) < 0)
    return FALSE;

  bytes = g_buffered_input_stream_peek_buffer (buffered, &n);
  if (n >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b)
    {
      g_autoptr (GInputStream) packed = g_steal_pointer (&self->stream);

      unpacker = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
      self->stream = g_converter_input_stream_new (packed, unpacker);
    }

  return TRUE;
}

/**
 * act_port_reader_open:
 * @self: a reader
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Opens the file and reads its first line.
 *
 * Returns: whether it is the file of a store
 */
gboolean
act_port_reader_open (ActPortReader *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (ActPortObject) object = NULL;
  const char *line = NULL;
  gsize       length = 0;

  if (!open_stream (self, cancellable, error))
    return FALSE;

  object = read_object (self, &line, &length, cancellable, &reason);
  if (object == NULL)
    {
      if (reason->domain == ACT_PORT_ERROR)
        reason->code = ACT_PORT_ERROR_NOT_A_STORE;
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  add_to_sum (self, line, length);
  self->head = act_port_head_read (object, error);

  return self->head != NULL;
}

/* The last line tells how many stand before it, and what they come to. */
static gboolean
check_end (ActPortReader       *self,
           const ActPortObject *object,
           GCancellable        *cancellable,
           GError             **error)
{
  gint64 n_lines = 0;
  gsize  length = 0;
  g_autoptr (GError) reason = NULL;

  if (!act_port_object_get_number (object, "lines", &n_lines) || n_lines != self->n_lines - 1 ||
      g_strcmp0 (act_port_object_get_text (object, "sha256"), g_checksum_get_string (self->sum)) != 0)
    {
      g_set_error_literal (error, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED,
                           "The checksum does not fit: the file was altered");
      return FALSE;
    }

  if (read_line (self, &length, cancellable, &reason) != NULL || reason != NULL)
    {
      g_set_error_literal (error, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED,
                           "Something stands behind the end");
      return FALSE;
    }

  self->done = TRUE;

  return TRUE;
}

static ActPortRow *
copy_activity (const ActPortRow *row)
{
  ActPortRow         *copy = act_port_row_new (ACT_PORT_ACTIVITY);
  guint               n_fields = 0;
  const ActPortField *fields = act_port_type_get_fields (ACT_PORT_ACTIVITY, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].is_text)
        act_port_row_set_text (copy, i, row->texts[i]);
      else if (row->is_set[i])
        act_port_row_set_number (copy, i, row->numbers[i]);
    }
  copy->is_continued = TRUE;

  return copy;
}

/* An item stands behind its activity; in a new batch the activity is repeated before it. */
static gboolean
add_row (ActPortReader *self,
         GPtrArray     *rows,
         ActPortRow    *row,
         GError       **error)
{
  g_autoptr (ActPortRow) owned = row;

  if (row->type == ACT_PORT_ITEM && self->activity == NULL)
    {
      g_set_error (error, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED,
                   "Line %" G_GINT64_FORMAT ": It belongs to nothing", self->n_lines);
      return FALSE;
    }

  if (row->type == ACT_PORT_ITEM && rows->len == 0)
    g_ptr_array_add (rows, copy_activity (self->activity));
  if (row->type != ACT_PORT_ITEM)
    g_clear_pointer (&self->activity, act_port_row_free);
  if (row->type == ACT_PORT_ACTIVITY)
    self->activity = copy_activity (row);
  g_ptr_array_add (rows, g_steal_pointer (&owned));

  return TRUE;
}

static gboolean
read_one (ActPortReader *self,
          GPtrArray     *rows,
          gsize         *n_bytes,
          GCancellable  *cancellable,
          GError       **error)
{
  const char *line = NULL;
  gsize       length = 0;
  ActPortRow *row = NULL;
  g_autoptr (ActPortObject) object = read_object (self, &line, &length, cancellable, error);

  if (object == NULL)
    return FALSE;

  if (g_strcmp0 (act_port_object_get_text (object, "type"), ACT_PORT_END_TYPE) == 0)
    return check_end (self, object, cancellable, error);

  add_to_sum (self, line, length);
  *n_bytes += length;
  row = act_port_line_read_row (object, error);
  if (row == NULL)
    {
      g_prefix_error (error, "Line %" G_GINT64_FORMAT ": ", self->n_lines);
      return FALSE;
    }

  return add_row (self, rows, row, error);
}

/**
 * act_port_reader_read:
 * @self: a reader that is open
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads on: as many rows as one transaction should have.
 *
 * Returns: (transfer full) (nullable) (element-type ActPortRow): the rows; none at the end
 */
GPtrArray *
act_port_reader_read (ActPortReader *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) act_port_row_free);
  gsize n_bytes = 0;

  while (!self->done && rows->len < ROWS_A_BATCH && n_bytes < BYTES_A_BATCH)
    {
      if (!read_one (self, rows, &n_bytes, cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

/**
 * act_port_reader_get_head:
 * @self: a reader that is open
 *
 * Returns: (transfer none): what the file says of itself
 */
const ActPortHead *
act_port_reader_get_head (ActPortReader *self)
{
  return self->head;
}

/**
 * act_port_reader_get_checksum:
 * @self: a reader that is done
 *
 * Returns: (transfer none): the checksum of the file
 */
const char *
act_port_reader_get_checksum (ActPortReader *self)
{
  return g_checksum_get_string (self->sum);
}

/**
 * act_port_reader_get_progress:
 * @self: a reader that is open
 * @done: (out): return location for how many bytes of the file were read
 * @total: (out): return location for how many there are; 0 if nobody knows
 *
 * Tells how far it is.
 */
void
act_port_reader_get_progress (ActPortReader *self,
                              gint64        *done,
                              gint64        *total)
{
  *total = self->size;
  *done = MIN (g_seekable_tell (G_SEEKABLE (self->base)), self->size);
}
