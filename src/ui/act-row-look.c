/* How events are shown beyond what they are: what is highlighted in them, and in which zone
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-row-look.h"

#include <adwaita.h>

/* The yellow of the GNOME palette behind a match, in parts of 65535; darker behind light text. */
#define LIGHT_RED   0xf9f9
#define LIGHT_GREEN 0xe6e6
#define LIGHT_BLUE  0x4f4f
#define DARK_RED    0x9c9c
#define DARK_GREEN  0x6e6e
#define DARK_BLUE   0x0303

struct _ActRowLook
{
  GObject parent_instance;

  ActSearch *search; /* (owned) (nullable) */
  gboolean   dark;
};

G_DEFINE_FINAL_TYPE (ActRowLook, act_row_look, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
dark_cb (AdwStyleManager *manager,
         GParamSpec      *pspec,
         ActRowLook      *self)
{
  self->dark = adw_style_manager_get_dark (manager);
  if (self->search != NULL)
    act_row_look_refresh (self);
}

static void
insert (PangoAttrList        *attributes,
        PangoAttribute       *attribute,
        const ActSearchRange *range)
{
  attribute->start_index = (guint) range->start;
  attribute->end_index = (guint) range->end;
  pango_attr_list_insert (attributes, attribute);
}

/* The colour does not stand alone: what matches is bold, too. */
static void
highlight (ActRowLook           *self,
           PangoAttrList        *attributes,
           const ActSearchRange *range)
{
  PangoAttribute *background = NULL;

  background = self->dark ? pango_attr_background_new (DARK_RED, DARK_GREEN, DARK_BLUE)
                          : pango_attr_background_new (LIGHT_RED, LIGHT_GREEN, LIGHT_BLUE);
  insert (attributes, background, range);
  insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), range);
}

static void
act_row_look_finalize (GObject *object)
{
  ActRowLook *self = ACT_ROW_LOOK (object);

  g_clear_pointer (&self->search, act_search_unref);

  G_OBJECT_CLASS (act_row_look_parent_class)->finalize (object);
}

static void
act_row_look_class_init (ActRowLookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_row_look_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_row_look_init (ActRowLook *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->dark = adw_style_manager_get_dark (manager);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dark_cb), self, 0);
}

/**
 * act_row_look_new:
 *
 * Creates a look that highlights nothing.
 *
 * Returns: (transfer full): the look
 */
ActRowLook *
act_row_look_new (void)
{
  return g_object_new (ACT_TYPE_ROW_LOOK, NULL);
}

/**
 * act_row_look_set_search:
 * @self: a look
 * @search: (nullable): what to highlight
 *
 * Highlights what a search matches, everywhere at once.
 */
void
act_row_look_set_search (ActRowLook *self,
                         ActSearch  *search)
{
  g_return_if_fail (ACT_IS_ROW_LOOK (self));

  if (search != NULL && act_search_is_empty (search))
    search = NULL;

  if (self->search == search ||
      (self->search != NULL && search != NULL && act_search_equal (self->search, search)))
    return;

  g_clear_pointer (&self->search, act_search_unref);
  if (search != NULL)
    self->search = act_search_ref (search);

  act_row_look_refresh (self);
}

/**
 * act_row_look_make_attributes:
 * @self: a look
 * @field: what the text is
 * @text: (nullable): a text as it is shown
 *
 * Makes what the text is drawn with: no hyphens, since one that is not in it would be read as part
 * of a name or an id, and highlights where it matches.
 *
 * Returns: (transfer full): the attributes
 */
PangoAttrList *
act_row_look_make_attributes (ActRowLook    *self,
                              ActSearchField field,
                              const char    *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GArray) ranges = NULL;

  g_return_val_if_fail (ACT_IS_ROW_LOOK (self), attributes);

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (self->search == NULL || text == NULL)
    return attributes;

  ranges = act_search_find_in (self->search, field, text);
  for (guint i = 0; i < ranges->len; i++)
    highlight (self, attributes, &g_array_index (ranges, ActSearchRange, i));

  return attributes;
}

/**
 * act_row_look_refresh:
 * @self: a look
 *
 * Lets everything be shown anew: the zone of times may be another one.
 */
void
act_row_look_refresh (ActRowLook *self)
{
  g_return_if_fail (ACT_IS_ROW_LOOK (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
