/* Runs an integration run again
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-replay.h"

#include "act-ability-note.h"
#include "act-event-kind.h"
#include "act-mark-offer.h"
#include "act-problem-box.h"
#include "act-replay.h"
#include "act-run-look.h"
#include "act-run-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What replays put right, when they do. */
#define KINDS                                                           \
  ((1u << ACT_EVENT_KIND_VALIDATION) | (1u << ACT_EVENT_KIND_PERFORM) | \
   (1u << ACT_EVENT_KIND_MISSING_MAPPING))

struct _ActRunReplay
{
  GtkWidget parent_instance;

  ActSession   *session;         /* (owned) (nullable) */
  GSignalGroup *session_signals; /* (owned) */
  ActReplay    *replay;          /* (owned) (nullable) */
  gint64        row_id;          /* of the event that led to the run, or 0 */
  gboolean      has_offered;     /* whether the marks that this replay made possible were offered */
  GtkWindow    *question;        /* (weak) (nullable) */

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

static gboolean
is_offline (ActRunReplay *self)
{
  return act_session_get_state (self->session) == ACT_SESSION_OFFLINE;
}

/* A status that is not known here does not keep anybody from trying; the server has the last word. */
static gboolean
has_ended (const ActIntegrationRun *run)
{
  ActRunOutcome outcome = act_run_status_get_outcome (run->status);

  return outcome != ACT_RUN_OUTCOME_RUNNING && outcome != ACT_RUN_OUTCOME_RETRYING;
}

/* Why it cannot be replayed, but for what the note says. */
static const char *
get_reason (ActRunReplay *self)
{
  if (!act_ability_note_get_allowed (self->note) || !act_replay_may_begin (self->replay))
    return NULL;
  if (!has_ended (act_replay_get_run (self->replay)))
    return _ ("This run has not ended yet, so it cannot be replayed.");
  if (is_offline (self))
    return _ ("The server cannot be reached. A replay is never sent later, since it may bill twice.");

  return NULL;
}

static gboolean
may_replay (ActRunReplay *self)
{
  return act_ability_note_get_allowed (self->note) && act_replay_may_begin (self->replay) &&
         get_reason (self) == NULL;
}

static const char *
get_waiting_text (ActRunReplay *self)
{
  switch (act_replay_get_state (self->replay))
    {
    case ACT_REPLAY_SENDING:
      return _ ("Starting the replay…");

    case ACT_REPLAY_READING:
    case ACT_REPLAY_LOST:
      return _ ("Reading the runs…");

    case ACT_REPLAY_IDLE:
    case ACT_REPLAY_ASKING:
    case ACT_REPLAY_FOLLOWING:
    case ACT_REPLAY_ENDED:
    case ACT_REPLAY_LOST_UNREAD:
    default:
      return NULL;
    }
}

static char *
describe_new_run (ActRunReplay *self)
{
  const ActIntegrationRun *run = act_replay_get_new_run (self->replay);
  g_autofree char         *status = NULL;

  if (run == NULL)
    return NULL;

  status = act_run_text_status (run);
  if (act_replay_is_unanswered (self->replay))
    /* Translators: %s is what was known of the new run last, such as Running */
    return g_strdup_printf (_ ("Replay: %s, as far as is known. The server does not answer now."),
                            status);

  /* Translators: %s is where the new run stands, such as Running, Complete or Failed */
  return g_strdup_printf (_ ("Replay: %s"), status);
}

static void
show_icon (ActRunReplay            *self,
           const ActIntegrationRun *run)
{
  ActRunOutcome outcome = act_run_status_get_outcome (run->status);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), act_run_outcome_get_icon_name (outcome));
  act_run_look_apply (self->icon, outcome);
}

static void
show_progress (ActRunReplay *self)
{
  const ActIntegrationRun *run = act_replay_get_new_run (self->replay);
  const char              *waiting = get_waiting_text (self);
  g_autofree char         *new_run = describe_new_run (self);
  const char              *text = waiting != NULL ? waiting : new_run;
  gboolean                 is_busy = waiting != NULL ||
                     act_replay_get_state (self->replay) == ACT_REPLAY_FOLLOWING;

  if (run != NULL)
    show_icon (self, run);
  gtk_widget_set_visible (self->progress, text != NULL);
  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), is_busy);
  gtk_widget_set_visible (self->icon, !is_busy && run != NULL);
  gtk_widget_set_visible (self->view_new, run != NULL && waiting == NULL);

  /* What is the same is not announced again. */
  if (text != NULL && g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->status)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->status), text);
}

/* What the key or the server does not allow is said by the note. */
static void
show_problem (ActRunReplay *self)
{
  const GError *error = act_replay_get_error (self->replay);

  if (act_replay_was_lost (self->replay))
    act_problem_box_show_text (self->problem,
                               _ ("The replay may have started"),
                               _ ("The server’s answer was lost. Look at the runs below before you "
                                  "replay it again."));
  else if (error != NULL && act_ability_note_get_allowed (self->note))
    act_problem_box_show_error (self->problem, error);
  else
    act_problem_box_hide (self->problem);
}

/* Events about the replay itself are newer than it, so they are not among these. */
static void
offer_to_mark (ActRunReplay            *self,
               const ActIntegrationRun *new_run)
{
  const ActIntegrationRun *run = act_replay_get_run (self->replay);
  gboolean                 by_entity = run->entity_id != NULL && *run->entity_id != '\0';
  g_autoptr (ActRelation) relation = act_relation_new (KINDS);

  if (by_entity)
    relation->entity_id = g_strdup (run->entity_id);
  else
    relation->run_id = g_strdup (run->id);
  relation->until = act_integration_run_get_time (new_run);
  relation->row_id = self->row_id;

  act_mark_offer_set (self->offer,
                      self->session,
                      relation,
                      by_entity ? _ ("All errors up to the replay that are about the same entity")
                                : _ ("All errors up to the replay that are about the same run"));
}

