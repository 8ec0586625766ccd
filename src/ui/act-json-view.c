/* Raw JSON, pretty, collapsible and copyable
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-view.h"

#include "act-copy-button.h"
#include "act-json-text.h"
#include "act-safe-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* What is shown at most; copying copies everything. A text view lays out a line at once, so that
 * long lines cost more than many. */
#define MAX_SHOWN_BYTES (256 * 1024)
#define MAX_LINE_BYTES  4096

/* Above this, making it pretty could be felt, and moves to a thread. */
#define MAX_BYTES_AT_ONCE (32 * 1024)

typedef struct
{
  char    *copied; /* (owned) */
  char    *shown;  /* (owned) */
  gboolean cut;
} PrettyJson;

struct _ActJsonView
{
  GtkWidget parent_instance;

  char         *json;        /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the JSON that is being made pretty */

  GtkWidget *list;
  GtkWidget *expander;
  GtkWidget *copy;
  GtkWidget *note;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (ActJsonView, act_json_view, GTK_TYPE_WIDGET)

static void
pretty_json_free (PrettyJson *self)
{
  g_free (self->copied);
  g_free (self->shown);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrettyJson, pretty_json_free)

/* The length of as much of @text as fits in @max bytes without cutting a character. */
static gsize
fit (const char *text,
     gsize       length,
     gsize       max)
{
  if (length <= max)
    return length;

  while (max > 0 && ((guchar) text[max] & 0xc0) == 0x80)
    max--;

  return max;
}

static char *
cut_for_view (const char *pretty,
              gboolean   *cut)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  const char *line = pretty;

  while (*line != '\0' && shown->len < MAX_SHOWN_BYTES)
    {
      gsize length = strcspn (line, "\n");
      gsize fits = fit (line, length, MAX_LINE_BYTES);

      g_string_append_len (shown, line, fits);
      if (fits < length)
        {
          g_string_append (shown, "…");
          *cut = TRUE;
        }

      line += length;
      if (*line == '\n')
        {
          g_string_append_c (shown, '\n');
          line++;
        }
    }

  if (*line != '\0')
    *cut = TRUE;

  return act_safe_text_block (shown->str);
}

/* May run on any thread. */
static PrettyJson *
make_pretty (const char *json)
{
  PrettyJson      *result = g_new0 (PrettyJson, 1);
  g_autofree char *pretty = act_json_text_pretty (json);

  result->shown = cut_for_view (pretty, &result->cut);
  /* What is too large to be shown may be too large to be made pretty; it is copied as it came. */
  if (strlen (json) > MAX_SHOWN_BYTES)
    result->copied = g_strdup (json);
  else
    result->copied = g_steal_pointer (&pretty);

  return result;
}

static void
show_pretty (ActJsonView      *self,
             const PrettyJson *result)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter    start;

  gtk_text_buffer_set_text (buffer, result != NULL ? result->shown : "", -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_widget_set_visible (self->note, result != NULL && result->cut);
  act_copy_button_set_text (ACT_COPY_BUTTON (self->copy), result != NULL ? result->copied : NULL);
}

static void
make_pretty_thread (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  g_task_return_pointer (task, make_pretty (task_data), (GDestroyNotify) pretty_json_free);
}

static void
pretty_made_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (PrettyJson) pretty = g_task_propagate_pointer (G_TASK (result), NULL);

  /* It was cancelled: another text is shown by now, or none. */
  if (pretty == NULL)
    return;

  show_pretty (ACT_JSON_VIEW (source), pretty);
}

static void
start_thread (ActJsonView *self)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, pretty_made_cb, NULL);
  g_task_set_source_tag (task, start_thread);
  g_task_set_task_data (task, g_strdup (self->json), g_free);
  g_task_run_in_thread (task, make_pretty_thread);
}

static void
cancel (ActJsonView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
act_json_view_dispose (GObject *object)
{
  ActJsonView *self = ACT_JSON_VIEW (object);

  cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_JSON_VIEW);

  G_OBJECT_CLASS (act_json_view_parent_class)->dispose (object);
}

static void
act_json_view_finalize (GObject *object)
{
  ActJsonView *self = ACT_JSON_VIEW (object);

  g_free (self->json);

  G_OBJECT_CLASS (act_json_view_parent_class)->finalize (object);
}

static void
act_json_view_class_init (ActJsonViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_json_view_dispose;
  object_class->finalize = act_json_view_finalize;

  g_type_ensure (ACT_TYPE_COPY_BUTTON);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-json-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ActJsonView, list);
  gtk_widget_class_bind_template_child (widget_class, ActJsonView, expander);
  gtk_widget_class_bind_template_child (widget_class, ActJsonView, copy);
  gtk_widget_class_bind_template_child (widget_class, ActJsonView, note);
  gtk_widget_class_bind_template_child (widget_class, ActJsonView, text);
}

static void
act_json_view_init (ActJsonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  act_copy_button_set_label (ACT_COPY_BUTTON (self->copy), _ ("Copy JSON"));
}

/**
 * act_json_view_new:
 *
 * Returns: (transfer floating): a collapsed view without JSON
 */
GtkWidget *
act_json_view_new (void)
{
  return g_object_new (ACT_TYPE_JSON_VIEW, NULL);
}

/**
 * act_json_view_set_json:
 * @json: (nullable): what to show; anything, as it comes from outside
 *
 * Shows the JSON, pretty. A large one appears a little later. The same JSON again changes nothing,
 * and whether it is expanded is kept.
 */
void
act_json_view_set_json (ActJsonView *self,
                        const char  *json)
{
  char *copy = NULL;

  g_return_if_fail (ACT_IS_JSON_VIEW (self));

  if (g_strcmp0 (self->json, json) == 0)
    return;

  cancel (self);
  copy = g_strdup (json);
  g_free (self->json);
  self->json = copy;
  gtk_widget_set_visible (GTK_WIDGET (self), json != NULL);

  if (json != NULL && strlen (json) <= MAX_BYTES_AT_ONCE)
    {
      g_autoptr (PrettyJson) pretty = make_pretty (json);

      show_pretty (self, pretty);
      return;
    }

  show_pretty (self, NULL);
  if (json != NULL)
    start_thread (self);
}
