/* What the colours of connections are called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-settings.h"

G_BEGIN_DECLS

const char *act_connection_colour_text (ActConnectionColour colour);

G_END_DECLS
