/* The token that the other calls carry
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-token-source.h"

#include "act-api-error.h"
#include "act-redact.h"
#include "act-token-json.h"
#include "act-wait-list.h"

#include <string.h>

#define MS_PER_SECOND   G_GINT64_CONSTANT (1000)
#define MAX_MARGIN      (300 * MS_PER_SECOND)
#define REFUSAL_MEMORY  (60 * MS_PER_SECOND)
#define TOKEN_PATH      "/oauth/token"
#define TOKEN_BODY_TYPE "application/x-www-form-urlencoded"
#define TOKEN_BODY      "grant_type=client_credentials"

struct _ActTokenSource
{
  GObject       parent_instance;
  ActSender    *sender;          /* (owned) */
  ActClock     *clock;           /* (owned) */
  char         *key_id;          /* (owned) */
  char         *secret;          /* (owned) (nullable) */
  char         *token;           /* (owned) (nullable) */
  char         *organisation_id; /* (owned) (nullable): of the last token */
  gint64        got_at;
  gint64        use_time; /* for how long it is used from then on */
  char         *refused;  /* (owned) (nullable): a token that another one was no better than */
  gint64        refused_at;
  ActWaitList  *waiting; /* (owned) */
  GCancellable *renewal; /* (owned) (nullable): while a token is asked for */
  gboolean      anew;    /* the token that is asked for is one of the former key */
  gint64        asked_at;
};

G_DEFINE_FINAL_TYPE (ActTokenSource, act_token_source, G_TYPE_OBJECT)

static char *
build_authorization (ActTokenSource *self)
{
  char *credentials = g_strconcat (self->key_id, ":", self->secret, NULL);
  char *encoded = g_base64_encode ((const guchar *) credentials, strlen (credentials));
  char *authorization = g_strconcat ("Basic ", encoded, NULL);

  act_redact_free (credentials);
  act_redact_free (encoded);

  return authorization;
}

static ActRequest *
build_request (void)
{
  ActRequest *request = act_request_new ("POST", TOKEN_PATH);

  request->content_type = g_strdup (TOKEN_BODY_TYPE);
  request->body = g_strdup (TOKEN_BODY);
  /* A token that got lost does no harm. */
  request->idempotent = TRUE;

  return request;
}

/* Nothing is known of a time that a clock has gone back behind. */
static gboolean
is_since (ActTokenSource *self,
          gint64          time,
          gint64          span)
{
  gint64 elapsed = act_clock_now (self->clock) - time;

  return elapsed >= 0 && elapsed < span;
}

static gboolean
is_good (ActTokenSource *self)
{
  return self->token != NULL && is_since (self, self->got_at, self->use_time);
}

/* What the token call is refused with must not be taken for what the server says about an event. */
static void
translate (GError *error)
{
  static const struct
  {
    ActApiError call;
    ActApiError token_call;
  } codes[] = {
    { ACT_API_ERROR_UNAUTHORIZED, ACT_API_ERROR_TOKEN_REFUSED },
    { ACT_API_ERROR_FORBIDDEN, ACT_API_ERROR_TOKEN_REFUSED },
    { ACT_API_ERROR_BAD_REQUEST, ACT_API_ERROR_TOKEN_REFUSED },
    { ACT_API_ERROR_NOT_FOUND, ACT_API_ERROR_OTHER_API },
    { ACT_API_ERROR_NOT_ALLOWED, ACT_API_ERROR_OTHER_API },
    { ACT_API_ERROR_CONFLICT, ACT_API_ERROR_OTHER_API },
    { ACT_API_ERROR_PAGE_TOO_LARGE, ACT_API_ERROR_OTHER_API },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (g_error_matches (error, ACT_API_ERROR, (int) codes[i].call))
        {
          error->code = (int) codes[i].token_call;
          return;
        }
    }
}

static GError *
make_no_secret_error (void)
{
  return g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_NO_SECRET, "POST " TOKEN_PATH ": no secret");
}

/* Those who wait are called back at once and may come again: they must not get the old answer, nor
 * may what they do change it for the others. So all leave the list first. */
