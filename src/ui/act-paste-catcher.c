/* Keeps a pasted block of variables out of the entries of a form
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-paste-catcher.h"

#include <string.h>

struct _ActPasteCatcher
{
  GObject parent_instance;

  gboolean is_filling; /* whether the form is putting into its entries what was found */
};

G_DEFINE_FINAL_TYPE (ActPasteCatcher, act_paste_catcher, G_TYPE_OBJECT)

enum
{
  SIGNAL_PASTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Returns: whether it is a block */
static gboolean
take (ActPasteCatcher *self,
      const char      *text,
      gsize            length)
{
  g_autoptr (ActConnectionPaste) paste = act_connection_paste_parse (text, length);

  if (paste == NULL)
    return FALSE;

  self->is_filling = TRUE;
  g_signal_emit (self, signals[SIGNAL_PASTED], 0, paste);
  self->is_filling = FALSE;

  return TRUE;
}

/* What is too long to be looked through is too long for any entry. */
static void
insert_text_cb (GtkEditable     *editable,
                const char      *text,
                int              length,
                int             *position,
                ActPasteCatcher *self)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;

  if (self->is_filling)
    return;

  if (n_bytes > ACT_CONNECTION_PASTE_MAX_LENGTH || take (self, text, n_bytes))
    g_signal_stop_emission_by_name (editable, "insert-text");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ActPasteCatcher) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL)
    return;

  take (self, text, strlen (text));
  explicit_bzero (text, strlen (text));
}

static void
act_paste_catcher_class_init (ActPasteCatcherClass *klass)
{
  signals[SIGNAL_PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
act_paste_catcher_init (ActPasteCatcher *self)
{
}

/**
 * act_paste_catcher_new:
 *
 * Returns: (transfer full): a catcher that watches nothing yet
 */
ActPasteCatcher *
act_paste_catcher_new (void)
{
  return g_object_new (ACT_TYPE_PASTE_CATCHER, NULL);
}

/**
 * act_paste_catcher_watch:
 * @self: a catcher
 * @editable: an entry
 *
 * Keeps blocks out of one more entry.
 */
void
act_paste_catcher_watch (ActPasteCatcher *self,
                         GtkEditable     *editable)
{
  g_return_if_fail (ACT_IS_PASTE_CATCHER (self));
  g_return_if_fail (GTK_IS_EDITABLE (editable));

  /* What holds the text is inside the entry, and tells of it before it is in it. */
  g_signal_connect_object (gtk_editable_get_delegate (editable), "insert-text",
                           G_CALLBACK (insert_text_cb), self, 0);
}

/**
 * act_paste_catcher_read_clipboard:
 * @self: a catcher
 * @widget: where it was pasted, outside all entries
 *
 * Looks for a block on the clipboard; anything else is ignored.
 */
void
act_paste_catcher_read_clipboard (ActPasteCatcher *self,
                                  GtkWidget       *widget)
{
  g_return_if_fail (ACT_IS_PASTE_CATCHER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb,
                                 g_object_ref (self));
}
