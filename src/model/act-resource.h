/* Something of the server that the store keeps
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActResourceKind:
 * @ACT_RESOURCE_RUN: an integration run; its group is act_resource_make_group()
 * @ACT_RESOURCE_RUN_LOG: a run's log as it was decoded; its id is the run's
 * @ACT_RESOURCE_CONFIGURATION: an integration configuration; one group, the empty text
 * @ACT_RESOURCE_MAPPING: an external mapping; its group is act_resource_make_group()
 * @ACT_RESOURCE_MAPPING_OPTIONS: the mapping configuration; one, whose id is the empty text
 * @ACT_RESOURCE_CREDENTIAL: a credential without secrets; one group, the empty text
 * @ACT_RESOURCE_EXTERNAL_RECORDS: the records of a system; its id is `SYSTEM/TYPE/TABLE`
 *
 * What is kept. The values are stored and must not be renumbered.
 */
typedef enum
{
  ACT_RESOURCE_RUN = 0,
  ACT_RESOURCE_RUN_LOG = 1,
  ACT_RESOURCE_CONFIGURATION = 2,
  ACT_RESOURCE_MAPPING = 3,
  ACT_RESOURCE_MAPPING_OPTIONS = 4,
  ACT_RESOURCE_CREDENTIAL = 5,
  ACT_RESOURCE_EXTERNAL_RECORDS = 6,
} ActResourceKind;

/**
 * ActResource:
 * @id: its id
 * @group: (nullable): its group; the store asks for it only where several groups are put at once
 * @json: what the server said of it, never with a secret
 * @read_at: when the server said so, milliseconds since 1970 UTC by the local clock
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  char  *id;
  char  *group;
  char  *json;
  gint64 read_at;
} ActResource;

ActResource *act_resource_new        (const char  *id,
                                      const char  *json,
                                      gint64       read_at);
void         act_resource_free       (ActResource *self);
char        *act_resource_make_group (const char  *entity_type,
                                      const char  *entity_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActResource, act_resource_free)

G_END_DECLS
