/* eqp-ledger-words.c — a line of the ledger in the words of the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-words"

#include "config.h"

#include "app/exchanges/eqp-ledger-words.h"

#include <glib/gi18n.h>

#include "domain/exchanges/eqp-intervention.h"

guint
eqp_ledger_get_field (EqpHours hours)
{
  static const guint fields[EQP_N_HOURS] = { EQP_INTERVENTION_REQUESTED, EQP_INTERVENTION_PLANNED, EQP_INTERVENTION_DONE,
                                             EQP_INTERVENTION_CERTIFIED };

  g_return_val_if_fail (hours < EQP_N_HOURS, EQP_INTERVENTION_DONE);

  return fields[hours];
}

static void
append (GString    *text,
        const char *part)
{
  if (*part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

char *
eqp_ledger_dup_when (EqpRecord *line)
{
  g_autofree char *date = eqp_date_format (eqp_record_get_date (line, EQP_INTERVENTION_DATE), eqp_language_get_interface ());
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (eqp_record_is_empty (line, EQP_INTERVENTION_START_TIME))
    return g_steal_pointer (&date);
  from = eqp_time_format (eqp_record_get_integer (line, EQP_INTERVENTION_START_TIME));
  if (eqp_record_is_empty (line, EQP_INTERVENTION_END_TIME))
    return g_strdup_printf ("%s, %s", date, from);
  to = eqp_time_format (eqp_record_get_integer (line, EQP_INTERVENTION_END_TIME));
  return g_strdup_printf ("%s, %s–%s", date, from, to);
}

char *
eqp_ledger_dup_what (EqpRecord *line)
{
  EqpLanguage      language = eqp_language_get_interface ();
  GString         *text = g_string_new (eqp_record_get_text (line, EQP_INTERVENTION_TRAINING));
  g_autofree char *unit = eqp_record_dup_display (line, EQP_INTERVENTION_UNIT, language);
  g_autofree char *scheme = eqp_record_dup_display (line, EQP_INTERVENTION_SCHEME, language);

  append (text, unit);
  append (text, scheme);
  append (text, eqp_record_get_text (line, EQP_INTERVENTION_SUBJECT));
  return g_string_free (text, FALSE);
}

gboolean
eqp_ledger_get_hours (EqpRecord *line,
                      EqpHours  *hours,
                      gint64    *minutes)
{
  for (int i = EQP_HOURS_CERTIFIED; i >= EQP_HOURS_REQUESTED; i--)
    if (!eqp_record_is_empty (line, eqp_ledger_get_field ((EqpHours)i)))
      {
        *hours = (EqpHours)i;
        *minutes = eqp_record_get_integer (line, eqp_ledger_get_field ((EqpHours)i));
        return TRUE;
      }
  return FALSE;
}

char *
eqp_ledger_dup_hours (EqpRecord *line)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *duration = NULL;
  EqpHours         hours;
  gint64           minutes;

  if (!eqp_ledger_get_hours (line, &hours, &minutes))
    return g_strdup ("—");
  duration = eqp_duration_format (minutes, language);
  if (hours >= EQP_HOURS_DONE)
    return g_steal_pointer (&duration);
  return hours == EQP_HOURS_PLANNED ? /* Translators: %s is a duration */
           g_strdup_printf (C_ ("ledger", "%s planned"), duration)
                                    : /* Translators: %s is a duration */
           g_strdup_printf (C_ ("ledger", "%s requested"), duration);
}

char *
eqp_ledger_dup_flags (EqpRecord *line)
{
  GString *text = g_string_new (NULL);

  if (!eqp_record_is_empty (line, EQP_INTERVENTION_CORRECTS))
    append (text, _ ("counter-entry"));
  if (eqp_record_get_boolean (line, EQP_INTERVENTION_DIRECT_CONTRACT))
    append (text, _ ("direct contract"));
  else if (eqp_record_get_boolean (line, EQP_INTERVENTION_SHARED_TIME))
    append (text, _ ("shared time"));
  if (!eqp_record_get_boolean (line, EQP_INTERVENTION_IN_SERVICE))
    append (text, _ ("outside the service"));
  if (!eqp_record_is_empty (line, EQP_INTERVENTION_OVERRIDE))
    append (text, _ ("accepted with a reason"));
  return g_string_free (text, FALSE);
}

char *
eqp_ledger_dup_year (int year)
{
  return g_strdup_printf ("%d–%d", year, year + 1);
}
