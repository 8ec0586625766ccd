/* The files of a store: names, modes, and what may be written
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  act_store_files_exist                 (const char  *path);
gboolean  act_store_files_can_write             (const char  *path);
gboolean  act_store_files_make_directory        (const char  *path,
                                                 GError     **error);
gboolean  act_store_files_create                (const char  *path,
                                                 GError     **error);
gboolean  act_store_files_move                  (const char  *from,
                                                 const char  *to,
                                                 GError     **error);
void      act_store_files_remove                (const char  *path);
char     *act_store_files_make_free_name        (const char  *path,
                                                 const char  *what);
char     *act_store_files_make_replacement_name (const char  *path);
char     *act_store_files_set_aside             (const char  *path,
                                                 GError     **error);
void      act_store_files_note_damage           (const char  *path);
gboolean  act_store_files_take_damage           (const char  *path);
GPtrArray *act_store_files_list                 (const char  *path,
                                                 const char  *what);
GPtrArray *act_store_files_list_set_aside       (const char  *path);

G_END_DECLS
