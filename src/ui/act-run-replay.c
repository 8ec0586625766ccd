/* Runs an integration run again
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-replay.h"

#include "act-ability-note.h"
#include "act-api-error.h"
#include "act-event.h"
#include "act-mark-offer.h"
#include "act-problem-box.h"
#include "act-run-look.h"
#include "act-run-text.h"
#include "act-run-watch.h"
#include "act-session-runs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What replays put right, when they do. */
#define KINDS                                                           \
  ((1u << ACT_EVENT_KIND_VALIDATION) | (1u << ACT_EVENT_KIND_PERFORM) | \
   (1u << ACT_EVENT_KIND_MISSING_MAPPING))

/**
 * State:
 * @STATE_IDLE: it may be asked for
 * @STATE_READING: the runs of the same entity are being read, before the question
 * @STATE_ASKING: the question is on the screen
 * @STATE_SENDING: it was sent, and nothing came back yet
 * @STATE_FOLLOWING: the new run goes on
 * @STATE_ENDED: the new run has ended
 * @STATE_LOST: it may have been made; the runs are being read
 * @STATE_LOST_UNREAD: it may have been made, and the runs could not be read
 */
typedef enum
{
  STATE_IDLE,
  STATE_READING,
  STATE_ASKING,
  STATE_SENDING,
  STATE_FOLLOWING,
  STATE_ENDED,
  STATE_LOST,
  STATE_LOST_UNREAD,
} State;

struct _ActRunReplay
{
  GtkWidget parent_instance;

  ActSession        *session;         /* (owned) (nullable) */
  GSignalGroup      *session_signals; /* (owned) */
  ActIntegrationRun *run;             /* (owned) (nullable) */
  char              *event_entity_id; /* (owned) (nullable): of the event that the page is about */
  gboolean           has_event;
  GPtrArray         *known; /* (owned) (nullable): the runs as they were before it was sent */
  State              state;
  ActRunWatch       *watch;       /* (owned) (nullable): of the new run */
  GtkWindow         *question;    /* (weak) (nullable) */
  GCancellable      *cancellable; /* (owned) */

  GtkWidget      *box;
  GtkWidget      *button;
  GtkWidget      *reason;
  ActAbilityNote *note;
  ActProblemBox  *problem;
  GtkWidget      *read_again;
  GtkWidget      *progress;
  GtkWidget      *spinner;
  GtkWidget      *icon;
  GtkWidget      *status;
  GtkWidget      *view_new;
  ActMarkOffer   *offer;
};

G_DEFINE_FINAL_TYPE (ActRunReplay, act_run_replay, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN_RUN,
  SIGNAL_RUNS_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void read_runs (ActRunReplay *self);

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_offline (ActRunReplay *self)
{
  return self->session != NULL && act_session_get_state (self->session) == ACT_SESSION_OFFLINE;
}

/* A status that is not known here does not keep anybody from trying; the server has the last word. */
static gboolean
has_ended (const ActIntegrationRun *run)
{
  ActRunOutcome outcome = act_run_status_get_outcome (run->status);

  return outcome != ACT_RUN_OUTCOME_RUNNING && outcome != ACT_RUN_OUTCOME_RETRYING;
}

static const char *
get_reason (ActRunReplay *self)
{
  if (self->run == NULL || !act_ability_note_get_allowed (self->note))
    return NULL;
  if (self->state != STATE_IDLE && self->state != STATE_ENDED)
    return NULL;
  if (!has_ended (self->run))
    return _ ("This run has not ended yet, so it cannot be replayed.");
  if (is_offline (self))
    return _ ("The server cannot be reached. A replay is never sent later, since it may bill twice.");

  return NULL;
}

static gboolean
may_replay (ActRunReplay *self)
{
  return self->run != NULL && act_ability_note_get_allowed (self->note) &&
         (self->state == STATE_IDLE || self->state == STATE_ENDED) && has_ended (self->run) &&
         !is_offline (self);
}

static const char *
get_waiting_text (ActRunReplay *self)
{
  switch (self->state)
    {
    case STATE_SENDING:
      return _ ("Starting the replay…");

    case STATE_READING:
    case STATE_LOST:
      return _ ("Reading the runs…");

    case STATE_IDLE:
    case STATE_ASKING:
    case STATE_FOLLOWING:
    case STATE_ENDED:
    case STATE_LOST_UNREAD:
    default:
      return NULL;
    }
}

static char *
describe_new_run (ActRunReplay *self)
{
  g_autofree char *status = NULL;

  if (self->watch == NULL)
    return NULL;

  status = act_run_text_status (act_run_watch_get_run (self->watch));
  if (act_run_watch_get_error (self->watch) != NULL)
    /* Translators: %s is what was known of the new run last, such as Running */
    return g_strdup_printf (_ ("Replay: %s, as far as is known. The server does not answer now."),
                            status);

  /* Translators: %s is where the new run stands, such as Running, Complete or Failed */
  return g_strdup_printf (_ ("Replay: %s"), status);
}

static void
show_progress (ActRunReplay *self)
{
  const char      *waiting = get_waiting_text (self);
  g_autofree char *new_run = describe_new_run (self);
  const char      *text = waiting != NULL ? waiting : new_run;
  gboolean         is_busy = waiting != NULL || self->state == STATE_FOLLOWING;

  gtk_widget_set_visible (self->progress, text != NULL);
  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), is_busy && text != NULL);
  gtk_widget_set_visible (self->icon, !is_busy && self->watch != NULL);
  gtk_widget_set_visible (self->view_new, self->watch != NULL && waiting == NULL);

  /* What is the same is not announced again. */
  if (text != NULL && g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->status)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->status), text);

  if (self->watch != NULL)
    {
      ActRunOutcome outcome = act_run_status_get_outcome (act_run_watch_get_run (self->watch)->status);

      gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), act_run_outcome_get_icon_name (outcome));
      act_run_look_apply (self->icon, outcome);
    }
}

