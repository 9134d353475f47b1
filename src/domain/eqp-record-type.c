/* eqp-record-type.c — what the record classes of the domain have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record-type"

#include "config.h"

#include "domain/eqp-record-type.h"

#include "base/eqp-error.h"

#include <glib/gi18n.h>

#define SIDES                                   \
  { "university", N_ ("University") },          \
    { "rectorat", N_ ("Education authority") }, \
    { "other", N_ ("Other") },                  \
  {                                             \
    NULL, NULL                                  \
  }

const EqpChoice eqp_side_choices[] = { SIDES };
const EqpChoice eqp_optional_side_choices[] = { { "", N_ ("Not stated") }, SIDES };

/**
 * eqp_record_dup_target_title:
 * @self: a record
 * @field: a reference field of it
 * @language: the reader's language
 *
 * The title of the record that @field points to. A detached record (a new draft) has no store to look in.
 *
 * Returns: (transfer full): the title, "" when there is none to be had
 */
char *
eqp_record_dup_target_title (EqpRecord  *self,
                             guint       field,
                             EqpLanguage language)
{
  const EqpEntity *entity = eqp_record_get_entity (self);
  EqpStore        *store = eqp_record_get_store (self);
  gint64           id = eqp_record_get_reference (self, field);
  g_autoptr (EqpRecord) target = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL || id == 0)
    return g_strdup ("");
  target = eqp_store_get (store, entity->fields[field].target, id, &error);
  if (target == NULL)
    {
      /* A title has nobody to hand an error to, and the reader loses a word, not a fact. */
      g_debug ("No title for %s %" G_GINT64_FORMAT ": %s", entity->fields[field].name, id, error->message);
      return g_strdup ("");
    }
  return eqp_record_dup_title (target, language);
}

/**
 * eqp_record_dup_name:
 * @self: a record with a French and an English name
 * @name_fr: its field of the French name
 * @name_en: its field of the English name
 * @language: the reader's language
 *
 * Returns: (transfer full): the name in @language, the French one when there is no English one
 */
char *
eqp_record_dup_name (EqpRecord  *self,
                     guint       name_fr,
                     guint       name_en,
                     EqpLanguage language)
{
  if (language == EQP_LANGUAGE_EN && !eqp_record_is_empty (self, name_en))
    return g_strdup (eqp_record_get_text (self, name_en));
  return g_strdup (eqp_record_get_text (self, name_fr));
}

/**
 * eqp_record_join_names:
 * @first: a name; may be empty
 * @second: another; may be empty
 *
 * Returns: (transfer full): both with a comma between, or the one there is
 */
char *
eqp_record_join_names (const char *first,
                       const char *second)
{
  return g_strconcat (first, *first != '\0' && *second != '\0' ? ", " : "", second, NULL);
}

/**
 * eqp_record_dup_joined_titles:
 * @self: a record that links two others
 * @first: the reference field whose title comes first
 * @second: the other reference field
 * @language: the reader's language
 *
 * Returns: (transfer full): both titles with a comma between, or the one there is
 */
char *
eqp_record_dup_joined_titles (EqpRecord  *self,
                              guint       first,
                              guint       second,
                              EqpLanguage language)
{
  g_autofree char *a = eqp_record_dup_target_title (self, first, language);
  g_autofree char *b = eqp_record_dup_target_title (self, second, language);

  return eqp_record_join_names (a, b);
}

/**
 * eqp_record_join_title:
 * @name: what a record is called; may be empty
 * @...: what tells it from others of that name, strings of which empty ones are left out; then %NULL
 *
 * Returns: (transfer full): "name (detail, detail)"; the details alone without a name
 */
char *
eqp_record_join_title (const char *name,
                       ...)
{
  g_autoptr (GString) details = g_string_new (NULL);
  const char *detail;
  va_list     list;

  va_start (list, name);
  while ((detail = va_arg (list, const char *)) != NULL)
    if (*detail != '\0')
      g_string_append_printf (details, "%s%s", details->len > 0 ? ", " : "", detail);
  va_end (list);
  if (*name == '\0' || details->len == 0)
    return g_strconcat (name, details->str, NULL);
  return g_strdup_printf ("%s (%s)", name, details->str);
}

/**
 * eqp_record_check_period:
 * @self: a record with a period
 * @from: its field of the first day
 * @to: its field of the last day
 * @field: (out): @to when the period is wrong
 * @error: return location for an error
 *
 * Returns: %FALSE with %EQP_INPUT_ERROR_INVALID when both days are known and the last comes before the first
 */
gboolean
eqp_record_check_period (EqpRecord *self,
                         guint      from,
                         guint      to,
                         guint     *field,
                         GError   **error)
{
  EqpDate          first = eqp_record_get_date (self, from);
  EqpDate          last = eqp_record_get_date (self, to);
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  if (first == EQP_DATE_NONE || last == EQP_DATE_NONE || first <= last)
    return TRUE;
  first_text = eqp_date_format (first, eqp_language_get_interface ());
  last_text = eqp_date_format (last, eqp_language_get_interface ());
  *field = to;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: both are dates: the last day of a period, then its first day. */
               _ ("The last day, %s, comes before the first day, %s."), last_text, first_text);
  return FALSE;
}

/**
 * eqp_academic_year_check:
 * @year: the calendar year in which an academic year starts
 * @error: return location for an error
 *
 * Returns: %FALSE with %EQP_INPUT_ERROR_INVALID when @year is not between 1900 and 2999
 */
gboolean
eqp_academic_year_check (gint64   year,
                         GError **error)
{
  g_autofree char *number = NULL;

  if (year >= 1900 && year <= 2999)
    return TRUE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, year);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: %s is a number somebody typed. */
               _ ("%s is not an academic year. Write the year in which it starts, such as 2026."),
               number);
  return FALSE;
}

/**
 * eqp_academic_year_dup_title:
 * @subject: what the year is about, or ""
 * @year: the calendar year in which it starts
 *
 * Returns: (transfer full): @subject with the academic year, "… (2026–2027)"
 */
char *
eqp_academic_year_dup_title (const char *subject,
                             gint64      year)
{
  return g_strdup_printf ("%s%s(%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT ")", subject, *subject != '\0' ? " " : "", year, year + 1);
}
