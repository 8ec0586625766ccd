/* How far the synchronisation is, and what holds it back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-sync-status.h"

#include "act-session-progress.h"
#include "act-sync-text.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActSyncStatus
{
  GtkWidget parent_instance;

  ActSession *session; /* (owned) (nullable) */

  GtkWidget      *box;
  GtkLabel       *title;
  GtkLabel       *numbers;
  GtkLabel       *left;
  GtkLabel       *effect;
  GtkProgressBar *progress_bar;
  GtkButton      *pause_button;
  GtkButton      *anyway_button;
  GtkButton      *page_button;
};

G_DEFINE_FINAL_TYPE (ActSyncStatus, act_sync_status, GTK_TYPE_WIDGET)

/* Labels that say the same as before are left alone: assistive technology reads every change. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  if (text != NULL && !g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
}

static char *
format_idle (ActSyncStatus *self)
{
  gint64           as_of = act_session_get_as_of (self->session);
  g_autofree char *time = NULL;

  if (as_of == ACT_TIME_UNKNOWN)
    return g_strdup (_ ("Not synchronised yet"));

  time = act_time_text_as_of (as_of, act_time_now ());

  /* Translators: a time goes in here. */
  return g_strdup_printf (_ ("Synchronised at %s"), time);
}

static char *
format_title (ActSyncStatus         *self,
              const ActSyncProgress *progress)
{
  const char *phase = act_sync_text_phase (progress->phase);
  const char *hold = act_sync_text_hold (progress->hold);

  if (hold != NULL && phase == NULL)
    return g_strdup (hold);

  return phase != NULL ? g_strdup (phase) : format_idle (self);
}

static void
update_bar (ActSyncStatus         *self,
            const ActSyncProgress *progress)
{
  double all = (double) progress->events + (double) progress->left;

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), progress->left >= 0 && all > 0);
  if (progress->left >= 0 && all > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) progress->events / all);
}

static void
update_buttons (ActSyncStatus         *self,
                const ActSyncProgress *progress)
{
  gboolean is_costly = progress->hold == ACT_SYNC_HOLD_METERED ||
                       progress->hold == ACT_SYNC_HOLD_POWER_SAVER;

  gtk_button_set_label (self->pause_button,
                        act_session_get_paused (self->session) ? _ ("Resume") : _ ("Pause"));
  gtk_widget_set_visible (GTK_WIDGET (self->pause_button),
                          !act_session_get_read_only (self->session));
  gtk_widget_set_visible (GTK_WIDGET (self->anyway_button), is_costly);
  gtk_widget_set_visible (GTK_WIDGET (self->page_button), progress->hold == ACT_SYNC_HOLD_PORTAL);
}

static void
update (ActSyncStatus *self)
{
  ActSyncProgress  progress = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *left = NULL;

  gtk_widget_set_visible (self->box, self->session != NULL);
  if (self->session == NULL)
    return;

  act_session_get_progress (self->session, &progress);
  title = format_title (self, &progress);
  numbers = act_sync_text_numbers (&progress, act_time_now ());
  left = act_sync_text_left (&progress);
  set_text (self->title, title);
  set_text (self->numbers, numbers);
  set_text (self->left, left);
  set_text (self->effect, act_sync_text_effect (progress.hold));
  update_bar (self, &progress);
  update_buttons (self, &progress);
}

/* Nobody sees it, and it is brought up to date when it is shown. */
static void
progress_changed_cb (ActSyncStatus *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
pause_cb (ActSyncStatus *self)
{
  act_session_set_paused (self->session, !act_session_get_paused (self->session));
}

static void
anyway_cb (ActSyncStatus *self)
{
  act_session_download_anyway (self->session);
}

static void
act_sync_status_map (GtkWidget *widget)
{
  update (ACT_SYNC_STATUS (widget));

  GTK_WIDGET_CLASS (act_sync_status_parent_class)->map (widget);
}

static void
act_sync_status_dispose (GObject *object)
{
  ActSyncStatus *self = ACT_SYNC_STATUS (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_SYNC_STATUS);

  G_OBJECT_CLASS (act_sync_status_parent_class)->dispose (object);
}

static void
act_sync_status_class_init (ActSyncStatusClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_sync_status_dispose;
  widget_class->map = act_sync_status_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-sync-status.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSyncStatus, anyway_button);
  gtk_widget_class_bind_template_child (widget_class, ActSyncStatus, box);
  gtk_widget_class_bind_template_child (widget_class, ActSyncStatus, effect);
  gtk_widget_class_bind_template_child (widget_class, ActSyncStatus, left);
  gtk_widget_class_bind_template_child (widget_class, ActSyncStatus, numbers);
  gtk_widget_class_bind_template_child (widget_class, ActSyncStatus, page_button);
  gtk_widget_class_bind_template_child (widget_class, ActSyncStatus, pause_button);
  gtk_widget_class_bind_template_child (widget_class, ActSyncStatus, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ActSyncStatus, title);
  gtk_widget_class_bind_template_callback (widget_class, anyway_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
}

static void
act_sync_status_init (ActSyncStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * act_sync_status_new:
 *
 * Creates a status that is hidden until it has a session.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
act_sync_status_new (void)
{
  return g_object_new (ACT_TYPE_SYNC_STATUS, NULL);
}

/**
 * act_sync_status_set_session:
 * @self: a status
 * @session: (nullable): whose it is
 *
 * Watches another session.
 */
void
act_sync_status_set_session (ActSyncStatus *self,
                             ActSession    *session)
{
  g_return_if_fail (ACT_IS_SYNC_STATUS (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "progress-changed", G_CALLBACK (progress_changed_cb), self,
                             G_CONNECT_SWAPPED);
  update (self);
}
