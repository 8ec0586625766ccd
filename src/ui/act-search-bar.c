/* The search above the list: entry, completion, and what it comes to
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-bar-private.h"

#include "act-search-suggestions.h"

G_DEFINE_FINAL_TYPE (ActSearchBar, act_search_bar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ACTIVE = 1,
  PROP_SEARCH,
} ActSearchBarProperty;

static GParamSpec *props[PROP_SEARCH + 1];

static GPtrArray *
list_suggestions (ActSearchBar *self)
{
  return act_search_suggestions_list (act_search_bar_get_text (self),
                                      act_search_bar_get_cursor (self), self->facets);
}

static void
suggest (ActSearchBar *self)
{
  g_autoptr (GPtrArray) suggestions = list_suggestions (self);

  self->suggests_fields = FALSE;
  act_search_completion_show (self->completion, suggestions);
}

static void
suggest_fields (ActSearchBar *self)
{
  g_autoptr (GPtrArray) suggestions = NULL;

  suggestions = act_search_suggestions_list_fields (act_search_bar_get_text (self),
                                                    act_search_bar_get_cursor (self));
  self->suggests_fields = TRUE;
  act_search_completion_show (self->completion, suggestions);
}

static void
read_text (ActSearchBar *self)
{
  g_autoptr (ActSearch) former = self->search;

  self->search = act_search_parse (act_search_bar_get_text (self));
  if (!act_search_equal (self->search, former))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
}

static void
mode_cb (ActSearchBar *self)
{
  act_search_completion_hide (self->completion);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

static void
note_typed (ActSearchBar *self)
{
  g_clear_handle_id (&self->typed_id, g_source_remove);
  suggest (self);
  act_search_bar_wait_for_pause (self);
}

static gboolean
typed_cb (gpointer user_data)
{
  ActSearchBar *self = user_data;

  self->typed_id = 0;
  note_typed (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ActSearchBar *self)
{
  /* A text that is replaced is gone for a moment. */
  if (self->replacing)
    return;

  read_text (self);

  /* Only what a person types is completed, and the cursor moves after the text has changed. */
  if (act_search_bar_is_typed_in (self) && *act_search_bar_get_text (self) != '\0')
    {
      if (self->typed_id == 0)
        self->typed_id = g_idle_add (typed_cb, self);
      return;
    }

  g_clear_handle_id (&self->typed_id, g_source_remove);
  act_search_completion_hide (self->completion);
  act_search_bar_wait_for_pause (self);
}

static void
replace_text (ActSearchBar *self,
              const char   *text)
{
  self->replacing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->replacing = FALSE;

  g_clear_handle_id (&self->typed_id, g_source_remove);
  act_search_completion_hide (self->completion);
  read_text (self);
  act_search_bar_wait_for_pause (self);
}

static void
cursor_cb (ActSearchBar *self)
{
  act_search_bar_update_problem (self, self->problem_id == 0);
}

static void
activate_cb (ActSearchBar *self)
{
  act_search_completion_hide (self->completion);
  g_signal_emit_by_name (self, "done");
}

static void
chosen_cb (ActSearchCompletion *completion,
           const char          *text,
           guint                cursor,
           ActSearchBar        *self)
{
  /* A field that was chosen goes on with its values. */
  replace_text (self, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), (int) cursor);
  suggest (self);
  act_search_bar_wait_for_pause (self);
}

static void
fields_clicked_cb (ActSearchBar *self)
{
  int cursor = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), cursor);
  suggest_fields (self);
}

static void
stopped_cb (ActSearchBar *self)
{
  g_signal_emit_by_name (self, "scan-cancelled");
}

