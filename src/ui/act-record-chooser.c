/* A searchable list of another system's records
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-record-chooser.h"

#include "act-accessible.h"
#include "act-record-cell.h"
#include "act-safe-text.h"
#include "act-search-words.h"
#include "act-tab-stop.h"

#include <glib/gi18n.h>

struct _ActRecordChooser
{
  GtkWidget parent_instance;

  GListStore         *store;     /* (owned): of ActRecordItem, all records */
  GHashTable         *ids;       /* (owned): the ids of all records */
  GtkFilter          *filter;    /* (owned) */
  GtkSingleSelection *selection; /* (owned): of those that fit the search */
  char              **words;     /* (owned) (array zero-terminated=1): what is searched for */
  char               *id;        /* (owned) (nullable): which is to be selected */
  gboolean            is_syncing;
  guint               show_tick; /* a tick callback's id */
  guint               n_frames;  /* since the selected one is to be shown */

  GtkWidget *box;
  GtkWidget *loading;
  GtkWidget *loading_label;
  GtkWidget *list_box;
  GtkWidget *search;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (ActRecordChooser, act_record_chooser, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
filter_record (gpointer item,
               gpointer user_data)
{
  ActRecordChooser *self = user_data;

  return act_record_item_match (item, (const char *const *) self->words);
}

static guint
find_position (ActRecordChooser *self,
               const char       *id)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ActRecordItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (act_record_item_get_id (item), id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The selection follows the id, whatever the search leaves of the list. */
static void
select_id (ActRecordChooser *self)
{
  gboolean is_there = self->id != NULL && g_hash_table_contains (self->ids, self->id);

  self->is_syncing = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     is_there ? find_position (self, self->id)
                                              : GTK_INVALID_LIST_POSITION);
  self->is_syncing = FALSE;
}

/* Where rows are is known only after a layout, and the first frame to come is told before its own. */
static gboolean
show_selected_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  ActRecordChooser *self = ACT_RECORD_CHOOSER (widget);
  guint             position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION &&
      (self->n_frames++ == 0 || gtk_widget_get_height (self->list) == 0))
    return G_SOURCE_CONTINUE;

  self->show_tick = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);

  return G_SOURCE_REMOVE;
}

/* So that what is chosen already is seen among thousands. */
static void
show_selected (ActRecordChooser *self)
{
  self->n_frames = 0;
  if (self->show_tick == 0)
    self->show_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_selected_cb, NULL, NULL);
}

static void
show_status (ActRecordChooser *self)
{
  guint            n_all = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint            n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *text = NULL;

  if (n_shown == 0)
    text = g_strdup (_ ("Nothing in the list matches. An ID that is not in the list can be entered "
                        "above."));
  else if (n_shown == n_all)
    /* Translators: how many records a list has */
    text = g_strdup_printf (ngettext ("%u record", "%u records", n_all), n_all);
  else
    /* Translators: how many of all records match a search */
    text = g_strdup_printf (ngettext ("%u of %u record", "%u of %u records", n_all), n_shown, n_all);

  gtk_label_set_text (GTK_LABEL (self->status), text);
  gtk_widget_set_visible (self->scroller, n_shown > 0);
  /* A scrollbar alone needs more height than a row. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  n_shown == 1 ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

static void
set_words (ActRecordChooser *self,
           const char       *typed)
{
  g_strfreev (self->words);
  self->words = act_search_words_split (typed);

  self->is_syncing = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->is_syncing = FALSE;

  select_id (self);
  show_status (self);
}

static void
search_changed_cb (GtkSearchEntry   *entry,
                   ActRecordChooser *self)
{
  set_words (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* Enter takes the only match, and otherwise leads to the list. */
static void
search_activate_cb (GtkSearchEntry   *entry,
                    ActRecordChooser *self)
{
  set_words (self, gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 1)
    gtk_single_selection_set_selected (self->selection, 0);
  else
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

/* Escape empties the search; when it is empty, it leaves the page as it does elsewhere. */
static void
stop_search_cb (GtkSearchEntry   *entry,
                ActRecordChooser *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "page.leave", NULL);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        modifiers,
               ActRecordChooser      *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
selected_cb (ActRecordChooser *self)
{
  ActRecordItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_syncing || item == NULL ||
      g_strcmp0 (self->id, act_record_item_get_id (item)) == 0)
    return;

  g_free (self->id);
  self->id = g_strdup (act_record_item_get_id (item));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->id);
}

/* Enter takes the record as Space does. */
static void
list_activate_cb (GtkListView      *list,
                  guint             position,
                  ActRecordChooser *self)
{
  gtk_single_selection_set_selected (self->selection, position);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          ActRecordChooser         *self)
{
  gtk_list_item_set_child (item, act_record_cell_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         ActRecordChooser         *self)
{
  act_record_cell_set_item (ACT_RECORD_CELL (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item));
}

static void
show_part (ActRecordChooser *self,
           GtkWidget        *part)
{
  gtk_widget_set_visible (self->loading, part == self->loading);
  gtk_widget_set_visible (self->list_box, part == self->list_box);
  gtk_widget_set_visible (GTK_WIDGET (self), part != NULL);
}

static void
act_record_chooser_dispose (GObject *object)
{
  ActRecordChooser *self = ACT_RECORD_CHOOSER (object);

  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_RECORD_CHOOSER);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (act_record_chooser_parent_class)->dispose (object);
}

