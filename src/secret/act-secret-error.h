/* What libsecret's errors mean
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GError *act_secret_error_translate (GError *error);

G_END_DECLS
