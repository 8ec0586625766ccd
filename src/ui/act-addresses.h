/* Every address on the Internet that the program itself knows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are opened in the browser when the user asks for it, and never read by the program. The help
 * pages are those of the vendor's documentation in 2026.
 */

#pragma once

#define ACT_ADDRESS_HELP "https://docs.m3ter.com/guides/integrations/setting-up-integrations/"
#define ACT_ADDRESS_HELP_CREDENTIALS ACT_ADDRESS_HELP "managing-integration-credentials"
#define ACT_ADDRESS_HELP_MAPPINGS    ACT_ADDRESS_HELP "creating-and-managing-external-mappings"

/* Not encrypted, so that a network that asks to sign in first can answer in its place. */
#define ACT_ADDRESS_NETWORK_PAGE "http://nmcheck.gnome.org/"
