/* JSON objects without anything inside them: the lines of a store's file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActPortObject:
 *
 * Texts and whole numbers by their names. Any thread.
 */
typedef struct _ActPortObject ActPortObject;

ActPortObject *act_port_object_parse      (const char           *text,
                                           gsize                 length,
                                           GError              **error);
void           act_port_object_free       (ActPortObject        *self);
const char    *act_port_object_get_text   (const ActPortObject  *self,
                                           const char           *name);
gboolean       act_port_object_get_number (const ActPortObject  *self,
                                           const char           *name,
                                           gint64               *number);
void           act_port_json_begin        (GString              *json,
                                           const char           *type);
void           act_port_json_add_text     (GString              *json,
                                           const char           *name,
                                           const char           *text);
void           act_port_json_add_number   (GString              *json,
                                           const char           *name,
                                           gint64                number);
void           act_port_json_end          (GString              *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActPortObject, act_port_object_free)

G_END_DECLS
