/* A row of a form for the certificate of a private authority
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-authority-row.h"

#include "act-authority-text.h"
#include "act-choose-file.h"
#include "act-time.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ActAuthorityRow
{
  GtkListBoxRow parent_instance;

  ActAuthority *authority;   /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */

  GtkLabel  *subtitle;
  GtkLabel  *expiry;
  GtkLabel  *fingerprint;
  GtkLabel  *problem;
  GtkWidget *choose_button;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (ActAuthorityRow, act_authority_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_authority (ActAuthorityRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *expiry = NULL;
  g_autofree char *fingerprint = NULL;

  if (self->authority != NULL)
    {
      name = act_authority_text_name (self->authority);
      expiry = act_authority_text_expiry (self->authority, act_time_now ());
      /* Translators: a fingerprint, as digits. */
      fingerprint = g_strdup_printf (_ ("SHA-256 %s"), self->authority->fingerprint);
    }

  set_label (self->subtitle, name != NULL ? name : _ ("None. This computer’s own are trusted."));
  set_label (self->expiry, expiry);
  set_label (self->fingerprint, fingerprint);
  gtk_widget_set_visible (self->remove_button, self->authority != NULL);
}

static void
take_authority (ActAuthorityRow *self,
                ActAuthority    *authority)
{
  g_clear_pointer (&self->authority, act_authority_free);
  self->authority = authority;
  set_label (self->problem, NULL);
  show_authority (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize            length = 0;
  ActAuthority    *authority = NULL;
  ActAuthorityRow *self = NULL;

  g_file_load_partial_contents_finish (G_FILE (source), result, &data, &length, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_AUTHORITY_ROW (user_data);
  if (data != NULL)
    {
      authority = act_authority_parse (data, length, &error);
      /* There may be a key in it, which is nothing that we want to have. */
      explicit_bzero (data, length);
    }

  if (authority != NULL)
    take_authority (self, authority);
  else
    set_label (self->problem, act_authority_text_problem (error));
}

/* One byte more than is taken is enough to see that it is too much. */
static gboolean
read_more_cb (const char *contents,
              goffset     size,
              gpointer    user_data)
{
  return size <= (goffset) ACT_AUTHORITY_MAX_LENGTH;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GFile) file = act_choose_file_finish (result, NULL);

  /* None was chosen, or the row has gone. */
  if (file != NULL)
    act_authority_row_read_file (ACT_AUTHORITY_ROW (user_data), file);
}

static void
choose_cb (ActAuthorityRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  act_choose_file_async (GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_OPEN,
                         _ ("Certificate of a Private Authority"), NULL, self->cancellable, chosen_cb,
                         self);
}

static void
remove_cb (ActAuthorityRow *self)
{
  gtk_widget_grab_focus (self->choose_button);
  take_authority (self, NULL);
}

static void
act_authority_row_dispose (GObject *object)
{
  ActAuthorityRow *self = ACT_AUTHORITY_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_AUTHORITY_ROW);

  G_OBJECT_CLASS (act_authority_row_parent_class)->dispose (object);
}

static void
act_authority_row_finalize (GObject *object)
{
  g_clear_pointer (&ACT_AUTHORITY_ROW (object)->authority, act_authority_free);

  G_OBJECT_CLASS (act_authority_row_parent_class)->finalize (object);
}

static void
act_authority_row_class_init (ActAuthorityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_authority_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = act_authority_row_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-authority-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActAuthorityRow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorityRow, expiry);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorityRow, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorityRow, problem);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorityRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, ActAuthorityRow, subtitle);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
act_authority_row_init (ActAuthorityRow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_authority (self);
}

/**
 * act_authority_row_new:
 *
 * Returns: (transfer floating): a row without a certificate
 */
GtkWidget *
act_authority_row_new (void)
{
  return g_object_new (ACT_TYPE_AUTHORITY_ROW, NULL);
}

/**
 * act_authority_row_get_pem:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the certificate as PEM
 */
const char *
act_authority_row_get_pem (ActAuthorityRow *self)
{
  g_return_val_if_fail (ACT_IS_AUTHORITY_ROW (self), NULL);

  return self->authority != NULL ? self->authority->pem : NULL;
}

/**
 * act_authority_row_set_pem:
 * @self: a row
 * @pem: (nullable): a certificate as PEM; one that cannot be read is as good as none
 *
 * Shows a certificate.
 */
void
act_authority_row_set_pem (ActAuthorityRow *self,
                           const char      *pem)
{
  g_return_if_fail (ACT_IS_AUTHORITY_ROW (self));

  take_authority (self, pem != NULL ? act_authority_parse (pem, strlen (pem), NULL) : NULL);
}

/**
 * act_authority_row_read_file:
 * @self: a row
 * @file: a file, whatever is in it
 *
 * Takes the certificate that is in a file, or says why it does not.
 */
void
act_authority_row_read_file (ActAuthorityRow *self,
                             GFile           *file)
{
  g_return_if_fail (ACT_IS_AUTHORITY_ROW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_partial_contents_async (file, self->cancellable, read_more_cb, loaded_cb, self);
}