static void
end_renewal (ActTokenSource *self,
             const GError   *error)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);
  char  *token = g_strdup (self->token);
  GTask *task = NULL;

  g_clear_object (&self->renewal);
  while ((task = act_wait_list_pop (self->waiting)) != NULL)
    g_ptr_array_add (tasks, task);

  for (guint i = 0; i < tasks->len; i++)
    {
      task = g_ptr_array_index (tasks, i);
      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_pointer (task, g_strdup (token), (GDestroyNotify) act_redact_free);
    }

  act_redact_free (token);
}

static void start_renewal (ActTokenSource *self);

/* Those who wait for a token of the former key get one of the key that has taken its place. */
static gboolean
begin_anew (ActTokenSource *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->anew)
    return FALSE;

  self->anew = FALSE;
  if (self->secret != NULL)
    {
      g_clear_object (&self->renewal);
      start_renewal (self);
    }
  else
    {
      error = make_no_secret_error ();
      end_renewal (self, error);
    }

  return TRUE;
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ActTokenSource) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActToken) token = act_json_decode_finish (result, &error);
  gint64 life = 0;

  if (begin_anew (self))
    return;

  if (token == NULL)
    {
      g_prefix_error (&error, "POST " TOKEN_PATH ": ");
      end_renewal (self, error);
      return;
    }

  life = token->life * MS_PER_SECOND;
  g_clear_pointer (&self->token, act_redact_free);
  self->token = g_steal_pointer (&token->text);
  g_free (self->organisation_id);
  self->organisation_id = g_steal_pointer (&token->organisation_id);
  self->got_at = self->asked_at;
  self->use_time = life - MIN (MAX_MARGIN, life / 2);
  end_renewal (self, NULL);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ActTokenSource) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActResponse) response = NULL;

  response = act_sender_send_finish (ACT_SENDER (source), result, &error);
  if (begin_anew (self))
    return;

  if (response == NULL)
    {
      translate (error);
      end_renewal (self, error);
      return;
    }

  act_json_decode_async (response, &act_token_decoder, self->renewal, decoded_cb, g_object_ref (self));
}

static void
start_renewal (ActTokenSource *self)
{
  g_autoptr (ActRequest) request = build_request ();
  char *authorization = build_authorization (self);

  self->renewal = g_cancellable_new ();
  self->asked_at = act_clock_now (self->clock);
  act_sender_send_async (self->sender, request, authorization, self->renewal, answered_cb, g_object_ref (self));
  act_redact_free (authorization);
}

static void
act_token_source_dispose (GObject *object)
{
  ActTokenSource *self = ACT_TOKEN_SOURCE (object);

  g_clear_object (&self->sender);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->secret, act_redact_free);
  g_clear_pointer (&self->token, act_redact_free);
  g_clear_pointer (&self->refused, act_redact_free);

  G_OBJECT_CLASS (act_token_source_parent_class)->dispose (object);
}

static void
act_token_source_finalize (GObject *object)
{
  ActTokenSource *self = ACT_TOKEN_SOURCE (object);

  act_wait_list_free (self->waiting);
  g_free (self->key_id);
  g_free (self->organisation_id);

  G_OBJECT_CLASS (act_token_source_parent_class)->finalize (object);
}

static void
act_token_source_class_init (ActTokenSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_token_source_dispose;
  object_class->finalize = act_token_source_finalize;
}

static void
act_token_source_init (ActTokenSource *self)
{
  self->waiting = act_wait_list_new ();
}

/**
 * act_token_source_new:
 * @sender: what sends the token call
 * @clock: the time, which goes on while the computer sleeps
 * @key_id: the access key's id
 * @secret: (nullable): its secret; without one no token can be got
 *
 * Returns: (transfer full): a source without a token yet
 */
ActTokenSource *
act_token_source_new (ActSender  *sender,
                      ActClock   *clock,
                      const char *key_id,
                      const char *secret)
{
  ActTokenSource *self = g_object_new (ACT_TYPE_TOKEN_SOURCE, NULL);

  self->sender = g_object_ref (sender);
  self->clock = g_object_ref (clock);
  self->key_id = g_strdup (key_id);
  self->secret = g_strdup (secret);

  return self;
}

/**
 * act_token_source_set_key:
 * @self: a source
 * @key_id: the access key's id
 * @secret: (nullable): its secret
 *
 * Takes another key. Whoever waits for a token gets one of this key.
 */
