/* Everything about the selected event
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-details-pane.h"

#include "act-error-text.h"
#include "act-event-details.h"
#include "act-page-stack.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A read that is quicker than this shows no sign of being under way, which would only flicker. */
#define SHOW_LOADING_MILLISECONDS 200

struct _ActDetailsPane
{
  GtkWidget parent_instance;

  ActSession     *session;         /* (owned) (nullable) */
  GSignalGroup   *source_signals;  /* (owned) */
  gint64          row_id;          /* 0: nothing is selected */
  ActEventRecord *record;          /* (owned) (nullable): what is shown */
  GCancellable   *cancellable;     /* (owned) (nullable): of the read under way */
  gboolean        is_stale;        /* whether rows changed since that read began */
  guint           loading_timeout; /* a source id */
  gboolean        narrow;          /* whether the header bar above has a Back button of its own */

  GtkWidget       *box;
  GtkWidget       *page_bar;
  GtkLabel        *page_title;
  ActPageStack    *pages;
  GtkWidget       *stack;
  GtkWidget       *error_page;
  GtkWidget       *scroller;
  ActEventDetails *details;
};

G_DEFINE_FINAL_TYPE (ActDetailsPane, act_details_pane, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SESSION = 1,
  PROP_ROW_ID,
} ActDetailsPaneProperty;

static GParamSpec *props[PROP_ROW_ID + 1];

enum
{
  SIGNAL_PAGES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void read_record (ActDetailsPane *self);

static void
show_page (ActDetailsPane *self,
           const char     *name)
{
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

static void
show_error (ActDetailsPane *self,
            const GError   *error)
{
  g_autoptr (ActErrorText) text = act_error_text_new (error);
  g_autofree char *words = NULL;
  g_autofree char *description = NULL;

  words = g_strjoin (" ", text->cause, text->advice, NULL);
  description = g_markup_escape_text (words, -1);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->error_page), text->title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error_page), description);

  g_clear_pointer (&self->record, act_event_record_free);
  show_page (self, "error");
}

static void
scroll_to_top (ActDetailsPane *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 0);
}

static void
show_record (ActDetailsPane *self,
             ActEventRecord *record)
{
  gboolean is_another = self->record == NULL || self->record->row_id != record->row_id;

  if (!is_another && act_event_record_equal (self->record, record))
    {
      act_event_record_free (record);
    }
  else
    {
      g_clear_pointer (&self->record, act_event_record_free);
      self->record = record;
      act_event_details_set_record (self->details, record);
    }

  act_event_details_ask_cause (self->details, self->session, self->record);
  if (is_another)
    scroll_to_top (self);

  show_page (self, "event");
}

static gboolean
loading_timeout_cb (gpointer user_data)
{
  ActDetailsPane *self = user_data;

  self->loading_timeout = 0;
  show_page (self, "loading");

  return G_SOURCE_REMOVE;
}

static void
record_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActEventRecord) record = NULL;
  ActDetailsPane *self = NULL;

  record = act_session_read_record_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_DETAILS_PANE (user_data);
  g_clear_object (&self->cancellable);

  if (record != NULL)
    show_record (self, g_steal_pointer (&record));
  else
    show_error (self, error);

  if (self->is_stale)
    read_record (self);
}

static void
cancel (ActDetailsPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
}

static void
read_record (ActDetailsPane *self)
{
  gboolean is_another = self->record == NULL || self->record->row_id != self->row_id;

  cancel (self);
  self->is_stale = FALSE;

  if (self->session == NULL || self->row_id == 0)
    {
      g_clear_pointer (&self->record, act_event_record_free);
      show_page (self, "empty");
      return;
    }

  if (is_another)
    self->loading_timeout = g_timeout_add (SHOW_LOADING_MILLISECONDS, loading_timeout_cb, self);

  self->cancellable = g_cancellable_new ();
  act_session_read_record_async (self->session,
                                 self->row_id,
                                 self->cancellable,
                                 record_read_cb,
                                 self);
}

static void
source_changed_cb (ActDetailsPane *self)
{
  if (self->row_id == 0)
    return;

  /* One read at a time, however often the rows change. */
  if (self->cancellable != NULL)
    self->is_stale = TRUE;
  else
    read_record (self);
}

