/* What an external mapping can be made of
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActExternalSystem:
 * @name: the system's name
 * @tables: (array zero-terminated=1): where its records are
 * @allow_custom_tables: whether other tables can be named too
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  char    *name;
  char   **tables;
  gboolean allow_custom_tables;
} ActExternalSystem;

/**
 * ActMappingOptions:
 * @entity_types: (array zero-terminated=1): what can be mapped
 * @systems: (element-type ActExternalSystem): to what
 * @json: (nullable): all of it as the server sent it
 *
 * Plain data that may cross threads. From ExternalMappingConfigurationResponse of the API's
 * description.
 */
typedef struct
{
  char     **entity_types;
  GPtrArray *systems;
  char      *json;
} ActMappingOptions;

/**
 * ActExternalRecord:
 * @id: a record's id in the other system
 * @name: (nullable): what it is called there
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  char *id;
  char *name;
} ActExternalRecord;

ActExternalSystem       *act_external_system_new         (const char              *name);
void                     act_external_system_free        (ActExternalSystem       *self);
ActMappingOptions       *act_mapping_options_new         (void);
void                     act_mapping_options_free        (ActMappingOptions       *self);
const ActExternalSystem *act_mapping_options_find_system (const ActMappingOptions *self,
                                                          const char              *name);
ActExternalRecord       *act_external_record_new         (const char              *id,
                                                          const char              *name);
void                     act_external_record_free        (ActExternalRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActExternalSystem, act_external_system_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActMappingOptions, act_mapping_options_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActExternalRecord, act_external_record_free)

G_END_DECLS
