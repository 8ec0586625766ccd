/* Why an integration was disabled, in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-earlier-error-text.h"

#include <glib/gi18n.h>

static const char *const states[] = {
  [ACT_EARLIER_ERROR_UNKNOWN] = N_ ("Cannot be told"),
  [ACT_EARLIER_ERROR_UNRESOLVED] = N_ ("Looks unresolved"),
  [ACT_EARLIER_ERROR_RESOLVED] = N_ ("Looks resolved"),
};

static const char *const reasons[ACT_N_EARLIER_ERROR_REASONS] = {
  [ACT_EARLIER_ERROR_NOT_CHECKED] = N_ ("The event does not say what to look at, or it could not be read."),
  [ACT_EARLIER_ERROR_MAPPING_EXISTS] = N_ ("The mapping exists now."),
  [ACT_EARLIER_ERROR_MAPPING_MISSING] = N_ ("The mapping is still missing."),
  [ACT_EARLIER_ERROR_CREDENTIAL_REPLACED] = N_ ("The credential has been replaced since."),
  [ACT_EARLIER_ERROR_AUTHORIZED] = N_ ("The other system accepts the credential now."),
  [ACT_EARLIER_ERROR_NOT_AUTHORIZED] = N_ ("The other system does not accept the credential."),
  [ACT_EARLIER_ERROR_RUN_COMPLETED] = N_ ("A later run has gone through."),
  [ACT_EARLIER_ERROR_NO_LATER_RUN] = N_ ("No run has gone through since."),
};

/**
 * act_earlier_error_text_state:
 * @state: what has become of a cause
 *
 * Returns: that in two or three words
 */
const char *
act_earlier_error_text_state (ActEarlierErrorState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);

  return _ (states[state]);
}

/**
 * act_earlier_error_text_reason:
 * @reason: how it is known what has become of a cause
 *
 * Returns: that in a sentence
 */
const char *
act_earlier_error_text_reason (ActEarlierErrorReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), NULL);

  return _ (reasons[reason]);
}

/**
 * act_earlier_error_text_count:
 * @causes: (element-type ActEarlierError): causes
 * @state: what has become of a cause
 *
 * Returns: how many causes are so
 */
guint
act_earlier_error_text_count (GPtrArray           *causes,
                              ActEarlierErrorState state)
{
  guint n = 0;

  g_return_val_if_fail (causes != NULL, 0);

  for (guint i = 0; i < causes->len; i++)
    {
      const ActEarlierError *cause = g_ptr_array_index (causes, i);

      n += cause->state == state;
    }

  return n;
}

/**
 * act_earlier_error_text_summary:
 * @causes: (element-type ActEarlierError): causes
 *
 * Says how many of the causes are still there, a sentence each.
 *
 * Returns: (transfer full): the text
 */
char *
act_earlier_error_text_summary (GPtrArray *causes)
{
  guint n_unresolved = 0;
  guint n_unknown = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (causes != NULL, NULL);

  if (causes->len == 0)
    return g_strdup (_ ("No earlier errors of this integration are known here."));

  n_unresolved = act_earlier_error_text_count (causes, ACT_EARLIER_ERROR_UNRESOLVED);
  n_unknown = act_earlier_error_text_count (causes, ACT_EARLIER_ERROR_UNKNOWN);
  if (n_unresolved == 0 && n_unknown == 0)
    return g_strdup (_ ("All causes look resolved."));

  if (n_unresolved > 0)
    g_string_append_printf (text,
                            ngettext ("%u cause looks unresolved.", "%u causes look unresolved.", n_unresolved),
                            n_unresolved);
  else
    g_string_append (text, _ ("No cause looks unresolved."));
  if (n_unknown > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("Of %u it cannot be told.", "Of %u it cannot be told.", n_unknown),
                              n_unknown);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
