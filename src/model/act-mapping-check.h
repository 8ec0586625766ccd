/* What stands against a mapping that is about to be made
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"

G_BEGIN_DECLS

const ActExternalMapping *act_mapping_check_find_same      (GPtrArray                *mappings,
                                                            const ActExternalMapping *mapping);
const ActExternalMapping *act_mapping_check_find_duplicate (GPtrArray                *mappings,
                                                            const ActExternalMapping *mapping);
const ActExternalMapping *act_mapping_check_find_other     (GPtrArray                *mappings,
                                                            const ActExternalMapping *mapping);
const ActExternalMapping *act_mapping_check_find_by_system (GPtrArray                *mappings,
                                                            const char               *external_system);

G_END_DECLS