static void
focus_left_cb (ActSearchBar *self)
{
  act_search_completion_hide (self->completion);
  act_search_bar_update_problem (self, TRUE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                ActSearchBar          *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  /* A key may be quicker than the suggestions for what was typed before it. */
  if (self->typed_id != 0)
    note_typed (self);

  if (act_search_completion_handle_key (self->completion, keyval, state))
    return TRUE;

  if (keyval == GDK_KEY_space && modifiers == GDK_CONTROL_MASK)
    {
      suggest_fields (self);
      return TRUE;
    }

  if ((keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) && modifiers == 0)
    {
      g_signal_emit_by_name (self, "done");
      return TRUE;
    }

  /* The first Escape takes the text away, the next one the bar. */
  if (keyval == GDK_KEY_Escape && modifiers == 0 && *act_search_bar_get_text (self) != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return TRUE;
    }

  return FALSE;
}

/* What is wrong may take more than one line. */
static GtkSizeRequestMode
act_search_bar_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (GTK_WIDGET (ACT_SEARCH_BAR (widget)->bar));
}

static void
act_search_bar_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (ACT_SEARCH_BAR (widget)->bar), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

/* Suggestions are as wide as the entry, but for a very wide one. */
static void
point_to_entry (ActSearchBar *self)
{
  graphene_rect_t bounds;
  GdkRectangle    where;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->entry), GTK_WIDGET (self), &bounds))
    return;

  where = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                          (int) bounds.size.width, (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->completion), &where);
  if (!act_search_completion_set_width (self->completion, where.width))
    return;

  /* Suggestions that are shown take another width after the layout. */
  if (act_search_completion_is_shown (self->completion) && self->typed_id == 0)
    self->typed_id = g_idle_add (typed_cb, self);
}

static void
act_search_bar_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  ActSearchBar *self = ACT_SEARCH_BAR (widget);

  gtk_widget_allocate (GTK_WIDGET (self->bar), width, height, baseline, NULL);
  point_to_entry (self);
  gtk_popover_present (GTK_POPOVER (self->completion));
}

static gboolean
act_search_bar_grab_focus (GtkWidget *widget)
{
  ActSearchBar *self = ACT_SEARCH_BAR (widget);

  /* Tab would stop at what cannot be seen. */
  return gtk_search_bar_get_search_mode (self->bar) && gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
act_search_bar_dispose (GObject *object)
{
  ActSearchBar *self = ACT_SEARCH_BAR (object);

  g_clear_handle_id (&self->typed_id, g_source_remove);
  g_clear_handle_id (&self->problem_id, g_source_remove);
  if (self->completion != NULL)
    act_search_completion_set_entry (self->completion, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_SEARCH_BAR);

  G_OBJECT_CLASS (act_search_bar_parent_class)->dispose (object);
}

static void
act_search_bar_finalize (GObject *object)
{
  ActSearchBar *self = ACT_SEARCH_BAR (object);

  act_search_unref (self->search);
  g_clear_pointer (&self->facets, act_facets_free);

  G_OBJECT_CLASS (act_search_bar_parent_class)->finalize (object);
}

static void
act_search_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ActSearchBar *self = ACT_SEARCH_BAR (object);

  switch ((ActSearchBarProperty) prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, act_search_bar_get_active (self));
      break;

    case PROP_SEARCH:
      g_value_set_boxed (value, self->search);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_search_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ActSearchBar *self = ACT_SEARCH_BAR (object);

  switch ((ActSearchBarProperty) prop_id)
    {
    case PROP_ACTIVE:
      act_search_bar_set_active (self, g_value_get_boolean (value));
      break;

    case PROP_SEARCH:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSearchBar, bar);
  gtk_widget_class_bind_template_child (widget_class, ActSearchBar, completion);
  gtk_widget_class_bind_template_child (widget_class, ActSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, ActSearchBar, outcome);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_cb);
  gtk_widget_class_bind_template_callback (widget_class, fields_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
}

