/* A page of a dialog or of the details pane
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_PAGE (act_page_get_type ())

G_DECLARE_INTERFACE (ActPage, act_page, ACT, PAGE, GtkWidget)

/**
 * ActPageInterface:
 * @dup_title: what the page is called, translated plain text
 * @has_unsaved_input: whether closing it would lose what the user has entered
 * @refresh: reads again what it shows; called when the page is shown again after another one
 *
 * Something that stands in a stack of pages with a Back button: [class@PageDialog], or the details
 * pane. A page owns a cancellable and cancels its calls when it is disposed of. Signals: `open-page`
 * (ActPage: asks whoever holds the page to show another one on top of it), `close` (asks to be taken
 * away, without a question), `title-changed`.
 */
struct _ActPageInterface
{
  GTypeInterface parent_iface;

  char     *(*dup_title)         (ActPage *self);
  gboolean  (*has_unsaved_input) (ActPage *self);
  void      (*refresh)           (ActPage *self);
};

char     *act_page_dup_title         (ActPage   *self);
gboolean  act_page_has_unsaved_input (ActPage   *self);
void      act_page_refresh           (ActPage   *self);
void      act_page_open              (ActPage   *self,
                                      GtkWidget *page);
void      act_page_close             (ActPage   *self);
void      act_page_change_title      (ActPage   *self);

G_END_DECLS
