/* Where lists that are read to their end were left off
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActPlaces:
 *
 * For each list, told by its event name, or by %NULL for the list of all events: the next token, or
 * that it was read to its end. Any thread, one at a time.
 */
typedef struct _ActPlaces ActPlaces;

ActPlaces  *act_places_new_from_text (const char       *text);
void        act_places_free          (ActPlaces        *self);
char       *act_places_to_text       (ActPlaces        *self);
gboolean    act_places_is_empty      (ActPlaces        *self);
void        act_places_set_token     (ActPlaces        *self,
                                      const char       *event_name,
                                      const char       *token);
char       *act_places_dup_token     (ActPlaces        *self,
                                      const char       *event_name);
void        act_places_set_done      (ActPlaces        *self,
                                      const char       *event_name);
gboolean    act_places_is_done       (ActPlaces        *self,
                                      const char       *event_name);
gboolean    act_places_has_token     (ActPlaces        *self);
void        act_places_forget_tokens (ActPlaces        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActPlaces, act_places_free)

G_END_DECLS
