/* Pages, one on top of the other
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-page-stack.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define TRANSITION_MILLISECONDS 200

struct _ActPageStack
{
  GtkWidget parent_instance;

  GtkStack  *stack;      /* (unowned): our child */
  GtkWidget *content;    /* (unowned) (nullable): below all pages */
  GPtrArray *pages;      /* (owned) (element-type ActPage): the topmost one last */
  GPtrArray *focuses;    /* (owned) (element-type GWeakRef): what had the focus before each page */
  GPtrArray *leaving;    /* (owned) (element-type ActPage): still sliding out */
  GtkWindow *question;   /* (weak) (nullable): asks whether to discard */
  guint      n_to_leave; /* how many pages go when the question is answered with yes */
};

G_DEFINE_FINAL_TYPE (ActPageStack, act_page_stack, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CONTENT = 1,
} ActPageStackProperty;

static GParamSpec *props[PROP_CONTENT + 1];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_EMPTIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GWeakRef *
new_weak_ref (GtkWidget *widget)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, widget);

  return ref;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static GtkWidget *
get_focus (ActPageStack *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static void
remove_left (ActPageStack *self)
{
  if (gtk_stack_get_transition_running (self->stack))
    return;

  while (self->leaving->len > 0)
    {
      g_autoptr (GtkWidget) page = g_ptr_array_steal_index (self->leaving, self->leaving->len - 1);

      gtk_stack_remove (self->stack, page);
    }
}

static void
transition_running_cb (ActPageStack *self)
{
  remove_left (self);
}

static void
focus_page (ActPageStack *self)
{
  GtkWidget *top = self->stack != NULL ? gtk_stack_get_visible_child (self->stack) : NULL;

  if (top != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (top, GTK_DIR_TAB_FORWARD);
}

/* Whoever goes back goes on where they were. */
static void
restore_focus (ActPageStack *self,
               GtkWidget    *widget)
{
  if (widget != NULL && gtk_widget_is_ancestor (widget, GTK_WIDGET (self)) &&
      gtk_widget_get_mapped (widget) && gtk_widget_grab_focus (widget))
    return;

  focus_page (self);
}

static void
show_top (ActPageStack          *self,
          GtkStackTransitionType transition)
{
  ActPage   *top = act_page_stack_get_top (self);
  GtkWidget *widget = top != NULL ? GTK_WIDGET (top) : self->content;

  if (widget != NULL)
    {
      gtk_stack_set_transition_type (self->stack, transition);
      gtk_stack_set_visible_child (self->stack, widget);
    }

  remove_left (self);
}

/* A page that goes must not take the focus with it. Says whether it had it. */
static gboolean
drop_focus (ActPageStack *self)
{
  GtkWidget *focus = get_focus (self);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return FALSE;

  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);

  return TRUE;
}

static void
close_question (ActPageStack *self)
{
  GtkWindow *question = self->question;

  g_clear_weak_pointer (&self->question);
  if (question != NULL)
    gtk_window_destroy (question);
}

/* Takes away all pages from the one at @index on, and with the last one perhaps whoever holds us. The
 * signals of those that go are not listened to any more, since they slide out for a moment. */
static void
drop_from (ActPageStack *self,
           guint         index,
           gboolean      take_focus)
{
  g_autoptr (ActPageStack) held = g_object_ref (self);
  g_autoptr (GtkWidget) before = NULL;
  ActPage *top = NULL;
  gboolean had_focus = FALSE;

  if (index >= self->pages->len)
    return;

  before = g_weak_ref_get (g_ptr_array_index (self->focuses, index));
  g_ptr_array_set_size (self->focuses, (int) index);
  had_focus = drop_focus (self);
  while (self->pages->len > index)
    {
      ActPage *page = g_ptr_array_steal_index (self->pages, self->pages->len - 1);

      g_signal_handlers_disconnect_by_data (page, self);
      gtk_widget_set_sensitive (GTK_WIDGET (page), FALSE);
      g_ptr_array_add (self->leaving, page);
    }

  close_question (self);
  show_top (self, GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  if (had_focus || take_focus)
    restore_focus (self, before);

  top = act_page_stack_get_top (self);
  if (top != NULL)
    act_page_refresh (top);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (top == NULL)
    g_signal_emit (self, signals[SIGNAL_EMPTIED], 0);
}

static void
response_cb (AdwMessageDialog *question,
             const char       *response,
             ActPageStack     *self)
{
  guint n_pages = self->pages->len;

  g_clear_weak_pointer (&self->question);

  /* Our window may go with its last page, while the question still closes. */
  gtk_window_set_transient_for (GTK_WINDOW (question), NULL);
  if (g_str_equal (response, "discard"))
    drop_from (self, n_pages - MIN (n_pages, self->n_to_leave), TRUE);
}

static void
ask (ActPageStack *self,
     guint         n_to_leave)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  self->n_to_leave = n_to_leave;
  if (self->question == NULL)
    {
      GtkWidget *question = adw_message_dialog_new (parent, _ ("Discard Changes?"),
                                                    _ ("What you have entered here will be lost."));

      adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question),
                                        "cancel", _ ("_Cancel"),
                                        "discard", _ ("_Discard"),
                                        NULL);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "discard",
                                                  ADW_RESPONSE_DESTRUCTIVE);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
      adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
      g_signal_connect_object (question, "response", G_CALLBACK (response_cb), self, 0);
      g_set_weak_pointer (&self->question, GTK_WINDOW (question));
    }

  gtk_window_present (self->question);
}

