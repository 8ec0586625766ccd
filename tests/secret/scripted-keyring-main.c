/* A Secret Service on the session bus that does what its standard input tells it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each line is a command, and answered with a line: `add ORIGIN ORGANISATION KEY SECRET`, `lock`,
 * `open`, `answer open|dismiss|none`, `asked` (how often the user was), `get KEY` (the secret).
 */

#include "scripted-keyring.h"

#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  ScriptedKeyring  *keyring;
  GDataInputStream *input;
  GMainLoop        *loop;
} Program;

static void
set_answer (ScriptedKeyring *keyring,
            const char      *word)
{
  if (g_str_equal (word, "open"))
    keyring->answer = SCRIPTED_ANSWER_OPEN;
  else if (g_str_equal (word, "dismiss"))
    keyring->answer = SCRIPTED_ANSWER_DISMISS;
  else
    keyring->answer = SCRIPTED_ANSWER_NONE;
}

/* Returns: (transfer full): the answer */
static char *
follow (ScriptedKeyring *keyring,
        char           **words)
{
  guint n_words = g_strv_length (words);

  if (n_words == 5 && g_str_equal (words[0], "add"))
    scripted_keyring_add (keyring, words[1], words[2], words[3], words[4]);
  else if (n_words == 1 && g_str_equal (words[0], "lock"))
    keyring->is_locked = TRUE;
  else if (n_words == 1 && g_str_equal (words[0], "open"))
    keyring->is_locked = FALSE;
  else if (n_words == 2 && g_str_equal (words[0], "answer"))
    set_answer (keyring, words[1]);
  else if (n_words == 1 && g_str_equal (words[0], "asked"))
    return g_strdup_printf ("%u", keyring->n_asked);
  else if (n_words == 2 && g_str_equal (words[0], "get"))
    return g_strdup (scripted_keyring_get_value (keyring, words[1]));
  else
    return g_strdup ("what?");

  return g_strdup ("done");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Program         *program = user_data;
  g_autofree char *line = g_data_input_stream_read_line_finish (program->input, result, NULL, NULL);
  g_auto (GStrv) words = NULL;
  g_autofree char *answer = NULL;

  if (line == NULL)
    {
      g_main_loop_quit (program->loop);
      return;
    }

  words = g_strsplit (line, " ", -1);
  answer = follow (program->keyring, words);
  g_print ("%s\n", answer != NULL ? answer : "");
  fflush (stdout);
  g_data_input_stream_read_line_async (program->input, G_PRIORITY_DEFAULT, NULL, read_cb, program);
}

int
main (void)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  Program program = { scripted_keyring_new (), g_data_input_stream_new (stream),
                      g_main_loop_new (NULL, FALSE) };

  g_print ("ready\n");
  fflush (stdout);
  g_data_input_stream_read_line_async (program.input, G_PRIORITY_DEFAULT, NULL, read_cb, &program);
  g_main_loop_run (program.loop);

  g_main_loop_unref (program.loop);
  g_object_unref (program.input);
  scripted_keyring_free (program.keyring);

  return 0;
}
