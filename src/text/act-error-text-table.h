/* The table of messages, for the code that words an error and for the test that reads its document
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-error-text.h"

G_BEGIN_DECLS

/**
 * ActErrorTopic:
 * @ACT_ERROR_TOPIC_API: %ACT_API_ERROR
 * @ACT_ERROR_TOPIC_MARKING: %ACT_API_ERROR, of the call that marks events
 * @ACT_ERROR_TOPIC_CHANGING: %ACT_API_ERROR, of the calls of follow-ups
 * @ACT_ERROR_TOPIC_COMMAND: %ACT_API_ERROR, where nothing is tried again by itself
 * @ACT_ERROR_TOPIC_STORE: %ACT_STORE_ERROR
 * @ACT_ERROR_TOPIC_PORT: %ACT_PORT_ERROR
 * @ACT_ERROR_TOPIC_CONNECTION: %ACT_CONNECTION_ERROR
 * @ACT_ERROR_TOPIC_KEYRING: %ACT_KEYRING_ERROR
 * @ACT_ERROR_TOPIC_IO: %G_IO_ERROR
 * @ACT_ERROR_TOPIC_ANY: whatever no other row is about
 *
 * What a row is about.
 */
typedef enum
{
  ACT_ERROR_TOPIC_API,
  ACT_ERROR_TOPIC_MARKING,
  ACT_ERROR_TOPIC_CHANGING,
  ACT_ERROR_TOPIC_COMMAND,
  ACT_ERROR_TOPIC_STORE,
  ACT_ERROR_TOPIC_PORT,
  ACT_ERROR_TOPIC_CONNECTION,
  ACT_ERROR_TOPIC_KEYRING,
  ACT_ERROR_TOPIC_IO,
  ACT_ERROR_TOPIC_ANY,
} ActErrorTopic;

/**
 * ActErrorTextRow:
 * @topic: what it is about
 * @code: the error's code in the topic's domain
 * @remedy: what its button does
 * @title: what happened, not translated
 * @cause: why, not translated
 * @advice: what now, not translated
 *
 * A message.
 */
typedef struct
{
  ActErrorTopic  topic;
  int            code;
  ActErrorRemedy remedy;
  const char    *title;
  const char    *cause;
  const char    *advice;
} ActErrorTextRow;

const ActErrorTextRow *act_error_text_get_table   (gsize          *n_rows);
const ActErrorTextRow *act_error_text_find_row    (ActErrorTopic   topic,
                                                   int             code);
const char            *act_error_remedy_get_label (ActErrorRemedy  remedy);

G_END_DECLS
