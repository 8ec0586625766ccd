/* Offers to mark the events that a follow-up has put right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mark-offer.h"

#include "act-error-text.h"
#include "act-problem-box.h"

#include <glib/gi18n.h>

#define SETTINGS_ID "io.github.actioned.Actioned"

struct _ActMarkOffer
{
  GtkWidget parent_instance;

  GSettings    *settings;    /* (owned) */
  ActSession   *session;     /* (owned) (nullable) */
  ActRelation  *relation;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  GArray       *offered;     /* (owned) (nullable) (element-type gint64): what the button marks */
  GArray       *marking;     /* (owned) (nullable) (element-type gint64): what is being marked */
  GArray       *marked;      /* (owned) (nullable) (element-type gint64): what it has marked */
  gboolean      counting;
  gboolean      count_again; /* whether rows changed since the count began */

  GtkWidget     *box;
  GtkWidget     *offer_box;
  GtkWidget     *mark_button;
  GtkLabel      *which;
  GtkWidget     *marked_box;
  GtkLabel      *marked_label;
  GtkWidget     *undo_button;
  ActProblemBox *problem;
};

G_DEFINE_FINAL_TYPE (ActMarkOffer, act_mark_offer, GTK_TYPE_WIDGET)

static void count (ActMarkOffer *self);

static guint
get_length (GArray *row_ids)
{
  return row_ids != NULL ? row_ids->len : 0;
}

static const gint64 *
get_ids (GArray *row_ids)
{
  return (const gint64 *) (gpointer) row_ids->data;
}

/* The session can take marks back only while it holds them. */
static gboolean
can_undo (ActMarkOffer *self)
{
  const ActCounts *counts = act_session_get_counts (self->session);

  return counts != NULL && counts->held > 0;
}

static void
show_offer (ActMarkOffer *self)
{
  guint            n_offered = get_length (self->offered);
  g_autofree char *label = NULL;

  label = g_strdup_printf (
      ngettext ("Mark %u Event as Actioned", "Mark %u Events as Actioned", n_offered), n_offered);
  gtk_button_set_label (GTK_BUTTON (self->mark_button), label);
  gtk_widget_set_sensitive (self->mark_button, self->marking == NULL);
  gtk_widget_set_visible (self->offer_box, n_offered > 0);
}

static void
show_marked (ActMarkOffer *self)
{
  guint            n_marked = get_length (self->marked);
  g_autofree char *label = NULL;

  label = g_strdup_printf (
      ngettext ("%u event marked as actioned", "%u events marked as actioned", n_marked), n_marked);
  gtk_label_set_text (self->marked_label, label);
  gtk_widget_set_visible (self->undo_button, n_marked > 0 && can_undo (self));
  gtk_widget_set_visible (self->marked_box, n_marked > 0);
}

static void
update (ActMarkOffer *self)
{
  show_offer (self);
  show_marked (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          get_length (self->offered) > 0 || get_length (self->marked) > 0 ||
                              gtk_widget_get_visible (GTK_WIDGET (self->problem)));
}

static void
show_error (ActMarkOffer *self,
            const GError *error)
{
  g_autoptr (ActErrorText) text = act_error_text_new_for_marking (error);
  g_autofree char *words = g_strjoin (" ", text->cause, text->advice, NULL);

  act_problem_box_show_text (self->problem, text->title, words);
  update (self);
}

/* In the middle of a page, what it consists of stands in the middle too. */
static void
align (ActMarkOffer *self)
{
  gboolean is_centred = gtk_widget_get_halign (GTK_WIDGET (self)) == GTK_ALIGN_CENTER;

  gtk_widget_set_halign (self->mark_button, is_centred ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_label_set_justify (self->which, is_centred ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_label_set_xalign (self->which, is_centred ? 0.5f : 0);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) row_ids = NULL;
  ActMarkOffer *self = NULL;

  row_ids = act_session_list_related_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MARK_OFFER (user_data);
  self->counting = FALSE;
  if (row_ids == NULL)
    {
      g_clear_pointer (&self->offered, g_array_unref);
      show_error (self, error);
      return;
    }

  g_clear_pointer (&self->offered, g_array_unref);
  self->offered = g_steal_pointer (&row_ids);
  update (self);
  if (self->count_again)
    count (self);
}

/* Counts once at a time, however often the rows change. */
static void
count (ActMarkOffer *self)
{
  self->count_again = self->counting;
  if (self->counting || self->session == NULL)
    return;

  self->counting = TRUE;
  act_session_list_related_async (self->session, self->relation, self->cancellable, counted_cb,
                                  self);
}

static void
source_changed_cb (ActMarkOffer *self)
{
  count (self);
}

static void
counts_cb (ActMarkOffer *self)
{
  update (self);
}

/* The offer may be about something else by now, or about nothing, when the dialog has closed. */
static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ActMarkOffer) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean marked = FALSE;

  marked = act_session_mark_finish (ACT_SESSION (source), result, NULL, &error);
  if (self->session != ACT_SESSION (source) || self->marking == NULL)
    return;

  if (marked)
    {
      g_clear_pointer (&self->marked, g_array_unref);
      self->marked = g_steal_pointer (&self->marking);
      g_clear_pointer (&self->offered, g_array_unref);
      update (self);
    }
  else
    {
      g_clear_pointer (&self->marking, g_array_unref);
      show_error (self, error);
    }

  count (self);
}

