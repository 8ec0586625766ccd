/* What is read from standard input: ids, and an answer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-command-input.h"

#include "act-command-session.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* No id is longer, and a file of something else may have lines without an end. */
#define MAX_LINE_LENGTH (64 * 1024)

/**
 * act_command_input_is_terminal:
 *
 * Returns: whether somebody types the input
 */
gboolean
act_command_input_is_terminal (void)
{
  return isatty (STDIN_FILENO) != 0;
}

static GDataInputStream *
create_stream (void)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  return g_data_input_stream_new (input);
}

static char *
read_line (GDataInputStream *stream,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr (GAsyncResult) read = NULL;
  gsize length = 0;
  char *line = NULL;

  g_data_input_stream_read_line_async (stream, G_PRIORITY_DEFAULT, cancellable,
                                       act_command_take_result, &read);
  line = g_data_input_stream_read_line_finish (stream, act_command_wait (&read), &length, error);
  if (line == NULL || (length <= MAX_LINE_LENGTH && strlen (line) == length))
    return line;

  g_free (line);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "The input has a line that is no id");

  return NULL;
}

/**
 * act_command_input_read_words:
 * @words: (element-type utf8): where to add each line that is not empty
 * @cancellable: (nullable): a cancellable
 * @error: of %G_IO_ERROR
 *
 * Reads standard input to its end.
 *
 * Returns: whether it could be read
 */
gboolean
act_command_input_read_words (GPtrArray    *words,
                              GCancellable *cancellable,
                              GError      **error)
{
  g_autoptr (GDataInputStream) stream = create_stream ();
  GError *failure = NULL;
  char   *line = NULL;

  while ((line = read_line (stream, cancellable, &failure)) != NULL)
    {
      g_strstrip (line);
      if (*line != '\0')
        g_ptr_array_add (words, line);
      else
        g_free (line);
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

/**
 * act_command_input_ask:
 * @question: what is asked, which can be answered with yes or no
 * @cancellable: (nullable): a cancellable
 *
 * Asks whoever sits at the terminal.
 *
 * Returns: whether the answer is yes
 */
gboolean
act_command_input_ask (const char   *question,
                       GCancellable *cancellable)
{
  g_autoptr (GDataInputStream) stream = create_stream ();
  g_autofree char *answer = NULL;

  /* Translators: what is typed for yes and no. The capital is what Enter alone means. */
  g_printerr ("%s %s ", question, _ ("[y/N]"));
  answer = read_line (stream, cancellable, NULL);
  if (answer == NULL)
    {
      g_printerr ("\n");
      return FALSE;
    }

  g_strstrip (answer);

  /* Translators: the letter that is typed for yes, as in [y/N]. */
  return g_ascii_strcasecmp (answer, "y") == 0 || g_ascii_strcasecmp (answer, "yes") == 0 ||
         g_ascii_strcasecmp (answer, _ ("y")) == 0;
}
