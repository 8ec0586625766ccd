/* The lines of a large text, as a list
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-log-lines.h"

#include "act-safe-text.h"

#include <string.h>

#define TAB_COLUMNS 8
#define MIN_COLUMNS 20
/* Characters without a width of their own could otherwise pile up in one row without end. */
#define MAX_BYTES_A_COLUMN 8
#define MAX_COPIED_BYTES   (1024 * 1024)
/* How many rows go by between two looks at the cancellable. */
#define ROWS_BETWEEN_LOOKS 4096

struct _ActLogLines
{
  GObject parent_instance;

  GBytes     *text;   /* (owned) */
  GArray     *starts; /* (owned) (element-type guint32): where rows begin, and the end */
  GHashTable *rows;   /* (owned): from #ActLogLine, which is not owned, to its row */
  GHashTable *live;   /* (owned): from row to its #ActLogLine, which is not owned */
  guint       columns;
  guint       n_lines;
};

typedef struct
{
  GBytes *text;   /* (owned) */
  GArray *starts; /* (owned) (nullable) */
  guint   columns;
  guint   n_lines;
} Indexing;

static guint
count_rows (ActLogLines *self)
{
  return self->starts->len - 1;
}

/* Without the line break at its end. */
static gsize
measure_row (ActLogLines *self,
             guint        row)
{
  const char *text = g_bytes_get_data (self->text, NULL);
  gsize       start = g_array_index (self->starts, guint32, row);
  gsize       end = g_array_index (self->starts, guint32, row + 1);

  if (end > start && text[end - 1] == '\n')
    end--;
  if (end > start && text[end - 1] == '\r')
    end--;

  return end - start;
}

static GType
log_lines_get_item_type (GListModel *model)
{
  return ACT_TYPE_LOG_LINE;
}

static guint
log_lines_get_n_items (GListModel *model)
{
  return count_rows (ACT_LOG_LINES (model));
}

static void
line_gone_cb (gpointer data,
              GObject *line)
{
  ActLogLines *self = data;
  gpointer     row = NULL;

  g_hash_table_steal_extended (self->rows, line, NULL, &row);
  g_hash_table_remove (self->live, row);
}

static gpointer
log_lines_get_item (GListModel *model,
                    guint       position)
{
  ActLogLines *self = ACT_LOG_LINES (model);
  ActLogLine  *line = NULL;

  if (position >= count_rows (self))
    return NULL;

  line = g_hash_table_lookup (self->live, GUINT_TO_POINTER (position));
  if (line != NULL)
    return g_object_ref (line);

  line = act_log_line_new (self->text,
                           g_array_index (self->starts, guint32, position),
                           measure_row (self, position));
  g_object_weak_ref (G_OBJECT (line), line_gone_cb, self);
  g_hash_table_insert (self->live, GUINT_TO_POINTER (position), line);
  g_hash_table_insert (self->rows, line, GUINT_TO_POINTER (position));

  return line;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = log_lines_get_item_type;
  iface->get_n_items = log_lines_get_n_items;
  iface->get_item = log_lines_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ActLogLines, act_log_lines, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
act_log_lines_finalize (GObject *object)
{
  ActLogLines   *self = ACT_LOG_LINES (object);
  GHashTableIter iter;
  gpointer       line = NULL;

  /* Rows may outlive the list. */
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    g_object_weak_unref (G_OBJECT (line), line_gone_cb, self);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->live);
  g_array_unref (self->starts);
  g_bytes_unref (self->text);

  G_OBJECT_CLASS (act_log_lines_parent_class)->finalize (object);
}

static void
act_log_lines_class_init (ActLogLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_log_lines_finalize;
}

static void
act_log_lines_init (ActLogLines *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->live = g_hash_table_new (NULL, NULL);
}

static void
indexing_free (Indexing *self)
{
  g_bytes_unref (self->text);
  g_clear_pointer (&self->starts, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Indexing, indexing_free)

/* How wide a character is on the screen in a font whose letters are all equally wide. */
static guint
get_width (gunichar character)
{
  if (character == '\t')
    return TAB_COLUMNS;
  if (character < 0x7f)
    return 1;
  if (act_safe_text_is_treacherous (character))
    return strlen ("[U+XXXX]") + (character > 0xffff ? 1 : 0);
  if (g_unichar_iszerowidth (character))
    return 0;

  return g_unichar_iswide (character) ? 2 : 1;
}

/* Returns where the row that begins at @c ends, after its line break if it has one. */
static const char *
find_row_end (const char *c,
              const char *end,
              guint       columns)
{
  const char *limit = c + MIN ((gsize) (end - c), (gsize) columns * MAX_BYTES_A_COLUMN);
  const char *after_space = NULL;
  guint       width = 0;

  while (c < end)
    {
      if (*c == '\n')
        return c + 1;
      if (*c == '\r' && c + 1 < end && c[1] == '\n')
        return c + 2;

      width += get_width (g_utf8_get_char (c));
      if (width > columns || c >= limit)
        return after_space != NULL ? after_space : c;

      /* Between words, unless most of the row would stay empty. */
      if (*c == ' ' && width > columns / 2)
        after_space = c + 1;

      c = g_utf8_next_char (c);
    }

  return end;
}

static void
index_rows (Indexing     *self,
            GCancellable *cancellable)
{
  gsize       length = 0;
  const char *text = g_bytes_get_data (self->text, &length);
  const char *end = text + length;

  for (const char *c = text; c < end;)
    {
      guint32 start = (guint32) (c - text);

      g_array_append_val (self->starts, start);
      if (self->starts->len % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (cancellable))
        return;

      c = find_row_end (c, end, self->columns);
      if (c[-1] == '\n' || c == end)
        self->n_lines++;
    }

  g_array_append_vals (self->starts, &(guint32){ (guint32) length }, 1);
}

static void
index_rows_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Indexing *indexing = task_data;

  index_rows (indexing, cancellable);
  g_task_return_boolean (task, TRUE);
}

