/* What went wrong, in words for people: title, cause, what now, button
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActErrorRemedy:
 * @ACT_ERROR_REMEDY_NONE: nothing that a button could do
 * @ACT_ERROR_REMEDY_TRY_AGAIN: do the same again
 * @ACT_ERROR_REMEDY_OPEN_FOLDER: show the folder of the store
 * @ACT_ERROR_REMEDY_START_ANEW: put the store aside and start with a new one
 *
 * What a button beside the message does.
 */
typedef enum
{
  ACT_ERROR_REMEDY_NONE,
  ACT_ERROR_REMEDY_TRY_AGAIN,
  ACT_ERROR_REMEDY_OPEN_FOLDER,
  ACT_ERROR_REMEDY_START_ANEW,
} ActErrorRemedy;

/**
 * ActErrorText:
 * @title: what happened, short enough for a banner
 * @cause: why
 * @advice: what now
 * @detail: (nullable): what the server or the system said, made safe to show
 * @button: (nullable): the button's label
 * @remedy: what the button does
 *
 * A message for a person. All texts are translated and plain, never markup, and never hold a secret.
 */
typedef struct
{
  char          *title;
  char          *cause;
  char          *advice;
  char          *detail;
  char          *button;
  ActErrorRemedy remedy;
} ActErrorText;

ActErrorText *act_error_text_new              (const GError *error);
ActErrorText *act_error_text_new_for_marking  (const GError *error);
ActErrorText *act_error_text_new_for_changing (const GError *error);
ActErrorText *act_error_text_new_for_command  (const GError *error);
void          act_error_text_free             (ActErrorText *self);
char         *act_error_text_to_string        (ActErrorText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActErrorText, act_error_text_free)

G_END_DECLS
