/* The filter by date: a button with presets and two days of one's own
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-date-filter.h"

#include "act-accessible.h"
#include "act-check-button.h"
#include "act-tooltip.h"

#include <glib/gi18n.h>

typedef enum
{
  CHOICE_ANY,
  CHOICE_TODAY,
  CHOICE_WEEK,
  CHOICE_MONTH,
  CHOICE_LAST_MONTH,
  CHOICE_CUSTOM,
  N_CHOICES,
} Choice;

struct _ActDateFilter
{
  GtkWidget parent_instance;

  GtkMenuButton  *button;
  GtkWidget      *arrow;
  GtkWidget      *icon;
  GtkLabel       *label;
  GtkCheckButton *checks[N_CHOICES];
  GtkWidget      *custom_box;
  GtkEditable    *from_entry;
  GtkEditable    *to_entry;
  GtkLabel       *problem_label;
  GtkCalendar    *calendar;

  GtkEditable *chosen_entry; /* (unowned): which day the calendar is about */
  char        *text;         /* (owned) (nullable) */
  gboolean     updating;
  gboolean     narrow;
};

G_DEFINE_FINAL_TYPE (ActDateFilter, act_date_filter, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_TEXT = 1,
} ActDateFilterProperty;

static GParamSpec *props[PROP_TEXT + 1];

/* What each choice is in the language of searches. */
static const char *const texts[N_CHOICES] = {
  [CHOICE_ANY] = NULL,
  [CHOICE_TODAY] = "during:today",
  [CHOICE_WEEK] = "after:-7d",
  [CHOICE_MONTH] = "during:this-month",
  [CHOICE_LAST_MONTH] = "during:last-month",
  [CHOICE_CUSTOM] = NULL,
};

static const char *const labels[N_CHOICES] = {
  [CHOICE_ANY] = N_ ("Period"),
  [CHOICE_TODAY] = N_ ("Today"),
  [CHOICE_WEEK] = N_ ("Last 7 Days"),
  [CHOICE_MONTH] = N_ ("This Month"),
  [CHOICE_LAST_MONTH] = N_ ("Last Month"),
  [CHOICE_CUSTOM] = NULL,
};

static Choice
get_choice (ActDateFilter *self)
{
  for (guint i = 0; i < N_CHOICES; i++)
    {
      if (gtk_check_button_get_active (self->checks[i]))
        return i;
    }

  return CHOICE_ANY;
}

/* Reads `2026-03-01`. An entry that is empty has no day, which is right, too. */
static gboolean
read_day (GtkEditable *entry,
          GDate       *day)
{
  const char *text = gtk_editable_get_text (entry);
  int         year = 0;
  int         month = 0;
  int         date = 0;
  int         length = 0;

  g_date_clear (day, 1);
  if (*text == '\0')
    return TRUE;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &date, &length) != 3 || text[length] != '\0' ||
      year < 1 || month < 1 || month > 12 || date < 1 ||
      !g_date_valid_dmy ((GDateDay) date, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (day, (GDateDay) date, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static void
append_day (GString     *text,
            const char  *field,
            const GDate *day)
{
  g_string_append_printf (text, "%s%s:%04d-%02d-%02d", text->len > 0 ? " " : "", field,
                          (int) g_date_get_year (day), (int) g_date_get_month (day),
                          (int) g_date_get_day (day));
}

static char *
format_day (const GDate *day)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (day), (int) g_date_get_month (day),
                                                    g_date_get_day (day), 0, 0, 0);

  /* Translators: a day, as in "3 Mar 2026"; see GDateTime's format */
  return time != NULL ? g_date_time_format (time, _ ("%-d %b %Y")) : NULL;
}

static char *
make_custom_label (const GDate *from,
                   const GDate *to)
{
  g_autofree char *first = g_date_valid (from) ? format_day (from) : NULL;
  g_autofree char *last = g_date_valid (to) ? format_day (to) : NULL;

  if (first == NULL && last == NULL)
    return g_strdup (_ ("Period"));

  if (last == NULL)
    /* Translators: a filter by date; a day goes in here. */
    return g_strdup_printf (_ ("From %s"), first);

  if (first == NULL)
    /* Translators: a filter by date; a day goes in here. */
    return g_strdup_printf (_ ("Until %s"), last);

  if (g_date_compare (from, to) == 0)
    return g_steal_pointer (&first);

  /* Translators: a filter by date: its first and its last day. */
  return g_strdup_printf (_ ("%1$s – %2$s"), first, last);
}