/**
 * act_log_lines_new_async:
 * @text: valid UTF-8; less than 4 GiB
 * @columns: how many letters fit in a row; longer lines go on in the next one
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds out where the rows of a text begin, in a thread.
 */
void
act_log_lines_new_async (GBytes             *text,
                         guint               columns,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Indexing *indexing = NULL;

  g_return_if_fail (text != NULL && g_bytes_get_size (text) < G_MAXUINT32);

  indexing = g_new0 (Indexing, 1);
  indexing->text = g_bytes_ref (text);
  indexing->columns = MAX (columns, MIN_COLUMNS);
  indexing->starts = g_array_new (FALSE, FALSE, sizeof (guint32));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_log_lines_new_async);
  g_task_set_task_data (task, indexing, (GDestroyNotify) indexing_free);
  g_task_run_in_thread (task, index_rows_thread);
}

/**
 * act_log_lines_new_finish:
 * @result: the result
 * @error: return location for a #GError: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the rows, or %NULL on error
 */
ActLogLines *
act_log_lines_new_finish (GAsyncResult *result,
                          GError      **error)
{
  ActLogLines *self = NULL;
  Indexing    *indexing = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  indexing = g_task_get_task_data (G_TASK (result));
  self = g_object_new (ACT_TYPE_LOG_LINES, NULL);
  self->text = g_bytes_ref (indexing->text);
  self->starts = g_array_ref (indexing->starts);
  self->columns = indexing->columns;
  self->n_lines = indexing->n_lines;

  return self;
}

/**
 * act_log_lines_get_columns:
 *
 * Returns: how many letters fit in a row
 */
guint
act_log_lines_get_columns (ActLogLines *self)
{
  g_return_val_if_fail (ACT_IS_LOG_LINES (self), 0);

  return self->columns;
}

/**
 * act_log_lines_find_row:
 * @offset: a place in the text, in bytes
 *
 * Returns: the row with this place
 */
guint
act_log_lines_find_row (ActLogLines *self,
                        gsize        offset)
{
  guint low = 0;
  guint high = 0;

  g_return_val_if_fail (ACT_IS_LOG_LINES (self), 0);

  high = count_rows (self);
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, guint32, middle) <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * act_log_lines_get_offset:
 * @row: a row; one after the last is allowed
 *
 * Returns: where the row begins in the text, in bytes
 */
gsize
act_log_lines_get_offset (ActLogLines *self,
                          guint        row)
{
  g_return_val_if_fail (ACT_IS_LOG_LINES (self), 0);
  g_return_val_if_fail (row < self->starts->len, 0);

  return g_array_index (self->starts, guint32, row);
}

/**
 * act_log_lines_dup_whole_line:
 * @row: a row
 *
 * Copies the line that a row is a part of, at most 1 MiB of it, as it came.
 *
 * Returns: (transfer full): valid UTF-8 without a line break at its end
 */
char *
act_log_lines_dup_whole_line (ActLogLines *self,
                              guint        row)
{
  const char      *text = NULL;
  const char      *line = NULL;
  gsize            length = 0;
  gsize            start = 0;
  gsize            end = 0;
  g_autofree char *bytes = NULL;

  g_return_val_if_fail (ACT_IS_LOG_LINES (self), NULL);
  g_return_val_if_fail (row < count_rows (self), NULL);

  text = g_bytes_get_data (self->text, &length);
  start = g_array_index (self->starts, guint32, row);
  while (start > 0 && text[start - 1] != '\n')
    start--;

  line = memchr (text + start, '\n', length - start);
  end = line != NULL ? (gsize) (line - text) : length;
  if (end > start && text[end - 1] == '\r')
    end--;

  bytes = g_strndup (text + start, MIN (end - start, MAX_COPIED_BYTES));

  return g_utf8_make_valid (bytes, -1);
}

/**
 * act_log_lines_get_n_lines:
 *
 * Returns: how many lines the text has, however many rows they take
 */
guint
act_log_lines_get_n_lines (ActLogLines *self)
{
  g_return_val_if_fail (ACT_IS_LOG_LINES (self), 0);

  return self->n_lines;
}

/**
 * act_log_lines_get_n_live_rows:
 *
 * Returns: how many rows exist as objects now
 */
guint
act_log_lines_get_n_live_rows (ActLogLines *self)
{
  g_return_val_if_fail (ACT_IS_LOG_LINES (self), 0);

  return g_hash_table_size (self->live);
}