static void
update_offer (ActRunReplay *self)
{
  const ActIntegrationRun *run = act_replay_get_new_run (self->replay);
  ActReplayState           state = act_replay_get_state (self->replay);

  if (state == ACT_REPLAY_SENDING)
    {
      self->has_offered = FALSE;
      act_mark_offer_set (self->offer, NULL, NULL, NULL);
    }
  else if (state == ACT_REPLAY_ENDED && !self->has_offered &&
           act_run_status_get_outcome (run->status) == ACT_RUN_OUTCOME_SUCCEEDED)
    {
      self->has_offered = TRUE;
      offer_to_mark (self, run);
    }
}

/* A control that cannot be used any more would lose the focus to anything in the window, so the next
 * one that can be used gets it. */
static void
hand_on_focus (ActRunReplay *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean   is_waiting = get_waiting_text (self) != NULL;
  gboolean   has_new_run = !is_waiting && act_replay_get_new_run (self->replay) != NULL;
  const struct
  {
    GtkWidget *widget;
    gboolean   is_usable;
  } controls[] = {
    { self->button, may_replay (self) },
    { self->view_new, has_new_run },
    { self->read_again, act_replay_get_state (self->replay) == ACT_REPLAY_LOST_UNREAD },
    { self->progress, is_waiting },
  };
  gboolean loses = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    loses |= focus == controls[i].widget && !controls[i].is_usable;

  for (gsize i = 0; loses && i < G_N_ELEMENTS (controls); i++)
    {
      if (!controls[i].is_usable)
        continue;

      gtk_widget_set_visible (self->progress, is_waiting || has_new_run);
      gtk_widget_set_visible (controls[i].widget, TRUE);
      gtk_widget_set_sensitive (controls[i].widget, TRUE);
      loses = !gtk_widget_grab_focus (controls[i].widget);
    }
}

static void
update (ActRunReplay *self)
{
  const char     *reason = NULL;
  ActAbilityState ability = ACT_ABILITY_STATE_UNKNOWN;

  if (self->replay == NULL)
    return;

  reason = get_reason (self);
  ability = act_session_get_ability (self->session, ACT_ABILITY_REPLAY);

  hand_on_focus (self);
  gtk_widget_set_visible (self->button, ability != ACT_ABILITY_STATE_MISSING);
  gtk_widget_set_sensitive (self->button, may_replay (self));
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
  gtk_widget_set_visible (self->read_again,
                          act_replay_get_state (self->replay) == ACT_REPLAY_LOST_UNREAD);
  show_progress (self);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             ActRunReplay     *self)
{
  if (g_strcmp0 (response, "replay") == 0)
    act_replay_send (self->replay);
  else
    {
      act_replay_leave (self->replay);
      gtk_widget_grab_focus (self->button);
    }
}

static void
ask (ActRunReplay *self)
{
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *body = NULL;
  GtkWidget       *dialog = NULL;

  body = act_run_text_replay (act_replay_get_run (self->replay), act_replay_get_runs (self->replay));
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
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
replay_changed_cb (ActRunReplay *self)
{
  show_problem (self);
  update_offer (self);
  update (self);

  if (act_replay_get_state (self->replay) == ACT_REPLAY_ASKING && self->question == NULL)
    ask (self);
}

static void
replay_runs_read_cb (ActRunReplay *self,
                     GPtrArray    *runs)
{
  g_signal_emit (self, signals[SIGNAL_RUNS_READ], 0, runs);
}

static void
clicked_cb (ActRunReplay *self)
{
  if (may_replay (self))
    act_replay_begin (self->replay);
}

static void
read_again_cb (ActRunReplay *self)
{
  act_replay_read_again (self->replay);
}

static void
view_new_cb (ActRunReplay *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_RUN], 0, act_replay_get_new_run (self->replay)->id);
}

static void
act_run_replay_dispose (GObject *object)
{
  ActRunReplay *self = ACT_RUN_REPLAY (object);

  if (self->replay != NULL)
    g_signal_handlers_disconnect_by_data (self->replay, self);
  g_clear_object (&self->replay);
  if (self->question != NULL)
    gtk_window_destroy (self->question);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_RUN_REPLAY);

  G_OBJECT_CLASS (act_run_replay_parent_class)->dispose (object);
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

static void
make_replay (ActRunReplay            *self,
             ActSession              *session,
             const ActIntegrationRun *run)
{
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->session_signals, session);
  act_ability_note_set (self->note, session, ACT_ABILITY_REPLAY);

  self->replay = act_replay_new (session, run);
  g_signal_connect_object (self->replay, "changed", G_CALLBACK (replay_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->replay, "runs-read", G_CALLBACK (replay_runs_read_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * act_run_replay_set_run:
 * @session: what to ask; always the same one
 * @run: the run that may be replayed, always the same one; copied
 * @row_id: the row id of the event that led to it, or 0
 *
 * Offers to replay a run. When it is told of the run again, a replay that is under way goes on.
 */
void
act_run_replay_set_run (ActRunReplay            *self,
                        ActSession              *session,
                        const ActIntegrationRun *run,
                        gint64                   row_id)
{
  g_return_if_fail (ACT_IS_RUN_REPLAY (self));
  g_return_if_fail (ACT_IS_SESSION (session));
  g_return_if_fail (run != NULL);

  self->row_id = row_id;
  if (self->replay == NULL)
    make_replay (self, session, run);

  act_replay_set_run (self->replay, run);
}
