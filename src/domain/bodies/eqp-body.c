/* eqp-body.c — a council, committee or sub-council */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-body"

#include "config.h"

#include "domain/bodies/eqp-body.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-statute.h"
#include "domain/directory/eqp-site.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice degrees[] = {
  { "", N_ ("Not stated") },
  { "1D", N_ ("Primary education") },
  { "2D", N_ ("Secondary education") },
  { NULL, NULL },
};

static const EqpField eqp_body_fields[] = {
  [EQP_BODY_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code" },
  [EQP_BODY_NUMBER] = { "number", EQP_FIELD_INTEGER, EQP_FIELD_OPTIONAL, N_ ("Number"), "number;numéro;n°" },
  [EQP_BODY_DEGREE] = { "degree", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Level"), "degree;degré", degrees },
  [EQP_BODY_NAME_FR] = { "name-fr", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED, N_ ("Name in French"), "name_fr;nom;intitulé;nom français" },
  [EQP_BODY_NAME_EN] = { "name-en", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED, N_ ("Name in English"), "name_en;nom anglais;intitulé anglais" },
  [EQP_BODY_STATUTE] = { "statute", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED, N_ ("Statute"), "statute;statut", NULL, &eqp_statute_entity },
  [EQP_BODY_PARENT] = { "parent", EQP_FIELD_REFERENCE, EQP_FIELD_OWNER, N_ ("Sub-council of"), "parent;conseil principal;sous-conseil de", NULL, &eqp_body_entity },
  [EQP_BODY_SITE] = { "site", EQP_FIELD_REFERENCE, EQP_FIELD_OPTIONAL, N_ ("Site"), "site", NULL, &eqp_site_entity },
  [EQP_BODY_FROM_DATE] = { "from-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("From"), "from;from_date;début;du;date de début" },
  [EQP_BODY_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until" },
};

EQP_DEFINE_ENTITY (eqp_body, "body", N_ ("council"), N_ ("Councils"))
EQP_DEFINE_RECORD_TYPE (EqpBody, eqp_body)

static char *
eqp_body_dup_title (EqpRecord  *record,
                    EqpLanguage language)
{
  return eqp_record_dup_name (record, EQP_BODY_NAME_FR, EQP_BODY_NAME_EN, language);
}

/* Follows the parents up; a chain that comes back to the body itself would make every list of sub-councils endless. */
static gboolean
check_parent (EqpRecord *record,
              GError   **error)
{
  EqpStore *store = eqp_record_get_store (record);
  gint64    id = eqp_record_get_id (record);
  gint64    parent = eqp_record_get_reference (record, EQP_BODY_PARENT);
  g_autoptr (EqpRecord) above = NULL;

  for (guint depth = 0; parent != 0 && parent != id && store != NULL && depth < 100; depth++)
    {
      g_clear_object (&above);
      above = eqp_store_get (store, &eqp_body_entity, parent, error);
      if (above == NULL)
        return FALSE;
      parent = eqp_record_get_reference (above, EQP_BODY_PARENT);
    }
  if (parent == 0 || parent != id)
    return TRUE;
  g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("A council cannot be its own sub-council."));
  return FALSE;
}

/* The seats of a council are categories of its statute, so the statute cannot be changed under them. */
static gboolean
check_statute (EqpRecord *record,
               GError   **error)
{
  EqpStore *store = eqp_record_get_store (record);
  gint64    id = eqp_record_get_id (record);
  g_autoptr (EqpQuery) query = NULL;
  GError *failure = NULL;

  if (store == NULL || id == 0)
    return TRUE;
  query = eqp_store_query (store, error,
                           "SELECT 1 FROM mandate m JOIN category c ON c.id = m.category_id "
                           "WHERE m.body_id = ? AND c.statute_id <> ? LIMIT 1",
                           "ii", id, eqp_record_get_reference (record, EQP_BODY_STATUTE));
  if (query == NULL)
    return FALSE;
  if (!eqp_query_next (query, &failure))
    {
      if (failure == NULL)
        return TRUE;
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                       _ ("This council has members in seats of another statute. Its statute cannot be changed."));
  return FALSE;
}

static gboolean
eqp_body_validate (EqpRecord *record,
                   guint     *field,
                   GError   **error)
{
  *field = EQP_BODY_PARENT;
  if (!check_parent (record, error))
    return FALSE;
  *field = EQP_BODY_STATUTE;
  if (!check_statute (record, error))
    return FALSE;
  return eqp_record_check_period (record, EQP_BODY_FROM_DATE, EQP_BODY_TO_DATE, field, error);
}

static void
eqp_body_class_init (EqpBodyClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_body_entity);
  record_class->dup_title = eqp_body_dup_title;
  record_class->validate = eqp_body_validate;
}
