/* Shows what the file of a store holds, and takes it over
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-import-dialog.h"

#include "act-port.h"
#include "act-problem-box.h"
#include "act-progress-view.h"
#include "act-safe-text.h"
#include "act-session-imported.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

/* What the main button does. */
typedef enum
{
  NEXT_NOTHING,
  NEXT_IMPORT,
  NEXT_SEND,
  NEXT_CLOSE,
} Next;

struct _ActStoreImportDialog
{
  AdwWindow parent_instance;

  ActSession   *session;     /* (owned) */
  GFile        *file;        /* (owned) */
  GCancellable *cancellable; /* (owned): of everything, when the dialog ends */
  GCancellable *working;     /* (owned) (nullable): of what runs */
  ActPortCheck *check;       /* (owned) (nullable): once the file was read */
  Next          next;

  GtkStack        *stack;
  ActProgressView *progress_view;
  ActProblemBox   *problem;
  GtkLabel        *origin;
  GtkLabel        *explanation;
  GtkWidget       *counts;
  GtkLabel        *new_events;
  GtkLabel        *newer_events;
  GtkLabel        *known_events;
  GtkLabel        *changes;
  GtkLabel        *searches;
  GtkLabel        *activities;
  GtkWidget       *other_group;
  GtkSwitch       *other_switch;
  GtkButton       *button;
};

G_DEFINE_FINAL_TYPE (ActStoreImportDialog, act_store_import_dialog, ADW_TYPE_WINDOW)

static void
set_count (GtkLabel *label,
           guint     count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  gtk_label_set_label (label, text);
}

static void
show_counts (ActStoreImportDialog *self,
             const ActPortCounts  *counts)
{
  set_count (self->new_events, counts->new_events);
  set_count (self->newer_events, counts->newer_events);
  set_count (self->known_events, counts->known_events);
  set_count (self->changes, counts->changes);
  set_count (self->searches, counts->searches);
  set_count (self->activities, counts->activities);
  gtk_widget_set_visible (self->counts, TRUE);
}

static gboolean
is_of_other_organization (ActStoreImportDialog *self)
{
  ActConnection *connection = act_session_get_connection (self->session);

  return self->check != NULL && g_strcmp0 (self->check->head->organization,
                                           act_connection_get_organisation_id (connection)) != 0;
}

static void
update_button (ActStoreImportDialog *self)
{
  gboolean refused = self->next == NEXT_IMPORT && is_of_other_organization (self) &&
                     !gtk_switch_get_active (self->other_switch);

  switch (self->next)
    {
    case NEXT_IMPORT:
      gtk_button_set_label (self->button, _ ("Import"));
      break;

    case NEXT_SEND:
      gtk_button_set_label (self->button, _ ("Send from This Computer"));
      break;

    case NEXT_NOTHING:
    case NEXT_CLOSE:
    default:
      gtk_button_set_label (self->button, _ ("Close"));
      break;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !refused);
}

/* Whatever runs has ended; the page says how. */
static void
show_page (ActStoreImportDialog *self,
           Next                  next,
           const char           *explanation)
{
  g_clear_object (&self->working);
  act_progress_view_clear (self->progress_view);
  self->next = next;
  gtk_label_set_label (self->explanation, explanation != NULL ? explanation : "");
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), explanation != NULL);
  gtk_widget_set_visible (self->other_group, next == NEXT_IMPORT && is_of_other_organization (self));
  update_button (self);
  gtk_stack_set_visible_child_name (self->stack, "page");
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
show_problem (ActStoreImportDialog *self,
              const GError         *error,
              Next                  next)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->check == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_page (self, NEXT_IMPORT,
                 _ ("The import was stopped. What was taken over by then stays; Import goes on with the rest."));
      return;
    }

  act_problem_box_show_error (self->problem, error);
  show_page (self, next, NULL);
}

static void
show_origin (ActStoreImportDialog *self)
{
  const ActPortHead *head = self->check->head;
  g_autofree char   *safe = act_safe_text_line (head->connection != NULL ? head->connection
                                                                         : head->organization);
  g_autofree char   *time = act_time_text_spoken (head->exported_at, act_time_now ());
  g_autofree char   *text = NULL;

  /* Translators: the name of a connection, and a time. */
  text = g_strdup_printf (_ ("The store of “%1$s” as of %2$s"), safe, time);
  gtk_label_set_label (self->origin, text);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), TRUE);
}

