/* eqp-cli-print-exchanges.c — the documents of the exchanges that `equipole print` knows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-print-private.h"

#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-request.h"
#include "report/charts/eqp-exchange-chart.h"

#include <glib/gi18n.h>

#define CHART_WIDTH 900.0
#define CHART_HEIGHT 480.0
#define PIXELS_A_POINT 2.0

static EqpDocument *
build_balance (EqpPrintJob *job,
               GError     **error)
{
  return eqp_balance_report_new (job->store, &job->exchanges, error);
}

static EqpDocument *
build_statement (EqpPrintJob *job,
                 GError     **error)
{
  return eqp_person_statement_new (job->store, job->subject, &job->exchanges, error);
}

static EqpDocument *
build_institution (EqpPrintJob *job,
                   GError     **error)
{
  return eqp_institution_statement_new (job->store, job->subject, &job->exchanges, error);
}

static EqpDocument *
build_certificate (EqpPrintJob *job,
                   GError     **error)
{
  return eqp_hours_certificate_new (job->store, job->subject, &job->exchanges, error);
}

static EqpDocument *
build_confirmation (EqpPrintJob *job,
                    GError     **error)
{
  return eqp_confirmation_letter_new (job->store, job->subject, &job->exchanges, error);
}

static EqpDocument *
build_orders (EqpPrintJob *job,
              GError     **error)
{
  return eqp_intervention_order_new (job->store, job->subject, &job->exchanges, error);
}

/* The chart of the balance without the report around it. */
static gboolean
draw_balance (EqpPrintJob *job,
              const char  *path,
              GError     **error)
{
  EqpLanguage language = job->exchanges.language;
  EqpDate     today = eqp_date_today ();
  g_autoptr (EqpForecast) forecast = eqp_forecast_load (job->store, today, NULL, error);
  g_autoptr (EqpExchangeChart) chart = NULL;

  if (forecast == NULL)
    return FALSE;
  chart = eqp_exchange_chart_new (forecast, NULL, eqp_exchange_get_duration (job->store, EQP_PARAMETER_TOLERANCE, today), 0, 12, language);
  return eqp_chart_write_file (&chart->data, eqp_tr (language, "Balance of exchanges between initial and continuing training"), path, CHART_WIDTH,
                               CHART_HEIGHT, PIXELS_A_POINT, EQP_PALETTE_LIGHT, error);
}

static const EqpPrintKind kinds[] = {
  { "balance", NULL, build_balance, draw_balance },
  { "statement", &eqp_person_entity, build_statement },
  { "institution", &eqp_institution_entity, build_institution },
  { "certificate", &eqp_person_entity, build_certificate },
  { "confirmation", &eqp_request_entity, build_confirmation },
  { "orders", &eqp_request_entity, build_orders },
};

/**
 * eqp_cli_get_exchange_documents:
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none): the documents of the exchanges
 */
const EqpPrintKind *
eqp_cli_get_exchange_documents (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}
