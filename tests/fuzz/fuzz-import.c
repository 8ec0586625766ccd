/* The file of a whole store, which may be anything
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "fuzz.h"

#include "act-port-error.h"
#include "act-port-json.h"
#include "act-port-line.h"
#include "act-port-reader.h"

#include <sys/mman.h>
#include <unistd.h>

static void
check_row (const ActPortRow *row)
{
  guint               n_fields = 0;
  const ActPortField *fields = act_port_type_get_fields (row->type, &n_fields);

  g_assert_true (act_port_row_is_valid (row));
  for (guint i = 0; i < n_fields; i++)
    {
      g_assert_true (row->is_set[i] || !fields[i].required);
      if (row->is_set[i] && fields[i].is_text)
        fuzz_check_text (row->texts[i]);
    }
}

/* A line that was written is read as it was. */
static void
check_line (const uint8_t *data,
            size_t         size)
{
  g_autoptr (ActPortObject) object = act_port_object_parse ((const char *) data, size, NULL);
  g_autoptr (ActPortObject) again = NULL;
  g_autoptr (ActPortHead) head = NULL;
  g_autoptr (ActPortRow) row = NULL;
  g_autoptr (ActPortRow) second = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (object == NULL)
    return;

  head = act_port_head_read (object, NULL);
  row = act_port_line_read_row (object, NULL);
  if (row == NULL)
    return;

  check_row (row);
  act_port_line_add_row (line, row);
  again = act_port_object_parse (line->str, line->len - (line->str[line->len - 1] == '\n'), NULL);
  g_assert_nonnull (again);
  second = act_port_line_read_row (again, NULL);
  g_assert_nonnull (second);
}

static void
read_rows (ActPortReader *reader)
{
  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = act_port_reader_read (reader, NULL, &error);

      g_assert_true ((rows == NULL) == (error != NULL));
      if (rows == NULL || rows->len == 0)
        return;
      for (guint i = 0; i < rows->len; i++)
        check_row (g_ptr_array_index (rows, i));
    }
}

static void
check_file (const uint8_t *data,
            size_t         size)
{
  int              fd = memfd_create ("import", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ActPortReader) reader = act_port_reader_new (file);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  if (act_port_reader_open (reader, NULL, &error))
    read_rows (reader);
  else
    g_assert_true (error != NULL && error->domain == ACT_PORT_ERROR);

  close (fd);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  check_line (data, size);
  check_file (data, size);

  return 0;
}
