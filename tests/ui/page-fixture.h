/* A page that a test tells what to say
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-page.h"

G_BEGIN_DECLS

#define PAGE_TYPE_FIXTURE (page_fixture_get_type ())

G_DECLARE_FINAL_TYPE (PageFixture, page_fixture, PAGE, FIXTURE, GtkWidget)

GtkWidget *page_fixture_new             (const char  *title);
void       page_fixture_set_title       (PageFixture *self,
                                         const char  *title);
void       page_fixture_set_unsaved     (PageFixture *self,
                                         gboolean     unsaved);
guint      page_fixture_count_refreshes (PageFixture *self);
GtkWidget *page_fixture_get_last_entry  (PageFixture *self);

G_END_DECLS
