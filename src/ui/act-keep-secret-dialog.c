/* Asks what to do with a secret that the keyring does not keep
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-keep-secret-dialog.h"

#include "act-error-text.h"
#include "act-keyring-error.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * act_keep_secret_dialog_can_help:
 * @error: why something was not kept
 *
 * Returns: whether the keyring is to blame, so that it can be done without it
 */
gboolean
act_keep_secret_dialog_can_help (const GError *error)
{
  return error != NULL && error->domain == ACT_KEYRING_ERROR;
}

/**
 * act_keep_secret_dialog_new:
 * @parent: the window that it belongs to
 * @error: why the keyring did not keep the secret
 *
 * Says that the secret is not kept, and offers to use it for this session only. The answer is a
 * `response`; any other than the two that are named in the header is to leave it.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
act_keep_secret_dialog_new (GtkWindow    *parent,
                            const GError *error)
{
  g_autoptr (ActErrorText) text = NULL;
  g_autofree char  *body = NULL;
  AdwMessageDialog *dialog = NULL;

  g_return_val_if_fail (act_keep_secret_dialog_can_help (error), NULL);

  text = act_error_text_new (error);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, text->title, NULL));
  body = g_strdup_printf ("%s %s", text->cause,
                          _ ("So the secret cannot be kept. It can be used for this session only: when "
                             "Actioned is started again, it asks for it."));
  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), ACT_KEEP_SECRET_TRY_AGAIN,
                                    _ ("Try Again"), ACT_KEEP_SECRET_THIS_SESSION,
                                    _ ("Only This Session"), NULL);
  adw_message_dialog_set_default_response (dialog, ACT_KEEP_SECRET_THIS_SESSION);
  adw_message_dialog_set_close_response (dialog, "cancel");

  return GTK_WIDGET (dialog);
}