static void
set_wrong (GtkEditable *entry,
           gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* A day that is being typed is no mistake before it is as long as one. */
static gboolean
is_wrong (GtkEditable *entry,
          gboolean     valid)
{
  return !valid && g_utf8_strlen (gtk_editable_get_text (entry), -1) >= 10;
}

static void
show_problem (ActDateFilter *self,
              const char    *problem)
{
  if (g_strcmp0 (gtk_label_get_label (self->problem_label), problem != NULL ? problem : "") != 0)
    gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");

  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
show_label (ActDateFilter *self,
            const char    *label)
{
  g_autofree char *name = NULL;

  gtk_label_set_label (self->label, label);
  gtk_widget_set_visible (self->arrow, !self->narrow);
  gtk_widget_set_visible (self->icon, self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->label), !self->narrow);
  act_tooltip_set (GTK_WIDGET (self->button), self->narrow ? label : NULL);
  if (self->text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "chosen");

  /* Translators: a filter and what it lets through, as in "Period: Last Month". */
  name = self->text != NULL ? g_strdup_printf (_ ("Period: %s"), label) : g_strdup (label);
  act_accessible_name_widget (GTK_WIDGET (self->button), name);
}

/* Reads the two days. What is not understood yet leaves that side open. */
static char *
read_custom (ActDateFilter *self,
             char         **label)
{
  GDate    from;
  GDate    to;
  gboolean from_valid = read_day (self->from_entry, &from);
  gboolean to_valid = read_day (self->to_entry, &to);
  gboolean wrong = is_wrong (self->from_entry, from_valid) || is_wrong (self->to_entry, to_valid);
  gboolean reversed = g_date_valid (&from) && g_date_valid (&to) && g_date_compare (&from, &to) > 0;
  g_autoptr (GString) text = g_string_new (NULL);

  set_wrong (self->from_entry, is_wrong (self->from_entry, from_valid));
  set_wrong (self->to_entry, is_wrong (self->to_entry, to_valid) || reversed);
  show_problem (self, wrong      ? _ ("Write a day as in 2026-03-01.")
                      : reversed ? _ ("The last day is before the first.")
                                 : NULL);
  if (reversed)
    g_date_clear (&to, 1);

  *label = make_custom_label (&from, &to);
  if (g_date_valid (&from))
    append_day (text, "after", &from);

  /* The last day is in it, and `before:` is not. */
  if (g_date_valid (&to))
    {
      g_date_add_days (&to, 1);
      append_day (text, "before", &to);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
update (ActDateFilter *self)
{
  Choice           choice = get_choice (self);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  gboolean         changed = FALSE;

  if (choice == CHOICE_CUSTOM)
    {
      text = read_custom (self, &label);
    }
  else
    {
      text = g_strdup (texts[choice]);
      label = g_strdup (_ (labels[choice]));
    }

  changed = g_strcmp0 (text, self->text) != 0;
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  gtk_widget_set_visible (self->custom_box, choice == CHOICE_CUSTOM);
  show_label (self, label);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

static void
toggled_cb (GtkCheckButton *check,
            ActDateFilter  *self)
{
  if (gtk_check_button_get_active (check))
    update (self);
}

static void
entry_changed_cb (ActDateFilter *self)
{
  update (self);
}

/* The calendar is about the day whose entry was used last. */
static void
choose_entry (ActDateFilter *self,
              GtkEditable   *entry)
{
  g_autoptr (GDateTime) time = NULL;
  GDate day;

  self->chosen_entry = entry;
  if (!read_day (entry, &day) || !g_date_valid (&day))
    return;

  time = g_date_time_new_local (g_date_get_year (&day), (int) g_date_get_month (&day),
                                g_date_get_day (&day), 0, 0, 0);
  self->updating = TRUE;
  if (time != NULL)
    gtk_calendar_select_day (self->calendar, time);
  self->updating = FALSE;
}

static void
from_entered_cb (ActDateFilter *self)
{
  choose_entry (self, self->from_entry);
}

static void
to_entered_cb (ActDateFilter *self)
{
  choose_entry (self, self->to_entry);
}

static void
day_selected_cb (ActDateFilter *self)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (self->updating)
    return;

  time = gtk_calendar_get_date (self->calendar);
  text = g_date_time_format (time, "%Y-%m-%d");
  gtk_editable_set_text (self->chosen_entry, text);
}

static void
act_date_filter_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_DATE_FILTER);

  G_OBJECT_CLASS (act_date_filter_parent_class)->dispose (object);
}

static void
act_date_filter_finalize (GObject *object)
{
  g_free (ACT_DATE_FILTER (object)->text);

  G_OBJECT_CLASS (act_date_filter_parent_class)->finalize (object);
}

static void
act_date_filter_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((ActDateFilterProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, ACT_DATE_FILTER (object)->text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char *const names[N_CHOICES] = {
    "any_check",
    "today_check",
    "week_check",
    "month_check",
    "last_month_check",
    "custom_check",
  };

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-date-filter.ui");
  for (guint i = 0; i < N_CHOICES; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, names[i], FALSE,
        G_STRUCT_OFFSET (ActDateFilter, checks) + (gssize) (i * sizeof (GtkCheckButton *)));

  gtk_widget_class_bind_template_child (widget_class, ActDateFilter, arrow);
  gtk_widget_class_bind_template_child (widget_class, ActDateFilter, button);
  gtk_widget_class_bind_template_child (widget_class, ActDateFilter, calendar);
  gtk_widget_class_bind_template_child (widget_class, ActDateFilter, custom_box);
  gtk_widget_class_bind_template_child (widget_class, ActDateFilter, from_entry);
  gtk_widget_class_bind_template_child (widget_class, ActDateFilter, icon);
  gtk_widget_class_bind_template_child (widget_class, ActDateFilter, label);
  gtk_widget_class_bind_template_child (widget_class, ActDateFilter, problem_label);
  gtk_widget_class_bind_template_child (widget_class, ActDateFilter, to_entry);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
act_date_filter_class_init (ActDateFilterClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_date_filter_dispose;
  object_class->finalize = act_date_filter_finalize;
  object_class->get_property = act_date_filter_get_property;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                              G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (ACT_TYPE_CHECK_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
act_date_filter_init (ActDateFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chosen_entry = self->from_entry;
  update (self);
}

/**
 * act_date_filter_new:
 *
 * Creates a filter that lets any time through.
 *
 * Returns: (transfer floating): the filter
 */
GtkWidget *
act_date_filter_new (void)
{
  return g_object_new (ACT_TYPE_DATE_FILTER, NULL);
}

/**
 * act_date_filter_get_text:
 * @self: a filter
 *
 * Gets what it lets through, in the language of searches. Presets are not resolved to days.
 *
 * Returns: (transfer none) (nullable): the text, %NULL for any time
 */
const char *
act_date_filter_get_text (ActDateFilter *self)
{
  g_return_val_if_fail (ACT_IS_DATE_FILTER (self), NULL);

  return self->text;
}

/**
 * act_date_filter_clear:
 * @self: a filter
 *
 * Lets any time through.
 */
void
act_date_filter_clear (ActDateFilter *self)
{
  g_return_if_fail (ACT_IS_DATE_FILTER (self));

  gtk_check_button_set_active (self->checks[CHOICE_ANY], TRUE);
  gtk_editable_set_text (self->from_entry, "");
  gtk_editable_set_text (self->to_entry, "");
}

/**
 * act_date_filter_set_narrow:
 * @self: a filter
 * @narrow: whether there is room for an icon only
 *
 * Makes room in a narrow window.
 */
void
act_date_filter_set_narrow (ActDateFilter *self,
                            gboolean       narrow)
{
  g_return_if_fail (ACT_IS_DATE_FILTER (self));

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "narrow");

  update (self);
}
