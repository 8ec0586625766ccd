/* Words in SQLite: how texts are split for the index
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-words.h"

#include "act-words.h"

#include <string.h>

/* What is being given to SQLite. */
typedef struct
{
  void *context;
  int (*token) (void *, int, const char *, int, int, int);
  gboolean is_query;
  int      code;
} Tokens;

/* What is being made of a message. */
typedef struct
{
  const char *message;
  GString    *text;
  gsize       done; /* how much of the message is in the shape */
} Part;

static gboolean
give_token_cb (const ActWord *word,
               gpointer       user_data)
{
  Tokens *tokens = user_data;

  /* What is searched for has no inner words. */
  if (word->is_inner && tokens->is_query)
    return TRUE;

  tokens->code = tokens->token (tokens->context, word->is_inner ? FTS5_TOKEN_COLOCATED : 0,
                                word->text, (int) strlen (word->text), (int) word->start,
                                (int) word->end);

  return tokens->code == SQLITE_OK;
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void          *context,
          int            flags,
          const char    *text,
          int            length,
          int (*token) (void *, int, const char *, int, int, int))
{
  Tokens tokens = { context, token, (flags & FTS5_TOKENIZE_QUERY) != 0, SQLITE_OK };

  if (text != NULL)
    act_words_foreach (text, length, give_token_cb, &tokens);

  return tokens.code;
}

/* There is nothing to keep: any address will do. */
static int
create_tokenizer (void           *data,
                  const char    **arguments,
                  int             n_arguments,
                  Fts5Tokenizer **tokenizer)
{
  static const char nothing = 0;

  *tokenizer = (Fts5Tokenizer *) (gpointer) &nothing;

  return SQLITE_OK;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
}

static gboolean
add_own_cb (const ActWord *word,
            gpointer       user_data)
{
  Part *part = user_data;

  if (word->is_inner || !act_store_words_is_own (word->text))
    return TRUE;

  if (part->text->len > 0)
    g_string_append_c (part->text, ' ');
  g_string_append_len (part->text, part->message + word->start, (gssize) (word->end - word->start));

  return TRUE;
}

static gboolean
add_shape_cb (const ActWord *word,
              gpointer       user_data)
{
  Part *part = user_data;

  if (word->is_inner || !act_store_words_is_own (word->text))
    return TRUE;

  g_string_append_len (part->text, part->message + part->done, (gssize) (word->start - part->done));
  g_string_append (part->text, ACT_STORE_OWN_WORD);
  part->done = word->end;

  return TRUE;
}

static void
note_due (sqlite3_context *context)
{
  gboolean *due = sqlite3_user_data (context);

  *due = TRUE;
}

static void
own_words (sqlite3_context *context,
           int              n_values,
           sqlite3_value  **values)
{
  const char *message = (const char *) sqlite3_value_text (values[0]);

  note_due (context);
  if (message == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, act_store_words_get_own (message), -1, g_free);
}

static void
all_words (sqlite3_context *context,
           int              n_values,
           sqlite3_value  **values)
{
  note_due (context);
  sqlite3_result_value (context, values[0]);
}

static int
add_function (sqlite3    *handle,
              const char *name,
              void (*function) (sqlite3_context *, int, sqlite3_value **),
              gboolean *due)
{
  return sqlite3_create_function_v2 (handle, name, 1, SQLITE_UTF8 | SQLITE_INNOCUOUS, due, function,
                                     NULL, NULL, NULL);
}

static fts5_api *
get_fts5 (sqlite3 *handle)
{
  fts5_api     *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);

  return api;
}

/**
 * act_store_words_register:
 * @handle: a connection
 * @due: set to %TRUE once triggers have noted words in `words_due`; lives as long as @handle
 *
 * Gives a connection the tokenizer `act_words` of the index, and the functions of its triggers:
 * `act_own_words (message)` gives what a shape leaves out, `act_all_words (text)` the text. On the
 * connection's thread.
 *
 * Returns: `SQLITE_OK` or another code
 */
int
act_store_words_register (sqlite3  *handle,
                          gboolean *due)
{
  fts5_tokenizer tokenizer = { create_tokenizer, delete_tokenizer, tokenize };
  fts5_api      *api = get_fts5 (handle);
  int            code;

  if (api == NULL)
    return SQLITE_ERROR;

  code = api->xCreateTokenizer (api, "act_words", NULL, &tokenizer, NULL);
  if (code == SQLITE_OK)
    code = add_function (handle, "act_own_words", own_words, due);
  if (code == SQLITE_OK)
    code = add_function (handle, "act_all_words", all_words, due);

  return code;
}

/**
 * act_store_words_is_own:
 * @word: a word as it is compared
 *
 * Tells words that are likely to stand in one event alone (numbers, ids, amounts) from those that
 * many events share. Any thread.
 *
 * Returns: whether it is of the first kind
 */
gboolean
act_store_words_is_own (const char *word)
{
  return strpbrk (word, "0123456789") != NULL;
}

/**
 * act_store_words_get_shape:
 * @message: a message
 *
 * Gives a message with %ACT_STORE_OWN_WORD in the place of each word that is its own, so that messages
 * of one kind have one shape. The first digit in it is where they begin to differ. Any thread.
 *
 * Returns: (transfer full): a text that has the same words at the same places
 */
char *
act_store_words_get_shape (const char *message)
{
  Part part = { message, g_string_new (NULL), 0 };

  act_words_foreach (message, -1, add_shape_cb, &part);
  g_string_append (part.text, message + part.done);

  return g_string_free (part.text, FALSE);
}

/**
 * act_store_words_get_own:
 * @message: a message
 *
 * Gives the words that its shape leaves out. Any thread.
 *
 * Returns: (transfer full): a text of these words
 */
char *
act_store_words_get_own (const char *message)
{
  Part part = { message, g_string_new (NULL), 0 };

  act_words_foreach (message, -1, add_own_cb, &part);

  return g_string_free (part.text, FALSE);
}
