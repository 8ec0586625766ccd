/* What to do when an event does not name what its follow-up is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-unfound-view.h"

#include "act-console.h"
#include "act-json-view.h"

struct _ActUnfoundView
{
  GtkWidget parent_instance;

  ActSession *session; /* (owned) */

  GtkWidget   *box;
  GtkWidget   *button;
  ActJsonView *json;
};

G_DEFINE_FINAL_TYPE (ActUnfoundView, act_unfound_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (ActUnfoundView *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
open_console_cb (ActUnfoundView *self)
{
  act_console_open (GTK_WIDGET (self), self->session);
}

static void
act_unfound_view_dispose (GObject *object)
{
  ActUnfoundView *self = ACT_UNFOUND_VIEW (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_UNFOUND_VIEW);

  G_OBJECT_CLASS (act_unfound_view_parent_class)->dispose (object);
}

static void
act_unfound_view_class_init (ActUnfoundViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_unfound_view_dispose;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_JSON_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-unfound-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ActUnfoundView, box);
  gtk_widget_class_bind_template_child (widget_class, ActUnfoundView, button);
  gtk_widget_class_bind_template_child (widget_class, ActUnfoundView, json);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_console_cb);
}

static void
act_unfound_view_init (ActUnfoundView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_unfound_view_new:
 * @session: whose Console can be opened
 * @json: (nullable): the event as the server sent it
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
act_unfound_view_new (ActSession *session,
                      const char *json)
{
  ActUnfoundView *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_UNFOUND_VIEW, NULL);
  self->session = g_object_ref (session);
  act_json_view_set_json (self->json, json);
  gtk_widget_set_visible (GTK_WIDGET (self->json), json != NULL);

  return GTK_WIDGET (self);
}

/**
 * act_unfound_view_set_button:
 * @self: a view
 * @label: (nullable): what its own button does, or %NULL to have none
 *
 * Offers something else than the Console.
 */
void
act_unfound_view_set_button (ActUnfoundView *self,
                             const char     *label)
{
  g_return_if_fail (ACT_IS_UNFOUND_VIEW (self));

  gtk_button_set_label (GTK_BUTTON (self->button), label != NULL ? label : "");
  gtk_widget_set_visible (self->button, label != NULL);
}
