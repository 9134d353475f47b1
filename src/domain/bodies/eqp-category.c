/* eqp-category.c — a category of seats in a statute */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-category"

#include "config.h"

#include "domain/bodies/eqp-category.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-statute.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpField eqp_category_fields[] = {
  [EQP_CATEGORY_STATUTE] = { "statute", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_OWNER, N_ ("Statute"), "statute;statut", NULL, &eqp_statute_entity },
  [EQP_CATEGORY_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Code"), "code" },
  [EQP_CATEGORY_NAME_FR] = { "name-fr", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED, N_ ("Name in French"), "name_fr;nom;intitulé;nom français" },
  [EQP_CATEGORY_NAME_EN] = { "name-en", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Name in English"), "name_en;nom anglais;intitulé anglais" },
  [EQP_CATEGORY_POSITION] = { "position", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED, N_ ("Position"), "position;rang;ordre" },
  [EQP_CATEGORY_MIN] = { "min", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED, N_ ("Minimum"), "min;minimum" },
  [EQP_CATEGORY_MAX] = { "max", EQP_FIELD_INTEGER, EQP_FIELD_OPTIONAL, N_ ("Maximum"), "max;maximum" },
  [EQP_CATEGORY_COUNTS] = { "counts", EQP_FIELD_BOOLEAN, EQP_FIELD_OPTIONAL, N_ ("Counts in the total"), "counts;compte;compté" },
  [EQP_CATEGORY_VOTES] = { "votes", EQP_FIELD_BOOLEAN, EQP_FIELD_OPTIONAL, N_ ("Votes"), "votes;vote;voix délibérative" },
  [EQP_CATEGORY_MAY_CHAIR] = { "may-chair", EQP_FIELD_BOOLEAN, EQP_FIELD_OPTIONAL, N_ ("May chair"), "may_chair;peut présider;préside" },
  [EQP_CATEGORY_SIDE] = { "side", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Side"), "side;partie;côté", eqp_optional_side_choices },
};

EQP_DEFINE_ENTITY (eqp_category, "category", N_ ("seat category"), N_ ("Seat categories"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpCategory, eqp_category, {
  eqp_record_set_integer (record, EQP_CATEGORY_POSITION, 0);
  eqp_record_set_integer (record, EQP_CATEGORY_MIN, 0);
  eqp_record_set_boolean (record, EQP_CATEGORY_COUNTS, TRUE);
  eqp_record_set_boolean (record, EQP_CATEGORY_VOTES, TRUE);
})

static char *
eqp_category_dup_title (EqpRecord  *record,
                        EqpLanguage language)
{
  return eqp_record_dup_name (record, EQP_CATEGORY_NAME_FR, EQP_CATEGORY_NAME_EN, language);
}

static gboolean
eqp_category_validate (EqpRecord *record,
                       guint     *field,
                       GError   **error)
{
  gint64           min = eqp_record_get_integer (record, EQP_CATEGORY_MIN);
  gint64           max = eqp_record_get_integer (record, EQP_CATEGORY_MAX);
  g_autofree char *min_text = NULL;
  g_autofree char *max_text = NULL;

  if (min < 0)
    {
      *field = EQP_CATEGORY_MIN;
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("The minimum number of seats cannot be negative."));
      return FALSE;
    }
  if (eqp_record_is_empty (record, EQP_CATEGORY_MAX) || max >= min)
    return TRUE;
  *field = EQP_CATEGORY_MAX;
  min_text = eqp_format_number (eqp_language_get_interface (), min);
  max_text = eqp_format_number (eqp_language_get_interface (), max);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: two numbers of seats: the maximum, then the minimum. */
               _ ("The maximum, %s, is smaller than the minimum, %s."), max_text, min_text);
  return FALSE;
}

static void
eqp_category_class_init (EqpCategoryClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_category_entity);
  record_class->dup_title = eqp_category_dup_title;
  record_class->validate = eqp_category_validate;
}
