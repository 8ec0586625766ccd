/* A page of a dialog or of the details pane
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-page.h"

G_DEFINE_INTERFACE (ActPage, act_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN_PAGE,
  SIGNAL_CLOSE,
  SIGNAL_TITLE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
act_page_default_has_unsaved_input (ActPage *self)
{
  return FALSE;
}

static void
act_page_default_refresh (ActPage *self)
{
}

static void
act_page_default_init (ActPageInterface *iface)
{
  iface->has_unsaved_input = act_page_default_has_unsaved_input;
  iface->refresh = act_page_default_refresh;

  /**
   * ActPage::open-page:
   * @self: the page
   * @page: the page to show on top of it
   *
   * Asks whoever holds the page to show another one.
   */
  signals[SIGNAL_OPEN_PAGE] = g_signal_new ("open-page", ACT_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);

  /**
   * ActPage::close:
   * @self: the page
   *
   * Asks whoever holds the page to take it away, without a question.
   */
  signals[SIGNAL_CLOSE] = g_signal_new ("close", ACT_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);

  /**
   * ActPage::title-changed:
   * @self: the page
   *
   * Says that act_page_dup_title() has another answer now.
   */
  signals[SIGNAL_TITLE_CHANGED] = g_signal_new ("title-changed", ACT_TYPE_PAGE, G_SIGNAL_RUN_LAST,
                                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * act_page_dup_title:
 * @self: a page
 *
 * Returns: (transfer full): what the page is called, translated plain text
 */
char *
act_page_dup_title (ActPage *self)
{
  g_return_val_if_fail (ACT_IS_PAGE (self), NULL);

  return ACT_PAGE_GET_IFACE (self)->dup_title (self);
}

/**
 * act_page_has_unsaved_input:
 * @self: a page
 *
 * Returns: whether closing the page would lose what the user has entered
 */
gboolean
act_page_has_unsaved_input (ActPage *self)
{
  g_return_val_if_fail (ACT_IS_PAGE (self), FALSE);

  return ACT_PAGE_GET_IFACE (self)->has_unsaved_input (self);
}

/**
 * act_page_refresh:
 * @self: a page
 *
 * Reads again what the page shows. Called when it is shown again after another one.
 */
void
act_page_refresh (ActPage *self)
{
  g_return_if_fail (ACT_IS_PAGE (self));

  ACT_PAGE_GET_IFACE (self)->refresh (self);
}

/**
 * act_page_open:
 * @self: a page
 * @page: (transfer floating): a widget that implements #ActPage
 *
 * Shows another page on top of this one.
 */
void
act_page_open (ActPage   *self,
               GtkWidget *page)
{
  g_autoptr (GtkWidget) held = NULL;

  g_return_if_fail (ACT_IS_PAGE (self));
  g_return_if_fail (ACT_IS_PAGE (page));

  held = g_object_ref_sink (page);
  g_signal_emit (self, signals[SIGNAL_OPEN_PAGE], 0, held);
}

/**
 * act_page_close:
 * @self: a page
 *
 * Takes the page away, and what is on top of it, without a question. The page may be gone after it.
 */
void
act_page_close (ActPage *self)
{
  g_return_if_fail (ACT_IS_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

/**
 * act_page_change_title:
 * @self: a page
 *
 * Says that the page has another title now.
 */
void
act_page_change_title (ActPage *self)
{
  g_return_if_fail (ACT_IS_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_TITLE_CHANGED], 0);
}
