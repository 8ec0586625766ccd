/* The toast that undoes the marks that are still held
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-undo-toast.h"

#include <glib/gi18n.h>

/* A toast's own time-out stops while the pointer is on it, but our undo time would go on, and the
 * button would then undo nothing. So the toast has no time-out: it stays until no mark is held, and
 * pointer or focus on it make the session hold them. libadwaita hands out no widget to watch; but our
 * own label is in the toast as its title, and the toast is the label's ancestor right below the
 * overlay. */

struct _ActUndoToast
{
  GObject parent_instance;

  AdwToastOverlay *overlay;         /* (unowned): it owns our owner */
  ActSession      *session;         /* (owned) (nullable) */
  AdwToast        *toast;           /* (owned) (nullable): while it is shown */
  GtkLabel        *label;           /* (unowned): in the toast */
  char            *connection_name; /* (owned) (nullable): where there are others */
  guint            n_held;
  gboolean         hovered;
  gboolean         focused;
  gboolean         paused;
};

G_DEFINE_FINAL_TYPE (ActUndoToast, act_undo_toast, G_TYPE_OBJECT)

static void
update_pause (ActUndoToast *self)
{
  gboolean paused = self->toast != NULL && (self->hovered || self->focused);

  if (self->paused == paused)
    return;

  self->paused = paused;
  if (self->session != NULL)
    act_session_pause_undo_time (self->session, paused);
}

static void
enter_cb (GtkEventControllerMotion *controller,
          double                    x,
          double                    y,
          ActUndoToast             *self)
{
  self->hovered = TRUE;
  update_pause (self);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          ActUndoToast             *self)
{
  self->hovered = FALSE;
  update_pause (self);
}

static void
focus_enter_cb (GtkEventControllerFocus *controller,
                ActUndoToast            *self)
{
  self->focused = TRUE;
  update_pause (self);
}

static void
focus_leave_cb (GtkEventControllerFocus *controller,
                ActUndoToast            *self)
{
  self->focused = FALSE;
  update_pause (self);
}

/* The overlay makes the widget of a toast when it shows it, and anew when it shows it again. */
static void
label_map_cb (GtkWidget    *label,
              ActUndoToast *self)
{
  GtkWidget          *widget = label;
  GtkEventController *motion = NULL;
  GtkEventController *focus = NULL;

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self->overlay))
    widget = gtk_widget_get_parent (widget);

  if (widget == NULL || g_object_get_data (G_OBJECT (widget), "act-watched") != NULL)
    return;

  g_object_set_data (G_OBJECT (widget), "act-watched", GINT_TO_POINTER (TRUE));
  motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (widget, motion);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_enter_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, 0);
  gtk_widget_add_controller (widget, focus);
}

static void
forget_toast (ActUndoToast *self)
{
  self->hovered = FALSE;
  self->focused = FALSE;
  g_clear_object (&self->toast);
  self->label = NULL;
  update_pause (self);
}

static void
dismissed_cb (AdwToast     *toast,
              ActUndoToast *self)
{
  if (self->toast == toast)
    forget_toast (self);
}

static void
show_toast (ActUndoToast *self,
            const char   *title)
{
  self->label = GTK_LABEL (gtk_label_new (title));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  g_signal_connect_object (self->label, "map", G_CALLBACK (label_map_cb), self, 0);

  self->toast = adw_toast_new ("");
  adw_toast_set_custom_title (self->toast, GTK_WIDGET (self->label));
  adw_toast_set_button_label (self->toast, _ ("Undo"));
  adw_toast_set_action_name (self->toast, "events.undo");
  adw_toast_set_timeout (self->toast, 0);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));
}

static char *
describe (ActUndoToast *self)
{
  if (self->connection_name == NULL)
    return g_strdup_printf (ngettext ("%u event marked as actioned",
                                      "%u events marked as actioned",
                                      self->n_held),
                            self->n_held);

  /* Translators: a number of events, and the name of a connection. */
  return g_strdup_printf (ngettext ("%1$u event marked as actioned in %2$s",
                                    "%1$u events marked as actioned in %2$s",
                                    self->n_held),
                          self->n_held, self->connection_name);
}

static void
update (ActUndoToast *self)
{
  const ActCounts *counts = self->session != NULL ? act_session_get_counts (self->session) : NULL;
  guint            n_held = counts != NULL ? counts->held : 0;
  gboolean         more = n_held > self->n_held;
  g_autofree char *title = NULL;

  if (n_held == self->n_held)
    return;

  self->n_held = n_held;
  if (n_held == 0)
    {
      if (self->toast != NULL)
        adw_toast_dismiss (self->toast);

      return;
    }

  title = describe (self);

  /* A toast that the user closed comes back only with another mark. */
  if (self->toast != NULL)
    gtk_label_set_label (self->label, title);
  else if (more)
    show_toast (self, title);
}

static void
notify_counts_cb (ActSession   *session,
                  GParamSpec   *pspec,
                  ActUndoToast *self)
{
  update (self);
}

static void
act_undo_toast_dispose (GObject *object)
{
  ActUndoToast *self = ACT_UNDO_TOAST (object);

  act_undo_toast_set_session (self, NULL);
  g_clear_object (&self->toast);

  G_OBJECT_CLASS (act_undo_toast_parent_class)->dispose (object);
}

static void
act_undo_toast_finalize (GObject *object)
{
  g_free (ACT_UNDO_TOAST (object)->connection_name);

  G_OBJECT_CLASS (act_undo_toast_parent_class)->finalize (object);
}

static void
act_undo_toast_class_init (ActUndoToastClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_undo_toast_dispose;
  object_class->finalize = act_undo_toast_finalize;
}

static void
act_undo_toast_init (ActUndoToast *self)
{
}

/**
 * act_undo_toast_new:
 * @overlay: where the toast is shown; it must outlive this object
 *
 * Creates the toast's keeper.
 *
 * Returns: (transfer full): the keeper
 */
ActUndoToast *
act_undo_toast_new (AdwToastOverlay *overlay)
{
  ActUndoToast *self = g_object_new (ACT_TYPE_UNDO_TOAST, NULL);

  self->overlay = overlay;

  return self;
}

/**
 * act_undo_toast_set_connection_name:
 * @self: a toast's keeper
 * @name: (nullable): the connection whose marks it can undo, where there are others
 *
 * Names the connection in what the toast says.
 */
void
act_undo_toast_set_connection_name (ActUndoToast *self,
                                    const char   *name)
{
  char            *copy = g_strdup (name);
  g_autofree char *title = NULL;

  g_return_if_fail (ACT_IS_UNDO_TOAST (self));

  g_free (self->connection_name);
  self->connection_name = copy;
  if (self->toast == NULL)
    return;

  title = describe (self);
  gtk_label_set_label (self->label, title);
}

/**
 * act_undo_toast_set_session:
 * @self: a toast's keeper
 * @session: (nullable): the session whose marks it can undo
 *
 * Watches another session.
 */
void
act_undo_toast_set_session (ActUndoToast *self,
                            ActSession   *session)
{
  g_return_if_fail (ACT_IS_UNDO_TOAST (self));

  if (self->session == session)
    return;

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  forget_toast (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_set_object (&self->session, session);
  self->n_held = 0;
  if (session == NULL)
    return;

  g_signal_connect_object (session, "notify::counts", G_CALLBACK (notify_counts_cb), self, 0);
  update (self);
}
