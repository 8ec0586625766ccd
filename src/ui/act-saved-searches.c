/* The saved searches in the main menu, and how many events each finds
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-saved-searches.h"

#include "act-safe-text.h"
#include "act-session-saved-searches.h"
#include "act-session-searching.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

/* A menu is as wide as its longest item, in characters. */
#define MOST_IN_MENU 40

struct _ActSavedSearches
{
  GObject parent_instance;

  GMenu        *menu;        /* (owned): the section */
  ActSession   *session;     /* (owned) (nullable) */
  GPtrArray    *searches;    /* (owned) (element-type ActSavedSearch): as they are in the menu */
  GCancellable *cancellable; /* (owned) (nullable): of the session's calls */
  GCancellable *counting;    /* (owned) (nullable): of the count that is under way */
  gboolean      wanted;      /* whether somebody looks at the numbers */
  guint         n_counted;   /* the searches before this one have their number */
};

G_DEFINE_FINAL_TYPE (ActSavedSearches, act_saved_searches, G_TYPE_OBJECT)

static void count_next (ActSavedSearches *self);

static gboolean
is_slow (const ActSavedSearch *search)
{
  g_autoptr (ActSearch) parsed = act_search_parse (search->text);

  return act_search_uses_payload (parsed);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const ActSavedSearch *one = *(const ActSavedSearch *const *) a;
  const ActSavedSearch *other = *(const ActSavedSearch *const *) b;

  return g_utf8_collate (one->name, other->name);
}

/* A menu cannot shorten its items itself. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MOST_IN_MENU)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MOST_IN_MENU - 1);

  return g_strconcat (start, "…", NULL);
}

/* In a menu, a line under a letter would be read out of an underscore. */
static char *
escape_mnemonics (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", pieces);
}

static GMenuItem *
make_item (const ActSavedSearch *search,
           const guint          *count)
{
  g_autofree char *safe = act_safe_text_line (search->name);
  g_autofree char *shortened = shorten (safe);
  g_autofree char *name = escape_mnemonics (shortened);
  g_autofree char *label = NULL;
  GMenuItem       *item = NULL;

  if (count != NULL)
    /* Translators: a saved search in the menu, and how many events it finds, as in "Mine (12)". */
    label = g_strdup_printf (_ ("%1$s (%2$'u)"), name, *count);

  item = g_menu_item_new (label != NULL ? label : name, NULL);
  g_menu_item_set_action_and_target (item, "events.apply-search", "x", search->number);

  return item;
}

static gboolean
is_same (const ActSavedSearch *one,
         const ActSavedSearch *other)
{
  return one->number == other->number && g_str_equal (one->name, other->name) &&
         g_str_equal (one->text, other->text) && one->kinds == other->kinds &&
         one->include_actioned == other->include_actioned;
}

static gboolean
are_same (GPtrArray *some,
          GPtrArray *others)
{
  gboolean same = some->len == others->len;

  for (guint i = 0; same && i < some->len; i++)
    same = is_same (g_ptr_array_index (some, i), g_ptr_array_index (others, i));

  return same;
}

static void
fill_menu (ActSavedSearches *self)
{
  g_menu_remove_all (self->menu);
  for (guint i = 0; i < self->searches->len; i++)
    {
      g_autoptr (GMenuItem) item = make_item (g_ptr_array_index (self->searches, i), NULL);

      g_menu_append_item (self->menu, item);
    }
}

static void
show_count (ActSavedSearches *self,
            guint             i,
            guint             count)
{
  g_autoptr (GMenuItem) item = make_item (g_ptr_array_index (self->searches, i), &count);

  g_menu_remove (self->menu, (int) i);
  g_menu_insert_item (self->menu, (int) i, item);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActFacets) facets = NULL;
  ActSavedSearches *self = NULL;

  facets = act_session_list_facets_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_SAVED_SEARCHES (user_data);
  g_clear_object (&self->counting);
  if (facets != NULL)
    show_count (self, self->n_counted, facets->total);
  else
    g_debug ("A saved search cannot be counted: %s", error->message);

  self->n_counted++;
  count_next (self);
}

static void
count_next (ActSavedSearches *self)
{
  const ActSavedSearch *search = NULL;
  g_autoptr (ActQuery) query = NULL;
  g_autoptr (GTimeZone) zone = act_time_text_get_zone ();
  g_autoptr (ActSearch) parsed = NULL;

  /* What reads all of the raw JSON would go on long after the menu is closed. */
  while (self->n_counted < self->searches->len &&
         is_slow (g_ptr_array_index (self->searches, self->n_counted)))
    self->n_counted++;

  if (!self->wanted || self->counting != NULL || self->n_counted >= self->searches->len)
    return;

  search = g_ptr_array_index (self->searches, self->n_counted);
  parsed = act_search_parse (search->text);
  query = act_query_new ();
  query->kinds = search->kinds;
  query->include_actioned = search->include_actioned;
  query->search = act_search_resolve (parsed, act_time_now (), zone);
  self->counting = g_cancellable_new ();
  act_session_list_facets_async (self->session, query, self->counting, counted_cb, self);
}

