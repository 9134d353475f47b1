/* eqp-ledger-papers.c — statements, certificates and the balance report, in the window that prints */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-papers"

#include "config.h"

#include "app/exchanges/eqp-ledger-papers.h"

#include <glib/gi18n.h>

#include "app/printing/eqp-preview-window.h"
#include "base/eqp-error.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-intervention.h"
#include "report/exchanges/eqp-exchange-documents.h"

/* What a preview holds. */
typedef struct
{
  gint64   person;
  gint64   institution;
  EqpDate  from;
  EqpDate  to;
  EqpHours hours;
} Papers;

typedef EqpDocument *(*SubjectFunc) (EqpStore *, EqpRecord *, const EqpExchangeDocumentOptions *, GError **);

/* @make: (nullable): the balance report, which is about nobody. */
static EqpDocument *
make_document (EqpSession      *session,
               EqpLanguage      language,
               const Papers    *papers,
               const EqpEntity *entity,
               gint64           id,
               SubjectFunc      make,
               GError         **error)
{
  EqpStore        *store = eqp_session_get_store (session);
  g_autofree char *left = eqp_pole_dup_setting (store, EQP_SETTING_UNIVERSITY_NAME);
  g_autofree char *right = eqp_pole_dup_setting (store, EQP_SETTING_RECTORAT_NAME);
  g_autoptr (EqpRecord) subject = NULL;
  const EqpExchangeDocumentOptions options = {
    .language = language,
    .left = *left != '\0' ? left : NULL,
    .right = *right != '\0' ? right : NULL,
    .from = papers->from,
    .to = papers->to,
    .hours = papers->hours,
  };

  if (make == NULL)
    return eqp_balance_report_new (store, &options, error);
  if (id == 0)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("The line does not say where the hours were given."));
      return NULL;
    }
  subject = eqp_store_get (store, entity, id, error);
  return subject != NULL ? make (store, subject, &options, error) : NULL;
}

static EqpDocument *
make_statement (EqpSession *session,
                EqpLanguage language,
                gpointer    user_data,
                GError    **error)
{
  const Papers *papers = user_data;

  return make_document (session, language, papers, &eqp_person_entity, papers->person, eqp_person_statement_new, error);
}

static EqpDocument *
make_certificate (EqpSession *session,
                  EqpLanguage language,
                  gpointer    user_data,
                  GError    **error)
{
  const Papers *papers = user_data;

  return make_document (session, language, papers, &eqp_person_entity, papers->person, eqp_hours_certificate_new, error);
}

static EqpDocument *
make_institution (EqpSession *session,
                  EqpLanguage language,
                  gpointer    user_data,
                  GError    **error)
{
  const Papers *papers = user_data;

  return make_document (session, language, papers, &eqp_institution_entity, papers->institution, eqp_institution_statement_new, error);
}

static EqpDocument *
make_balance (EqpSession *session,
              EqpLanguage language,
              gpointer    user_data,
              GError    **error)
{
  return make_document (session, language, user_data, NULL, 0, NULL, error);
}

static const EqpPreviewOffer line_offers[] = {
  [EQP_LEDGER_PAPER_STATEMENT] = { N_ ("Statement of the person"), make_statement },
  [EQP_LEDGER_PAPER_CERTIFICATE] = { N_ ("Certificate of hours"), make_certificate },
  [EQP_LEDGER_PAPER_INSTITUTION] = { N_ ("Statement of the institution"), make_institution },
};

static const EqpPreviewOffer balance_offers[] = {
  { N_ ("Balance report"), make_balance },
};

void
eqp_ledger_papers_present (GtkWindow     *parent,
                           EqpSession    *session,
                           EqpRecord     *line,
                           EqpLedgerPaper first,
                           EqpDate        from,
                           EqpDate        to)
{
  const Papers papers = {
    .person = eqp_record_get_reference (line, EQP_INTERVENTION_PERSON),
    .institution = eqp_record_get_reference (line, EQP_INTERVENTION_HOST),
    .from = from,
    .to = to,
    .hours = EQP_HOURS_DONE,
  };
  g_autofree char *name = eqp_record_dup_display (line, EQP_INTERVENTION_PERSON, eqp_language_get_interface ());
  g_autofree char *title = g_strdup_printf (_ ("Print: %s"), name);

  eqp_preview_window_present_offers (parent, session, title, line_offers, G_N_ELEMENTS (line_offers), first, g_memdup2 (&papers, sizeof papers), g_free);
}

void
eqp_ledger_papers_present_balance (GtkWindow  *parent,
                                   EqpSession *session,
                                   EqpDate     from,
                                   EqpDate     to,
                                   EqpHours    hours)
{
  const Papers papers = { .from = from, .to = to, .hours = hours };

  eqp_preview_window_present_offers (parent, session, _ ("Print"), balance_offers, G_N_ELEMENTS (balance_offers), 0, g_memdup2 (&papers, sizeof papers), g_free);
}
