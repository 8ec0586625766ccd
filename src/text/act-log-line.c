/* One row of a large text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-log-line.h"

#include "act-safe-text.h"

struct _ActLogLine
{
  GObject parent_instance;

  GBytes *text; /* (owned): the whole text */
  gsize   start;
  gsize   length;
};

G_DEFINE_FINAL_TYPE (ActLogLine, act_log_line, G_TYPE_OBJECT)

static void
act_log_line_finalize (GObject *object)
{
  g_clear_pointer (&ACT_LOG_LINE (object)->text, g_bytes_unref);

  G_OBJECT_CLASS (act_log_line_parent_class)->finalize (object);
}

static void
act_log_line_class_init (ActLogLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_log_line_finalize;
}

static void
act_log_line_init (ActLogLine *self)
{
}

/**
 * act_log_line_new:
 * @text: the whole text: valid UTF-8
 * @start: where the row begins, in bytes
 * @length: how long it is, in bytes, without a line break
 *
 * Returns: (transfer full): a row
 */
ActLogLine *
act_log_line_new (GBytes *text,
                  gsize   start,
                  gsize   length)
{
  ActLogLine *self = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (start + length <= g_bytes_get_size (text), NULL);

  self = g_object_new (ACT_TYPE_LOG_LINE, NULL);
  self->text = g_bytes_ref (text);
  self->start = start;
  self->length = length;

  return self;
}

/**
 * act_log_line_dup_shown:
 *
 * Returns: (transfer full): the row's text, made safe to show
 */
char *
act_log_line_dup_shown (ActLogLine *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (ACT_IS_LOG_LINE (self), NULL);

  text = g_strndup ((const char *) g_bytes_get_data (self->text, NULL) + self->start, self->length);

  return act_safe_text_block (text);
}