static void
stop_counting (ActSavedSearches *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) searches = NULL;
  ActSavedSearches *self = NULL;

  searches = act_session_list_searches_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_SAVED_SEARCHES (user_data);
  if (searches == NULL)
    {
      g_warning ("The saved searches cannot be read: %s", error->message);
      return;
    }

  /* An item that is put in anew would lose the keyboard. */
  g_ptr_array_sort (searches, compare_names);
  if (!are_same (self->searches, searches))
    {
      g_clear_pointer (&self->searches, g_ptr_array_unref);
      self->searches = g_steal_pointer (&searches);
      fill_menu (self);
    }

  stop_counting (self);
  self->n_counted = 0;
  count_next (self);
}

static void
act_saved_searches_dispose (GObject *object)
{
  ActSavedSearches *self = ACT_SAVED_SEARCHES (object);

  act_saved_searches_set_session (self, NULL);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (act_saved_searches_parent_class)->dispose (object);
}

static void
act_saved_searches_finalize (GObject *object)
{
  g_ptr_array_unref (ACT_SAVED_SEARCHES (object)->searches);

  G_OBJECT_CLASS (act_saved_searches_parent_class)->finalize (object);
}

static void
act_saved_searches_class_init (ActSavedSearchesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_saved_searches_dispose;
  object_class->finalize = act_saved_searches_finalize;
}

static void
act_saved_searches_init (ActSavedSearches *self)
{
  self->searches = g_ptr_array_new ();
}

/**
 * act_saved_searches_new:
 * @menu: the section to fill
 *
 * Makes what fills the section. It is empty without a session.
 *
 * Returns: (transfer full): the searches
 */
ActSavedSearches *
act_saved_searches_new (GMenu *menu)
{
  ActSavedSearches *self = NULL;

  g_return_val_if_fail (G_IS_MENU (menu), NULL);

  self = g_object_new (ACT_TYPE_SAVED_SEARCHES, NULL);
  self->menu = g_object_ref (menu);

  return self;
}

/**
 * act_saved_searches_set_session:
 * @self: the searches
 * @session: (nullable): whose they are
 *
 * Shows another connection's searches.
 */
void
act_saved_searches_set_session (ActSavedSearches *self,
                                ActSession       *session)
{
  g_return_if_fail (ACT_IS_SAVED_SEARCHES (self));

  if (self->session == session)
    return;

  act_saved_searches_stop (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->session, session);
  g_ptr_array_set_size (self->searches, 0);
  fill_menu (self);
  if (session == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  act_saved_searches_read (self);
}

/**
 * act_saved_searches_read:
 * @self: the searches
 *
 * Reads which searches there are.
 */
void
act_saved_searches_read (ActSavedSearches *self)
{
  g_return_if_fail (ACT_IS_SAVED_SEARCHES (self));

  if (self->session != NULL)
    act_session_list_searches_async (self->session, self->cancellable, listed_cb, self);
}

/**
 * act_saved_searches_count:
 * @self: the searches
 *
 * Counts what each search finds, one after the other, since somebody looks at the menu.
 */
void
act_saved_searches_count (ActSavedSearches *self)
{
  g_return_if_fail (ACT_IS_SAVED_SEARCHES (self));

  self->wanted = TRUE;
  act_saved_searches_read (self);
}

/**
 * act_saved_searches_stop:
 * @self: the searches
 *
 * Stops counting: the menu is closed.
 */
void
act_saved_searches_stop (ActSavedSearches *self)
{
  g_return_if_fail (ACT_IS_SAVED_SEARCHES (self));

  self->wanted = FALSE;
  stop_counting (self);
}

/**
 * act_saved_searches_find:
 * @self: the searches
 * @number: a search's number
 *
 * Finds a search of the menu.
 *
 * Returns: (transfer none) (nullable): the search
 */
const ActSavedSearch *
act_saved_searches_find (ActSavedSearches *self,
                         gint64            number)
{
  g_return_val_if_fail (ACT_IS_SAVED_SEARCHES (self), NULL);

  for (guint i = 0; i < self->searches->len; i++)
    {
      const ActSavedSearch *search = g_ptr_array_index (self->searches, i);

      if (search->number == number)
        return search;
    }

  return NULL;
}