static void
open_page_cb (ActPage      *page,
              GtkWidget    *other,
              ActPageStack *self)
{
  act_page_stack_push (self, other);
}

static void
close_cb (ActPage      *page,
          ActPageStack *self)
{
  guint index = 0;

  if (g_ptr_array_find (self->pages, page, &index))
    drop_from (self, index, FALSE);
}

static void
title_changed_cb (ActPage      *page,
                  ActPageStack *self)
{
  if (page == act_page_stack_get_top (self))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_content (ActPageStack *self,
             GtkWidget    *content)
{
  self->content = content;
  if (content != NULL)
    gtk_stack_add_child (self->stack, content);
}

static void
act_page_stack_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ActPageStack *self = ACT_PAGE_STACK (object);

  switch ((ActPageStackProperty) prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_page_stack_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ActPageStack *self = ACT_PAGE_STACK (object);

  switch ((ActPageStackProperty) prop_id)
    {
    case PROP_CONTENT:
      set_content (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_page_stack_dispose (GObject *object)
{
  ActPageStack *self = ACT_PAGE_STACK (object);
  guint         i = 0;

  for (i = 0; i < self->pages->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->pages, i), self);

  g_ptr_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->focuses, 0);
  g_ptr_array_set_size (self->leaving, 0);
  close_question (self);
  self->content = NULL;
  if (self->stack != NULL)
    {
      GtkWidget *stack = GTK_WIDGET (self->stack);

      g_signal_handlers_disconnect_by_data (stack, self);
      self->stack = NULL;
      gtk_widget_unparent (stack);
    }

  G_OBJECT_CLASS (act_page_stack_parent_class)->dispose (object);
}

static void
act_page_stack_finalize (GObject *object)
{
  ActPageStack *self = ACT_PAGE_STACK (object);

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->focuses);
  g_ptr_array_unref (self->leaving);

  G_OBJECT_CLASS (act_page_stack_parent_class)->finalize (object);
}

static void
act_page_stack_class_init (ActPageStackClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = act_page_stack_get_property;
  object_class->set_property = act_page_stack_set_property;
  object_class->dispose = act_page_stack_dispose;
  object_class->finalize = act_page_stack_finalize;

  props[PROP_CONTENT] = g_param_spec_object (
      "content", NULL, NULL, GTK_TYPE_WIDGET,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EMPTIED] = g_signal_new ("emptied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Its child is only this stack, so it needs no template. */
static void
act_page_stack_init (ActPageStack *self)
{
  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  self->focuses = g_ptr_array_new_with_free_func (free_weak_ref);
  self->leaving = g_ptr_array_new_with_free_func (g_object_unref);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_duration (self->stack, TRANSITION_MILLISECONDS);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  g_signal_connect_object (self->stack, "notify::transition-running",
                           G_CALLBACK (transition_running_cb), self, G_CONNECT_SWAPPED);
}

/**
 * act_page_stack_new:
 *
 * Returns: (transfer floating): a stack without pages
 */
GtkWidget *
act_page_stack_new (void)
{
  return g_object_new (ACT_TYPE_PAGE_STACK, NULL);
}

/**
 * act_page_stack_push:
 * @self: a stack of pages
 * @page: (transfer floating): a widget that implements #ActPage
 *
 * Shows a page on top of all others, and gives it the focus.
 */
void
act_page_stack_push (ActPageStack *self,
                     GtkWidget    *page)
{
  g_return_if_fail (ACT_IS_PAGE_STACK (self));
  g_return_if_fail (ACT_IS_PAGE (page));

  g_ptr_array_add (self->focuses, new_weak_ref (get_focus (self)));
  g_ptr_array_add (self->pages, g_object_ref_sink (page));
  g_signal_connect_object (page, "open-page", G_CALLBACK (open_page_cb), self, 0);
  g_signal_connect_object (page, "close", G_CALLBACK (close_cb), self, 0);
  g_signal_connect_object (page, "title-changed", G_CALLBACK (title_changed_cb), self, 0);
  gtk_stack_add_child (self->stack, page);
  drop_focus (self);
  show_top (self, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT);
  focus_page (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * act_page_stack_go_back:
 * @self: a stack of pages
 *
 * Takes away the topmost page, after a question when it has unsaved input. The focus goes back to where
 * it was before.
 */
void
act_page_stack_go_back (ActPageStack *self)
{
  ActPage *top = NULL;

  g_return_if_fail (ACT_IS_PAGE_STACK (self));

  top = act_page_stack_get_top (self);
  if (top == NULL)
    return;

  if (act_page_has_unsaved_input (top))
    ask (self, 1);
  else
    drop_from (self, self->pages->len - 1, TRUE);
}

/**
 * act_page_stack_clear:
 * @self: a stack of pages
 *
 * Takes away all pages without a question.
 */
void
act_page_stack_clear (ActPageStack *self)
{
  g_return_if_fail (ACT_IS_PAGE_STACK (self));

  drop_from (self, 0, FALSE);
}

/**
 * act_page_stack_confirm_clear:
 * @self: a stack of pages
 *
 * Asks whether to take away all pages when one of them has unsaved input. They go, and `emptied` is
 * emitted, when the user says so.
 *
 * Returns: whether there was nothing to ask; no page was taken away then
 */
gboolean
act_page_stack_confirm_clear (ActPageStack *self)
{
  g_return_val_if_fail (ACT_IS_PAGE_STACK (self), TRUE);

  if (!act_page_stack_has_unsaved_input (self))
    return TRUE;

  ask (self, G_MAXUINT);

  return FALSE;
}

/**
 * act_page_stack_get_depth:
 * @self: a stack of pages
 *
 * Returns: how many pages there are
 */
guint
act_page_stack_get_depth (ActPageStack *self)
{
  g_return_val_if_fail (ACT_IS_PAGE_STACK (self), 0);

  return self->pages->len;
}

/**
 * act_page_stack_get_top:
 * @self: a stack of pages
 *
 * Returns: (transfer none) (nullable): the topmost page
 */
ActPage *
act_page_stack_get_top (ActPageStack *self)
{
  g_return_val_if_fail (ACT_IS_PAGE_STACK (self), NULL);

  return self->pages->len > 0 ? g_ptr_array_index (self->pages, self->pages->len - 1) : NULL;
}

/**
 * act_page_stack_has_unsaved_input:
 * @self: a stack of pages
 *
 * Returns: whether any page has input that would be lost with it
 */
gboolean
act_page_stack_has_unsaved_input (ActPageStack *self)
{
  guint i = 0;

  g_return_val_if_fail (ACT_IS_PAGE_STACK (self), FALSE);

  for (i = 0; i < self->pages->len; i++)
    {
      if (act_page_has_unsaved_input (g_ptr_array_index (self->pages, i)))
        return TRUE;
    }

  return FALSE;
}
