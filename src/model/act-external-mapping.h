/* Which record of another system is which entity
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActExternalMapping:
 * @id: (nullable): its id; %NULL for one that is yet to be created
 * @version: the version that a change must name
 * @entity_type: (nullable): the entity's type, `m3terEntity` of the API
 * @entity_id: (nullable): the entity's id, `m3terId` of the API
 * @external_system: (nullable): the other system's name
 * @external_table: (nullable): where in that system
 * @external_id: (nullable): the record's id there
 * @configuration_id: (nullable): the only integration configuration that it is for
 * @created: milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @json: (nullable): the whole mapping as the server sent it
 *
 * Plain data that may cross threads. From ExternalMappingResponse of the API's description.
 */
typedef struct
{
  char  *id;
  gint64 version;
  char  *entity_type;
  char  *entity_id;
  char  *external_system;
  char  *external_table;
  char  *external_id;
  char  *configuration_id;
  gint64 created;
  char  *json;
} ActExternalMapping;

#define ACT_TYPE_EXTERNAL_MAPPING (act_external_mapping_get_type ())

GType               act_external_mapping_get_type      (void) G_GNUC_CONST;
ActExternalMapping *act_external_mapping_new           (void);
ActExternalMapping *act_external_mapping_copy          (const ActExternalMapping *self);
void                act_external_mapping_free          (ActExternalMapping       *self);
gboolean            act_external_mapping_says_the_same (const ActExternalMapping *self,
                                                        const ActExternalMapping *other);
gboolean            act_external_mapping_is_valid_text (const char               *text);
char               *act_external_mapping_trim_text     (const char               *text);
char               *act_external_mapping_describe      (const ActExternalMapping *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActExternalMapping, act_external_mapping_free)

G_END_DECLS