void
act_token_source_set_key (ActTokenSource *self,
                          const char     *key_id,
                          const char     *secret)
{
  g_return_if_fail (ACT_IS_TOKEN_SOURCE (self));
  g_return_if_fail (key_id != NULL);

  g_free (self->key_id);
  self->key_id = g_strdup (key_id);
  g_clear_pointer (&self->secret, act_redact_free);
  self->secret = g_strdup (secret);
  g_clear_pointer (&self->token, act_redact_free);
  g_clear_pointer (&self->organisation_id, g_free);
  g_clear_pointer (&self->refused, act_redact_free);
  if (self->renewal != NULL)
    {
      self->anew = TRUE;
      g_cancellable_cancel (self->renewal);
    }
}

/**
 * act_token_source_has_secret:
 * @self: a source
 *
 * Returns: whether a token can be asked for
 */
gboolean
act_token_source_has_secret (ActTokenSource *self)
{
  g_return_val_if_fail (ACT_IS_TOKEN_SOURCE (self), FALSE);

  return self->secret != NULL;
}

/**
 * act_token_source_get_async:
 * @self: a source
 * @cancellable: (nullable): lets one caller go; the others still get the token
 * @callback: called with the token
 * @user_data: for @callback
 *
 * Gets a token: the one that there is, or a new one five minutes before that ends, or after half of
 * its life when that is short.
 */
void
act_token_source_get_async (ActTokenSource     *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ACT_IS_TOKEN_SOURCE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_token_source_get_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  if (is_good (self))
    {
      g_task_return_pointer (task, g_strdup (self->token), (GDestroyNotify) act_redact_free);
      return;
    }

  if (self->secret == NULL)
    {
      g_task_return_error (task, make_no_secret_error ());
      return;
    }

  act_wait_list_push (self->waiting, g_steal_pointer (&task));
  if (self->renewal == NULL)
    start_renewal (self);
}

/**
 * act_token_source_get_finish:
 * @self: a source
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the token, to be freed by act_redact_free(), or %NULL on error
 */
char *
act_token_source_get_finish (ActTokenSource *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * act_token_source_get_organisation_id:
 * @self: a source
 *
 * Returns: (nullable): the organisation that the last token says it is for, checked to be an id
 */
const char *
act_token_source_get_organisation_id (ActTokenSource *self)
{
  g_return_val_if_fail (ACT_IS_TOKEN_SOURCE (self), NULL);

  return self->organisation_id;
}

/**
 * act_token_source_discard:
 * @self: a source
 * @token: a token that the server refused
 *
 * Forgets a token, unless another one has taken its place already.
 *
 * Returns: whether a call is worth repeating with the token that is got next; %FALSE when @token
 *   itself took the place of a refused one just now and was refused in turn
 */
gboolean
act_token_source_discard (ActTokenSource *self,
                          const char     *token)
{
  g_return_val_if_fail (ACT_IS_TOKEN_SOURCE (self), FALSE);

  if (g_strcmp0 (self->refused, token) == 0 && is_since (self, self->refused_at, REFUSAL_MEMORY))
    return FALSE;

  if (g_strcmp0 (self->token, token) == 0)
    g_clear_pointer (&self->token, act_redact_free);

  return TRUE;
}

/**
 * act_token_source_note_refusal:
 * @self: a source
 * @token: a token that was got anew for a call and did not help
 *
 * Remembers for a minute that the calls that are refused now are not so because of the token, so
 * that a key without some permission does not get a new token for each call.
 */
void
act_token_source_note_refusal (ActTokenSource *self,
                               const char     *token)
{
  g_return_if_fail (ACT_IS_TOKEN_SOURCE (self));

  g_clear_pointer (&self->refused, act_redact_free);
  self->refused = g_strdup (token);
  self->refused_at = act_clock_now (self->clock);
}

/**
 * act_token_source_stop:
 * @self: a source
 *
 * Gives up the token call on its way, if any, since nobody will use the token.
 */
void
act_token_source_stop (ActTokenSource *self)
{
  g_return_if_fail (ACT_IS_TOKEN_SOURCE (self));

  self->anew = FALSE;
  g_cancellable_cancel (self->renewal);
}