static void
progress_cb (ActStep  step,
             gint64   done,
             gint64   total,
             gpointer user_data)
{
  ActStoreImportDialog *self = user_data;

  if (!g_cancellable_is_cancelled (self->cancellable))
    act_progress_view_set (self->progress_view, step, done, total);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ActStoreImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  ActPortCheck *check = act_port_check_finish (ACT_ROW_SOURCE (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      act_port_check_free (check);
      return;
    }

  self->check = check;
  if (check == NULL)
    {
      show_problem (self, error, NEXT_CLOSE);
      return;
    }

  show_origin (self);
  show_counts (self, &check->counts);
  show_page (self, NEXT_IMPORT,
             _ ("Nothing is imported yet. What is known better here stays as it is. Unsent changes "
                "are held back until you choose to send them from this computer."));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ActStoreImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  ActPortCounts counts = { 0 };
  gboolean      imported = act_port_import_finish (ACT_ROW_SOURCE (source), result, &counts, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (!imported)
    {
      show_problem (self, error, NEXT_IMPORT);
      return;
    }

  show_counts (self, &counts);
  if (counts.changes > 0)
    show_page (self, NEXT_SEND,
               _ ("Imported. The unsent changes are held back: send them from this computer only if "
                  "the other one does not send them any more. They are in Pending Changes too."));
  else
    show_page (self, NEXT_CLOSE, _ ("Imported."));
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ActStoreImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  guint            n_sent = 0;
  gboolean         sent = act_session_send_imported_finish (ACT_SESSION (source), result, &n_sent, &error);
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (!sent)
    {
      show_problem (self, error, NEXT_SEND);
      return;
    }

  text = g_strdup_printf (ngettext ("%u change is sent from this computer now.",
                                    "%u changes are sent from this computer now.", n_sent),
                          n_sent);
  show_page (self, NEXT_CLOSE, text);
}

static void
begin_work (ActStoreImportDialog *self)
{
  self->working = g_cancellable_new ();
  act_problem_box_hide (self->problem);
  gtk_stack_set_visible_child_name (self->stack, "work");
}

static void
button_cb (ActStoreImportDialog *self)
{
  ActRowSource *source = act_session_get_row_source (self->session);

  switch (self->next)
    {
    case NEXT_IMPORT:
      begin_work (self);
      act_port_import_async (source, self->file, self->check, progress_cb, self, self->working,
                             imported_cb, g_object_ref (self));
      break;

    case NEXT_SEND:
      self->next = NEXT_NOTHING;
      gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
      act_session_send_imported_async (self->session, NULL, sent_cb, g_object_ref (self));
      break;

    case NEXT_NOTHING:
      break;

    case NEXT_CLOSE:
    default:
      gtk_window_close (GTK_WINDOW (self));
      break;
    }
}

static void
stop_cb (ActStoreImportDialog *self)
{
  g_cancellable_cancel (self->working);
}

static void
other_cb (ActStoreImportDialog *self)
{
  update_button (self);
}

static void
act_store_import_dialog_dispose (GObject *object)
{
  ActStoreImportDialog *self = ACT_STORE_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->working);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_STORE_IMPORT_DIALOG);

  G_OBJECT_CLASS (act_store_import_dialog_parent_class)->dispose (object);
}

static void
act_store_import_dialog_finalize (GObject *object)
{
  ActStoreImportDialog *self = ACT_STORE_IMPORT_DIALOG (object);

  act_port_check_free (self->check);
  g_clear_object (&self->working);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_store_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, progress_view);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, origin);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, new_events);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, newer_events);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, known_events);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, searches);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, activities);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, other_group);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, other_switch);
  gtk_widget_class_bind_template_child (widget_class, ActStoreImportDialog, button);
}

static void
act_store_import_dialog_class_init (ActStoreImportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_store_import_dialog_dispose;
  object_class->finalize = act_store_import_dialog_finalize;

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  g_type_ensure (ACT_TYPE_PROGRESS_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-store-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, button_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_store_import_dialog_init (ActStoreImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_store_import_dialog_new:
 * @parent: the window that it belongs to
 * @session: whose store is to take it over
 * @file: what was chosen
 *
 * Creates the dialog, which begins to read the file.
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
act_store_import_dialog_new (GtkWindow  *parent,
                             ActSession *session,
                             GFile      *file)
{
  ActStoreImportDialog *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (ACT_TYPE_STORE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->file = g_object_ref (file);
  begin_work (self);
  act_port_check_async (act_session_get_row_source (session), file, progress_cb, self, self->working,
                        checked_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