static void
act_search_bar_class_init (ActSearchBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_search_bar_dispose;
  object_class->finalize = act_search_bar_finalize;
  object_class->get_property = act_search_bar_get_property;
  object_class->set_property = act_search_bar_set_property;
  widget_class->get_request_mode = act_search_bar_get_request_mode;
  widget_class->measure = act_search_bar_measure;
  widget_class->size_allocate = act_search_bar_size_allocate;
  widget_class->grab_focus = act_search_bar_grab_focus;

  props[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                 G_PARAM_STATIC_STRINGS);
  props[PROP_SEARCH] = g_param_spec_boxed ("search", NULL, NULL, ACT_TYPE_SEARCH,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                               G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("scan-cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_SEARCH_COMPLETION);
  g_type_ensure (ACT_TYPE_SEARCH_OUTCOME);
  bind_template (widget_class);
}

static void
act_search_bar_init (ActSearchBar *self)
{
  self->search = act_search_parse ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  act_search_completion_set_entry (self->completion, GTK_WIDGET (self->entry));
}

/**
 * act_search_bar_new:
 *
 * Creates a closed bar.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
act_search_bar_new (void)
{
  return g_object_new (ACT_TYPE_SEARCH_BAR, NULL);
}

/**
 * act_search_bar_get_active:
 * @self: a bar
 *
 * Returns: whether it is open
 */
gboolean
act_search_bar_get_active (ActSearchBar *self)
{
  g_return_val_if_fail (ACT_IS_SEARCH_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (self->bar);
}

/**
 * act_search_bar_set_active:
 * @self: a bar
 * @active: whether to open it
 *
 * Opens the bar, which takes the keyboard, or closes it, which takes the search away.
 */
void
act_search_bar_set_active (ActSearchBar *self,
                           gboolean      active)
{
  g_return_if_fail (ACT_IS_SEARCH_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, active);
}

/**
 * act_search_bar_open:
 * @self: a bar
 *
 * Opens the bar, and selects what is searched for so that typing replaces it.
 */
void
act_search_bar_open (ActSearchBar *self)
{
  g_return_if_fail (ACT_IS_SEARCH_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * act_search_bar_get_search:
 * @self: a bar
 *
 * Gets what is searched for. Its dates are not resolved.
 *
 * Returns: (transfer none): the search, empty while nothing is typed
 */
ActSearch *
act_search_bar_get_search (ActSearchBar *self)
{
  g_return_val_if_fail (ACT_IS_SEARCH_BAR (self), NULL);

  return self->search;
}

/**
 * act_search_bar_get_text:
 * @self: a bar
 *
 * Returns: (transfer none): what is typed
 */
const char *
act_search_bar_get_text (ActSearchBar *self)
{
  g_return_val_if_fail (ACT_IS_SEARCH_BAR (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * act_search_bar_set_text:
 * @self: a bar
 * @text: what to search for
 *
 * Searches for something else. The bar opens for it, and closes for the empty text.
 */
void
act_search_bar_set_text (ActSearchBar *self,
                         const char   *text)
{
  g_return_if_fail (ACT_IS_SEARCH_BAR (self));
  g_return_if_fail (text != NULL);

  gtk_search_bar_set_search_mode (self->bar, *text != '\0');
  replace_text (self, text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * act_search_bar_set_facets:
 * @self: a bar
 * @facets: (nullable): which names and destinations there are
 *
 * Says what `name:` and `destination:` can be completed with. Whoever types is quicker than that
 * becomes known, so what is suggested at the moment follows it.
 */
void
act_search_bar_set_facets (ActSearchBar    *self,
                           const ActFacets *facets)
{
  g_autoptr (GPtrArray) suggestions = NULL;

  g_return_if_fail (ACT_IS_SEARCH_BAR (self));

  g_clear_pointer (&self->facets, act_facets_free);
  if (facets != NULL)
    self->facets = act_facets_copy (facets);

  if (self->suggests_fields)
    return;

  suggestions = list_suggestions (self);
  act_search_completion_update (self->completion, suggestions);
}

/**
 * act_search_bar_get_outcome:
 * @self: a bar
 *
 * Gets what says below the entry how many events were found.
 *
 * Returns: (transfer none): the outcome
 */
ActSearchOutcome *
act_search_bar_get_outcome (ActSearchBar *self)
{
  g_return_val_if_fail (ACT_IS_SEARCH_BAR (self), NULL);

  return self->outcome;
}
