/* eqp-site.c — a place where courses are held */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-site"

#include "config.h"

#include "domain/directory/eqp-site.h"

#include "domain/directory/eqp-institution.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpField eqp_site_fields[] = {
  [EQP_SITE_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code" },
  [EQP_SITE_NAME] = { "name", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED, N_ ("Name"), "name;nom;intitulé" },
  [EQP_SITE_INSTITUTION] = { "institution", EQP_FIELD_REFERENCE, EQP_FIELD_OPTIONAL, N_ ("Institution"), "institution;établissement", NULL, &eqp_institution_entity },
};

EQP_DEFINE_ENTITY (eqp_site, "site", N_ ("site"), N_ ("Sites"))
EQP_DEFINE_RECORD_TYPE (EqpSite, eqp_site)

static char *
eqp_site_dup_title (EqpRecord  *record,
                    EqpLanguage language)
{
  return g_strdup (eqp_record_get_text (record, EQP_SITE_NAME));
}

static void
eqp_site_class_init (EqpSiteClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_site_entity);
  record_class->dup_title = eqp_site_dup_title;
}
