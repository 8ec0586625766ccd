/* A list of events that is followed page by page
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"

G_BEGIN_DECLS

/**
 * ActPullRange:
 * @ACT_PULL_FULL: to the end of the list
 * @ACT_PULL_HEAD: until two pages held nothing new and reached behind the pass' horizon
 * @ACT_PULL_BEGINNING: to the end of the list, but not more than its newest pages
 *
 * How far a cursor is followed.
 */
typedef enum
{
  ACT_PULL_FULL,
  ACT_PULL_HEAD,
  ACT_PULL_BEGINNING,
} ActPullRange;

/**
 * ActCursorState:
 * @ACT_CURSOR_READY: its next page can be asked for
 * @ACT_CURSOR_ASKED: its next page was asked for
 * @ACT_CURSOR_MERGING: whether it goes on is told by what its page holds
 * @ACT_CURSOR_ENDED: it was followed as far as it was meant to be, or failed
 */
typedef enum
{
  ACT_CURSOR_READY,
  ACT_CURSOR_ASKED,
  ACT_CURSOR_MERGING,
  ACT_CURSOR_ENDED,
} ActCursorState;

/**
 * ActCursor:
 * @owner: (unowned): for whoever follows it
 * @event_name: (nullable): which events, or %NULL for all
 * @include_actioned: whether actioned ones are listed
 * @range: how far it is followed
 * @state: where it stands
 * @next_token: (nullable): what comes next; %NULL at the beginning and at the end
 * @page_size: how many events are asked for at once
 * @n_pages: how many pages were read
 * @known_pages: how many of the last ones held nothing new
 * @oldest: the time of the oldest event on the last page, or %G_MAXINT64
 * @reached: the time of the oldest event on all pages, or %G_MAXINT64
 *
 * Main thread.
 */
typedef struct
{
  gpointer       owner;
  char          *event_name;
  gboolean       include_actioned;
  ActPullRange   range;
  ActCursorState state;
  char          *next_token;
  guint          page_size;
  guint          n_pages;
  guint          known_pages;
  gint64         oldest;
  gint64         reached;
  GHashTable    *seen_tokens;
} ActCursor;

ActCursor *act_cursor_new         (gpointer       owner,
                                   const char    *event_name,
                                   gboolean       include_actioned,
                                   ActPullRange   range,
                                   const char    *next_token);
void       act_cursor_free        (ActCursor     *self);
gboolean   act_cursor_take_page   (ActCursor     *self,
                                   ActEventPage  *page,
                                   GError       **error);
gboolean   act_cursor_halve_pages (ActCursor     *self,
                                   const GError  *error);
gboolean   act_cursor_is_at_end   (ActCursor     *self);

G_END_DECLS