/* What was asked for is marked even when the dialog closes at once, so it cannot be cancelled. */
static void
mark_cb (ActMarkOffer *self)
{
  if (self->session == NULL || self->marking != NULL || get_length (self->offered) == 0)
    return;

  act_problem_box_hide (self->problem);
  self->marking = g_array_ref (self->offered);
  update (self);
  act_session_mark_async (self->session, get_ids (self->marking), self->marking->len,
                          (guint) g_settings_get_int (self->settings, "undo-seconds"), NULL,
                          marked_cb, g_object_ref (self));
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) row_ids = NULL;
  ActMarkOffer *self = NULL;

  row_ids = act_session_take_back_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MARK_OFFER (user_data);
  if (row_ids == NULL)
    {
      show_error (self, error);
      return;
    }

  g_clear_pointer (&self->marked, g_array_unref);
  if (row_ids->len == 0)
    act_problem_box_show_text (self->problem, _ ("The marks were sent already"),
                               _ ("They cannot be undone any more."));

  update (self);
  count (self);
}

static void
undo_cb (ActMarkOffer *self)
{
  if (self->session == NULL || get_length (self->marked) == 0)
    return;

  act_session_take_back_async (self->session, get_ids (self->marked), self->marked->len,
                               self->cancellable, taken_back_cb, self);
}

static void
forget_session (ActMarkOffer *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->counting = FALSE;
  self->count_again = FALSE;
  g_clear_pointer (&self->marking, g_array_unref);
  g_clear_pointer (&self->marked, g_array_unref);
  g_clear_pointer (&self->offered, g_array_unref);
  g_clear_pointer (&self->relation, act_relation_free);
  if (self->session == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (act_session_get_row_source (self->session), self);
  g_clear_object (&self->session);
}

static void
act_mark_offer_dispose (GObject *object)
{
  ActMarkOffer *self = ACT_MARK_OFFER (object);

  forget_session (self);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_MARK_OFFER);

  G_OBJECT_CLASS (act_mark_offer_parent_class)->dispose (object);
}

static void
act_mark_offer_class_init (ActMarkOfferClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mark_offer_dispose;

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mark-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, ActMarkOffer, box);
  gtk_widget_class_bind_template_child (widget_class, ActMarkOffer, offer_box);
  gtk_widget_class_bind_template_child (widget_class, ActMarkOffer, mark_button);
  gtk_widget_class_bind_template_child (widget_class, ActMarkOffer, which);
  gtk_widget_class_bind_template_child (widget_class, ActMarkOffer, marked_box);
  gtk_widget_class_bind_template_child (widget_class, ActMarkOffer, marked_label);
  gtk_widget_class_bind_template_child (widget_class, ActMarkOffer, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ActMarkOffer, problem);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
act_mark_offer_init (ActMarkOffer *self)
{
  self->settings = g_settings_new (SETTINGS_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_mark_offer_new:
 *
 * Returns: (transfer floating): a hidden offer
 */
GtkWidget *
act_mark_offer_new (void)
{
  return g_object_new (ACT_TYPE_MARK_OFFER, NULL);
}

/**
 * act_mark_offer_set:
 * @self: an offer
 * @session: (nullable): whose events are offered, or %NULL to offer nothing
 * @relation: (nullable): which events; copied
 * @which: (nullable): which events these are, in words, translated plain text
 *
 * Counts the events and offers to mark them, from now on.
 */
void
act_mark_offer_set (ActMarkOffer      *self,
                    ActSession        *session,
                    const ActRelation *relation,
                    const char        *which)
{
  g_return_if_fail (ACT_IS_MARK_OFFER (self));
  g_return_if_fail (session == NULL || (ACT_IS_SESSION (session) && relation != NULL));

  forget_session (self);
  act_problem_box_hide (self->problem);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (session == NULL)
    return;

  self->session = g_object_ref (session);
  self->relation = act_relation_copy (relation);
  self->cancellable = g_cancellable_new ();
  align (self);
  gtk_label_set_text (self->which, which != NULL ? which : "");
  gtk_widget_set_visible (GTK_WIDGET (self->which), which != NULL && *which != '\0');
  g_signal_connect_object (act_session_get_row_source (session), "changed",
                           G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::counts", G_CALLBACK (counts_cb), self,
                           G_CONNECT_SWAPPED);
  count (self);
}
