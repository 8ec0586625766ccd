/* External Mappings: all of them, to search, create and correct
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mappings-page.h"

#include "act-freshness-label.h"
#include "act-load-stack.h"
#include "act-mapping-cell.h"
#include "act-mapping-item.h"
#include "act-mapping-page.h"
#include "act-page.h"
#include "act-safe-text.h"
#include "act-search-words.h"
#include "act-session-account-names.h"
#include "act-session-mappings.h"
#include "act-tab-stop.h"

#include <glib/gi18n.h>

struct _ActMappingsPage
{
  GtkWidget parent_instance;

  ActSession         *session;     /* (owned) (nullable) */
  GCancellable       *cancellable; /* (owned) */
  GListStore         *store;       /* (owned): of ActMappingItem, all mappings */
  GtkFilter          *filter;      /* (owned) */
  GtkFilterListModel *shown;       /* (owned): those that fit the search */
  GPtrArray          *mappings;    /* (owned) (nullable): of ActExternalMapping, what was read */
  GHashTable         *names;       /* (owned): what accounts are called, by their ids */
  GPtrArray          *systems;     /* (owned): of char *, those of the drop-down but for the first */
  char              **words;       /* (owned) (array zero-terminated=1): what is searched for */
  gboolean            is_reading;
  gboolean            has_read;
  gboolean            is_complete;

  GtkWidget         *box;
  GtkWidget         *search;
  GtkWidget         *system;
  ActFreshnessLabel *freshness;
  ActLoadStack      *load;
  GtkWidget         *list;
  GtkWidget         *status;
};

static void init_page (ActPageInterface *iface);

static void show_mappings (ActMappingsPage *self,
                           GPtrArray       *mappings);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActMappingsPage, act_mappings_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ACT_TYPE_PAGE, init_page))

/* The first item of the drop-down stands for all systems. */
static const char *
get_system (ActMappingsPage *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->system));

  if (position == GTK_INVALID_LIST_POSITION || position == 0 || position > self->systems->len)
    return NULL;

  return g_ptr_array_index (self->systems, position - 1);
}

static gboolean
filter_mapping (gpointer item,
                gpointer user_data)
{
  ActMappingsPage *self = user_data;

  return act_mapping_item_match (item, (const char *const *) self->words, get_system (self));
}

static void
show_status (ActMappingsPage *self,
             guint            n_all,
             guint            n_shown)
{
  g_autofree char *text = NULL;

  if (n_shown == n_all)
    text = g_strdup_printf (ngettext ("%u mapping", "%u mappings", n_all), n_all);
  else
    /* Translators: how many of all mappings match a search */
    text = g_strdup_printf (ngettext ("%u of %u mapping", "%u of %u mappings", n_all), n_shown, n_all);

  if (!self->is_complete)
    {
      g_autofree char *whole = g_strconcat (text, "\n", _ ("There are more that are not in this list."), NULL);

      gtk_label_set_text (GTK_LABEL (self->status), whole);
      return;
    }

  gtk_label_set_text (GTK_LABEL (self->status), text);
}

static void
show_list (ActMappingsPage *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  if (!self->has_read)
    return;

  if (n_all == 0)
    act_load_stack_show_none (self->load, "insert-link-symbolic", _ ("No External Mappings"),
                              _ ("A mapping tells an integration which record of another system an "
                                 "account, or something else of m3ter, is."),
                              NULL);
  else if (n_shown == 0)
    act_load_stack_show_none (self->load, "edit-find-symbolic", _ ("No Results Found"),
                              _ ("Try a different search."), NULL);
  else
    act_load_stack_show_content (self->load);

  show_status (self, n_all, n_shown);
  gtk_widget_set_visible (self->status, n_all > 0);
}

static void
filter_again (ActMappingsPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_list (self);
}