/* A control that cannot be used any more would lose the focus to anything in the window, so the next
 * one that can be used gets it. */
static void
hand_on_focus (ActRunReplay *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean   has_new_run = self->watch != NULL && get_waiting_text (self) == NULL;
  const struct
  {
    GtkWidget *widget;
    gboolean   is_usable;
  } controls[] = {
    { self->button, may_replay (self) },
    { self->view_new, has_new_run },
    { self->read_again, self->state == STATE_LOST_UNREAD },
    { self->progress, get_waiting_text (self) != NULL },
  };
  gboolean loses = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    loses |= focus == controls[i].widget && !controls[i].is_usable;

  for (gsize i = 0; loses && i < G_N_ELEMENTS (controls); i++)
    {
      if (!controls[i].is_usable)
        continue;

      gtk_widget_set_visible (self->progress, self->progress == controls[i].widget || has_new_run);
      gtk_widget_set_visible (controls[i].widget, TRUE);
      gtk_widget_set_sensitive (controls[i].widget, TRUE);
      loses = !gtk_widget_grab_focus (controls[i].widget);
    }
}

static void
update (ActRunReplay *self)
{
  const char     *reason = get_reason (self);
  ActAbilityState ability = ACT_ABILITY_STATE_UNKNOWN;

  if (self->session != NULL)
    ability = act_session_get_ability (self->session, ACT_ABILITY_REPLAY);

  hand_on_focus (self);
  gtk_widget_set_visible (self->button, self->run != NULL && ability != ACT_ABILITY_STATE_MISSING);
  gtk_widget_set_sensitive (self->button, may_replay (self));
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
  gtk_widget_set_visible (self->read_again, self->state == STATE_LOST_UNREAD);
  show_progress (self);
}

static void
set_state (ActRunReplay *self,
           State         state)
{
  self->state = state;
  update (self);
}

/* Events about the replay itself are newer than it, so they are not among these. */
static void
offer_to_mark (ActRunReplay            *self,
               const ActIntegrationRun *replay)
{
  g_autoptr (ActRelation) relation = act_relation_new (KINDS);
  gboolean by_entity = has_text (self->run->entity_id) &&
                       (!self->has_event || g_strcmp0 (self->event_entity_id, self->run->entity_id) == 0);

  if (by_entity)
    relation->entity_id = g_strdup (self->run->entity_id);
  else
    relation->run_id = g_strdup (self->run->id);
  relation->until = act_integration_run_get_time (replay);

  act_mark_offer_set (self->offer,
                      self->session,
                      relation,
                      by_entity ? _ ("All errors up to the replay that are about the same entity")
                                : _ ("All errors up to the replay that are about the same run"));
}

static void
watch_changed_cb (ActRunReplay *self)
{
  const ActIntegrationRun *replay = act_run_watch_get_run (self->watch);
  gboolean                 is_over = !act_run_watch_is_watching (self->watch);

  if (is_over && self->state == STATE_FOLLOWING)
    {
      if (act_run_status_get_outcome (replay->status) == ACT_RUN_OUTCOME_SUCCEEDED)
        offer_to_mark (self, replay);
      self->state = STATE_ENDED;
      read_runs (self);
    }

  update (self);
}

