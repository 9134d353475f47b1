/* eqp-shared-post.c — a post shared between both institutions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-shared-post"

#include "config.h"

#include "domain/exchanges/eqp-shared-post.h"

#include "base/eqp-error.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpField eqp_shared_post_fields[] = {
  [EQP_SHARED_POST_PERSON] = { "person", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_PERSONAL | EQP_FIELD_OWNER, N_ ("Person"), "person;personne", NULL, &eqp_person_entity },
  [EQP_SHARED_POST_INSTITUTION] = { "institution", EQP_FIELD_REFERENCE, EQP_FIELD_PERSONAL, N_ ("Partner institution"), "institution;établissement;établissement partenaire", NULL, &eqp_institution_entity },
  [EQP_SHARED_POST_SHARE] = { "share", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED | EQP_FIELD_PERSONAL, N_ ("Share in the partner institution (%)"), "share;quotité;part" },
  [EQP_SHARED_POST_FROM_DATE] = { "from-date", EQP_FIELD_DATE, EQP_FIELD_KEY | EQP_FIELD_PERSONAL, N_ ("From"), "from;from_date;début;du;date de début" },
  [EQP_SHARED_POST_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_PERSONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until" },
};

EQP_DEFINE_ENTITY (eqp_shared_post, "shared_post", N_ ("shared-time post"), N_ ("Shared-time posts"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpSharedPost, eqp_shared_post, {
  eqp_record_set_integer (record, EQP_SHARED_POST_SHARE, 50);
})

/* "Ms Anne Duval (50%, since 1 Sep 2026, Inspé)": what may be long comes last. */
static char *
eqp_shared_post_dup_title (EqpRecord  *record,
                           EqpLanguage language)
{
  g_autofree char *person = eqp_record_dup_target_title (record, EQP_SHARED_POST_PERSON, language);
  /* Translators: a share in per cent. */
  g_autofree char *share = g_strdup_printf (eqp_tr (language, "%d%%"), (int)eqp_record_get_integer (record, EQP_SHARED_POST_SHARE));
  g_autofree char *period = eqp_date_format_period (eqp_record_get_date (record, EQP_SHARED_POST_FROM_DATE),
                                                    eqp_record_get_date (record, EQP_SHARED_POST_TO_DATE), language);
  g_autofree char *institution = eqp_record_dup_target_title (record, EQP_SHARED_POST_INSTITUTION, language);

  return eqp_record_join_title (person, share, period, institution, NULL);
}

static gboolean
eqp_shared_post_validate (EqpRecord *record,
                          guint     *field,
                          GError   **error)
{
  gint64 share = eqp_record_get_integer (record, EQP_SHARED_POST_SHARE);

  if (share < 1 || share > 100)
    {
      *field = EQP_SHARED_POST_SHARE;
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("The share of a post lies between 1 and 100 per cent."));
      return FALSE;
    }
  return eqp_record_check_period (record, EQP_SHARED_POST_FROM_DATE, EQP_SHARED_POST_TO_DATE, field, error);
}

static void
eqp_shared_post_class_init (EqpSharedPostClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_shared_post_entity);
  record_class->dup_title = eqp_shared_post_dup_title;
  record_class->validate = eqp_shared_post_validate;
}
