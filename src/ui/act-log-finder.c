/* What is searched for in a log, and where it is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-log-finder.h"

#include "act-text-search.h"

/* Nobody steps through more, and each takes eight bytes. */
#define MAX_MATCHES 100000

struct _ActLogFinder
{
  GObject parent_instance;

  GBytes       *text;        /* (owned) (nullable) */
  char         *needle;      /* (owned) */
  GArray       *matches;     /* (owned) (nullable) (element-type ActTextMatch) */
  GCancellable *cancellable; /* (owned) (nullable): of the search under way */
  guint         current;
};

typedef struct
{
  GBytes *text;   /* (owned) */
  char   *needle; /* (owned) */
} Search;

G_DEFINE_FINAL_TYPE (ActLogFinder, act_log_finder, G_TYPE_OBJECT)

typedef enum
{
  PROP_NEEDLE = 1,
} ActLogFinderProperty;

static GParamSpec *props[PROP_NEEDLE + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
search_free (Search *search)
{
  g_bytes_unref (search->text);
  g_free (search->needle);
  g_free (search);
}

static void
search_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Search     *search = task_data;
  gsize       length = 0;
  const char *text = g_bytes_get_data (search->text, &length);

  g_task_return_pointer (task,
                         act_text_search_find (text, length, search->needle, MAX_MATCHES + 1, cancellable),
                         (GDestroyNotify) g_array_unref);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ActLogFinder *self = ACT_LOG_FINDER (source);
  g_autoptr (GArray) matches = g_task_propagate_pointer (G_TASK (result), NULL);

  /* It was cancelled: something else is searched for by now, or nothing. */
  if (matches == NULL)
    return;

  g_clear_object (&self->cancellable);
  self->matches = g_steal_pointer (&matches);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
cancel (ActLogFinder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
search (ActLogFinder *self)
{
  g_autoptr (GTask) task = NULL;
  Search *what = NULL;

  cancel (self);
  g_clear_pointer (&self->matches, g_array_unref);
  self->current = 0;

  if (self->text != NULL && *self->needle != '\0')
    {
      what = g_new0 (Search, 1);
      what->text = g_bytes_ref (self->text);
      what->needle = g_strdup (self->needle);

      self->cancellable = g_cancellable_new ();
      task = g_task_new (self, self->cancellable, searched_cb, NULL);
      g_task_set_source_tag (task, search);
      g_task_set_task_data (task, what, (GDestroyNotify) search_free);
      g_task_run_in_thread (task, search_thread);
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
act_log_finder_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ActLogFinder *self = ACT_LOG_FINDER (object);

  switch ((ActLogFinderProperty) prop_id)
    {
    case PROP_NEEDLE:
      g_value_set_string (value, self->needle);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_log_finder_dispose (GObject *object)
{
  cancel (ACT_LOG_FINDER (object));

  G_OBJECT_CLASS (act_log_finder_parent_class)->dispose (object);
}

static void
act_log_finder_finalize (GObject *object)
{
  ActLogFinder *self = ACT_LOG_FINDER (object);

  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self->needle);

  G_OBJECT_CLASS (act_log_finder_parent_class)->finalize (object);
}

static void
act_log_finder_class_init (ActLogFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = act_log_finder_get_property;
  object_class->dispose = act_log_finder_dispose;
  object_class->finalize = act_log_finder_finalize;

  props[PROP_NEEDLE] = g_param_spec_string (
      "needle", NULL, NULL, "",
      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_log_finder_init (ActLogFinder *self)
{
  self->needle = g_strdup ("");
}

/**
 * act_log_finder_new:
 *
 * Returns: (transfer full): a finder without a text, which finds nothing
 */
ActLogFinder *
act_log_finder_new (void)
{
  return g_object_new (ACT_TYPE_LOG_FINDER, NULL);
}

/**
 * act_log_finder_set_text:
 * @text: (nullable): where to search: valid UTF-8, less than 4 GiB
 *
 * Searches another text for the same.
 */
void
act_log_finder_set_text (ActLogFinder *self,
                         GBytes       *text)
{
  g_return_if_fail (ACT_IS_LOG_FINDER (self));

  g_clear_pointer (&self->text, g_bytes_unref);
  self->text = text != NULL ? g_bytes_ref (text) : NULL;
  search (self);
}

/**
 * act_log_finder_get_needle:
 *
 * Returns: what is searched for; empty for nothing
 */
const char *
act_log_finder_get_needle (ActLogFinder *self)
{
  g_return_val_if_fail (ACT_IS_LOG_FINDER (self), NULL);

  return self->needle;
}

/**
 * act_log_finder_set_needle:
 * @needle: what to search for; empty for nothing
 */
void
act_log_finder_set_needle (ActLogFinder *self,
                           const char   *needle)
{
  g_return_if_fail (ACT_IS_LOG_FINDER (self));
  g_return_if_fail (needle != NULL);

  if (g_str_equal (self->needle, needle))
    return;

  g_free (self->needle);
  self->needle = g_strdup (needle);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEEDLE]);
  search (self);
}

/**
 * act_log_finder_is_searching:
 *
 * Returns: whether it is not known yet what there is
 */
gboolean
act_log_finder_is_searching (ActLogFinder *self)
{
  g_return_val_if_fail (ACT_IS_LOG_FINDER (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * act_log_finder_get_n_matches:
 * @has_more: (out): whether there are more than can be stepped through
 *
 * Returns: how many matches there are
 */
guint
act_log_finder_get_n_matches (ActLogFinder *self,
                              gboolean     *has_more)
{
  guint n_matches = 0;

  g_return_val_if_fail (ACT_IS_LOG_FINDER (self), 0);

  n_matches = self->matches != NULL ? self->matches->len : 0;
  *has_more = n_matches > MAX_MATCHES;

  return MIN (n_matches, MAX_MATCHES);
}

/**
 * act_log_finder_get_current:
 * @number: (out): which match it is, from 0
 * @offset: (out): where it begins in the text, in bytes
 *
 * Returns: whether there is a current match
 */
gboolean
act_log_finder_get_current (ActLogFinder *self,
                            guint        *number,
                            gsize        *offset)
{
  g_return_val_if_fail (ACT_IS_LOG_FINDER (self), FALSE);

  if (self->matches == NULL || self->matches->len == 0)
    return FALSE;

  *number = self->current;
  *offset = g_array_index (self->matches, ActTextMatch, self->current).start;

  return TRUE;
}

/**
 * act_log_finder_move:
 * @direction: 1 to the next match, -1 to the one before; from the last one to the first
 */
void
act_log_finder_move (ActLogFinder *self,
                     int           direction)
{
  guint    n_matches = 0;
  gboolean has_more = FALSE;

  g_return_if_fail (ACT_IS_LOG_FINDER (self));

  n_matches = act_log_finder_get_n_matches (self, &has_more);
  if (n_matches == 0)
    return;

  self->current = (self->current + (direction > 0 ? 1 : n_matches - 1)) % n_matches;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
