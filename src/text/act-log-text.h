/* The log of a run, whatever it is, made fit for reading
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActLogForm:
 * @ACT_LOG_FORM_EMPTY: there is nothing in it
 * @ACT_LOG_FORM_TEXT: text
 * @ACT_LOG_FORM_JSON: JSON
 * @ACT_LOG_FORM_BINARY: nothing that can be read
 *
 * What a log is. The form is not documented, so it is looked at.
 */
typedef enum
{
  ACT_LOG_FORM_EMPTY,
  ACT_LOG_FORM_TEXT,
  ACT_LOG_FORM_JSON,
  ACT_LOG_FORM_BINARY,
} ActLogForm;

GBytes  *act_log_text_prepare        (GBytes               *log,
                                      GCancellable         *cancellable,
                                      ActLogForm           *form);
void     act_log_text_prepare_async  (GBytes               *log,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean act_log_text_prepare_finish (GAsyncResult         *result,
                                      GBytes              **text,
                                      ActLogForm           *form,
                                      GError              **error);
char    *act_log_text_get_file_name  (const char           *run_id,
                                      ActLogForm            form);

G_END_DECLS