static void
update_page_bar (ActDetailsPane *self)
{
  g_autofree char *title = act_details_pane_dup_page_title (self);

  gtk_label_set_text (self->page_title, title != NULL ? title : "");
  gtk_widget_set_visible (self->page_bar, title != NULL && !self->narrow);
}

static void
pages_changed_cb (ActDetailsPane *self)
{
  update_page_bar (self);
  g_signal_emit (self, signals[SIGNAL_PAGES_CHANGED], 0);
}

static void
back_cb (ActDetailsPane *self)
{
  act_details_pane_go_back (self);
}

static void
try_again_cb (ActDetailsPane *self)
{
  read_record (self);
}

static void
act_details_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ActDetailsPane *self = ACT_DETAILS_PANE (object);

  switch ((ActDetailsPaneProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_ROW_ID:
      g_value_set_int64 (value, self->row_id);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_details_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ActDetailsPane *self = ACT_DETAILS_PANE (object);

  switch ((ActDetailsPaneProperty) prop_id)
    {
    case PROP_SESSION:
      act_details_pane_set_session (self, g_value_get_object (value));
      break;

    case PROP_ROW_ID:
      act_details_pane_set_row_id (self, g_value_get_int64 (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_details_pane_dispose (GObject *object)
{
  ActDetailsPane *self = ACT_DETAILS_PANE (object);

  cancel (self);
  g_clear_object (&self->source_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_DETAILS_PANE);

  G_OBJECT_CLASS (act_details_pane_parent_class)->dispose (object);
}

static void
act_details_pane_finalize (GObject *object)
{
  ActDetailsPane *self = ACT_DETAILS_PANE (object);

  g_clear_pointer (&self->record, act_event_record_free);

  G_OBJECT_CLASS (act_details_pane_parent_class)->finalize (object);
}

static void
act_details_pane_class_init (ActDetailsPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = act_details_pane_get_property;
  object_class->set_property = act_details_pane_set_property;
  object_class->dispose = act_details_pane_dispose;
  object_class->finalize = act_details_pane_finalize;

  props[PROP_SESSION] = g_param_spec_object (
      "session", NULL, NULL, ACT_TYPE_SESSION,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_ROW_ID] = g_param_spec_int64 (
      "row-id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ActDetailsPane::pages-changed:
   * @self: the pane
   *
   * Another page is on top of the event, or none is any more, or it has another title.
   */
  signals[SIGNAL_PAGES_CHANGED] = g_signal_new ("pages-changed", G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_EVENT_DETAILS);
  g_type_ensure (ACT_TYPE_PAGE_STACK);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "detailspane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ActDetailsPane, box);
  gtk_widget_class_bind_template_child (widget_class, ActDetailsPane, page_bar);
  gtk_widget_class_bind_template_child (widget_class, ActDetailsPane, page_title);
  gtk_widget_class_bind_template_child (widget_class, ActDetailsPane, pages);
  gtk_widget_class_bind_template_child (widget_class, ActDetailsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ActDetailsPane, error_page);
  gtk_widget_class_bind_template_child (widget_class, ActDetailsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, ActDetailsPane, details);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
act_details_pane_init (ActDetailsPane *self)
{
  self->source_signals = g_signal_group_new (ACT_TYPE_ROW_SOURCE);
  g_signal_group_connect_swapped (self->source_signals,
                                  "changed",
                                  G_CALLBACK (source_changed_cb),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_details_pane_new:
 *
 * Returns: (transfer floating): a pane in which nothing is selected
 */
GtkWidget *
act_details_pane_new (void)
{
  return g_object_new (ACT_TYPE_DETAILS_PANE, NULL);
}

/**
 * act_details_pane_set_session:
 * @session: (nullable): what to read through
 */
void
act_details_pane_set_session (ActDetailsPane *self,
                              ActSession     *session)
{
  g_return_if_fail (ACT_IS_DETAILS_PANE (self));
  g_return_if_fail (session == NULL || ACT_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  act_page_stack_clear (self->pages);
  g_clear_pointer (&self->record, act_event_record_free);
  g_signal_group_set_target (self->source_signals,
                             session != NULL ? act_session_get_row_source (session) : NULL);
  read_record (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

/**
 * act_details_pane_set_look:
 * @self: a pane
 * @look: how events are shown
 *
 * Highlights in the event what is highlighted in the list.
 */
void
act_details_pane_set_look (ActDetailsPane *self,
                           ActRowLook     *look)
{
  g_return_if_fail (ACT_IS_DETAILS_PANE (self));

  act_event_details_set_look (self->details, look);
}

/**
 * act_details_pane_get_row_id:
 *
 * Returns: the row id of the event that is selected, or 0
 */
gint64
act_details_pane_get_row_id (ActDetailsPane *self)
{
  g_return_val_if_fail (ACT_IS_DETAILS_PANE (self), 0);

  return self->row_id;
}

/**
 * act_details_pane_set_row_id:
 * @row_id: the row id of the event to show, or 0 for none
 */
void
act_details_pane_set_row_id (ActDetailsPane *self,
                             gint64          row_id)
{
  g_return_if_fail (ACT_IS_DETAILS_PANE (self));

  if (self->row_id == row_id)
    return;

  self->row_id = row_id;
  read_record (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROW_ID]);
}

/**
 * act_details_pane_open_page:
 * @page: (transfer floating): a widget that implements #ActPage
 *
 * Shows a page on top of the event, with a way back to it.
 */
void
act_details_pane_open_page (ActDetailsPane *self,
                            GtkWidget      *page)
{
  g_return_if_fail (ACT_IS_DETAILS_PANE (self));

  act_page_stack_push (self->pages, page);

  /* A page that is still being read has nothing that takes the focus. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_child_focus (self->page_bar, GTK_DIR_TAB_FORWARD);
}

/**
 * act_details_pane_go_back:
 *
 * Takes the topmost page away, after a question when it has unsaved input.
 *
 * Returns: whether there was a page
 */
gboolean
act_details_pane_go_back (ActDetailsPane *self)
{
  g_return_val_if_fail (ACT_IS_DETAILS_PANE (self), FALSE);

  if (act_page_stack_get_depth (self->pages) == 0)
    return FALSE;

  act_page_stack_go_back (self->pages);

  return TRUE;
}

/**
 * act_details_pane_drop_pages:
 *
 * Takes all pages away, since the user turned to another event. What the user has entered is never
 * lost by that: then the pages stay.
 */
void
act_details_pane_drop_pages (ActDetailsPane *self)
{
  g_return_if_fail (ACT_IS_DETAILS_PANE (self));

  if (!act_page_stack_has_unsaved_input (self->pages))
    act_page_stack_clear (self->pages);
}

/**
 * act_details_pane_refresh:
 * @self: a pane
 *
 * Words everything anew: the zone of times is another one.
 */
void
act_details_pane_refresh (ActDetailsPane *self)
{
  ActPage *top = NULL;

  g_return_if_fail (ACT_IS_DETAILS_PANE (self));

  if (self->record != NULL)
    act_event_details_set_record (self->details, self->record);

  top = act_page_stack_get_top (self->pages);
  if (top != NULL)
    act_page_refresh (top);
}

/**
 * act_details_pane_dup_page_title:
 *
 * Returns: (transfer full) (nullable): what the page on top of the event is called, or %NULL when
 *   there is none
 */
char *
act_details_pane_dup_page_title (ActDetailsPane *self)
{
  ActPage *top = NULL;

  g_return_val_if_fail (ACT_IS_DETAILS_PANE (self), NULL);

  top = act_page_stack_get_top (self->pages);

  return top != NULL ? act_page_dup_title (top) : NULL;
}

/**
 * act_details_pane_set_narrow:
 * @narrow: whether the pane is a page of its own, below a header bar that has title and Back
 *
 * Says whether the pane must show title and Back itself.
 */
void
act_details_pane_set_narrow (ActDetailsPane *self,
                             gboolean        narrow)
{
  g_return_if_fail (ACT_IS_DETAILS_PANE (self));

  self->narrow = narrow;
  update_page_bar (self);
}
