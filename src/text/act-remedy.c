/* The instruction that a message may end with
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-remedy.h"

#include <string.h>

/* Words that begin an instruction. */
static const char *const verbs[] = {
  "add",
  "ask",
  "assign",
  "check",
  "choose",
  "configure",
  "contact",
  "correct",
  "create",
  "enable",
  "enter",
  "give",
  "grant",
  "look",
  "map",
  "open",
  "put",
  "re-enable",
  "reconnect",
  "remove",
  "renew",
  "replace",
  "review",
  "set",
  "try",
  "update",
  "upload",
  "verify",
};

/* These begin an instruction whatever follows. */
static const char *const openings[] = { "please", "ensure", "make sure", "make certain" };

/* After one of the verbs these show that it was a noun: "Update failed". */
static const char *const not_after_verb[] = {
  "and",
  "are",
  "call",
  "can",
  "cannot",
  "could",
  "did",
  "does",
  "error",
  "errors",
  "failed",
  "failure",
  "fails",
  "had",
  "has",
  "is",
  "isn't",
  "missing",
  "not",
  "of",
  "on",
  "operation",
  "or",
  "refused",
  "rejected",
  "request",
  "returned",
  "timed",
  "unsuccessful",
  "was",
  "wasn't",
  "were",
  "will",
  "would",
};

static gboolean
is_one_of (const char        *word,
           gsize              length,
           const char *const *words,
           gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], word, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gsize
get_word_length (const char *text)
{
  return strcspn (text, " \t,;:.!?()");
}

static gboolean
is_instruction (const char *sentence)
{
  gsize       verb = get_word_length (sentence);
  const char *second = sentence + verb;
  gsize       length = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      gsize n = strlen (openings[i]);

      if (g_ascii_strncasecmp (sentence, openings[i], n) == 0 && sentence[n] == ' ')
        return TRUE;
    }

  if (!g_ascii_isupper (*sentence) || *second != ' ' ||
      !is_one_of (sentence, verb, verbs, G_N_ELEMENTS (verbs)))
    return FALSE;

  second += strspn (second, " ");
  length = get_word_length (second);

  return length > 0 &&
         !is_one_of (second, length, not_after_verb, G_N_ELEMENTS (not_after_verb));
}

/* Returns where the next sentence begins, or NULL after the last one. */
static const char *
find_next_sentence (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      const char *after = c + 1;

      if (*c != '\n' && !(strchr (".!?", *c) != NULL && g_ascii_isspace (*after)))
        continue;

      after += strspn (after, " \t\r\n");

      return *after != '\0' ? after : NULL;
    }

  return NULL;
}

/**
 * act_remedy_find:
 * @message: (nullable): an event's message
 *
 * Looks for what a message itself tells to do: a sentence after its first one that begins with a
 * verb such as "Check" and goes on as an instruction does, and what follows it on its line. Modest
 * on purpose: a wrong instruction is worse than none. Any thread.
 *
 * Returns: (transfer full) (nullable): the instruction, or %NULL if there is none
 */
char *
act_remedy_find (const char *message)
{
  const char *sentence = message != NULL ? find_next_sentence (message) : NULL;

  while (sentence != NULL)
    {
      if (is_instruction (sentence))
        return g_strchomp (g_strndup (sentence, strcspn (sentence, "\r\n")));
      sentence = find_next_sentence (sentence);
    }

  return NULL;
}