static gint
compare_systems (gconstpointer a,
                 gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
collect_systems (GPtrArray *mappings)
{
  GPtrArray *systems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < mappings->len; i++)
    {
      const ActExternalMapping *mapping = g_ptr_array_index (mappings, i);

      if (mapping->external_system != NULL && g_hash_table_add (seen, mapping->external_system))
        g_ptr_array_add (systems, g_strdup (mapping->external_system));
    }

  g_ptr_array_sort (systems, compare_systems);

  return systems;
}

/* The system that was chosen stays so, if there still is any mapping to it. */
static void
offer_systems (ActMappingsPage *self,
               GPtrArray       *mappings)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_system (self));
  guint            position = 0;

  g_ptr_array_unref (self->systems);
  self->systems = collect_systems (mappings);

  gtk_string_list_append (list, _ ("All Systems"));
  for (guint i = 0; i < self->systems->len; i++)
    {
      const char      *system = g_ptr_array_index (self->systems, i);
      g_autofree char *safe = act_safe_text_line (system);

      gtk_string_list_append (list, safe);
      if (g_strcmp0 (system, chosen) == 0)
        position = i + 1;
    }

  gtk_drop_down_set_model (GTK_DROP_DOWN (self->system), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->system), position);
}

/* Names come later than the mappings; rows and search have them from then on. */
static void
names_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = NULL;
  ActMappingsPage *self = NULL;

  names = act_session_list_account_names_finish (ACT_SESSION (source), result, &error);
  if (names == NULL || names->len == 0)
    return;

  self = ACT_MAPPINGS_PAGE (user_data);
  for (guint i = 0; i < names->len; i++)
    {
      const ActName *name = g_ptr_array_index (names, i);

      g_hash_table_insert (self->names, g_strdup (name->id), g_strdup (name->name));
    }
  show_mappings (self, self->mappings);
}

static void
read_names (ActMappingsPage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->mappings->len; i++)
    {
      const ActExternalMapping *mapping = g_ptr_array_index (self->mappings, i);
      gboolean                  is_account = mapping->entity_type != NULL && mapping->entity_id != NULL &&
                            g_ascii_strcasecmp (mapping->entity_type, "Account") == 0;

      if (is_account && !g_hash_table_contains (self->names, mapping->entity_id) &&
          g_hash_table_add (seen, mapping->entity_id))
        g_ptr_array_add (ids, mapping->entity_id);
    }

  if (ids->len == 0)
    return;

  g_ptr_array_add (ids, NULL);
  act_session_list_account_names_async (self->session, (const char *const *) ids->pdata,
                                        self->cancellable, names_listed_cb, self);
}

static void
show_mappings (ActMappingsPage *self,
               GPtrArray       *mappings)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < mappings->len; i++)
    {
      const ActExternalMapping *mapping = g_ptr_array_index (mappings, i);
      const char               *name = NULL;

      if (mapping->entity_id != NULL)
        name = g_hash_table_lookup (self->names, mapping->entity_id);
      g_ptr_array_add (items, act_mapping_item_new (mapping, name));
    }

  self->has_read = TRUE;
  offer_systems (self, mappings);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
  show_list (self);
}

static void
mappings_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  gboolean         is_complete = TRUE;
  ActMappingsPage *self = NULL;

  mappings = act_session_list_mappings_finish (ACT_SESSION (source), result, &freshness,
                                               &is_complete, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPINGS_PAGE (user_data);
  self->is_reading = FALSE;
  if (mappings == NULL)
    {
      act_load_stack_show_error (self->load, error);
      return;
    }

  self->is_complete = is_complete;
  act_freshness_label_set_freshness (self->freshness, freshness);
  g_clear_pointer (&self->mappings, g_ptr_array_unref);
  self->mappings = g_ptr_array_ref (mappings);
  show_mappings (self, mappings);
  read_names (self);
}

static void
read_mappings (ActMappingsPage *self)
{
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  if (!self->has_read)
    act_load_stack_show_loading (self->load);
  act_session_list_mappings_async (self->session, self->cancellable, mappings_listed_cb, self);
}