static void
stop_following (ActRunReplay *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
}

static void
follow (ActRunReplay            *self,
        const ActIntegrationRun *replay)
{
  stop_following (self);
  self->watch = act_run_watch_new (self->session, replay);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (watch_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->state = STATE_FOLLOWING;
  read_runs (self);
  watch_changed_cb (self);
}

/* The run that was not there before it was sent, if there is just one. */
static const ActIntegrationRun *
find_new_run (ActRunReplay *self,
              GPtrArray    *runs)
{
  const ActIntegrationRun *found = NULL;

  for (guint i = 0; self->known != NULL && i < runs->len; i++)
    {
      const ActIntegrationRun *run = g_ptr_array_index (runs, i);
      gboolean                 is_known = FALSE;

      for (guint j = 0; j < self->known->len && !is_known; j++)
        is_known = g_strcmp0 (((ActIntegrationRun *) g_ptr_array_index (self->known, j))->id, run->id) == 0;

      if (is_known)
        continue;
      if (found != NULL)
        return NULL;
      found = run;
    }

  return found;
}

static void
show_lost (ActRunReplay *self)
{
  act_problem_box_show_text (self->problem,
                             _ ("The replay may have started"),
                             _ ("The server’s answer was lost. Look at the runs below before you "
                                "replay it again."));
}

static void
settle_lost (ActRunReplay *self,
             GPtrArray    *runs)
{
  const ActIntegrationRun *replay = find_new_run (self, runs);

  if (replay != NULL)
    follow (self, replay);
  else
    set_state (self, STATE_IDLE);
}

static void
lost_runs_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  ActRunReplay *self = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  runs = act_session_list_runs_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_REPLAY (user_data);

  /* What the store knows is from before. */
  if (runs == NULL || act_freshness_is_stale (freshness))
    {
      set_state (self, STATE_LOST_UNREAD);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_RUNS_READ], 0, runs);
  settle_lost (self, runs);
}

static void
read_lost_runs (ActRunReplay *self)
{
  set_state (self, STATE_LOST);
  act_session_list_runs_async (self->session,
                               self->run->entity_type,
                               self->run->entity_id,
                               self->cancellable,
                               lost_runs_read_cb,
                               self);
}

/* A run that names no entity has no history in which one could look. */
static void
handle_lost (ActRunReplay *self)
{
  show_lost (self);
  if (has_text (self->run->entity_type) && has_text (self->run->entity_id))
    read_lost_runs (self);
  else
    set_state (self, STATE_IDLE);
}

static void
replayed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ActRunReplay *self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActIntegrationRun) replay = NULL;

  replay = act_session_replay_run_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_REPLAY (user_data);

  if (replay != NULL)
    {
      follow (self, replay);
      return;
    }

  if (act_api_error_may_have_acted (error))
    {
      handle_lost (self);
      return;
    }

  /* What the key or the server does not allow is said by the note. */
  if (act_ability_note_get_allowed (self->note))
    act_problem_box_show_error (self->problem, error);
  set_state (self, STATE_IDLE);
}

static void
send (ActRunReplay *self)
{
  act_problem_box_hide (self->problem);
  act_mark_offer_set (self->offer, NULL, NULL, NULL);
  stop_following (self);
  set_state (self, STATE_SENDING);
  act_session_replay_run_async (self->session, self->run->id, self->cancellable, replayed_cb, self);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             ActRunReplay     *self)
{
  if (self->state != STATE_ASKING)
    return;

  if (g_strcmp0 (response, "replay") == 0)
    send (self);
  else
    set_state (self, self->watch != NULL ? STATE_ENDED : STATE_IDLE);
}

