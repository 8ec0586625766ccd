/* The lines of a store's file: its head, its rows and its end
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-port-line.h"

#include "act-port-error.h"

#include <string.h>

#define MAX_HEAD_BYTES 4096

/**
 * act_port_head_new:
 *
 * Returns: (transfer full): an empty head
 */
ActPortHead *
act_port_head_new (void)
{
  return g_new0 (ActPortHead, 1);
}

/**
 * act_port_head_free:
 * @self: (transfer full) (nullable): a head
 *
 * Frees a head.
 */
void
act_port_head_free (ActPortHead *self)
{
  if (self == NULL)
    return;

  g_free (self->organization);
  g_free (self->connection);
  g_free (self->base_url);
  g_free (self);
}

static char *
count_name (guint type)
{
  return g_strconcat ("n-", act_port_type_get_name ((ActPortType) type), NULL);
}

/* What is too long to be true is left out. */
static char *
dup_text (const ActPortObject *object,
          const char          *name)
{
  const char *text = act_port_object_get_text (object, name);

  return text != NULL ? g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_HEAD_BYTES)) : NULL;
}

/**
 * act_port_head_read:
 * @object: the first line
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the head; %ACT_PORT_ERROR_NOT_A_STORE or
 *   %ACT_PORT_ERROR_TOO_NEW if the file cannot be read
 */
ActPortHead *
act_port_head_read (const ActPortObject *object,
                    GError             **error)
{
  g_autoptr (ActPortHead) self = act_port_head_new ();
  gint64 format = 0;

  if (g_strcmp0 (act_port_object_get_text (object, "type"), ACT_PORT_HEAD_TYPE) != 0 ||
      !act_port_object_get_number (object, "format", &format) || format < 1)
    {
      g_set_error_literal (error, ACT_PORT_ERROR, ACT_PORT_ERROR_NOT_A_STORE,
                           "The file does not begin as the file of a store does");
      return NULL;
    }

  if (format > ACT_PORT_FORMAT)
    {
      g_set_error (error, ACT_PORT_ERROR, ACT_PORT_ERROR_TOO_NEW,
                   "The file has format %" G_GINT64_FORMAT ", and this program knows format %d",
                   format, ACT_PORT_FORMAT);
      return NULL;
    }

  self->organization = dup_text (object, "organization");
  self->connection = dup_text (object, "connection");
  self->base_url = dup_text (object, "baseUrl");
  act_port_object_get_number (object, "exportedAt", &self->exported_at);
  for (guint i = 0; i < ACT_N_PORT_TYPES; i++)
    {
      g_autofree char *name = count_name (i);

      act_port_object_get_number (object, name, &self->counts[i]);
    }

  if (self->organization == NULL)
    {
      g_set_error_literal (error, ACT_PORT_ERROR, ACT_PORT_ERROR_NOT_A_STORE,
                           "The file does not say whose store it is");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * act_port_head_write:
 * @self: a head
 * @json: what is written to
 *
 * Writes the first line.
 */
void
act_port_head_write (const ActPortHead *self,
                     GString           *json)
{
  act_port_json_begin (json, ACT_PORT_HEAD_TYPE);
  act_port_json_add_number (json, "format", ACT_PORT_FORMAT);
  act_port_json_add_text (json, "organization", self->organization);
  act_port_json_add_text (json, "connection", self->connection);
  act_port_json_add_text (json, "baseUrl", self->base_url);
  act_port_json_add_number (json, "exportedAt", self->exported_at);
  for (guint i = 0; i < ACT_PORT_ITEM; i++)
    {
      g_autofree char *name = count_name (i);

      act_port_json_add_number (json, name, self->counts[i]);
    }
  act_port_json_end (json);
}

static gboolean
find_type (const char  *name,
           ActPortType *type)
{
  for (guint i = 0; i < ACT_N_PORT_TYPES; i++)
    {
      if (g_strcmp0 (name, act_port_type_get_name ((ActPortType) i)) == 0)
        {
          *type = (ActPortType) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * act_port_line_read_row:
 * @object: a line
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the row; %ACT_PORT_ERROR_DAMAGED if it is none, or out of
 *   bounds
 */
ActPortRow *
act_port_line_read_row (const ActPortObject *object,
                        GError             **error)
{
  g_autoptr (ActPortRow) row = NULL;
  ActPortType         type = ACT_PORT_NAME;
  guint               n_fields = 0;
  const ActPortField *fields = NULL;

  if (!find_type (act_port_object_get_text (object, "type"), &type))
    {
      g_set_error_literal (error, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED,
                           "It is of a type that is not known");
      return NULL;
    }

  row = act_port_row_new (type);
  fields = act_port_type_get_fields (type, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      gint64 number = 0;

      if (fields[i].is_text)
        act_port_row_set_text (row, i, act_port_object_get_text (object, fields[i].name));
      else if (act_port_object_get_number (object, fields[i].name, &number))
        act_port_row_set_number (row, i, number);
    }

  if (!act_port_row_is_valid (row))
    {
      g_set_error_literal (error, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED,
                           "Something that it needs is missing or out of bounds");
      return NULL;
    }

  return g_steal_pointer (&row);
}

/**
 * act_port_line_add_row:
 * @json: what is written to
 * @row: a row
 *
 * Writes a row as a line.
 */
void
act_port_line_add_row (GString          *json,
                       const ActPortRow *row)
{
  guint               n_fields = 0;
  const ActPortField *fields = act_port_type_get_fields (row->type, &n_fields);

  act_port_json_begin (json, act_port_type_get_name (row->type));
  for (guint i = 0; i < n_fields; i++)
    {
      if (row->is_set[i] && fields[i].is_text)
        act_port_json_add_text (json, fields[i].name, row->texts[i]);
      else if (row->is_set[i])
        act_port_json_add_number (json, fields[i].name, row->numbers[i]);
    }
  act_port_json_end (json);
}
