/* What stands where the list would be, while the store of an older version is upgraded
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-upgrade-page.h"

#include "act-progress-view.h"

struct _ActUpgradePage
{
  GtkWidget parent_instance;

  AdwStatusPage   *status_page;
  ActProgressView *progress_view;
};

G_DEFINE_FINAL_TYPE (ActUpgradePage, act_upgrade_page, GTK_TYPE_WIDGET)

static void
act_upgrade_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_UPGRADE_PAGE);

  G_OBJECT_CLASS (act_upgrade_page_parent_class)->dispose (object);
}

static void
act_upgrade_page_class_init (ActUpgradePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_upgrade_page_dispose;

  g_type_ensure (ACT_TYPE_PROGRESS_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-upgrade-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActUpgradePage, progress_view);
  gtk_widget_class_bind_template_child (widget_class, ActUpgradePage, status_page);
}

static void
act_upgrade_page_init (ActUpgradePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_upgrade_page_set_progress:
 * @self: a page
 * @step: what is being done
 * @done: how much of it is done
 * @total: how much there is to do; 0 if it cannot be counted
 *
 * Shows how far the upgrade is.
 */
void
act_upgrade_page_set_progress (ActUpgradePage *self,
                               ActStep         step,
                               gint64          done,
                               gint64          total)
{
  g_return_if_fail (ACT_IS_UPGRADE_PAGE (self));

  act_progress_view_set (self->progress_view, step, done, total);
}

/**
 * act_upgrade_page_clear:
 * @self: a page
 *
 * Says no more: the upgrade is over.
 */
void
act_upgrade_page_clear (ActUpgradePage *self)
{
  g_return_if_fail (ACT_IS_UPGRADE_PAGE (self));

  act_progress_view_clear (self->progress_view);
}