static void
ask (ActRunReplay *self,
     GPtrArray    *runs)
{
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *body = act_run_text_replay (self->run, runs);
  GtkWidget       *dialog = NULL;

  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   _ ("Replay This Run?"),
                                   NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "replay", _ ("_Replay"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replay",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);

  g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
  set_state (self, STATE_ASKING);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Something may have happened since the page was opened. */
static void
runs_before_read_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  ActRunReplay *self = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  runs = act_session_list_runs_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_REPLAY (user_data);
  g_clear_pointer (&self->known, g_ptr_array_unref);

  if (runs != NULL && act_freshness_is_stale (freshness))
    {
      act_problem_box_show_error (self->problem, freshness->error);
      set_state (self, STATE_IDLE);
      return;
    }

  if (runs != NULL)
    {
      self->known = g_ptr_array_ref (runs);
      g_signal_emit (self, signals[SIGNAL_RUNS_READ], 0, runs);
    }

  ask (self, runs);
}

static void
clicked_cb (ActRunReplay *self)
{
  if (!may_replay (self))
    return;

  act_problem_box_hide (self->problem);
  if (!has_text (self->run->entity_type) || !has_text (self->run->entity_id))
    {
      ask (self, NULL);
      return;
    }

  set_state (self, STATE_READING);
  act_session_list_runs_async (self->session,
                               self->run->entity_type,
                               self->run->entity_id,
                               self->cancellable,
                               runs_before_read_cb,
                               self);
}

static void
read_again_cb (ActRunReplay *self)
{
  if (self->state == STATE_LOST_UNREAD)
    read_lost_runs (self);
}

static void
view_new_cb (ActRunReplay *self)
{
  if (self->watch != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_RUN], 0, act_run_watch_get_run (self->watch)->id);
}

static void
runs_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GPtrArray) runs = act_session_list_runs_finish (ACT_SESSION (source), result, NULL, NULL);

  /* It was cancelled, or the history stays as it was. */
  if (runs == NULL)
    return;

  g_signal_emit (ACT_RUN_REPLAY (user_data), signals[SIGNAL_RUNS_READ], 0, runs);
}

static void
read_runs (ActRunReplay *self)
{
  if (has_text (self->run->entity_type) && has_text (self->run->entity_id))
    act_session_list_runs_async (self->session,
                                 self->run->entity_type,
                                 self->run->entity_id,
                                 self->cancellable,
                                 runs_read_cb,
                                 self);
}

static void
act_run_replay_dispose (GObject *object)
{
  ActRunReplay *self = ACT_RUN_REPLAY (object);

  g_cancellable_cancel (self->cancellable);
  stop_following (self);
  if (self->question != NULL)
    gtk_window_destroy (self->question);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_RUN_REPLAY);

  G_OBJECT_CLASS (act_run_replay_parent_class)->dispose (object);
}

static void
act_run_replay_finalize (GObject *object)
{
  ActRunReplay *self = ACT_RUN_REPLAY (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->run, act_integration_run_free);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_free (self->event_entity_id);

  G_OBJECT_CLASS (act_run_replay_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-run-replay.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, box);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, button);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, reason);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, note);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, problem);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, read_again);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, progress);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, spinner);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, icon);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, status);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, view_new);
  gtk_widget_class_bind_template_child (widget_class, ActRunReplay, offer);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_new_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
act_run_replay_class_init (ActRunReplayClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_run_replay_dispose;
  object_class->finalize = act_run_replay_finalize;

  signals[SIGNAL_OPEN_RUN] = g_signal_new ("open-run", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_RUNS_READ] = g_signal_new ("runs-read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  g_type_ensure (ACT_TYPE_ABILITY_NOTE);
  g_type_ensure (ACT_TYPE_MARK_OFFER);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
act_run_replay_init (ActRunReplay *self)
{
  self->cancellable = g_cancellable_new ();
  self->session_signals = g_signal_group_new (ACT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::state", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "abilities-changed", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_run_replay_new:
 *
 * Returns: (transfer floating): a widget that replays nothing yet
 */
GtkWidget *
act_run_replay_new (void)
{
  return g_object_new (ACT_TYPE_RUN_REPLAY, NULL);
}

/**
 * act_run_replay_set_run:
 * @session: what to ask
 * @run: the run that may be replayed; copied
 * @record: (nullable): the event that led to it
 *
 * Offers to replay a run. A replay of the same run that is under way is gone on with.
 */
void
act_run_replay_set_run (ActRunReplay            *self,
                        ActSession              *session,
                        const ActIntegrationRun *run,
                        const ActEventRecord    *record)
{
  ActIntegrationRun *copy = NULL;

  g_return_if_fail (ACT_IS_RUN_REPLAY (self));
  g_return_if_fail (ACT_IS_SESSION (session));
  g_return_if_fail (run != NULL);

  copy = act_integration_run_copy (run);
  g_clear_pointer (&self->run, act_integration_run_free);
  self->run = copy;

  self->has_event = record != NULL;
  g_free (self->event_entity_id);
  self->event_entity_id = g_strdup (record != NULL ? record->event->entity_id : NULL);

  if (g_set_object (&self->session, session))
    {
      g_signal_group_set_target (self->session_signals, session);
      act_ability_note_set (self->note, session, ACT_ABILITY_REPLAY);
    }

  update (self);
}