static void
try_again_cb (ActMappingsPage *self)
{
  self->has_read = FALSE;
  read_mappings (self);
}

static void
search_changed_cb (ActMappingsPage *self)
{
  g_strfreev (self->words);
  self->words = act_search_words_split (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  filter_again (self);
}

static void
stop_search_cb (ActMappingsPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "page.leave", NULL);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        modifiers,
               ActMappingsPage       *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
system_changed_cb (ActMappingsPage *self)
{
  filter_again (self);
}

static void
create_cb (ActMappingsPage *self)
{
  act_page_open (ACT_PAGE (self), act_mapping_page_new_empty (self->session));
}

static void
activated_cb (ActMappingsPage *self,
              guint            position)
{
  g_autoptr (ActMappingItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    act_page_open (ACT_PAGE (self),
                   act_mapping_page_new_for_mapping (self->session, act_mapping_item_get_mapping (item)));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          ActMappingsPage          *self)
{
  gtk_list_item_set_child (item, act_mapping_cell_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         ActMappingsPage          *self)
{
  ActMappingItem *mapping = gtk_list_item_get_item (item);

  act_mapping_cell_set_mapping (ACT_MAPPING_CELL (gtk_list_item_get_child (item)),
                                act_mapping_item_get_mapping (mapping),
                                act_mapping_item_get_entity_name (mapping));
}

static char *
act_mappings_page_dup_title (ActPage *page)
{
  return g_strdup (_ ("External Mappings"));
}

static void
act_mappings_page_refresh (ActPage *page)
{
  read_mappings (ACT_MAPPINGS_PAGE (page));
}

static void
init_page (ActPageInterface *iface)
{
  iface->dup_title = act_mappings_page_dup_title;
  iface->refresh = act_mappings_page_refresh;
}

static void
act_mappings_page_dispose (GObject *object)
{
  ActMappingsPage *self = ACT_MAPPINGS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_MAPPINGS_PAGE);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_mappings_page_parent_class)->dispose (object);
}

static void
act_mappings_page_finalize (GObject *object)
{
  ActMappingsPage *self = ACT_MAPPINGS_PAGE (object);

  g_clear_pointer (&self->mappings, g_ptr_array_unref);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->systems);
  g_strfreev (self->words);

  G_OBJECT_CLASS (act_mappings_page_parent_class)->finalize (object);
}

static void
act_mappings_page_class_init (ActMappingsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mappings_page_dispose;
  object_class->finalize = act_mappings_page_finalize;

  g_type_ensure (ACT_TYPE_FRESHNESS_LABEL);
  g_type_ensure (ACT_TYPE_LOAD_STACK);
  g_type_ensure (ACT_TYPE_TAB_STOP);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mappings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ActMappingsPage, box);
  gtk_widget_class_bind_template_child (widget_class, ActMappingsPage, search);
  gtk_widget_class_bind_template_child (widget_class, ActMappingsPage, system);
  gtk_widget_class_bind_template_child (widget_class, ActMappingsPage, freshness);
  gtk_widget_class_bind_template_child (widget_class, ActMappingsPage, load);
  gtk_widget_class_bind_template_child (widget_class, ActMappingsPage, list);
  gtk_widget_class_bind_template_child (widget_class, ActMappingsPage, status);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, system_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
act_mappings_page_init (ActMappingsPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->cancellable = g_cancellable_new ();
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->systems = g_ptr_array_new_with_free_func (g_free);
  self->words = act_search_words_split (NULL);
  self->store = g_list_store_new (ACT_TYPE_MAPPING_ITEM);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_mapping, self, NULL));
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                           g_object_ref (self->filter));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
}

/**
 * act_mappings_page_new:
 * @session: what to ask
 *
 * Creates a page with all external mappings.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
act_mappings_page_new (ActSession *session)
{
  ActMappingsPage *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_MAPPINGS_PAGE, NULL);
  self->session = g_object_ref (session);
  read_mappings (self);

  return GTK_WIDGET (self);
}
