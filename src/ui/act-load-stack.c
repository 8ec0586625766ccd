/* What is being read, what was read, or why it could not be
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-load-stack.h"

#include "act-error-text.h"
#include "act-page.h"

#include <adwaita.h>

/* A read that is quicker than this shows no sign of being under way, which would only flicker. */
#define SHOW_LOADING_MILLISECONDS 200

struct _ActLoadStack
{
  GtkWidget parent_instance;

  guint loading_timeout; /* a source id */

  GtkStack      *stack;
  GtkSpinner    *spinner;
  AdwStatusPage *error_page;
  AdwStatusPage *none_page;
  AdwBin        *content_bin;
};

G_DEFINE_FINAL_TYPE (ActLoadStack, act_load_stack, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CONTENT = 1,
} ActLoadStackProperty;

static GParamSpec *props[PROP_CONTENT + 1];

enum
{
  SIGNAL_TRY_AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A dialog opens before there is anything in it that could take the focus, so what is read takes it
 * when it comes. Where the user went meanwhile, the focus stays. */
static void
take_focus (ActLoadStack *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), ACT_TYPE_PAGE);
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (page == NULL || !GTK_IS_WINDOW (root) || !gtk_window_get_modal (GTK_WINDOW (root)) ||
      (focus != NULL && gtk_widget_is_ancestor (focus, page)))
    return;

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
show_page (ActLoadStack *self,
           const char   *name)
{
  gboolean is_other = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) != 0;

  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "loading"));
  if (is_other && gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_focus (self);
}

static gboolean
loading_timeout_cb (gpointer user_data)
{
  ActLoadStack *self = user_data;

  self->loading_timeout = 0;
  show_page (self, "loading");

  return G_SOURCE_REMOVE;
}

/* The description of a status page is markup, and its title is not. */
static void
set_texts (AdwStatusPage *page,
           const char    *title,
           const char    *description)
{
  g_autofree char *safe = g_markup_escape_text (description != NULL ? description : "", -1);

  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, safe);
}

static void
try_again_cb (ActLoadStack *self)
{
  g_signal_emit (self, signals[SIGNAL_TRY_AGAIN], 0);
}

static void
act_load_stack_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ActLoadStack *self = ACT_LOAD_STACK (object);

  switch ((ActLoadStackProperty) prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (self->content_bin));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_load_stack_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ActLoadStack *self = ACT_LOAD_STACK (object);

  switch ((ActLoadStackProperty) prop_id)
    {
    case PROP_CONTENT:
      adw_bin_set_child (self->content_bin, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_load_stack_dispose (GObject *object)
{
  ActLoadStack *self = ACT_LOAD_STACK (object);

  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_LOAD_STACK);

  G_OBJECT_CLASS (act_load_stack_parent_class)->dispose (object);
}

static void
act_load_stack_class_init (ActLoadStackClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = act_load_stack_get_property;
  object_class->set_property = act_load_stack_set_property;
  object_class->dispose = act_load_stack_dispose;

  props[PROP_CONTENT] = g_param_spec_object (
      "content", NULL, NULL, GTK_TYPE_WIDGET,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_TRY_AGAIN] = g_signal_new ("try-again", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-load-stack.ui");
  gtk_widget_class_bind_template_child (widget_class, ActLoadStack, stack);
  gtk_widget_class_bind_template_child (widget_class, ActLoadStack, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActLoadStack, error_page);
  gtk_widget_class_bind_template_child (widget_class, ActLoadStack, none_page);
  gtk_widget_class_bind_template_child (widget_class, ActLoadStack, content_bin);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
act_load_stack_init (ActLoadStack *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_load_stack_new:
 *
 * Returns: (transfer floating): a stack that shows nothing yet
 */
GtkWidget *
act_load_stack_new (void)
{
  return g_object_new (ACT_TYPE_LOAD_STACK, NULL);
}

/**
 * act_load_stack_show_loading:
 * @self: a stack
 *
 * Says that something is being read, unless it comes at once. What was shown before stays until then.
 */
void
act_load_stack_show_loading (ActLoadStack *self)
{
  g_return_if_fail (ACT_IS_LOAD_STACK (self));

  if (self->loading_timeout == 0)
    self->loading_timeout = g_timeout_add (SHOW_LOADING_MILLISECONDS, loading_timeout_cb, self);
}

/**
 * act_load_stack_show_content:
 * @self: a stack
 *
 * Shows the content.
 */
void
act_load_stack_show_content (ActLoadStack *self)
{
  g_return_if_fail (ACT_IS_LOAD_STACK (self));

  show_page (self, "content");
}

/**
 * act_load_stack_show_error:
 * @self: a stack
 * @error: why there is nothing to show
 *
 * Shows what went wrong and offers to try again.
 */
void
act_load_stack_show_error (ActLoadStack *self,
                           const GError *error)
{
  g_autoptr (ActErrorText) text = NULL;
  g_autoptr (GString) description = NULL;

  g_return_if_fail (ACT_IS_LOAD_STACK (self));
  g_return_if_fail (error != NULL);

  text = act_error_text_new_for_changing (error);
  description = g_string_new (text->cause);
  if (*text->advice != '\0')
    g_string_append_printf (description, " %s", text->advice);

  if (text->detail != NULL)
    g_string_append_printf (description, "\n\n%s", text->detail);

  set_texts (self->error_page, text->title, description->str);
  show_page (self, "error");
}

/**
 * act_load_stack_show_none:
 * @self: a stack
 * @icon_name: an icon
 * @title: what there is none of, plain text
 * @description: (nullable): what that means or what to do, plain text
 * @child: (nullable) (transfer floating): what to offer below it; shown until the next call of this
 *
 * Says that there is nothing.
 */
void
act_load_stack_show_none (ActLoadStack *self,
                          const char   *icon_name,
                          const char   *title,
                          const char   *description,
                          GtkWidget    *child)
{
  g_return_if_fail (ACT_IS_LOAD_STACK (self));
  g_return_if_fail (title != NULL);

  adw_status_page_set_icon_name (self->none_page, icon_name);
  set_texts (self->none_page, title, description);
  adw_status_page_set_child (self->none_page, child);
  show_page (self, "none");
}
