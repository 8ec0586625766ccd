/* Pending Changes: what waits for the server and what it refused
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending-page-private.h"

#include "act-imported-section.h"
#include "act-load-stack.h"
#include "act-page.h"
#include "act-pending-section.h"
#include "act-session-changes.h"
#include "act-session-pending.h"

#include <glib/gi18n.h>

/* While marks are being sent the store changes all the time. */
#define MILLISECONDS_BETWEEN_READINGS 250

static void init_page (ActPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActPendingPage, act_pending_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

/* What needs the user's eye stands above what waits by itself. */
static const ActPendingKind order[] = {
  ACT_PENDING_REFUSED,
  ACT_PENDING_LOST,
  ACT_PENDING_LOCAL,
  ACT_PENDING_SIGN_IN,
  ACT_PENDING_WAITING,
};

static void
show (ActPendingPage *self)
{
  self->has_read = TRUE;
  for (guint i = 0; i < ACT_N_PENDING_KINDS; i++)
    act_pending_section_show (ACT_PENDING_SECTION (self->by_kind[i]), self->groups, self->changes);

  if (self->groups->len + self->changes->len > 0 || gtk_widget_get_visible (self->imported))
    act_load_stack_show_content (ACT_LOAD_STACK (self->load));
  else
    act_load_stack_show_none (ACT_LOAD_STACK (self->load), "object-select-symbolic",
                              _ ("No Pending Changes"),
                              _ ("The server has everything that was changed on this computer."),
                              NULL);
}

static void
imported_cb (ActPendingPage *self)
{
  if (self->has_read)
    show (self);
}

static void
end_reading (ActPendingPage *self,
             const GError   *error)
{
  self->is_reading = FALSE;
  if (error != NULL && !self->has_read)
    act_load_stack_show_error (ACT_LOAD_STACK (self->load), error);
  else if (error != NULL)
    act_problem_box_show_error (self->problem, error);
  else
    show (self);

  if (self->read_again)
    act_pending_page_read (self);
}

static void
changes_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  ActPendingPage *self = NULL;

  changes = act_session_list_changes_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_PENDING_PAGE (user_data);
  if (changes != NULL)
    {
      g_clear_pointer (&self->changes, g_ptr_array_unref);
      self->changes = g_steal_pointer (&changes);
    }
  end_reading (self, error);
}

static void
groups_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  ActPendingPage *self = NULL;

  groups = act_session_list_pending_groups_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_PENDING_PAGE (user_data);
  if (groups == NULL)
    {
      end_reading (self, error);
      return;
    }

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&groups);
  act_session_list_changes_async (self->session, self->cancellable, changes_listed_cb, self);
}

void
act_pending_page_read (ActPendingPage *self)
{
  self->read_again = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  act_session_list_pending_groups_async (self->session, self->cancellable, groups_listed_cb, self);
}

static gboolean
time_to_read_cb (gpointer user_data)
{
  ActPendingPage *self = user_data;

  self->timer = 0;
  act_pending_page_read (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (ActPendingPage *self)
{
  if (self->timer != 0)
    return;

  self->timer = g_timeout_add (MILLISECONDS_BETWEEN_READINGS, time_to_read_cb, self);
  g_source_set_name_by_id (self->timer, "[actioned] pending changes");
}

static void
read_again_cb (ActPendingPage *self)
{
  act_load_stack_show_loading (ACT_LOAD_STACK (self->load));
  act_pending_page_read (self);
}

static char *
act_pending_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("Pending Changes"));
}

static void
act_pending_page_refresh (ActPage *page)
{
  act_pending_page_read (ACT_PENDING_PAGE (page));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = act_pending_page_dup_title;
  iface->refresh = act_pending_page_refresh;
}

static void
act_pending_page_dispose (GObject *object)
{
  ActPendingPage *self = ACT_PENDING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_PENDING_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_pending_page_parent_class)->dispose (object);
}

static void
act_pending_page_finalize (GObject *object)
{
  ActPendingPage *self = ACT_PENDING_PAGE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (act_pending_page_parent_class)->finalize (object);
}

static void
act_pending_page_class_init (ActPendingPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_pending_page_dispose;
  object_class->finalize = act_pending_page_finalize;

  g_signal_new ("show-event", ACT_TYPE_PENDING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (ACT_TYPE_LOAD_STACK);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-pending-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActPendingPage, load);
  gtk_widget_class_bind_template_child (widget_class, ActPendingPage, sections);
  gtk_widget_class_bind_template_child (widget_class, ActPendingPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, read_again_cb);
  act_pending_page_install_actions (widget_class);
}

static void
act_pending_page_init (ActPendingPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_sections (ActPendingPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      self->by_kind[order[i]] = act_pending_section_new (self->session, order[i]);
      gtk_box_append (GTK_BOX (self->sections), self->by_kind[order[i]]);
    }

  self->imported = act_imported_section_new (self->session);
  g_signal_connect_object (self->imported, "notify::visible", G_CALLBACK (imported_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->sections), self->imported);
}

/**
 * act_pending_page_new:
 * @session: whose changes
 *
 * Creates a page with what waits and what was refused, which follows what comes of it.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_pending_page_new (ActSession *session)
{
  ActPendingPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_PENDING_PAGE, NULL);
  self->session = g_object_ref (session);
  add_sections (self);
  g_signal_connect_object (act_session_get_row_source (session), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changes-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_again_cb (self);

  return GTK_WIDGET (self);
}
