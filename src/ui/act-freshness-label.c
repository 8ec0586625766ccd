/* How old something is that the server could not be asked about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-freshness-label.h"

#include "act-error-text.h"
#include "act-event.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActFreshnessLabel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel  *finding;
  GtkWidget *stale_box;
  GtkLabel  *stale;
  GtkLabel  *reason;
};

G_DEFINE_FINAL_TYPE (ActFreshnessLabel, act_freshness_label, GTK_TYPE_WIDGET)

static void
update_visible (ActFreshnessLabel *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (GTK_WIDGET (self->finding)) ||
                              gtk_widget_get_visible (self->stale_box));
}

static char *
format_stale (const ActFreshness *freshness)
{
  g_autofree char *time = NULL;

  if (freshness->read_at == ACT_TIME_UNKNOWN)
    return g_strdup (_ ("Kept on this computer; it may have changed on the server."));

  time = act_time_text_as_of (freshness->read_at, act_time_now ());

  return g_strdup_printf (
      /* Translators: "14:32" or "3 Mar 14:32" goes in here. */
      _ ("As of %s, kept on this computer; it may have changed on the server."), time);
}

static void
act_freshness_label_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_FRESHNESS_LABEL);

  G_OBJECT_CLASS (act_freshness_label_parent_class)->dispose (object);
}

static void
act_freshness_label_class_init (ActFreshnessLabelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_freshness_label_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-freshness-label.ui");
  gtk_widget_class_bind_template_child (widget_class, ActFreshnessLabel, box);
  gtk_widget_class_bind_template_child (widget_class, ActFreshnessLabel, finding);
  gtk_widget_class_bind_template_child (widget_class, ActFreshnessLabel, stale_box);
  gtk_widget_class_bind_template_child (widget_class, ActFreshnessLabel, stale);
  gtk_widget_class_bind_template_child (widget_class, ActFreshnessLabel, reason);
}

static void
act_freshness_label_init (ActFreshnessLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_freshness_label_new:
 *
 * Returns: (transfer floating): a hidden label
 */
GtkWidget *
act_freshness_label_new (void)
{
  return g_object_new (ACT_TYPE_FRESHNESS_LABEL, NULL);
}

/**
 * act_freshness_label_set_freshness:
 * @self: a label
 * @freshness: (nullable): how fresh the thing is; nothing is said about what is fresh
 *
 * Says as of when the thing is, and why it is not read anew.
 */
void
act_freshness_label_set_freshness (ActFreshnessLabel  *self,
                                   const ActFreshness *freshness)
{
  gboolean is_stale = freshness != NULL && act_freshness_is_stale (freshness);

  g_return_if_fail (ACT_IS_FRESHNESS_LABEL (self));

  if (is_stale)
    {
      g_autoptr (ActErrorText) text = act_error_text_new_for_changing (freshness->error);
      g_autofree char *stale = format_stale (freshness);

      gtk_label_set_text (self->stale, stale);
      gtk_label_set_text (self->reason, text->title);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason), text->cause);
    }

  gtk_widget_set_visible (self->stale_box, is_stale);
  update_visible (self);
}

/**
 * act_freshness_label_set_finding:
 * @self: a label
 * @text: (nullable): how the thing was found, translated plain text
 *
 * Says how the thing was found.
 */
void
act_freshness_label_set_finding (ActFreshnessLabel *self,
                                 const char        *text)
{
  g_return_if_fail (ACT_IS_FRESHNESS_LABEL (self));

  gtk_label_set_text (self->finding, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->finding), text != NULL && *text != '\0');
  update_visible (self);
}