static void
act_record_chooser_finalize (GObject *object)
{
  ActRecordChooser *self = ACT_RECORD_CHOOSER (object);

  g_hash_table_unref (self->ids);
  g_strfreev (self->words);
  g_free (self->id);

  G_OBJECT_CLASS (act_record_chooser_parent_class)->finalize (object);
}

static void
act_record_chooser_class_init (ActRecordChooserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_record_chooser_dispose;
  object_class->finalize = act_record_chooser_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ACT_TYPE_TAB_STOP);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-record-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRecordChooser, box);
  gtk_widget_class_bind_template_child (widget_class, ActRecordChooser, loading);
  gtk_widget_class_bind_template_child (widget_class, ActRecordChooser, loading_label);
  gtk_widget_class_bind_template_child (widget_class, ActRecordChooser, list_box);
  gtk_widget_class_bind_template_child (widget_class, ActRecordChooser, search);
  gtk_widget_class_bind_template_child (widget_class, ActRecordChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, ActRecordChooser, list);
  gtk_widget_class_bind_template_child (widget_class, ActRecordChooser, status);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
act_record_chooser_init (ActRecordChooser *self)
{
  GtkFilterListModel *filtered = NULL;

  self->store = g_list_store_new (ACT_TYPE_RECORD_ITEM);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = act_search_words_split (NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_record, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                        g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (filtered));
  g_object_unref (filtered);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  show_part (self, NULL);
}

/**
 * act_record_chooser_new:
 *
 * Returns: (transfer floating): a hidden chooser without records
 */
GtkWidget *
act_record_chooser_new (void)
{
  return g_object_new (ACT_TYPE_RECORD_CHOOSER, NULL);
}

/**
 * act_record_chooser_show_loading:
 * @system: the system that is asked for its records
 *
 * Shows that records are on their way.
 */
void
act_record_chooser_show_loading (ActRecordChooser *self,
                                 const char       *system)
{
  g_autofree char *safe = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ACT_IS_RECORD_CHOOSER (self));

  safe = act_safe_text_line (system);
  /* Translators: %s is another system, such as "Chargebee" */
  text = g_strdup_printf (_ ("Asking what %s has…"), safe);
  gtk_label_set_text (GTK_LABEL (self->loading_label), text);
  show_part (self, self->loading);
}

/**
 * act_record_chooser_set_records:
 * @records: (nullable) (element-type ActExternalRecord): what there is to choose from
 * @system: (nullable): the system that has them
 *
 * Shows records, or nothing if there are none.
 */
void
act_record_chooser_set_records (ActRecordChooser *self,
                                GPtrArray        *records,
                                const char       *system)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *safe = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ACT_IS_RECORD_CHOOSER (self));

  g_hash_table_remove_all (self->ids);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const ActExternalRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (items, act_record_item_new (record));
      g_hash_table_add (self->ids, g_strdup (record->id));
    }

  self->is_syncing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
  self->is_syncing = FALSE;
  set_words (self, NULL);
  show_selected (self);

  safe = act_safe_text_line (system);
  /* Translators: %s is another system, such as "Chargebee" */
  text = g_strdup_printf (_ ("Search in %s"), safe);
  g_object_set (self->search, "placeholder-text", text, NULL);
  act_accessible_name_widget (self->search, text);
  show_part (self, items->len > 0 ? self->list_box : NULL);
}

/**
 * act_record_chooser_set_id:
 * @id: (nullable): the id that the user entered
 *
 * Selects the record that has it, if there is one, and scrolls to it.
 */
void
act_record_chooser_set_id (ActRecordChooser *self,
                           const char       *id)
{
  char *copy = NULL;

  g_return_if_fail (ACT_IS_RECORD_CHOOSER (self));

  if (g_strcmp0 (self->id, id) == 0)
    return;

  copy = g_strdup (id);
  g_free (self->id);
  self->id = copy;
  select_id (self);
  show_selected (self);
}

/**
 * act_record_chooser_has_records:
 *
 * Returns: whether there is anything to choose from
 */
gboolean
act_record_chooser_has_records (ActRecordChooser *self)
{
  g_return_val_if_fail (ACT_IS_RECORD_CHOOSER (self), FALSE);

  return g_hash_table_size (self->ids) > 0;
}

/**
 * act_record_chooser_knows:
 * @id: (nullable): an id
 *
 * Returns: whether one of the records has it
 */
gboolean
act_record_chooser_knows (ActRecordChooser *self,
                          const char       *id)
{
  g_return_val_if_fail (ACT_IS_RECORD_CHOOSER (self), FALSE);

  return id != NULL && g_hash_table_contains (self->ids, id);
}
